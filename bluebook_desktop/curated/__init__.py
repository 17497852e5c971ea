"""Reads and checks the hand-checked records in ``data/`` against the text that bears them out."""

from bluebook_desktop.curated.editions import load_edition, load_section_facts
from bluebook_desktop.curated.loading import check_records, load_records
from bluebook_desktop.curated.tables import Table, read_tables

__all__ = ["Table", "check_records", "load_edition", "load_records", "load_section_facts", "read_tables"]
