from __future__ import annotations

import pytest

from octavo.expressions import LIMITS, Bare, BlockEdge, Code, RunError, read_expression


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

    assert code.run({"value": value}, write) == expected


@pytest.mark.parametrize(("more", "last", "mark"), [(1, "", 0), (0, "y", 1)])
def test_the_value_that_is_too_much_is_named_not_the_last_of_its_line(
    more: int, last: str, mark: int
) -> None:
    code = Code([read_expression("a", 0), "x", read_expression("b", 1)])
    data = {"a": "x" * (LIMITS.output + more), "b": last}
    with pytest.raises(RunError, match="longer than 32,000,000 characters") as caught:
        code.run(data, lambda shown, _: str(shown))
    assert [each for each, _ in caught.value.faults] == [mark]
