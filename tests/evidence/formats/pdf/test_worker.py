from __future__ import annotations

import resource

import pytest

from bluf.evidence.formats.pdf.worker import MOST_MEMORY, limit_memory

ENDLESS = resource.RLIM_INFINITY


@pytest.mark.parametrize(
    ("most", "wanted"),
    [(ENDLESS, MOST_MEMORY), (MOST_MEMORY + 1, MOST_MEMORY), (MOST_MEMORY - 1, MOST_MEMORY - 1)],
)
def test_memory_is_limited_within_what_the_system_grants(
    monkeypatch: pytest.MonkeyPatch, most: int, wanted: int
) -> None:
    told = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (0, most))
    monkeypatch.setattr(resource, "setrlimit", lambda *how: told.append(how))
    limit_memory()
    assert told == [(resource.RLIMIT_AS, (wanted, most))]
