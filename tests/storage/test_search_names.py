from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.search_names import people, speakers


def test_names_are_read_with_their_ids(library: Library) -> None:
    assert [(one.id, one.names) for one in people(library)] == [("ono", ("Ono Aya", "In the hills"))]
    slugs, printed = speakers(library)
    assert slugs == {"ono"}
    assert [one.id for one in printed] == ["Minister Ono Aya"]
