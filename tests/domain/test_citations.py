import pytest

from bluebook_desktop.domain.citations import in_quotation_marks


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("rock-solid", "“rock-solid”"),
        ("“rock-solid”", "“rock-solid”"),
        (" “rock-solid” ", "“rock-solid”"),
        ("“Alliance” and “Treaty”", "“Alliance” and “Treaty”"),
        ("their “predecessors”", "their “predecessors”"),
    ],
)
def test_words_are_quoted_as_they_stand(words: str, quoted: str) -> None:
    assert in_quotation_marks(words) == quoted
