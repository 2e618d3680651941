from __future__ import annotations

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
