"""Numbers and names that Word wants only once, and lists that begin again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.octavo.word.conftest import BOOKMARK, NUMBERS, STYLES, bookmarks, listed, nested, numbers

if TYPE_CHECKING:
    from tests.octavo.word.conftest import P

Fill = Callable[..., Any]


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


DATA: dict[str, object] = {"ts": [["a", "b"], ["c"]]}


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


def test_a_bookmark_in_a_loop_is_numbered(fill: Fill, p: P) -> None:
    body = p("{%p for x in xs %}") + BOOKMARK.format("b" * 40) + p("{%p endfor %}")
    output = fill(body, {"xs": [1, 2]})
    assert bookmarks(output.root) == [("2", "b" * 40), ("3", "b" * 38 + "_2")]
