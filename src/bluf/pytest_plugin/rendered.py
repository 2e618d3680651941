"""A rendered file as a team's own tests look at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

import octavo
from bluf.checks import Block, MarkdownFile, Paragraph, WordFile, read_markdown, read_word
from bluf.data import read
from bluf.evidence import proven
from bluf.pipeline import find_template
from bluf.views import mapping, view

Rows = tuple[tuple[str, ...], ...]


class Rendered(Struct, frozen=True):
    """What a template gives for some data.

    Attributes:
        content: The file.
        paragraphs: The visible text of each paragraph with text, in reading order; a Word file's
            notes, headers and footers come after its body.
        tables: The text of each cell, by table and row.
        pages: How many pages a Word file takes, as estimated; None for Markdown, and where it
            cannot be told.
    """

    content: bytes
    paragraphs: tuple[str, ...]
    tables: tuple[Rows, ...]
    pages: int | None

    @property
    def text(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(self.paragraphs)


def render(template: str | Path, data: str | Path | Mapping[str, object]) -> Rendered:
    """The file that a template gives.

    Args:
        template: Path of a .docx or .md template, or the name of a shipped one; of its Word form,
            where the name has no suffix.
        data: Path of a data file, or values by name.

    Raises:
        FindingsError: The template or the data was refused; names every fault.
    """
    values = _view(data) if isinstance(data, str | Path) else data
    path = _template(Path(template))
    content = octavo.render(path, values)
    if path.suffix == ".md":
        return _of_markdown(read_markdown(str(path), content.decode()), content)
    return _of_word(read_word(content, str(path)), content)


def _view(path: str | Path) -> Mapping[str, object]:
    file = read(path)
    return mapping(view(file.brief, proven(file).proof))


def _template(path: Path) -> Path:
    """The template itself; one that is not there is looked for among the shipped ones."""
    return path if path.exists() else find_template(path.stem, path.suffix[1:] or "docx")


def _of_word(file: WordFile, content: bytes) -> Rendered:
    return Rendered(
        content,
        tuple(paragraph.text for paragraph in file.paragraphs if paragraph.text),
        tuple(
            tuple(tuple(_text(cell.blocks) for cell in row) for row in table.rows)
            for table in file.tables
        ),
        octavo.measure(content).pages,
    )


def _text(blocks: Iterable[Block]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


def _of_markdown(file: MarkdownFile, content: bytes) -> Rendered:
    paragraphs = tuple(passage.text for passage in file.passages if passage.text)
    return Rendered(content, paragraphs, tuple(_markdown_tables(file)), None)


def _markdown_tables(file: MarkdownFile) -> Iterator[Rows]:
    """The tables of a Markdown file; each passage of a cell follows the opening of the cell."""
    passages = iter(file.passages)
    rows: list[list[str]] = []
    for before, token in zip(file.tokens, file.tokens[1:], strict=False):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            text = next(passages).text
            if before.type in {"th_open", "td_open"}:
                rows[-1].append(text)
        elif token.type == "table_close":
            yield tuple(map(tuple, rows))
