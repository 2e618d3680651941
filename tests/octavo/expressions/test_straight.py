from __future__ import annotations

import pytest
from tests.octavo.expressions.conftest import run

from octavo.expressions import (
    LIMITS,
    SANDBOX,
    Bare,
    BlockEdge,
    Code,
    Frame,
    Manner,
    RunError,
    Writer,
    no_keep,
    read_expression,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ann", "<p><r>Ann</r></p>"),
        ("", "<p></p>"),
        ("RICH", "<p><r2/></p>"),
    ],
)
def test_a_value_that_brings_its_own_frame_or_is_empty_goes_without(
    value: str, expected: str
) -> None:
    code = Code(
        [
            *("<p>", BlockEdge(0), "<r>"),
            read_expression("value", 1),
            *("</r>", BlockEdge(2), "</p>"),
        ]
    )

    def write(shown: object, mark: int) -> str:
        del mark
        return Bare("<r2/>") if shown == "RICH" else str(shown)

    assert run(code, {"value": value}, write) == expected


@pytest.mark.parametrize(("more", "last", "mark"), [(1, "", 0), (0, "y", 1)])
def test_the_value_that_is_too_much_is_named_not_the_last_of_its_line(
    more: int, last: str, mark: int
) -> None:
    code = Code([read_expression("a", 0), "x", read_expression("b", 1)])
    data = {"a": "x" * (LIMITS.output + more), "b": last}
    with pytest.raises(RunError, match="longer than 32,000,000 characters") as caught:
        run(code, data, lambda shown, _: str(shown))
    assert [each for each, _ in caught.value.faults] == [mark]


def test_a_line_takes_a_step_for_each_value_and_for_each_64_characters() -> None:
    code = Code([read_expression("a", 0), "x" * 900, read_expression("b", 1)])
    data = {"a": "x" * 150, "b": "x" * 42}  # 2 steps, and 3 for 192 characters
    assert run(code, data, lambda shown, _: str(shown), manner=Manner("en", work=5))
    with pytest.raises(RunError, match="more work"):
        run(code, data, lambda shown, _: str(shown), manner=Manner("en", work=4))


@pytest.mark.parametrize(("value", "expected"), [("a", "a"), ("", ""), (7, "7"), (True, "True")])
def test_a_plain_value_is_written_as_it_is(value: object, expected: str) -> None:
    writer = Writer(lambda shown, _: str(shown), no_keep, plain=frozenset({0}))
    frame = Frame(SANDBOX, {"a": value}, writer, Manner())
    assert "".join(Code([read_expression("a", 0)]).pieces(frame)) == expected


@pytest.mark.parametrize(
    ("letters", "work"),
    [(63, 1), (64, 2), (1000, 16), (1001, 16), (1023, 16), (1024, 17), (6400, 101)],
)
def test_a_value_takes_a_step_for_each_64_characters(letters: int, work: int) -> None:
    code = Code([read_expression("a", 0)])
    for steps in (work, work - 1):
        manner = Manner("en", work=steps)
        if steps == work:
            assert run(code, {"a": "x" * letters}, lambda shown, _: str(shown), manner=manner)
        else:
            with pytest.raises(RunError):
                run(code, {"a": "x" * letters}, lambda shown, _: str(shown), manner=manner)
