"""Every layout in every language: the text by its rules, the file by the standard."""

from __future__ import annotations

import os
import subprocess
from io import BytesIO
from shutil import which
from typing import TYPE_CHECKING, Any, cast

import pypdf
import pytest
from docx import Document

from bluf.checks import read_template, run
from bluf.pipeline import Order, make, shipped_folder
from bluf.views import LAYOUTS, languages
from octavo.office import to_pdfs
from octavo.ooxml import qn, read_package

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

VALIDATOR = os.environ.get("BLUF_OOXML_VALIDATOR")
OFFICE = which("soffice")
RECORD = """
id: talks
title: T1 – T2
date: 2026-04-01
to: N1
through: [N2, N3]
from: N4
cc: [N5]
reference: A/1
contact: N6
marking: CONFIDENTIAL
language: {language}
our_side: aa
bottom_line: L1.
recommendations: [{{text: L2, by: 2026-04-18}}]
parties: {{aa: {{name: P1}}, bb: {{name: P2}}}}
sources:
  ours:
    {{title: S1, publisher: P3, party: aa, date: 2026-02-18, url: "https://a.org/", file: a.txt}}
  theirs: {{title: S2, publisher: P4, party: bb, kind: readout, file: b.txt}}
events:
  - id: E1
    title: M1
    date: 2026-04-01
    place: C1
    participants: [{{name: N7, role: O1, party: aa}}, {{name: N8, party: bb}}]
requests:
  - id: R1
    from: aa
    to: bb
    ask: Q1
    state: planned
    evidence: [{{source: ours, quote: {said}}}]
  - id: R2
    from: aa
    to: bb
    ask: Q2
    response: noted
    evidence: [{{source: ours, quote: {said}}}]
outcomes:
  - id: O1
    statement: X1
    strength: agreed
    answers: [R2]
    evidence:
      - {{source: ours, quote: one two three four five, strength: agreed, due: W1 W2}}
      - {{source: theirs, quote: six seven eight nine ten, strength: discussed, due: W3 W4}}
follow_ups:
  - {{id: F1, action: A1, owner: aa, own: true, due: {{latest: 2026-04-01}}}}
  - {{id: F2, action: A2, owner: bb, due: {{wording: W1, latest: 2026-02-18}}, follows: [O1]}}
comment: K1.
lines_to_take: [K2]
next: [{{title: M2, date: 2026-04-01, place: C2}}]
background: K3.
"""


