"""A brief as a Word file: the parts around a body."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from benchmarks.pages.markup import run

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{name}"'
    for prefix, name in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("pic", "drawingml/2006/picture"),
    )
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOTS = {"header": "hdr", "footer": "ftr"}


@dataclass
class BriefFile:
    """What a design fills in; texts are XML inside the parts' root elements."""

    body: list[str] = field(default_factory=list)
    styles: str = ""
    numbering: str = ""
    section: str = ""
    header: str = ""
    footer: str = ""
    notes: list[str] = field(default_factory=list)
    mode: int = 15

    def bytes(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in self._members().items():
                archive.writestr(zipfile.ZipInfo(name), content)
        return stream.getvalue()

    def _members(self) -> dict[str, str | bytes]:
        parts = self._parts()
        types = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}'
            f'{"document.main" if name == "document" else name}+xml"/>'
            for name in parts
        )
        related = "".join(
            f'<Relationship Id="{name}" Type="{_OFFICE}{name}" Target="{name}.xml"/>'
            for name in parts
            if name != "document"
        )
        image = f'<Relationship Id="crest" Type="{_OFFICE}image" Target="crest.png"/>'
        crest = f'<Relationships xmlns="{_PACKAGE}relationships">{image}</Relationships>'
        return {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
            f"{types}</Types>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship '
            f'Id="main" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}relationships">'
            f"{related}{image}</Relationships>",
            "word/_rels/header.xml.rels": crest,
            "word/crest.png": _png(),
            **{f"word/{name}.xml": _part(name, content) for name, content in parts.items()},
        }

    def _parts(self) -> dict[str, str]:
        references = "".join(
            f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
            for kind in ("header", "footer")
            if getattr(self, kind)
        )
        section = f"<w:sectPr>{references}{self.section}</w:sectPr>"
        compatibility = (
            '<w:compat><w:compatSetting w:name="compatibilityMode" '
            f'w:uri="http://schemas.microsoft.com/office/word" w:val="{self.mode}"/></w:compat>'
        )
        parts = {
            "document": f"<w:body>{''.join(self.body)}{section}</w:body>",
            "styles": self.styles,
            "settings": compatibility,
            "numbering": self.numbering,
            "header": self.header,
            "footer": self.footer,
        }
        if self.notes:
            parts["footnotes"] = _footnotes(self.notes)
        return {name: content for name, content in parts.items() if content}


def _part(name: str, content: str) -> str:
    root = _ROOTS.get(name, name)
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'


def _footnotes(notes: list[str]) -> str:
    """The two dividing lines that Word wants, then the notes from number 1."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    return lines + "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"{mark}{run(' ' + text)}</w:p></w:footnote>"
        for number, text in enumerate(notes, 1)
    )


def _png() -> bytes:
    """A picture of one colour."""
    rows = b"".join(b"\0" + bytes((40, 70, 120)) * 90 for _ in range(30))

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 90, 30, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
