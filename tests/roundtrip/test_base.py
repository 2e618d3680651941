from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.pipeline import pull
from bluf.roundtrip import StateError

if TYPE_CHECKING:
    from tests.roundtrip.conftest import Sent


@pytest.mark.parametrize("name", ["talks.json", "*.json"])
def test_a_state_that_is_not_ours_is_refused(sent: Sent, name: str) -> None:
    for each in (sent.data.parent / ".bluf").glob(name):
        each.write_text("{", encoding="utf-8")
    with pytest.raises(StateError, match=r"bluf did not write it"):
        pull(sent.word, sent.data, accept=True)


def test_a_version_that_is_not_ours_is_refused(sent: Sent) -> None:
    (version,) = (sent.data.parent / ".bluf").glob("talks.*.json")
    version.write_text("[]", encoding="utf-8")
    with pytest.raises(StateError, match=r"bluf did not write it"):
        pull(sent.word, sent.data, accept=True)
