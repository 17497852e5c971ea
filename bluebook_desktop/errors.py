"""The one kind of error that is told to the user.

Whatever else escapes is a bug: the window shows the crash dialog, the command line its traceback in the log.
"""


class BluebookError(Exception):
    """Something the user can understand and act on; its text is one sentence, ready to be shown."""


class UsageError(BluebookError):
    """The request itself cannot be carried out as it was put (a wrong locator, an unknown section)."""


class LibraryDamagedError(BluebookError):
    """The library file cannot be read as one of ours; it can be rebuilt without loss."""


class NewerSchemaError(BluebookError):
    """A database was written by a newer version of the program and is left alone."""


class RecordError(BluebookError):
    """A curated record is not borne out by the text; names the file and the line that is wrong."""


class KeepingError(BluebookError):
    """What was to be kept cannot be written: the disk is full or closed, which no other file will change."""


class StoppedError(BluebookError):
    """Work was stopped because nobody waits for it any more; whoever stopped it drops this."""
