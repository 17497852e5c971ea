"""How an answer to a checked quotation is put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.checking.verdicts import Change, Concern, Folding, Verdict
from bluebook_desktop.domain.dates import describe
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.gui.wording import quotation_kind_word
from bluebook_desktop.services.origins import FOUND, YOURS
from bluebook_desktop.services.quotation_sources import SpeakerCheck, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.checking.verdicts import Difference
    from bluebook_desktop.gui.theme import ColorName
    from bluebook_desktop.services.quotation_answers import Checked
    from bluebook_desktop.services.quotation_places import Answer, Place
    from bluebook_desktop.services.quotation_sources import Source

translate = QCoreApplication.translate
_CONTEXT = "Checking"

#: The colour of a verdict; the word beside it says the same.
COLORS: dict[Verdict, ColorName] = {
    Verdict.EXACT: "realignment",
    Verdict.SAME_WORDS: "realignment",
    Verdict.ALTERED: "incidents",
    Verdict.SPLICED: "incidents",
    Verdict.IN_PART: "incidents",
    Verdict.NOT_FOUND: "soft",
}


def verdict_word(verdict: Verdict) -> str:
    """The verdict as it is shown."""
    return {
        Verdict.EXACT: translate(_CONTEXT, "Exact"),
        Verdict.SAME_WORDS: translate(_CONTEXT, "Same words"),
        Verdict.ALTERED: translate(_CONTEXT, "Altered"),
        Verdict.SPLICED: translate(_CONTEXT, "Spliced"),
        Verdict.IN_PART: translate(_CONTEXT, "In part"),
        Verdict.NOT_FOUND: translate(_CONTEXT, "Not found"),
    }[verdict]


def verdict_sentence(answer: Answer) -> str:
    """What the verdict means for this quotation, in a sentence."""
    match answer.verdict:
        case Verdict.EXACT:
            sentence = translate(_CONTEXT, "The text has these very words, character for character.")
        case Verdict.SAME_WORDS:
            names = ", ".join(folding_word(one) for one in answer.foldings)
            sentence = translate(_CONTEXT, "Every word is the same; what differs: {0}.").format(names)
        case Verdict.ALTERED:
            sentence = _number_of_differences(len(answer.differences))
        case Verdict.SPLICED:
            sentence = translate(_CONTEXT, "Put together from {0} places.").format(len(answer.places))
        case Verdict.IN_PART:
            sentence = translate(_CONTEXT, "Only some of these words stand in the text.")
        case Verdict.NOT_FOUND:
            sentence = translate(_CONTEXT, "The text has no such words.")
            if answer.cut_short:
                sentence = translate(_CONTEXT, "The text has not these words as they stand.")
    if answer.cut_short:
        common = translate(_CONTEXT, "Parts of it are so common that they were not looked for everywhere.")
        return f"{sentence} {common}"
    if answer.shortened:
        return f"{sentence} {translate(_CONTEXT, 'What was left out is marked as such.')}"
    return sentence


def _number_of_differences(number: int) -> str:
    if number == 1:
        return translate(_CONTEXT, "The quotation differs from the text in one place.")
    return translate(_CONTEXT, "The quotation differs from the text in {0} places.").format(number)


def folding_word(folding: Folding) -> str:
    """What may differ between the same words."""
    return {
        Folding.QUOTES: translate(_CONTEXT, "quotation marks"),
        Folding.CASE: translate(_CONTEXT, "capitals"),
        Folding.WIDTH: translate(_CONTEXT, "full and half width"),
        Folding.WHITE_SPACE: translate(_CONTEXT, "white space"),
        Folding.HYPHENS: translate(_CONTEXT, "hyphens and dashes"),
        Folding.COMMAS: translate(_CONTEXT, "commas"),
        Folding.INVISIBLE: translate(_CONTEXT, "invisible characters"),
        Folding.ACCENT_FORM: translate(_CONTEXT, "the form of accents"),
    }[folding]


def difference_label(difference: Difference) -> str:
    """What kind of difference it is, and what it touches: ``Changed · number``."""
    kind = {
        Change.CHANGED: translate(_CONTEXT, "Changed"),
        Change.ADDED: translate(_CONTEXT, "Added"),
        Change.LEFT_OUT: translate(_CONTEXT, "Left out"),
        Change.MOVED: translate(_CONTEXT, "Moved"),
    }[difference.kind]
    concern = {
        Concern.NEGATION: translate(_CONTEXT, "negation"),
        Concern.NUMBER: translate(_CONTEXT, "number"),
        Concern.DATE: translate(_CONTEXT, "date"),
        Concern.NAME: translate(_CONTEXT, "name"),
        Concern.MODAL: translate(_CONTEXT, "modal verb"),
        Concern.NONE: "",
    }[difference.concern]
    return f"{kind} · {concern}" if concern else kind


def difference_words(difference: Difference) -> str:
    """The words themselves: ``“our” – the text has “the”``."""
    match difference.kind:
        case Change.CHANGED:
            return translate(_CONTEXT, "“{0}” – the text has “{1}”").format(difference.given, difference.text)
        case Change.ADDED:
            return translate(_CONTEXT, "“{0}” is not in the text").format(difference.given)
        case Change.LEFT_OUT:
            return translate(_CONTEXT, "the text has “{0}”").format(difference.text)
        case Change.MOVED:
            return translate(_CONTEXT, "“{0}” stands elsewhere in the text").format(difference.given)


def whose_words(checked: Checked) -> str:
    """Who said it and in which form, or that nobody did; of a splice, part by part."""
    if checked.parts:
        parts = zip(checked.answer.places, checked.parts, strict=True)
        return "\n".join(f"{short_place(place, checked.answer.places)}: {_whose(source)}" for place, source in parts)
    return _whose(checked.source) if checked.source is not None else ""


def short_place(place: Place, places: Sequence[Place]) -> str:
    """A place as short as it can be among others: ``¶ 8``, with its section where they are of several."""
    mark = f"¶\N{NO-BREAK SPACE}{place.passage}"
    if place.heading is not None:
        mark = translate(_CONTEXT, "heading above {0}").format(mark)
    return f"{place.section} {mark}" if len({one.section for one in places}) > 1 else mark


def _whose(source: Source) -> str:
    by = {FOUND: translate(_CONTEXT, "found by the program, not checked by hand"), YOURS: translate(_CONTEXT, "yours")}
    return " · ".join(filter(None, [_who(source), by.get(source.origin, "")]))


def _who(source: Source) -> str:
    names = ", ".join(source.speakers)
    match source.kind:
        case Words.NARRATION:
            return translate(_CONTEXT, "Nobody: these are the narrator’s words, no quotation")
        case Words.HEADING:
            return translate(_CONTEXT, "Nobody: this is a heading, no quotation")
        case Words.MIXED:
            return translate(_CONTEXT, "In part the narrator’s words, in part a quotation")
        case QuotationKind.TERM:
            return translate(_CONTEXT, "Nobody: a term in quotation marks, no statement")
        case QuotationKind.REPORTED:
            words = translate(_CONTEXT, "{0} – reported by the narrator, no quotation")
            return words.format(names or translate(_CONTEXT, "Somebody whom the text does not name"))
    said = [names or translate(_CONTEXT, "The text names nobody"), quotation_kind_word(QuotationKind(source.kind))]
    if source.quotation is not None and source.quotation.date is not None:
        said.append(describe(source.quotation.date.span, full=True))
    return ", ".join(said)


def speaker_words(check: SpeakerCheck, claimed: str) -> str:
    """Whether the speaker that was named is the text's."""
    words = {
        SpeakerCheck.AGREES: translate(_CONTEXT, "“{0}” agrees with the text"),
        SpeakerCheck.DIFFERS: translate(_CONTEXT, "“{0}” is not whom the text names"),
        SpeakerCheck.UNKNOWN: translate(_CONTEXT, "Whether it was “{0}” cannot be told from the text"),
    }
    return words[check].format(claimed)


def searched_words(passages: int, editions: int) -> str:
    """What was searched: ``Every passage: 36 in 1 edition``."""
    ground = translate(_CONTEXT, "1 edition") if editions == 1 else translate(_CONTEXT, "{0} editions").format(editions)
    return translate(_CONTEXT, "Every passage: {0} in {1}").format(f"{passages:,}", ground)
