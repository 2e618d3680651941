from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import pass_context, pass_environment
from tests.octavo.expressions.conftest import markdown

import octavo

if TYPE_CHECKING:
    from pathlib import Path


def test_a_program_adds_filters_tests_and_globals(tmp_path: Path) -> None:
    @pass_context
    def language(context: object, value: object) -> str:
        return f"{value}{getattr(context, 'language', '')}"

    @pass_environment
    def bare(environment: object, value: str) -> str:
        return value if environment else ""

    program = octavo.compile_template(
        markdown(
            tmp_path,
            "{{ x|shout }} {{ x is loud }} {{ pick(1, b=2) }} {{ firm }} {{ x|language }}"
            "{{ x|bare }}",
        ),
        filters={"shout": lambda value: f"{value}!", "language": language, "bare": bare},
        tests={"loud": lambda value: value == "a"},
        globals={"pick": lambda a, b: a + b, "firm": "Acme"},
    )
    assert program.render({"x": "a"}, language="fr") == b"a! True 3 Acme afra\n"
    assert program.render({"x": "a", "firm": "Own"}).split()[3] == b"Own"
