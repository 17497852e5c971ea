from bluebook_desktop.domain.checking.comparison import compare, weave
from bluebook_desktop.domain.checking.units import Units
from bluebook_desktop.domain.checking.verdicts import Change, Concern, Difference, Side

TEXT = Units(
    "In February 2021, the two governments mutually decided to amend the current agreement, extending its validity "
    "through March 31, 2022. Japan will not bear the labor costs that Prime Minister Abe named."
)


def differences(typed: str) -> list[Difference]:
    found = compare(Units(typed), {}, TEXT)
    assert found is not None
    assert found.is_altered
    return list(found.differences)


def test_a_changed_word_is_told_with_the_texts_own() -> None:
    typed = "the two governments mutually agreed to amend the current agreement"
    assert differences(typed) == [Difference(Change.CHANGED, "agreed", "decided")]


def test_a_not_that_was_left_out_is_said_first() -> None:
    found = differences("Japan shall bear the labour costs that Prime Minister Abe named")
    assert found[0] == Difference(Change.CHANGED, "shall", "will not", Concern.NEGATION)
    assert found[1] == Difference(Change.CHANGED, "labour", "labor")


def test_numbers_dates_and_names_weigh_more_than_other_words() -> None:
    typed = "amend the present agreement, extending its validity through May 30, 2022. Japan will not bear the costs"
    assert [one.concern for one in differences(typed)] == [Concern.NUMBER, Concern.NONE, Concern.NONE]
    assert differences("will not bear the labor costs that Prime Minister Kishida named")[0].concern is Concern.NAME
    assert differences("Japan would not bear the labor costs that Prime Minister Abe named")[0].concern is Concern.MODAL


def test_words_at_another_place_were_moved() -> None:
    found = differences("the two governments decided mutually to amend the current agreement, extending its validity")
    assert [one.kind for one in found] == [Change.MOVED]


def test_a_full_stop_that_is_missing_is_a_difference() -> None:
    found = differences("through March 31, 2022 Japan will not bear the labor costs")
    assert found == [Difference(Change.LEFT_OUT, "", ".")]


def test_a_text_about_the_same_thing_is_not_altered() -> None:
    typed = "the two costs of the agreement in Japan are named in the current validity of labor"
    found = compare(Units(typed), {}, TEXT)
    assert found is None or not found.is_altered


def test_quotation_and_text_are_woven_into_one_row() -> None:
    found = compare(Units("governments mutually agreed to amend the agreement"), {}, TEXT)
    assert found is not None
    assert [(piece.side, piece.words) for piece in weave(found, TEXT)] == [
        (Side.BOTH, "governments mutually"),
        (Side.GIVEN, "agreed"),
        (Side.TEXT, "decided"),
        (Side.BOTH, "to amend the"),
        (Side.TEXT, "current"),
        (Side.BOTH, "agreement"),
    ]
