"""Files that a Markdown template takes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import octavo
from octavo.finding import FindingsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str, str], Path]:
    def save(name: str, text: str) -> Path:
        path = tmp_path / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return save


def test_a_file_stands_where_its_tag_does(save: Callable[[str, str], Path]) -> None:
    save("parts/item", "- {{ x }}\n")
    save("list", "{% for x in xs %}\n{% include 'parts/item.md' %}\n{% endfor %}\n")
    base = save("base", "# A\n\n{% include 'list.md' %}\n\nsee {% include 'parts/item.md' %}.\n")
    made = octavo.render(base, {"xs": [1, 2], "x": "z"})
    assert made == b"# A\n\n- 1\n- 2\n\n\nsee - z.\n"


def test_macros_come_from_another_file(save: Callable[[str, str], Path]) -> None:
    save(
        "macros", "left\n{% macro a(x) %}<{{ x }}>{% endmacro %}\n{% macro b() %}b{% endmacro %}\n"
    )
    base = save("base", "{% from 'macros.md' import b, a %}\n{{ a(1) }}{{ b() }}\n")
    assert octavo.render(base, {}) == b"\\<1\\>b\n"


def test_a_file_may_be_missing_where_the_tag_says_so(save: Callable[[str, str], Path]) -> None:
    base = save("base", "a{% include 'no.md' ignore missing %}b\n")
    assert octavo.render(base, {}) == b"ab\n"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% include 'no.md' %}", "base.md:1:1: “{% include 'no.md' %}”: “no.md” cannot be read"),
        ("{% include '../no.md' %}", "leads out of the folder"),
        ("{% include 'open.md' %}", "open.md:1:1: “{% if x %}”: the block is never closed"),
        ("{% include 'call.md' %}", "call.md:1:1: “{{ f() }}”: it calls “f()”"),
        ("{% from 'open.md' import x %}", "“open.md” defines no macro “x”"),
        ("{% include 'latin.md' %}", "latin.md: this is not UTF-8"),
        ("{% include 'me.md' %}", "the file includes itself: “me.md” → “me.md”"),
        ("{% include 'base.docx' %}", "is not a template of this kind"),
    ],
)
def test_what_cannot_be_taken_in_is_told(
    template: str, message: str, save: Callable[[str, str], Path], tmp_path: Path
) -> None:
    save("open", "{% if x %}\n")
    save("call", "{{ f() }}\n")
    save("me", "{% include 'me.md' %}\n")
    (tmp_path / "latin.md").write_bytes(b"\xe4")
    with pytest.raises(FindingsError) as caught:
        octavo.compile_template(save("base", template))
    assert any(message in f"{one.location}: {one.message}" for one in caught.value.findings), (
        caught.value
    )


def test_a_file_without_names_asks_for_what_its_files_ask(save: Callable[[str, str], Path]) -> None:
    save("part", "{{ a.b }}\n")
    found = octavo.fields(save("base", "{% include 'part.md' %}\n"))
    assert [one.path for one in found] == ["a.b"]
