"""Fcitx is reached by Qt's plugin for ibus; real input methods are proved by `dev.py verify-package`."""

import os

import pytest

from bluebook_desktop.gui.input_method import reach_fcitx, wanted


@pytest.mark.parametrize(
    ("said", "methods"),
    [
        ({"QT_IM_MODULE": "fcitx"}, ["fcitx", "ibus"]),
        ({"QT_IM_MODULE": "fcitx5"}, ["fcitx5", "ibus"]),
        ({"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "fcitx"}, ["wayland", "fcitx", "ibus"]),
        ({"QT_IM_MODULES": "fcitx;compose"}, ["fcitx", "ibus", "compose"]),
        ({"QT_IM_MODULES": "fcitx;ibus"}, ["fcitx", "ibus"]),
        ({"QT_IM_MODULES": "", "QT_IM_MODULE": "ibus"}, ["ibus"]),
        ({}, []),
    ],
)
def test_ibus_is_tried_behind_fcitx(said: dict[str, str], methods: list[str]) -> None:
    assert wanted(said) == methods


def test_qt_is_told_of_fcitx_and_of_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULES", "")  # so that what is written here is gone with this test
    monkeypatch.delenv("QT_IM_MODULES")
    for name, told in (("ibus", None), ("", None), ("fcitx", "fcitx;ibus")):
        monkeypatch.setenv("QT_IM_MODULE", name)
        reach_fcitx()
        assert os.environ.get("QT_IM_MODULES") == told
