from __future__ import annotations

from typing import TYPE_CHECKING

from tests.roundtrip.conftest import re_anchored, row_with

from bluf.pipeline import bring_home, pull

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.roundtrip.conftest import Sent

    from bluf.pipeline import Pulled


def test_a_row_added_twice_is_there_once(
    rich: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    row = row_with(rich, "Send the plans")
    new = row.replace("Send the plans", "Call the ministry").replace(">Lowland<", ">Highland<")
    path = rich.came_back((row, row + re_anchored(new)))
    pulled = pull(path, rich.data, accept=True)
    assert fates(pulled) == {"follow_ups.F3": "taken"}
    bring_home(path, pulled)
    assert "  - id: F3\n    action: Call the ministry\n    owner: high\n" in rich.text
    assert fates(pull(path, rich.data, accept=True)) == {"follow_ups.F3": "same"}


def test_a_row_above_the_first_goes_there(rich: Sent) -> None:
    row = row_with(rich, "Put the money")
    new = row.replace("Put the money into the budget", "Call the ministry")
    path = rich.came_back((row, re_anchored(new) + row))
    bring_home(path, pull(path, rich.data, accept=True))
    assert rich.text.index("Call the ministry") < rich.text.index("Put the money")


def test_a_row_with_a_word_that_no_field_has_is_refused(rich: Sent) -> None:
    row = row_with(rich, "The crossing opens")
    new = row.replace("The crossing opens", "Ferries run").replace(">Agreed<", ">Perhaps<")
    (change,) = rich.pull((row, row + re_anchored(new))).changes
    assert change.reason.startswith("“Perhaps” is not one of")
