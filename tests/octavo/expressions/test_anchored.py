from __future__ import annotations

from octavo.expressions import Anchored


def test_what_is_made_of_a_text_has_no_place_in_the_data() -> None:
    value = Anchored("Highland pays", "outcomes.O1.statement")
    assert (value, value.anchor) == ("Highland pays", "outcomes.O1.statement")
    assert Anchored("Highland pays").anchor == ""
    assert not hasattr(value.upper(), "anchor")
