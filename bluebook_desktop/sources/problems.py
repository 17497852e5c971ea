"""What was not understood in a file, for the report of its import."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that was not understood or was left out: the line's number and a plain sentence.

    `lines` says of how many lines, from that one on, it speaks.
    """

    line: int
    sentence: str
    lines: int = 1
