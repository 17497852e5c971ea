"""How a place in the text is cited in plain words."""

from dataclasses import dataclass

from bluebook_desktop.domain.dates import describe, parse_edtf
from bluebook_desktop.domain.documents import Document, Edition, Heading, HeadingKind, Section
from bluebook_desktop.domain.references import locator_for

_SET_APART = {HeadingKind.FEATURE: "Special Feature", HeadingKind.COLUMN: "Column"}
#: The edition is cited by its title, the section by its number in the whole yearbook, a voice by its column.
_NOT_SAID = {HeadingKind.EDITION, HeadingKind.SECTION, HeadingKind.VOICE}


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation and the line that the publisher's terms of use ask for beside it."""

    locator: str
    text: str
    source_line: str

    def __str__(self) -> str:
        return f"{self.text}\n{self.source_line}"


def cite(edition: Edition, section: Section, document: Document, first: int | None, last: int | None) -> Citation:
    """Cite passages `first` to `last` of a section, or the whole of it when `first` is None."""
    yearbook = (edition.publisher, edition.title) if edition.publisher else ()  # other documents are of none
    parts = [*yearbook, *_headings(section, document, first)]
    if first is not None:
        parts.append(f"¶ {first}" if last in (None, first) else f"¶¶ {first}–{last}")
    text = f"{', '.join(parts)}."
    if section.address:  # a file that does not say where it is from was accessed nowhere
        text = f"{text} {section.address} (accessed {describe(parse_edtf(section.accessed), full=True)})."
    return Citation(str(locator_for(section.id, first)), text, section.source_line)


def attribution(edition: Edition, section: Section) -> str:
    """What is said of whatever is made from a section's text, as far as it is known where the text is from."""
    if not edition.publisher:
        return f"Created by editing “{section.title}”"
    line = f"Created by editing “{edition.title}” ({edition.publisher})"
    return f"{line} <{section.address}>" if section.address else line


def _headings(section: Section, document: Document, passage: int | None) -> list[str]:
    """The place in the document's order: chapter, section, and for a passage the headings that it stands under."""
    above = document.headings[:1] if passage is None else document.headings_above(document.passage(passage))
    chapters = [heading for heading in document.headings if heading.kind is HeadingKind.CHAPTER][:1]
    inner = [heading for heading in above if heading.kind not in _NOT_SAID | {HeadingKind.CHAPTER}]
    title = " ".join(section.title.split())
    if "." in section.number:
        named = [f"section {section.number} “{title}”"]
        inner = [heading for heading in inner if _title(heading) != title]
    elif any(_title(heading) == title for heading in (*chapters, *inner)):
        named = []  # said by the heading itself
    else:
        named = [f"“{title}”"]  # the number is the chapter's, or the next free one, which no yearbook prints
    return [*map(_named, chapters), *named, *map(_named, inner)]


def _named(heading: Heading) -> str:
    label = heading.label or _SET_APART.get(heading.kind, "")
    return f"{label} “{_title(heading)}”".strip()


def _title(heading: Heading) -> str:
    """A title in one line, though it be printed over two."""
    return " ".join(heading.title.split())


def in_quotation_marks(words: str) -> str:
    """Words in curly quotation marks, as they stand.

    Words that have marks of their own get no others around them: nobody could tell which belong to the text.
    """
    bare = words.strip()
    return bare if "“" in bare or "”" in bare else f"“{bare}”"
