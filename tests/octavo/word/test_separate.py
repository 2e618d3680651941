from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output


@pytest.mark.parametrize(("shown", "between"), [(True, "note"), (False, "")])
def test_tables_stay_apart_where_what_stood_between_is_gone(
    fill: Callable[..., Output],
    p: Callable[..., str],
    tbl: Callable[..., str],
    *,
    shown: bool,
    between: str,
) -> None:
    middle = p("{% if shown %}") + p("note") + p("{% endif %}")
    body = fill(tbl(["a"]) + middle + tbl(["b"]) + "<w:p/>", {"shown": shown}).body
    assert body == [[["a"]], between, [["b"]], ""]


def test_tables_that_their_author_set_side_by_side_stay_so(
    fill: Callable[..., Output], tbl: Callable[..., str]
) -> None:
    assert fill(tbl(["a"]) + tbl(["b"]) + "<w:p/>").body == [[["a"]], [["b"]], ""]


def test_a_loop_over_a_table_keeps_its_turns_apart(
    fill: Callable[..., Output], p: Callable[..., str], tbl: Callable[..., str]
) -> None:
    body = p("{% for x in xs %}") + tbl(["{{ x }}"]) + p("{% endfor %}")
    assert fill(body, {"xs": ["a", "b"]}).body == [[["a"]], "", [["b"]]]
