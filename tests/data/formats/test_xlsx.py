from __future__ import annotations

import datetime as dt
import io
import random
import time
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from bluf.data import DataError, read_tree
from bluf.data.formats.xlsx.names import column_of, letters
from octavo.location import SheetLocation

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


def test_cells_are_texts_whatever_their_type(values: Callable[..., dict[str, object]]) -> None:
    heads: list[object] = ["text", "number", "half", "day", "moment", "yes", "digits", "none"]
    row = ["a\nb", 2, 0.5, dt.date(2025, 8, 6), dt.datetime(2025, 8, 6, 7, 30), True, "010", None]  # noqa: DTZ001 - a workbook knows no time zone
    found = values(saved(heads, row))
    del found["rows"]
    assert found == {
        "text": "a\nb",
        "number": "2",
        "half": "0.5",
        "day": "2025-08-06",
        "moment": "2025-08-06 07:30:00",
        "yes": "true",
        "digits": "010",
        "none": None,
    }


def test_empty_rows_and_blank_cells_are_passed_over(
    values: Callable[..., dict[str, object]],
) -> None:
    found = values(saved([], ["title", " "], [], ["A", None], [" ", None], []))
    assert found["rows"] == [{"title": "A"}]


def test_a_cell_knows_its_address(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(saved(["title", "ask"], ["A", None]))
    places = read_tree(path).places
    assert places.at("title") == SheetLocation(path.as_posix(), "Sheet", "A2")
    assert places.at("ask") == SheetLocation(path.as_posix(), "Sheet", "B2")
    assert places.excerpt(places.at("title")) == "A"
    assert places.excerpt(places.at("ask")) == ""
    assert places.excerpt(SheetLocation(path.as_posix(), "Sheet", "Z9")) == ""


def test_of_a_formula_the_stored_value_counts(values: Callable[..., dict[str, object]]) -> None:
    rows = '<row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>'
    assert values(parts(rows))["title"] == "ab"


def test_strings_have_runs_guides_and_escapes(values: Callable[..., dict[str, object]]) -> None:
    rows = '<row><c t="s"><v>0</v></c></row><row><c t="inlineStr"/></row>'
    strings = (
        f'<sst xmlns="{MAIN}"><si><r><t>one</t></r><r><t xml:space="preserve"> _x0041__x005F_</t>'
        "</r><rPh><t>guide</t></rPh></si></sst>"
    )
    found = values(parts(rows) | {"xl/sharedStrings.xml": strings})
    assert found["title"] == "one A_"


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ('formatCode="d\\.m\\.yyyy" numFmtId="170"', "45875", "2025-08-06"),
        ('formatCode="[$-409]mmm d" numFmtId="170"', "45875", "2025-08-06"),
        ('formatCode="0.00&quot;d&quot;" numFmtId="170"', "45875", "45875"),
        ('formatCode="[h]:mm" numFmtId="170"', "0.5", "12:00:00"),
        ('formatCode="yyyy" numFmtId="170"', "1", "1900-01-01"),
        ('formatCode="yyyy" numFmtId="170"', "-5", "-5"),
        ('formatCode="yyyy" numFmtId="170"', "3000000", "3e+06"),
    ],
)
def test_a_number_is_a_date_where_its_format_says_so(
    values: Callable[..., dict[str, object]], form: str, number: str, shown: str
) -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt {form}/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    rows = f'<row r="2"><c r="A2" s="1"><v>{number}</v></c></row>'
    assert values(parts(rows) | {"xl/styles.xml": styles})["title"] == shown


