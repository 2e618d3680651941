from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.claims.conftest import PEOPLE

if TYPE_CHECKING:
    from tests.claims.conftest import Held


@pytest.mark.parametrize(
    ("name", "source", "language", "broken"),
    [
        ("Marco Rubio, source: a", "Secretary Rubio came.", "en", []),
        ("Allison Hooker, source: a", "Allison Hooker came.", "en", []),
        ("Alice Hooker, source: a", "Allison Hooker came.", "en", ["participant-not-in-source"]),
        ("Alice Hooker", "Allison Hooker came.", "en", ["participant-not-in-source"]),
        ("Anne Berg", "Anna Berg came. Minister Berg spoke.", "en", ["participant-not-in-source"]),
        ("Anna Berg", "Anna Berg came. Minister Berg spoke.", "en", []),
        ("Marco Rubo, source: a", "Secretary Rubio came.", "en", ["participant-not-in-source"]),
        ("Marco Rubo", "Secretary Rubio came.", "en", ["name-misspelt"]),
        ("Jane Roe, source: a", "Secretary Rubio came.", "en", ["participant-not-in-source"]),
        ("Jane Roe", "Secretary Rubio came.", "en", ["participant-unsourced"]),
        ("Marko Đurić", "Дошао је Марко Ђурић.", "sr-Cyrl", []),
        ("Aleksandar Vučić", "Sa Aleksandrom Vučićem.", "sr-Latn", []),
        ("Vladimir Putin", "С Владимиром Путиным.", "ru", []),
        ("Rubio", "Secretary Rubio came.", "en", []),
        ("Wang Yi, also: [王毅]", "外长王毅来了。", "zh", []),
        ("Wang Yi, also: [李强]", "外长王毅来了。", "zh", ["participant-unsourced"]),
        ("Wang Yi", "外长王毅来了。", "zh", ["name-undecided"]),
        ("Đurić Marko, also: [Djuric]", "Minister Djuric came.", "en", []),
        ("J. de Roe", "Ms. Roe came.", "en", []),
        ("de", "Ms. Roe came.", "en", ["participant-unsourced"]),
    ],
)
def test_a_participant_stands_in_its_source(
    held: Held, name: str, source: str, language: str, broken: list[str]
) -> None:
    _, findings = held(PEOPLE.format(name=name, language=language, place=""), a=source)
    assert [finding.rule for finding in findings] == broken
