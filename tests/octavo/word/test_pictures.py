from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from octavo.ooxml import qn
from octavo.word import Picture

P = Callable[..., str]


Fill = Callable[..., Any]


Refusal = Callable[..., list[str]]


RED = Path(__file__).parent / "cases" / "092-image-value" / "red.png"


def test_a_picture_stands_in_the_line_once_in_the_file(fill: Fill, p: P) -> None:
    pictures = [Picture(RED, height_mm=5, alt='A "b" <c>'), Picture(RED)]
    output = fill(p("{%p for x in xs %}") + p("[{{ x }}]") + p("{%p endfor %}"), {"xs": pictures})
    assert [name for name in output.parts if "media" in name] == ["word/media/b0r1.png"]
    assert 'descr="A &quot;b&quot; &lt;c&gt;"' in output.xml()
    assert 'cy="180000"' in output.xml()
    attribute = '<w:p><w:r><w:drawing><wp:docPr id="1" descr="{{ x }}"/></w:drawing></w:r></w:p>'
    assert 'descr="alt"' in fill(attribute, {"x": Picture(RED, alt="alt")}).xml()


@pytest.mark.parametrize("size", [0, -5, 600, float("nan")])
def test_a_picture_fits_a_page_of_words(size: float, refusal: Refusal, p: P) -> None:
    found = refusal(p("{{ x }}"), {"x": Picture(RED, width_mm=size)})
    assert f"cannot be {size:g} mm wide or high; a page has up to 558 mm" in found[0]


@pytest.mark.parametrize(("kind", "width"), [("dxa", (2000 - 216) * 635), ("pct", 8000 * 635)])
def test_a_picture_without_a_size_stays_within_its_cell_or_the_text(
    kind: str, width: int, fill: Fill, tmp_path: Path
) -> None:
    path = tmp_path / "wide.bmp"
    header = struct.pack("<2sIHHI", b"BM", 54, 0, 0, 54)
    path.write_bytes(header + struct.pack("<IiiHHIIiiII", 40, 9000, 90, 1, 24, 0, 0, 0, 0, 0, 0))
    size = f'<w:tcPr><w:tcW w:w="2000" w:type="{kind}"/></w:tcPr>'
    page = '<w:pgSz w:w="10000" w:h="9000"/><w:pgMar w:left="1000" w:right="1000"/>'
    cell = (
        f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{size}"
        "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        f"<w:p><w:pPr><w:sectPr>{page}</w:sectPr></w:pPr></w:p>"
    )
    extent = next(fill(cell, {"x": Picture(path)}).root.iter(qn("wp:extent")))
    assert (int(extent.get("cx") or 0), int(extent.get("cy") or 0)) == (width, width // 100)


def test_a_picture_that_is_cut_short_keeps_its_metadata_and_is_refused(
    refusal: Refusal, p: P, tmp_path: Path
) -> None:
    path = tmp_path / "cut.gif"
    path.write_bytes(b"GIF89a" + struct.pack("<HHBBB", 9, 9, 0, 0, 0))
    found = refusal(p("{{ x }}"), {"x": Picture(path)})
    assert f"the metadata of the picture “{path}” cannot be removed" in found[0]
