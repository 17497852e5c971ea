"""Tool tips."""

from bluebook_desktop.gui.widgets.tips import plain_tip


def test_a_tip_is_never_taken_for_markup() -> None:
    assert plain_tip("<b>a</b>\nR&D") == "<qt>&lt;b&gt;a&lt;/b&gt;<br>R&amp;D</qt>"


def test_no_text_is_no_tip() -> None:
    assert plain_tip("") == ""
