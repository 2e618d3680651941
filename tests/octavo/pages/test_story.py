from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package
from octavo.pages.boxes import Paragraph, Table
from octavo.pages.document import Document
from octavo.pages.reading import End, Unmeasurable
from octavo.pages.story import StoryReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.pages.boxes import Block

    Blocks = Callable[..., tuple[Block, ...]]


@pytest.fixture
def blocks(docx: Callable[..., bytes]) -> Blocks:
    def read(body: str, end: End = End.GREATEST) -> tuple[Block, ...]:
        document = Document(read_package(docx(body), "a.docx"), end)
        return StoryReader(document.styles, document.numbering, {}).blocks(document.body)

    return read


def test_what_holds_blocks_without_being_one_is_passed_through(
    blocks: Blocks, paragraph: Callable[..., str], table: Callable[..., str]
) -> None:
    body = f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>{table([['<w:p/>']])}"
    first, second = blocks(body)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Table)
    assert [len(row) for row in second.contents] == [1]


def test_a_paragraph_that_is_all_hidden_is_not_there(
    blocks: Blocks, paragraph: Callable[..., str]
) -> None:
    hidden = paragraph("a", "<w:rPr><w:vanish/></w:rPr>", "<w:vanish/>")
    assert len(blocks(hidden + paragraph("b"))) == 1
    assert len(blocks(paragraph("a", "", "<w:vanish/>"))) == 1


def test_a_paragraph_whose_end_was_deleted_runs_on_at_least(
    blocks: Blocks, paragraph: Callable[..., str]
) -> None:
    body = paragraph("a", '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph("b")
    assert [len(blocks(body, end)) for end in (End.LEAST, End.GREATEST)] == [1, 2]


def test_tables_are_nested_only_so_deep(blocks: Blocks, table: Callable[..., str]) -> None:
    body = "<w:p/>"
    for _ in range(13):
        body = table([[f"{body}<w:p/>"]])
    with pytest.raises(Unmeasurable, match="nested more than twelve deep"):
        blocks(body)
