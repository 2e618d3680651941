from __future__ import annotations

import pytest

from bluf.markings import Clearance, schemes

SHIPPED = schemes()
PARTNERS = Clearance(
    levels=("CONFIDENTIAL", "TLP:GREEN", "For partners"),
    caveats=("LES", "HMG USE ONLY"),
    countries=("GBR", "CAN"),
)


@pytest.mark.parametrize(
    ("label", "seen"),
    [
        ("UNCLASSIFIED", True),
        ("CONFIDENTIAL", True),
        ("SECRET", False),
        ("CONFIDENTIAL//ORCON", False),
        ("CONFIDENTIAL//LES", True),
        ("CONFIDENTIAL//NOFORN", False),
        ("CONFIDENTIAL//REL TO USA, GBR", False),
        ("CONFIDENTIAL//REL TO USA, GBR, CAN", True),
        ("C//REL TO USA, FVEY", True),
        ("CONFIDENTIAL//OUR OWN CAVEAT", False),
        ("TLP:GREEN", True),
        ("TLP:AMBER", False),
        ("OFFICIAL", False),
        ("for partners", True),
        ("For the Minister only", False),
        ("", False),
    ],
)
def test_an_audience_sees_what_it_is_cleared_for(label: str, seen: bool) -> None:
    assert SHIPPED.may_see(PARTNERS, label) is seen


def test_readers_from_nowhere_see_nothing_that_is_released_to_some() -> None:
    nowhere = Clearance(levels=("SECRET",))
    assert SHIPPED.may_see(nowhere, "SECRET")
    assert not SHIPPED.may_see(nowhere, "SECRET//REL TO USA, GBR")


def test_the_home_country_sees_what_is_closed_to_others() -> None:
    home = Clearance(levels=("SECRET",), countries=("USA",))
    assert SHIPPED.may_see(home, "SECRET//NOFORN")
    assert not SHIPPED.may_see(home, "TOP SECRET//NOFORN")


def test_the_ceiling_is_the_highest_level_of_a_scheme() -> None:
    scheme = SHIPPED.scheme_of(["SECRET"])
    assert scheme is not None
    ceiling = PARTNERS.ceiling(scheme)
    assert ceiling is not None
    assert scheme.levels[ceiling.level].name == "CONFIDENTIAL"
    assert Clearance().ceiling(scheme) is None
