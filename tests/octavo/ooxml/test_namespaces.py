from __future__ import annotations

from lxml import etree

from octavo.ooxml import NAMESPACES, drop_unused, qn

_DECLARED = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "mc", "w14", "wps", "v")
)


def _left(inner: str, ignorable: str) -> tuple[set[str | None], str | None]:
    text = f'<w:hdr {_DECLARED} mc:Ignorable="{ignorable}">{inner}</w:hdr>'
    root, other = etree.fromstring(text), etree.fromstring(text)
    drop_unused(root, text)
    drop_unused(other)
    assert etree.tostring(root) == etree.tostring(other)
    return set(root.nsmap), root.get(qn("mc:Ignorable"))


def test_what_nothing_uses_is_declared_no_more() -> None:
    assert _left("<w:p/>", "w14 wps") == ({"w"}, None)


def test_what_is_used_stays_and_may_be_ignored_as_before() -> None:
    assert _left('<w:p w14:paraId="1"/>', "w14 wps") == ({"w", "w14", "mc"}, "w14")


def test_a_prefix_that_an_attribute_names_stays() -> None:
    choice = '<mc:AlternateContent><mc:Choice Requires="wps"/></mc:AlternateContent>'
    assert _left(f"<w:p>{choice}</w:p>", "w14") == ({"w", "mc", "wps"}, None)


def test_what_may_be_ignored_deeper_in_the_part_stays() -> None:
    assert _left('<w:p mc:Ignorable="v"/>', "w14") == ({"w", "mc", "v"}, None)
