from __future__ import annotations

import pytest

from bluf.verification.verifying import named_source, notes_of

NAMES = ("sources/mfa-release.pdf", "sources/state.txt", "sources/ab.txt")


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("mfa-release", NAMES[0]),
        ("MFA release, p. 2", NAMES[0]),
        ("see sources/state.txt", NAMES[1]),
        ("1", NAMES[1]),
        ("^b", NAMES[0]),
        ("the statement", None),
        ("mfa-release and state", None),
        ("ab", None),
        ("", None),
    ],
)
def test_a_bracket_names_a_source_by_its_file(reference: str, name: str | None) -> None:
    notes = notes_of("Text.\n\n1. state.txt, line 3\n[^b]: mfa_release.pdf\n")
    assert named_source(reference, notes, NAMES) == name
