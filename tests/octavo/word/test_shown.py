from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output


def field(code: str, shown: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>{shown}</w:t></w:r></w:fldSimple></w:p>'


def test_a_field_of_a_property_shows_what_the_property_comes_to(
    fill: Callable[..., Output],
) -> None:
    title = "<dc:title>Talks with {{ who }}</dc:title>"
    output = fill(field(" TITLE ", "Talks with {{ old }}"), {"who": "Ann"}, core=title)
    assert output.body == ["Talks with Ann"]
    assert all(one.get(qn("w:dirty")) is None for one in output.root.iter(qn("w:fldSimple")))


def test_a_table_of_contents_is_made_anew_where_the_text_has_tags(
    fill: Callable[..., Output], p: Callable[..., str]
) -> None:
    output = fill(field(" TOC ", "old {{ gone }}") + p("{{ who }}"), {"who": "Ann"})
    assert output.body == ["old ", "Ann"]
    assert [one.get(qn("w:dirty")) for one in output.root.iter(qn("w:fldSimple"))] == ["true"]
