"""Run the rules over a case of any kind; the end of its name says which.

``.yaml`` a data file, ``.md`` a finished Markdown file, ``.docx`` a Word file or the folder of its
parts, ``.template`` and ``.template.md`` templates, ``.output`` a file that stands and the one that
the data gives, ``.register`` data files linked to one another, ``.folder`` a folder to look for
briefs in, ``.page`` a Word file to be measured, ``.annex`` a brief and its template, ``.name`` the
name of a template, ``.scrub`` a Word template to be rid of its traces, ``.tool`` a program to be
run, ``.draft`` a draft and its sources, ``.sent`` a brief that was sent round, ``.diff`` two Word
files to be compared, ``.audience`` a brief for an audience, ``.confirmed`` an estimate of pages and
the pages that LibreOffice counts.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.roundtrip.office import without_digest

from bluf import api
from bluf.checks import (
    CheckedRecord,
    FinishedOutput,
    read_markdown,
    read_template,
    read_word,
    run,
    settle,
)
from bluf.claims import proven
from bluf.data import read
from bluf.markings import Clearance
from bluf.pipeline import Product, deliver, office, pull
from bluf.pipeline.fix import fixable, fixed
from bluf.pipeline.making import make
from bluf.pipeline.order import ONE_PAGE, Order, Paging
from bluf.pipeline.page import lay_out
from bluf.pipeline.plan import find_briefs
from bluf.pipeline.render import Renderer
from bluf.pipeline.templates import find_template, shipped_folder
from bluf.pipeline.verdicts import PageReport
from bluf.redaction import Audience
from bluf.register import link, read_card
from bluf.views import mapping, view
from octavo.finding import Finding, FindingsError
from octavo.location import FileLocation
from octavo.markdown import compile_template
from octavo.office.tools import Tool
from octavo.office.tools import run as run_tool
from octavo.ooxml import read_package
from octavo.ooxml.comparison import compare
from octavo.ooxml.metadata import scrub
from octavo.pages import Layout, Verdict

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.views import BriefView
    from octavo.ooxml import Package


class _Printed(Renderer, frozen=True):
    """A press that makes one file, whatever is asked of it."""

    document: bytes = b""

    def word(self, shown: BriefView) -> Package:
        del shown
        return read_package(self.document, str(self.order.data))


Check = Callable[[Path], tuple[Finding, ...]]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_KINDS = ("styles", "settings", "comments", "footnotes", "header", "footer")
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    **{f"word/{kind}.xml": f"{_WORD}.{kind}+xml" for kind in _MAIN_KINDS},
}
_ROOT_KINDS = {
    "word/document.xml": f"{_OFFICE}/officeDocument",
    "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
    "docProps/app.xml": f"{_OFFICE}/extended-properties",
}


def _relationships(kinds: dict[str, str], folder: str) -> str:
    entries = "".join(
        f'<Relationship Id="{Path(name).stem}" Type="{kind}" Target="{name.removeprefix(folder)}"/>'
        for name, kind in kinds.items()
    )
    link = f'<Relationship Id="web" Type="{_OFFICE}/hyperlink" TargetMode="External"'
    web = f'{link} Target="https://example.org"/>' if folder else ""
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}{web}</Relationships>'


def pack(folder: Path) -> bytes:
    """A Word file from a folder of its parts; content types and relationships are added."""
    parts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.xml"))
    }
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES[name]}"/>' for name in parts
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    default = f'<Default Extension="rels" ContentType="{rels}"/>'
    of_main = {
        name: f"{_OFFICE}/{Path(name).stem}"
        for name in parts
        if name.startswith("word/") and name != "word/document.xml"
    }
    of_root = {name: kind for name, kind in _ROOT_KINDS.items() if name in parts}
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{default}{types}</Types>',
        "_rels/.rels": _relationships(of_root, ""),
        "word/_rels/document.xml.rels": _relationships(of_main, "word/"),
        **parts,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in written.items():
            archive.writestr(name, data)
    return target.getvalue()


def _check_data(path: Path) -> tuple[Finding, ...]:
    file = read(path)
    found = proven(file)
    proof, raised = found.proof, found.findings
    record = CheckedRecord(file, proof, file.brief.date)
    return (*settle(run(record, raised=(*file.warnings, *raised)), file), *_in_view(file))


def _in_view(file: DataFile) -> tuple[Finding, ...]:
    drafted = make(Order(Path(file.path), formats=(), allow_findings=True))
    return tuple(found for found in drafted.findings if found.rule == "language-without-labels")


def _check_audience(path: Path) -> tuple[Finding, ...]:
    """What keeps a brief from being made for partners, who may see what is confidential."""
    partners = Audience("partners", Clearance(("CONFIDENTIAL",)))
    text = path.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        data = Path("brief.yaml")
        data.write_text(text, encoding="utf-8")
        return make(Order(data, formats=("md",), audience=partners)).findings


def _check_markdown(path: Path) -> tuple[Finding, ...]:
    return run(read_markdown(str(path), path.read_text(encoding="utf-8")))


def _check_word(path: Path) -> tuple[Finding, ...]:
    data = pack(path) if path.is_dir() else path.read_bytes()
    return run(read_word(data, str(path)))


def _check_template(path: Path) -> tuple[Finding, ...]:
    findings = run(read_template(path))
    try:
        compile_template(path).render(mapping(_view()))
    except FindingsError as error:
        return (*findings, *error.findings)
    return findings


def _check_word_template(path: Path) -> tuple[Finding, ...]:
    with TemporaryDirectory() as folder:
        packed = Path(folder) / f"{path.stem}.docx"
        packed.write_bytes(pack(path))
        use = read_template(packed)
    relative = (replace(f, location=replace(f.location, path=packed.name)) for f in use.warnings)
    return run(use, raised=relative)


def _check_output(path: Path) -> tuple[Finding, ...]:
    found = {each.stem: each.read_bytes() for each in path.iterdir()}
    stands, again = found.get("stands"), found.get("again")
    return run(FinishedOutput(f"{path.stem}.md", stands, found["expected"], again))


def _check_register(path: Path) -> tuple[Finding, ...]:
    return link(read_card(each) for each in sorted(path.glob("*.yaml"))).findings


def _check_folder(path: Path) -> tuple[Finding, ...]:
    find_briefs([path])
    return ()


def _check_page(path: Path) -> tuple[Finding, ...]:
    document = pack(path)
    return lay_out(
        _sample(), _view(), ONE_PAGE, _Printed(Order(path), ("docx",), document)
    ).findings


def _check_annex(path: Path) -> tuple[Finding, ...]:
    shipped = Path(shipped_folder())
    with TemporaryDirectory() as folder:
        template = Path(folder) / "page.docx"
        template.write_bytes((shipped / "brief.docx").read_bytes())
        own = path / "page.md"
        text = own if own.is_file() else shipped / "brief.md"
        template.with_suffix(".md").write_bytes(text.read_bytes())
        order = Order(path / "brief.yaml", template=str(template), pages=Paging(annex=True))
        findings = make(replace(order, allow_findings=True)).findings
    return tuple(_named(found) if folder in str(found.location) else found for found in findings)


def _named(found: Finding) -> Finding:
    """The finding at the name of its file, which lay in a folder of the moment."""
    return replace(found, location=FileLocation(Path(found.location.path).name))


def _check_name(path: Path) -> tuple[Finding, ...]:
    find_template(path.read_text(encoding="utf-8").strip(), "docx")
    return ()


def _check_tool(path: Path) -> tuple[Finding, ...]:
    program, *arguments = path.read_text(encoding="utf-8").split()
    run_tool(Tool("The tool", (program,), {"": "ask the desk"}), arguments, "brief.docx", 60)
    return ()


def _check_confirmed(path: Path) -> tuple[Finding, ...]:
    estimate, pages = map(int, path.read_text(encoding="utf-8").split())
    report = PageReport(Layout(Verdict.FITS, pages=estimate, fill=0.5, limit=2))
    return office.confirmed(Product("brief", page=report), pages, 2).findings


def _check_diff(path: Path) -> tuple[Finding, ...]:
    before, after = (read_package(pack(path / side), f"{side}.docx") for side in "ab")
    return compare(before, after)


def _check_draft(path: Path) -> tuple[Finding, ...]:
    return api.findings(api.verify_draft(path / "draft.md", path / "sources"))


def _check_sent(path: Path) -> tuple[Finding, ...]:
    """A brief that was built, whose Word file came back under the name that ``from`` gives."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / path.stem
        shutil.copytree(path, home)
        order = Order(home / "brief.yaml")
        word = deliver(make(order)).written[0].path
        came = (home / "from").read_text(encoding="utf-8").strip()
        if came == "saved again":
            word.write_bytes(_saved_again(word.read_bytes()))
            return tuple(_named(found) for found in deliver(make(order)).notes)
        if came == "older":
            word.write_bytes(without_digest(word.read_bytes()))
            return tuple(_named(found) for found in deliver(make(order)).notes)
        if came == "unknown":
            shutil.rmtree(home / ".bluf")
        try:
            pull(word, home / "brief.yaml", accept=True)
        except FindingsError as error:
            return tuple(_named(found) for found in error.findings)
    return ()


