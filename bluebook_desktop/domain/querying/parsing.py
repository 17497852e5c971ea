"""Reads what was typed. No input is an error: what is no expression is searched as words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bluebook_desktop.domain.folding import fold, fold_verbatim, is_japanese, words
from bluebook_desktop.domain.querying.filters import field_without_value, read_filter
from bluebook_desktop.domain.querying.tree import (
    NEAR_WORDS,
    Atom,
    Clause,
    Dated,
    Either,
    Field,
    Filter,
    Near,
    Phrase,
    Query,
    Words,
    atoms_of,
)
from bluebook_desktop.domain.querying.typed_dates import find_dates

#: Longer input is cut: nobody types it, and every word costs a look-up.
LONGEST = 2_000
MOST_WORDS = 64
_OPENING = '"“„«＂'
_CLOSING = '"”“»＂'
_HYPHENS = "-‐‑"
_HYPHENED = re.compile(rf"[^\W\d_]+[{_HYPHENS}][^\W\d_]+")
#: A word before a colon, with what follows up to a blank.
_FIELD = re.compile(r"(-?)([^\W\d_]+):(\S*)")
_NEAR = re.compile(r"near(?:/([0-9]{1,3}))?", re.IGNORECASE)
_YEARS = re.compile(r"[0-9]{4}\.\.[0-9]{4}|[0-9]{4}\.\.|\.\.[0-9]{4}")


@dataclass(slots=True)
class _Piece:
    """A stretch of what was typed: a run without blanks, or what stood between a pair of quotation marks."""

    text: str
    start: int
    end: int
    quoted: bool = False
    without: bool = False
    loose: bool = False
    date: Dated | None = None
    filter: Filter | None = None


def parse_query(text: str) -> Query:
    """Read typed text; the last word is a prefix while it is being typed: unless a blank or a mark follows it."""
    cut = len(text) > LONGEST
    pieces = _pieces(text[:LONGEST])
    pieces = _with_dates(text[:LONGEST], pieces)
    unfinished, pieces = _unfinished(pieces)
    filters = tuple(dict.fromkeys(piece.filter for piece in pieces if piece.filter is not None))
    rest = [piece for piece in pieces if piece.filter is None]
    if not filters and all(piece.without or _is_bare(piece) for piece in rest):
        for piece in rest:  # nothing but what to do without: searched as words
            piece.without = False
    without = [atom for piece in rest if piece.without for atom in _atoms(piece)]
    clauses = _clauses([piece for piece in rest if not piece.without])
    clauses, cut_short = _first_words(clauses)
    cut = cut or cut_short
    if clauses and not cut and _is_open(text) and pieces and not pieces[-1].without and pieces[-1].filter is None:
        clauses[-1] = _open(clauses[-1])
    return Query(
        text, tuple(dict.fromkeys(clauses)), tuple(dict.fromkeys(without[:MOST_WORDS])), filters, cut, unfinished
    )


def _unfinished(pieces: list[_Piece]) -> tuple[Field | None, list[_Piece]]:
    """The field that was typed last, where nothing follows its colon yet, and the pieces without it."""
    at = len(pieces) - 1
    if at > 0 and pieces[at].quoted and _is_bare(pieces[at]) and pieces[at - 1].end == pieces[at].start:
        at -= 1  # quotation marks with nothing between
    if at < 0 or pieces[at].quoted or pieces[at].filter is not None:
        return None, pieces
    field = field_without_value(pieces[at].text)
    return field, pieces if field is None else pieces[:at]


def _pieces(text: str) -> list[_Piece]:
    """The text parted at blanks and at pairs of quotation marks; a lone mark is left in its run."""
    pieces: list[_Piece] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        piece = _quoted(text, place) or _run(text, place)
        pieces.append(piece)
        place = piece.end
    return pieces


def _quoted(text: str, place: int) -> _Piece | None:
    """A phrase that begins here, after ``-`` or ``~`` or with neither."""
    sign = text[place] if text[place] in "-~" else ""
    opening = place + len(sign)
    if opening >= len(text) or text[opening] not in _OPENING:
        return None
    end = _closing(text, opening)
    if end < 0:
        return None
    return _Piece(text[opening + 1 : end], place, end + 1, quoted=True, without=sign == "-", loose=sign == "~")


def _closing(text: str, opening: int) -> int:
    return next((i for i in range(opening + 1, len(text)) if text[i] in _CLOSING), -1)


def _run(text: str, place: int) -> _Piece:
    """What stands here without a blank, up to a pair of quotation marks that opens within it."""
    end = place
    while end < len(text) and not text[end].isspace():
        if text[end] in _OPENING and _closing(text, end) > 0:
            if (named := _named(text, place, end)) is not None:
                return named
            if end > place:
                break
        end += 1
    run = text[place:end]
    if match := _FIELD.fullmatch(run):
        sign, field, value = match.groups()
        is_open = end == len(text) and _is_open(run)
        if (found := read_filter(field, value, run, without=bool(sign), is_open=is_open)) is not None:
            return _Piece(run, place, end, filter=found)
    if _YEARS.fullmatch(run) and (found := read_filter("year", run, run)) is not None:
        return _Piece(run, place, end, filter=found)
    without = len(run) > 1 and run[0] == "-" and (run[1].isalnum() or run[1] in _OPENING)
    return _Piece(run[1:] if without else run, place, end, without=without)


def _named(text: str, place: int, opening: int) -> _Piece | None:
    """A field whose value stands in quotation marks: ``person:"Kishi Nobusuke"``."""
    match = _FIELD.fullmatch(text[place:opening])
    if match is None or match[3]:
        return None
    end = _closing(text, opening)
    typed = text[place : end + 1]
    found = read_filter(match[2], text[opening + 1 : end], typed, without=bool(match[1]))
    return None if found is None else _Piece(typed, place, end + 1, filter=found)


def _with_dates(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """The pieces that are a date put together as one."""
    for date in find_dates(text):
        inside = [one for one in pieces if one.start < date.end and one.end > date.start]
        if not inside or any(one.quoted or one.without or one.filter is not None for one in inside):
            continue
        typed = text[date.start : date.end]
        whole = _Piece(typed, date.start, date.end, date=Dated(date.span, date.ways, typed))
        rest = [(inside[0].start, date.start), (date.end, inside[-1].end)]
        around = [_Piece(text[a:b], a, b) for a, b in rest if a < b]
        first = pieces.index(inside[0])
        before = [one for one in around if one.end <= date.start]
        after = [one for one in around if one.start >= date.end]
        pieces[first : first + len(inside)] = [*before, whole, *after]
    return pieces


def _is_bare(piece: _Piece) -> bool:
    """Whether a piece holds nothing to search for."""
    return piece.date is None and not words(piece.text)


def _clauses(pieces: list[_Piece]) -> list[Clause]:
    """The pieces as clauses: ``or`` and ``near`` join what stands at both sides, else they are words."""
    clauses: list[Clause] = []
    joint: str | int | None = None
    for index, piece in enumerate(pieces):
        if clauses and joint is None and _has_more(pieces[index + 1 :]):
            joint = _joint(piece, clauses[-1])
            if joint is not None:
                continue
        for atom in _atoms(piece):
            if joint is not None and (joined := _join(clauses[-1], atom, joint)) is not None:
                clauses[-1] = joined
            else:
                clauses.append(atom)
            joint = None
    return clauses


def _has_more(pieces: list[_Piece]) -> bool:
    """Whether what follows is something that can be joined."""
    return bool(pieces) and not _is_bare(pieces[0])


def _joint(piece: _Piece, before: Clause) -> str | int | None:
    if piece.quoted or piece.date is not None:
        return None
    if piece.text.lower() == "or":
        return "or"
    near = _NEAR.fullmatch(piece.text)
    if (
        near is None
        or isinstance(before, Dated)
        or (isinstance(before, Either) and isinstance(before.parts[-1], Dated))
    ):
        return None
    return int(near[1]) if near[1] else NEAR_WORDS


def _join(before: Clause, atom: Atom, joint: str | int) -> Clause | None:
    """What stands before a joint joined with what stands after it; None where that cannot be."""
    if joint == "or":
        parts = before.parts if isinstance(before, Either) else (before,)
        return Either((*parts, atom))
    if isinstance(atom, Dated):
        return None
    if isinstance(before, Either):  # near binds more closely
        last = _join(before.parts[-1], atom, joint)
        return None if not isinstance(last, Near) else Either((*before.parts[:-1], last))
    if isinstance(before, Dated):
        return None
    parts_near = before.parts if isinstance(before, Near) else (before,)
    return Near((*parts_near, atom), int(joint))


def _atoms(piece: _Piece) -> list[Atom]:
    """The words, phrase or date of a piece; nothing where it holds none."""
    if piece.date is not None:
        return [piece.date]
    found = tuple(word.folded for word in words(piece.text))
    if not found:
        return []
    if piece.quoted:
        characters = fold_verbatim(piece.text).text.strip()
        if piece.loose:
            characters = re.sub(r"\s*[,，、]\s*", " ", characters).strip()
        return [Phrase(found, characters, piece.text.strip(), piece.loose)]
    typed = _trimmed(piece.text)
    joined = fold(re.sub(f"[{_HYPHENS}]", "", typed)) if _HYPHENED.fullmatch(typed) else ""
    return [Words(found, typed=typed, joined=joined, capitals=typed == "US")]


def _trimmed(text: str) -> str:
    """A run without the marks around it; a full stop stays that belongs to an abbreviation."""
    bare = text.strip("\"“”„«»＂'‘’()[]{}<>,;:!?*^~…")
    return bare if re.fullmatch(r"(?:[^\W\d_]\.)+", bare) else bare.strip(".")


def _first_words(clauses: list[Clause]) -> tuple[list[Clause], bool]:
    """The first clauses that hold no more than MOST_WORDS words, and whether any were left out."""
    kept: list[Clause] = []
    count = 0
    for clause in clauses:
        count += _size(clause)
        if count > MOST_WORDS:
            break
        kept.append(clause)
    if clauses and not kept:
        first = next(iter(atoms_of(clauses[0])))
        kept = [first if isinstance(first, Dated) else Words(first.words[:MOST_WORDS])]
    return kept, len(kept) < len(clauses) or count > MOST_WORDS


def _size(clause: Clause) -> int:
    if isinstance(clause, Near | Either):
        return sum(map(_size, clause.parts))
    return max(map(len, clause.ways)) if isinstance(clause, Dated) else len(clause.words)


def _is_open(text: str) -> bool:
    """Whether the last word may still be going on."""
    return bool(text) and text[-1].isalnum()


def _open(clause: Clause) -> Clause:
    """A clause whose last word may go on."""
    if isinstance(clause, Near | Either):
        return replace(clause, parts=(*clause.parts[:-1], _open(clause.parts[-1])))  # type: ignore[arg-type]
    if not isinstance(clause, Words) or clause.capitals or is_japanese(clause.words[-1]):
        return clause
    # The last letter of “Japan's” or “U.S” begins no word.
    single = len(clause.words) > 1 and len(clause.words[-1]) == 1
    return clause if single else replace(clause, prefix=True)
