"""What a search says, in the user's words: kinds, foldings, how it was understood, what else is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.domain.references import Kind

if TYPE_CHECKING:
    from bluebook_desktop.domain.foldings import MatchedBy
    from bluebook_desktop.domain.querying import Filter, Query
    from bluebook_desktop.domain.querying.describing import Understood
    from bluebook_desktop.services.search import Hit, Offer, SearchResult

translate = QCoreApplication.translate
#: How much of the fingerprint is shown.
_HASH = 12
_MOST_SHOWN = 10_000


def counted(number: int, *, more: bool = False) -> str:
    """A count as it is shown: exact up to 10,000; `more` where it was not counted farther than that number."""
    return "10,000+" if number > _MOST_SHOWN else f"{number - 1:,}+" if more else f"{number:,}"


def count_of(result: SearchResult, kind: Kind) -> str:
    """How many hits of a kind there are."""
    number = result.counts[kind]
    if kind in result.at_most:
        return "…" if kind in result.uncounted else f"≤ {counted(number)}"
    return counted(number, more=kind in result.uncounted)


def count_of_all(result: SearchResult) -> str:
    """How many hits there are in all kinds."""
    return "…" if result.uncounted & result.at_most else counted(result.total, more=bool(result.uncounted))


def kind_word(kind: Kind) -> str:
    """One of a kind."""
    return {
        Kind.PASSAGE: translate("Search", "Passage"),
        Kind.QUOTATION: translate("Search", "Quotation"),
        Kind.EVENT: translate("Search", "Event"),
        Kind.FACILITY: translate("Search", "Facility"),
        Kind.PERSON: translate("Search", "Person"),
        Kind.ABBREVIATION: translate("Search", "Abbreviation"),
        Kind.HEADING: translate("Search", "Heading"),
    }[kind]


def hit_word(hit: Hit) -> str:
    """What a hit is: what is only reported, and a mere term, are no quotations."""
    if hit.form is QuotationKind.REPORTED:
        return translate("Search", "Reported")
    return translate("Search", "Term") if hit.form is QuotationKind.TERM else kind_word(hit.reference.kind)


def kinds_word(kind: Kind) -> str:
    """Several of a kind."""
    return {
        Kind.PASSAGE: translate("Search", "Passages"),
        Kind.QUOTATION: translate("Search", "Quotations"),
        Kind.EVENT: translate("Search", "Events"),
        Kind.FACILITY: translate("Search", "Facilities"),
        Kind.PERSON: translate("Search", "People"),
        Kind.ABBREVIATION: translate("Search", "Abbreviations"),
        Kind.HEADING: translate("Search", "Headings"),
    }[kind]


def folding_words(hit: Hit) -> list[str]:
    """Why a hit matches that is printed otherwise; case and signs need no word."""
    from bluebook_desktop.domain.foldings import MatchedBy  # noqa: PLC0415 - the first search loads it

    names: dict[MatchedBy, str] = {
        MatchedBy.SOFT_HYPHENS: translate("Search", "soft hyphen"),
        MatchedBy.LINE_END: translate("Search", "hyphen at the end of a line"),
        MatchedBy.WIDTH: translate("Search", "width"),
        MatchedBy.LIGATURES: translate("Search", "ligature"),
        MatchedBy.HYPHENS: translate("Search", "hyphen"),
        MatchedBy.JOINED: translate("Search", "hyphen"),
        MatchedBy.COMMAS: translate("Search", "comma"),
        MatchedBy.ACCENTS: translate("Search", "accent"),
        MatchedBy.FORM: translate("Search", "another form"),
        MatchedBy.DATE: translate("Search", "of that date"),
    }
    found = [names[one] for one in hit.foldings if one in names]
    if hit.slip:
        found.append(translate("Search", "slip, printed “{0}”").format(hit.slip))
    return list(dict.fromkeys(found))


def understood_words(part: Understood) -> str:
    """A part of a query as a chip says it."""
    from bluebook_desktop.domain.querying.describing import Part  # noqa: PLC0415 - the first search loads it

    inner = [understood_words(one) for one in part.inner]
    said = {
        Part.BEGINNING: "{0}…",
        Part.PHRASE: "“{0}”",
        Part.LOOSE_PHRASE: translate("Search", "“{0}”, commas ignored"),
        Part.CAPITALS: translate("Search", "{0} in capitals"),
    }
    if part.part is Part.NEAR:
        few = {0: translate("Search", "{0} side by side"), 1: translate("Search", "{0} within 1 word")}
        within = few.get(part.number, translate("Search", "{0} within {1} words"))
        return within.format(" … ".join(inner), part.number)
    if part.part is Part.EITHER:
        return translate("Search", " or ").join(inner)
    if part.part is Part.WITHOUT:
        return translate("Search", "without {0}").format(" ".join(inner))
    if part.part is Part.UNFINISHED:
        return f"{_field_word(str(part.field))}: …"
    if part.part is Part.FILTER:
        return f"{_field_word(str(part.field))}: {part.words}"
    return said.get(part.part, "{0}").format(part.words)


def _field_word(field: str) -> str:
    return {
        "speaker": translate("Search", "speaker"),
        "person": translate("Search", "person"),
        "facility": translate("Search", "facility"),
        "year": translate("Search", "year"),
        "in": translate("Search", "in"),
        "kind": translate("Search", "kind"),
        "edition": translate("Search", "edition"),
        "section": translate("Search", "section"),
    }[field]


def why_not_searched(query: Query) -> str:
    """Why there was nothing to search for."""
    if query.unfinished is None:
        return translate("Search", "There is no word in that to search for.")
    from bluebook_desktop.domain.querying.describing import EXAMPLES  # noqa: PLC0415 - the first search loads it

    said = translate("Search", "Type what shall follow “{0}:”, for example {1}.")
    return said.format(query.unfinished, EXAMPLES[query.unfinished])


def offer_words(offer: Offer) -> tuple[str, str]:
    """What another search would do, and what it finds."""
    places = translate("Search", "1 place") if offer.count == 1 else translate("Search", "{0} places")
    found = places.format(counted(offer.count))
    match offer.why.value:
        case "commas":
            return translate("Search", "Ignore commas"), translate("Search", "{0} more").format(counted(offer.count))
        case "equivalent":
            return translate("Search", "Also “{0}” for “{1}”").format(offer.said, offer.of), found
        case "spelling":
            return translate("Search", "Did you mean “{0}”?").format(offer.said), found
    return translate("Search", "Without “{0}”").format(offer.of), found


def why_nothing(result: SearchResult) -> str:
    """Why nothing was found."""
    said = [*filter(None, [_missing_words(result.missing)]), *map(_unknown_words, result.unknown)]
    if not said and len(result.query.clauses) + len(result.query.filters) > 1:
        return translate("Search", "Nothing found: each part occurs, but nowhere all of them.")
    why = translate("Search", "; ").join(said) or _missing_words((result.query.text.strip(),))
    return translate("Search", "Nothing found: {0}.").format(why)


def _missing_words(missing: tuple[str, ...]) -> str:
    """That words do not occur: ``“golg”, “rok” and “futemna” do not occur``."""
    if not missing:
        return ""
    *others, last = (translate("Search", "“{0}”").format(one) for one in missing)
    if not others:
        return translate("Search", "{0} does not occur").format(last)
    return translate("Search", "{0} and {1} do not occur").format(translate("Search", ", ").join(others), last)


def _unknown_words(one: Filter) -> str:
    """That there is nothing of the name that is asked for."""
    return {
        "speaker": translate("Search", "nobody named “{0}” is quoted"),
        "person": translate("Search", "no person is named “{0}”"),
        "facility": translate("Search", "no facility is named “{0}”"),
        "edition": translate("Search", "there is no edition “{0}”"),
        "section": translate("Search", "there is no section “{0}”"),
        "year": translate("Search", "nothing is dated {0}"),
    }[one.field.value].format(one.name)


def ground_of(result: SearchResult) -> str:
    """What was searched."""
    return translate("Search", "{0} passages of {1}").format(f"{result.passages:,}", _editions(result))


def _editions(result: SearchResult) -> str:
    several = translate("Search", "{0} editions").format(result.editions)
    return translate("Search", "1 edition") if result.editions == 1 else several


def assurance(result: SearchResult) -> str:
    """That nothing was left out, so that a negative answer can be trusted."""
    if not result.is_sound:
        return translate("Search", "The index does not hold every passage; “bluebook build” makes the library anew.")
    return translate("Search", "Every passage of {0} searched; the index matches the text ({1}).").format(
        _editions(result), result.fingerprint[:_HASH]
    )
