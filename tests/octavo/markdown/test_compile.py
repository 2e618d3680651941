from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.markdown import TemplateError, compile_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from octavo.markdown import MarkdownProgram

    Compiled = Callable[[str], MarkdownProgram]


def refused(compiled: Compiled, text: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        compiled(text)
    return [f"{f.location}: {f.rule}: {f.message}" for f in caught.value.findings]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("a\n{% if yes %}\nb\n{% endif %}\nc\n", "a\nb\nc\n"),
        ("a\n  {% if yes %}  {# why #}\nb\n{% endif %}{# x #}\nc\n", "a\nb\nc\n"),
        ("{% for x in two %}\n- {{ x }}\n{% endfor %}\n", "- 1\n- 2\n"),
        ("{% for x in two %}{{ x }}{% endfor %}\n", "12\n"),
        ("a {% if yes %}b{% endif %} c\n", "a b c\n"),
        ("a\n{%- if yes -%}\n b\n{% endif %}\n", "ab\n"),
        ("a\n{# over\ntwo lines #}\nb\n", "a\nb\n"),
        ("{% set x = 1 %}\n{{ x }}\n", "1\n"),
        ("{% raw %}\n{{ x }}\n{% endraw %}\n", "{{ x }}\n"),
        ("{_{ x }_}\n", "{{ x }}\n"),
        ("{% if no %}\na\n{% else %}\nb\n{% endif %}", "b\n"),
        ("a", "a\n"),
        ("\ufeff# a\r\n\r\nb\rc\r\n", "# a\n\nb\nc\n"),
    ],
)
def test_a_line_of_tags_that_do_not_print_goes(
    compiled: Compiled, template: str, text: str
) -> None:
    assert compiled(template).render({"yes": True, "no": False, "two": [1, 2]}) == text.encode()


def test_all_faults_are_named_at_their_places(compiled: Compiled) -> None:
    template = "# {{ a| }}\n\n{% if x %}\n{{ lipsum.__globals__ }}\n{{ b() }}\n{% vm %}\n{{ open\n"
    faults = refused(compiled, template)
    assert [fault.split(": ")[:2] for fault in faults] == [
        ["t.md:1:3", "template-syntax"],
        ["t.md:3:1", "template-syntax"],
        ["t.md:4:1", "template-unsafe"],
        ["t.md:5:1", "template-unsafe"],
        ["t.md:6:1", "template-syntax"],
        ["t.md:7:1", "template-syntax"],
    ]
    assert "is never closed" in faults[1]


def test_a_block_that_crosses_another_names_the_other_line(compiled: Compiled) -> None:
    template = "{% for x in xs %}\n{% if x %}\n{% endfor %}\n"
    (fault,) = refused(compiled, template)
    assert fault.startswith("t.md:2:1: template-syntax: “{% if x %}”: the block is not closed")
    assert fault.endswith("in line 3")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{%p if x %}\n{%p endif %}", "the tag is for Word templates"),
        ("`{{ x }}`", "inside code"),
        ("```\n{{ x }}\n```", "inside code"),
        ('<a href="{{ x }}">', "inside an HTML tag"),
    ],
)
def test_what_cannot_print_as_typed_is_refused(
    compiled: Compiled, template: str, message: str
) -> None:
    assert message in refused(compiled, template)[0]


def test_a_fault_shows_its_line(compiled: Compiled) -> None:
    with pytest.raises(TemplateError) as caught:
        compiled("a\nb {{ x| }} c\n")
    assert caught.value.findings[0].excerpt == "b {{ x| }} c"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="cannot be read: no such file"):
        compile_template(tmp_path / "t.md")