def test_days_may_be_counted_from_1904(values: Callable[..., dict[str, object]]) -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    rows = '<row r="2"><c r="A2"><v>44413</v></c></row>'
    book = '<workbookPr date1904="1"/>'
    assert values(parts(rows, book=book) | {"xl/styles.xml": styles})["title"] == "2025-08-06"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("<f>NOW()</f>", "S!A2 data-type: this cell holds a formula that was never calculated"),
        ("<v>9</v>", "S!A2 data-type: this cell refers to a text that the workbook does not hold"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(
    refused: Callable[..., list[str]], cell: str, said: str
) -> None:
    kind = "" if "NOW" in cell else ' t="s"'
    assert refused(parts(f'<row r="2"><c r="A2"{kind}>{cell}</c></row>')) == [said]


def test_errors_and_merged_cells_are_said_all_at_once(refused: Callable[..., list[str]]) -> None:
    rows = '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><v>x</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A3:B4"/><mergeCell/></mergeCells>'
    assert refused(parts(rows, more=merged)) == [
        "S!A3 data-type: the cells A3:B4 are merged, and only one of them can hold a value",
        "S!A1 data-type: the cells A1 are merged, and only one of them can hold a value",
        "S!A2 data-type: this cell holds the error “#REF!”",
    ]


def test_a_far_cell_costs_neither_time_nor_memory(
    values: Callable[..., dict[str, object]],
) -> None:
    rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>'
    content = packed(parts(rows))
    start = time.perf_counter()
    tracemalloc.start()
    assert values(content)["title"] == "1"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 1024 * 1024
    assert time.perf_counter() - start < 1


def test_too_many_cells_are_refused(refused: Callable[..., list[str]]) -> None:
    rows = "<row>" + "<c><v>1</v></c>" * 20_001 + "</row>"
    assert refused(parts(rows)) == [
        "S!A2 limit-exceeded: the file holds over 20,000 values, or nests over 40 deep"
    ]


def test_a_part_of_too_many_elements_is_refused(refused: Callable[..., list[str]]) -> None:
    letters = random.Random(0).choices("abcdefgh", k=1_000_001)  # noqa: S311 - no secret
    assert refused(parts("".join(f"<{letter}/>" for letter in letters))) == [
        "limit-exceeded: the part “xl/worksheets/sheet1.xml” is larger than any brief"
    ]


def test_hidden_sheets_count_only_if_they_are_ours(
    values: Callable[..., dict[str, object]],
) -> None:
    content = parts('<row r="2"><c r="A2"><v>1</v></c></row>')
    shown = content["xl/workbook.xml"]
    hidden = '<sheet name="Lists" sheetId="2" state="veryHidden" r:id="rId1"/></sheets>'
    content["xl/workbook.xml"] = shown.replace("</sheets>", hidden)
    assert values(content)["title"] == "1"


def test_a_sheet_that_is_a_chart_is_passed_over(values: Callable[..., dict[str, object]]) -> None:
    content = parts('<row r="2"><c r="A2"><v>1</v></c></row>')
    chart = '<sheet name="Chart" sheetId="2" r:id="rId9"/></sheets>'
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace("</sheets>", chart)
    assert values(content)["title"] == "1"


def test_what_is_no_workbook_is_told_what_it_is(refused: Callable[..., list[str]]) -> None:
    good = parts("")
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    assert refused(b"")[0].startswith("package-invalid: the file is empty")
    assert refused(b"a,b\n1,2\n") == [
        "package-unsupported: this is plain text, not an Excel workbook (.xlsx)"
    ]
    assert refused(compound + "EncryptedPackage".encode("utf-16-le")) == [
        "package-encrypted: the file is protected by a password"
    ]
    assert refused(packed({"a.txt": "x"})) == [
        "package-unsupported: this is an archive, not an Excel workbook (.xlsx)"
    ]
    assert refused({**good, "_rels/.rels": relationships()}) == [
        "package-invalid: the part that lists the sheets is missing"
    ]
    assert refused({**good, "xl/workbook.xml": "<document xmlns='w'/>"}) == [
        "package-unsupported: this is not an Excel workbook"
    ]
    strict = parts("", main="http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert refused(strict) == ["package-unsupported: this is a Strict Open XML workbook"]
    assert refused({**good, "xl/vbaProject.bin": "x"}) == [
        "macro-content: this workbook carries macros"
    ]
    damaged = packed(good)
    assert refused(damaged[:-40])[0].startswith("package-invalid: the archive is damaged")


def test_a_binary_workbook_is_refused_by_name(refused: Callable[..., list[str]]) -> None:
    binary = relationships(("officeDocument", "xl/workbook.bin", ""))
    assert refused({**parts(""), "_rels/.rels": binary, "xl/workbook.bin": "x"}) == [
        "package-unsupported: this is a binary workbook (.xlsb)"
    ]


@pytest.mark.parametrize("ending", [".xlsm", ".xls", ".xlsb"])
def test_other_endings_of_workbooks_are_judged_by_what_they_hold(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(packed({**parts(""), "xl/vbaProject.bin": "x"}))
    with pytest.raises(DataError, match="this workbook carries macros"):
        read_tree(path)


def test_a_sheet_that_is_no_xml_is_named(refused: Callable[..., list[str]]) -> None:
    pointers = relationships(("worksheet", "worksheets/sheet1.dat", ""))
    content = {**parts(""), "xl/_rels/workbook.xml.rels": pointers}
    (said,) = refused({**content, "xl/worksheets/sheet1.dat": "<a"})
    assert said.startswith("package-invalid: the part “xl/worksheets/sheet1.dat” is not well-form")


def test_nonsense_in_attributes_is_no_bug_of_ours(values: Callable[..., dict[str, object]]) -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="x" formatCode="yyyy"/></numFmts>'
        '<cellXfs><xf numFmtId="y"/></cellXfs></styleSheet>'
    )
    rows = '<row r="x"><c r="?" s="z" t="n"><v>1e999</v></c><c><v></v></c></row>'
    heads = '<row r="9"><c r="A9"><v>nan</v></c></row>'
    found = values(parts(rows + heads) | {"xl/styles.xml": styles})
    assert found["title"] == "inf"


def test_a_day_beyond_the_calendar_stays_a_number(values: Callable[..., dict[str, object]]) -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    rows = '<row r="2"><c r="A2"><v>2958465</v></c></row>'
    book = '<workbookPr date1904="true"/>'
    content = parts(rows, book=book) | {"xl/styles.xml": styles}
    assert values(content)["title"] == "2.95846e+06"


def test_unsafe_xml_is_named_by_its_part(refused: Callable[..., list[str]]) -> None:
    good = parts("")
    doctype = '<!DOCTYPE d [<!ENTITY x "y">]><styleSheet/>'
    first, second = refused({**good, "xl/styles.xml": doctype, "xl/theme.xml": "<a>"})
    assert first == "xml-unsafe: the part “xl/styles.xml” declares a document type (DOCTYPE)"
    assert second.startswith("package-invalid: the part “xl/theme.xml” is not well-formed at line")


def test_a_control_character_written_as_an_escape_is_refused(
    refused: Callable[..., list[str]],
) -> None:
    rows = '<row r="2"><c r="A2" t="str"><v>a_x001B_b</v></c></row>'
    assert refused(parts(rows)) == [
        "S!A2 bad-character: this text holds U+001B, a control character"
    ]


def test_what_deceives_in_a_cell_is_warned_of_at_the_cell(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(saved(["title"], ["pаypal"]))
    (warning,) = read_tree(path).warnings
    assert (warning.rule, str(warning.location)) == ("mixed-script", f"{path.as_posix()}:Sheet!A2")
    assert warning.excerpt == "pаypal"


def test_a_link_to_another_workbook_is_a_warning_and_one_to_a_page_is_none(
    tmp_path: Path,
) -> None:
    external = ' TargetMode="External"'
    content = parts('<row r="2"><c r="A2"><v>1</v></c></row>') | {
        "xl/externalLinks/_rels/e.xml.rels": relationships(
            ("externalLinkPath", "file:///b.xlsx", external)
        ),
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
            ("hyperlink", "https://example.org", external)
        ),
        "xl/connections.xml": "<connections/>",
    }
    path = tmp_path / "x.xlsx"
    path.write_bytes(packed(content))
    file, data = read_tree(path).warnings
    assert (file.rule, file.level) == ("external-content", "warning")
    assert "“file:///b.xlsx”" in file.message
    assert "“xl/connections.xml”" in data.message


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (16383, "XFD")])
def test_a_column_has_its_letters(number: int, name: str) -> None:
    assert letters(number) == name
    assert column_of(name) == number
