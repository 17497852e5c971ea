"""`bluebook search`: words, phrases, dates and filters, in passages, records and headings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.options import (
    FOUND,
    NOTHING_FOUND,
    SEARCH_KIND,
    command,
    json_option,
    open_library,
    read_decisions,
    sections_option,
)
from bluebook_desktop.cli.output import Output, counted

if TYPE_CHECKING:
    from bluebook_desktop.domain.querying import Query
    from bluebook_desktop.domain.references import Kind
    from bluebook_desktop.services.search import Hit, Offer, SearchResult

_SEVERAL = {"facility": "facilities", "person": "people"}
#: As services/search_export.py has them; a test holds the two together.
_FORMATS = ("csv", "json", "markdown")
_LIMIT = 50
#: The query as it was typed is shown up to this length.
_SHOWN = 80
#: What is said of a name that is asked for by a field, where there is nothing of that name.
_UNKNOWN = {
    "speaker": "Nobody named “{}” is quoted.",
    "person": "No person is named “{}”.",
    "facility": "No facility is named “{}”.",
    "edition": "There is no edition “{}”.",
    "section": "There is no section “{}”.",
    "year": "Nothing is dated {}.",
}
#: How much of the library's fingerprint is shown.
_HASH = 12


@command(
    "search", about="Search passages, records and headings.", example='bluebook search "rock solid" --kind quotation'
)
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", "kinds", multiple=True, type=SEARCH_KIND, help="Show this kind alone; may be repeated.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1, 10_000),
    help=f"Show so many at most; without it {_LIMIT}, and with --format all.",
)
@click.option("--stemming", is_flag=True, help="Find all forms of a word: strengthen, strengthened, strengthening.")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Write all hits with citations in this format.")
@click.option("--output", "target", metavar="FILE", help="With --format: write to this file instead of printing.")
@sections_option
@json_option
def run(
    *,
    words: tuple[str, ...],
    kinds: tuple[Kind, ...],
    limit: int | None,
    stemming: bool,
    form: str | None,
    target: str | None,
    section: str | None,
    as_json: bool,
) -> int:
    """Search passages, quotations, events, facilities, people, abbreviations and headings.

    All words must occur; words in quotation marks must stand together as they are (the shell leaves the marks alone
    between single ones: '"rock solid"'). Also: kishi or abe, futenma near return, -okinawa, "January 19, 1960",
    speaker:abe, person:kishi, facility:futenma, year:2015..2020, in:column, kind:event, edition:2021-en, section:4.2.
    Any text can be searched for: docs/search.md tells all. Put -- before words that begin with a dash.
    """
    from bluebook_desktop.services.browsing import find_scope
    from bluebook_desktop.services.search import SearchService

    if target is not None and form is None:
        raise click.UsageError("--output needs --format.")
    with open_library() as library:
        scope = find_scope(library, section) if section else ""
        asked = frozenset(kinds) or None
        wanted = limit if limit is not None or form else _LIMIT
        decided = read_decisions()
        service = SearchService(library, scope, lambda: decided)
        result = service.search(" ".join(words), kinds=asked, limit=wanted, stemming=stemming)
        if form is not None:
            from bluebook_desktop.services.search_export import FORMATS

            _write(FORMATS[form](result, library), target, as_json=as_json)
            return FOUND if result.hits else NOTHING_FOUND
    output = Output()
    if as_json:
        from bluebook_desktop.services.search_export import result_object

        output.json(result_object(result))
    else:
        _print(output, result, kinds, scope)
    return FOUND if result.hits else NOTHING_FOUND


def _write(text: str, target: str | None, *, as_json: bool) -> None:
    from bluebook_desktop.services.export import write_atomically

    output = Output()
    if target in (None, "-"):
        output.whole(text)
        return
    path = Path(str(target))
    write_atomically(path, text)
    if as_json:
        output.json({"file": str(path.resolve())})
    else:
        output.line(f"Written to {path}")


def _print(output: Output, result: SearchResult, kinds: tuple[Kind, ...], scope: str) -> None:
    searched = f"{counted(result.passages, 'passage')} of {counted(result.editions, 'edition')}"
    asked = result.query.text.strip()
    asked = asked if len(asked) <= _SHOWN else f"{asked[: _SHOWN - 1]}…"
    if result.query.is_empty:
        output.line(_why_not_searched(result.query))
        return
    for one in result.widened:
        output.line(f"“{one.of}” does not occur so; searched for “{one.said}” as well.")
    if not result.total:
        output.line(f"Nothing found for “{asked}”; {searched} searched.")
    else:
        said = [_counted(kind.value, number, at_most=kind in result.at_most) for kind, number in result.counts.items()]
        output.line(f"{', '.join(said)}; {searched} searched.")
        for hit in result.hits:
            output.line()
            _print_hit(output, hit, several=result.sections > 1)
        wanted = sum(number for kind, number in result.counts.items() if not kinds or kind in kinds)
        if wanted > len(result.hits):
            output.line()
            output.aside(f"{counted(wanted - len(result.hits), 'more is', 'more are')} not shown.")
    _print_remarks(output, result)
    output.aside(_assurance(result, scope))


def _why_not_searched(query: Query) -> str:
    """Why there was nothing to search for."""
    from bluebook_desktop.domain.querying.describing import EXAMPLES

    if query.unfinished is None:
        return "There is no word to search for."
    return f"Type what shall follow “{query.unfinished}:”, for example {EXAMPLES[query.unfinished]}."


def _assurance(result: SearchResult, scope: str) -> str:
    """That nothing was left out, so that a negative answer can be trusted."""
    if not result.is_sound:
        return "The index does not hold every passage: “bluebook build” makes the library anew."
    where = scope or counted(result.editions, "edition")
    return f"Every passage of {where} searched; the index matches the text ({result.fingerprint[:_HASH]})."


def _print_remarks(output: Output, result: SearchResult) -> None:
    """How it was understood where that is no matter of course, what was folded, and what else could be asked."""
    from bluebook_desktop.domain.querying.describing import Part, in_words

    if any(part.part not in (Part.WORD, Part.BEGINNING, Part.PHRASE) for part in result.understood):
        output.aside(f"Understood as: {' · '.join(map(in_words, result.understood))}.")
    if result.query.cut:
        output.aside("The words were too many; the first of them were searched for.")
    for note in result.notes:
        output.aside(note)
    if result.missing:
        output.aside(f"Not found anywhere: {', '.join(f'“{word}”' for word in result.missing)}.")
    for one in result.unknown:
        output.aside(_UNKNOWN[one.field.value].format(one.name))
    for offer in result.offers:
        output.aside(_offered(offer))


def _offered(offer: Offer) -> str:
    places = counted(offer.count, "place")
    what = {
        "equivalent": f"“{offer.said}” for “{offer.of}”: {places}",
        "commas": f"{counted(offer.count, 'more', 'more')} if commas are ignored",
        "spelling": f"“{offer.said}” for “{offer.of}”: {places}",
        "fewer": f"without “{offer.of}”: {places}",
    }[offer.why.value]
    return f"{what}; search for {offer.text}"


def _print_hit(output: Output, hit: Hit, *, several: bool) -> None:
    """A hit; of several sections it says which it is in."""
    kind = hit.kind_name
    section = f"{hit.reference.section} " if several else ""
    output.heading(f"{section}¶ {hit.passage}  {kind}" + (f": {hit.title}" if hit.title else ""))
    if hit.snippet != hit.title:
        output.paragraph(hit.snippet, hit.marks, indent=2)


def _counted(kind: str, number: int, *, at_most: bool) -> str:
    from bluebook_desktop.services.search import counted as capped

    noun = kind if number == 1 else _SEVERAL.get(kind, f"{kind}s")
    return f"{'at most ' if at_most else ''}{capped(number)} {noun}"
