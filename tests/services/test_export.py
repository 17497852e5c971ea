import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.services.export import to_json, write_atomically


@given(st.dictionaries(st.text(), st.text(alphabet=st.characters(codec=None), max_size=8)))
def test_json_can_be_written_as_utf_8_and_read_back(value: dict[str, str]) -> None:
    text = to_json(value)
    assert text.endswith("\n")
    assert json.loads(text.encode("utf-8")) == value


def test_letters_are_written_as_themselves_and_halves_of_pairs_escaped() -> None:
    assert to_json({"a": "“日”\ud800"}) == '{"a": "“日”\\ud800"}\n'


def test_a_file_is_written_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    write_atomically(target, "one\n")
    write_atomically(target, "“two”\n")
    assert target.read_bytes() == "“two”\n".encode()
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_the_file_that_a_link_names_is_replaced_not_the_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old", "utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    write_atomically(tmp_path / "link.json", "new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text("utf-8") == "new"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_device_is_written_to_and_its_fullness_told() -> None:
    write_atomically(Path("/dev/null"), "x")
    with pytest.raises(BluebookError, match=r"^/dev/full cannot be written: no space left on device\.$"):
        write_atomically(Path("/dev/full"), "x")


@pytest.mark.parametrize("name", ["no\0where", "missing/x.json", "x" * 300])
def test_a_name_that_cannot_be_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(BluebookError, match=r"cannot be written: .*\.$"):
        write_atomically(tmp_path / name, "x")
