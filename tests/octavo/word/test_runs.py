from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.word.conftest import rich

from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ("plain", ["a plain b"]),
        ("two\nlines", ["a two\nlines b"]),
        ("two\aparagraphs", ["a two", "paragraphs b"]),
    ],
)
def test_a_text_ends_lines_and_paragraphs(
    fill: Callable[..., Output], p: Callable[..., str], value: str, body: list[str]
) -> None:
    assert fill(p("a {{ v }} b"), {"v": value}).body == body


def test_a_value_of_its_own_look_stands_between_the_halves_of_its_run(
    fill: Callable[..., Output], p: Callable[..., str]
) -> None:
    output = fill(p("a {{ v }} b"), {"v": rich("firm", bold=True)})
    runs = [
        ("".join(text.text or "" for text in run.iter(qn("w:t"))), run.find(f".//{qn('w:b')}"))
        for run in output.root.iter(qn("w:r"))
    ]
    assert [(text, look is not None) for text, look in runs] == [
        ("a ", False),
        ("firm", True),
        (" b", False),
    ]


def test_no_run_is_left_empty_beside_a_value_that_stands_alone(
    fill: Callable[..., Output], p: Callable[..., str]
) -> None:
    output = fill(p("{{ v }}"), {"v": rich("firm", bold=True)})
    assert len(list(output.root.iter(qn("w:r")))) == 1
