from __future__ import annotations

import pytest

from bluf import build


def test_every_name_of_the_door_leads_somewhere() -> None:
    assert all(getattr(build, name) is not None for name in build.__all__)


def test_a_name_that_is_not_there_is_told_as_python_tells_it() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = build.nothing
