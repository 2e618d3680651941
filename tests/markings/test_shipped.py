"""Labels of real schemes, as their owners write them on a page and before a portion."""

from __future__ import annotations

import pytest

from bluf.markings import banner, portion, schemes

SHIPPED = schemes()


@pytest.mark.parametrize(
    ("written", "page", "before"),
    [
        ("SECRET//NOFORN", "SECRET//NOFORN", "S//NF"),
        ("(S//NF)", "SECRET//NOFORN", "S//NF"),
        ("s//rel to gbr, usa", "SECRET//REL TO USA, GBR", "S//REL TO USA, GBR"),
        ("TS//SI/TK//NF/OC", "TOP SECRET//SI/TK//ORCON/NOFORN", "TS//SI/TK//OC/NF"),
        ("CUI//SP-PRVCY", "CUI//SP-PRVCY", "CUI//SP-PRVCY"),
        ("OFFICIAL", "OFFICIAL", "O"),
        (
            "OFFICIAL-SENSITIVE COMMERCIAL",
            "OFFICIAL-SENSITIVE – COMMERCIAL",
            "O-S – COMMERCIAL",
        ),
        ("OFFICIAL – HMG USE ONLY", "OFFICIAL – HMG USE ONLY", "O – HMG USE ONLY"),
        ("SECRET – UK EYES ONLY", "SECRET – UK EYES ONLY", "S – UK EYES ONLY"),
        ("R-UE/EU-R", "RESTREINT UE/EU RESTRICTED", "R-UE/EU-R"),
        ("SECRET UE/EU SECRET", "SECRET UE/EU SECRET", "S-UE/EU-S"),
        (
            "RESTREINT UE/EU RESTRICTED//RELEASABLE TO NATO",
            "RESTREINT UE/EU RESTRICTED//RELEASABLE TO NATO",
            "R-UE/EU-R//RELEASABLE TO NATO",
        ),
        ("NATO SECRET//ATOMAL", "NATO SECRET//ATOMAL", "NS//ATOMAL"),
        ("CTS", "COSMIC TOP SECRET", "CTS"),
        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
        ("TRÈS SECRET//SPÉCIAL FRANCE", "TRÈS SECRET//SPÉCIAL FRANCE", "TS//SF"),
        ("Diffusion restreinte", "DIFFUSION RESTREINTE", "DR"),
        ("STROGO POVERLJIVO", "STROGO POVERLJIVO", "STROGO POVERLJIVO"),
        ("Државна тајна", "ДРЖАВНА ТАЈНА", "ДРЖАВНА ТАЈНА"),
        ("RESTRICTED", "RESTRICTED", "R"),
    ],
)
def test_a_label_is_read_and_written(written: str, page: str, before: str) -> None:
    found = SHIPPED.read(written)
    assert found is not None
    assert (banner(found), portion(found)) == (page, before)
    assert SHIPPED.read(banner(found)) == found


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


def test_labels_that_were_asked_for_before_are_kept_within_bounds() -> None:
    known = schemes()
    assert known is schemes()
    for number in range(600):
        assert known.scheme_of([f"NONE {number}"]) is None
    assert known.scheme_of(["SECRET"]) is known.scheme_of(["SECRET"]) is not None
    assert len(known._known) < 600
