from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package
from octavo.ooxml.comparison import compare

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Docx = Callable[..., bytes]
    Rels = Callable[..., str]


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


RELS = "word/_rels/document.xml.rels"


def compared(before: bytes, after: bytes) -> list[str]:
    """Every difference as place, rule, message and notes on a line."""
    old, new = read_package(before, "a.docx"), read_package(after, "b.docx")
    return [
        "; ".join([str(f.location).partition(": ")[2], f.rule, f.message, *f.notes])
        for f in compare(old, new)
    ]


def with_parts(
    docx: Docx,
    rels: Rels,
    pointers: Mapping[str, str],
    parts: Mapping[str, str | bytes],
    body: str = "<w:p/>",
) -> bytes:
    """A file with parts beside the main one: pointers are kind by name."""
    types = {
        f"word/{name}": f"{WORD}{kind}+xml"
        for name, kind in pointers.items()
        if name.endswith(".xml")
    }
    pairs = [(kind, name) for name, kind in pointers.items()]
    return docx(body, parts={RELS: rels(*pairs), **parts}, types_of=types)


def para(text: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )
