"""Checked quotations as the window shows them and as plain objects: the answer, and whose words they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.checking.verdicts import Verdict
from bluebook_desktop.domain.references import locator_for
from bluebook_desktop.errors import UsageError
from bluebook_desktop.services.browsing import open_section
from bluebook_desktop.services.drafts import Span, spans_of
from bluebook_desktop.services.quotation_check import QuotationChecker
from bluebook_desktop.services.quotation_places import Answer
from bluebook_desktop.services.quotation_sources import SpeakerCheck, check_speaker, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bluebook_desktop.domain.decisions import Decision
    from bluebook_desktop.services.decisions import BySection
    from bluebook_desktop.services.quotation_places import Place
    from bluebook_desktop.services.quotation_sources import Source
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.library import Library

#: How far a claim about the speaker fails, from not at all; one part of a splice is enough.
_DOUBTS = [SpeakerCheck.AGREES, SpeakerCheck.UNKNOWN, SpeakerCheck.DIFFERS]
#: At so many places it is looked who said the words.
_MOST_CLAIMS = 50
#: So much is repeated of what is too long to be checked.
_SHOWN = 200
#: What is good enough for a fact checker.
GOOD = (Verdict.EXACT, Verdict.SAME_WORDS)


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked quotation: `source` is that of the first place, None where there is none."""

    answer: Answer
    source: Source | None
    speaker_check: SpeakerCheck | None
    #: Where it stands in the draft or list that it is from.
    span: Span | None = None
    #: Of one among several: why it could not be checked, in a sentence.
    problem: str = ""
    #: Of what was spliced: the source of every place, since each may be somebody else's.
    parts: tuple[Source, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether the words are the text's."""
        return not self.problem and self.answer.verdict in GOOD


class Checking:
    """Checks quotations and says whose words they are; for one thread at a time."""

    def __init__(self, library: Library, scope: str = "", decisions: Callable[[], BySection] = dict) -> None:
        """`decisions` gives what the reader decided on what the program found: whose words they are follows it."""
        self._library = library
        self._decisions = decisions
        self._decided: dict[str, tuple[Decision, ...]] = {}
        self._checker = QuotationChecker(library, scope)
        self._sections: dict[str, OpenSection] = {}
        self.editions = 1 if scope else len(library.editions())
        self.passages = library.passage_count(scope)

    def stop(self) -> None:
        """Stop the check that runs, from any thread."""
        self._checker.stop()

    def close(self) -> None:
        """Close the library, which nobody else may use then."""
        self._library.close()

    def check(self, text: str, speaker: str = "", span: Span | None = None) -> Checked:
        """Check one quotation, and the speaker it is given to. UsageError as `QuotationChecker.check`."""
        answer = self._checker.check(text)
        if not answer.places:
            return Checked(answer, None, SpeakerCheck.UNKNOWN if speaker else None, span)
        if answer.verdict is Verdict.SPLICED:
            parts = tuple(self._source(place) for place in answer.places)
            claims = [self._claim(place, speaker) for place in answer.places]
            return Checked(answer, parts[0], max(claims, key=_DOUBTS.index) if speaker else None, span, parts=parts)
        if speaker and answer.verdict is not Verdict.ALTERED:  # whose differences are those of its first place
            answer = replace(answer, places=self._said_first(answer.places, speaker))
        first = answer.places[0]
        return Checked(answer, self._source(first), self._claim(first, speaker) if speaker else None, span)

    def _source(self, place: Place) -> Source:
        return source_of(self.section(place.section), place)

    def _claim(self, place: Place, speaker: str) -> SpeakerCheck:
        return check_speaker(self.section(place.section), self._source(place), speaker)

    def _said_first(self, places: tuple[Place, ...], speaker: str) -> tuple[Place, ...]:
        """The places, before all others the first at which that speaker said these words."""
        for place in places[:_MOST_CLAIMS]:
            if self._claim(place, speaker) is SpeakerCheck.AGREES:
                return (place, *(one for one in places if one is not place))
        return places

    def check_draft(self, path: Path, speaker: str = "") -> Iterator[Checked]:
        """Check every quoted span of a draft (text, Markdown or Word), in order."""
        for span in spans_of(path):
            yield self.check_span(span, speaker)

    def check_span(self, span: Span, speaker: str = "") -> Checked:
        """Check one of several: where it cannot be checked the answer says so, and the others can."""
        try:
            return self.check(span.text, speaker, span)
        except UsageError as error:
            begins = span.text if len(span.text) <= _SHOWN else f"{span.text[:_SHOWN]}…"
            return Checked(Answer(begins, Verdict.NOT_FOUND, 0, cut_short=True), None, None, span, str(error))

    def section(self, section_id: str) -> OpenSection:
        """A section of the library, opened once, with what was decided on it by now."""
        if section_id not in self._sections:
            self._sections[section_id] = open_section(self._library, section_id)
        section, decided = self._sections[section_id], self._decisions().get(section_id, ())
        if decided != self._decided.get(section_id, ()):
            self._decided[section_id] = decided
            section.decide_by(lambda: decided)
        return section

    def as_object(self, checked: Checked) -> dict[str, Any]:
        """The keys that docs/checking.md describes."""
        answer, source = checked.answer, checked.source
        first = answer.places[0] if answer.places else None
        said = checked.parts or ((source,) if source else ())
        found: dict[str, Any] = {
            "verdict": None if checked.problem else answer.verdict.value,
            "given": answer.given,
            "place": _locator(first) if first else None,
            "passage": first.passage if first else None,
            "matched": first.matched if first else None,
            "places": [_place(one) for one in answer.places],
            "differences": [
                {"kind": one.kind.value, "given": one.given, "text": one.text, "concern": one.concern.value or None}
                for one in answer.differences
            ],
            "foldings": [folding.value for folding in answer.foldings],
            "shortened": answer.shortened,
            "occurrences": answer.occurrences,
            "more_occurrences": answer.more,
            "speakers": list(dict.fromkeys(name for one in said for name in one.speakers)),
            "speaker_check": checked.speaker_check.value if checked.speaker_check else None,
            "quotation_kind": source.kind if source else None,
            "origin": (source.origin or None) if source else None,
            "citation": source.citation if source else None,
            "source_line": source.source_line if source else None,
            "sic": [{"printed": one.excerpt.exact, "correct": one.correct} for one in source.slips] if source else [],
            "searched": {
                "editions": self.editions,
                "passages": self.passages,
                "complete": not answer.cut_short,
                "library": self._library.fingerprint,
            },
        }
        for place, part in zip(found["places"], checked.parts, strict=False):
            place |= {"speakers": list(part.speakers), "quotation_kind": part.kind, "origin": part.origin or None}
        if checked.problem:
            found["problem"] = checked.problem
        if checked.span is not None:
            found["line"] = checked.span.line
        return found


def _locator(place: Place) -> str:
    return str(locator_for(place.section, place.passage))


def _place(place: Place) -> dict[str, Any]:
    return {
        "locator": _locator(place),
        "passage": place.passage,
        "start": place.start,
        "end": place.end,
        "matched": place.matched,
        **({} if place.heading is None else {"heading": place.heading}),
        **({"given": place.given} if place.given else {}),
    }
