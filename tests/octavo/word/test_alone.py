"""No run is left empty by its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from octavo.ooxml import qn
from octavo.word import RichText

if TYPE_CHECKING:
    from collections.abc import Callable

    P = Callable[..., str]
    Fill = Callable[..., Any]

DATA = {"a": "A", "e": "", "n": None, "i": 7, "r": RichText("R", bold=True), "m": "*M*"}


def runs(output: Any) -> list[str]:  # noqa: ANN401 — as the fixture gives it
    found = []
    for run in output.root.iter(qn("w:r")):
        bold = "*" if run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None else ""
        found.append(bold + "".join(text.text or "" for text in run.iter(qn("w:t"))))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a }}", ["A"]),
        ("{{ e }}", []),
        ("{{ n }}", []),
        ("{{ i }}", ["7"]),
        ("{{ r }}", ["*R"]),
        ("{{ m|markdown }}", ["M"]),
        ("{{ e|markdown }}", []),
        ("x {{ e }}", ["x "]),
        ("{{ e }} x", [" x"]),
        ("x {{ r }}", ["x ", "*R"]),
        ("{{ r }} x", ["*R", " x"]),
        ("x {{ r }} x", ["x ", "*R", " x"]),
        ("{{ r }} x {{ r }}", ["*R", " x ", "*R"]),
        ("{{ a }} x {{ r }}", ["A x ", "*R"]),
        ("{{ r }} x {{ a }}", ["*R", " x A"]),
        ("{{ e }}{{ a }}", ["A"]),
        ("{{ e }}{{ r }}{{ n }}", ["*R"]),
        ("{{ r }}{{ r }}", ["*R", "*R"]),
        ("{{ r }}{{ r }} x", ["*R", "*R", " x"]),
        ("x {{ r }}{{ r }}", ["x ", "*R", "*R"]),
        ("x {{ a }} y {{ a }} z", ["x A y A z"]),
        ("{{ r }}{{ a }} x {{ a }}{{ r }}", ["*R", "A", " x ", "A", "*R"]),
        ("{{ e }}{{ e }}", []),
    ],
)
def test_a_run_holds_something(text: str, expected: list[str], fill: Fill, p: P) -> None:
    output = fill(p(text), DATA)
    assert runs(output) == expected
    output = fill(p("{% for one in xs %}") + p(text) + p("{% endfor %}"), {**DATA, "xs": [1, 2]})
    assert runs(output) == expected * 2


def test_a_missing_name_leaves_no_run(compile_body: Callable[..., Any], p: P) -> None:
    program = compile_body(p("{{ no }}") + p("x {{ no }}") + p("{{ a }}"))
    content = program.render({"a": 1}, missing="empty").count(b"")
    assert content
    kept = program.render({"a": 1}, missing="keep")
    assert kept != program.render({"a": 1}, missing="empty")


@pytest.mark.parametrize("around", ["<w:hyperlink w:anchor='a'>{}</w:hyperlink>", "<w:r>{}</w:r>"])
def test_a_run_that_holds_more_stays(around: str, fill: Fill) -> None:
    inner = "<w:r><w:t>{{ e }}</w:t></w:r>"
    if around.startswith("<w:r>"):
        inner = "<w:t>{{ e }}</w:t><w:tab/>"
    assert runs(fill(f"<w:p>{around.format(inner)}</w:p>", DATA)) == [""]


def test_a_picture_stands_in_a_run_of_its_own(fill: Fill, p: P, tmp_path: Any) -> None:  # noqa: ANN401 — a path
    from octavo.word import Picture

    data = bytes.fromhex("424d3a0000000000000036000000280000000100000001000000010018")
    (tmp_path / "dot.bmp").write_bytes(data + bytes(58 - len(data)))
    picture = Picture(tmp_path / "dot.bmp")
    output = fill(p("{{ p }}") + p("x {{ p }}") + p("x {{ p }} x"), {"p": picture})
    assert runs(output) == ["", "x ", "", "x  x"]
    assert len(list(output.root.iter(qn("w:drawing")))) == 3


def test_a_run_with_something_of_its_own_stays(fill: Fill) -> None:
    assert runs(fill('<w:p><w:r w:own="1"><w:t>{{ e }}</w:t></w:r></w:p>', DATA)) == [""]


def test_a_formatted_value_stands_for_its_paragraph(fill: Fill, p: P) -> None:
    assert runs(fill(p("{{p r }}"), DATA)) == ["*R"]
    assert runs(fill(p("{{p e }}"), DATA)) == []
