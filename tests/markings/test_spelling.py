from __future__ import annotations

import pytest

from bluf.markings import correction, schemes

SHIPPED = schemes()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("TLP: Amber + Strict", "TLP:AMBER+STRICT"),
        ("tlp red", "TLP:RED"),
        ("TLP:WHITE", "TLP:CLEAR"),
        ("CONFIDENTAL", "CONFIDENTIAL"),
        ("NATO SECRT", "NATO SECRET"),
        ("DRŽAVNA TAJNE", "DRŽAVNA TAJNA"),
        ("SECRET//NOFORM", "SECRET//NOFORN"),
        ("SECRET//ORCON/NOFRON", "SECRET//ORCON/NOFORN"),
        ("SECRET//SI//PROPINN", "SECRET//SI//PROPIN"),
    ],
)
def test_a_misspelt_label_is_corrected(written: str, meant: str) -> None:
    assert correction(written, SHIPPED) == meant


@pytest.mark.parametrize(
    "label",
    [
        "TLP:AMBER",
        "TLP:AMBER//our own",
        "Secret",
        "SECRET//NOFORN",
        "SECRET//HANDLE WITH CARE",
        "For the Minister only",
        "UNCLASSIFIED - FOR THE MINISTER",
        "RESTRICTED",
        "TOP",
        "CUI//SP-EXPT",
        "SECRET//NFX",
    ],
)
def test_a_label_of_ones_own_is_left_alone(label: str) -> None:
    assert correction(label, SHIPPED) is None
