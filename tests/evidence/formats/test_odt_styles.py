"""What styles make of words: each limit with what lies at it, and one past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from bluf.evidence.formats.odt.styles import FO, STYLE, TEXT, points, share, styles_of

if TYPE_CHECKING:
    from bluf.evidence.formats.odt.styles import OdtStyles

SHOWN, HIDDEN, DOUBTED = (False, 0), (True, 0), (False, 1)
HUGE = "fo:font-size=100pt"
SPACES = {"fo": FO, "style": STYLE, "text": TEXT}
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"


def styles(**named: str) -> OdtStyles:
    """Styles by name, of what they say; “< NAME” is what one is based on."""
    tree = etree.Element("styles")
    for name, said in named.items():
        own = etree.SubElement(tree, f"{STYLE}style", {f"{STYLE}name": name})
        if name == "default":
            own.tag = f"{STYLE}default-style"
            own.set(f"{STYLE}family", "paragraph")
        properties = etree.SubElement(own, f"{STYLE}text-properties")
        for each in filter(None, map(str.strip, said.split(";"))):
            if each.startswith("< "):
                own.set(f"{STYLE}parent-style-name", each[2:])
                continue
            key, _, value = each.partition("=")
            space, _, local = key.partition(":")
            properties.set(SPACES.get(space, LOEXT) + local, value)
    return styles_of([tree])


@pytest.mark.parametrize(
    ("value", "length"),
    [
        ("12pt", 12.0), ("1in", 72.0), ("2.54cm", 72.009), ("10mm", 28.35), ("1pc", 12.0),
        ("4px", 3.0), ("-.5pt", -0.5), ("50%", None), ("12", None), (None, None), ("12ptx", None),
    ],
)  # fmt: skip
def test_lengths_are_in_points(value: str | None, length: float | None) -> None:
    assert points(value) == (length if length is None else pytest.approx(length))


def test_shares_are_of_a_hundred() -> None:
    assert [share(each) for each in ("50%", "-1.5%", "50pt", None)] == [50.0, -1.5, None, None]


@pytest.mark.parametrize(
    ("named", "size"),
    [
        ({}, 12.0),
        ({"a": "fo:font-size=9pt"}, 9.0),
        ({"a": "< b", "b": "fo:font-size=9pt"}, 9.0),
        ({"a": "fo:font-size=50%; < b", "b": "fo:font-size=20%; < c", "c": HUGE}, 10.0),
        ({"a": "fo:font-size=50%"}, 6.0),
        ({"a": "fo:font-size=50%", "default": "fo:font-size=20pt"}, 10.0),
        ({"a": "fo:font-size=large"}, 12.0),
        ({"a": "< a"}, 12.0),
    ],
)
def test_a_size_is_followed_to_what_a_style_is_based_on(named: dict[str, str], size: float) -> None:
    assert styles(**named).size(("a",)) == size


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", SHOWN),
        ("text:display=none", HIDDEN),
        ("style:text-line-through-style=solid", HIDDEN),
        ("style:text-line-through-type=single", HIDDEN),
        ("style:text-line-through-type=none", SHOWN),
        ("fo:font-size=3pt", SHOWN),
        ("fo:font-size=2.9pt", HIDDEN),
        ("fo:font-size=0pt", HIDDEN),
        ("fo:font-size=6pt; style:text-position=super 50%", SHOWN),
        ("fo:font-size=6pt; style:text-position=super 49%", HIDDEN),
        ("fo:font-size=5.98pt; style:text-position=super 50%", HIDDEN),
        ("fo:font-size=3pt; style:text-position=super", SHOWN),
        ("fo:font-size=3pt; style:text-position=super small", SHOWN),
        ("style:text-position=super 0%", HIDDEN),
        ("style:text-scale=34%", SHOWN),
        ("style:text-scale=33%", DOUBTED),
        ("style:text-scale=10%", DOUBTED),
        ("style:text-scale=9%", HIDDEN),
        ("fo:font-family='Wingdings'", HIDDEN),
        ("style:font-name=OpenSymbol", HIDDEN),
        ("fo:color=#e7e7e7", SHOWN),
        ("fo:color=#e8e8e8", HIDDEN),
        ("fo:color=#ffe7ff", SHOWN),
        ("fo:color=#ffffff; fo:background-color=#000000", SHOWN),
        ("fo:color=#ffffff; fo:background-color=transparent", HIDDEN),
        ("fo:color=#ffffff; style:use-window-font-color=true", SHOWN),
        ("fo:color=red", SHOWN),
        ("text:display=condition", DOUBTED),
        ("text:condition=x", DOUBTED),
        ("style:text-position=100% 50%", SHOWN),
        ("style:text-position=101% 50%", DOUBTED),
        ("style:text-position=-101% 50%", DOUBTED),
        ("style:text-rotation-angle=180", DOUBTED),
        ("style:text-rotation-angle=90", SHOWN),
        ("style:text-combine=letters", DOUBTED),
        ("style:text-combine=none", SHOWN),
        ("fo:font-size=10pt; fo:letter-spacing=-3pt", SHOWN),
        ("fo:font-size=10pt; fo:letter-spacing=-3.1pt", DOUBTED),
        ("loext:opacity=10%", SHOWN),
        ("loext:opacity=9%", DOUBTED),
        ("fo:opacity=9%", DOUBTED),
        ("fo:opacity=9%; style:use-window-font-color=true", SHOWN),
        ("fo:margin-left=567pt", SHOWN),
        ("fo:margin-left=-568pt", DOUBTED),
        ("fo:margin-right=568pt", DOUBTED),
        ("fo:text-indent=568pt", DOUBTED),
        ("fo:line-height=7.3pt", SHOWN),
        ("fo:line-height=3pt", DOUBTED),
        ("fo:line-height=2.9pt", DOUBTED),
    ],
)
def test_words_in_a_style_are_seen(said: str, expected: tuple[bool, int]) -> None:
    sight = styles(a=said).sight(("a",))
    assert (sight.hidden, len(sight.doubts)) == expected


def test_words_have_the_colour_of_what_holds_them() -> None:
    assert styles(a="fo:color=#102030").sight(("a",), "#102030").hidden
    assert styles(a="fo:color=red").sight(("a",), "red").hidden
    assert not styles(a="fo:color=red").sight(("a",), "#ff0000").hidden
