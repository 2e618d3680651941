from __future__ import annotations

import contextlib
import io
import struct
import zlib

from PIL import Image, ImageCms, PngImagePlugin

MARK = "planted-word"


def told(data: bytes) -> bool:
    packed = [data]
    at = 0
    while (at := data.find(b"x", at)) >= 0:
        with contextlib.suppress(zlib.error):
            packed.append(zlib.decompressobj().decompress(data[at:]))
        at += 1
    return any(MARK.encode(code) in each for each in packed for code in ("utf-8", "utf-16-le"))


def emf() -> bytes:
    words = f"{MARK}\0".encode("utf-16-le")
    comment = struct.pack("<III", 70, 12 + len(MARK), len(MARK)) + MARK.encode()
    drawn = struct.pack("<III", 70, 20, 8) + b"EMF+draw"
    header = 108 + len(words)
    size = header + len(comment) + len(drawn) + 20
    start = struct.pack("<II", 1, header) + bytes(32) + b" EMF" + struct.pack("<III", 0, size, 4)
    start += struct.pack("<HHII", 1, 0, len(words) // 2, 108)
    start += bytes(108 - len(start)) + words
    return start + comment + drawn + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def gradient(mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", (40, 30))
    picture.putdata([(x * 6, y * 8, (x * y) % 256) for y in range(30) for x in range(40)])
    return picture.convert(mode)


def exif_of(turned: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x0112] = MARK, MARK, turned
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[29] = MARK
    exif.get_ifd(0x8769)[0x9286] = MARK
    return exif


def picture_of(kind: str, **how: object) -> bytes:
    target = io.BytesIO()
    gradient("P" if kind == "GIF" else "RGB").save(target, kind, **how)
    return target.getvalue()


def icc() -> bytes:
    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


def _png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", MARK)
    info.add_text("Comment", MARK, zip=True)
    info.add_itxt("Title", MARK, zip=True)
    saved = picture_of("PNG", pnginfo=info, exif=exif_of(), icc_profile=icc(), dpi=(144, 144))
    private = b"prVt" + MARK.encode()
    length = struct.pack(">I", len(MARK))
    chunk = length + private + struct.pack(">I", zlib.crc32(private))
    return saved[:33] + chunk + saved[33:]


def _bmp() -> bytes:
    return picture_of("BMP")


KINDS = {
    "png": _png(),
    "jpeg": picture_of("JPEG", exif=exif_of(), comment=MARK, icc_profile=icc(), dpi=(144, 144)),
    "progressive": picture_of("JPEG", exif=exif_of(), comment=MARK, progressive=True),
    "gif": picture_of("GIF", comment=MARK),
    "bmp": _bmp(),
    "tiff": picture_of("TIFF", description=MARK, artist=MARK, exif=exif_of(), dpi=(144, 144)),
    "lzw": picture_of("TIFF", compression="tiff_lzw", software=MARK),
    "webp": picture_of("WEBP", exif=exif_of(), xmp=MARK.encode(), lossless=True, icc_profile=icc()),
}


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB").tobytes()
