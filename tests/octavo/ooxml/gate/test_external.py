"""Content that would be fetched from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Refusal = Callable[[bytes], dict[str, str]]
    Rels = Callable[..., str]

_RELS = "word/_rels/document.xml.rels"
_SETTINGS = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "HTTPS://example.org"),
        ("hyperlink", "http://example.org"),
        ("hyperlink", "mailto:a@example.org"),
        ("hyperlink", "#top"),
        ("hyperlink", "%7B%7B%20url%20%7D%7D"),
        ("hyperlink", "{{ url }}"),
        ("hyperlink", "tel:+381112345"),
        ("hyperlink", "file://server/share/a.pdf"),
        ("hyperlink", "\\\\server\\share"),
        ("hyperlink", "C:\\a.docx"),
        ("hyperlink", "onenote:https://example.org/x"),
        ("hyperlink", "msteams:/l/chat"),
        ("hyperlink", "../other file.docx"),
        ("attachedTemplate", "file:///C:/Users/x/Normal.dotm"),
        ("attachedTemplate", "C:\\Users\\x\\Normal.dotm"),
        ("attachedTemplate", "Normal.dotm"),
    ],
)
def test_links_to_the_web_and_a_local_template_pass(
    docx: Docx, refusal: Refusal, rels: Rels, kind: str, target: str
) -> None:
    assert refusal(docx(parts={_RELS: rels((kind, target))})) == {}


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        (
            "hyperlink",
            "javascript:alert(1)",
            "the link to “javascript:alert(1)” may start a program",
        ),
        ("hyperlink", " javascript:x", "may start a program"),
        ("hyperlink", "java&#9;script:x", "may start a program"),
        ("hyperlink", "vbscript:x", "may start a program"),
        ("hyperlink", "ms-msdt:/id", "may start a program"),
        ("attachedTemplate", "https://evil.invalid/x.dotm", "the template is taken from outside"),
        ("attachedTemplate", "file://server/x.dotm", "the template is taken from outside"),
        ("attachedTemplate", "file:////server/x.dotm", "the template is taken from outside"),
        ("attachedTemplate", "\\\\server\\x.dotm", "the template is taken from outside"),
        ("attachedTemplate", "%5C%5Cserver%5Cx.dotm", "the template is taken from outside"),
        ("image", "http://evil.invalid/pixel.png", "a picture is taken from outside"),
        ("image", "picture.png", "a picture is taken from outside"),
        ("frame", "frame.htm", "a frame is taken from outside"),
        ("oleObject", "http://evil.invalid/x.hta", "an object is taken from outside"),
        ("subDocument", "part.docx", "a part of the text is taken from outside"),
        ("mailMergeSource", "file:///c:/x.mdb", "the list of a mail merge is taken"),
        ("unheardOf", "http://x.invalid", "content of the kind “unheardOf” is taken"),
    ],
)
def test_anything_else_from_outside_is_refused(
    docx: Docx, refusal: Refusal, rels: Rels, kind: str, target: str, words: str
) -> None:
    assert words in refusal(docx(parts={_RELS: rels((kind, target))}))["external-content"]


def test_an_address_without_the_external_mode_is_outside_all_the_same(
    docx: Docx, refusal: Refusal, rels: Rels
) -> None:
    relationships = rels(("image", "http://x.invalid/a.png")).replace(' TargetMode="External"', "")
    assert list(refusal(docx(parts={_RELS: relationships}))) == ["external-content"]


def test_the_place_is_that_of_the_first_element_that_uses_it(
    docx: Docx, refusal: Refusal, rels: Rels
) -> None:
    body = '<w:p/><w:p><w:hyperlink r:id="rId1"/></w:p>'
    data = docx(body, parts={_RELS: rels(("hyperlink", "vbscript:x"))})
    assert refusal(data)["external-content"].startswith("a.docx: body, paragraph 2: ")


def test_relationships_of_a_part_that_is_no_xml_are_looked_at_too(
    docx: Docx, refusal: Refusal, rels: Rels
) -> None:
    parts = {"word/a.bin": "x", "word/_rels/a.bin.rels": rels(("image", "http://x.invalid"))}
    assert refusal(docx(parts=parts))["external-content"].startswith("a.docx: word/a.bin: ")


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ('<v:imagedata src="http://x.invalid/a"/>', "a picture is taken from outside"),
        ('<v:fill o:href="//x.invalid/a"/>', "a picture is taken from outside"),
        ('<v:shape href="javascript:x"/>', "the link to “javascript:x”"),
    ],
)
def test_old_drawings_are_looked_at_too(
    docx: Docx, refusal: Refusal, shape: str, words: str
) -> None:
    body = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
    assert words in refusal(docx(body))["external-content"]


def test_old_drawings_may_hold_links_and_names(docx: Docx, refusal: Refusal) -> None:
    shape = '<v:shape href="https://x.invalid"><v:imagedata src="picture"/></v:shape>'
    assert refusal(docx(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")) == {}


def test_a_mail_merge_in_the_settings_alone_is_refused(
    docx: Docx, refusal: Refusal, part: Make
) -> None:
    merge = '<w:mailMerge><w:connectString w:val="DSN=x"/></w:mailMerge>'
    data = docx(
        parts={"word/settings.xml": part("settings", merge)},
        types_of={"word/settings.xml": _SETTINGS},
    )
    assert refusal(data)["external-content"].startswith("a.docx: settings: a mail merge takes")
