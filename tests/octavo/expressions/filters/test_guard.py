from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from tests.octavo.expressions.conftest import markdown

import octavo

if TYPE_CHECKING:
    from pathlib import Path


def test_a_fault_of_a_program_s_own_function_stands_at_its_tag(tmp_path: Path) -> None:
    def fails(value: object) -> str:
        raise RuntimeError(value)

    program = octavo.compile_template(
        markdown(tmp_path, "{{ x|fails }}\n{{ f(x) }}"),
        filters={"fails": fails},
        globals={"f": fails},
    )
    with pytest.raises(octavo.RenderError) as caught:
        program.render({"x": "why"})
    assert [str(found.location)[-6:] for found in caught.value.findings] == ["md:1:1", "md:2:1"]


@pytest.mark.parametrize("name", ["join", "list|length", "sort|length", "default('')", "first"])
def test_a_value_without_an_end_is_given_up(tmp_path: Path, name: str) -> None:
    program = octavo.compile_template(markdown(tmp_path, f"{{{{ x|{name} }}}}"))
    with pytest.raises(octavo.RenderError, match="is given more than 100,000 items"):
        program.render({"x": count()})


def test_a_value_that_is_read_once_is_a_list_to_a_filter(tmp_path: Path) -> None:
    program = octavo.compile_template(markdown(tmp_path, "{{ x|join(', ') }}"))
    assert program.render({"x": (letter for letter in "abc")}) == b"a, b, c\n"
