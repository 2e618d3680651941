from __future__ import annotations

import random
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from tests.data.formats.xlsx.conftest import packed, parts, relationships, saved

from bluf.data import DataError, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_empty_rows_and_blank_cells_are_passed_over(
    values: Callable[..., dict[str, object]],
) -> None:
    found = values(saved([], ["title", " "], [], ["A", None], [" ", None], []))
    assert found["rows"] == [{"title": "A"}]


def test_of_a_formula_the_stored_value_counts(values: Callable[..., dict[str, object]]) -> None:
    rows = '<row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>'
    assert values(parts(rows))["title"] == "ab"


def test_a_far_cell_costs_neither_time_nor_memory(
    values: Callable[..., dict[str, object]],
) -> None:
    rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>'
    content = packed(parts(rows))
    start = time.process_time()
    tracemalloc.start()
    assert values(content)["title"] == "1"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 1024 * 1024
    assert time.process_time() - start < 5  # a cell for each would take minutes


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


def test_unsafe_xml_is_named_by_its_part(refused: Callable[..., list[str]]) -> None:
    good = parts("")
    doctype = '<!DOCTYPE d [<!ENTITY x "y">]><styleSheet/>'
    first, second = refused({**good, "xl/styles.xml": doctype, "xl/theme.xml": "<a>"})
    assert first == "xml-unsafe: the part “xl/styles.xml” declares a document type (DOCTYPE)"
    assert second.startswith("package-invalid: the part “xl/theme.xml” is not well-formed at line")


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
