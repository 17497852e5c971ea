import pytest

from bluebook_desktop.errors import UsageError
from bluebook_desktop.services.citing import citation, citation_text, copy_with_citation, quotation_citation
from bluebook_desktop.services.sections import OpenSection


def test_copied_words_stand_in_quotation_marks_above_citation_and_source_line(section: OpenSection) -> None:
    copied = copy_with_citation("shared information closely", section, 12)
    assert copied.splitlines() == [
        "“shared information closely”",
        citation(section, 12).text,
        section.section.source_line,
    ]


def test_words_with_marks_of_their_own_get_no_others(section: OpenSection) -> None:
    """Nobody could tell which marks are the text's."""
    copied = copy_with_citation("provided “seamless” responses", section, 12)
    assert copied.splitlines()[0] == "provided “seamless” responses"


def test_a_selection_over_several_passages_names_them_all(section: OpenSection) -> None:
    assert ", ¶¶ 3–4. https://" in copy_with_citation("x", section, 3, 4)
    assert ", ¶ 3. https://" in copy_with_citation("x", section, 3, 3)


def test_a_passage_in_a_special_feature_names_it(section: OpenSection) -> None:
    assert "Special Feature “Sixtieth Anniversary of the Signing" in citation_text(section, 8)
    assert "Column “Project to Promote Exchanges" in citation_text(section, 31)


def test_the_date_accessed_is_written_out(section: OpenSection) -> None:
    assert citation(section).text.endswith("(accessed 23 November 2026).")


def test_a_group_that_spoke_is_named_as_printed(section: OpenSection) -> None:
    assert quotation_citation(section, section.quotations["predecessors"]).splitlines()[0] == (
        "“predecessors for their wisdom, courage, and vision” (the four ministers)"
    )


def test_what_is_reported_is_quoted_from_the_bluebook_and_not_from_the_speaker(section: OpenSection) -> None:
    first = quotation_citation(section, section.quotations["memoir-revision"]).splitlines()[0]
    assert first.startswith("“In his memoir, Prime Minister Kishi explained")
    assert first.endswith("” (reported of Prime Minister Kishi, in the Bluebook’s own words)")


@pytest.mark.parametrize("number", [0, 37, -1])
def test_a_passage_that_is_not_there_is_refused(section: OpenSection, number: int) -> None:
    with pytest.raises(UsageError, match=rf"^There is no ¶ {number}: the section has ¶ 1 to ¶ 36\.$"):
        citation(section, number)
