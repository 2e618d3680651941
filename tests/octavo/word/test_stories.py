"""Tags in every story and in attributes, and what of a template does not travel."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from docx import Document

from octavo.ooxml import qn

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as DocumentType

P = Callable[..., str]
Fill = Callable[..., Any]
Refusal = Callable[..., list[str]]
LINK = (
    '<Relationship Id="h" TargetMode="External" Target="{0}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
)
LINKED = '<w:p><w:hyperlink r:id="h"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'
PICTURE = "<w:p><w:r><w:drawing><wp:inline>{0}<a:graphic/></wp:inline></w:drawing></w:r></w:p>"


def test_alternative_text_is_filled_and_drawings_are_numbered(fill: Fill, p: P) -> None:
    picture = PICTURE.format(
        '<wp:docPr id="5" name="P" descr="{{ alt }} {_{x" title="{% if alt %}T{% endif %}"/>'
    )
    body = picture + picture + p("{%p for alt in xs %}") + picture + p("{%p endfor %}")
    root = fill(body, {"alt": 'A "q" <b>\n', "xs": ["x", "y"]}).root
    found = [(one.get("id"), one.get("descr")) for one in root.iter(qn("wp:docPr"))]
    assert found == [
        ("1", 'A "q" <b>  {{x'),
        ("2", 'A "q" <b>  {{x'),
        ("3", "x {{x"),
        ("4", "y {{x"),
    ]


def test_a_fault_in_an_attribute_is_found_at_its_paragraph(refusal: Refusal) -> None:
    body = PICTURE.format('<wp:docPr id="5" descr="{{ a| }}{{ b" title="{%p if x %}"/>')
    found = refusal(body)
    assert len(found) == 4
    assert all(one.startswith("body, paragraph 1: ") for one in found)


def test_a_link_address_is_filled_for_each_item(fill: Fill, p: P) -> None:
    links = LINK.format("https://a.example/%7B%7B%20u%20%7D%7D/%20x")
    body = p("{%p for u in us %}") + LINKED + p("{%p endfor %}")
    xml = fill(body, {"us": ["1", "2 3"]}, links=links).xml("word/_rels/document.xml.rels")
    assert 'Target="https://a.example/1/%20x"' in xml
    assert 'Target="https://a.example/2%203/%20x"' in xml
    assert "%7B" not in xml


def test_a_plain_link_beside_a_filled_one_leads_where_it_led(fill: Fill) -> None:
    plain = LINK.format("https://b.example/").replace('Id="h"', 'Id="k"')
    body = LINKED + LINKED.replace('r:id="h"', 'r:id="k"')
    xml = fill(body, {"u": "1"}, links=LINK.format("https://a.example/{{ u }}") + plain)
    assert 'r:id="k"' in xml.xml()
    assert 'Id="k"' in xml.xml("word/_rels/document.xml.rels")
    assert 'r:id="h"' not in xml.xml()


def test_a_link_address_may_begin_with_a_condition(fill: Fill) -> None:
    links = LINK.format("{% if u %}https://a.example{% else %}https://b.example{% endif %}")
    xml = fill(LINKED, {"u": ""}, links=links).xml("word/_rels/document.xml.rels")
    assert 'Target="https://b.example"' in xml


def test_a_link_address_without_a_value_stays_one(fill: Fill) -> None:
    links = LINK.format("https://a.example/{% raw %}{{ x }}{% endraw %}")
    xml = fill(LINKED, links=links).xml("word/_rels/document.xml.rels")
    assert 'Target="https://a.example/%7B%7B%20x%20%7D%7D"' in xml


def test_a_link_address_of_nothing_is_refused(refusal: Refusal) -> None:
    (found,) = refusal(LINKED, links=LINK.format("{% endraw %}"))
    assert "body, paragraph 1: in “{% endraw %}”, “” is not an address" in found


def test_an_address_of_the_data_leads_to_the_web_only(refusal: Refusal) -> None:
    links = LINK.format("{{ u }}")
    assert "not an address" in refusal(LINKED, {"u": "javascript:x"}, links=links)[0]
    assert [one.partition(": ")[2] for one in refusal(LINKED, {}, links=links)] == [
        "in “{{ u }}”, “u” is not in the data; "
    ]
    assert refusal(LINKED, {}, links=LINK.format("{{ u")) != []


def test_core_properties_hold_what_is_filled_and_the_title(fill: Fill, p: P) -> None:
    core = (
        "<dc:title>{{ t }}</dc:title><dc:creator>leak</dc:creator>"
        "<cp:keywords>{% if t %}k{% endif %}</cp:keywords>"
    )
    xml = fill(p("x"), {"t": "R&D"}, core=core).xml("docProps/core.xml")
    assert "<dc:title>R&amp;D</dc:title>" in xml
    assert ">k<" in xml
    assert "leak" not in xml
    assert "static" in fill(p("x"), core="<dc:title>static</dc:title>").xml("docProps/core.xml")


CONTROL = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:storeItemID='{{{1}}}'/></w:sdtPr>"
    '<w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{0}</w:t>'
    "</w:r></w:p></w:sdtContent></w:sdt>"
)


def test_a_control_with_a_tag_is_no_placeholder_and_unbound(fill: Fill) -> None:
    xml = fill(CONTROL.format("{{ x }}", "A") + CONTROL.format("static", "B"), {"x": 1}).xml()
    assert xml.count("showingPlcHdr") == xml.count("PlaceholderText") == 1
    assert xml.count("dataBinding") == 1


def test_a_control_in_a_loop_has_no_number(fill: Fill, p: P) -> None:
    control = CONTROL.format("a", "A").replace("<w:showing", '<w:id w:val="7"/><w:showing')
    looped = p("{%p for x in xs %}") + control + p("{%p endfor %}")
    assert fill(control + looped, {"xs": [1, 2]}).xml().count("<w:id ") == 1


def test_a_control_bound_to_a_filled_property_stays_bound(fill: Fill, p: P) -> None:
    control = CONTROL.format("{{ x }}", "6C3C8BC8-F283-45AE-878A-BAB7291924A1")
    core = "<dc:title>{{ x }}</dc:title>"
    assert "dataBinding" in fill(control, {"x": 1}, core=core).xml()
    looped = p("{%p for x in xs %}") + control + p("{%p endfor %}")
    assert "dataBinding" not in fill(looped, {"x": 1, "xs": [1, 2]}, core=core).xml()


BOX = "<w:txbxContent>{0}</w:txbxContent>"


def test_a_fault_in_a_text_box_is_found_there(refusal: Refusal, p: P) -> None:
    body = f"<w:p><w:r><w:pict>{BOX.format(p('{{ nope }}'))}</w:pict></w:r></w:p>"
    assert refusal(body)[0].startswith("body, paragraph 1, text box 1, paragraph 1:")


def test_a_file_without_the_customary_prefix_is_filled(fill: Fill) -> None:
    space = 'xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    header = f"<q:p {space}><q:r><q:t>{{{{ x }}}}</q:t></q:r></q:p>"
    output = fill("<w:p/>", {"x": "a\nb"}, header1=header)
    assert "<w:br/>" in output.xml("word/header1.xml")


def test_a_root_without_the_customary_prefix_is_filled(
    tmp_path: Path, render_file: Callable[..., Any]
) -> None:
    Document().save(str(tmp_path / "t.docx"))
    with ZipFile(tmp_path / "t.docx") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    text = files["word/document.xml"].decode()
    text = text.replace("xmlns:w=", "xmlns:q=").replace("<w:", "<q:").replace("</w:", "</q:")
    tag = "<q:body><q:p><q:r><q:t>{{ x }}</q:t></q:r></q:p>"
    text = text.replace(" w:", " q:").replace("<q:body>", tag)
    files["word/document.xml"] = text.encode()
    with ZipFile(tmp_path / "t.docx", "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    data = render_file(tmp_path / "t.docx", {"x": "a\nb"}).data
    assert Document(io.BytesIO(data)).paragraphs[0].text == "a\nb"


def test_a_template_file_becomes_a_document(
    template: Callable[..., Path], render: Callable[..., Any]
) -> None:
    def as_template(document: DocumentType) -> None:
        part = document.part
        part._content_type = part.content_type.replace("document.main", "template.main")

    output = render("{{ x }}", make=as_template, x="a")
    assert "template.main" not in output.xml("[Content_Types].xml")
    assert output.body == ["a"]
    assert template("y").is_file()


def test_parts_that_hold_no_text_are_copied_as_they_are(
    template: Callable[..., Path], render_file: Callable[..., Any]
) -> None:
    path = template("{{ x }}")
    data = render_file(path, {"x": "a"}).data
    with ZipFile(path) as before, ZipFile(io.BytesIO(data)) as after:
        for name in ("word/theme/theme1.xml", "word/fontTable.xml"):
            assert before.read(name) == after.read(name)
            assert before.getinfo(name).compress_size == after.getinfo(name).compress_size


def test_the_names_a_template_asks_for_come_with_their_places(
    compile_body: Callable[..., Any], p: P
) -> None:
    program = compile_body(p("{%p for r in b.rs %}") + p("{{ r.ask }}") + p("{%p endfor %}"))
    assert [(one.path, one.use, one.location.place, one.source) for one in program.fields] == [
        ("b.rs", "loops over", "body, paragraph 1", "{%p for r in b.rs %}"),
        ("b.rs[].ask", "prints", "body, paragraph 2", "{{ r.ask }}"),
    ]


def test_a_header_that_is_not_there_is_refused(refusal: Refusal) -> None:
    pointer = (
        '<Relationship Id="h" Target="header9.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"/>'
    )
    body = '<w:p><w:pPr><w:sectPr><w:headerReference r:id="h"/></w:sectPr></w:pPr></w:p>'
    assert "the relationship “h” leads to no part of the file" in refusal(body, links=pointer)[0]


def test_a_header_is_filled(fill: Fill, p: P) -> None:
    assert fill("<w:p/>", {"x": 1}, header1=p("{{ x }}")).text.strip() == "1"


def test_blocks_too_deep_are_refused_before_anything_is_placed(refusal: Refusal, p: P) -> None:
    found = refusal(p("{% if a %}" * 41 + "{% endif %}" * 41))
    assert found[0].startswith("body, paragraph 1: in “{% if a %}”, blocks stand too deep")


def test_a_chart_without_a_tag_is_left_as_it_is(fill: Fill, p: P) -> None:
    output = fill(p("{{ x }}"), {"x": 1}, chart1="<c:title>Trade</c:title>")
    assert "<c:title>Trade</c:title>" in output.xml("word/chart1.xml")


def test_parts_beside_comments_go_with_them(fill: Fill, p: P) -> None:
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    links = f'<Relationship Id="x" Type="{kind}" Target="theme.xml"/>'
    output = fill(p("{{ x }}"), {"x": 1}, links=links, theme="<w:x/>")
    assert "word/theme.xml" not in output.parts
    assert "commentsExtended" not in output.xml("word/_rels/document.xml.rels")


def test_the_names_within_a_guarded_cell_are_asked_for(
    compile_body: Callable[..., Any], p: P, tbl: P
) -> None:
    body = tbl([p("{%p if x %}") + p("{{ y }}") + p("{%p endif %}")])
    assert [one.path for one in compile_body(body).fields] == ["x", "y"]


def test_only_a_store_with_tags_is_filled(
    template: Callable[..., Path], tmp_path: Path, render_file: Callable[..., Any]
) -> None:
    one, other = (f"0000000{digit}-0000-0000-0000-000000000000" for digit in "AB")
    control = (
        f'<w:sdt><w:sdtPr><w:dataBinding w:storeItemID="{{{one}}}" w:xpath="/a"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        f'<w:sdt><w:sdtPr><w:dataBinding w:storeItemID="{{{other}}}" w:xpath="/b"/></w:sdtPr>'
        "<w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    )
    with ZipFile(template("t")) as archive:
        files = {
            name: archive.read(name).decode() for name in archive.namelist() if ".jpeg" not in name
        }
    files["word/document.xml"] = files["word/document.xml"].replace(
        "<w:body>", f"<w:body>{control}"
    )
    for number, (name, text) in enumerate({one: "{{ x }}", other: "b", "": "{{ x }}"}.items()):
        files |= _store(files, f"customXml/s{number}.xml", name, f"<a y='{text}'>{text}</a>")
    path = tmp_path / "stores.docx"
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    with ZipFile(io.BytesIO(render_file(path, {"x": "R&D"}).data)) as archive:
        assert archive.read("customXml/s0.xml").endswith(b"""<a y="R&amp;D">R&amp;D</a>""")
        assert one.encode() in archive.read("word/document.xml")


def _store(files: dict[str, str], part: str, name: str, data: str) -> dict[str, str]:
    """A store of custom XML, with the name that controls call it by where it has one."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
    pointer = f'<Relationship Id="{part[-6:-4]}" Type="{kind}" Target="/{part}"/></Relationships>'
    body = "word/_rels/document.xml.rels"
    found = {body: files[body].replace("</Relationships>", pointer), part: data}
    if name:
        space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
        found[f"customXml/p{name}.xml"] = (
            f'<d:datastoreItem xmlns:d="{space}" d:itemID="{{{name}}}"/>'
        )
        types = "[Content_Types].xml"
        override = (
            f'<Override PartName="/customXml/p{name}.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.customXmlProperties+xml"/></Types>'
        )
        found[types] = files[types].replace("</Types>", override)
        relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
        found[part.replace("/", "/_rels/") + ".rels"] = (
            f'<Relationships xmlns="{relationships}"><Relationship Id="a" Type="{kind}Props" '
            f'Target="p{name}.xml"/></Relationships>'
        )
    return found
