"""Rich text, pictures, a little Markdown, and text with line ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.octavo.word.conftest import rich

from octavo.ooxml import qn
from octavo.word import Picture, anchored

if TYPE_CHECKING:
    from lxml import etree

P = Callable[..., str]
Fill = Callable[..., Any]
Refusal = Callable[..., list[str]]
RED = Path(__file__).parent / "cases" / "092-image-value" / "red.png"
DATA: dict[str, object] = {
    "title": "Talks & more",
    "requests": [{"ask": "A visit", "sources": ["one", "two"]}, {"ask": "A *visa*"}],
    "count": 2,
}


def test_rich_text_may_hold_rich_text_and_nothing(fill: Fill, p: P) -> None:
    outer = rich("a")
    outer.add(rich("b\n", bold=True))
    outer.add(None)
    outer.add(5)
    assert fill(p("[{{r outer }}]"), {"outer": outer}).body == ["[ab\n5]"]
    assert str(outer) == "ab\n5"
    with pytest.raises(TypeError):
        outer.add("x", colour="red")


def test_a_link_in_a_footnote_is_related_to_the_footnotes(fill: Fill, p: P) -> None:
    notes = f'<w:footnote w:id="1">{p("{{ r }}")}</w:footnote>'
    body = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    output = fill(body, {"r": rich("a", link="mailto:a@b.c")}, footnotes=notes)
    assert "mailto:a@b.c" in output.xml("word/_rels/footnotes.xml.rels")
    assert "footnotes.xml.rels" not in output.xml("[Content_Types].xml")


def test_a_link_within_a_link_is_text(fill: Fill) -> None:
    body = "<w:p><w:hyperlink w:anchor='x'><w:r><w:t>{{ r }}</w:t></w:r></w:hyperlink></w:p>"
    assert fill(body, {"r": rich("a", link="https://b.c")}).xml().count("<w:hyperlink") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "\\\\server\\x"])
def test_a_link_to_anything_but_the_web_is_refused(address: str, refusal: Refusal, p: P) -> None:
    assert (
        "is not an address that a link may lead to"
        in refusal(p("{{ r }}"), {"r": rich("a", link=address)})[0]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**b**", "<w:b/>"),
        ("_i_", "<w:i/>"),
        ("plain, nothing else", ">plain, nothing else<"),
        ("***b***~~`c`~~", ">~~`c`~~<"),
        ("[l](https://a.example)", "<w:hyperlink "),
        ("a\nb", "<w:br/>"),
        ("<b>no</b> \\*x\\*", "&lt;b&gt;no&lt;/b&gt; *x*"),
    ],
)
def test_a_little_markdown_becomes_runs(text: str, expected: str, fill: Fill, p: P) -> None:
    assert expected in fill(p("{{ x|markdown }}"), {"x": text}).xml()


def test_a_picture_that_cannot_be_shown_is_refused(
    refusal: Refusal, p: P, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.png").write_bytes(b"no picture")
    body = p("{{ x }}")
    assert (
        "is not a picture that Word shows" in refusal(body, {"x": Picture(tmp_path / "x.png")})[0]
    )
    assert "cannot be read" in refusal(body, {"x": Picture(tmp_path / "none.png")})[0]
    monkeypatch.setattr("octavo.word.pictures.MOST_BYTES", 3)
    assert "is larger than 3 bytes" in refusal(body, {"x": Picture(RED)})[0]


@pytest.mark.parametrize("tag", ["{{ v.path }}", "{{ v.data }}", "{{ v['alt'] }}", "{{ v.runs }}"])
def test_a_template_sees_nothing_of_a_picture_or_rich_text(
    tag: str, refusal: Refusal, p: P
) -> None:
    for value in (Picture(RED, alt="a"), rich("a")):
        assert "has no “" in refusal(p(tag), {"v": value})[0]


def test_control_characters_have_one_rule_each(fill: Fill, p: P) -> None:
    value = "a\vb\x00c\x7f\ud800d\re"
    assert fill(p("{{ v }}"), {"v": value}).body == ["a\nbc\ufffdd\ne"]


def test_a_bell_begins_a_paragraph_where_one_can_begin(fill: Fill, p: P) -> None:
    properties = '<w:pPr><w:pStyle w:val="S"/><w:sectPr/></w:pPr>'
    output = fill(p("{{ v }}", properties), {"v": "a\ab"})
    assert output.body == ["a", "b"]
    assert (output.xml().count('w:val="S"'), output.xml().count("<w:sectPr")) == (2, 2)
    held = "<w:p><w:hyperlink w:anchor='x'><w:r><w:t>{{ v }}</w:t></w:r></w:hyperlink></w:p>"
    assert fill(held, {"v": "a\ab"}).body == ["a\nb"]
    output = fill(p("{{ v }}"), {"v": rich("a\ab", bold=True)})
    assert (output.body, output.xml().count("<w:b/>")) == (["a", "b"], 2)
    assert fill(p("{{ v }}"), {"v": rich("a\ab", link="https://a.example")}).body == ["a\nb"]


def bookmarked(root: etree._Element) -> dict[str, str]:
    """The text between the two ends of each bookmark."""
    found: dict[str, str] = {}
    open_names: dict[str | None, str] = {}
    for one in root.iter(*map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:t"))):
        if one.tag == qn("w:t"):
            for name in open_names.values():
                found[name] = found.get(name, "") + (one.text or "")
        elif one.tag == qn("w:bookmarkStart"):
            open_names[one.get(qn("w:id"))] = one.get(qn("w:name")) or ""
        else:
            del open_names[one.get(qn("w:id"))]
    assert open_names == {}
    return found


def test_each_text_has_a_name_and_a_path() -> None:
    data, paths = anchored(DATA, "b")
    assert data == DATA
    assert paths == {
        "b1": "title",
        "b2": "requests[0].ask",
        "b3": "requests[0].sources[0]",
        "b4": "requests[0].sources[1]",
        "b5": "requests[1].ask",
    }


def test_a_rendered_text_stands_in_a_bookmark_of_its_name(fill: Fill, p: P) -> None:
    body = (
        p("{{ title }}: {{ count }} {{ title|upper }}", "<w:pPr><w:keepNext/></w:pPr>")
        + p("{% for r in requests %}")
        + p("{{ r.ask|markdown }}{% for s in r.sources|default([]) %}, {{ s }}{% endfor %}")
        + p("{% endfor %}")
        + p("{{ title }}")
    )
    plain = fill(body, DATA)
    output = fill(body, anchored(DATA, "b")[0], core="<dc:title>{{ title }}</dc:title>")
    assert output.body == plain.body
    assert bookmarked(output.root) == {
        "_b1": "Talks & more",
        "_b2": "A visit",
        "_b3": "one",
        "_b4": "two",
        "_b5": "A visa",
        "_b1_2": "Talks & more",
    }
    assert "Talks &amp; more<" in output.xml("docProps/core.xml")
