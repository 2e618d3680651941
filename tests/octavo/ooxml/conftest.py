"""Small Word files, built as the tests need them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import PackageError, read_package, read_text
from octavo.ooxml.names import DOCUMENT_TYPE, NAMESPACES, RELATIONSHIP_BASE, RELATIONSHIPS_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PREFIXES = " ".join(
    f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix != "xml"
)
_DEFAULTS = {
    "rels": RELATIONSHIPS_TYPE,
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
    "bin": "application/octet-stream",
    "html": "text/html",
}


def types(overrides: Mapping[str, str]) -> str:
    rows = [f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in _DEFAULTS.items()]
    rows += [f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in overrides.items()]
    return f'{_DECLARATION}<Types xmlns="{NAMESPACES["ct"]}">{"".join(rows)}</Types>'


def relationships(*pointers: tuple[str, str]) -> str:
    """Pointers are (type, target); the type is that of the standard unless it is an address."""
    rows = []
    for number, (kind, target) in enumerate(pointers, 1):
        type_ = kind if "://" in kind else RELATIONSHIP_BASE + kind
        mode = "" if target.endswith((".xml", ".bin", ".html", ".jpeg")) else "External"
        mode = f' TargetMode="{mode}"' if mode else ""
        rows.append(f'<Relationship Id="rId{number}" Type="{type_}" Target="{target}"{mode}/>')
    return (
        f'{_DECLARATION}<Relationships xmlns="{NAMESPACES["rel"]}">{"".join(rows)}</Relationships>'
    )


def word_part(tag: str, content: str) -> str:
    return f"{_DECLARATION}<w:{tag} {_PREFIXES}>{content}</w:{tag}>"


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def make(
    body: str = "<w:p><w:r><w:t>Text</w:t></w:r></w:p>",
    *,
    parts: Mapping[str, str | bytes] | None = None,
    types_of: Mapping[str, str] | None = None,
    without: tuple[str, ...] = (),
) -> bytes:
    """A Word file with this body; ``parts`` replaces or adds members."""
    overrides = {"word/document.xml": DOCUMENT_TYPE, **(types_of or {})}
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": types(overrides),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": word_part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        **(parts or {}),
    }
    return zipped({name: data for name, data in members.items() if name not in without})


@pytest.fixture
def docx() -> Callable[..., bytes]:
    return make


@pytest.fixture
def rels() -> Callable[..., str]:
    return relationships


@pytest.fixture
def part() -> Callable[[str, str], str]:
    return word_part


@pytest.fixture
def archive() -> Callable[..., bytes]:
    return zipped


@pytest.fixture
def content_types() -> Callable[[Mapping[str, str]], str]:
    return types


def refuse(data: bytes) -> dict[str, str]:
    """The rules by which the gate refuses a file, each with its first message and place."""
    try:
        read_package(data, "a.docx")
    except PackageError as error:
        return {f.rule: f"{f.location}: {f.message}" for f in reversed(error.findings)}
    return {}


@pytest.fixture
def refusal() -> Callable[[bytes], dict[str, str]]:
    return refuse


def shown_lines(data: bytes) -> list[str]:
    return [block.text for block in read_text(read_package(data, "a.docx"))]


def run_of(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
