"""`bluebook-desktop --self-test`: what it finds, and that it fails where something is wrong."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bluebook_desktop import __version__

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig is told to know no typeface")


def self_test(
    home: Path, program: str = "", argument: str = "--self-test", **changes: str
) -> subprocess.CompletedProcess[str]:
    """The check in a program of its own; `program` is done to it before."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    code = f"import sys\n{program}\nsys.argv = ['bluebook-desktop', {argument!r}]\n"
    code += "from bluebook_desktop.__main__ import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, "BLUEBOOK_HOME": str(home), **changes},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_sound_installation_passes_and_tells_what_was_found(tmp_path: Path) -> None:
    report = tmp_path / "a report.txt"
    done = self_test(tmp_path, argument=f"--self-test={report}", QT_IM_MODULE="fcitx", QT_IM_MODULES="")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[-1] == "All that the program needs is there."
    assert report.read_text("utf-8") == done.stdout
    assert f"ok      Bluebook Desktop: {__version__}" in lines
    assert 'ok      Search: "rock solid" is found' in lines
    assert "ok      Order: by language (apple, Ärger, zebra, Zoo, いろは)" in lines
    assert "ok      Pictures: SVG icons are drawn" in lines
    assert "ok      Input method: the search field takes what one writes; asked for: fcitx, ibus" in lines
    assert re.search(r"^ok      Library file, SHA-256: [0-9a-f]{64}$", done.stdout, re.MULTILINE)
    assert not [line for line in lines[:-1] if not re.match(r"(ok|note)    ", line)]


@linux
def test_letters_that_are_boxes_fail(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", "utf-8")
    nothing_lent = "import bluebook_desktop.gui.theme as theme\ntheme._lend_letters = lambda application: None"
    done = self_test(tmp_path, nothing_lent, FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert done.returncode == 1
    assert "failed  Letters: Source Serif 4 shows boxes instead of letters in “Kōno 外務省 いろは”." in done.stdout
    assert done.stdout.endswith("Something is missing or damaged.\n")


def test_a_plugin_that_is_missing_fails(tmp_path: Path) -> None:
    other = "import bluebook_desktop.gui.self_test as test\ntest._PLUGINS = {sys.platform: ('platforms/libqnone',)}"
    done = self_test(tmp_path, other)
    assert done.returncode == 1
    assert re.search(r"^failed  Plugin platforms/qnone: .* is missing$", done.stdout, re.MULTILINE)


def test_order_by_code_point_fails(tmp_path: Path) -> None:
    plain = "import bluebook_desktop.gui.self_test as test\n"
    plain += "test.QCollator = lambda locale: type('', (), {'compare': lambda self, a, b: (a > b) - (a < b)})()"
    done = self_test(tmp_path, plain)
    assert done.returncode == 1
    assert "failed  Order: Words are not sorted by language: Zoo, apple, zebra, Ärger, いろは." in done.stdout


def test_a_field_that_takes_nothing_from_an_input_method_fails(tmp_path: Path) -> None:
    deaf = "import bluebook_desktop.gui.self_test as test\n"
    deaf += "test.SearchField.inputMethodEvent = lambda self, event: event.ignore()"
    done = self_test(tmp_path, deaf)
    assert done.returncode == 1
    assert "failed  Input method: The search field does not take what an input method writes." in done.stdout


def test_a_damaged_text_fails(tmp_path: Path) -> None:
    wrong = "import bluebook_desktop.services.verify as verify, bluebook_desktop.services.installation as one\n"
    wrong += "was = one.verify_library\ndef found(*given):\n    result = was(*given)\n"
    wrong += "    result.findings.append(verify.Finding('2021-en/4.2.2', 3, 'differs'))\n    return result\n"
    wrong += "one.verify_library = found"
    done = self_test(tmp_path, wrong)
    assert done.returncode == 1
    assert re.search(r"^failed  Library: .*differs", done.stdout, re.MULTILINE)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_a_note(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = self_test(tmp_path)
    tmp_path.chmod(0o700)
    assert done.returncode == 0
    assert f"note    Data: {tmp_path} cannot be written to" in done.stdout


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("--self-test=", "--self-test= needs a file to write the report to."),
        ("--self-test=/nowhere/at/all", "The report cannot be written to /nowhere/at/all."),
    ],
)
def test_a_report_that_cannot_be_written_is_one_sentence(tmp_path: Path, argument: str, said: str) -> None:
    done = self_test(tmp_path, argument=argument)
    assert (done.returncode, done.stderr) == (2, f"bluebook-desktop: {said}\n")
