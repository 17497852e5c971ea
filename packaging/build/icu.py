"""Makes Qt's ICU data smaller on Linux: what sorting by language needs stays, 23 of 32 MB go.

Qt6Core needs `libicudata` by name, and without its data sorting silently falls to code points. Qt has data of its own
for dates, numbers and names, and breaks text without ICU.
"""

import re
import shutil
import tempfile
from pathlib import Path

from build import common

_LIBRARY = "PySide6/Qt/lib"
#: Folders of the data that nothing asks for: names of currencies, languages, regions, units and zones, spelled-out
#: numbers, transliteration, and words of scripts without blanks.
_FOLDERS = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone")
#: Files at the top likewise: converters of old encodings, profiles of StringPrep, names of characters, look-alikes.
_FILES = re.compile(r"[^/]+\.(cnv|spp|cfu)|unames\.icu|zoneinfo64\.res")
_SOURCE = """    .section .rodata
    .globl {symbol}
    .type {symbol}, @object
    .balign 4096
{symbol}:
    .incbin "{data}"
    .size {symbol}, .-{symbol}
    .section .note.GNU-stack,"",@progbits
"""


def is_dropped(item: str) -> bool:
    """Whether an item of the data goes, by its name in the package."""
    return item.partition("/")[0] in _FOLDERS or _FILES.fullmatch(item) is not None


def trim(folder: Path) -> None:
    """Put the smaller data in the folder's place; without ICU's own tool the whole stays, and a line says so."""
    library = next(path for path in (folder / "lib" / _LIBRARY).glob("libicudata.so.*") if not path.is_symlink())
    tool = shutil.which("icupkg") or shutil.which("icupkg", path="/usr/sbin:/sbin")
    if not tool:
        common.say("icupkg is missing (Debian: icu-devtools), so ICU's data stays whole: 23 MB more")
        return
    before = library.stat().st_size
    with tempfile.TemporaryDirectory(dir=common.WORK) as name:
        smaller = _smaller(tool, library, Path(name))
        shutil.copyfile(smaller, library)
    common.say(f"ICU's data: {common.megabytes(library.stat().st_size)} instead of {common.megabytes(before)}")


def _smaller(tool: str, library: Path, work: Path) -> Path:
    """Take the data out of the library, unwanted items out of the data, and make a library of the rest."""
    symbol, start, size = _place(library)
    whole, small = work / f"{symbol.removesuffix('_dat')}l.dat", work / "small" / f"{symbol.removesuffix('_dat')}l.dat"
    whole.write_bytes(library.read_bytes()[start : start + size])
    items = common.run("icu-list", [tool, "-l", whole]).splitlines()
    unwanted = work / "unwanted.txt"
    unwanted.write_text("".join(f"{item}\n" for item in items if is_dropped(item)), "ascii")
    small.parent.mkdir()
    common.run("icu-remove", [tool, "-r", unwanted, whole, small])
    source, code, made = work / "icu.S", work / "icu.o", work / library.name
    source.write_text(_SOURCE.format(symbol=symbol, data=small.name), "ascii")
    common.run("icu-as", [common.tool("as", "binutils"), "-o", code, source], cwd=small.parent)
    common.run("icu-ld", [common.tool("ld", "binutils"), "-shared", "-soname", library.name, "-o", made, code])
    common.run("icu-strip", [common.tool("strip", "binutils"), made])
    return made


def _place(library: Path) -> tuple[str, int, int]:
    """The data's symbol, and where in the file it starts and how long it is."""
    told = common.run("icu-objdump", [common.tool("objdump", "binutils"), "-T", "-h", library])
    section = re.search(r"\.rodata\s+\w+\s+(\w+)\s+\w+\s+(\w+)", told)
    found = re.search(r"^(\w+)\s+g\s+DO\s+\.rodata\s+(\w+)\s+(?:\S+\s+)?(icudt\d+_dat)$", told, re.MULTILINE)
    if not section or not found:
        raise common.BuildError(f"{library.name} does not hold ICU's data where it is looked for.")
    return found[3], int(found[1], 16) - int(section[1], 16) + int(section[2], 16), int(found[2], 16)
