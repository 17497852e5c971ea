"""The search field and its results."""
