"""A file on disk becomes a Document: the only place that knows file formats."""
