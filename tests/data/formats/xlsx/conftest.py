from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from bluf.data import DataError, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


PACKAGE = "http://schemas.openxmlformats.org/package/2006"


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


HEADS = '<row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c></row>'


def parts(rows: str, *, more: str = "", book: str = "", main: str = MAIN) -> dict[str, str]:
    """The parts of a workbook of one sheet ``S``, whose rows and further elements are given."""
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/></Types>'
        ),
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml", "")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{main}" xmlns:r="{OFFICE}">{book}'
            '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", "worksheets/sheet1.xml", ""),
            ("styles", "styles.xml", ""),
            ("sharedStrings", "sharedStrings.xml", ""),
        ),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{MAIN}"><sheetData>{HEADS}{rows}</sheetData>{more}</worksheet>'
        ),
    }


def relationships(*pointers: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target, mode) in enumerate(pointers, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def packed(content: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return file.getvalue()


@pytest.fixture
def values(tmp_path: Path) -> Callable[..., dict[str, object]]:
    """What a workbook of these bytes or parts holds."""

    def read(content: bytes | dict[str, str]) -> dict[str, object]:
        path = tmp_path / "x.xlsx"
        path.write_bytes(content if isinstance(content, bytes) else packed(content))
        return dict(read_tree(path).values)

    return read


@pytest.fixture
def refused(values: Callable[..., dict[str, object]]) -> Callable[..., list[str]]:
    """What is said of one that is refused: place, rule and message."""

    def said(content: bytes | dict[str, str]) -> list[str]:
        with pytest.raises(DataError) as caught:
            values(content)
        return [
            f"{getattr(f.location, 'place', '')} {f.rule}: {f.message}".strip()
            for f in caught.value.findings
        ]

    return said


def saved(*rows: list[object]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
