from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
LINK = (
    f'{BEGIN}<w:r><w:instrText> HYPERLINK "https://a.example" </w:instrText></w:r>{SEPARATE}%s{END}'
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("inner", "shown", "links"),
    [
        (run("{{ who") + LINK % run(".name") + run(" }}"), "Ann", 0),
        (
            run("{")
            + run("% if true %}{{ who.name|default('")
            + LINK % run("a.b")
            + run("') }}{% endif %}"),
            "Ann",
            0,
        ),
        (run("{{ who.name }} ") + LINK % run("here {{ who.name }}"), "Ann here Ann", 1),
        (LINK % run("{{ who.name }}"), "Ann", 1),
    ],
)
def test_a_link_that_word_made_within_a_tag_is_none(
    fill: Callable[..., Output], inner: str, shown: str, links: int
) -> None:
    output = fill(f"<w:p>{inner}</w:p>", {"who": {"name": "Ann"}})
    assert output.body == [shown]
    assert len(list(output.root.iter(qn("w:instrText")))) == links