def _saved_again(document: bytes) -> bytes:
    """The file as another program writes it: other bytes in a part, no word changed."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            end = b"<!-- saved -->" if name == "word/styles.xml" else b""
            new.writestr(name, old.read(name) + end)
    return written.getvalue()


def _check_scrub(path: Path) -> tuple[Finding, ...]:
    data = pack(path) if path.is_dir() else path.read_bytes()
    return scrub(read_package(data, str(path)), lambda _: False).findings


def _sample() -> DataFile:
    return read(Path(os.path.relpath(Path(__file__).parent / "sample.yaml")))


def _view() -> BriefView:
    file = _sample()
    return view(file.brief, proven(file).proof)


_CHECKS: dict[str, Check] = {
    ".yaml": _check_data,
    ".toml": _check_data,
    ".md": _check_markdown,
    ".docx": _check_word,
    ".template": _check_word_template,
    ".template.md": _check_template,
    ".output": _check_output,
    ".register": _check_register,
    ".folder": _check_folder,
    ".annex": _check_annex,
    ".page": _check_page,
    ".name": _check_name,
    ".confirmed": _check_confirmed,
    ".diff": _check_diff,
    ".audience": _check_audience,
    ".draft": _check_draft,
    ".scrub": _check_scrub,
    ".sent": _check_sent,
    ".tool": _check_tool,
}


@pytest.fixture
def check() -> Check:
    """Gives every finding about a case, those that refuse it among them."""

    def checked(path: Path) -> tuple[Finding, ...]:
        kind = ".template.md" if path.name.endswith(".template.md") else path.suffix
        try:
            return _CHECKS.get(kind, _check_data)(path)
        except FindingsError as error:
            return error.findings

    return checked


BRIEF = """\
id: case
title: Talks
date: 2025-08-07
to: Minister
from: Desk
marking: "{marking}"  # as the other side marks it
bottom_line: They met.
follow_ups:
  - id: F1{first}
    action: Meet again
    owner: both{owner}
    due: {due}
"""


def mended(check: Check, path: Path, **values: str) -> str:
    defaults = {"marking": "TLP:RED", "first": "", "owner": "", "due": "2025-12-31"}
    path.write_text(BRIEF.format(**{**defaults, **values}), encoding="utf-8")
    text = fixed(path.read_text(encoding="utf-8"), check(path))
    path.write_text(text, encoding="utf-8")
    assert not fixable(check(path))
    return text
