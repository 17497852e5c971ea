"""Exports records of several sections as one file: the exports of each, joined as the format allows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from bluebook_desktop.services.export import to_json

if TYPE_CHECKING:
    from bluebook_desktop.services.objects import Object
    from bluebook_desktop.services.sections import OpenSection

_T = TypeVar("_T")
#: A section with what is exported of it.
Part = tuple["OpenSection", Sequence[_T]]
Write = Callable[["OpenSection", Sequence[Any] | None], str]
#: What an export as JSON says of its section; all else is of the program, or a list.
_OF_A_SECTION = ("section", "source_line", "made_from")


def joined(form: str, formats: Mapping[str, Write], parts: Sequence[Part[Any]]) -> str:
    """The export of some sections' records as one, even of a single one.

    Tables have their head once. JSON has `sections`, each with where it is from, and every record says its `section`.
    Readable text follows upon text. The order is that of `parts`.
    """
    texts = [formats[form](section, records) for section, records in parts]
    return _JOIN[form](texts)


def _tables(texts: Sequence[str]) -> str:
    """Tables under the head of the first: all have the same."""
    return "".join([texts[0], *(text.partition("\r\n")[2] for text in texts[1:])])


def _objects(texts: Sequence[str]) -> str:
    return _merged(texts, lambda record, section: {"section": section, **record})


def _collections(texts: Sequence[str]) -> str:
    """GeoJSON as one collection; two sections may have a facility of one id."""
    return _merged(texts, _feature)


def _feature(feature: Object, section: str) -> Object:
    properties = {"section": section, **feature["properties"]}
    return {**feature, "id": f"{section}/{feature['id']}", "properties": properties}


def _merged(texts: Sequence[str], tell: Callable[[Object, str], Object]) -> str:
    whole: Object = {}
    sections = []
    for text in texts:
        one = json.loads(text)
        sections.append({key: one.pop(key) for key in _OF_A_SECTION})
        for key, value in one.items():
            if isinstance(value, list):
                whole.setdefault(key, []).extend(tell(record, sections[-1]["section"]) for record in value)
            else:
                whole[key] = value
    return to_json({"sections": sections, **whole}, indent=2)


_JOIN: dict[str, Callable[[Sequence[str]], str]] = {
    "csv": _tables,
    "json": _objects,
    "geojson": _collections,
    "markdown": "\n".join,
    "text": "\n".join,
}
