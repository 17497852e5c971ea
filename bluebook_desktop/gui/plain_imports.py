"""Takes a look into every module's source out of `import`, which PySide puts there when it is loaded.

PySide's way looks whether a module asks for other names (`from __feature__ import snake_case`): it reads the source of
every module that is imported after it, searches it for the word PySide6, and keeps the lines. No module of this program
asks. It cost the start a tenth of its time and 3 MB, and each `import` within a function several times its own.
"""

import builtins


def import_plainly() -> None:
    """Load Qt's core, and import without that look from now on. Does nothing where PySide leaves `import` alone."""
    import PySide6.QtCore  # noqa: F401, PLC0415 - what is read before this needs no Qt

    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
