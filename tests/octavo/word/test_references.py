from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from tests.octavo.word.conftest import notes, refer

if TYPE_CHECKING:
    P = Callable[..., str]

Refusal = Callable[..., list[str]]


def test_a_note_that_is_not_there_is_refused(refusal: Refusal) -> None:
    body = f"<w:p>{refer('footnote', 7)}</w:p><w:p><w:hyperlink r:id='no'/></w:p>"
    found = refusal(body, footnotes=notes("footnote", "<w:p/>"))
    assert "body, paragraph 1: in “footnoteReference”, the footnote “7” does not exist" in found[1]
    assert "body, paragraph 2: in “hyperlink”, the relationship “no” leads to no part" in found[0]


@pytest.mark.parametrize(
    ("text", "source", "hint"),
    [
        ("Dear {client.name},", "{client.name}", "write “{{ client.name }}”"),
        ("{^items}none", "{^items}", "write “{% if not items %}”"),
        ("{/items}", "{/items}", "write “{% endfor %}” or “{% endif %}”"),
        ("Dear ${name}", "${name}", "write “{{ name }}”"),
        ("Dear &lt;&lt;name&gt;&gt;", "<<name>>", "write “{{ name }}”"),
    ],
)
def test_a_template_of_another_engine_is_told(
    text: str, source: str, hint: str, compile_body: Callable[..., Any], p: P
) -> None:
    (note,) = compile_body(p("a") + p(text)).warnings
    assert note.message == f"in “{source}”, this is not a tag here, and the template has none"
    assert note.hint.startswith(hint)


@pytest.mark.parametrize("text", ["{{ x }} and {y}", "a set {1, 2}", "{}", "x &lt;&lt; y"])
def test_other_braces_are_text(text: str, compile_body: Callable[..., Any], p: P) -> None:
    assert compile_body(p(text)).warnings == ()


def test_a_section_of_docxtemplater_is_told(refusal: Callable[..., list[str]], p: P) -> None:
    (found,) = refusal(p("{#items}{text}{/items}"))
    assert "“{#items}” is of another engine; write “{% for item in items %}” or “{%" in found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{#each items}}", "write “{% for item in items %}” or “{% if … %}”"),
        ("{{/each}}", "write “{% endfor %}” or “{% endif %}”"),
        ("{{^items}}", "write “{% if not … %}”"),
        ("{{> part}}", "write “{% include 'FILE' %}”"),
        ("{{! a remark }}", "write “{# … #}”"),
    ],
)
def test_tags_of_mustache_are_told(
    text: str, hint: str, refusal: Callable[..., list[str]], p: P
) -> None:
    (found,) = refusal(p(text.replace(">", "&gt;")))
    assert f"“{text[:3]}” is of another engine; {hint}" in found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ first Name }}", "a name holds no spaces: write “first_Name”"),
        ("{{ IF a }}", "write “{% if a %}”"),
        ("{{ a + }}", ""),
        ("{{%if a %}}", "write “{% … %}” with one brace"),
    ],
)
def test_slips_are_told_with_what_is_written_for_them(
    text: str, hint: str, refusal: Callable[..., list[str]], p: P
) -> None:
    (found,) = refusal(p(text))
    assert found.endswith(hint)