SAID = "one two three four five"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("one two three four five\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("six seven eight nine ten\n", encoding="utf-8")
    return tmp_path / "talks.yaml"


def built(
    record: Path, language: str, layout: str = "brief", paper: str = "a4"
) -> tuple[bytes, str]:
    """The Word file and the text of the Markdown file."""
    record.write_text(RECORD.format(language=language, said=SAID), encoding="utf-8")
    product = make(Order(record, template=layout, paper=paper, allow_findings=True))
    assert not product.refused, product.findings
    word, markdown = product.outputs
    return word.content, markdown.content.decode()


@pytest.mark.skipif(not VALIDATOR, reason="needs the Open XML validator")
@pytest.mark.parametrize("language", languages())
def test_the_validator_finds_nothing(record: Path, tmp_path: Path, language: str) -> None:
    for layout in LAYOUTS:
        path = tmp_path / f"{layout}.docx"
        path.write_bytes(built(record, language, layout, "letter")[0])
        done = subprocess.run([VALIDATOR or "", path], capture_output=True, text=True, check=False)
        assert '"ok": true' in done.stdout


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_is_as_wide_as_its_columns(record: Path, layout: str) -> None:
    content, _ = built(record, "en", layout)
    templates = [(shipped_folder() / f"{layout}.docx").read_bytes()]
    for document in (content, *templates):
        root = read_package(document, "x.docx").parts["word/document.xml"].root
        for table in root.iter(qn("w:tbl")):
            grid = [int(each.get(qn("w:w"), "0")) for each in table.iter(qn("w:gridCol"))]
            for row in table.iter(qn("w:tr")):
                cells = list(row.iter(qn("w:tc")))
                assert sum(widths(cells)) == sum(grid)
                if len(cells) == len(grid):
                    assert widths(cells) == grid


def widths(cells: list[_Element]) -> list[int]:
    found = (next(cell.iter(qn("w:tcW"))) for cell in cells)
    return [int(each.get(qn("w:w"), "0")) for each in found]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_style_inherits_from_normal_and_names_no_face(layout: str) -> None:
    template = (shipped_folder() / f"{layout}.docx").read_bytes()
    root = read_package(template, "x.docx").parts["word/styles.xml"].root
    styles = [each for each in root.iter(qn("w:style")) if each.get(qn("w:type")) == "paragraph"]
    alone = [each.get(qn("w:styleId")) for each in styles if each.find(qn("w:basedOn")) is None]
    assert alone == ["Normal"]
    assert [each for each in root.iter(qn("w:rFonts")) if each.get(qn("w:ascii"))] == []


needs_office = pytest.mark.skipif(not OFFICE, reason="needs LibreOffice")


@pytest.mark.thorough
@needs_office
def test_templates_that_libreoffice_saved_are_templates_still(tmp_path: Path) -> None:
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    templates = [str(shipped_folder() / f"{layout}.docx") for layout in LAYOUTS]
    convert = [str(OFFICE), profile, "--headless", "--convert-to", "docx", "--outdir"]
    subprocess.run([*convert, str(tmp_path), *templates], check=True, capture_output=True)
    for layout in LAYOUTS:
        use = read_template(tmp_path / f"{layout}.docx")
        assert [found for found in run(use, raised=use.warnings) if found.level == "error"] == []


class Structure:
    """What a screen reader is told of a PDF: the roles of its parts, with those within."""

    def __init__(self, content: bytes) -> None:
        reader = pypdf.PdfReader(BytesIO(content))
        self.root = cast("Any", reader.trailer["/Root"])
        self.title = reader.metadata.title if reader.metadata else ""
        self.roles: list[str] = []
        self.tables: list[set[str]] = []
        self._walk(self.root["/StructTreeRoot"])

    def _walk(self, node: Any) -> set[str]:  # noqa: ANN401 - an object of PDF
        kids = node.get("/K", []) if isinstance(node, pypdf.generic.DictionaryObject) else []
        kids = kids if isinstance(kids, list) else [kids]
        objects = [each.get_object() for each in kids if not isinstance(each, int)]
        within = set().union(*map(self._walk, objects)) if objects else set()
        role = str(node.get("/S", "")) if isinstance(node, pypdf.generic.DictionaryObject) else ""
        self.roles += [role] if role else []
        self.tables += [within] if role == "/Table" else []
        return within | {role}


@pytest.mark.thorough
@needs_office
def test_the_pdf_tells_title_language_headings_and_tables(record: Path) -> None:
    languages = [language for language in ("en", "ar") for _ in LAYOUTS]
    words = [
        built(record, language, layout)[0]
        for language, layout in zip(languages, (*LAYOUTS, *LAYOUTS), strict=True)
    ]
    contents = to_pdfs([read_package(word, "talks.docx") for word in words])
    for language, word, content in zip(languages, words, contents, strict=True):
        check_structure(language, word, content)


def check_structure(language: str, word: bytes, content: bytes) -> None:
    told = Structure(content)
    assert told.title == "T1 – T2"
    assert str(told.root["/Lang"]).startswith(language)
    assert told.root["/MarkInfo"]["/Marked"]
    assert told.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in told.root["/Metadata"].get_object().get_data()
    styles = [each.style.name for each in Document(BytesIO(word)).paragraphs if each.style]
    headings = [name for name in styles if name == "Heading 1"]
    assert told.roles.count("/H1") >= len(headings) > 3
    assert len(pypdf.PdfReader(BytesIO(content)).outline) >= len(headings)
    assert told.tables
    assert all("/TH" in within for within in told.tables)
