from __future__ import annotations

import io
import re
import zipfile

from docx import Document

from bluf.verification import QuotedAs, read_draft


def test_a_word_file_quotes_by_its_styles_and_tables() -> None:
    document = Document()
    document.add_paragraph("He said “we agree”.")
    document.add_paragraph("They met in May.", style="Quote")
    document.add_paragraph("They met in June.", style="Intense Quote")
    style = document.styles.add_style("House Quote", 1)
    style.base_style = document.styles["Quote"]
    document.add_paragraph("They met in July.", style="House Quote")
    table = document.add_table(2, 2)
    for cell, text in zip(table.rows[0].cells, ("Side", "Quote"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("A", "words\tof a"), strict=True):
        cell.text = text
    file = io.BytesIO()
    document.save(file)
    found = read_draft(file.getvalue(), "draft.docx").quoted
    assert [(each.words, each.how) for each in found] == [
        ("we agree", QuotedAs.MARKS),
        ("They met in May.", QuotedAs.BLOCK),
        ("They met in June.", QuotedAs.BLOCK),
        ("They met in July.", QuotedAs.BLOCK),
        ("words of a", QuotedAs.CELL),
    ]
    assert str(found[4].place) == "draft.docx: body, table 1, row 2, cell 2, paragraph 1"


def test_a_file_without_styles_has_no_quotations_by_style() -> None:
    document = Document()
    document.add_paragraph("He said “we agree”.")
    file = io.BytesIO()
    document.save(file)
    bare = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                data = re.sub(rb'<Relationship [^>]*styles.xml"/>', b"", data)
            if name == "[Content_Types].xml":
                data = re.sub(rb'<Override [^>]*styles.xml"[^>]*/>', b"", data)
            if name != "word/styles.xml":
                new.writestr(name, data)
    assert [each.words for each in read_draft(bare.getvalue(), "draft.docx").quoted] == ["we agree"]
