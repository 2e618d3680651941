"""The fields of a part, however they are split or nested."""

from __future__ import annotations

from lxml import etree

from octavo.ooxml import fields_in
from octavo.ooxml.names import NAMESPACES


def _body(*pieces: str) -> etree._Element:
    """A paragraph with a run for each piece: ``[`` ``|`` ``]`` are marks, ``=`` begins a code."""
    kinds = {"[": "begin", "|": "separate", "]": "end"}
    runs = (
        f'<w:fldChar w:fldCharType="{kinds[piece]}"/>'
        if piece in kinds
        else f"<w:instrText>{piece[1:]}</w:instrText>"
        if piece.startswith("=")
        else f"<w:t>{piece}</w:t>"
        for piece in pieces
    )
    inner = "".join(f"<w:r>{run}</w:r>" for run in runs)
    return etree.fromstring(f'<w:p xmlns:w="{NAMESPACES["w"]}">{inner}</w:p>')


def test_a_field_has_a_name_a_code_and_what_it_shows() -> None:
    (one,) = fields_in(_body("a", "[", "= re", "=f A ", "|", "b", "c", "]", "d"))
    assert (one.name, one.code, one.text, one.is_closed) == ("REF", " ref A ", "bc", True)
    assert len(one.marks) == 5


def test_what_a_field_within_shows_is_shown_around_it_too() -> None:
    inner, outer = fields_in(_body("[", "=TOC", "|", "a", "[", "=PAGEREF", "|", "7", "]", "b", "]"))
    assert (inner.name, inner.text) == ("PAGEREF", "7")
    assert (outer.name, outer.text) == ("TOC", "a7b")


def test_a_field_within_a_code_stands_in_it_as_one_sign() -> None:
    inner, outer = fields_in(_body("[", "=IF ", "[", "=PAGE", "|", "1", "]", "= x", "|", "y", "]"))
    assert (outer.code, outer.text, inner.text) == ("IF \ufffc x", "y", "1")


def test_text_in_the_place_of_a_code_is_code() -> None:
    (one,) = fields_in(_body("[", "LINK", "=x", "]"))
    assert (one.code, one.texts) == ("LINKx", [])


def test_a_field_that_does_not_end_and_a_code_outside_a_field_are_told_open() -> None:
    alone, left = fields_in(_body("]", "=DDE", "[", "=PAGE"))
    assert (alone.code, alone.is_closed) == ("DDE", False)
    assert (left.code, left.is_closed) == ("PAGE", False)


def test_a_simple_field_shows_all_that_it_holds() -> None:
    space = f'xmlns:w="{NAMESPACES["w"]}"'
    simple = '<w:fldSimple w:instr="TITLE"><w:r><w:t>a</w:t></w:r></w:fldSimple>'
    (one,) = fields_in(etree.fromstring(f"<w:p {space}>{simple}</w:p>"))
    assert (one.name, one.text, one.is_closed) == ("TITLE", "a", True)


def test_no_field_runs_from_one_note_into_the_next() -> None:
    space = f'xmlns:w="{NAMESPACES["w"]}"'
    begun = '<w:footnote><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:footnote>'
    ended = '<w:footnote><w:r><w:fldChar w:fldCharType="end"/></w:r></w:footnote>'
    (one,) = fields_in(etree.fromstring(f"<w:footnotes {space}>{begun}{ended}</w:footnotes>"))
    assert not one.is_closed


def test_what_is_deleted_from_a_result_is_not_shown() -> None:
    root = _body("[", "=PAGE", "|", "1", "2", "]")
    root[3][0].tag = f"{{{NAMESPACES['w']}}}delText"
    (one,) = fields_in(root)
    assert one.text == "2"
