"""The headings, in step with the reader."""
