"""What the filters of facilities leave, with the counts of all other choices, beside a plain recount."""

from itertools import product

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import Facility, FacilityKind
from bluebook_desktop.gui.facilities.filtering import CHIPS, NOWHERE, Search, Wanted
from bluebook_desktop.gui.wording import facility_kind_word, fact_lines, short_place
from bluebook_desktop.services.sections import OpenSection


def takes(wanted: Wanted, one: Facility) -> bool:
    said = [one.name, *one.aliases, *one.roles, *fact_lines(one), facility_kind_word(one.kind)]
    text = fold("\n".join([*said, one.where.text if one.where else ""]))
    place = short_place(one) or NOWHERE
    fits = CHIPS[wanted.chip](one) and wanted.kind in ("", one.kind.value) and wanted.place in ("", place)
    return fits and all(word in text for word in wanted.words)


def test_rows_and_counts_are_those_of_a_plain_recount(section: OpenSection) -> None:
    facilities = section.records.facilities
    search = Search(facilities)
    kinds = ["", *(kind.value for kind in FacilityKind)]
    places = ["", NOWHERE, *sorted({short_place(one) for one in facilities} - {""})]

    def count(chip: str, kind: str, place: str, words: tuple[str, ...]) -> int:
        return sum(takes(Wanted(chip, kind, place, words), one) for one in facilities)

    for chip, kind, place, words in product(CHIPS, kinds, places, ((), ("camp",), ("air", "kadena"), ("xyz",))):
        wanted = Wanted(chip, kind, place, words)
        found = search.find(wanted)
        assert found.rows == {row for row, one in enumerate(facilities) if takes(wanted, one)}
        assert {one: found.chips[one] for one in CHIPS} == {one: count(one, kind, place, words) for one in CHIPS}
        assert {one: found.kinds[one] for one in kinds} == {one: count(chip, one, place, words) for one in kinds}
        assert {one: found.places[one] for one in places} == {one: count(chip, kind, one, words) for one in places}


def test_a_word_that_no_facility_has_is_named(section: OpenSection) -> None:
    assert Search(section.records.facilities).missing(("camp", "xyz", "zama")) == ["xyz"]
