"""Rich text, pictures, a little Markdown, and text with line ends."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from octavo.ooxml import qn
from octavo.word import Picture, RichText

P = Callable[..., str]
Fill = Callable[..., Any]
Refusal = Callable[..., list[str]]
RED = Path(__file__).parent / "cases" / "092-image-value" / "red.png"


def rich(text: object = "", **look: Any) -> RichText:  # noqa: ANN401 - the fields of Look
    return RichText(text, **look)


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ({"bold": True}, "<w:b/><w:bCs/>"),
        ({"italic": True}, "<w:i/><w:iCs/>"),
        ({"underline": True}, '<w:u w:val="single"/>'),
        ({"underline": "wave"}, '<w:u w:val="wave"/>'),
        ({"strike": True}, "<w:strike/>"),
        ({"subscript": True}, '<w:vertAlign w:val="subscript"/>'),
        ({"superscript": True}, '<w:vertAlign w:val="superscript"/>'),
        ({"style": 'A"b'}, '<w:rStyle w:val="A&quot;b"/>'),
        ({"font": "Arial"}, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'),
        ({"font": "eastAsia:宋"}, 'w:cs="宋" w:eastAsia="宋"/>'),
        ({"color": "#00ff00"}, '<w:color w:val="00FF00"/>'),
        ({"color": "green"}, '<w:color w:val="auto"/>'),
        ({"size": 30}, '<w:sz w:val="30"/><w:szCs w:val="30"/>'),
        ({"highlight": "ffff00"}, '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
        ({"rtl": True}, "<w:rtl/>"),
        ({"lang": "fr"}, '<w:lang w:val="fr"/>'),
    ],
)
def test_a_look_is_laid_over_that_of_the_run(
    look: dict[str, Any], expected: str, fill: Fill
) -> None:
    run = '<w:p><w:r><w:rPr><w:color w:val="111111"/><w:x/></w:rPr><w:t>{{ r }}</w:t></w:r></w:p>'
    xml = fill(run, {"r": rich("a<", **look)}).xml()
    assert expected in xml
    assert "a&lt;</w:t></w:r>" in xml
    assert xml.count('<w:color w:val="111111"/>') == (0 if "color" in look else 1)


def test_rich_text_may_hold_rich_text_and_nothing(fill: Fill, p: P) -> None:
    outer = rich("a")
    outer.add(rich("b\n", bold=True))
    outer.add(None)
    outer.add(5)
    assert fill(p("[{{r outer }}]"), {"outer": outer}).body == ["[ab\n5]"]
    assert str(outer) == "ab\n5"
    with pytest.raises(TypeError):
        outer.add("x", colour="red")


def test_a_link_leads_somewhere_and_looks_like_one(fill: Fill, p: P) -> None:
    linked = rich("site", link="https://a.example/?a=1&b=2")
    linked.add(" again", url_id="https://a.example/?a=1&b=2", color="112233")
    output = fill(p("{{ r }}"), {"r": linked})
    assert output.xml("word/_rels/document.xml.rels").count("?a=1&amp;b=2") == 1
    assert '<w:color w:val="0563C1"/><w:u w:val="single"/>' in output.xml()
    styles = '<w:style w:styleId="L"><w:name w:val="Hyperlink"/></w:style><w:style/>'
    assert '<w:rStyle w:val="L"/>' in fill(p("{{ r }}"), {"r": linked}, styles=styles).xml()
    other = '<w:style w:styleId="N"><w:name w:val="Normal"/></w:style>'
    assert '"0563C1"' in fill(p("{{ r }}"), {"r": linked}, styles=other).xml()


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


def test_a_picture_stands_in_the_line_once_in_the_file(fill: Fill, p: P) -> None:
    pictures = [Picture(RED, height_mm=5, alt='A "b" <c>'), Picture(RED)]
    output = fill(p("{%p for x in xs %}") + p("[{{ x }}]") + p("{%p endfor %}"), {"xs": pictures})
    assert [name for name in output.parts if "media" in name] == ["word/media/b0r1.png"]
    assert 'descr="A &quot;b&quot; &lt;c&gt;"' in output.xml()
    assert 'cy="180000"' in output.xml()
    attribute = '<w:p><w:r><w:drawing><wp:docPr id="1" descr="{{ x }}"/></w:drawing></w:r></w:p>'
    assert 'descr="alt"' in fill(attribute, {"x": Picture(RED, alt="alt")}).xml()


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


@pytest.mark.parametrize("size", [0, -5, 600, float("nan")])
def test_a_picture_fits_a_page_of_words(size: float, refusal: Refusal, p: P) -> None:
    found = refusal(p("{{ x }}"), {"x": Picture(RED, width_mm=size)})
    assert f"cannot be {size:g} mm wide or high; a page has up to 558 mm" in found[0]


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


@pytest.mark.parametrize(("kind", "width"), [("dxa", (2000 - 216) * 635), ("pct", 8000 * 635)])
def test_a_picture_without_a_size_stays_within_its_cell_or_the_text(
    kind: str, width: int, fill: Fill, tmp_path: Path
) -> None:
    path = tmp_path / "wide.bmp"
    header = struct.pack("<2sIHHI", b"BM", 54, 0, 0, 54)
    path.write_bytes(header + struct.pack("<IiiHHIIiiII", 40, 9000, 90, 1, 24, 0, 0, 0, 0, 0, 0))
    size = f'<w:tcPr><w:tcW w:w="2000" w:type="{kind}"/></w:tcPr>'
    page = '<w:pgSz w:w="10000" w:h="9000"/><w:pgMar w:left="1000" w:right="1000"/>'
    cell = (
        f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{size}"
        "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        f"<w:p><w:pPr><w:sectPr>{page}</w:sectPr></w:pPr></w:p>"
    )
    extent = next(fill(cell, {"x": Picture(path)}).root.iter(qn("wp:extent")))
    assert (int(extent.get("cx") or 0), int(extent.get("cy") or 0)) == (width, width // 100)
