"""What a reader typed, understood as words and phrases. No input is an error."""

from dataclasses import dataclass

from bluebook_desktop.domain.folding import fold_verbatim, words

#: Longer input is cut: nobody types it, and every word costs a look-up.
LONGEST = 2_000
MOST_WORDS = 64
_OPENING = '"“„«＂'
_CLOSING = '"”“»＂'


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must occur; several stand side by side. The last of them may be the start of a longer word.

    `verbatim` is set for a phrase in quotation marks: the folded characters that must occur as they are.
    """

    words: tuple[str, ...]
    prefix: bool = False
    verbatim: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A search: every term must occur. `text` is what was typed, `cut` whether some of it was left out."""

    text: str
    terms: tuple[Term, ...]
    cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.terms


def parse_query(text: str) -> Query:
    """Read typed text: words, and phrases in quotation marks. A lone mark is ignored; so is all that is no word.

    The last word is a prefix while it is being typed: unless a blank or a mark follows it.
    """
    cut = len(text) > LONGEST
    terms: list[Term] = []
    for piece, is_phrase in _pieces(text[:LONGEST]):
        if is_phrase:
            found = tuple(word.folded for word in words(piece))
            if found:
                terms.append(Term(found, verbatim=fold_verbatim(piece).text.strip()))
        else:
            terms.extend(_word_terms(piece))
    if sum(len(term.words) for term in terms) > MOST_WORDS:
        terms, cut = _first_words(terms), True
    if terms and not cut and _is_open(text):
        last = terms[-1]
        # The last letter of “Japan's” or “U.S” begins no word.
        single = len(last.words) > 1 and len(last.words[-1]) == 1
        if not last.verbatim and not single:
            terms[-1] = Term(last.words, prefix=True)
    return Query(text, tuple(dict.fromkeys(terms)), cut)


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text parted at its quotation marks: (words, whether they stood between a pair)."""
    pieces: list[tuple[str, bool]] = []
    rest = text
    while rest:
        start = next((i for i, c in enumerate(rest) if c in _OPENING), -1)
        end = next((i for i in range(start + 1, len(rest)) if rest[i] in _CLOSING), -1) if start >= 0 else -1
        if end < 0:
            pieces.append((rest, False))
            break
        pieces += [(rest[:start], False), (rest[start + 1 : end], True)]
        rest = rest[end + 1 :]
    return pieces


def _word_terms(piece: str) -> list[Term]:
    """A term for each run of characters between blanks: ``U.S.`` and ``COVID-19`` are words side by side."""
    terms = []
    for run in piece.split():
        found = tuple(word.folded for word in words(run))
        if found:
            terms.append(Term(found))
    return terms


def _first_words(terms: list[Term]) -> list[Term]:
    kept, count = [], 0
    for term in terms:
        count += len(term.words)
        if count > MOST_WORDS:
            break
        kept.append(term)
    return kept or [Term(terms[0].words[:MOST_WORDS])]


def _is_open(text: str) -> bool:
    """Whether the last word may still be going on."""
    return bool(text) and text[-1].isalnum()
