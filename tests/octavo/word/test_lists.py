from __future__ import annotations

from lxml import etree

from octavo.ooxml.names import NAMESPACES
from octavo.word.lists import read_lists

_SPACE = f'xmlns:w="{NAMESPACES["w"]}"'


def test_a_style_has_the_list_of_its_own_paragraphs_and_a_heading_none() -> None:
    numbers = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>{}</w:pPr>'
    heading = numbers.format('<w:outlineLvl w:val="0"/>')
    condition = f'<w:tblStylePr w:type="firstRow">{numbers.format("")}</w:tblStylePr>'
    styles = (
        f'<w:styles {_SPACE}><w:style w:styleId="Item">{numbers.format("")}</w:style>'
        f'<w:style w:styleId="Heading1">{heading}</w:style>'
        f'<w:style w:styleId="Grid">{condition}</w:style></w:styles>'
    )
    lists = read_lists(etree.fromstring(f"<w:numbering {_SPACE}/>"), etree.fromstring(styles))
    assert lists.styles == {"Item": ("7", "0")}
