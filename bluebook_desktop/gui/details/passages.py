"""The card of a passage: where it stands, what it bears out, and the slips of the source in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.documents import PassageKind
from bluebook_desktop.domain.references import passage_reference
from bluebook_desktop.gui.details.cards import Ask, Button, Card, Part, Quote, Words
from bluebook_desktop.gui.details.composing import Composer, only
from bluebook_desktop.gui.wording import shortened

if TYPE_CHECKING:
    from bluebook_desktop.domain.documents import Passage
    from bluebook_desktop.gui.details.cards import Block

translate = QCoreApplication.translate
_OPENING = 160


def passage_card(composer: Composer, passage: Passage) -> Card:
    """A passage as Details shows it."""
    reference = passage_reference(composer.section.id, passage.number)
    kinds = {
        PassageKind.PARAGRAPH: translate("Details", "Paragraph"),
        PassageKind.CAPTION: translate("Details", "Caption"),
    }
    opening = Quote(((shortened(passage.text, _OPENING), False),), translate("Details", "How the passage begins"))
    return Card(
        label=f"{translate('Details', 'Passage')} · {kinds[passage.kind]}",
        title=f"¶ {passage.number}",
        parts=only(
            Part("", (Words(composer.place_words(passage.number), "soft"), opening)),
            Part(translate("Details", "Credit"), (Words(passage.credit),)),
            _slips(composer, passage),
            composer.in_passage(passage.number),
        ),
        buttons=(Button(Ask.COPY, reference), Button(Ask.READ, reference)),
    )


def _slips(composer: Composer, passage: Passage) -> Part:
    """What the source prints wrongly here, its right reading and why: the readings are the program's own."""
    blocks: list[Block] = []
    for slip in composer.section.records.errata:
        if slip.excerpt.passage == passage.number and slip.excerpt.heading is None:
            printed = translate("Details", "“{0}” [sic]").format(slip.excerpt.exact)
            right = translate("Details", "right: “{0}”").format(slip.correct)
            blocks += [Words(f"{printed}\n{right}"), Words(slip.reason, "small")]
    return Part(translate("Details", "Slips of the source · readings added"), tuple(blocks))
