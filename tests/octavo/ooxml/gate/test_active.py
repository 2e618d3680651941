"""Objects, controls, imported chunks, macros and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Refusal = Callable[[bytes], dict[str, str]]
    Rels = Callable[..., str]

_RELS = "word/_rels/document.xml.rels"
_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships/"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("pointer", "element", "words"),
    [
        (("oleObject", "o.bin"), "<o:OLEObject r:id='rId1'/>", "an embedded object (OLE)"),
        (("control", "c.xml"), "<w:control r:id='rId1'/>", "an ActiveX control"),
        (("aFChunk", "c.html"), "<w:altChunk r:id='rId1'/>", "an imported file (altChunk)"),
        (("subDocument", "s.xml"), "<w:subDoc r:id='rId1'/>", "a subdocument"),
        ((f"{_MICROSOFT}ui/extensibility", "u.xml"), "", "commands of its own for the ribbon"),
    ],
)
def test_active_content_is_named_once_at_its_place(
    docx: Docx, refusal: Refusal, rels: Rels, pointer: tuple[str, str], element: str, words: str
) -> None:
    data = docx(
        f"<w:p><w:r>{element}</w:r></w:p>",
        parts={_RELS: rels(pointer), f"word/{pointer[1]}": "<a/>"},
    )
    found = refusal(data)
    assert list(found) == ["active-content"]
    place = "body, paragraph 1" if element else "body"
    assert found["active-content"] == f"a.docx: {place}: the file holds {words}"


def test_an_external_chunk_is_refused_as_external_alone(
    docx: Docx, refusal: Refusal, rels: Rels
) -> None:
    data = docx('<w:altChunk r:id="rId1"/>', parts={_RELS: rels(("aFChunk", "http://x.invalid"))})
    assert list(refusal(data)) == ["external-content"]


@pytest.mark.parametrize(
    ("content_type", "words"),
    [
        ("application/vnd.ms-office.activeX+xml", "an ActiveX control"),
        ("application/vnd.openxmlformats-officedocument.oleObject", "an embedded object (OLE)"),
        ("application/vnd.ms-office.webextension+xml", "an Office add-in"),
    ],
)
def test_an_active_type_is_enough(
    docx: Docx, refusal: Refusal, content_type: str, words: str
) -> None:
    data = docx(parts={"word/x.xml": "<a/>"}, types_of={"word/x.xml": content_type})
    assert words in refusal(data)["active-content"]


def test_an_ole_file_that_calls_itself_a_picture_is_refused(docx: Docx, refusal: Refusal) -> None:
    found = refusal(docx(parts={"word/media/a.png": _OLE + b"x"}))
    assert "the part “word/media/a.png” is an OLE file" in found["active-content"]


@pytest.mark.parametrize(
    ("name", "content_type", "kind"),
    [
        ("word/x.bin", "application/octet-stream", f"{_MICROSOFT}vbaProject"),
        ("word/x.bin", "application/vnd.ms-office.vbaProject", "styles"),
        ("word/vbaProject.bin", "application/octet-stream", "styles"),
    ],
)
def test_macros_are_found_by_pointer_type_or_name(
    docx: Docx, refusal: Refusal, rels: Rels, name: str, content_type: str, kind: str
) -> None:
    data = docx(
        parts={name: _OLE, _RELS: rels((kind, name.removeprefix("word/")))},
        types_of={name: content_type},
    )
    assert refusal(data) == {"macro-content": f"a.docx: {name}: the part “{name}” holds macros"}


def test_a_key_bound_to_a_macro_is_refused(docx: Docx, refusal: Refusal, part: Make) -> None:
    name, kind = "word/customizations.xml", "application/vnd.ms-word.keyMapCustomizations+xml"
    for keys, rules in (
        ('<wne:keymap><wne:macro wne:macroName="X"/></wne:keymap>', ["macro-content"]),
        ('<wne:keymap><wne:fci wne:fciName="Bold"/></wne:keymap>', []),
    ):
        data = docx(parts={name: part("tcg", keys)}, types_of={name: kind})
        assert list(refusal(data)) == rules


def test_a_file_full_of_faults_does_not_flood_the_report(docx: Docx, refusal: Refusal) -> None:
    assert list(refusal(docx("<w:altChunk/>" * 500))) == ["active-content"]


def test_a_pane_beside_the_text_passes_with_all_it_leads_to(docx: Docx, rels: Rels) -> None:
    panes = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes"
    add_in = "http://schemas.microsoft.com/office/2011/relationships/webextension"
    kind = "application/vnd.ms-office.webextension+xml"
    parts = {
        "_rels/.rels": rels(("officeDocument", "word/document.xml"), (panes, "word/panes.xml")),
        "word/panes.xml": "<panes/>",
        "word/_rels/panes.xml.rels": rels((add_in, "a.xml"), (add_in, "panes.xml")),
        "word/a.xml": "<a/>",
    }
    data = docx(parts=parts, types_of={"word/a.xml": kind})
    assert "word/a.xml" in read_package(data, "a.docx").parts
