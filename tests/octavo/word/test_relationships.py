from __future__ import annotations

from lxml import etree

from octavo.ooxml import HYPERLINK, NAMESPACES, qn
from octavo.word.relationships import with_pointers, without
from octavo.word.rendering import Pointer

PART = etree.fromstring(
    f'<Relationships xmlns="{NAMESPACES["rel"]}"><Relationship Id="a" Type="t" Target="a.xml"/>'
    '<Relationship Id="b" Type="t" Target="b.xml"/></Relationships>'
)


def ids(data: bytes) -> list[str | None]:
    return [one.get("Id") for one in etree.fromstring(data).iter(qn("rel:Relationship"))]


def test_what_goes_is_left_out_and_what_rendering_adds_comes_last() -> None:
    pointer = Pointer("c", HYPERLINK, 'https://a.org/?b&c="', external=True)
    data = with_pointers(without(PART, {"a"}), [pointer])
    assert ids(data) == ["b", "c"]
    added = etree.fromstring(data)[-1]
    assert (added.get("Target"), added.get("TargetMode")) == (pointer.target, "External")


def test_a_part_that_is_missing_or_emptied_takes_more() -> None:
    pointer = Pointer("c", HYPERLINK, "a.xml", external=False)
    for start in (without(None, ()), without(PART, {"a", "b"})):
        assert ids(with_pointers(start, [pointer])) == ["c"]
