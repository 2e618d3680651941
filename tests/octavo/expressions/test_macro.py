from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import LIMITS, FaultError, Markup, RunError

if TYPE_CHECKING:
    from collections.abc import Callable

GREET = "{% macro greet(who, word='Dear') %}{{ word }} {{ who }}{% endmacro %}"


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("greet('Ann')", "Dear Ann"),
        ("greet('Ann', 'Hi')", "Hi Ann"),
        ("greet(word='Hi', who='Ann')", "Hi Ann"),
    ],
)
def test_a_macro_takes_arguments_by_place_and_by_name(
    render: Callable[..., str], call: str, expected: str
) -> None:
    assert render(f"{GREET}{{{{ {call} }}}}") == expected


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("greet()", "“greet” is called without its “who”"),
        ("greet(1, 2, 3)", "“greet” takes 2 arguments, not 3"),
        ("greet('Ann', tone=1)", "“greet” knows no “tone”"),
    ],
)
def test_arguments_that_do_not_fit_are_named(
    render: Callable[..., str], call: str, message: str
) -> None:
    with pytest.raises(RunError, match=message):
        render(f"{GREET}{{{{ {call} }}}}")


@pytest.mark.parametrize(("deep", "fits"), [(LIMITS.macros, True), (LIMITS.macros + 1, False)])
def test_macros_call_one_another_so_deep(
    render: Callable[..., str], deep: int, *, fits: bool
) -> None:
    nested = "{% macro down(n) %}{{ n }}{% if n > 1 %}{{ down(n - 1) }}{% endif %}{% endmacro %}"
    template = f"{nested}{{{{ down({deep}) }}}}{{{{ down({deep}) }}}}"
    if fits:
        assert render(template) == 2 * "".join(map(str, range(deep, 0, -1)))
    else:
        with pytest.raises(RunError, match="macros call one another more than 20 deep"):
            render(template)


def test_whole_paragraphs_are_no_text() -> None:
    with pytest.raises(FaultError, match="“notes” gives whole paragraphs"):
        str(Markup(["<w:p/>"], "notes"))
