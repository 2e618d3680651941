from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.views import labels_for

if TYPE_CHECKING:
    from pathlib import Path


def test_a_catalogue_of_ones_own_goes_before_the_shipped_one(own: Path) -> None:
    assert labels_for("fr", own).words["comment"] == "Avis"
    assert labels_for("fr", own).words["next"] == labels_for("fr").words["next"]
    assert labels_for("fr", own).dates == labels_for("fr").dates
    assert labels_for("de", own).words == labels_for("de").words


def test_the_patterns_of_another_language_do_not_fill_gaps(own: Path) -> None:
    assert labels_for("it", own).dates == {}
