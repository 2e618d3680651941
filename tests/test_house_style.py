"""A person makes the page that of his or her house, step by step as docs/house-style.md says."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import chdir
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from bluf.cli.app import run
from bluf.cli.summary import page_in_words
from bluf.pipeline import Order, make
from bluf.pipeline.order import Head
from octavo.ooxml import edited, qn, read_package, write_package

if TYPE_CHECKING:
    from lxml.etree import _Element

OFFICE = shutil.which("soffice")
ROOT = Path(__file__).parents[1]
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped template, opened and saved once by LibreOffice."""
    folder = tmp_path_factory.mktemp("saved")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["--headless", "--convert-to", "docx", "--outdir", str(folder)]
    command = [str(OFFICE), profile, *convert, str(ROOT / "templates/brief.docx")]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "brief.docx"


@pytest.fixture(
    params=[
        "as it is shipped",
        pytest.param(
            "saved by LibreOffice",
            marks=pytest.mark.skipif(not OFFICE, reason="needs LibreOffice"),
        ),
    ]
)
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A project with one brief and a template of its own, as ``bluf template new`` makes it."""
    name = "2025-08-06-serbia-us"
    brief = tmp_path / "briefs" / name
    shutil.copytree(ROOT / "briefs" / name, brief, ignore=shutil.ignore_patterns(".bluf"))
    data = brief / "brief.yaml"
    data.write_text(f"{data.read_text('utf-8')}extra: {{file: EN 12/2026}}\n", "utf-8")
    (tmp_path / "bluf.toml").write_text('template = "ministry"\n', "utf-8")
    bluf(tmp_path, "template", "new", "ministry")
    if request.param == "saved by LibreOffice":
        shutil.copy(request.getfixturevalue("saved"), tmp_path / "templates/ministry.docx")
    return tmp_path


def bluf(home: Path, *arguments: str) -> None:
    with chdir(home):
        assert run(list(arguments)) == 0


def changed(template: Path, edit: Any) -> None:  # noqa: ANN401 - a function of a document
    document = Document(str(template))
    edit(document)
    document.save(str(template))


def build(home: Path, **more: Any) -> tuple[str, Any]:  # noqa: ANN401 - python-docx has no types
    """What is said of the page, and the Word file."""
    bluf(home, "template", "check", "templates/ministry.docx")
    data = home / "briefs/2025-08-06-serbia-us/brief.yaml"
    product = make(Order(data, template="ministry", templates=home / "templates", **more))
    assert [each.message for each in product.findings if each.level == "error"] == []
    assert product.page is not None
    said = f"{page_in_words(product.page)}, exactly {product.page.layout.fill}"
    return said, Document(BytesIO(product.outputs[0].content))


def shipped(home: Path) -> str:
    """What is said of the page in the shipped template."""
    product = make(Order(home / "briefs/2025-08-06-serbia-us/brief.yaml"))
    assert product.page is not None
    return f"{page_in_words(product.page)}, exactly {product.page.layout.fill}"


def theme_of(template: Path, change: Any) -> None:  # noqa: ANN401 - a function of an element
    package = read_package(template.read_bytes(), template.name)
    (name,) = [part for part in package.parts if part.startswith("word/theme/")]
    root = package.parts[name].root
    change(root)
    from lxml import etree

    template.write_bytes(write_package(edited(package, {name: etree.tostring(root)})))


def test_typeface_and_colours_come_from_the_theme(home: Path) -> None:
    def change(theme: _Element) -> None:
        for latin in theme.iter(f"{DRAWING}latin"):
            latin.set("typeface", "Arial")
        accent = next(theme.iter(f"{DRAWING}accent1"))
        next(accent.iter(f"{DRAWING}srgbClr")).set("val", "7A1F3D")

    theme_of(home / "templates/ministry.docx", change)
    said, document = build(home)
    assert said != shipped(home)
    for name in ("Normal", "Title"):
        (fonts,) = document.styles[name].element.iter(qn("w:rFonts"))
        assert fonts.get(qn("w:asciiTheme"))


def test_the_font_of_normal_changes_the_page(home: Path) -> None:
    def change(document: Any) -> None:  # noqa: ANN401 - as above
        normal = document.styles["Normal"]
        normal.font.name = "Times New Roman"
        for slot in ("ascii", "hAnsi"):  # as Word does
            normal.element.rPr.rFonts.attrib.pop(qn(f"w:{slot}Theme"), None)

    changed(home / "templates/ministry.docx", change)
    said, _ = build(home)
    assert said.startswith("1 page, ")
    assert said != shipped(home)


def test_name_and_logo_are_three_lines(home: Path) -> None:
    logo = ROOT / "docs/brief.png"
    head = Head("Ministry of Foreign Affairs", logo)
    said, document = build(home, letterhead=head)
    assert said.startswith("1 page, ")
    header = document.sections[0].first_page_header
    assert "Ministry of Foreign Affairs" in header.paragraphs[0].text
    assert list(header._element.iter(qn("w:drawing")))


def test_a_section_is_cut_and_pasted_elsewhere(home: Path) -> None:
    def move(document: Any) -> None:  # noqa: ANN401 - as above
        """“Background” goes before “Requests”."""
        blocks = list(document.element.body)
        texts = ["".join(t.text or "" for t in each.iter(qn("w:t"))) for each in blocks]
        start = texts.index("{%p if brief.background %}")
        end = texts.index("{%p endif %}", start)
        target = next(n for n, text in enumerate(texts) if text.startswith("{%p if brief.requests"))
        for block in blocks[start : end + 1]:
            blocks[target].addprevious(block)

    changed(home / "templates/ministry.docx", move)
    said, document = build(home)
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert said.startswith("1 page, ")
    assert headings.index("Background") < headings.index("Requests")


def test_a_column_of_ones_own_follows_its_content(home: Path) -> None:
    def add(document: Any) -> None:  # noqa: ANN401 - as above
        table = next(t for t in document.tables if "request.number" in t._element.xml)
        table.add_column(500_000)
        for row in table.rows:
            cell = row.cells[-1]
            if "labels.answer" in row._tr.xml:
                cell.text, style = "Topic", "Table Head"
            elif "request.number" in row._tr.xml:
                cell.text, style = "{{ request.topic }}", "Table Text"
            else:
                continue
            cell.paragraphs[0].style = document.styles[style]

    changed(home / "templates/ministry.docx", add)
    _, document = build(home)
    table = next(t for t in document.tables if t.rows[0].cells[-1].text == "Topic")
    assert table.rows[1].cells[-1].text == "Republic of Srpska"
    grid = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid.iter(qn("w:gridCol"))]
    assert sum(grid) == pytest.approx(9638, abs=3)


def test_a_field_of_ones_own_is_printed(home: Path) -> None:
    def add(document: Any) -> None:  # noqa: ANN401 - as above
        document.paragraphs[1].insert_paragraph_before("File: {{ brief.extra.file }}")

    changed(home / "templates/ministry.docx", add)
    said, document = build(home)
    assert said.startswith("1 page, ")
    assert "File: EN 12/2026" in [each.text for each in document.paragraphs]


def test_the_page_names_every_step() -> None:
    """Each test above is a heading of the page."""
    page = (ROOT / "docs/house-style.md").read_text("utf-8")
    assert {
        "Name and logo",
        "Typeface and colours",
        "Order of the sections",
        "A column of your own",
        "A field of your own",
    } <= set(re.findall("^## (.+)$", page, re.MULTILINE))
