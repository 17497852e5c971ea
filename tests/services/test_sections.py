"""A section as it is open: where a passage stands, in words."""

from bluebook_desktop.services.sections import OpenSection


def test_long_headings_of_a_path_are_cut_between_words(section: OpenSection) -> None:
    assert section.path_in_words(8) == (
        "2021 › Chapter 4 › 2 Japan-U.S. Security Arrangements › (1) Overview of Japan-U.S. Security… › "
        "Sixtieth Anniversary of the Signing and… › ¶ 8"
    )


def test_a_snapshot_keeps_the_records_as_they_were(section: OpenSection) -> None:
    records, facilities = section.records, section.facilities
    snapshot = section.snapshot()
    section.decide_by(tuple)  # as after a decision
    assert section.facilities is not facilities
    assert snapshot.records is records
    assert snapshot.facilities is facilities
