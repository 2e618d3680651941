from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import RunError
from octavo.expressions.reasons import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]

LONG = 10**5000


@pytest.mark.parametrize(
    ("text", "data", "words"),
    [
        ("{{ n }}", {"n": LONG}, "a number has too many digits"),
        ("{{ n ~ 'x' }}", {"n": LONG}, "a number has too many digits"),
        ("{{ l|join }}", {"l": [LONG]}, "a number has too many digits"),
        ("{{ n / 3 }}", {"n": LONG}, "the number becomes too large"),
        ("{{ 10.0 ** 400 }}", {}, "the number becomes too large"),
        ("{{ {[1]: 2} }}", {}, "a list cannot be a key"),
        ("{{ m[x] }}", {"m": {"a": 1}, "x": {}}, "a mapping cannot be a key"),
        ("{{ 5|length }}", {}, "with a number .5.: a number has no length"),
        ("{{ n|count }}", {"n": None}, "nothing .null. has no length"),
        ("{{ l|sort }}", {"l": [1, "a"]}, "a text and a number have no order"),
        ("{{ 1 is in 5 }}", {}, "a number has no members"),
        ("{% set a, b = 5 %}", {}, "a number has no members"),
        ("{% set a, b = [1, 2, 3] %}", {}, "more members than names"),
        ("{% set a, b = [1] %}", {}, "fewer members than names"),
        ("{{ range(1, 5, 0) }}", {}, "0 is no step and no count"),
        ("{{ s[::0] }}", {"s": "abc"}, "its step is not 0"),
        ("{{ range(2.5) }}", {}, "a whole number is needed, not a number"),
        ("{{ -s }}", {"s": "x"}, "“-” needs a number, not a text"),
        ("{{ 1 / 0 }}", {}, "it is a division by zero"),
        ("{{ 'a'|truncate(foo=3) }}", {}, "it takes no “foo”"),
        ("{{ 'a'|upper(1, 2) }}", {}, "it is given too many values"),
        ("{{ 'a'|replace }}", {}, "it is given too few values"),
        ("{{ '%s %s'|format(1) }}", {}, "more places than there are values"),
        ("{{ '%s'|format(1, 2) }}", {}, "fewer places than there are values"),
        ("{{ '%d'|format('a') }}", {}, "“%d” needs a number, not a text"),
        ("{{ '%(a)s'|format(1) }}", {}, "it names values, and is given none by name"),
        ("{{ '%'|format(1) }}", {}, "“%” says no format there"),
        ("{{ 'a b'|wordwrap(0) }}", {}, "a width is at least 1"),
        ("{{ 'x'|filesizeformat }}", {}, "a number is needed, not a text"),
        ("{{ s|dictsort }}", {"s": "abc"}, "it does not work on a text"),
    ],
)
def test_a_fault_is_told_in_the_words_of_templates(
    text: str, data: dict[str, object], words: str, render: Render
) -> None:
    with pytest.raises(RunError, match=words):
        render(text, **data)


def test_what_a_program_says_of_its_own_stays() -> None:
    assert in_words(ValueError("no such account")) == "no such account"
