"""Run the rules over a file of any kind, as the command does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bluf.checks import Record, read_markdown, read_word, run, settle
from bluf.data import read
from bluf.finding import Finding, FindingsError
from bluf.model import Proof

Check = Callable[[Path], tuple[Finding, ...]]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_KINDS = ("styles", "settings", "comments", "footnotes", "header", "footer")
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    **{f"word/{kind}.xml": f"{_WORD}.{kind}+xml" for kind in _MAIN_KINDS},
}
_ROOT_KINDS = {
    "word/document.xml": f"{_OFFICE}/officeDocument",
    "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
    "docProps/app.xml": f"{_OFFICE}/extended-properties",
}


def _relationships(kinds: dict[str, str], folder: str) -> str:
    entries = "".join(
        f'<Relationship Id="{Path(name).stem}" Type="{kind}" Target="{name.removeprefix(folder)}"/>'
        for name, kind in kinds.items()
    )
    link = f'<Relationship Id="web" Type="{_OFFICE}/hyperlink" TargetMode="External"'
    web = f'{link} Target="https://example.org"/>' if folder else ""
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}{web}</Relationships>'


def pack(folder: Path) -> bytes:
    """A Word file from a folder of its parts; content types and relationships are added."""
    parts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.xml"))
    }
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES[name]}"/>' for name in parts
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    default = f'<Default Extension="rels" ContentType="{rels}"/>'
    of_main = {
        name: f"{_OFFICE}/{Path(name).stem}"
        for name in parts
        if name.startswith("word/") and name != "word/document.xml"
    }
    of_root = {name: kind for name, kind in _ROOT_KINDS.items() if name in parts}
    written = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{default}{types}</Types>',
        "_rels/.rels": _relationships(of_root, ""),
        "word/_rels/document.xml.rels": _relationships(of_main, "word/"),
        **parts,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in written.items():
            archive.writestr(name, data)
    return target.getvalue()


def _check_data(path: Path) -> tuple[Finding, ...]:
    file = read(path)
    return settle(run(Record(file, Proof({}), file.brief.date), raised=file.warnings), file)


def _check_markdown(path: Path) -> tuple[Finding, ...]:
    return run(read_markdown(str(path), path.read_text(encoding="utf-8")))


def _check_word(path: Path) -> tuple[Finding, ...]:
    data = pack(path) if path.is_dir() else path.read_bytes()
    return run(read_word(data, str(path)))


_CHECKS: dict[str, Check] = {
    ".yaml": _check_data,
    ".toml": _check_data,
    ".md": _check_markdown,
    ".docx": _check_word,
}


@pytest.fixture
def check() -> Check:
    """Gives every finding about a file, those that refuse it among them."""

    def checked(path: Path) -> tuple[Finding, ...]:
        try:
            return _CHECKS[path.suffix](path)
        except FindingsError as error:
            return error.findings

    return checked
