"""A Word file is read as Word prints it."""

from __future__ import annotations

import io
import zipfile

import pytest

from bluf.evidence import SourceError
from bluf.evidence.formats import docx
from bluf.evidence.match import Searchable
from bluf.evidence.verify import look_up

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(body: str) -> bytes:
    """A Word file with this body."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONSHIPS)
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>',
        )
    return target.getvalue()


TRACKED = word_file(
    "<w:p><w:r><w:t>Title</w:t></w:r></w:p><w:p/>"
    '<w:p><w:r><w:t xml:space="preserve">We will </w:t></w:r>'
    '<w:del w:id="1" w:author="a"><w:r><w:delText>not </w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="a"><w:r><w:t>fund</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> the crossing.</w:t></w:r></w:p>'
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In 2027.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def test_tracked_changes_are_read_as_accepted() -> None:
    source = Searchable(docx.read(TRACKED, "a.docx"))
    (found,), (cell,), deleted, changed = look_up(
        source,
        ["We will fund the crossing.", "In 2027", "We will not fund", "We will find the crossing"],
    )
    assert str(source.place(found.start)) == "a.docx: body, paragraph 3"
    assert str(source.place(cell.start)) == ("a.docx: body, table 1, row 1, cell 1, paragraph 1")
    assert deleted == changed == ()


def test_a_package_that_is_unsafe_is_refused_with_its_own_finding() -> None:
    with pytest.raises(SourceError) as caught:
        docx.read(b"PDF", "a.docx")
    assert [finding.rule for finding in caught.value.findings] == ["package-unsupported"]


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(SourceError, match="holds no text") as caught:
        docx.read(word_file("<w:p/>"), "a.docx")
    assert [finding.rule for finding in caught.value.findings] == ["source-unreadable"]
