"""A Markdown template whose readers would load or run something is refused, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo import TemplateError
from octavo.location import TextLocation
from octavo.markdown import compile_template

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ('a <img src="https://e.org/x.png">', 13, "loaded from elsewhere"),
        ('a <img src="//e.org/x.png">', 13, "loaded from elsewhere"),
        ('a <img srcset="a.png 1x, https://e.org/b.png 2x">', 26, "loaded from elsewhere"),
        ('<video poster="https://e.org/x.png"></video>', 16, "loaded from elsewhere"),
        ('<p style="background:url(//e.org)">x</p>', 4, "loaded from elsewhere"),
        ("![a][r]\n\n[r]: https://e.org/x.png", 6, "loaded from elsewhere"),
        ("[a](javascript:alert(1))", 5, "not an address"),
        ("[a](java&#115;cript:x)", 1, "not an address"),
        ("[a](JavaScript\\:x)", 1, "not an address"),
        ("[a][r]\n\n[r]: vbscript:x", 6, "not an address"),
        ("<javascript:x>", 2, "not an address"),
        ('<a href=" java\tscript:x">b</a>', 10, "not an address"),
        ("[a](https://e.org/\u202egpj.exe)", 1, "not an address"),
        ("| a |\n|---|\n| [a](data:x) |", 7, "not an address"),
        ("<script>x</script>", 1, "acts"),
        ('<p onclick="x">y</p>', 4, "acts"),
    ],
)
def test_what_loads_or_acts_is_refused(text: str, column: int, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(text.encode())
    (finding,) = caught.value.findings
    assert said in finding.message
    assert finding.rule == "template-unsafe"
    assert isinstance(finding.location, TextLocation)
    assert finding.location.column == column


@pytest.mark.parametrize(
    "text",
    [
        '<img src="img/logo.png" width="80"> a<br>b',
        "[a](https://e.org/x?a=b:c) <https://e.org> [b](tel:+1) [c](notes.md) [d](mailto:a@b.c)",
        "`<script>` and `[a](javascript:x)`",
        "```\n<img src=https://e.org/x.png>\n```",
        "![a](img/a.png) [r]: and 2 < 3",
    ],
)
def test_what_loads_nothing_is_fine(text: str) -> None:
    assert compile_template(text.encode()).render({}).decode() == text + "\n"


def test_a_call_before_a_link_makes_no_picture() -> None:
    data = {"wow": "wow!", "link": "see![a](https://e.org/x.png)", "bare": "[a](https://e.org)"}
    text = "{{ link | markdown }} {{ wow }}{{ bare | markdown }} !{{ bare | markdown }}"
    made = compile_template(text.encode()).render(data).decode()
    assert made == (
        "see\\![a](https://e.org/x.png) wow\\![a](https://e.org) \\![a](https://e.org)\n"
    )


def test_a_file_that_is_taken_in_is_looked_at_too(tmp_path: Path) -> None:

    (tmp_path / "part.md").write_text("<script>x</script>", encoding="utf-8")
    (tmp_path / "whole.md").write_text('{% include "part.md" %}', encoding="utf-8")
    with pytest.raises(TemplateError, match="acts"):
        compile_template(tmp_path / "whole.md")
