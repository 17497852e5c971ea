"""A text that lost all of its line breaks: parted again at numbered titles, and where a caption is printed twice.

A title is told only where a sentence has ended or another title stands before it, its mark fits the count, and its
end is sure: where a sentence opens with a word that titles write small, or with its subject. In doubt nothing is
parted, for a wrong heading is worse than none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from bluebook_desktop.sources import forms, unbroken_japanese
from bluebook_desktop.sources.lines import Line, plain
from bluebook_desktop.sources.marking import choose_marks
from bluebook_desktop.sources.numbering import Mark, Style

#: A line is all of a text where it has so many letters and this share of them.
_FEWEST_LETTERS, _FEWEST_LETTERS_JA = 1_500, 400
_MOST_LETTERS = 2_000_000
_SHARE = 0.9
_LONGEST_TITLE = 160
_MOST_WORDS = 24
_MOST_TITLES = 1_000
#: So often titles that do not fit the count are taken back.
_MOST_PASSES = 6
#: A page of the yearbook's may begin within its count, with a section of so high a number.
_FIRST_OF_PAGE = 9
#: So many of a count may be missing.
_MOST_MISSING = 3
_EDITION = re.compile(
    r"(?:The )?Diplomatic Bluebook,? (?:for )?(?:19|20)\d\d(?: \(?Summary\)?)?(?= [A-Z(\d])", re.IGNORECASE
)
_MARK = re.compile(
    r"(?P<named>(?:Chapter|Section|Part|CHAPTER|SECTION|PART) (?:\d{1,2}|[IVX]{1,5})[.:]?)"
    r"|(?P<number>\d{1,2}(?:-\d{1,2})?[.)]?)|(?P<other>[(]\d{1,2}[)]|[A-H][.)]?|[IVX]{2,5}[.)]?|[(][A-Za-z][)]|[①-⑳])"
)
_BEHIND_MARK = re.compile(r" ?(?=[A-Z“\"(])| (?=\d{1,2}[ .])")
_APART = re.compile(r"(?:Column|COLUMN|Special Feature|SPECIAL FEATURE)(?: \d{1,2})?:? (?=[A-Z“\"])")
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9)%”\"’])[.!?][)”\"’]*\d{0,2} +|(?<=[A-Z]{2})[.!?] +(?=[(\d]|[A-H] )"
    r"|(?<= )[A-Z][\w’'-]*[a-z] (?=[(]\d{1,2}[)] [A-Z])"  # a figure's title has no full stop
)
#: Behind these a number or a name goes on with the sentence: “see Fig. 2”, “vol. 3”.
_WANTS_MORE = re.compile(r"\b(?:[Ff]igs?|[Nn]os?|[Vv]ols?|pp?|cf|approx|vs|Art|Sec|Mr|Mrs|Ms|Dr|St|Gen|Adm|Lt)\.$")
_LONGEST_ABBREVIATION = 8
#: What is written small within a title and opens a sentence.
_OPENERS = frozenset(
    """
    The An In On At As For To This These Those It There If Although However Moreover Furthermore Meanwhile Additionally
    Among He She They We I When While
    """.split()  # noqa: SIM905 - a word list reads better in rows
)
#: What titles may write with a capital as well: it opens a sentence where running words come at once.
_WEAK_OPENERS = frozenset(
    """
    Under With From During Since After Through Based Following Before By Of Both Such Its Their Many Some Recently
    Regarding Concerning Considering Amid Given Despite Until Along Toward Over Upon Within According Due Together
    Thanks Owing Prior Subsequent Coincident Parallel Apart Aside Besides
    """.split()  # noqa: SIM905 - a word list reads better in rows
)
_DETERMINER = frozenset(("its", "their", "such", "this", "these"))
_COUNTED_THINGS = frozenset(
    """
    Article Phase Goal Goals No. No Level Track Part Group Chapter Section Resolution Annex Round Stage Pillar Type
    Block Unit
    """.split()  # noqa: SIM905 - a word list reads better in rows
)
#: A title in small letters has no more words, and no verb.
_SHORT_TITLE = 8
_VERB = re.compile(
    r"is|are|was|were|has|have|had|will|would|can|could|should|must|may|held|met|took|made|[a-z]+ed|said|visits?"
)
#: Who a sentence opens with.
_SUBJECT = re.compile(
    r"(?:Japan and the (?:United States|U[.]S[.]|Republic of Korea|EU)|Japan|North Korea|South Korea|China|Russia"
    r"|India|Iran|Iraq|Israel|Australia|Germany|France|Ukraine|Myanmar|Vietnam|Indonesia|Mongolia|Turkey|Brazil|Mexico"
    r"|ASEAN|MOFA|China Coast Guard(?= [a-z]+ )"
    r"|(?:(?:Prime|Foreign|Defense|State) Minister|President) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?= )"
)
#: A caption that is printed twice: so many letters at least, so far apart at most.
_SHORTEST_CAPTION = 24
_LONGEST_CAPTION = 500


@dataclass(frozen=True, slots=True)
class _Title:
    """A title within a line: its place, whether another one follows at once, and whether it is that of a column."""

    start: int
    end: int
    chained: bool
    apart: bool = False


def parted(lines: list[Line]) -> list[Line]:
    """The lines of a text; where one line is all of it, its titles, captions and what stands between them."""
    longest = max(lines, key=lambda line: len(line.text), default=None)
    if longest is None or len(longest.text) > _MOST_LETTERS:
        return lines
    japanese = forms.is_japanese(longest.plain)
    if len(longest.text) < max(
        _FEWEST_LETTERS_JA if japanese else _FEWEST_LETTERS, _SHARE * sum(len(line.text) for line in lines)
    ):
        return lines
    if japanese:
        found = list(_as_lines(longest, unbroken_japanese.pieces(longest.text)))
        return [one for line in lines for one in (found if line is longest else [line])]
    titles = _fitting(longest.text)
    cuts = sorted({0, len(longest.text), *(at for one in titles for at in (one.start, one.end))})
    begun = {one.start for one in titles}
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        pieces += [(start, end)] if start in begun else _without_captions(longest.text, start, end)
    if len(pieces) < 2:
        return lines
    found = list(_as_lines(longest, pieces))
    return [one for line in lines for one in (found if line is longest else [line])]


def _as_lines(line: Line, pieces: list[tuple[int, int]]) -> Iterator[Line]:
    for start, end in pieces:
        words = line.text[start:end].strip()
        if words:
            at = line.start + line.text.index(words, start)
            yield replace(line, text=words, start=at, gap=True, indent=0)


def _fitting(text: str) -> list[_Title]:
    """The titles whose marks fit the count of the others; none where they are too few to be sure."""
    titles = list(islice(_titles(text), _MOST_TITLES + 1))
    if len(titles) > _MOST_TITLES:
        return []  # no section has so many
    for _ in range(_MOST_PASSES):
        words = [plain(text[one.start : one.end]).text for one in titles]
        marks, _late = choose_marks(words, [not one.apart for one in titles])
        wrong = set(_out_of_count(marks, titles, words))
        wrong |= {i for i, one in enumerate(titles) if one.apart and forms.announcement(words[i]) is None}
        if not wrong:
            return titles if len(titles) > 2 else []
        titles = [one for i, one in enumerate(titles) if i not in wrong and not (one.chained and i + 1 in wrong)]
    return []


def _may_be_article(i: int, titles: list[_Title], words: list[str]) -> bool:
    """Whether an A stands behind a sentence and not right behind another title."""
    chained = i > 0 and titles[i - 1].chained and titles[i].start - titles[i - 1].end <= 1
    return words[i].startswith("A ") and not chained


def _has_second(first: Mark, behind: list[Mark | None]) -> bool:
    """Whether a B follows an A: alone it is as well an article."""
    following = next((one for one in behind if one and one.style is first.style), None)
    return following is not None and following.value == first.value + 1


def _out_of_count(marks: list[Mark | None], titles: list[_Title], words: list[str]) -> Iterator[int]:
    """The titles whose marks go on with no count; some of a count may be missing, for their ends were not sure."""
    last: dict[Style, tuple[int, int]] = {}
    for i, mark in enumerate(marks):
        if titles[i].apart:
            continue
        if mark is None or (_may_be_article(i, titles, words) and not _has_second(mark, marks[i + 1 :])):
            yield i
            continue
        value, at = last.get(mark.style, (0, -1))
        begins_anew = mark.value <= _MOST_MISSING and any(m and m.style is not mark.style for m in marks[at + 1 : i])
        if mark.value == 1 or 0 < mark.value - value <= _MOST_MISSING or begins_anew or at < 0:
            last[mark.style] = (mark.value, i)
        else:
            yield i


def _titles(text: str) -> Iterator[_Title]:
    """What may be titles, in their order."""
    edition = _EDITION.match(text)
    if edition:
        yield _Title(0, edition.end(), chained=True)
    at, last_number = edition.end() + 1 if edition else 0, 0
    ends = iter([match.end() for match in _SENTENCE_END.finditer(text) if not _wants_more(text, match.start())])
    while True:
        title = _title_at(text, at, last_number)
        if title is not None:
            mark = _MARK.match(text, at)
            last_number = _number(text, at) or (0 if mark and mark["named"] else last_number)
            yield title
            if title.chained:
                at = title.end + 1
                continue
        twice = _end_of_twice(text, at, len(text))
        if twice:
            at = twice + 1
            continue
        following = next((end for end in ends if end > at), None)
        if following is None:
            return
        at = following


def _wants_more(text: str, stop: int) -> bool:
    """Whether a full stop ends an abbreviation behind which the sentence goes on."""
    return _WANTS_MORE.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop + 1) is not None


def _number(text: str, at: int) -> int:
    """The count of a mark that is nothing but a number."""
    mark = _MARK.match(text, at)
    return int(re.split(r"\D", mark["number"])[0]) if mark and mark["number"] else 0


def _title_at(text: str, start: int, last_number: int) -> _Title | None:
    """The title that begins at a place with its mark, if its end is sure."""
    apart = _APART.match(text, start)
    begin = apart.end() if apart else _behind_mark(text, start)
    if not begin:
        return None
    number = _number(text, start) or (0 if text[start].isalpha() else last_number)
    found = list(re.finditer(r"\S+", text[begin : begin + _LONGEST_TITLE]))[:_MOST_WORDS]
    places, words = [begin + one.start() for one in found], [one.group() for one in found]
    bracketed = _within_brackets(words)
    for k, word in enumerate(words):
        if k in bracketed:
            continue
        if (k or (begin - start > 4 and not apart)) and _begins_another(
            text, places[k], words[k - 1] if k else "", number
        ):
            end = places[k] - (text[places[k] - 1] == " ")
            return _Title(start, end, chained=True, apart=apart is not None)
        if k and _opens_sentence(words, k):
            return _Title(start, places[k] - 1, False, apart is not None) if _may_end(words[k - 1]) else None
        if not _is_of_title(word):
            end = _before_subject(text, words, places, k) or _before_opener(words, places, k)
            return _Title(start, end - 1, False, apart is not None) if end else None
        if (forms.ends_sentence(word) and not forms.ends_abbreviated(word)) or (apart and word.endswith(",")):
            return None  # behind a column's title stands who wrote it, and where he or she is from
    return None


def _within_brackets(words: list[str]) -> set[int]:
    """Which words of a title stand in brackets, and so may be small: “North Korea (including abductions)”."""
    within: set[int] = set()
    opened = -1
    for k, word in enumerate(words):
        if word.startswith("(") and not re.match(r"[(](?:[0-9]{1,2}|[A-Za-z])[)]", word):
            opened = k
        if opened >= 0 and word.endswith(")"):
            within |= set(range(max(1, opened), k + 1))
            opened = -1
    return within


def _before_opener(words: list[str], places: list[int], k: int) -> int:
    """Where a sentence begins behind a short title in small letters: “Domestic affairs In North Korea, …”; else 0."""
    for i in range(k + 1, min(len(words), _SHORT_TITLE)):
        if words[i].rstrip(",") in _OPENERS:
            return places[i] if _may_end(words[i - 1]) else 0
        if not words[i].isalpha() or _VERB.fullmatch(words[i]):
            return 0
    return 0


def _behind_mark(text: str, at: int) -> int:
    """Where the words behind a mark begin; 0 where no mark stands."""
    mark = _MARK.match(text, at)
    behind = _BEHIND_MARK.match(text, mark.end()) if mark else None
    if mark is None or behind is None or (behind.end() == mark.end() and mark.group()[-1].isalnum()):
        return 0
    return 0 if text[behind.end()].isdigit() and not mark["named"] else behind.end()


def _begins_another(text: str, at: int, before: str, last_number: int) -> bool:
    """Whether a mark stands right behind a title; a number alone must go on counting."""
    if not _behind_mark(text, at) or not _may_end(before):
        return False
    number = _number(text, at)
    if not number:
        return True
    goes_on = number in (1, last_number + 1) or (not last_number and number <= _FIRST_OF_PAGE)
    return goes_on and before not in _COUNTED_THINGS


def _opens_sentence(words: list[str], k: int) -> bool:
    word = words[k].rstrip(",")
    if words[k - 1].endswith((":", "-", "–", "—")):
        return False
    if word in _OPENERS or (word == "A" and k + 1 < len(words) and words[k + 1][0].islower()):
        return True
    if word not in _WEAK_OPENERS:
        return False
    follows = next((one for one in words[k + 1 :] if one not in _DETERMINER and not forms.is_small(one)), "A")
    return follows[0].islower()


def _is_of_title(word: str) -> bool:
    first = word.lstrip("“\"‘'([")[:1]
    return not first.islower() or forms.is_small(word)


def _may_end(word: str) -> bool:
    """Whether a title may end with a word."""
    return not forms.is_small(word) and not word.endswith((",", ";", ":", "-", "–")) and word != "&"


def _before_subject(text: str, words: list[str], places: list[int], k: int) -> int:
    """Where the sentence begins whose verb is the word `k`, if its subject is sure; 0 if not."""
    if k and forms.is_usual_title(words[0]):
        return places[1]
    for i in range(k - 1, 0, -1):
        subject = _SUBJECT.match(text, places[i])
        if subject and _may_end(words[i - 1]) and subject.end() in (places[k] - 1, places[k]):
            return places[i]
    folded = [word.casefold() for word in words]
    repeated = (i for i in range(k, 0, -1) if folded[:i] == folded[i : 2 * i])
    return next((places[i] for i in repeated), 0)  # “Information Security Information security plays …”


def _without_captions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of a piece's parts, captions that are printed twice by themselves."""
    parts: list[tuple[int, int]] = []
    at = begun = start
    ends = iter([match.end() for match in _SENTENCE_END.finditer(text, start, end)])
    while at < end:
        twice = _end_of_twice(text, at, end)
        if twice:
            parts += [(begun, at)] if at > begun else []
            parts.append((at, twice))
            at = begun = twice + text.startswith(" ", twice)
            continue
        at = next((one for one in ends if one > at), end)
    return [*parts, (begun, end)] if end > begun else parts


def _end_of_twice(text: str, start: int, end: int) -> int:
    """Where the second printing of a caption ends whose first one begins at `start`; 0 where there is none."""
    if not text[start : start + 1].isupper():
        return 0
    key = text[start : start + _SHORTEST_CAPTION]
    again = text.find(key, start + _SHORTEST_CAPTION, min(end, start + _LONGEST_CAPTION))
    if again < 0:
        return 0
    words = text[start:again].rstrip()
    if forms.ends_sentence(words):
        return 0
    stop = again + len(words)
    return stop if text.startswith(words, again) and text[stop : stop + 1] in ("", " ") else 0
