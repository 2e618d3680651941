from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.octavo.word.conftest import NUMBERS, STYLES, listed, nested, numbers

if TYPE_CHECKING:
    from tests.octavo.word.conftest import P


Fill = Callable[..., Any]


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
