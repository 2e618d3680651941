from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.expressions.conftest import markdown

import octavo

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n{% if yes %}\nb\n{% endif %}\nc", "a\nb\nc\n"),
        ("a\n  {% if yes %}  \nb{% endif %}\nc", "a\nb\nc\n"),
        ("a {% if yes %}b{% endif %} c", "a b c\n"),
        ("a\n{{ none }}\nb", "a\n\nb\n"),
        ("a {%- if yes %} b{% endif -%}\n c", "a bc\n"),
    ],
)
def test_a_line_of_tags_that_print_nothing_goes(tmp_path: Path, text: str, expected: str) -> None:
    program = octavo.compile_template(markdown(tmp_path, text))
    assert program.render({"yes": True, "none": ""}).decode() == expected
