"""Pictures show the same and tell nothing else; another program, Pillow, reads both."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from octavo.ooxml.images import without_metadata

MARK = "planted-word"


def _gradient(mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", (40, 30))
    picture.putdata([(x * 6, y * 8, (x * y) % 256) for y in range(30) for x in range(40)])
    return picture.convert(mode)


def _exif(turned: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x0112] = MARK, MARK, turned
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[29] = MARK
    exif.get_ifd(0x8769)[0x9286] = MARK
    return exif


def _saved(kind: str, **how: object) -> bytes:
    target = io.BytesIO()
    _gradient("P" if kind == "GIF" else "RGB").save(target, kind, **how)
    return target.getvalue()


def _profile() -> bytes:
    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


def _png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", MARK)
    info.add_text("Comment", MARK, zip=True)
    info.add_itxt("Title", MARK, zip=True)
    saved = _saved("PNG", pnginfo=info, exif=_exif(), icc_profile=_profile(), dpi=(144, 144))
    private = b"prVt" + MARK.encode()
    length = struct.pack(">I", len(MARK))
    chunk = length + private + struct.pack(">I", zlib.crc32(private))
    return saved[:33] + chunk + saved[33:]


def _bmp() -> bytes:
    return _saved("BMP")


KINDS = {
    "png": _png(),
    "jpeg": _saved("JPEG", exif=_exif(), comment=MARK, icc_profile=_profile(), dpi=(144, 144)),
    "progressive": _saved("JPEG", exif=_exif(), comment=MARK, progressive=True),
    "gif": _saved("GIF", comment=MARK),
    "bmp": _bmp(),
    "tiff": _saved("TIFF", description=MARK, artist=MARK, exif=_exif(), dpi=(144, 144)),
    "lzw": _saved("TIFF", compression="tiff_lzw", software=MARK),
    "webp": _saved("WEBP", exif=_exif(), xmp=MARK.encode(), lossless=True, icc_profile=_profile()),
}


def _pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB").tobytes()


def _told(data: bytes) -> bool:
    packed = [data]
    at = 0
    while (at := data.find(b"x", at)) >= 0:
        with contextlib.suppress(zlib.error):
            packed.append(zlib.decompressobj().decompress(data[at:]))
        at += 1
    return any(MARK.encode(code) in each for each in packed for code in ("utf-8", "utf-16-le"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_shows_the_same_and_tells_nothing(kind: str) -> None:
    before = KINDS[kind] + MARK.encode()
    assert _told(before)
    after = without_metadata(before)
    assert after is not None
    assert not _told(after)
    assert _pixels(after) == _pixels(before)
    assert without_metadata(after) == after


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff"])
def test_density_stays(kind: str) -> None:
    after = without_metadata(KINDS[kind])
    assert after is not None
    with Image.open(io.BytesIO(after)) as picture:
        assert round(picture.info["dpi"][0]) == 144


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_colour_profile_stays_without_its_words(kind: str) -> None:
    after = without_metadata(KINDS[kind])
    assert after is not None
    with Image.open(io.BytesIO(after)) as picture:
        profile = picture.info["icc_profile"]
    assert len(profile) == len(_profile())
    words = "sRGB".encode("utf-16-be")
    assert words in _profile()
    assert words not in profile
    ImageCms.ImageCmsProfile(io.BytesIO(profile))


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_how_a_picture_is_turned_stays(turned: int) -> None:
    after = without_metadata(_saved("JPEG", exif=_exif(turned)))
    assert after is not None
    with Image.open(io.BytesIO(after)) as picture:
        exif = picture.getexif()
    assert exif.get(0x0112, 1) == turned
    assert set(exif) <= {0x0112}


def test_a_jpeg_that_lacks_its_end_is_read_to_its_last_byte() -> None:
    after = without_metadata(_saved("JPEG", comment=MARK)[:-2])
    assert after is not None
    assert after.endswith(b"\xff\xd9")
    assert MARK.encode() not in after


def _emf() -> bytes:
    words = f"{MARK}\0".encode("utf-16-le")
    comment = struct.pack("<III", 70, 12 + len(MARK), len(MARK)) + MARK.encode()
    drawn = struct.pack("<III", 70, 20, 8) + b"EMF+draw"
    header = 108 + len(words)
    size = header + len(comment) + len(drawn) + 20
    start = struct.pack("<II", 1, header) + bytes(32) + b" EMF" + struct.pack("<III", 0, size, 4)
    start += struct.pack("<HHII", 1, 0, len(words) // 2, 108)
    start += bytes(108 - len(start)) + words
    return start + comment + drawn + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def test_a_metafile_keeps_what_is_drawn() -> None:
    after = without_metadata(_emf() + MARK.encode())
    assert after is not None
    assert len(after) == len(_emf())
    assert not _told(after)
    assert b"EMF+draw" in after


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


@pytest.mark.parametrize(
    "broken",
    [
        b"no picture",
        b"\x89PNG\r\n\x1a\n",
        KINDS["png"][:60],
        b"\xff\xd8\x00\x00\x00",
        KINDS["gif"][:20],
        b"GIF89a" + bytes(7) + b"?",
        KINDS["bmp"][:40],
        KINDS["tiff"][:20],
        b"II*\0\x08\0\0\0\x01\0\x00\x01\xff\0\x01\0\0\0\0\0\0\0\0\0\0\0",
        b"II*\0\x08\0\0\0\0\0\x08\0\0\0",
        KINDS["webp"][:30],
        b"\x01\0\0\0" + bytes(60),
        _emf()[:-4],
        b"\x01\0\0\0" + _emf()[4:40] + b" EM?" + _emf()[44:],
        _emf()[:-20] + struct.pack("<II", 14, 4) + bytes(12),
        _saved("JPEG", comment=MARK)[:20] + b"?" + _saved("JPEG")[20:],
        b"II*\0\x08\0\0\0\x01\0\x00\x01\x04\0\xff\0\0\0\x08\0\0\0\0\0\0\0",
        b"MM*\0" + bytes(10),
        b"<svg",
        b"<html/>",
    ],
)
def test_what_is_not_whole_is_not_touched(broken: bytes) -> None:
    assert without_metadata(broken) is None


def test_a_moving_picture_moves_on() -> None:
    target = io.BytesIO()
    frames = [_gradient("P"), Image.new("P", (40, 30), 3)]
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=MARK)
    after = without_metadata(target.getvalue())
    assert after is not None
    assert MARK.encode() not in after
    with Image.open(io.BytesIO(after)) as picture:
        assert (picture.n_frames, picture.info["loop"]) == (2, 0)  # type: ignore[attr-defined]


def test_how_colours_are_coded_stays() -> None:
    """A picture for print says so in a segment of Adobe, without which it is shown in negative."""
    target = io.BytesIO()
    _gradient("CMYK").save(target, "JPEG", comment=MARK)
    data = target.getvalue()
    assert b"Adobe" in data
    after = without_metadata(data[:2] + b"\xff\xff\xff\x01\xff\xed\x00\x08secret" + data[2:])
    assert after is not None
    assert b"secret" not in after
    assert _pixels(after) == _pixels(data)


def test_a_profile_of_the_older_kind_loses_its_words() -> None:
    words = b"desc" + bytes(4) + struct.pack(">I", len(MARK)) + MARK.encode()
    body = struct.pack(">I", 2) + struct.pack(">4sII", b"desc", 156, len(words))
    profile = bytes(128) + body + struct.pack(">4sII", b"wtpt", 156, 0) + words
    after = without_metadata(_saved("PNG", icc_profile=profile))
    assert after is not None
    with Image.open(io.BytesIO(after)) as picture:
        kept = picture.info["icc_profile"]
    assert (len(kept), MARK.encode() in kept) == (len(profile), False)


@pytest.mark.parametrize("exif", [b"Exif\0\0??", b"Exif\0\0II*\0\xff\0\0\0"])
def test_exif_data_that_is_not_whole_is_not_touched(exif: bytes) -> None:
    data = _saved("JPEG")
    segment = struct.pack(">BBH", 0xFF, 0xE1, len(exif) + 2) + exif
    assert without_metadata(data[:2] + segment + data[2:]) is None


def test_pixels_beyond_the_end_are_not_whole() -> None:
    data = bytearray(_saved("TIFF"))
    with Image.open(io.BytesIO(bytes(data))) as picture:
        (start,) = picture.tag_v2[273]  # type: ignore[attr-defined]
    assert without_metadata(bytes(data[: start + 10])) is None or start < len(data) - 10
