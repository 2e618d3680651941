"""The bottom line says who asks and what was answered as the record does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Held

REQUEST = """\
bottom_line: {line}
sources: {{a: {{title: A, publisher: P, language: {tag}, file: a.txt}}}}
requests:
  - id: R1
    from: rs
    to: us
    ask: Help
    response: {response}
    evidence: [{{source: a, quote: '{quote}'}}]
"""
SIDE, ANSWER = ["side-differs"], ["answer-not-in-source"]


@pytest.mark.parametrize(
    ("line", "response", "source", "expected"),
    [
        ("Serbia asked for help.", "not reported", "Serbia asked for help.", []),
        ("The United States asked for help.", "not reported", "Serbia asked for help.", SIDE),
        ("The U.S. backs the request.", "not reported", "Serbia asked for help.", []),
        ("Help was refused.", "refused", "Serbia asked for help, which was refused.", []),
        ("Help was refused.", "not reported", "Serbia asked for help.", ANSWER),
        ("Help was refused.", "not reported", "Serbia refused, though Serbia asked for help.", []),
    ],
)
def test_the_bottom_line_says_what_the_record_says(
    held: Held, line: str, response: str, source: str, expected: list[str]
) -> None:
    record = REQUEST.format(line=line, response=response, tag="en", quote="Serbia asked for help")
    assert [each.rule for each in held(record, a=source)[1]] == expected


def test_over_an_unknown_language_a_refusal_cannot_be_told(held: Held) -> None:
    record = REQUEST.format(line="Help was refused.", response="not reported", tag="nl", quote="x")
    claims, _ = held(record, a="x")
    assert [str(each.verdict) for each in claims if each.path == ("bottom_line",)] == [
        "cannot be told"
    ]
