"""Bluebook Desktop: an offline reference application for the Diplomatic Bluebook."""

__version__ = "0.1.0"
