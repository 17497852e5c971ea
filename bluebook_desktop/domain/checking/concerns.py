"""What a difference touches: a *not*, a number, a date, a name or a modal verb is said before all else."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bluebook_desktop.domain.checking.verdicts import Concern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bluebook_desktop.domain.checking.units import Unit, Units
    from bluebook_desktop.domain.checking.verdicts import Difference


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEGATIONS = _words(
    "not no never neither nor none nothing nobody nowhere without cannot hardly scarcely barely seldom rarely unless "
    "except"
)
_NUMBERS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "first second third fourth fifth sixth seventh eighth ninth tenth sixtieth half double twice once both "
    "〇 一 二 三 四 五 六 七 八 九 十 百 千 万 億 兆"
)
_KANJI_DIGITS = frozenset("〇一二三四五六七八九十百千万億兆")
_JAPANESE_NOT = re.compile("な[いくかけ]|ませ[んぬ]|ず(?=[に、。し]|$)|[不非無未否]")
#: Numbers that stand for people and things as well.
_PRONOUNS = frozenset({"one", "both"})
_DATES = _words(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday today yesterday tomorrow year years month months decade decades century"
)
_MODALS = _words("shall should must may might can could will would ought")
#: Words that carry the sentence, not its meaning.
COMMON = _words(
    "a an the and or but of in on at by for from to with as is are was were be been being has have had do does did it "
    "its this that these those which who whom whose their they them he she his her him we our us you your i my not no "
    "so than then there here also into over under between among through during including such other both all any each "
    "will would shall should can could may might must"
)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_ORDER = list(Concern)
#: So few words of one sentence are no other thought: a *not* among them belongs to what was quoted.
_SHORT = 10
_ENDS = frozenset(".!?;。")
#: A bracket may stand for so many words more than it has.
_MORE_HIDDEN = 2


def is_negation(key: str) -> bool:
    """Whether a unit's key says *not*."""
    return key in _NEGATIONS or key.endswith(("n't", "n’t"))


def _denies(units: Sequence[Unit], place: int) -> bool:
    """Whether the unit at a place says *not*, in either direction of reading; *not only* does not."""
    if units[place].key == "not" and "only" in {unit.key for unit in units[max(place - 1, 0) : place + 2]}:
        return False
    return is_negation(units[place].key)


def ends_sentence(units: Units) -> bool:
    """Whether a text ends with a mark that ends sentences."""
    return bool(units.all) and units.all[-1].key in _ENDS


def says_not_in_japanese(text: str) -> int:
    """How often a text says *not* in Japanese, whose units are characters: as a verb's ending, or as a prefix."""
    return 0 if text.isascii() else len(_JAPANESE_NOT.findall(text))


def within_number(units: Units, position: int) -> bool:
    """Whether the unit at a position goes on with the number in kanji before it."""
    before, here = units.all[position - 1], units.all[position]
    return before.end == here.start and before.key in _KANJI_DIGITS and here.key in _KANJI_DIGITS


def is_weighty(key: str) -> bool:
    """Whether a unit's key says *not*, a number, a date or a modal verb: nobody may put these in for the speaker."""
    numbered = any(map(str.isdigit, key)) or key in _NUMBERS - _PRONOUNS
    return is_negation(key) or numbered or key in _DATES or key in _MODALS


def hides_negation(left_out: Sequence[Unit], before: str) -> bool:
    """Whether words that a quoter says to have left out take a *not* from the sentence they stood in.

    Or make one of *not only*, where *not* stands `before` them.
    """
    keys = [unit.key for unit in left_out]
    if before == "not" and keys[:1] == ["only"]:
        return True
    words = sum(unit.is_word for unit in left_out)
    says_not = any(_denies(left_out, place) for place in range(len(left_out))) or bool(
        says_not_in_japanese("".join(keys))
    )
    return words <= _SHORT and not _ENDS.intersection(keys) and says_not


def hidden_by_bracket(beside: Sequence[Unit], words: int) -> int:
    """How many of the units beside a bracket of so many words it hides with a *not* at their end; 0 for none.

    `beside` begins with the unit next to the bracket. Nobody can tell for which of them it stands: as many words as
    it has itself and some more, up to the end of the sentence.
    """
    if not words:
        return 0
    left = words + _MORE_HIDDEN
    for place, unit in enumerate(beside):
        if unit.key in _ENDS or not left:
            return 0
        if _denies(beside, place):
            return place + 1
        left -= unit.is_word
    return 0


def concern_of(
    typed: Sequence[Unit], printed: Sequence[Unit], given: Units, text: Units, *, starts_sentence: bool
) -> Concern:
    """The gravest thing that the words of a difference touch; `starts_sentence` says that a capital tells nothing.

    A ligature is a difference of print, and touches nothing though a number is printed with it.
    """
    if [_without_ligatures(unit.key) for unit in typed] == [_without_ligatures(unit.key) for unit in printed]:
        return Concern.NONE
    keys = {unit.key for unit in (*typed, *printed)}
    if any(map(is_negation, keys)):
        return Concern.NEGATION
    if any(any(map(str.isdigit, key)) or key in _NUMBERS for key in keys):
        return Concern.NUMBER
    raw = [given.text[unit.start : unit.end] for unit in typed] + [text.text[unit.start : unit.end] for unit in printed]
    # “May” and “March” are months when they have a capital.
    if any(key in _DATES and (key not in _MODALS or _is_capital(raw)) for key in keys):
        return Concern.DATE
    named = raw if not starts_sentence else _not_first(raw, len(typed))
    if _is_capital(word for word in named if word.lower() not in COMMON):
        return Concern.NAME
    return Concern.MODAL if keys & _MODALS else Concern.NONE


def _without_ligatures(key: str) -> str:
    return _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), key)


def _is_capital(words: Iterable[str]) -> bool:
    return any(word[:1].isupper() for word in words)


def _not_first(raw: list[str], typed: int) -> list[str]:
    """The words but the first of either side."""
    return [word for place, word in enumerate(raw) if place not in (0, typed)]


def gravest_first(differences: list[Difference]) -> tuple[Difference, ...]:
    """The differences, those that weigh most first, else in the order of the text."""
    return tuple(sorted(differences, key=lambda one: _ORDER.index(one.concern)))
