"""What the tests of the engine share: rendered files as people and as Word see them."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree

from octavo.finding import FindingsError
from octavo.ooxml import qn, read_package
from octavo.ooxml.names import CORE_PROPERTIES, NAMESPACES
from octavo.word import Picture, RichText, compile_package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as DocumentType

    from octavo.word import Program

CASES = Path(__file__).parent / "cases"
VALIDATOR = os.environ.get("BLUF_OOXML_VALIDATOR")
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
    for one in element.iter(*map(qn, ("w:t", "w:tab", "w:br", "w:cr"))):
        if any(parent.tag == qn("mc:Fallback") for parent in one.iterancestors()):
            continue
        name = etree.QName(one).localname
        if name == "t":
            yield one.text or ""
        elif name == "tab":
            yield "\t" if one.getparent().tag == qn("w:r") else ""  # type: ignore[union-attr]  # it has one
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


SPACES = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"'
    for prefix in ("w", "r", "wp", "a", "m", "mc", "v", "wps", "w14", "w15", "c", "pic", "cp", "dc")
)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PACKAGE_TYPE = "application/vnd.openxmlformats-package."
POINTERS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'
HEADER = '<w:headerReference w:type="default" r:id="pheader1"/>'


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph as XML; the text is XML already."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: list[str], width: int = 2400) -> str:
    """A table as XML; what begins with ``<`` in a cell is XML already."""
    columns = max(len(row) for row in rows)
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    made = "".join(
        f"<w:tr>{''.join(_cell_xml(cell, width) for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def _cell_xml(content: str, width: int) -> str:
    inner = content if content.startswith("<") else paragraph(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def word_file(body: str, links: str = "", core: str = "", **parts: str) -> bytes:
    """A Word file with this body.

    ``links`` are relationships of the body, ``core`` the core properties; further parts by name:
    ``footnotes``, ``comments``, ``header1``, ``styles``, ``numbering``, … with what is in them.
    """
    types = _override("word/document.xml", f"{WORD_TYPE}document.main+xml")
    package = _pointer("r1", f"{POINTERS}officeDocument", "word/document.xml")
    files: dict[str, str] = {}
    if core:
        types += _override("docProps/core.xml", f"{PACKAGE_TYPE}core-properties+xml")
        package += _pointer("r2", CORE_PROPERTIES, "docProps/core.xml")
        files["docProps/core.xml"] = _element("cp:coreProperties", core)
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        types += _override(f"word/{name}.xml", f"{WORD_TYPE}{kind}+xml")
        links += _pointer(f"p{name}", POINTERS + kind, f"{name}.xml")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = _element(f"w:{root}", inner)
    section = f"<w:sectPr>{HEADER if 'header1' in parts else ''}{PAGE}</w:sectPr>"
    files["word/document.xml"] = _element("w:document", f"<w:body>{body}{section}</w:body>")
    files["word/_rels/document.xml.rels"] = _relationships(links)
    files["_rels/.rels"] = _relationships(package)
    return _zipped({"[Content_Types].xml": _content_types(types), **files})


def _element(name: str, inner: str) -> str:
    return f"<{name} {SPACES}>{inner}</{name}>"


def _pointer(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{kind}"/>'


def _content_types(overrides: str) -> str:
    kinds = {"rels": f"{PACKAGE_TYPE}relationships+xml", "xml": "application/xml"}
    defaults = "".join(
        f'<Default Extension="{key}" ContentType="{kind}"/>' for key, kind in kinds.items()
    )
    return f'<Types xmlns="{NAMESPACES["ct"]}">{defaults}{overrides}</Types>'


def _relationships(inner: str) -> str:
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{inner}</Relationships>'


def _zipped(files: dict[str, str]) -> bytes:
    output = io.BytesIO()
    with ZipFile(output, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return output.getvalue()


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


class Judge:
    """Microsoft's validator, held against outputs and their templates."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.made: dict[bytes, tuple[bytes, str]] = {}

    def errors(self, number: int, data: bytes) -> set[str]:
        """What the validator says of a file, each error once, wherever it stands."""
        path = self._folder / f"{number}.docx"
        path.write_bytes(data)
        command = [str(VALIDATOR), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return {str(error["description"]) for error in json.loads(done.stdout)["errors"]}

    def worse(self) -> list[str]:
        """The errors of outputs that their templates don't have, with the tests that made them."""
        with ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as pool:
            found = pool.map(self._worse, range(len(self.made)), self.made.items())
            return [error for errors in found for error in errors]

    def _worse(self, number: int, made: tuple[bytes, tuple[bytes, str]]) -> list[str]:
        output, (template, name) = made
        errors = self.errors(number, output)
        errors -= self.errors(number, template) if errors else set()
        return [f"{name}: {error}" for error in sorted(errors)]


@pytest.fixture(scope="session")
def new_judge(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Judge]:
    return lambda: Judge(tmp_path_factory.mktemp("judge"))


@pytest.fixture(scope="session")
def judge(new_judge: Callable[[], Judge]) -> Iterator[Judge]:
    """Judges, when all tests are done, every output that they gave it."""
    judge = new_judge()
    yield judge
    assert not VALIDATOR or judge.worse() == []


@pytest.fixture
def fill_package(judge: Judge, request: pytest.FixtureRequest) -> Callable[..., Output]:
    """Fill a Word file."""

    def fill_package(file: bytes, name: str, data: dict[str, object]) -> Output:
        output = compile_package(read_package(file, name)).render(data)
        judge.made[output] = file, request.node.nodeid
        return Output(output)

    return fill_package


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
def render(
    template: Callable[..., Path], render_file: Callable[..., Output]
) -> Callable[..., Output]:
    """Render a document of these paragraphs."""

    def render(
        *paragraphs: str, make: Callable[[DocumentType], None] | None = None, **data: object
    ) -> Output:
        return render_file(template(*paragraphs, make=make), data)

    return render


@pytest.fixture
def render_file(fill_package: Callable[..., Output]) -> Callable[..., Output]:
    def render_file(path: Path, data: dict[str, object]) -> Output:
        return fill_package(path.read_bytes(), str(path), data)

    return render_file


@pytest.fixture
def case_values() -> Callable[[object, Path], object]:
    return values


@pytest.fixture
def p() -> Callable[..., str]:
    return paragraph


@pytest.fixture(name="word_file")
def word_file_() -> Callable[..., bytes]:
    return word_file


@pytest.fixture
def tbl() -> Callable[..., str]:
    return table


@pytest.fixture
def compile_body() -> Callable[..., Program]:
    """Compile a Word file with this body and these parts."""

    def compile_body(body: str, **parts: str) -> Program:
        return compile_package(read_package(word_file(body, **parts), "t.docx"))

    return compile_body


@pytest.fixture
def fill(fill_package: Callable[..., Output]) -> Callable[..., Output]:
    """Fill a Word file with this body, these data and these parts."""

    def fill(body: str, data: dict[str, object] | None = None, **parts: str) -> Output:
        return fill_package(word_file(body, **parts), "t.docx", data or {})

    return fill


@pytest.fixture
def refusal(compile_body: Callable[..., Program]) -> Callable[..., list[str]]:
    """What is said of a Word file that cannot be filled: place, message, hint."""

    def refusal(body: str, data: dict[str, object] | None = None, **parts: str) -> list[str]:
        with pytest.raises(FindingsError) as caught:
            compile_body(body, **parts).render(data or {})
        return [
            f"{one.location.place}: {one.message}; {one.hint}"  # type: ignore[union-attr]  # in Word
            for one in caught.value.findings
        ]

    return refusal


def rich(text: object = "", **look: Any) -> RichText:  # noqa: ANN401 - the fields of Look
    return RichText(text, **look)


SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p/></w:{0}>'
)


