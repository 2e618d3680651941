from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.markings import beyond, lacking, read, schemes

if TYPE_CHECKING:
    from bluf.markings import Marking

SHIPPED = schemes()


def us(label: str) -> Marking:
    scheme = SHIPPED.scheme_of(["SECRET"])
    assert scheme is not None
    found = read(label, scheme)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("portions", "whole"),
    [
        (["U", "C"], "CONFIDENTIAL"),
        (["S//OC", "TS//REL TO USA, GBR", "U"], "TOP SECRET//ORCON"),
        (["S//REL TO USA, GBR, CAN", "TS//REL TO USA, GBR", "U"], "TOP SECRET//REL TO USA, GBR"),
        (["S//REL TO USA, GBR", "C//REL TO USA, CAN"], "SECRET//NOFORN"),
        (["S//REL TO USA, GBR", "C//NF"], "SECRET//NOFORN"),
        (["S//NF", "C"], "SECRET//NOFORN"),
        (["S//REL TO USA, FVEY", "S//REL TO USA, GBR"], "SECRET//REL TO USA, GBR"),
        (["C//SI", "TS//TK//NF"], "TOP SECRET//SI/TK//NOFORN"),
        (["O", "O-S – LEGAL", "O – COMMERCIAL"], "OFFICIAL-SENSITIVE – COMMERCIAL – LEGAL"),
        (["NU", "NS//ATOMAL"], "NATO SECRET//ATOMAL"),
        (
            ["R-UE/EU-R//RELEASABLE TO CHE, NOR", "C-UE/EU-C//RELEASABLE TO NOR"],
            "CONFIDENTIEL UE/EU CONFIDENTIAL//RELEASABLE TO NOR",
        ),
        (["TLP:GREEN", "TLP:AMBER+STRICT", "TLP:AMBER"], "TLP:AMBER+STRICT"),
        (["INTERNO", "DRŽAVNA TAJNA"], "DRŽAVNA TAJNA"),
    ],
)
def test_portions_come_to_a_banner(portions: list[str], whole: str) -> None:
    assert SHIPPED.banner(portions) == whole
    assert SHIPPED.banner(portions[::-1]) == whole


def test_labels_of_two_schemes_come_to_none() -> None:
    assert SHIPPED.banner(["TLP:RED", "SECRET"]) is None
    assert SHIPPED.banner([]) is None


@pytest.mark.parametrize(
    ("written", "needed", "lacks", "adds"),
    [
        ("SECRET", "SECRET", [], []),
        ("SECRET", "TOP SECRET", ["the level “TOP SECRET”"], []),
        ("SECRET", "C//OC", ["the caveat “ORCON”"], ["the level “SECRET”"]),
        ("SECRET", "C//NF", ["the limit on who it is released to"], ["the level “SECRET”"]),
        ("S//REL TO USA, GBR", "S", ["the limit on who it is released to"], []),
        ("S//REL TO USA, GBR", "U", [], ["the level “SECRET”"]),
        ("S//NF", "S", [], ["a tighter limit on who it is released to"]),
        (
            "S//REL TO USA, GBR, CAN",
            "S//REL TO USA, GBR",
            ["the limit on who it is released to"],
            [],
        ),
        ("S", "S//REL TO USA, GBR", [], []),
        ("S//OC/NF", "S//NF", [], ["the caveat “ORCON”"]),
    ],
)
def test_two_markings_are_compared(
    written: str, needed: str, lacks: list[str], adds: list[str]
) -> None:
    assert list(lacking(us(written), us(needed))) == lacks
    assert list(beyond(us(written), us(needed))) == adds
