from __future__ import annotations

from tests.octavo.ooxml.images.conftest import MARK

from octavo.ooxml.images import without_metadata


def test_a_drawing_keeps_its_shapes_alone() -> None:
    svg = f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://inkscape.org/ns"
      i:docname="{MARK}" data-x="{MARK}"><!-- {MARK} --><?x {MARK}?><metadata>{MARK}</metadata>
      <i:namedview>{MARK}</i:namedview><title>A flag</title>
      <path d="M0 0h9" i:label="{MARK}"/></svg>"""
    after = without_metadata(svg.encode())
    assert after is not None
    assert MARK.encode() not in after
    assert b'd="M0 0h9"' in after
    assert b"A flag" in after
