"""Finds in a text what records are made of; knows nothing of any one section.

The engine is loaded when it is first asked for: the program reads its own section without it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bluebook_desktop.extraction.engine import extract
    from bluebook_desktop.extraction.gazetteer import Entry, Gazetteer, load_gazetteer

__all__ = ["Entry", "Gazetteer", "extract", "load_gazetteer"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module  # noqa: PLC0415

    module = "engine" if name == "extract" else "gazetteer"
    return getattr(import_module(f"bluebook_desktop.extraction.{module}"), name)
