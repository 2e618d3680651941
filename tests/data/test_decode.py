from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import limits, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from octavo.finding import Finding


def test_all_faults_come_at_once_in_the_order_of_the_file(
    whole: str, said: Callable[..., list[str]]
) -> None:
    text = whole.replace("ask:", "aks:").replace("2025-08-07 ", "2025-13-07 ")
    text = text.replace("follows: [O1]", "follows: [O2]").replace("party: us}", "party: usa}")

    assert [line.split(":")[:2] for line in said(text)] == [
        ["3", "7 impossible-date"],
        ["33", "62 participant-unknown-party"],
        ["39", "5 unknown-key"],
        ["60", "15 dangling-id"],
    ]


def test_of_many_faults_the_first_are_listed_and_all_counted(
    small: str, refused: Callable[..., list[Finding]]
) -> None:
    findings = refused(small + "".join(f"{name}: x\n" for name in "abdefghijk" * 3))
    assert len(findings) == 30
    findings = refused(small + "".join(f"zz{number}: x\n" for number in range(123)))
    assert len(findings) == limits.FINDINGS
    assert findings[-1].notes == ("… and 23 more findings",)


def test_a_line_end_within_a_value_is_one(tmp_path: Path, small: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(f'{small}background: "a\\r\\nb\\rc"\n', encoding="utf-8")
    assert read(path).brief.background == "a\nb\nc"


def test_what_reader_and_decoder_both_see_is_said_once(
    small: str, said: Callable[..., list[str]]
) -> None:
    (line,) = said(small.replace("Talks", '"a\\x07b"'))
    assert line.startswith("2:8 bad-character")


def test_a_key_of_a_mapping_of_records_that_cannot_be_an_id_is_said_at_the_key(
    small: str, said: Callable[..., list[str]]
) -> None:
    (line,) = said(f"{small}parties:\n  r s: {{name: Serbia}}\n")
    assert line.startswith("8:3 bad-id: “r s” cannot be an id")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b\n", "1:1 data-type: a data file holds fields and their values, not a list"),
        ("just words\n", "1:1 data-type: a data file holds fields and their values, not “just"),
        ("", "1:1 data-type: the file is empty; “bluf new ID” writes one to start from"),
        ("# a comment\n", "1:1 data-type: the file is empty"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(
    said: Callable[..., list[str]], text: str, expected: str
) -> None:
    (line,) = said(text)
    assert line.startswith(expected)
