"""Lets input methods write that Qt itself knows only under another name."""

import os
from collections.abc import Mapping

#: What desktops with fcitx say, and the plugin that reaches it too; PySide's Qt has none of fcitx's own.
_FCITX = frozenset({"fcitx", "fcitx5"})
_IBUS = "ibus"


def wanted(environment: Mapping[str, str]) -> list[str]:
    """The input methods that Qt is to try, in their order: as the environment names them, and ibus behind fcitx."""
    named = environment.get("QT_IM_MODULES") or environment.get("QT_IM_MODULE") or ""
    methods = [name for name in named.split(";") if name]
    if _IBUS not in methods:
        for at, name in enumerate(methods):
            if name in _FCITX:
                return [*methods[: at + 1], _IBUS, *methods[at + 1 :]]
    return methods


def reach_fcitx() -> None:
    """Tell Qt, before it starts, to speak to fcitx as to ibus: fcitx answers to both, and Qt's own falls silent."""
    methods = wanted(os.environ)
    if _FCITX & set(methods):
        os.environ["QT_IM_MODULES"] = ";".join(methods)
