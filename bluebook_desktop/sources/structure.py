"""Blocks become a Document: which of them are headings, of what kind and depth, which are captions.

Nothing is corrected: a passage is a slice of the text. What the layout means is inferred from the blocks' form and
order, and from what a web page says of them.
"""

import re

from bluebook_desktop.domain.documents import Document, HeadingKind, Passage, PassageKind
from bluebook_desktop.sources import forms
from bluebook_desktop.sources.blocks import Block
from bluebook_desktop.sources.headings import Outline, Title
from bluebook_desktop.sources.lines import line_breaks, squeezed
from bluebook_desktop.sources.marking import choose_marks
from bluebook_desktop.sources.numbering import Mark, Style, places
from bluebook_desktop.sources.problems import Problem

#: A caption whose words are printed twice has at least so many letters in each half.
_SHORTEST_DOUBLED = 6
_LONGEST_TITLE = 400
#: The entry of a chronology begins with its day: “Jan. 11 Law enacted”, “July 7-9 Summit”.
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_ENTRY = re.compile(rf"{_MONTH} [0-9]{{1,2}}(?:-[0-9]{{1,2}})? (?=[A-Z])")
#: Below another entry a month alone begins one too: “April First meeting of the Council”.
_NEXT_ENTRY = re.compile(rf"{_MONTH} (?=[A-Z])")
_LONE_MARK = re.compile(r"[(]?(?:[0-9]{1,2}|[A-Za-z]|[IVX]{1,4})[.)]")
_WITHIN_SENTENCE = re.compile(r"[a-z]+[,;]? [a-z“\"(A-Z0-9]|\([A-Z][\w .-]{1,30}\)[,;] ")
#: So many titles of figures may stand at the end of a text.
_FIGURES = 8
_WORDS_WITHOUT_TITLE = (Style.EDITION, Style.CHAPTER, Style.SECTION, Style.PART)


def read_structure(text: str, blocks: list[Block], *, page: bool = False) -> tuple[Document, list[Problem]]:
    """The document that the blocks of a text (or of a web page) make, and what was not understood."""
    reader = _Reader(text, blocks, page=page)
    return reader.read(), reader.problems


