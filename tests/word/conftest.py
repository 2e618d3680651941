"""What the tests of the engine share: rendered files as people and as Word see them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree

from bluf.ooxml import qn
from bluf.word import Picture, RichText, compile_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.document import Document as DocumentType

CASES = Path(__file__).parent / "cases"
Block = str | list[list[str]]


@dataclass(frozen=True)
class Output:
    """A rendered file."""

    data: bytes

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with ZipFile(io.BytesIO(self.data)) as archive:
            names = archive.namelist()
            assert len(names) == len(set(names)), "a part is there twice"
            return {name: archive.read(name) for name in names}

    @cached_property
    def trees(self) -> dict[str, etree._Element]:
        return {
            name: etree.fromstring(data)
            for name, data in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    @property
    def root(self) -> etree._Element:
        return self.trees["word/document.xml"]

    @property
    def body(self) -> list[Block]:
        """Paragraphs as text, tables as rows of cells as text."""
        body = self.root.find(qn("w:body"))
        assert body is not None
        return list(blocks(body))

    @property
    def stories(self) -> Iterator[etree._Element]:
        wanted = r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
        return (tree for name, tree in self.trees.items() if re.fullmatch(wanted, name))

    @property
    def text(self) -> str:
        """The text of all paragraphs of all stories."""
        paragraphs = (one for story in self.stories for one in story.iter(qn("w:p")))
        return "\n".join(map(text_of, paragraphs))

    def xml(self, part: str = "word/document.xml") -> str:
        return self.parts.get(part, b"").decode()


def text_of(element: etree._Element) -> str:
    """The text of a paragraph as a reader sees it."""
    return "".join(_texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    for one in element.iter(*map(qn, ("w:t", "w:tab", "w:br", "w:cr", "w:noBreakHyphen"))):
        if any(parent.tag == qn("mc:Fallback") for parent in one.iterancestors()):
            continue
        name = etree.QName(one).localname
        if name == "t":
            yield one.text or ""
        elif name == "tab":
            yield "\t" if one.getparent().tag == qn("w:r") else ""  # type: ignore[union-attr]  # it has one
        elif name == "noBreakHyphen":
            yield "\u2011"
        else:
            yield "\f" if one.get(qn("w:type")) == "page" else "\n"


def blocks(holder: etree._Element) -> Iterator[Block]:
    for child in holder:
        if child.tag == qn("w:p"):
            yield text_of(child)
        elif child.tag == qn("w:tbl"):
            yield [
                [_cell(cell) for cell in row.findall(qn("w:tc"))]
                for row in child.findall(qn("w:tr"))
            ]
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent")}:
            yield from blocks(child)


def _cell(cell: etree._Element) -> str:
    return "\n".join(one if isinstance(one, str) else "[table]" for one in blocks(cell))


def values(data: object, folder: Path) -> object:
    """JSON as the values of a template: ``$image`` is a picture, ``$rich`` rich text."""
    if isinstance(data, dict) and "$image" in data:
        return Picture(folder / str(data["$image"]), width_mm=data["width_mm"])
    if isinstance(data, dict) and "$rich" in data:
        rich = RichText()
        for run in data["$rich"]:
            rich.add(run["text"], **{key: run[key] for key in run if key != "text"})
        return rich
    if isinstance(data, dict):
        return {key: values(value, folder) for key, value in data.items()}
    return [values(value, folder) for value in data] if isinstance(data, list) else data


@pytest.fixture
def template(tmp_path: Path) -> Callable[..., Path]:
    """Save a document of these paragraphs, or one that a function makes."""

    def save(*paragraphs: str, make: Callable[[DocumentType], None] | None = None) -> Path:
        document = Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if make is not None:
            make(document)
        path = tmp_path / "template.docx"
        document.save(str(path))
        return path

    return save


@pytest.fixture
def render(template: Callable[..., Path]) -> Callable[..., Output]:
    """Render a document of these paragraphs."""

    def render(
        *paragraphs: str, make: Callable[[DocumentType], None] | None = None, **data: object
    ) -> Output:
        program = compile_template(template(*paragraphs, make=make))
        return Output(program.render(data))

    return render


@pytest.fixture
def render_file() -> Callable[..., Output]:
    def render_file(path: Path, data: dict[str, object]) -> Output:
        return Output(compile_template(path).render(data))

    return render_file


@pytest.fixture
def case_values() -> Callable[[object, Path], object]:
    return values


@pytest.fixture
def read_output() -> Callable[[Path], Output]:
    return lambda path: Output(path.read_bytes())
