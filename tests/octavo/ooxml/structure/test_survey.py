from __future__ import annotations

from lxml import etree

from octavo.ooxml import NAMESPACES
from octavo.ooxml.structure.survey import survey_part

SPACES = " ".join(f'xmlns:{name}="{NAMESPACES[name]}"' for name in ("w", "w14", "mc", "r"))


def body(inner: str, root: str = "body") -> etree._Element:
    return etree.fromstring(f"<w:{root} {SPACES}>{inner}</w:{root}>")


def test_what_a_part_shares_with_others_is_gathered() -> None:
    note = '<w:p><w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    found = survey_part(body(note + '<w:p><w:hyperlink r:id="rId1"/></w:p>'))
    assert [number for number, _ in found.ids["footnote reference"]] == ["3"]
    assert found.relationship_ids == {"rId1"}
    assert found.flaws == ()


def test_an_id_of_a_paragraph_is_there_once_but_for_a_fallback() -> None:
    one = '<w:p w14:paraId="1A"/>'
    fallback = (
        f"<w:p><w:r><mc:Fallback><w:txbxContent>{one}</w:txbxContent></mc:Fallback></w:r></w:p>"
    )
    assert survey_part(body(one + fallback)).flaws == ()
    (flaw,) = survey_part(body(one + one)).flaws
    assert flaw.message == "the paragraph id “1A” is there twice"


def test_settings_name_notes_that_they_do_not_hold() -> None:
    assert survey_part(body('<w:footnote w:id="0"/>', "settings")).ids == {}
