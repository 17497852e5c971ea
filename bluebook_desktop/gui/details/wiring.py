"""Connects Details with those who go to places, copy and decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluebook_desktop.gui.copying import Copier
    from bluebook_desktop.gui.decisions.desk import DecisionDesk
    from bluebook_desktop.gui.details.panel import DetailsPanel
    from bluebook_desktop.gui.navigator import Navigator


def connect_details(details: DetailsPanel, navigator: Navigator, copier: Copier, desk: DecisionDesk) -> None:
    """Let what Details ask for be done."""
    details.read_requested.connect(navigator.read)
    details.facilities_requested.connect(lambda one: navigator.show_on("facilities", one))
    details.quotations_requested.connect(lambda one: navigator.show_on("quotations", one))
    details.people_requested.connect(lambda one: navigator.show_on("people", one))
    details.pointer_followed.connect(navigator.follow_pointer)
    details.copy_requested.connect(copier.copy_reference)
    details.problem.connect(copier.said)
    details.step_requested.connect(desk.write)
    details.set_deciding(desk.reason)
    desk.ready.connect(lambda: details.set_deciding(desk.reason))
    desk.failed.connect(details.reopen)
