"""What stands round words and is in no list puts them in doubt, by its name."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.octavo.ooxml.sight.test_settings import W
from tests.octavo.ooxml.sight.test_sight import word

from octavo.ooxml import read_package, read_seen
from octavo.ooxml.sight.unknown import unknown_settings

RUN = "<w:r><w:t>Words</w:t></w:r>"
LATER = 'xmlns:later="http://schemas.microsoft.com/office/word/2030/wordml"'
BOX = f"<w:txbxContent><w:p>{RUN}</w:p></w:txbxContent>"
TABLE = (
    "<w:tbl><w:tblPr>{}</w:tblPr><w:tr><w:trPr>{}</w:trPr><w:tc><w:tcPr>{}</w:tcPr>{}</w:tc></w:tr>"
    "</w:tbl>"
)
TYPE = f"<v:shapetype><v:textbox>{BOX}</v:textbox></v:shapetype>"


def causes(body: str, styles: str = "") -> list[str] | None:
    """Why “Words” may not be seen; None where they are not there."""
    for block in read_seen(read_package(word(body, styles), "a.docx", only_read=True)):
        for text, doubts in block.runs:
            if "Words" in text:
                return list(doubts)
    return None


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (f"<w:p><w:r><w:rPr><later:veil {LATER}/></w:rPr><w:t>Words</w:t></w:r></w:p>", "veil"),
        (f"<w:p><w:pPr><w:veil/></w:pPr>{RUN}</w:p>", "veil"),
        (f"<w:p><w14:conflictDel>{RUN}</w14:conflictDel></w:p>", "conflictDel"),
        (f"<w:p>{RUN}<w:r><w:monthLong/></w:r></w:p>", "monthLong"),
        (f"<w:p>{RUN}<w:contentPart/></w:p>", "contentPart"),
        (TABLE.format("<w:veil/>", "", "", f"<w:p>{RUN}</w:p>"), "veil"),
        (TABLE.format("", "<w:veil/>", "", f"<w:p>{RUN}</w:p>"), "veil"),
        (TABLE.format("", "", "<w:veil/>", f"<w:p>{RUN}</w:p>"), "veil"),
        (
            f"<w:p><w:r><w:pict>{TYPE}</w:pict></w:r></w:p>",
            "shapetype",
        ),
        (
            f'<new:x mc:Ignorable="new" mc:ProcessContent="new:x"><w:p>{RUN}</w:p></new:x>',
            "x",
        ),
        (f'<w:p><new:x mc:Ignorable="new" mc:ProcessContent="new:*">{RUN}</new:x></w:p>', "x"),
    ],
)
def test_what_is_in_no_list_is_named(body: str, name: str) -> None:
    found = causes(body)
    assert found
    assert any(f"“{name}”" in cause and cause.endswith("is not known") for cause in found)


def test_a_style_is_looked_at_too() -> None:
    style = '<w:style w:type="paragraph" w:styleId="V"><w:rPr><w:veil/></w:rPr></w:style>'
    named = f'<w:p><w:pPr><w:pStyle w:val="V"/></w:pPr>{RUN}</w:p>'
    assert causes(named, style) == ["what “veil” in its “rPr” does is not known"]


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:pPr><w:keepNext/><w:rPr><w:b/></w:rPr></w:pPr><!-- a -->{RUN}<w:proofErr/></w:p>",
        "<w:p><w:r><w:rPr><!-- a --><w:kern/><w14:ligatures/></w:rPr><w:t>Words</w:t></w:r></w:p>",
        f"<w:p><w:smartTag><w:hyperlink>{RUN}</w:hyperlink></w:smartTag></w:p>",
        TABLE.format("<w:tblLook/>", "<w:cantSplit/>", "<w:vAlign/>", f"<w:p>{RUN}</w:p>"),
    ],
)
def test_what_is_known_is_not_in_doubt(body: str) -> None:
    assert causes(body) == []


def test_what_may_be_ignored_is_not_read() -> None:
    assert causes(f'<new:x mc:Ignorable="new"><w:p>{RUN}</w:p></new:x>') is None


def test_settings() -> None:
    root = etree.fromstring(f"<w:settings {W}><w:zoom/><w:rsids/><w:veil/></w:settings>")
    assert [*unknown_settings([root])] == ["what “veil” in its “settings” does is not known"]


def test_a_box_in_an_alternative_that_is_not_taken_is_not_there() -> None:
    shape = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
    choice = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="new">{}</mc:Choice>'
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert causes(choice.format(shape, "")) is None
    assert causes(choice.format("", shape)) == []


def test_a_box_in_the_code_of_a_field_is_not_there() -> None:
    shape = f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
             for kind in ("begin", "separate", "end")]  # fmt: skip
    assert causes(f"<w:p>{marks[0]}{shape}{marks[1]}{marks[2]}</w:p>") is None
    assert causes(f"<w:p>{marks[0]}{marks[1]}{shape}{marks[2]}</w:p>") == []
