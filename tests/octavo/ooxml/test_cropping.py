"""What is cropped off a picture is cut off, where that can be."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml
from msgspec.structs import replace
from PIL import Image

from octavo.ooxml import crop, read_package

if TYPE_CHECKING:
    from octavo.ooxml import Package

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def _package(kind: str, *crops: str) -> Package:
    """Red above, navy below, shown once for each way of cropping."""
    picture = Image.new("RGB", (40, 20), "red")
    picture.paste("navy", (0, 10, 40, 20))
    data = io.BytesIO()
    picture.save(data, kind)
    document = docx.Document()
    for sides in crops:
        data.seek(0)
        document.add_picture(data)
        fill = document.inline_shapes[-1]._inline.graphic.graphicData.pic.blipFill
        if sides:
            fill.insert(1, parse_xml(f"<a:srcRect {A} {sides}/>"))
    target = io.BytesIO()
    document.save(target)
    return read_package(target.getvalue(), "a.docx")


def _picture(package: Package) -> Image.Image:
    (part,) = (each for name, each in package.parts.items() if "/media/" in name)
    return Image.open(io.BytesIO(part.data))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "TIFF"])
def test_what_is_cropped_off_is_gone(kind: str) -> None:
    package = crop(_package(kind, 'l="25000" t="50000"'))
    picture = _picture(package).convert("RGB")
    assert picture.size == (30, 10)
    red, _, blue = picture.getpixel((5, 5))  # type: ignore[misc]
    assert (red < 20, blue > 100) == (True, True)
    assert b"srcRect" not in package.parts["word/document.xml"].data


@pytest.mark.parametrize(
    "package",
    [
        _package("PNG", ""),
        _package("GIF", 'l="25000"'),
        _package("PNG", 'l="25000"', ""),
        _package("PNG", 'l="60000" r="60000"'),
        _package("PNG", 'l="some"'),
    ],
    ids=["whole", "kind", "two ways", "nothing left", "no number"],
)
def test_what_cannot_be_cut_stays_whole(package: Package) -> None:
    assert _picture(crop(package)).size == (40, 20)


def test_one_picture_shown_twice_in_one_way_is_cut() -> None:
    assert _picture(crop(_package("PNG", 't="50000"', 't="50000"'))).size == (40, 10)


def test_without_pillow_it_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    package = _package("PNG", 't="50000"')
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert crop(package).parts["word/document.xml"].may_mention(b"srcRect")


def test_a_share_may_be_written_in_per_cent() -> None:
    assert _picture(crop(_package("PNG", 't="50%"'))).size == (40, 10)


def test_a_fill_without_a_picture_is_passed_over() -> None:
    package = _package("PNG", 't="50000"')
    (part,) = (each for each in package.parts.values() if each.name.endswith("document.xml"))
    bare = part.data.replace(b"r:embed=", b"r:link=")
    parts = {**package.parts, part.name: part.with_data(bare)}
    assert _picture(crop(replace(package, parts=parts))).size == (40, 20)
