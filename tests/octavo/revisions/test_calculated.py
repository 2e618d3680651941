from __future__ import annotations

import pytest
from lxml import etree

from octavo.ooxml import NAMESPACES, qn
from octavo.revisions.reading import without_results


@pytest.mark.parametrize(
    ("code", "left"),
    [(" PAGE ", ""), (" page \\* MERGEFORMAT", ""), (" REF Page ", "7"), (" PAGEREF a ", "7")],
)
def test_only_what_a_program_calculates_each_time_is_taken_out(code: str, left: str) -> None:
    field = f'<w:fldSimple w:instr="{code}"><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    root = etree.fromstring(f'<w:p xmlns:w="{NAMESPACES["w"]}">{field}</w:p>')
    without_results(root)
    assert [text.text or "" for text in root.iter(qn("w:t"))] == [left]
