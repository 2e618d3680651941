from __future__ import annotations

from typing import TYPE_CHECKING

from tests.roundtrip.conftest import DATA, row_with

from bluf.pipeline import pull

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.roundtrip.conftest import Sent

    from bluf.pipeline import Pulled


def test_an_item_that_was_changed_meanwhile_stays(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    path = sent.came_back((row_with(sent, "Trains were discussed"), ""))
    sent.write(DATA.replace("Trains were discussed", "Trains and ferries were discussed"))
    assert fates(pull(path, sent.data, accept=True)) == {"outcomes.O2": "conflict"}
