from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.octavo.expressions.conftest import Court

from octavo.expressions import RunError

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]


class _Pair(NamedTuple):
    a: int


@pytest.mark.parametrize(
    ("text", "data", "hint"),
    [
        ("{{ c }}", {"c": {"id": 1, "name": "x"}}, "print “c.name”"),
        ("{{ c }}", {"c": {"id": 1}}, "print “c.id”"),
        ("{{ c.d }}", {"c": {"d": Court("x")}}, "print “c.d.name”"),
        (
            "{{ xs }}",
            {"xs": [{"title": 1}]},
            "join a field, as in “{{ xs|join(', ', 'title') }}”, or loop over it",
        ),
        ("{{ xs }}", {"xs": [1]}, "join it, as in “{{ xs|join(', ') }}”, or loop over it"),
        ("{{ xs }}", {"xs": _Pair(1)}, "join it, as in “{{ xs|join(', ') }}”, or loop over it"),
        ("{{ xs[0] }}", {"xs": [{"title": 1}]}, "name one of its fields: title"),
    ],
)
def test_a_record_is_not_printed_and_the_hint_names_a_field(
    text: str, data: dict[str, object], hint: str, render: Render
) -> None:
    with pytest.raises(RunError) as caught:
        render(text, **data)
    assert caught.value.faults[0][1].hint == hint
