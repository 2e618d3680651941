from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml.relationships import read_content_types, with_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Types = Callable[[Mapping[str, str]], str]


def test_a_part_has_its_own_type_or_that_of_its_extension(content_types: Types) -> None:
    types = read_content_types(content_types({"Word/A.xml": "Text/A"}).encode())
    assert types.of("word/a.XML") == "text/a"
    assert types.of("word/b.xml") == "application/xml"
    assert types.of("word/c.odd") is None


def test_a_part_that_is_named_twice_is_told(content_types: Types) -> None:
    twice = content_types({"a.xml": "x", "A.XML": "y"})
    assert read_content_types(twice.encode()).repeated == ("a.xml",)


def test_parts_come_and_go(content_types: Types) -> None:
    before = content_types({"a.xml": "x", "b.xml": "x", "c.xml": "x"}).encode()
    after = read_content_types(with_parts(before, {"b.xml": "y"}, ["A.xml"]))
    assert after.overrides == {"b.xml": "y", "c.xml": "x"}
    assert after.repeated == ()
