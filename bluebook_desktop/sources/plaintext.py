"""Reads a section published as plain text, however its lines are wrapped (see `blocks` and `structure`)."""

from bluebook_desktop.domain.documents import Document
from bluebook_desktop.sources.blocks import read_blocks
from bluebook_desktop.sources.problems import Problem
from bluebook_desktop.sources.structure import read_structure


def read_plaintext(text: str) -> Document:
    """Read the text of one section into headings and numbered passages; never fails, never changes a letter."""
    return read_text(text)[0]


def read_text(text: str) -> tuple[Document, list[Problem]]:
    """The same with what was not understood or left out, in the order of the lines."""
    blocks, left_out = read_blocks(text)
    document, problems = read_structure(text, blocks)
    return document, sorted([*left_out, *problems], key=lambda one: one.line)
