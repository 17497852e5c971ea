"""Everybody whom the text names, each with a page."""
