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
