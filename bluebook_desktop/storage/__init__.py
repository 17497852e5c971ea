"""The only place with SQL: the library (rebuildable) and the notebook (the reader's own)."""
