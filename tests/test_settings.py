import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.settings import TABLE, Settings


def test_settings_are_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "below" / "settings.json")
    settings.set("theme", "dark")
    assert settings.save()
    assert Settings(tmp_path / "below" / "settings.json").get("theme") == "dark"
    assert [path.name for path in (tmp_path / "below").iterdir()] == ["settings.json"]


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.name)
def test_every_default_is_accepted_and_described(setting: object) -> None:
    from bluebook_desktop.settings import Setting

    assert isinstance(setting, Setting)
    assert setting.accepts(setting.default)
    assert setting.about.endswith(".")
    assert Settings(None).get(setting.name) == setting.default


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"theme": "pink", "zoom": "100", "side_width": true}', "\0"]
)
def test_what_cannot_be_used_is_left_out(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, "utf-8")
    settings = Settings(path)
    assert [settings.get(setting.name) for setting in TABLE] == [setting.default for setting in TABLE]


NAMES = st.sampled_from([setting.name for setting in TABLE]) | st.text()
VALUES = st.none() | st.integers() | st.text() | st.lists(st.text())


@given(st.dictionaries(NAMES, VALUES))
def test_whatever_stands_in_the_file_every_setting_has_a_value_it_takes(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(content), "utf-8")
    settings = Settings(path)
    assert all(setting.accepts(settings.get(setting.name)) for setting in TABLE)


def test_a_wrong_value_and_an_unknown_name_are_bugs() -> None:
    with pytest.raises(ValueError, match="theme does not take 'pink'"):
        Settings(None).set("theme", "pink")
    with pytest.raises(KeyError):
        Settings(None).get("colour")


def test_what_cannot_be_saved_is_told_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert not Settings(tmp_path / "file" / "settings.json").save()
    assert not Settings(None).save()
