from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.ooxml.comparison.conftest import RELS, WORD, compared, with_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Rels = Callable[..., str]


_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def test_styles_are_compared_by_name(docx: Docx, rels: Rels, part: Make) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="{}" w:default="1"><w:name w:val="{}"/>'
        '<w:rPr><w:sz w:val="{}"/></w:rPr></w:style><w:style/>'
        '<w:style w:styleId="z"><w:name w:val="Z"/></w:style>'
    )

    def file(*fields: str) -> bytes:
        styles = {"word/styles.xml": part("styles", style.format(*fields))}
        return with_parts(docx, rels, {"styles.xml": "styles"}, styles)

    before = file("a", "heading 1", "22")
    assert compared(before, file("b", "Heading 1", "22")) == []
    assert compared(before, file("a", "heading 1", "24")) == [
        "styles; style-differs; the style “Heading 1” differs: size 11 pt → 12 pt"
    ]
    assert compared(before, file("a", "Other", "22"))[-2:] == [
        "styles; style-differs; the style “Heading 1” is gone",
        "styles; style-differs; the style “Other” is new",
    ]


def test_properties_settings_and_lists_are_compared(docx: Docx, rels: Rels, part: Make) -> None:
    def file(title: str, zoom: str, level: str) -> bytes:
        core = part("x", f"<dc:title>{title}</dc:title>").replace("w:x", "cp:coreProperties")
        settings = f'<w:rsids><w:rsid w:val="{title}"/></w:rsids><w:zoom w:percent="{zoom}"/>'
        lists = f'<w:abstractNum><w:nsid w:val="{title}"/><w:lvl w:ilvl="{level}"/></w:abstractNum>'
        return docx(
            parts={
                RELS: rels(("settings", "settings.xml"), ("numbering", "numbering.xml")),
                "word/settings.xml": part("settings", settings),
                "word/numbering.xml": part("numbering", lists * 2),
                "docProps/core.xml": core,
            },
            types_of={
                "word/settings.xml": f"{WORD}settings+xml",
                "word/numbering.xml": f"{WORD}numbering+xml",
                "docProps/core.xml": _CORE_TYPE,
            },
        )

    assert compared(file("a", "100", "0"), file("b", "90", "1")) == [
        "core properties; property-differs; title a → b",
        "settings; property-differs; zoom percent 100 → percent 90",
        (
            "numbering; style-differs; abstractNum lvl ilvl 0 → lvl ilvl 1; "
            "abstractNum 2 lvl ilvl 0 → lvl ilvl 1"
        ),
    ]
