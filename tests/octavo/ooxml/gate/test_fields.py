"""Fields on and off the list, however they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Refusal = Callable[[bytes], dict[str, str]]

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _code(text: str, tag: str = "instrText") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def _field(code: str) -> str:
    return f"{_BEGIN}{code}{_SEPARATE}<w:r><w:t>x</w:t></w:r>{_END}"


@pytest.mark.parametrize(
    "field",
    [
        _field(_code(" PAGE ")),
        _field(_code("PAGE\\* MERGEFORMAT")),
        _field(_code("=1+1")),
        _field(_code(" = SUM(ABOVE) ")),
        _field(_code("PA") + _code("GE")),
        _field(""),
        _field(_code("IF ") + _field(_code("PAGE")) + _code(" = 1 a b")),
        _field(_code(' HYPERLINK "https://example.org" \\o "tip" ')),
        _field(_code(' HYPERLINK \\l "_Toc1" ')),
        _field(_code(' HYPERLINK \\n "https://example.org" ')),
        _field(_code(' HYPERLINK "{{ url }}" ')),
        _field(_code("TOC")) + "<w:r><w:t>DDE</w:t></w:r>",
        '<w:fldSimple w:instr=" PAGE "/>',
        _SEPARATE,
        _END,
    ],
)
def test_ordinary_fields_pass(docx: Docx, refusal: Refusal, field: str) -> None:
    assert refusal(docx(f"<w:p>{field}</w:p>")) == {}


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (_field(_code(" ddeauto c:\\x")), "the field “DDEAUTO” is not admitted"),
        (_field(_code("DD") + _code("EAU") + _code("TO x")), "“DDEAUTO”"),
        (_field(_code("DDE x", "delInstrText")), "“DDE”"),
        (_field(_code("DDE x", "t")), "“DDE”"),
        (_field(_code("DDE") + "</w:p><w:p>" + _code("AUTO x")), "“DDEAUTO”"),
        (_field(_code("IF ") + _field(_code("DDE x")) + _code(" = 1")), "“DDE”"),
        (_field(_field(_code("PAGE")) + _code(" app")), "takes its name from another field"),
        (f"<w:p>{_field(_code('PAGE') + '</w:p><w:p>')}{_code('LINK x')}</w:p>", "“LINK”"),
        (_BEGIN + _code("DDE x"), "“DDE”"),
        (_code("DDE x"), "“DDE”"),
        ('<w:fldSimple w:instr=" INCLUDETEXT x"/>', "“INCLUDETEXT”"),
        *(
            (_field(_code(f"{name} x")), f"“{name}”")
            for name in ("LINK", "INCLUDE", "IMPORT", "DATABASE", "RD", "QUOTE", "MACROBUTTON")
        ),
        *(
            (_field(_code(f"{name} x")), f"“{name}”")
            for name in ("PRINT", "EMBED", "CONTROL", "HTMLCONTROL", "AUTOTEXT", "D\u200bDE")
        ),
    ],
)
def test_a_field_off_the_list_is_refused_however_it_is_written(
    docx: Docx, refusal: Refusal, field: str, words: str
) -> None:
    found = refusal(docx(f"<w:p>{field}</w:p>"))
    assert list(found) == ["active-content"]
    assert words in found["active-content"]


@pytest.mark.parametrize(
    "code",
    [
        "HYPERLINK javascript:x",
        'HYPERLINK \\o "tip" "ms-msdt:/x"',
        "HYPERLINK “vbscript:x”",
    ],
)
def test_a_link_made_by_a_field_is_a_link(docx: Docx, refusal: Refusal, code: str) -> None:
    assert list(refusal(docx(f"<w:p>{_field(_code(code))}</w:p>"))) == ["external-content"]


def test_a_link_whose_address_is_made_by_a_field_is_refused(docx: Docx, refusal: Refusal) -> None:
    field = _field(_code("HYPERLINK ") + _field(_code("MERGEFIELD url")))
    assert list(refusal(docx(f"<w:p>{field}</w:p>"))) == ["external-content"]


def test_a_field_in_a_footnote_is_found_at_its_place(
    docx: Docx, refusal: Refusal, part: Make
) -> None:
    name = "word/footnotes.xml"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    note = f'<w:footnote w:id="{{}}"><w:p>{_BEGIN}{_code("PAGE")}</w:p></w:footnote>'
    bad = f'<w:footnote w:id="7"><w:p>{_field(_code("DDE x"))}</w:p></w:footnote>'
    data = docx(parts={name: part("footnotes", note.format(3) + bad)}, types_of={name: kind})
    assert refusal(data)["active-content"].startswith("a.docx: footnote 2, paragraph 1: ")
