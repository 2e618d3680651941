from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (("{%tr for x in xs %}", "{{ x }}", "{% endfor %}"), "a tag of another prefix"),
        (("{% if a %}", "{{ b }}"), "the block is never closed"),
    ],
)
def test_tags_that_do_not_match_are_refused(
    refusal: Callable[..., list[str]], tbl: Callable[..., str], texts: tuple[str, ...], message: str
) -> None:
    told = refusal(tbl(*([text] for text in texts)) + "<w:p/>")
    assert message in " ".join(told)


def test_a_block_within_a_row_is_told_how_to_repeat_it(
    refusal: Callable[..., list[str]], tbl: Callable[..., str]
) -> None:
    (told,) = refusal(tbl(["{% for x in xs %}{{ x }}", "{% endfor %}"]) + "<w:p/>")
    assert "the block crosses the border of a paragraph, cell or table" in told
    assert "to repeat the row, put “{%tr … %}” tags into rows of their own" in told


def test_a_block_may_begin_in_one_paragraph_and_end_in_its_neighbour(
    fill: Callable[..., Output], p: Callable[..., str]
) -> None:
    body = p("a{% if yes %}b") + p("c{% endif %}d")
    assert fill(body, {"yes": True}).body == ["ab", "cd"]
