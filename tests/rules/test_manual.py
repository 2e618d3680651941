from __future__ import annotations

from bluf.rules import BY_NAME, explain, listing

SECTIONS = ["What it does", "Why it is bad", "Example", "Use instead", "Source"]
"""The headings of every manual, in their order."""


def test_a_manual_has_its_sections_in_order() -> None:
    for name in BY_NAME:
        lines = explain(name).splitlines()
        assert [line[3:] for line in lines if line.startswith("## ")] == SECTIONS, name
        assert lines[4].endswith("."), name


def test_the_listing_has_a_line_for_each_rule() -> None:
    lines = listing().splitlines()
    assert lines[0] == "Files that cannot be read, or not safely"
    assert sorted(line.split()[0] for line in lines if line.startswith("  ")) == sorted(BY_NAME)
