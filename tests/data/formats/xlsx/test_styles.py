from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.data.formats.xlsx.conftest import MAIN, parts

if TYPE_CHECKING:
    from collections.abc import Callable


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
