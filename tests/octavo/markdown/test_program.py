from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.markdown import RenderError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from octavo.markdown import MarkdownProgram

    Compiled = Callable[[str], MarkdownProgram]


def refused(program: MarkdownProgram, data: Mapping[str, object]) -> list[str]:
    with pytest.raises(RenderError) as caught:
        program.render(data)
    return [f"{f.location}: {f.message} {f.hint}".strip() for f in caught.value.findings]


def test_a_value_never_becomes_markup(compiled: Compiled) -> None:
    program = compiled("# {{ x }}\n\n| h |\n|---|\n| {{ x }} |\n")
    printed = r"a\|\*b\*<br>\<c\> {{ 7\*7 }}"
    text = program.render({"x": "a|*b*\n<c> {{ 7*7 }}"}).decode()
    assert text == f"# {printed}\n\n| h |\n|---|\n| {printed} |\n"


def test_a_little_markdown_is_meant_where_the_template_says_so(compiled: Compiled) -> None:
    assert compiled("{{ x | markdown }}\n").render({"x": "a *b* #"}) == b"a *b* #\n"


def test_a_link_leads_where_the_value_says(compiled: Compiled) -> None:
    program = compiled("[{{ x }}]({{ x }})\n")
    assert program.render({"x": "https://example.org/a_b"}) == (
        b"[https://example.org/a\\_b](https://example.org/a_b)\n"
    )
    assert refused(program, {"x": "file:///etc/passwd"}) == [
        "t.md:1:11: “{{ x }}”: a link leads to http, https or mailto addresses only"
    ]


def test_every_name_that_is_missing_is_told_with_what_was_meant(compiled: Compiled) -> None:
    program = compiled("{{ brief.titel }}\n{% for r in rows %}\n{{ r.aks }}\n{% endfor %}\n")
    assert refused(program, {"brief": {"title": "T"}, "rows": [{"ask": "A"}]}) == [
        "t.md:1:1: “{{ brief.titel }}”: “brief” has no “titel” did you mean “title”?",
        "t.md:3:1: “{{ r.aks }}”: “r” has no “aks” did you mean “ask”?",
    ]


def test_a_list_is_not_printed(compiled: Compiled) -> None:
    assert "join it" in refused(compiled("{{ x }}\n"), {"x": ["a"]})[0]


def test_nothing_prints_as_nothing(compiled: Compiled) -> None:
    assert compiled("[{{ x }}]\n").render({"x": None}) == b"[]\n"


def test_a_program_knows_what_it_asks_for(compiled: Compiled) -> None:
    program = compiled("{{ brief.title }}\n{% for r in brief.rows %}\n{{ r.ask }}\n{% endfor %}\n")
    assert [(field.path, str(field.location), field.source) for field in program.fields] == [
        ("brief.title", "t.md:1:1", "{{ brief.title }}"),
        ("brief.rows", "t.md:2:1", "{% for r in brief.rows %}"),
        ("brief.rows[].ask", "t.md:3:1", "{{ r.ask }}"),
    ]
    assert program.warnings == ()


def test_dates_are_written_in_the_language_asked_for(compiled: Compiled) -> None:
    program = compiled("{{ x | number }}\n")
    assert program.render({"x": 1234.5}, language="de") == b"1.234,5\n"


def test_a_missing_name_may_keep_its_tag(compiled: Compiled) -> None:
    filled = compiled("![a]({{ x }}) {{ y }}\n").fill({"x": "p.png"}, missing="keep")
    assert filled.content.endswith(b"{{ y }}\n")
    assert [str(note.location) for note in filled.notes] == ["t.md:1:15"]
