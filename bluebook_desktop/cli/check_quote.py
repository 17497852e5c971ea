"""`bluebook check-quote`: did they say exactly this?"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.options import (
    FOUND,
    NOTHING_FOUND,
    command,
    open_library,
    read_decisions,
    sections_option,
)
from bluebook_desktop.cli.output import Output, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluebook_desktop.services.quotation_answers import Checked, Checking
    from bluebook_desktop.services.quotation_sources import Source

_STANDARD_INPUT = "-"


@command(
    "check-quote",
    about="Check a quotation word by word.",
    example='bluebook check-quote "the rock-solid Alliance" --speaker Trump',
)
@click.argument("words", nargs=-1, metavar="TEXT...")
@click.option("--file", "draft", metavar="DRAFT", help="Check every quoted span of a draft (.txt, .md or .docx).")
@click.option("--lines", "listed", metavar="FILE", help="Check a list, one quotation a line; - reads standard input.")
@click.option("--speaker", default="", metavar="NAME", help="Check as well whether this person or group said it.")
@sections_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text, one object a line.")
def run(
    words: tuple[str, ...], *, draft: str | None, listed: str | None, speaker: str, section: str | None, as_json: bool
) -> int:
    """Check whether the text has these very words, where, and who said them.

    The verdicts: exact, same words (only quotation marks, case, width, white space, hyphens or commas differ),
    altered, spliced, in part, not found. Exit status 0 when all are exact or same words, else 1.
    """
    from bluebook_desktop.errors import UsageError
    from bluebook_desktop.services.browsing import find_scope
    from bluebook_desktop.services.quotation_answers import Checking

    if sum(one is not None and one != () for one in (words or None, draft, listed)) != 1:
        raise UsageError("Give a text, a draft (--file) or a list (--lines): one of the three.")
    output = Output()
    all_good, number = True, 0
    with open_library() as library:
        decided = read_decisions()
        checking = Checking(library, find_scope(library, section) if section else "", lambda: decided)
        for number, checked in enumerate(_checked(checking, words, draft, listed, speaker), start=1):
            all_good = all_good and checked.is_good
            if as_json:
                output.line(json.dumps(checking.as_object(checked), ensure_ascii=True))
            else:
                if number > 1:
                    output.line()
                _print(output, checking, checked)
            sys.stdout.flush()
    if not number and not as_json:
        output.aside("There is nothing in quotation marks to check." if draft else "There are no lines to check.")
    return FOUND if all_good else NOTHING_FOUND


def _checked(
    checking: Checking, words: tuple[str, ...], draft: str | None, listed: str | None, speaker: str
) -> Iterator[Checked]:
    if words:
        yield checking.check(" ".join(words), speaker)
    elif draft is not None:
        yield from checking.check_draft(Path(draft), speaker)
    elif listed is not None:
        from bluebook_desktop.services.drafts import lines_of

        for span in lines_of(_read_list(listed)):
            yield checking.check_span(span, speaker)


def _read_list(name: str) -> str:
    from bluebook_desktop.errors import BluebookError
    from bluebook_desktop.sources.decoding import NotTextError, decode
    from bluebook_desktop.sources.reading import file_content

    content = sys.stdin.buffer.read() if name == _STANDARD_INPUT else file_content(Path(name))
    if not content:
        return ""
    try:
        return decode(content).text
    except NotTextError as error:
        raise BluebookError(f"{name} {error}") from error


def _print(output: Output, checking: Checking, checked: Checked) -> None:
    from bluebook_desktop.domain.checking.verdicts import Concern

    answer, source = checked.answer, checked.source
    line = f"line {checked.span.line}: " if checked.span is not None else ""
    shortened = ", shortened" if answer.shortened else ""
    if checked.problem:
        output.heading(f"{line}Not checked")
        output.paragraph(f"“{answer.given}”", indent=2)
        output.line(f"  {checked.problem}")
        return
    output.heading(f"{line}{answer.verdict.value.capitalize()}{shortened}{_counted(checked)}")
    if checked.span is not None:
        output.paragraph(f"“{answer.given}”", indent=2)
    if answer.foldings:
        output.line(f"  Differs only in: {', '.join(one.value for one in answer.foldings)}.")
    for one in answer.differences:
        weight = f"{one.concern.value}: " if one.concern is not Concern.NONE else ""
        sides = " → ".join(dict.fromkeys(f"“{side}”" for side in (one.given, one.text) if side))
        output.paragraph(f"{weight}{one.kind.value} {sides}", indent=2)
    for number, place in enumerate(answer.places):
        where = f"{place.section} {'' if place.heading is None else 'heading above '}¶ {place.passage}  "
        output.paragraph(place.matched, indent=2, label=where)
        if checked.parts:
            output.paragraph(_kind_of(checked.parts[number]), indent=4)
    if source is not None:
        for sentence in filter(
            None, (_whose(checked), *(f"[sic] “{s.excerpt.exact}”, right: “{s.correct}”." for s in source.slips))
        ):
            output.paragraph(sentence, indent=2)
        output.aside(source.citation, indent=2)
        output.aside(source.source_line, indent=2)
    searched = f"{counted(checking.passages, 'passage')} of {counted(checking.editions, 'edition')}"
    limit = " Parts of it are so common that they were not looked for everywhere." if answer.cut_short else ""
    output.aside(f"{searched} searched.{limit}", indent=2)


def _counted(checked: Checked) -> str:
    """In how many places the words are as the verdict says, and in how many more they are the same words."""
    answer = checked.answer
    places, others = len(answer.places), answer.occurrences - len(answer.places)
    if answer.occurrences < 2:
        return ""
    more = f", and {others:,} more with the same words" if others > 0 else ""
    return f", {counted(places, 'place')}{' or more' if answer.more else ''}{more}"


def _whose(checked: Checked) -> str:
    """Who said it, and whether that is who was claimed to."""
    from bluebook_desktop.services.quotation_sources import SpeakerCheck

    source = checked.source
    if source is None:
        return ""
    claim = {
        SpeakerCheck.AGREES: "The speaker agrees.",
        SpeakerCheck.DIFFERS: "The speaker differs.",
        SpeakerCheck.UNKNOWN: "Whether the speaker agrees cannot be told.",
    }
    claimed = [claim[checked.speaker_check]] if checked.speaker_check is not None else []
    return " ".join([*([] if checked.parts else [_kind_of(source)]), *claimed])


def _kind_of(source: Source) -> str:
    """Whose words they are, and in which form, in a sentence."""
    from bluebook_desktop.services.origins import FOUND as FOUND_BY_PROGRAM
    from bluebook_desktop.services.origins import YOURS

    names = ", ".join(source.speakers)
    said = {
        "term": "A term in quotation marks, no statement.",
        "reported": f"Reported of {names or 'somebody'} by the narrator, no quotation.",
        "narration": "The narrator’s words, no quotation.",
        "heading": "A heading, no quotation.",
        "narration and quotation": "In part the narrator’s words, in part a quotation.",
    }.get(source.kind, f"{source.kind.replace('_', ' ').capitalize()}: {names or 'the text names nobody'}.")
    by = {FOUND_BY_PROGRAM: " Found by the program, not checked by hand.", YOURS: " As you decided."}
    return said + by.get(source.origin, "")
