"""`bluebook search`: words and phrases, in passages and records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bluebook_desktop.cli.options import (
    FOUND,
    NOTHING_FOUND,
    SEARCH_KIND,
    command,
    json_option,
    open_library,
    read_decisions,
    section_option,
)
from bluebook_desktop.cli.output import Output, counted

if TYPE_CHECKING:
    from bluebook_desktop.domain.references import Kind
    from bluebook_desktop.services.search import Hit, SearchResult

_SEVERAL = {"facility": "facilities", "person": "people"}


@command("search", about="Search passages and records.", example='bluebook search "rock solid" --kind quotation')
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", "kinds", multiple=True, type=SEARCH_KIND, help="Show this kind alone; may be repeated.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Show so many at most."
)
@section_option
@json_option
def run(words: tuple[str, ...], kinds: tuple[Kind, ...], limit: int, section: str | None, as_json: bool) -> int:
    """Search passages, quotations, events, facilities, people and abbreviations.

    All words must occur. Words in quotation marks must stand together as they are; the shell leaves the marks alone
    between single ones: '"rock solid"'. Any text can be searched for. Put -- before words that begin with a dash.
    """
    from bluebook_desktop.services.browsing import find_scope
    from bluebook_desktop.services.search import SearchService

    with open_library() as library:
        scope = find_scope(library, section) if section else ""
        asked = frozenset(kinds) or None
        decided = read_decisions()
        result = SearchService(library, scope, lambda: decided).search(" ".join(words), kinds=asked, limit=limit)
    output = Output()
    if as_json:
        output.json(_object(result))
    else:
        _print(output, result, kinds)
    return FOUND if result.hits else NOTHING_FOUND


def _object(result: SearchResult) -> dict[str, Any]:
    from bluebook_desktop.domain.references import locator_for

    return {
        "query": result.query.text,
        "hits": [
            {
                "kind": hit.reference.kind.value,
                "locator": str(locator_for(hit.reference.section, hit.passage)),
                "passage": hit.passage,
                "title": hit.title,
                "snippet": hit.snippet,
                "marks": [list(mark) for mark in hit.marks],
            }
            for hit in result.hits
        ],
        "counts": {kind.value: number for kind, number in result.counts.items()},
        "searched": {"editions": result.editions, "passages": result.passages},
    }


def _print(output: Output, result: SearchResult, kinds: tuple[Kind, ...]) -> None:
    searched = f"{counted(result.passages, 'passage')} of {counted(result.editions, 'edition')}"
    asked = result.query.text.strip()
    asked = asked if len(asked) <= 80 else f"{asked[:79]}…"
    if result.query.is_empty:
        output.line("There is no word to search for.")
    elif not result.total:
        output.line(f"Nothing found for “{asked}”; {searched} searched.")
    else:
        counts = ", ".join(_counted(kind.value, number) for kind, number in result.counts.items())
        output.line(f"{counts}; {searched} searched.")
        for hit in result.hits:
            output.line()
            _print_hit(output, hit)
        wanted = sum(number for kind, number in result.counts.items() if not kinds or kind in kinds)
        if wanted > len(result.hits):
            output.line()
            output.aside(f"{counted(wanted - len(result.hits), 'more is', 'more are')} not shown.")
    if result.query.cut:
        output.aside("The words were too many; the first of them were searched for.")
    for note in result.notes:
        output.aside(note)


def _print_hit(output: Output, hit: Hit) -> None:
    kind = hit.reference.kind.value
    output.heading(f"¶ {hit.passage}  {kind}" + (f": {hit.title}" if hit.title else ""))
    if hit.snippet != hit.title:
        output.paragraph(hit.snippet, hit.marks, indent=2)


def _counted(kind: str, number: int) -> str:
    from bluebook_desktop.services.search import counted as capped

    noun = kind if number == 1 else _SEVERAL.get(kind, f"{kind}s")
    return f"{capped(number)} {noun}"
