"""Handling labels as their owners define them, each scheme in order from open to closed.

Sources: FIRST, Traffic Light Protocol 2.0; U.S. Executive Order 13526, section 1.2, and 32 CFR
2002; UK Government Security Classifications Policy (2023); Council Decision 2013/488/EU,
article 2; NATO C-M(2002)49.
"""

from __future__ import annotations

from difflib import get_close_matches

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")

SCHEMES = (
    TLP,
    ("UNCLASSIFIED", "CUI", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET"),
    ("OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"),
    (
        "RESTREINT UE/EU RESTRICTED",
        "CONFIDENTIEL UE/EU CONFIDENTIAL",
        "SECRET UE/EU SECRET",
        "TRÈS SECRET UE/EU TOP SECRET",
    ),
    (
        "NATO UNCLASSIFIED",
        "NATO RESTRICTED",
        "NATO CONFIDENTIAL",
        "NATO SECRET",
        "COSMIC TOP SECRET",
    ),
)

_OPEN = frozenset({"", "TLP:CLEAR", "UNCLASSIFIED", "OFFICIAL", "NATO UNCLASSIFIED"})
_SECRET = frozenset({"TLP:AMBER+STRICT", "TLP:RED"})
_KNOWN = {label for scheme in SCHEMES for label in scheme}
_RENAMED = {"TLP:WHITE": "TLP:CLEAR"}  # in TLP 2.0, August 2022
_LIKENESS = 0.85


def lower(marking: str, other: str) -> bool:
    """Whether a marking stands below another one of the same scheme."""
    first, second = _label(marking), _label(other)
    return any(
        scheme.index(first) < scheme.index(second)
        for scheme in SCHEMES
        if first in scheme and second in scheme
    )


def weight_of(marking: str) -> int:
    """How weighty a marking is: 0 for what is open, 1 for what is not, 2 for secrets."""
    label = _label(marking)
    if label in _OPEN:
        return 0
    return 2 if label in _SECRET or "SECRET" in label.split() else 1


def correction(marking: str) -> str | None:
    """The label that was meant, where a marking misspells one; else None.

    A label of one's own is no misspelling, and neither is one in small letters.
    """
    label = _label(marking)
    if label.startswith("TLP"):
        return _tlp(marking, label)
    if label in _KNOWN or any(label in known or known in label for known in _KNOWN):
        return None
    return next(iter(get_close_matches(label, sorted(_KNOWN), n=1, cutoff=_LIKENESS)), None)


def _tlp(marking: str, label: str) -> str | None:
    """TLP labels are written in capitals and without a blank."""
    if marking in TLP:
        return None
    squeezed = "".join(label.split()).replace("TLP-", "TLP:")
    squeezed = squeezed if squeezed.startswith("TLP:") else squeezed.replace("TLP", "TLP:", 1)
    squeezed = _RENAMED.get(squeezed, squeezed)
    return next(iter(get_close_matches(squeezed, TLP, n=1, cutoff=0)), None)


def _label(marking: str) -> str:
    """The label in capitals, without the caveats behind it: ``SECRET//NOFORN`` is SECRET."""
    return " ".join(marking.partition("//")[0].split()).upper()
