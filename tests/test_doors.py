from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf import api, checks, data, evidence, pipeline, register, settings, verification, views

if TYPE_CHECKING:
    from types import ModuleType

ROOMS = (api, checks, data, evidence, pipeline, register, settings, verification, views)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_every_name_of_a_door_leads_somewhere(room: ModuleType) -> None:
    assert all(getattr(room, name) is not None for name in room.__all__)
