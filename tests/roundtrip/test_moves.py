from __future__ import annotations

from typing import TYPE_CHECKING

from tests.roundtrip.conftest import DATA, row_with

from bluf.pipeline import bring_home

if TYPE_CHECKING:
    from tests.roundtrip.conftest import Sent


def test_items_that_moved_are_moved(sent: Sent) -> None:
    first, second = row_with(sent, "Highland pays half"), row_with(sent, "Trains were discussed")
    pulled = sent.pull((first, "<!-- a -->"), (second, first), ("<!-- a -->", second))
    assert bring_home(sent.data.parent / "edited.docx", pulled)
    start, end = DATA.index("  # the one"), DATA.index("follow_ups:")
    first, second = DATA[start : DATA.index("  - id: O2")], DATA[DATA.index("  - id: O2") : end]
    assert sent.text == DATA[:start] + second + first + DATA[end:]
    assert pulled.is_whole
