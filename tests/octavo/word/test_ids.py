"""Numbers and names that Word wants only once, and lists that begin again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from octavo.ooxml import qn

if TYPE_CHECKING:
    from lxml import etree

P = Callable[..., str]
Fill = Callable[..., Any]
BOOKMARK = (
    '<w:p><w:bookmarkStart w:id="3" w:name="{0}"/><w:r><w:t>{{{{ x }}}}</w:t></w:r>'
    '<w:bookmarkEnd w:id="3"/></w:p>'
)
NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
STYLES = (
    '<w:style w:styleId="ListNumber"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    '</w:style><w:style w:styleId="Heading"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="Plain"/>'
)


def bookmarks(root: etree._Element) -> list[tuple[str | None, str | None]]:
    starts = root.iter(qn("w:bookmarkStart"))
    return [(one.get(qn("w:id")), one.get(qn("w:name"))) for one in starts]


def test_a_bookmark_in_a_loop_is_numbered(fill: Fill, p: P) -> None:
    body = p("{%p for x in xs %}") + BOOKMARK.format("b" * 40) + p("{%p endfor %}")
    output = fill(body, {"xs": [1, 2]})
    assert bookmarks(output.root) == [("2", "b" * 40), ("3", "b" * 38 + "_2")]


def test_bookmarks_of_one_name_or_number_are_told_apart(fill: Fill) -> None:
    output = fill(BOOKMARK.format("b") + BOOKMARK.format("b"), {"x": 1})
    assert bookmarks(output.root) == [("1", "b"), ("2", "b_2")]


def test_half_bookmarks_go_and_cut_ones_shrink(fill: Fill, p: P) -> None:
    half = '<w:p><w:bookmarkStart w:id="8" w:name="h"/><w:bookmarkEnd w:id="9"/></w:p>'
    cut = (
        '<w:p><w:bookmarkStart w:id="3" w:name="c"/></w:p>'
        + p("{%p if x %}")
        + '<w:p><w:bookmarkEnd w:id="3"/></w:p>'
        + p("{%p endif %}")
    )
    xml = fill(half + cut, {"x": 0}).xml()
    assert (xml.count("bookmarkStart"), xml.count("bookmarkEnd")) == (1, 1)


def listed(text: str, number: int | None = None, level: int = 0, style: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties = styled + (own if number is not None else "")
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbers(root: etree._Element) -> list[str | None]:
    return [one.get(qn("w:val")) for one in root.iter(qn("w:numId"))]


def nested(p: P, *inner: str, before: str = "") -> str:
    return (
        p("{%p for t in ts %}") + before + p("{%p for s in t %}") + "".join(inner)
        + p("{%p endfor %}") + p("{%p endfor %}")
    )  # fmt: skip


DATA: dict[str, object] = {"ts": [["a", "b"], ["c"]]}


def test_a_list_begins_again_for_each_outer_item(fill: Fill, p: P) -> None:
    output = fill(nested(p, listed("{{ s }}", 1)), DATA, numbering=NUMBERS)
    assert numbers(output.root) == ["3", "3", "4"]
    assert output.xml("word/numbering.xml").count("startOverride") == 4


def test_a_list_goes_on_in_a_loop_beside_the_one_that_begins_it_again(fill: Fill, p: P) -> None:
    end = p("{%p endfor %}")
    deep = p("{%p for s in t %}") + p("{%p for c in s %}") + listed("{{ c }}", 1) + end + end
    beside = p("{%p for s in t %}") + listed("{{ s|length }}", 1) + end
    body = p("{%p for t in ts %}") + deep + beside + end
    output = fill(body, {"ts": [[["a", "b"], ["c"]]]}, numbering=NUMBERS)
    assert numbers(output.root) == ["3", "3", "4", "1", "1"]


def test_a_list_that_a_style_has_begins_again(fill: Fill, p: P) -> None:
    body = nested(p, listed("{{ s }}", style="ListNumber"))
    assert numbers(fill(body, DATA, numbering=NUMBERS, styles=STYLES).root) == ["3", "3", "4"]


def test_bullets_headings_and_lists_of_one_loop_go_on(fill: Fill, p: P) -> None:
    body = nested(
        p, listed("{{ s }}", 2), listed("h", style="Heading"), listed("x", 0), listed("y", 9)
    )
    body += p("{%p for t in ts %}") + listed("{{ t|length }}", 1) + p("{%p endfor %}")
    output = fill(body, DATA, numbering=NUMBERS, styles=STYLES)
    assert set(numbers(output.root)) == {"2", "0", "9", "1"}


def test_an_inner_level_begins_again_by_itself(fill: Fill, p: P) -> None:
    body = nested(p, listed("{{ s }}", 1, level=1), before=listed("{{ t|length }}", 1))
    assert set(numbers(fill(body, DATA, numbering=NUMBERS).root)) == {"1"}


def test_a_list_is_added_to_a_numbering_part_without_one(fill: Fill, p: P) -> None:
    output = fill(nested(p, listed("{{ s }}", 1)), DATA, numbering="")
    assert numbers(output.root) == ["1", "1", "1"]
