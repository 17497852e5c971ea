"""What the form of a line alone says: title, caption, note, row of a table, announcement of a column, page furniture.

All functions take the plain form of a line or block (see `lines`).
"""

import re
from collections.abc import Iterable

from bluebook_desktop.domain.documents import HeadingKind
from bluebook_desktop.sources.numbering import Style, is_edition, marks

#: A heading is rarely longer; a longer line without a full stop is a paragraph that lost it.
LONGEST_HEADING = 200
_LONGEST_JA_HEADING = 60
_SENTENCE_END = re.compile(r"[.!?:。！？：…][”’\"')）」』]*(?:\[?[0-9]{1,2}\]?)?$")
#: “(1)北朝鮮(拉致問題含む。)”: the full stop is that of the remark in brackets.
_REMARK_AT_END = re.compile(r"(?<=[\u3040-\u9fff])[(（][^()（）]{1,30}。[)）]$")
_UNFINISHED = re.compile(r"(?:[,;，；、]|及び|並びに)$")
_CUT_OFF = re.compile(r" (?:and|or|of|the|a|an|in|on|at|for|to|with|by|from|between|under)$")
#: A long line that ends with a month goes on with its day or year.
_MONTH_AT_END = re.compile(
    r".{40,} (?:of|in|on|since|until|by|from|to|and) (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)$"
)
_ABBREVIATION_END = re.compile(r"\b(?:(?:[A-Z]\.){2,}|(?:Inc|Ltd|Co|Jr|etc|Mr|Mrs|Ms|Dr|St|No|Gen|Adm|Lt)\.)[)”]?$")
#: Words that stay small in a title.
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an and as at but by for from in into of on or over per the to up via vs with within without toward towards"
        " under upon between among through against during beyond around about after before its de la et than that etc",
    )
)
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_CAPTION_START = re.compile(
    r"[\[<]?(?:figure|fig\.|table|chart|map|graph|diagram|photos?|図表?|表|資料|グラフ|地図|写真) ?"
    r"(?:[IVX\d]+(?:[-‐–.][IVX\d]+)*[a-z]?\b|[:：.(（\]>]|$)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_CREDIT_WORDS = r"(?:Photos?|Images?|Source|Courtesy|Photograph|Provided|写真|提供|出典|画像)"
_CAPTION_END = re.compile(
    rf"[(][^()]*(?:{_MONTH}\b|\d{{1,2}}月|{_CREDIT_WORDS}\s*(?::|by|of|提供)|\b(?:19|20)\d\d\b)[^()]*[)]$",
    re.IGNORECASE,
)
_STOP_WITHIN = re.compile(r"[a-z)][.!?] [A-Z]")
_CAPTION_WORDS = re.compile(
    r"\b(?:from (?:the )?(?:left|right)|front row|back row|far (?:left|right)|second from|third from)\b"
    r"|[(](?:left|right|center|centre|top|bottom|above|below)[)]|[（(](?:左|右|中央|上|下)",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"[(;] ?((?:Photo|Image|Photos|Images|Source|Courtesy)(?::| of) [^;()]+)\)$"
    r"|[(（]((?:写真|提供|写真提供|出典)[:：][^()（）]+)[)）]$"
)
_PARTICIPLE = re.compile(r"\b[a-z]{2,}ing\b")
_NOTE = re.compile(
    r"[(\[]?(?:notes?|references?|ref\.|remarks?|sources?)\s*\d{0,2}[)\]]?\s?:|[(\[](?:notes?|ref\.?)\s?\d{0,2}[)\]]"
    r"|(?:note|reference) \d{1,2}\b|\*\d{0,2} |※|\[\d{1,2}\] "
    r"|[(（]?注(?:記|釈)?\s?\d{0,2}[)）:： ]|[(（]?(?:参考|備考|出典)[)）:：]|†",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[-–—•●○■□◆◇▪・*>→]|\u2022) ?(?=\S)")
#: What older editions print before a title; a list has it before each entry.
_SIGN = re.compile(r"[■□◆◇●○▼★☆] ?(?=\S)")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|・{4,}|_{4,})\s*\d*$|(?:\.{4,}|…{2,}|・{4,})")
_ROW = re.compile(r"\S(?:\t+| {3,}|\u3000{3,})\S|\S ?\| ?\S.*\|")
_ANNOUNCED = (
    (HeadingKind.FEATURE, r"special features?(?: page)?|特集"),
    (HeadingKind.COLUMN, r"columns?|opinions?|topics?|commentary|essays?|contributions?|コラム|トピックス?|寄稿|解説"),
)
_ANNOUNCEMENTS = tuple(
    (
        kind,
        re.compile(
            rf"(?P<label>[\[【〈<■]?\s?(?:{words})(?: ?\d{{1,2}}| ?[A-Z](?=[:.]|$))?\s?[\]】〉>]?)"
            r"(?:\s?[:：|–—-]\s?(?P<words>\S.*)|\s?$|(?P<bare>\s(?=\S).*))",
            re.IGNORECASE,
        ),
    )
    for kind, words in _ANNOUNCED
)
_SPOKEN = re.compile(r"(?i:special features?|columns?)\b|[A-Z]{4,}\b|【|コラム|特集", re.ASCII)
_PAGE = re.compile(
    r"(?:[-–—~] ?)?(?:p(?:age|\.)? ?)?(\d{1,4}|[ivxl]{1,6})(?: ?[-–—~])?(?: ?(?:/|of) ?\d{1,4})?", re.IGNORECASE
)
_NUMBER_AT_END = re.compile(r"^\d{1,4}\s?[|/–-]?\s?(?=\S{3})|(?<=\S{3})\s?[|/–-]?\s\d{1,4}$|(?<=\S)\s?\|\s?\d{1,4}$")
_BACK = re.compile(
    r"(?:back to (?:the )?(?:top|index|contents)(?: of (?:this |the )?page)?|(?:page )?top|top of (?:this |the )?page"
    r"|next|previous|prev|back"
    r"|(?:このページの|ページの?)(?:トップ|先頭)[へに]?(?:戻る)?|目次へ(?:戻る)?|前(?:へ|の(?:ページ|節)へ?)|次(?:へ|の(?:ページ|節)へ?))"
    r"(?: ?[>»▲↑])?",
    re.IGNORECASE,
)
#: What is a link only beside others: “Contents | Next”.
_LINK = re.compile(
    r"(?:table of )?contents|index|home|back|目次|ホーム|(?:previous|next) (?:page|section|chapter)", re.IGNORECASE
)
_BETWEEN_LINKS = re.compile(r" ?[|｜/／>»<«] ?")
#: Where a page's trail begins, though it ends with what is no title below it.
_TRAIL_START = re.compile(r"(?:top|home|トップ|ホーム)(?:ページ)?", re.IGNORECASE)
#: A printed page's head with what it is the title of behind it: “Efforts for Peace …  Section 1”.
_LABEL_BEHIND = re.compile(r"[A-Z][^.!?]{8,}(?:\s{2,}|\t|\s?\|\s?)(?:Chapter|Section|CHAPTER|SECTION) [0-9IVX]{1,4}")
_VOICE = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){1,3}, [^\W_].*")
_NOT_A_NAME = frozenset(["the", "a", "an", "and", "of", "in", "on", "for", "with", "to", "from", "by"])
_BRACKETED_TITLE = re.compile(r"[〈<《【][^〈<《【>〉》】]{1,60}[〉>》】]|[(][^()、。]{1,40}[)]")
_QUESTION = re.compile(r"(?:What|Why|How|Who|When|Where|Which|Is|Are|Was|Were|Do|Does|Did|Can|Will|Has|Have)\b.*[?]$")
_USUAL_TITLES = frozenset(
    [
        "overview",
        "general overview",
        "general remarks",
        "introduction",
        "background",
        "summary",
        "current situation",
        "economy",
        "politics",
        "notes",
        "references",
        "conclusion",
        "概観",
        "総論",
        "まとめ",
    ]
)
_STEPS = re.compile(r"[>›»＞]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def is_japanese(text: str) -> bool:
    """Whether a good part of the letters are kana or kanji."""
    letters = sum(1 for character in text if character.isalpha())
    return len(_CJK.findall(text)) * 4 > letters > 0


def ends_sentence(text: str) -> bool:
    """Whether nothing has to follow a line."""
    return _SENTENCE_END.search(text) is not None


def is_title_like(text: str) -> bool:
    """Whether a line may be a title: short, no sentence, and nothing has to follow it."""
    if len(text) > (_LONGEST_JA_HEADING if is_japanese(text) else LONGEST_HEADING):
        return False
    if _UNFINISHED.search(text) or is_cut_off(text):
        return False
    text = _REMARK_AT_END.sub("", text)
    return not ends_sentence(text) or (_ABBREVIATION_END.search(text) is not None and is_title_case(text))


def is_cut_off(text: str) -> bool:
    """Whether a line ends with a word that needs another."""
    return _CUT_OFF.search(text) is not None or _MONTH_AT_END.fullmatch(text) is not None


def is_question_or_call(text: str) -> bool:
    """Whether a line is a title that asks or calls."""
    if not text.endswith(("?", "!", "?”", "!”", "？", "！")) or len(text) > 120:
        return False
    return is_title_case(text) or (_QUESTION.match(text) is not None and text.count(" ") < 10)


def is_title_case(text: str) -> bool:
    """Whether the words begin as those of a title do; Japanese has no such thing and is judged by its length."""
    if is_japanese(text):
        return len(text) <= 45
    long_words = [word for word in _WORD.findall(text) if word.lower().rstrip(".") not in _SMALL]
    small = sum(1 for word in long_words if word[0].islower())
    return bool(long_words) and small <= len(long_words) * 0.2 and not text[0].islower()


def is_small(word: str) -> bool:
    """Whether a word is one that stays small in a title."""
    return word.strip(",;") in _SMALL


def has_small_word(text: str) -> bool:
    """Whether a word is small that a title would begin with a capital."""
    return is_japanese(text) or any(w[0].islower() and w.lower() not in _SMALL for w in _WORD.findall(text))


def is_caption(text: str) -> bool:
    """Whether a line that is no sentence is the words under a picture, or the title of a figure or table."""
    return bool(_CAPTION_START.match(text) or _CAPTION_END.search(text) or _CAPTION_WORDS.search(text))


def is_dated_caption(text: str) -> bool:
    """Whether words without a full stop end with the date, place or credit of a picture in brackets."""
    return _CAPTION_END.search(text) is not None and not _STOP_WITHIN.search(text) and text[:1].isupper()


def begins_caption(text: str) -> bool:
    """Whether a line begins with the number of a figure or table."""
    return _CAPTION_START.match(text) is not None


def ends_abbreviated(text: str) -> bool:
    """Whether the full stop at a line's end may be that of an abbreviation."""
    return _ABBREVIATION_END.search(text) is not None


def has_participle(text: str) -> bool:
    """Whether somebody in a picture does something: “Students dancing together”."""
    return _PARTICIPLE.search(text) is not None


def is_note(text: str) -> bool:
    """Whether a line begins a note or names what the text refers to."""
    return _NOTE.match(text) is not None


def is_bullet(text: str) -> bool:
    """Whether a line begins an entry of a list."""
    return _BULLET.match(text) is not None


def sign_before(text: str) -> int:
    """How long the sign is that stands before a title or an entry: “■ Economic Relations”; 0 without one."""
    match = _SIGN.match(text)
    return match.end() if match else 0


def is_row(verbatim: str) -> bool:
    """Whether a verbatim line is a row of a table or of a list of contents."""
    return "\t" in verbatim.strip() or _LEADERS.search(verbatim) is not None or _ROW.search(verbatim) is not None


def announcement(text: str) -> tuple[HeadingKind, int, int] | None:
    """Kind of a feature or column that a line announces, where its label ends and where its title begins."""
    for kind, pattern in _ANNOUNCEMENTS:
        match = pattern.fullmatch(text)
        if match is None or not is_title_like(text):
            continue
        if match["bare"] is not None:
            words = match["bare"].strip()
            if not (_SPOKEN.match(text) and is_title_case(words)):
                continue
            return kind, match.end("label"), match.start("bare") + 1
        return kind, match.end("label"), match.start("words") if match["words"] else len(text)
    return None


def is_voice(text: str) -> bool:
    """Whether a title is a contributor's name and where the contributor is from."""
    if not _VOICE.fullmatch(text):
        return False
    name = text.split(",", 1)[0].split()
    return not any(word in _NOT_A_NAME for word in name)


def is_usual_title(text: str) -> bool:
    """Whether a title is one that parts of every section have, and no feature or column."""
    return text.casefold().strip(" ()<>[]") in _USUAL_TITLES


def is_bracketed_title(text: str) -> bool:
    """Whether a line is a title in brackets, as Japanese and older sections print them."""
    return _BRACKETED_TITLE.fullmatch(text) is not None


def is_trail(text: str, following: Iterable[str]) -> bool:
    """Whether a line is a page's trail (“Top > Chapter 1 > Overview”).

    Its last step is a title that follows, or its first one is the top of the site.
    """
    steps = [step.strip() for step in _STEPS.split(text)]
    if len(steps) < 2 or not all(steps):
        return False
    is_from_top = _TRAIL_START.fullmatch(steps[0]) is not None and not ends_sentence(text)
    return is_from_top or any(line.startswith(steps[-1]) for line in following)


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    return _PAGE.fullmatch(text) is not None


def is_way_back(text: str) -> bool:
    """Whether a line is a link of a page to its top or its neighbours, or a row of such links."""
    links = [link.strip() for link in _BETWEEN_LINKS.split(text.strip("|/ "))]
    if len(links) > 1:
        return all(_BACK.fullmatch(link) or _LINK.fullmatch(link) for link in links)
    return _BACK.fullmatch(text) is not None


def running_head(text: str) -> str:
    """What of a line comes back on other pages: its words without the page's number."""
    return without_page_number(text).casefold()


def without_page_number(text: str) -> str:
    """A line without the page's number before or behind its words."""
    return _NUMBER_AT_END.sub("", text.strip()).strip()


def has_page_number(text: str) -> bool:
    """Whether a line has a page's number before or after its words."""
    return _NUMBER_AT_END.search(text) is not None


def has_label_behind(verbatim: str) -> bool:
    """Whether a verbatim line is a printed page's head: a title, a gap, and the chapter or section it names."""
    return _LABEL_BEHIND.fullmatch(verbatim) is not None


def is_head_by_itself(text: str) -> bool:
    """Whether a line can be nothing but a running head: the yearbook's or a chapter's name with a page's number."""
    return any(
        is_edition(bare) or ("|" in text and any(mark.style is Style.CHAPTER for mark in marks(bare)))
        for bare in without_one_number(text)
    )


def without_one_number(text: str) -> list[str]:
    """A line without the page's number before its words, and without that behind them, as far as it has them."""
    return [text[: m.start()].strip() if m.start() else text[m.end() :].strip() for m in _NUMBER_AT_END.finditer(text)]
