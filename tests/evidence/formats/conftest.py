"""Small PDF files, written as the tests need them (ISO 32000-2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

Shown = tuple[float, float, str]
"""Where a text starts, in points from the left and the foot of the page, and its characters."""


class MakePdf(Protocol):
    """Writes a PDF file."""

    def __call__(
        self,
        *pages: Sequence[Shown] | bytes,
        size: float = 10,
        width: int = 500,
        extra: bytes = b"",
    ) -> bytes:
        """A file of pages that show texts, or whose content is given; ``extra`` joins the catalog.

        The one font, ``/F``, has all letters ``width`` thousandths wide. In content that is given
        its codes are those of Latin-1, in two bytes each.
        """


@pytest.fixture
def make_pdf() -> MakePdf:
    """Writes a PDF file with one font for every script."""
    return _write


def _write(
    *pages: Sequence[Shown] | bytes, size: float = 10, width: int = 500, extra: bytes = b""
) -> bytes:
    signs = sorted({sign for page in pages for sign in _text(page)} | set(map(chr, range(32, 256))))
    mapping = "\n".join(
        f"<{ord(sign) & 0xFFFF:04x}> <{sign.encode('utf-16-be').hex()}>" for sign in signs
    )
    to_unicode = (
        f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(signs)} beginbfchar\n{mapping}\nendbfchar endcmap"
    )
    count = len(pages)
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}/MediaBox[0 0 595 842]"
        f"/Resources<</Font<</F 3 0 R>>/Properties<</Off 6 0 R>>>>>>".encode(),
        b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW {width}"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>".encode(),
        _stream(to_unicode.encode()),
        b"<</Type/OCG/Name(Off)>>",
    ]
    for number, page in enumerate(pages):
        content = page if isinstance(page, bytes) else _content(page, size)
        objects += (
            f"<</Type/Page/Parent 2 0 R/Contents {8 + 2 * number} 0 R>>".encode(),
            _stream(content),
        )
    return _file(objects)


def _text(page: Sequence[Shown] | bytes) -> str:
    return "" if isinstance(page, bytes) else "".join(text for _, _, text in page)


def _content(page: Sequence[Shown], size: float) -> bytes:
    return "\n".join(
        f"BT /F {size} Tf {x} {y} Td <{codes(text)}> Tj ET" for x, y, text in page
    ).encode()


def codes(text: str) -> str:
    """The codes of a text in our font, as a hexadecimal string holds them."""
    return "".join(f"{ord(sign) & 0xFFFF:04x}" for sign in text)


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    file = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    file += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    start = file.rindex(b"xref")
    return file + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
