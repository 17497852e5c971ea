"""The words of a web page in reading order, block by block, without navigation, scripts and what is hidden."""

import re
from collections import Counter
from dataclasses import replace

from selectolax.lexbor import LexborNode

from bluebook_desktop.domain.documents import HeadingKind
from bluebook_desktop.sources import forms
from bluebook_desktop.sources.blocks import Block
from bluebook_desktop.sources.lines import has_words, plain, squeezed
from bluebook_desktop.sources.numbering import marks
from bluebook_desktop.sources.problems import Problem
from bluebook_desktop.sources.type_sizes import SIZED, USUAL, most_used, size_of

_SKIPPED = frozenset(
    """
    script style noscript template iframe object embed applet svg math canvas audio video map form button select
    textarea input nav footer head title meta link base dialog menu datalist -comment _comment !doctype
    """.split()  # noqa: SIM905 - a word list reads better in rows
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure header
    hgroup hr html li main ol p pre section summary table tbody tfoot thead tr ul caption h1 h2 h3 h4 h5 h6
    legend
    """.split()  # noqa: SIM905 - a word list reads better in rows
)
_STRONG = frozenset(("b", "strong"))
_CELLS = frozenset(("td", "th"))
_ITEMS = frozenset(("li", "dd", "dt"))
_FURNITURE = frozenset(
    """
    nav navi gnav lnav globalnav localnav navigation breadcrumb breadcrumbs topicpath pankuzu footer skip
    skiplink sns share pagetop totop backtotop toplink menu sidebar searchbox lang languages printbtn hidden
    noprint
    """.split()  # noqa: SIM905 - a word list reads better in rows
)
_WHOLE_NAMES = frozenset(
    ("header", "search", "topic-path", "topic_path", "page-top", "page_top", "back-to-top", "global-header")
)
_NAME_PARTS = re.compile(r"[^a-z0-9]+")
_APART = (
    (
        HeadingKind.FEATURE,
        re.compile(r"special[-_ ]?feature|(?:^|[-_ ])(?:feature|tokushu)(?:$|[-_ ]|\d)", re.IGNORECASE),
    ),
    (
        HeadingKind.COLUMN,
        re.compile(
            r"(?:^|[-_ ])(?:columns?(?:[-_ ]?(?:box|area|\d{1,2}))?|opinion|topics?|box)(?:$|[-_ ])", re.IGNORECASE
        ),
    ),
)
#: Classes of layout that have "column" in their names.
_LAYOUT = re.compile(
    r"(?:one|two|three|four|multi|left|right|main|\d)[-_ ]?columns?|columns?[-_ ]?(?:left|right|[2-9]?(?:col|row))",
    re.I,
)
_CAPTION_CLASS = re.compile(
    r"caption|photo[-_ ]?text|figure[-_ ]?text|(?:^|[-_ ])(?:fig|figure|photo|graph|chart|picture)s?(?:$|[-_ \d])",
    re.IGNORECASE,
)
#: Images that are part of the page, not of what it tells.
_DECORATION = re.compile(
    r"logo|icon|button|btn|banner|spacer|bullet|arrow|(?<![a-z])(?:rule|line)[\d_-]*\.[a-z]+$", re.IGNORECASE
)
_LONGEST_CAPTION = 400
#: What more letters stand in is no cell of a table but part of a page's layout.
_LONGEST_CELL = 300
#: A line within a block that is longer and ends a sentence is a paragraph.
_LONGEST_LINE = 160
#: So many letters of cells are measured before a page is taken to be built to overwhelm a reader.
_MOST_MEASURED = 3_000_000
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\n"


class PageText:
    """Gathers the blocks of a page while it walks through its elements; the walk needs no depth of its own."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._problems: list[Problem] = []
        self._line = 1
        self._words: list[str] = []
        self._strong = 0
        self._plain_letters = 0
        self._strong_letters = 0
        self._rank = 0
        self._caption = 0
        self._row = False
        self._boxes: list[tuple[int, HeadingKind]] = []
        self._box_count = 0
        self._measured = 0
        self._open: list[tuple[LexborNode, str, bool, bool, bool]] = []
        self._sizes = [USUAL]
        self._letters_by_size: Counter[int] = Counter()
        self._all_by_size: Counter[int] = Counter()
        #: Whether nothing was shown since a picture; the size of type of each block that follows one.
        self._is_behind_picture = False
        self._behind_picture: dict[int, int] = {}
        #: For each open item of a list whether it shows a picture: its words are a caption then.
        self._items: list[bool] = []

    def read(self, root: LexborNode) -> None:
        """Walk through an element, from its beginning to its end."""
        node: LexborNode | None = root
        while node is not None:
            child = node.child if self._enter(node, root is node) else None
            if child is not None:
                node = child
                continue
            while (node is not None and node.next is None) or node is root:
                self._leave(node)
                if node is root or node is None:
                    self._flush()
                    return
                node = node.parent
            if node is not None:
                self._leave(node)
                node = node.next
        self._flush()

    def finish(self) -> tuple[str, list[Block], list[Problem]]:
        """The words, their blocks and what was left out."""
        kept: list[Block] = []
        usual = most_used(self._all_by_size)
        for i, size in self._behind_picture.items():
            if size < usual:
                self._blocks[i] = replace(self._blocks[i], caption=True)
        for i, block in enumerate(self._blocks):
            following = (one.plain for one in self._blocks[i + 1 : i + 4])
            if not block.rank and len(block.text) < _LONGEST_CELL and forms.is_trail(block.plain, following):
                sentence = f"“{block.plain[:60]}” was left out as a link of a web page."
                self._problems.append(Problem(block.line, sentence, block.lines))
            else:
                kept.append(block)
        return "".join(self._parts), kept, self._problems

    def _enter(self, node: LexborNode, is_root: bool) -> bool:
        """Begin an element; whether to go into it."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if not is_root and (tag in _SKIPPED or tag.startswith("-") or _is_furniture(node, tag)):
            return False
        if tag == "br":
            self._break()
            return False
        if tag == "img":
            self._image(node)
            return False
        self._open_element(node, tag)
        return True

    def _is_row(self, node: LexborNode) -> bool:
        """Whether a table's row is one of data: several cells with few words each; else the table lays out the page."""
        cells = []
        cell = node.child
        while cell is not None:
            cells += [cell] if cell.tag in _CELLS else []
            cell = cell.next
        if len(cells) < 2:
            return False
        filled = 0
        for cell in cells:
            length = len(cell.text().strip()) if self._measured < _MOST_MEASURED else _LONGEST_CELL + 1
            self._measured += length
            filled += length > 0
            if length > _LONGEST_CELL:
                return False
        return filled > 1

    def _break(self) -> None:
        """A line's end; a second one, or one right after bold words, ends the block."""
        last = self._words[-2:] if self._words and self._words[-1].isspace() else []
        twice = _BREAK in last and (last[-1] == _BREAK or last[0] == _BREAK)
        if not self._row and not self._rank and (twice or self._is_titled()):
            self._flush()
        else:
            self._words.append(_BREAK)

    def _open_element(self, node: LexborNode, tag: str) -> None:
        boxed = captioned = row = False
        if tag in _BLOCKS:
            self._flush()
            kind = _kind_of_box(node) if tag in ("div", "section", "aside", "table", "article") else None
            if kind is not None and not self._boxes:
                self._box_count += 1
                self._boxes.append((self._box_count, kind))
                boxed = True
            captioned = tag in ("figcaption", "caption") or _CAPTION_CLASS.search(_names(node)) is not None
            self._caption += captioned
            if tag == "tr" and not self._row:
                self._row = self._is_row(node)
                row = self._row
            if tag[0] == "h" and tag[1:].isdigit():
                self._rank = int(tag[1:])
            if tag in _ITEMS:
                self._items.append(False)
        elif tag in _CELLS and self._words:
            self._words.append("\t")
        elif tag in SIZED:
            size = size_of(node, tag, self._sizes[-1])
            self._strong += size > max(self._sizes[-1], USUAL)  # a larger type sets off a title as a bold one does
            self._sizes.append(size)
        self._strong += tag in _STRONG
        self._open.append((node, tag, boxed, captioned, row))

    def _leave(self, node: LexborNode | None) -> None:
        """End an element, if it was begun."""
        if node is None or not self._open or self._open[-1][0].mem_id != node.mem_id:
            return
        _, tag, boxed, captioned, row = self._open.pop()
        if tag in _BLOCKS:
            self._flush()
            self._caption -= captioned
            if row:
                self._row = False
            if tag[0] == "h" and tag[1:].isdigit():
                self._rank = 0
            if tag in _ITEMS:
                self._items.pop()
        elif tag in SIZED:
            self._strong -= self._sizes.pop() > max(self._sizes[-1], USUAL)
        if boxed:
            self._boxes.pop()
        self._strong -= tag in _STRONG
        if (
            (tag in _STRONG or tag in SIZED)
            and self._is_titled()
            and _BREAK in self._words[-2:]
            and not (self._row or self._rank)
        ):
            self._flush()  # “<b>Title<br></b>”

    def _is_titled(self) -> bool:
        """Whether the words gathered are bold ones that have ended."""
        return self._strong_letters > 0 and self._plain_letters == 0 and not self._strong

    def _text(self, words: str) -> None:
        self._words.append(_SPACES.sub(" ", words))
        letters = sum(1 for character in words if not character.isspace())
        self._letters_by_size[self._sizes[-1]] += letters
        if self._strong:
            self._strong_letters += letters
        else:
            self._plain_letters += letters

    def _image(self, node: LexborNode) -> None:
        """An image's own words are a caption; the same words below it are their second printing."""
        if _DECORATION.search(node.attributes.get("src") or ""):
            return
        if self._items:
            self._items[-1] = True
        words = _SPACES.sub(" ", node.attributes.get("alt") or "").strip()
        if len(words) >= 6 and (len(words.split()) >= 3 or forms.is_japanese(words)):
            self._flush()
            self._put(words, caption=True)
        self._is_behind_picture = self._strong_letters + self._plain_letters == 0

    def _flush(self) -> None:
        """Make blocks of the words gathered; two line breaks part paragraphs, one stays within."""
        joined = re.sub(r" ?\n ?", "\n", re.sub(r"[ \t]*\t[ \t]*", "\t", _gathered(self._words)))
        strong = self._strong_letters > 0 and self._plain_letters == 0
        size = most_used(self._letters_by_size)
        self._all_by_size.update(self._letters_by_size)
        self._letters_by_size.clear()
        self._words, self._strong_letters, self._plain_letters = [], 0, 0
        if not joined.strip():
            return
        under = self._is_behind_picture and not strong and not self._rank and len(joined) <= _LONGEST_CAPTION
        under = under and not _is_numbered(joined.strip())  # a part may begin right below a picture
        below = under and joined.lstrip(" ").startswith(_BREAK) and not forms.ends_sentence(plain(joined).text)
        pieces = [joined] if self._row or self._rank else _parted(joined)
        for piece in pieces:
            words = piece.strip()
            if self._row:
                words = words.replace("\n", " ")
            if has_words(words):
                if under and not below:
                    self._behind_picture[len(self._blocks)] = size
                self._put(words, strong=strong, caption=below)
                under = False

    def _put(self, words: str, *, strong: bool = False, caption: bool = False) -> None:
        if forms.is_way_back(plain(words[:200]).text):
            return
        is_caption = caption or (self._caption > 0 and len(words) <= _LONGEST_CAPTION)
        before = self._blocks[-1] if self._blocks else None
        if before is not None and (is_caption or before.caption) and before.squeezed == squeezed(words) != "":
            return  # the image's words and the caption under it are one
        self._is_behind_picture = False
        self._parts.append("\n\n" if before is not None else "")
        start = self.length + len(self._parts[-1])
        self._line += 2 if before is not None else 0
        box, kind = self._boxes[-1] if self._boxes else (0, None)
        self._blocks.append(
            Block(
                words,
                start,
                self._line,
                row=self._row,
                rank=self._rank,
                strong=strong,
                caption=is_caption and not self._rank,
                running=not self._rank,
                item=bool(self._items) and not self._items[-1],
                kind=kind,
                box=box,
            )
        )
        self._line += words.count("\n")
        self._parts.append(words)
        self.length = start + len(words)


def _parted(words: str) -> list[str]:
    """Where two line breaks stand, or one behind a sentence or a numbered title, a block ends."""
    pieces: list[str] = []
    for paragraph in re.split(r"\n{2,}", words):
        opened: list[str] = []
        for line in paragraph.split("\n"):
            if opened and (_is_whole(opened[-1]) or (_is_numbered(line) and not opened[-1].endswith(","))):
                pieces.append("\n".join(opened))
                opened = []
            opened.append(line)
        pieces.append("\n".join(opened))
    return pieces


def _is_whole(line: str) -> bool:
    """Whether a line in a block is a paragraph or title by itself."""
    words = plain(line[-400:]).text
    return (len(line) > _LONGEST_LINE and forms.ends_sentence(words)) or _is_numbered(line)


def _is_numbered(line: str) -> bool:
    """Whether a line is a title with its number, or with a sign before it."""
    words = plain(line[:_LONGEST_CELL]).text if len(line) < _LONGEST_CELL else ""
    return bool(marks(words) or forms.sign_before(words)) and forms.is_title_like(words) and forms.is_title_case(words)


def _gathered(words: list[str]) -> str:
    return re.sub(r" {2,}", " ", "".join(words))


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()[:500]


def _is_furniture(node: LexborNode, tag: str) -> bool:
    """Whether an element is there for finding one's way, not for reading."""
    attributes = node.attributes
    if not attributes:
        return False
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN.search(attributes.get("style") or "")
    ):
        return True
    if attributes.get("role") in ("navigation", "banner", "contentinfo", "search"):
        return True
    names = _names(node).split()
    if tag not in ("html", "body", "main", "article") and any(name in _WHOLE_NAMES for name in names):
        return True
    return any(part in _FURNITURE for name in names for part in _NAME_PARTS.split(name))


def _kind_of_box(node: LexborNode) -> HeadingKind | None:
    names = _names(node)
    if _LAYOUT.search(names):
        return None
    return next((kind for kind, pattern in _APART if pattern.search(names)), None)
