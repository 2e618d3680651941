"""Small Word files, written element by element, and what pages says of them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from tests.octavo.pages.measured import measure

from octavo.ooxml import read_package
from octavo.pages.document import Document
from octavo.pages.paginate import Paginator
from octavo.pages.reading import End

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {"document": "document.main"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
    'w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>'
)


ROOM = 14570
"""Height of the text on PAGE in twips."""


@dataclass(frozen=True)
class WordFile:
    """A Word file under construction; texts are the XML inside the parts' root elements."""

    body: str = ""
    section: str = PAGE
    styles: str = ""
    settings: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    font: str = "Arial"
    size: int = 20
    defaults: str = ""
    of_runs: str = ""
    without: tuple[str, ...] = ()

    def bytes(self) -> bytes:
        """The file itself."""
        parts = {
            "document": f"<w:body>{self.body}<w:sectPr>{self.section}</w:sectPr></w:body>",
            "styles": self._styles(),
            "settings": self.settings,
            **self.parts,
        }
        parts = {name: content for name, content in parts.items() if name not in self.without}
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("[Content_Types].xml", _content_types(parts))
            archive.writestr("_rels/.rels", _relationships({"officeDocument": "word/document.xml"}))
            others = {name: f"{name}.xml" for name in parts if name != "document"}
            archive.writestr("word/_rels/document.xml.rels", _relationships(others))
            for name, content in parts.items():
                archive.writestr(f"word/{name}.xml", _part(name, content))
        return stream.getvalue()

    def _styles(self) -> str:
        fonts = f'w:ascii="{self.font}" w:hAnsi="{self.font}"'
        return (
            f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="{self.size}"/>'
            f"{self.of_runs}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{self.defaults}</w:pPr></w:pPrDefault>"
            '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
            f'<w:name w:val="Normal"/></w:style>{self.styles}'
        )


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


_ROOTS = {"header": "hdr", "footer": "ftr"}


def _part(name: str, content: str) -> str:
    if name == "theme":
        return content
    root = _ROOTS.get(_kind(name), _kind(name))
    return f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"


def _content_types(parts: dict[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{_WORD}{_TYPES.get(_kind(name), _kind(name))}+xml"/>'
        for name in parts
    )
    defaults = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}content-types">{defaults}{overrides}</Types>'


def _relationships(targets: dict[str, str]) -> str:
    pointers = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}{_kind(name)}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{pointers}</Relationships>'


@pytest.fixture
def docx() -> Callable[..., bytes]:
    """The maker of Word files: the XML of the body, then fields of WordFile by name."""

    def make(body: str = "", **others: Any) -> bytes:  # noqa: ANN401 - as WordFile takes them
        return WordFile(body, **others).bytes()

    return make


@pytest.fixture
def paragraph() -> Callable[..., str]:
    """The XML of a paragraph: its text, then the inside of its ``pPr`` and ``rPr``."""

    def make(text: str = "", properties: str = "", run: str = "") -> str:
        runs = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs if text else ''}</w:p>"

    return make


@pytest.fixture
def height(docx: Callable[..., bytes]) -> Callable[..., int]:
    """Height of a body on one page in twips: as ``docx``, but measured."""

    def taken(body: str, **others: Any) -> int:  # noqa: ANN401 - as WordFile takes them
        layout = measure(docx(body, **others))
        assert layout.obstacle is None, layout.obstacle
        assert layout.pages == 1
        return round((layout.fill or 0) * ROOM)

    return taken


@pytest.fixture
def obstacle(docx: Callable[..., bytes]) -> Callable[..., str]:
    """What prevents measuring a body: as ``docx``, but measured."""

    def named(body: str, **others: Any) -> str:  # noqa: ANN401 - as WordFile takes them
        layout = measure(docx(body, **others))
        return "" if layout.obstacle is None else layout.obstacle.construct

    return named


