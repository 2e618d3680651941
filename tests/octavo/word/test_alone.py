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
        ("{% if e %}x{% endif %}", []),
        ("{% if a %}x{% else %}y{% endif %}", ["x"]),
        ("{% if e %}x{% else %}{{ e }}{% endif %}", []),
        ("{% if e %}x{% elif a %}{% if a %}{{ r }}{% endif %}{% endif %}", ["*R"]),
        ("{% if a %}{{ a }} {% endif %}{{ r }}", ["A ", "*R"]),
        ("{% if e %}{{ e }} {% endif %}{{ e }}", []),
        ("{% for one in n %}x{% endfor %}", []),
        ("{% for one in [1, 2] %}{{ one }}{% endfor %}", ["1", "2"]),
        ("{% for one in [1, 2] %}{% if one > 1 %}{% break %}{% endif %}x{% endfor %}", ["x"]),
        ("{% if e %}x{% endif %} ", [" "]),
        ("{% set z %}x{% endset %}{% if e %}x{% endif %}{{ z }}", ["x"]),
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


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("<w:hyperlink w:anchor='a'><w:r><w:t>{{ e }}</w:t></w:r></w:hyperlink>", []),
        ("<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>{{ e }}</w:t></w:r>", ["*"]),
        ("<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>{{ r }}</w:t><w:br/></w:r>", ["*", "*R", "*"]),
        ("<w:r><w:tab/><w:t>{{ a }} x {{ r }}</w:t></w:r>", ["A x ", "*R"]),
        ("<w:r w:rsidR='00000000'><w:t>{{ r }}</w:t></w:r>", ["*R"]),
    ],
)
def test_what_stands_beside_a_value_in_its_run_stays(
    run: str, expected: list[str], fill: Fill
) -> None:
    assert runs(fill(f"<w:p>{run}</w:p>", DATA)) == expected


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


@pytest.mark.parametrize("value", ["", None, RichText()])
def test_a_paragraph_of_an_empty_value_goes_as_in_docxtpl(value: object, fill: Fill, p: P) -> None:
    assert fill(p("a") + p("{{p value }}") + p("b"), {"value": value}).body == ["a", "b"]
    assert fill(p("a") + p("{{ value }}") + p("b"), {"value": value}).body == ["a", "", "b"]


@pytest.mark.parametrize(("value", "between"), [("", ""), ("x", "x")])
def test_tables_stay_apart_where_a_value_is_empty(
    value: str, between: str, fill: Fill, p: P, tbl: P
) -> None:
    table = tbl(["t"])
    body = fill(table + p("{{p value }}") + table + p("end"), {"value": value}).body
    assert body == [[["t"]], between, [["t"]], "end"]
