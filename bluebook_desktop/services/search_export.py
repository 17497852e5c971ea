"""Writes the hits of a search for other programs: CSV, JSON and Markdown, each hit with its citation."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from bluebook_desktop import __version__
from bluebook_desktop.domain.querying.describing import in_words
from bluebook_desktop.domain.references import locator_for
from bluebook_desktop.services.browsing import open_section
from bluebook_desktop.services.citing import citation
from bluebook_desktop.services.export import to_json

if TYPE_CHECKING:
    from bluebook_desktop.domain.citations import Citation
    from bluebook_desktop.services.search_results import Hit, SearchResult
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.library import Library

#: What is called with the number of every hit before it is written; what it raises ends the writing.
Tell = Callable[[int], None]
#: Tells Excel that the file is UTF-8.
_MARK = "\ufeff"
#: A cell that begins with one of these is a formula to spreadsheets, full-width forms included.
_FORMULA = tuple("=+-@＝＋－＠")
COLUMNS = (
    "kind",
    "form",
    "locator",
    "passage",
    "title",
    "snippet",
    "words",
    "foldings",
    "slip",
    "place",
    "citation",
    "source_line",
)
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#"})


def hit_object(hit: Hit) -> dict[str, Any]:
    """A hit as JSON has it."""
    return {
        "kind": hit.reference.kind.value,
        "locator": str(locator_for(hit.reference.section, hit.passage)),
        "passage": hit.passage,
        "title": hit.title,
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "id": hit.reference.id,
        "place": list(hit.place),
        "foldings": [name.value for name in hit.foldings],
        "slip": hit.slip,
        "form": hit.form.value if hit.form else None,
    }


def result_object(result: SearchResult) -> dict[str, Any]:
    """What a search answered, as JSON has it."""
    return {
        "query": result.query.text,
        "hits": [hit_object(hit) for hit in result.hits],
        "counts": {kind.value: number for kind, number in result.counts.items()},
        "searched": {
            "editions": result.editions,
            "passages": result.passages,
            "fingerprint": result.fingerprint,
            "index_holds_all": result.is_sound,
        },
        "understood": [in_words(part) for part in result.understood],
        "at_most": sorted(kind.value for kind in result.at_most),
        "missing": list(result.missing),
        "unknown": [one.typed for one in result.unknown],
        "offers": [
            {"why": one.why.value, "query": one.text, "of": one.of, "said": one.said, "count": one.count}
            for one in result.offers
        ],
        "searched_instead": [one.text for one in result.widened],
    }


class _Citations:
    """The citations of hits; every section is opened once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sections: dict[str, OpenSection] = {}

    def of(self, hit: Hit) -> Citation:
        name = hit.reference.section
        if name not in self._sections:
            self._sections[name] = open_section(self._library, name)
        return citation(self._sections[name], hit.passage if hit.passage else None)


class Writer(Protocol):
    """What writes hits in a format."""

    def __call__(self, result: SearchResult, library: Library, tell: Tell = ...) -> str: ...


def _untold(_written: int) -> None:
    """Nobody asks how far it is."""


def hits_csv(result: SearchResult, library: Library, tell: Tell = _untold) -> str:
    """A row a hit, for spreadsheets."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    citations = _Citations(library)
    for number, hit in enumerate(result.hits, start=1):
        tell(number)
        cited = citations.of(hit)
        row = {
            **hit_object(hit),
            "words": " | ".join(hit.snippet[start:end] for start, end in hit.marks),
            "foldings": "; ".join(hit.foldings),
            "place": " › ".join(hit.place),
            "citation": cited.text,
            "source_line": cited.source_line,
        }
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return _MARK + target.getvalue()


def _cell(value: Any) -> str:
    """A value as a spreadsheet may safely show it."""
    text = "" if value is None else str(value).encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def hits_json(result: SearchResult, library: Library, tell: Tell = _untold) -> str:
    """All that is known of the hits, with citations."""
    citations = _Citations(library)
    whole = result_object(result)
    for number, (hit, found) in enumerate(zip(result.hits, whole["hits"], strict=True), start=1):
        tell(number)
        cited = citations.of(hit)
        found |= {"citation": cited.text, "source_line": cited.source_line}
    whole["made_by"] = {"program": "Bluebook Desktop", "version": __version__}
    return to_json(whole, indent=2)


def hits_markdown(result: SearchResult, library: Library, tell: Tell = _untold) -> str:
    """The hits for a document: the sentence with the words in bold, the citation below; the source lines at the end."""
    citations = _Citations(library)
    asked = " ".join(result.query.text.split())
    lines = [f"# {_plain(asked)}", ""]
    sources: dict[str, None] = {}
    for number, hit in enumerate(result.hits, start=1):
        tell(number)
        cited = citations.of(hit)
        sources[cited.source_line] = None
        title = f" · {_plain(hit.title)}" if hit.title else ""
        lines += [f"{number}. {_bold(hit)}", "", f"   {hit.kind_name}{title} · {_plain(cited.text)}", ""]
    for source in sources:
        lines += [_plain(source), ""]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Words as Markdown shows them, on one line."""
    shown = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    return shown.translate(_SIGNS)


def _bold(hit: Hit) -> str:
    pieces, place = [], 0
    for start, end in hit.marks:
        pieces += [hit.snippet[place:start].translate(_SIGNS), f"**{hit.snippet[start:end].translate(_SIGNS)}**"]
        place = end
    return " ".join("".join([*pieces, hit.snippet[place:].translate(_SIGNS)]).split())


#: Name of a format -> what writes hits in it. The command line and the window offer what stands here.
FORMATS: dict[str, Writer] = {
    "csv": hits_csv,
    "json": hits_json,
    "markdown": hits_markdown,
}
