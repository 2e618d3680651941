"""Every example of ``docs/templates.md`` is run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.text.paragraph import Paragraph

from bluf.cli.app import run
from octavo.expressions import FILTERS, TESTS

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs" / "templates.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> list[list[tuple[str, str]]]:
    """Three blocks each: a template, data, and what comes of them."""
    blocks = FENCE.findall(PAGE.read_text(encoding="utf-8"))
    return [blocks[start : start + 3] for start in range(0, len(blocks), 3)]


def save(text: str, path: Path) -> None:
    """A line is a paragraph, a line that begins with a bar a row."""
    document = Document()
    table = None
    for line in text.splitlines():
        if not line.startswith("|"):
            document.add_paragraph(line)
            table = None
            continue
        found = re.split(r"(?<= )\|(?= )", line[1:-1])
        table = document.add_table(rows=0, cols=len(found)) if table is None else table
        for cell, content in zip(table.add_row().cells, found, strict=True):
            cell.text = content.strip()
    document.save(str(path))


def lines(path: Path) -> Iterator[str]:
    for block in Document(str(path)).iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield f"| {' | '.join(cell.text for cell in row.cells)} |"


@pytest.mark.parametrize("example", examples())
def test_an_example_gives_what_the_page_says(
    example: list[tuple[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (_, template), (_, data), (kind, result) = example
    monkeypatch.chdir(tmp_path)
    save(template, Path("page.docx"))
    Path("data.yaml").write_text(data, encoding="utf-8")

    code = run(["render", "page.docx", "data.yaml"])

    if kind == "error":
        assert code == 3
        assert capsys.readouterr().err == result
    else:
        assert code == 0, capsys.readouterr().err
        assert list(lines(Path("data.docx"))) == result.splitlines()


def test_every_filter_and_test_is_named_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for names in (FILTERS, TESTS):
        assert ", ".join(f"`{name}`" for name in sorted(names)) in re.sub(r"\s+", " ", page)
