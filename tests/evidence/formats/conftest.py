"""Small PDF files (ISO 32000-2) and Word files, written as the tests need them."""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Protocol

import pytest

from bluf.evidence.formats import html

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


FONT = zlib.decompress(
    base64.b85decode(
        "c-muNWME)mV{l+#Vo*rWsZ4v|)0)k|z$gF|J(H1|n3BllYyo8F0I^vHP=Hm8F#*V40>mmAxg`}$dl-HJ*)M=tBqu"
        "*Pk>Mo6A0QiqMRF4>3K+P7rZX^{0Ad9OkX=B$*tB6?JipCX24-fEK2%@?RC0(Z0?1+px(Nb+dYBdd1Kq*+1t@RCc"
        "nE9~GGGLYa5At!Wth;7h3G_sAi%>Q!JrCc+cWquL^7lS^@Cg>40HiA1B0=kv7pgIrii~QpyE16;=ho@U18#if<_?"
        "CKnbW!9I}iKvP?O$j4QIt1Z0^wWSN!7GUdoJhmd6^fMo#gRz;E"
    )
)
"""A TrueType font whose eight letters are black boxes, each wider than the one before."""
_LETTERS = zlib.compress(
    b"".join(bytes((0, 1 + code % 8 if code > ord(" ") else 0)) for code in range(2**16))
)
"""Which letter of the font each code shows: a box, but for the space nothing."""


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
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}/MediaBox[0 0 595 842]"
        f"/Resources<</Font<</F 3 0 R>>/Properties<</Off 6 0 R>>>>>>".encode(),
        b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW {width}"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/CIDToGIDMap 9 0 R/FontDescriptor 7 0 R>>".encode(),
        _stream(to_unicode.encode()),
        b"<</Type/OCG/Name(Off)>>",
        (
            b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 8 0 R/Ascent 800/Descent -200"
            b"/FontBBox[0 -200 1000 800]/ItalicAngle 0/CapHeight 600/StemV 80>>"
        ),
        _stream(FONT),
        _stream(_LETTERS, b"/Filter/FlateDecode"),
    ]
    for number, page in enumerate(pages):
        content = page if isinstance(page, bytes) else _content(page, size)
        objects += (
            f"<</Type/Page/Parent 2 0 R/Contents {11 + 2 * number} 0 R>>".encode(),
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


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), more, data)


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


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _word_file(body: str) -> bytes:
    """A Word file with this body."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONSHIPS)
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>',
        )
    return target.getvalue()


@pytest.fixture
def word_file() -> Callable[[str], bytes]:
    """Writes a Word file with a body."""
    return _word_file


@pytest.fixture
def tracked() -> bytes:
    """A Word file with a title, a paragraph with tracked changes, and a table."""
    return _word_file(
        "<w:p><w:r><w:t>Title</w:t></w:r></w:p><w:p/>"
        '<w:p><w:r><w:t xml:space="preserve">We will </w:t></w:r>'
        '<w:del w:id="1" w:author="a"><w:r><w:delText>not </w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>fund</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> the crossing.</w:t></w:r></w:p>'
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In 2027.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )


WORDS = "Secret words."


def answer(page: str) -> str:
    """Whether the words of a page are shown, not there, or in doubt, and by what."""
    text = html.read(f"<!doctype html><p>Begin.</p>{page}<p>End.</p>".encode(), "page.html")
    start = text.text.find(WORDS)
    if start < 0:
        return "hidden"
    doubts = text.look([(start, start + len(WORDS))]).doubts
    return doubts[0] if doubts else "shown"


def sheet(rules: str, attributes: str = "class=h") -> str:
    return f"<style>{rules}</style><div {attributes}>{WORDS}</div>"


def styled(style: str, tag: str = "div") -> str:
    return f'<{tag} style="{style}">{WORDS}</{tag}>'
