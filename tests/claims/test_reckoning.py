from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import ClaimKind, Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held


COUNTS = """\
bottom_line: Serbia has {number} requests; {rest}.
sources:
  a: {{title: A, publisher: P, file: a.txt, date: 2026-02-02}}
requests:
  - {{id: R1, from: rs, to: us, ask: Money, evidence: [{{source: a, quote: we ask}}]}}
  - {{id: R2, from: rs, to: us, ask: Time, evidence: [{{source: a, quote: we ask}}]}}
  - {{id: R3, from: us, to: rs, ask: More, carried_from: x#R1,
     evidence: [{{source: a, quote: we ask}}]}}
"""


@pytest.mark.parametrize(
    ("number", "rest", "broken"),
    [
        ("three", "the two sides met", []),
        ("two", "three sources say so", ["figure-not-found"]),
        ("two", "four weeks have gone by", []),
        ("two", "28 days have gone by", []),
        ("two", "nine weeks have gone by", ["figure-not-found"]),
        ("five", "all is well", ["figure-not-found"]),
    ],
)
def test_counts_and_spans_of_time_are_reckoned(
    held: Held, number: str, rest: str, broken: list[str]
) -> None:
    _, findings = held(COUNTS.format(number=number, rest=rest), a="What we ask is help.")
    assert [finding.rule for finding in findings] == broken


@pytest.mark.parametrize(
    ("number", "broken"),
    [("two", []), ("three", []), ("four", ["figure-not-found"])],
)
def test_holders_of_an_office_are_counted(held: Held, number: str, broken: list[str]) -> None:
    record = (
        f"bottom_line: The {number} ministers met.\n"
        "parties: {rs: {name: Serbia}}\n"
        "sources: {a: {title: A, publisher: P, file: a.txt}}\n"
        "events:\n"
        "  - id: E1\n"
        "    title: Talks\n"
        "    participants:\n"
        "      - {name: Ana Ilic, role: Foreign Minister, party: rs}\n"
        "      - {name: Iva Simic, role: Finance Minister, party: rs}\n"
        "      - {name: Tea Savic, role: Trade Minister}\n"
        "      - {name: Eva Peric, role: Ambassador, party: rs}\n"
        "      - {name: Una Matic, role: Spokeswoman, party: rs}\n"
    )
    source = (
        "Foreign Minister Ana Ilic, Finance Minister Iva Simic, Trade Minister Tea Savic, "
        "Ambassador Eva Peric and Spokeswoman Una Matic of Serbia met."
    )
    _, findings = held(record, a=source)
    assert [finding.rule for finding in findings] == broken


def test_what_is_reckoned_says_from_what(held: Held) -> None:
    claims, _ = held(COUNTS.format(number="three", rest="four weeks have gone by"), a="we ask for")
    figures = [claim for claim in claims if claim.kind is ClaimKind.FIGURE]
    assert [claim.found for claim in figures] == ["3 requests", "2026-02-02 to 2026-03-02"]
    assert {claim.verdict for claim in figures} == {Verdict.BORNE_OUT}