@pytest.fixture
def bounds(docx: Callable[..., bytes]) -> Callable[..., tuple[int, int, str]]:
    """Least and greatest height of a body in twips, on pages one below the other, and the doubt."""

    def taken(body: str, **others: Any) -> tuple[int, int, str]:  # noqa: ANN401 - as WordFile
        package = read_package(docx(body, **others), "bounds.docx")
        heights, doubts = [], set()
        for end in End:
            document = Document(package, end)
            result = Paginator(document).paginate()
            heights.append((result.pages - 1) * ROOM + round(result.fill * ROOM))
            doubt = document.reading.main_doubt
            doubts.add("" if doubt is None else doubt.construct)
        (construct,) = doubts
        return heights[0], heights[1], construct

    return taken


@pytest.fixture
def table() -> Callable[..., str]:
    """The XML of a table of fixed layout: rows of cells, each the XML of its content.

    ``size`` is that of all borders in eighths of a point, ``inside`` goes into ``tblPr``,
    ``rows_inside`` into each ``trPr`` and ``cells_inside`` into each ``tcPr``.
    """

    def make(
        rows: list[list[str]],
        *,
        widths: tuple[int, ...] = (2500,),
        size: int = 0,
        inside: str = "",
        rows_inside: tuple[str, ...] = (),
        cells_inside: dict[tuple[int, int], str] | None = None,
    ) -> str:
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        edges = "".join(f'<w:{side} w:val="single" w:sz="{size}"/>' for side in sides)
        borders = f"<w:tblBorders>{edges}</w:tblBorders>" if size else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        content = ""
        for at, row in enumerate(rows):
            properties = rows_inside[at] if at < len(rows_inside) else ""
            content += f"<w:tr><w:trPr>{properties}</w:trPr>"
            for number, cell in enumerate(row):
                own = (cells_inside or {}).get((at, number), "")
                width = f'<w:tcW w:w="{widths[number]}" w:type="dxa"/>'
                content += f"<w:tc><w:tcPr>{width}{own}</w:tcPr>{cell}</w:tc>"
            content += "</w:tr>"
        properties = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}{inside}'
        return (
            f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{content}</w:tbl>"
        )

    return make


@pytest.fixture
def first_beyond(docx: Callable[..., bytes]) -> Callable[..., str]:
    """On pages of so many lines of Arial 10: where the second begins, and the number of pages.

    ``paragraph 4 of 2``; only the number where there is one page.
    """

    def found(body: str, lines: int = 5, **others: Any) -> str:  # noqa: ANN401 - as WordFile
        layout = measure(docx(body, section=page_of(lines), **others))
        assert layout.obstacle is None, layout.obstacle
        if layout.overflow is None:
            return f"{layout.pages}"
        steps = ", ".join(f"{kind} {number}" for kind, number in layout.overflow.steps)
        return f"{steps} of {layout.pages}"

    return found


def page_of(lines: int) -> str:
    """A page of so many lines of Arial 10."""
    margins = 'w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="0" w:footer="0"'
    return f'<w:pgSz w:w="11906" w:h="{2268 + 230 * lines}"/><w:pgMar {margins}/>'


@pytest.fixture
def short_page() -> Callable[[int], str]:
    """The section properties of a page of so many lines."""
    return page_of


def run_of(inside: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def lines_of(count: int, properties: str = "") -> str:
    """A paragraph of so many lines."""
    breaks = "<w:br/>".join("<w:t>x</w:t>" for _ in range(count))
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{breaks}</w:r></w:p>"


def reference(number: int) -> str:
    return (
        f'<w:p><w:r><w:t>ref</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r>'
        "<w:r><w:t>.</w:t></w:r></w:p>"
    )


def notes_of(count: int, properties: str = "", more: str = "") -> dict[str, str]:
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr>{properties}</w:pPr><w:r><w:footnoteRef/>'
        f"<w:t>note</w:t></w:r></w:p>{more}</w:footnote>"
        for number in range(1, count + 1)
    )
    return {"footnotes": notes}
