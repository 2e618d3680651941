from __future__ import annotations

import io
import zipfile

import pytest

from bluf.verification import QuotedAs, read_draft

ODT = """<office:document-content
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<office:automatic-styles>
<style:style style:name="P1" style:parent-style-name="Quotations" style:family="paragraph"/>
<style:style style:name="P2" style:parent-style-name="Standard" style:family="paragraph"/>
</office:automatic-styles>
<office:body><office:text>
<text:p text:style-name="P2">He said “we agree”<text:note><text:note-citation>1</text:note-citation>
<text:note-body><text:p>release.txt</text:p></text:note-body></text:note>.</text:p>
<text:p text:style-name="P1">They met in May.<text:note/></text:p>
<table:table><table:table-row><table:table-cell><text:p>Quote</text:p></table:table-cell>
</table:table-row><table:table-row><table:table-cell><text:p>words of a</text:p>
</table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


@pytest.mark.parametrize("styles", [None, "<styles/>"])
def test_an_opendocument_text_quotes_by_its_styles_tables_and_notes(styles: str | None) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
        if styles:
            archive.writestr("styles.xml", styles)
    found = read_draft(file.getvalue(), "draft.odt").quoted
    assert [(each.words, each.how) for each in found] == [
        ("we agree", QuotedAs.MARKS),
        ("They met in May.", QuotedAs.BLOCK),
        ("words of a", QuotedAs.CELL),
    ]
    assert found[0].reference == "release.txt"
