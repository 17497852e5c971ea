"""The text itself: a calm column with numbered passages, and finding in it."""
