from __future__ import annotations

from bluf.draft.places import has_place, only_city_in, without_places


def test_a_place_of_several_words_is_no_name_of_a_person() -> None:
    assert without_places("They met in New York and Paris.", "en") == (
        "They met in new york and Paris."
    )


def test_a_name_with_a_place_in_it_is_known() -> None:
    assert has_place("Port of Spain, Belgium.", "en")
    assert not has_place("Ann Harbour", "en")


def test_a_city_counts_where_it_is_the_only_one() -> None:
    assert only_city_in("They met in Brussels, in Belgium.", "en") == "Brussels"
    assert only_city_in("They flew from Brussels to Oslo.", "en") == ""
