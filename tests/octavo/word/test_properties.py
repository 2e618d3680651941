from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output


def test_the_tags_of_a_property_are_filled(
    fill: Callable[..., Output], p: Callable[..., str]
) -> None:
    core = "<dc:title>{% if a %}{{ a }}{% else %}none{% endif %}</dc:title>"
    (title,) = fill(p("x"), {"a": "R&D"}, core=core).trees["docProps/core.xml"]
    assert (title.tag, title.text) == (qn("dc:title"), "R&D")


def test_a_block_ends_in_the_property_where_it_began(
    refusal: Callable[..., list[str]], p: Callable[..., str]
) -> None:
    core = "<dc:title>{% if a %}</dc:title><dc:subject>{% endif %}</dc:subject>"
    told = refusal(p("x"), core=core)
    assert "the block is never closed" in told[0]
    assert "it closes a block that was never opened" in told[1]
