from __future__ import annotations

from typing import TYPE_CHECKING

from tests.data.conftest import LIST

from bluf.data import Edits, read
from bluf.data.edit import edited, reordered

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.data import DataFile


def test_items_move_with_their_comments(listed: DataFile) -> None:
    order = (("lines_to_take",), (2, 0, 1)), (("cc",), (1, 2, 0))
    after = edited(listed, Edits(orders=dict(order)))
    assert after.brief.lines_to_take == ("three", "one", "two\n# no comment")
    assert after.brief.cc == ("b", "c", "a")
    start = LIST.index("  # the first")
    assert after.text == LIST[:start] + (
        "  # the third\n  - three\n\n  # the first\n  - one  # 1\n"
        "  - |\n    two\n    # no comment\ncc: [b, c, a]\n"
    )


def test_other_edits_follow_items_that_move(listed: DataFile) -> None:
    edits = Edits(
        {("lines_to_take", 2): "third"},
        (("lines_to_take", 0),),
        ((("lines_to_take", 3), "four"), (("cc", 0), "new"), (("cc", 1), "second")),
        {("cc",): (0, 1, 2), ("lines_to_take",): (2, 0, 1)},
    )
    after = edited(listed, edits).brief
    assert after.lines_to_take == ("third", "four", "two\n# no comment")
    assert after.cc == ("new", "a", "second", "b", "c")


def test_a_dash_on_a_line_of_its_own_moves_with_its_item(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    text = "lines_to_take:\n  # a\n  -\n    one\n  - two\n" + LIST.partition("lines_to_take")[0]
    path.write_text(text, encoding="utf-8")
    after = edited(read(path), Edits(orders={("lines_to_take",): (1, 0)}))
    assert after.text.startswith("lines_to_take:\n  - two\n  # a\n  -\n    one\nid: x\n")


def test_comments_are_followed_to_the_top_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("# a\n- one\n- two\n", encoding="utf-8")
    assert reordered("# a\n- one\n- two\n", (), (1, 0)) == "- two\n# a\n- one\n"
