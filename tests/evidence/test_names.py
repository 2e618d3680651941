from __future__ import annotations

from bluf.evidence.names import other_name


def test_names_are_known_where_capitals_mark_them() -> None:
    assert not other_name("Berlin", "Bonn", "de")
    assert other_name("Madrid", "Toledo", "es")
