"""The styles of a file, and what each is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from octavo.ooxml import read_styles
from octavo.ooxml.names import NAMESPACES, qn

if TYPE_CHECKING:
    from octavo.ooxml import StyleSheet

_A = '<w:style w:styleId="a" w:default="1"><w:name w:val="Quote"/></w:style>'


def _sheet(*styles: str) -> StyleSheet:
    inner = "".join(styles)
    return read_styles(
        etree.fromstring(f'<w:styles xmlns:w="{NAMESPACES["w"]}">{inner}</w:styles>')
    )


def _style(name: str, base: str) -> str:
    return f'<w:style w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>'


def _chain(sheet: StyleSheet, style: str | None, known: tuple[str, ...] = ()) -> str:
    return "".join(one.get(qn("w:styleId"), "") for one in sheet.chain(style, known))


def test_a_style_is_followed_to_what_it_is_based_on() -> None:
    sheet = _sheet(_A, _style("b", "a"), _style("c", "b"))
    assert _chain(sheet, "c") == "cba"
    assert _chain(sheet, "c", ("a",)) == "cb"
    assert _chain(sheet, None) == _chain(sheet, "z") == ""


def test_a_circle_of_styles_ends_where_it_began() -> None:
    assert _chain(_sheet(_style("a", "b"), _style("b", "a")), "a") == "ab"


def test_styles_have_names_in_any_case() -> None:
    sheet = _sheet(_A, _style("b", "a"))
    assert sheet.named("quote", "QUOTE", "z") == {"a"}
    assert (sheet.name("a"), sheet.name("b"), sheet.name("z")) == ("Quote", "", "")


def test_of_two_styles_of_one_id_the_first_counts_and_of_two_defaults_the_last() -> None:
    sheet = _sheet(_A, _style("a", "b"), '<w:style w:styleId="b" w:default="on"/>')
    assert sheet.name("a") == "Quote"
    assert sheet.default == {"paragraph": "b"}
    assert read_styles(None).by_id == {}
