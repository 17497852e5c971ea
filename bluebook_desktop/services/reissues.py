"""Finds the section of which a text that names no number of its own is a corrected issue."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bluebook_desktop.errors import BluebookError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.sources.reading import SourceDocument
    from bluebook_desktop.storage.originals import Original, Originals

#: Of more documents than so many in an edition only those of the same file name are compared.
_MOST = 20
#: A corrected issue shares so many of the words of the longer one; two texts of one kind share about half.
_SHARED = 0.85
#: Of fewer words (or characters) nothing can be told.
_LEAST = 30


class Reissues:
    """Compares texts with the imported ones that were given a number because they have none."""

    def __init__(self, originals: Originals) -> None:
        self._originals = originals
        self._words: dict[str, Counter[str]] = {}

    def number_of(self, read: SourceDocument, name: str, here: Sequence[Original]) -> str | None:
        """The number of the document of which a text is another issue, or None; `here` are those of its edition."""
        numbered = [one for one in here if one.active and one.section.isdecimal()]
        likely = [one for one in numbered if one.name == name]
        if len(numbered) <= _MOST:
            likely += [one for one in numbered if one.name != name]
        words = _words_of(read)
        return next((one.section for one in likely if _share(words, self._of(one)) >= _SHARED), None)

    def _of(self, original: Original) -> Counter[str]:
        if original.sha256 not in self._words:
            from bluebook_desktop.sources.reading import read_bytes  # noqa: PLC0415 - only imports load it

            try:
                words = _words_of(read_bytes(self._originals.read(original), original.name))
            except BluebookError:  # lost or damaged: nothing is known to be an issue of it
                words = Counter()
            self._words[original.sha256] = words
        return self._words[original.sha256]


def _words_of(read: SourceDocument) -> Counter[str]:
    """The words of a text, or where it has no blanks its characters."""
    found = Counter(word for passage in read.document.passages for word in passage.text.split())
    if read.language != "ja":
        return found
    return Counter(character for passage in read.document.passages for character in passage.text)


def _share(one: Counter[str], other: Counter[str]) -> float:
    """How much of the longer of two texts the other has as well."""
    longer = max(one.total(), other.total())
    return (one & other).total() / longer if longer >= _LEAST else 0.0
