"""Tool tips."""

from html import escape


def plain_tip(text: str) -> str:
    """A tool tip that wraps and is never taken for markup; nothing for no text."""
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>" if text else ""
