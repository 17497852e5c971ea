"""A library with one imported section in which the program found records, and who decides on them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.browsing import open_section
from bluebook_desktop.services.decisions import by_section, read_kept
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library

SECTION = "2019-en/3.1"
TEXT = """Diplomatic Bluebook 2019

Chapter 3

Interests of the Nation

1 Efforts for Peace

In May 2018, Foreign Minister Kono Taro visited Ruritania. Minister Kono stated, “Japan will continue to work closely \
with Ruritania on peace.” The United Nations Ruritania Mission (UNRM) began its work in August.

In June 2018, Prime Minister Abe Shinzo met President Zenda in Tokyo. In December 2018, Yokota Air Base hosted the \
Ruritania exercise. A treaty will be signed in FY2019.
"""


def noon() -> datetime:
    return datetime(2026, 1, 5, 12, tzinfo=UTC)


def bring_in(folders: UserFolders, folder: Path, text: str = TEXT) -> None:
    """Import a text as the section."""
    file = folder / "peace.txt"
    file.write_text(text, "utf-8")
    import_files(folders, [file])


@contextmanager
def opened(folders: UserFolders) -> Iterator[tuple[Library, OpenSection]]:
    """The library, and the section with what was decided in it."""
    with closing(open_library(folders)) as library:
        section = open_section(library.library, SECTION)
        section.decide_by(lambda: by_section(read_kept(folders)[0]).get(SECTION, ()))
        yield library.library, section


def event_about(section: OpenSection, words: str) -> Reference:
    """The event whose sentence holds some words."""
    return Reference(Kind.EVENT, section.id, next(one.id for one in section.found.events if words in one.excerpt.exact))


def person_called(section: OpenSection, name: str) -> Reference:
    return Reference(Kind.PERSON, section.id, next(one.id for one in section.found.people if name in one.name))
