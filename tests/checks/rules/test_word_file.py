from __future__ import annotations

from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from tests.checks.rules.conftest import read_back

from bluf.checks.rules.word_file import structure_invalid


def test_what_word_passes_over_is_no_fault() -> None:
    made = Document()
    listed = etree.SubElement(made.add_paragraph("a")._p.get_or_add_pPr(), qn("w:numPr"))
    etree.SubElement(listed, qn("w:numId"), {qn("w:val"): "77"})
    assert not list(structure_invalid.find(read_back(made)))
    made.add_table(1, 1).cell(0, 0)._tc.clear_content()
    assert len(list(structure_invalid.find(read_back(made)))) == 1
