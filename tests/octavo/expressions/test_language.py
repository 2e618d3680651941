"""Macros, namespaces, jumps, filters on blocks, what a program adds, and names that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.expressions.conftest import Court, markdown

import octavo
from octavo.expressions import FaultError, RunError, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Render = Callable[..., str]


def test_a_dataclass_with_words_of_its_own_prints_them(render: Render) -> None:
    class Named(Court):
        def __str__(self) -> str:
            return self.name

    assert render("{{ c }}", c=Named("x")) == "x"


def test_what_a_program_does_not_add_is_refused(tmp_path: Path) -> None:
    with pytest.raises(octavo.TemplateError, match="no such function or macro"):
        octavo.compile_template(markdown(tmp_path, "{{ pick(1) }}"))


@pytest.mark.parametrize(
    ("missing", "text"),
    [("empty", b"[] [] no []\n"), ("keep", b"[{{ a.b.c }}] [{{ d\\|upper }}] no []\n")],
)
def test_missing_names_may_be_passed_over_and_are_told(
    missing: octavo.expressions.OnMissing, text: bytes, tmp_path: Path
) -> None:
    program = octavo.compile_template(
        markdown(
            tmp_path,
            ""
            "[{{ a.b.c }}] [{{ d|upper }}] {% for x in e %}x{% else %}no{% endfor %} "
            "[{% if f %}f{% endif %}]",
        )
    )
    filled = program.fill({"a": {}}, missing=missing)
    assert filled.content == text
    assert [(note.level.value, note.rule) for note in filled.notes] == [
        ("note", "undefined-name")
    ] * 4
    with pytest.raises(octavo.RenderError):
        program.render({"a": {}})


def test_text_of_an_iterator_or_range_is_refused() -> None:
    for value in (iter([1]), range(3)):
        with pytest.raises(FaultError, match="a list cannot be printed"):
            text_of(value)


@pytest.mark.parametrize(
    ("text", "data", "words"),
    [
        ("{% break x %}", {}, "nothing can follow"),
        (
            "{% set n = namespace() %}" + "".join(f"{{% set n.a{i} = 1 %}}" for i in range(1_002)),
            {},
            "more than 1,000 names",
        ),
    ],
)
def test_what_goes_too_far_is_refused(
    text: str,
    data: dict[str, object],
    words: str,
    render: Render,
    refused: Callable[[str], list[tuple[str, octavo.Finding]]],
) -> None:
    if "namespace" in text:
        with pytest.raises(RunError, match=words):
            render(text, **data)
    else:
        assert any(words in fault.message for _, fault in refused(text))


def test_output_beyond_the_limit_is_named_as_such(render: Render) -> None:
    with pytest.raises(RunError, match="longer than"):
        render("{% for i in range(40) %}{{ s }}{% endfor %}", s="x" * 999_999)


def test_what_a_macro_or_filter_block_asks_for_is_known(tmp_path: Path) -> None:
    text = "{% macro m(a) %}{{ a }}{{ b }}{% endmacro %}{{ m(e) }}"
    text += "{% filter replace(c, d) %}x{% endfilter %}"
    found = octavo.fields(markdown(tmp_path, text))
    assert [one.path for one in found] == ["b", "e", "c", "d"]
