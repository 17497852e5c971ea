"""Builds the packages (`python3 dev.py build`); the standard library alone, tools come into environments of its own."""
