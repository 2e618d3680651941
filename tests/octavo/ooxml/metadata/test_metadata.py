from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.octavo.ooxml.metadata.conftest import has_tag

from octavo.ooxml import qn, read_package, write_package
from octavo.ooxml.metadata import scrub

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Rels = Callable[..., str]

_HOSTILE = Path(__file__).parents[3] / "hostile" / "files"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CUSTOM = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def test_nothing_of_the_author_is_left_in_any_part() -> None:
    package = read_package((_HOSTILE / "p30_leaks.docx").read_bytes(), "p30.docx")
    scrubbed = scrub(package, has_tag)
    again = read_package(write_package(scrubbed.package, {}), "out.docx")
    leaks = {
        name
        for name, part in again.parts.items()
        if b"leak-" in part.data.replace(b"leak-inserted", b"")
    }
    assert leaks == {"word/comments.xml"}, "comments are for the engine, which knows their tags"
    assert set(package.parts) - set(again.parts) == {"docProps/app.xml", "docProps/thumbnail.jpeg"}
    assert [(f.message, str(f.location)) for f in scrubbed.findings] == [
        (
            "the deleted text “leak-deleted” is left out",
            "p30.docx: body, paragraph 1",
        ),
        (
            "the hidden text “leak-hiddenleak-white” is left out",
            "p30.docx: body, paragraph 1",
        ),
    ]


def test_properties_with_a_tag_title_and_language_stay(docx: Docx, part: Make, rels: Rels) -> None:
    core = (
        "<dc:title>Brief</dc:title><dc:creator>A</dc:creator><dc:language>en</dc:language>"
        "<cp:keywords>{{ k }}</cp:keywords><cp:revision/>"
    )
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    data = docx(
        parts={
            "docProps/core.xml": part("x", core).replace("w:x", "cp:coreProperties"),
            "_rels/.rels": rels(
                ("officeDocument", "word/document.xml"), (kind, "docProps/core.xml")
            ),
        },
        types_of={
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"
        },
    )
    package = scrub(read_package(data, "a.docx"), has_tag).package
    root = package.trees()["docProps/core.xml"]
    assert [element.text for element in root] == ["Brief", "en", "{{ k }}"]


@pytest.mark.parametrize("led_to", [True, False])
def test_styles_lose_their_revision_ids_and_go_where_nothing_leads_to_them(
    docx: Docx, part: Make, rels: Rels, led_to: bool
) -> None:
    style = '<w:style w:styleId="a"><w:rsid w:val="00AB12CD"/><w:rPr/></w:style>'
    data = docx(
        parts={
            "word/styles.xml": part("styles", style),
            "word/_rels/document.xml.rels": rels(*[("styles", "styles.xml")] * led_to),
        },
        types_of={"word/styles.xml": f"{_WORD}styles+xml"},
    )
    parts = scrub(read_package(data, "a.docx"), has_tag).package.parts
    assert ("word/styles.xml" in parts) == led_to
    assert not any(b"00AB12CD" in part.data for part in parts.values())


def test_settings_lose_the_attached_template_and_its_path(
    docx: Docx, part: Make, rels: Rels
) -> None:
    data = docx(
        parts={
            "word/settings.xml": part(
                "settings", '<w:attachedTemplate r:id="rId1"/><w:rsids/><w:zoom/>'
            ),
            "word/_rels/document.xml.rels": rels(("settings", "settings.xml")),
            "word/_rels/settings.xml.rels": rels(("attachedTemplate", "file:///C:/me/Normal.dotm")),
        },
        types_of={"word/settings.xml": f"{_WORD}settings+xml"},
    )
    package = scrub(read_package(data, "a.docx"), has_tag).package
    assert [element.tag for element in package.trees()["word/settings.xml"]] == [qn("w:zoom")]
    assert package.relationships("word/settings.xml") == ()
    assert b"Normal" not in package.parts["word/_rels/settings.xml.rels"].data


@pytest.mark.parametrize("bound", [True, False])
def test_custom_xml_stays_where_a_control_is_bound_to_it(
    docx: Docx, part: Make, rels: Rels, bound: bool
) -> None:
    item = "{A}" if bound else "{B}"
    control = f'<w:sdt><w:sdtPr><w:dataBinding w:storeItemID="{item}"/></w:sdtPr></w:sdt>'
    properties = (
        part("x", "").replace("w:x", "ds:datastoreItem").replace("><", ' ds:itemID="{a}"><', 1)
    )
    data = docx(
        f"<w:p>{control}</w:p>",
        parts={
            "word/_rels/document.xml.rels": rels(
                ("customXml", "../customXml/item1.xml"), ("customXml", "../customXml/item2.xml")
            ),
            "customXml/item1.xml": "<a/>",
            "customXml/item2.xml": "<b/>",
            "customXml/_rels/item1.xml.rels": rels(("customXmlProps", "itemProps1.xml")),
            "customXml/itemProps1.xml": properties,
        },
        types_of={"customXml/itemProps1.xml": _CUSTOM},
    )
    package = scrub(read_package(data, "a.docx"), has_tag).package
    kept = {name for name in package.parts if name.startswith("customXml")}
    item1 = {
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "customXml/_rels/item1.xml.rels",
    }
    assert kept == (item1 if bound else set())
