from __future__ import annotations

import pytest

from octavo.expressions import Bare, BlockEdge, Code, read_expression


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
