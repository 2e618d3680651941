"""Labels of real schemes, as their owners write them on a page and before a portion."""

from __future__ import annotations

import pytest

from bluf.markings import schemes

SHIPPED = schemes()


@pytest.mark.parametrize("label", ["For the Minister only", "SECRETARIAT", "Sensitive", ""])
def test_what_is_no_label_is_read_as_none(label: str) -> None:
    assert SHIPPED.read(label) is None
    assert SHIPPED.portion(label) == (f"({label})" if label else "")


@pytest.mark.parametrize(
    ("marking", "weight"),
    [
        ("", 0),
        ("UNCLASSIFIED", 0),
        ("unclassified//FOUO", 0),
        ("TLP:CLEAR", 0),
        ("OFFICIAL", 0),
        ("OFFICIAL-SENSITIVE", 1),
        ("RESTREINT UE/EU RESTRICTED", 1),
        ("For the Minister only", 1),
        ("TOP SECRET//NOFORN", 2),
        ("NATO SECRET", 2),
        ("TLP:RED", 2),
        ("ДРЖАВНА ТАЈНА", 2),
    ],
)
def test_a_marking_is_as_weighty_as_its_level(marking: str, weight: int) -> None:
    assert SHIPPED.weight(marking) == weight


def test_one_scheme_reads_all_labels_of_a_brief() -> None:
    """SECRET alone is read as that of the United States; beside OFFICIAL it is British."""
    alone, beside = SHIPPED.scheme_of(["SECRET"]), SHIPPED.scheme_of(["SECRET", "OFFICIAL"])
    assert alone is not None
    assert beside is not None
    assert (alone.name, beside.name) == ("United States", "United Kingdom")
    assert SHIPPED.scheme_of(["SECRET", "TLP:RED"]) is None


def test_tlp_has_the_colours_of_its_owner() -> None:
    scheme = SHIPPED.scheme_of(["TLP:RED"])
    assert scheme is not None
    shown = {level.name: (level.colour, level.ground) for level in scheme.levels}
    assert shown["TLP:RED"] == ("#ff2b2b", "#000000")
    assert shown["TLP:AMBER+STRICT"] == shown["TLP:AMBER"] == ("#ffc000", "#000000")
    assert shown["TLP:GREEN"] == ("#33ff00", "#000000")