def notes(kind: str, *texts: str) -> str:
    made = "".join(
        f'<w:{kind} w:id="{number}" w:author="Bob">{text}</w:{kind}>'
        for number, text in enumerate(texts, 1)
    )
    return ("" if kind == "comment" else SEPARATORS.format(kind)) + made


def refer(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


P = Callable[..., str]


NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


STYLES = (
    '<w:style w:styleId="ListNumber"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    '</w:style><w:style w:styleId="Heading"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="Plain"/>'
)


def listed(text: str, number: int | None = None, level: int = 0, style: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties = styled + (own if number is not None else "")
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbers(root: etree._Element) -> list[str | None]:
    return [one.get(qn("w:val")) for one in root.iter(qn("w:numId"))]


def nested(p: P, *inner: str, before: str = "") -> str:
    return (
        p("{%p for t in ts %}") + before + p("{%p for s in t %}") + "".join(inner)
        + p("{%p endfor %}") + p("{%p endfor %}")
    )  # fmt: skip


BOOKMARK = (
    '<w:p><w:bookmarkStart w:id="3" w:name="{0}"/><w:r><w:t>{{{{ x }}}}</w:t></w:r>'
    '<w:bookmarkEnd w:id="3"/></w:p>'
)


def bookmarks(root: etree._Element) -> list[tuple[str | None, str | None]]:
    starts = root.iter(qn("w:bookmarkStart"))
    return [(one.get(qn("w:id")), one.get(qn("w:name"))) for one in starts]