class _Reader:
    """Walks the blocks once, with the little it must remember of those before."""

    def __init__(self, text: str, blocks: list[Block], *, page: bool) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._page = page
        self._blocks, self._twice = self._without_second_printings(blocks)
        candidates = [self._may_be_numbered(block) for block in self._blocks]
        self._marks, out_of_order = choose_marks([b.plain for b in self._blocks], candidates)
        self.problems += [
            Problem(self._blocks[i].line, f"“{self._blocks[i].plain[:60]}” is out of the order of its numbering.")
            for i in out_of_order
        ]
        sequence = [(mark.style, mark.value) for mark in self._marks if mark is not None]
        self._outline = Outline(text, places(sequence))
        self._passages: list[Passage] = []
        self._boxes: set[int] = set()
        self._box = 0

    def read(self) -> Document:
        """The document."""
        index = 0
        while index < len(self._blocks):
            self._enter_box(self._blocks[index])
            index += self._take(index)
        headings = self._outline.finish(len(self._passages))
        if not headings and self._passages:
            self.problems.append(Problem(1, "No headings were found: the passages stand in one row."))
        return Document(headings, tuple(self._passages))

    def _without_second_printings(self, blocks: list[Block]) -> tuple[list[Block], set[int]]:
        """The blocks without those that repeat the one before, and which were repeated."""
        kept: list[Block] = []
        twice: set[int] = set()
        for block in blocks:
            if not self._page and kept and _is_second_printing(kept[-1], block):
                twice.add(len(kept) - 1)
                self._leave_out_second(block, block.line, block.lines)
            else:
                kept.append(block)
        return kept, twice

    def _leave_out_second(self, block: Block, line: int, lines: int) -> None:
        sentence = f"“{block.plain[:60]}” is printed twice: the second printing was left out."
        self.problems.append(Problem(line, sentence, lines))

    def _may_be_numbered(self, block: Block) -> bool:
        if block.row or block.caption or _half(block) or len(block.text) > forms.LONGEST_HEADING + 50:
            return False
        if forms.is_note(block.plain):
            return False
        if self._page and block.running and not block.strong and not forms.is_title_case(block.plain):
            return False
        alone = _LONE_MARK.fullmatch(block.plain) is not None  # “6.”, its title on the next line
        return bool(block.rank) or alone or forms.is_title_like(block.plain) or forms.is_question_or_call(block.plain)

    def _enter_box(self, block: Block) -> None:
        if block.box != self._box:
            if self._box:
                self._outline.leave_box(len(self._passages))
            self._box = block.box

    def _take(self, index: int) -> int:
        """Take the block at `index` (and the next where they belong together); how many were taken."""
        block = self._blocks[index]
        half = _half(block)
        if half:
            self._add(PassageKind.CAPTION, block, half)
            first = line_breaks(block.text[:half])
            if first + 1 < block.lines:
                self._leave_out_second(block, block.line + first + 1, block.lines - first - 1)
        elif (mark := self._marks[index]) is not None and (found := self._title(index, mark)) is not None:
            title, taken = found
            self._outline.open_counted(mark, title, len(self._passages), block.rank)
            return taken
        elif taken := self._take_box_or_announced(index):
            return taken
        elif block.caption or (index in self._twice and not block.rank):
            self._add(PassageKind.CAPTION, block)
        elif block.rank:
            self._outline.open_ranked(block.rank, _whole(block), len(self._passages))
        else:
            self._take_unnumbered(index)
        return 1

    def _title(self, index: int, mark: Mark) -> tuple[Title, int] | None:
        """Label and words of a numbered heading; its words may stand in the block below.

        With it how many blocks it is made of.
        """
        block = self._blocks[index]
        if mark.style is Style.EDITION:
            return _whole(block), 1
        form = block.form
        label_start, label_end = form.verbatim(0, mark.label_end)
        label = block.text[label_start:label_end]
        if mark.words < len(form.text):
            return Title(block.start, block.start + form.offsets[mark.words], block.end, label), 1
        following = self._following(index)
        alone = mark.style in _WORDS_WITHOUT_TITLE  # “Chapter 2” by itself: its title follows, however it is set
        if following is not None and self._is_words_of_title(index + 1, plain=alone):
            return Title(block.start, _whole(following).words, following.end, label), 2
        if mark.style in _WORDS_WITHOUT_TITLE or block.rank:
            return Title(block.start, block.end, block.end, label), 1
        return None

    def _is_words_of_title(self, index: int, *, plain: bool = False) -> bool:
        """Whether a block is nothing but a title; on a page a `plain` one may be set as a paragraph is."""
        block = self._blocks[index]
        if self._marks[index] is not None or block.row or block.caption or _half(block):
            return False
        if (
            forms.announcement(block.plain)
            or forms.is_note(block.plain)
            or not (self._may_be_title(block) or (plain and forms.is_title_case(block.plain)))
        ):
            return False
        return forms.is_title_like(block.plain) or forms.is_question_or_call(block.plain)

    def _may_be_title(self, block: Block) -> bool:
        """Whether a block is set as a title is: on a page by its rank or in bold."""
        return not self._page or bool(block.rank) or block.strong

    def _take_box_or_announced(self, index: int) -> int:
        """Open the heading of a box on a page, or of a feature or column whose announcement is printed."""
        block = self._blocks[index]
        announced = None if block.row or block.caption else forms.announcement(block.plain)
        if announced is not None:
            kind, label_end, words = announced
            label = block.text[slice(*block.form.verbatim(0, label_end))]
            if words < len(block.plain):
                start = block.start + block.form.offsets[words]
                return self._open_apart(kind, block, Title(block.start, start, block.end, label))
            if index + 1 < len(self._blocks) and self._is_title_of_apart(index + 1):
                following = self._blocks[index + 1]
                self._open_apart(kind, block, Title(block.start, _whole(following).words, following.end, label))
                return 2
            return self._open_apart(kind, block, _whole(block))
        if block.kind is not None and block.box not in self._boxes and not block.caption:
            if block.rank or block.strong or forms.is_title_like(block.plain):
                return self._open_apart(block.kind, block, _whole(block))
            self._boxes.add(block.box)
        return 0

    def _is_title_of_apart(self, index: int) -> bool:
        block = self._blocks[index]
        return bool(block.rank or block.strong) or self._is_words_of_title(index)

    def _open_apart(self, kind: HeadingKind, block: Block, title: Title) -> int:
        self._boxes.add(block.box)
        self._outline.open_apart(kind, title, len(self._passages), in_box=bool(block.box))
        return 1

    def _take_unnumbered(self, index: int) -> None:
        """A paragraph, a caption printed once, or a heading without a number."""
        block = self._blocks[index]
        words = block.plain
        if self._is_caption(block):
            self._add(PassageKind.CAPTION, block)
        elif sign := self._sign_of_title(index):
            start = block.start + block.form.offsets[sign]
            title = Title(block.start, start, block.end, block.text[slice(*block.form.verbatim(0, 1))])
            self._outline.open_unnumbered(words[sign:], title, len(self._passages))
        elif self._is_running(block) or self._is_gone_on_with(index) or (self._page and not block.strong):
            self._add(PassageKind.PARAGRAPH, block)
        elif not self._is_title(index):
            is_picture = not self._page and words[0].isupper() and self._may_be_under_picture(words)
            self._add(PassageKind.CAPTION if is_picture else PassageKind.PARAGRAPH, block)
        elif self._has_nothing_below(index):
            # A title with nothing under it is that of a figure.
            self._add(PassageKind.CAPTION, block)
        else:
            self._outline.open_unnumbered(words, _whole(block), len(self._passages))

    def _sign_of_title(self, index: int) -> int:
        """How long the sign is that stands before a title (“■ Culture”); 0 where it is that of a list's entry.

        A title has text below it, and none that begins with the same sign.
        """
        block, following = self._blocks[index], self._following(index)
        sign = forms.sign_before(block.plain)
        if not sign or following is None or block.row or block.item:
            return 0
        beside = [following, self._blocks[index - 1]] if index else [following]
        if any(one.plain[0] == block.plain[0] for one in beside if one.plain):
            return 0
        words = block.plain[sign:]
        if not forms.is_title_like(words) or not (block.strong or forms.is_title_case(words)):
            return 0
        return 0 if self._is_caption(following) or following.item else sign

    def _is_caption(self, block: Block) -> bool:
        """Whether the words themselves say that they stand under a picture or above a figure.

        The entries of a list end with their dates in brackets too.
        """
        if block.row or block.item or len(block.text) > _LONGEST_TITLE or forms.is_note(block.plain):
            return False
        return forms.is_caption(block.plain) and not forms.ends_sentence(block.plain)

    def _may_be_under_picture(self, words: str) -> bool:
        after_picture = bool(self._passages) and self._passages[-1].kind is PassageKind.CAPTION
        return words.count(" ") >= 3 or after_picture or forms.has_participle(words)

    def _is_running(self, block: Block) -> bool:
        words = block.plain
        above = self._passages[-1].text if self._passages else ""
        goes_on = _NEXT_ENTRY.match(words) and not forms.ends_sentence(above)
        if _ENTRY.match(words) or (goes_on and (_ENTRY.match(above) or _NEXT_ENTRY.match(above))):
            return True
        if block.row or forms.is_note(words) or forms.is_bullet(words) or len(block.text) > _LONGEST_TITLE:
            return True
        return not (forms.is_title_like(words) or forms.is_question_or_call(words))

    def _is_gone_on_with(self, index: int) -> bool:
        """Whether the block below begins within a sentence: a page's end parts them, and this one is no title."""
        following, block = self._following(index), self._blocks[index]
        if following is None or self._marks[index + 1] is not None or following.row or following.caption:
            return False
        if block.parted and forms.has_small_word(block.plain) and forms.has_small_word(following.plain):
            return True
        return _WITHIN_SENTENCE.match(following.plain) is not None

    def _is_title(self, index: int) -> bool:
        words = self._blocks[index].plain
        if forms.is_japanese(words):
            return len(words) <= 30 or self._blocks[index].strong
        return forms.is_title_case(words) or forms.is_bracketed_title(words) or forms.is_question_or_call(words)

    def _has_nothing_below(self, index: int) -> bool:
        last = index + _FIGURES
        while (following := self._following(index)) is not None and index < last and self._is_words_of_title(index + 1):
            index += 1  # several of them at the end are the titles of figures
        if following is None:
            return True
        if self._blocks[index].plain.startswith(("【", "〈", "《")):
            return False  # Japanese sections print their unnumbered titles so
        above_is_heading = self._outline.last_is_heading(len(self._passages))
        below_is_heading = self._marks[index + 1] is not None or forms.announcement(following.plain) is not None
        return below_is_heading and not above_is_heading

    def _following(self, index: int) -> Block | None:
        return self._blocks[index + 1] if index + 1 < len(self._blocks) else None

    def _add(self, kind: PassageKind, block: Block, length: int = 0) -> None:
        words = block.text[:length] if length else block.text
        if kind is PassageKind.CAPTION:
            self._outline.end_voice(len(self._passages))
        credit = forms.CREDIT.search(words) if kind is PassageKind.CAPTION else None
        self._passages.append(
            Passage(
                len(self._passages) + 1,
                kind,
                words,
                self._outline.innermost(),
                block.start,
                block.start + len(words),
                (credit[1] or credit[2] or "") if credit else "",
            )
        )
        if kind is PassageKind.PARAGRAPH:
            self._outline.note_pointers(words)


def _is_second_printing(first: Block, second: Block) -> bool:
    """Whether a caption or heading is printed again; equal rows and long paragraphs are not that."""
    words = second.squeezed
    if second.row or len(words) < _SHORTEST_DOUBLED or words != first.squeezed:
        return False
    return not (forms.ends_sentence(second.plain) and len(words) > forms.LONGEST_HEADING)


def _whole(block: Block) -> Title:
    """A heading that is a block, without a label."""
    return Title(block.start, block.start + block.form.offsets[0], block.end)


def _half(block: Block) -> int:
    """How long the first of two printings of a caption is in a block that holds both, else 0."""
    words = block.squeezed
    half, odd = divmod(len(words), 2)
    if odd or half < _SHORTEST_DOUBLED or words[:half] != words[half:]:
        return 0
    low, high = 1, len(block.text)
    while low < high:  # the shortest beginning that has the first half's letters
        middle = (low + high) // 2
        if len(squeezed(block.text[:middle])) < half:
            low = middle + 1
        else:
            high = middle
    return low
