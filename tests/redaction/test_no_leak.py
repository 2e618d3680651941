"""Nothing that an audience may not see is told by any output, in any way."""

from __future__ import annotations

import base64
import contextlib
import io
import zipfile
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, NamedTuple

import docx
import pytest
from PIL import Image, PngImagePlugin
from tests.redaction.planting import OPEN, SECRET, SETTINGS, SHARED, plant
from tests.redaction.searching import found_in

from bluf import checks
from bluf.checks import read_markdown, read_word
from bluf.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.finding import Finding

NAMES = ("2025-08-06-serbia-us", "2025-09-24-serbia-us")
LAYOUTS = ("brief", "action-memo", "talking-points", "minutes")
AUDIENCES = {"partners": (SECRET,), "public": (SECRET, SHARED)}
TEMPLATES = Path(__file__).parents[2] / "templates"
REGISTER = "md,docx,html,xlsx,csv,json,ics"


def _project(folder: Path, **how: object) -> dict[str, set[str]]:
    (folder / "bluf.toml").write_text(SETTINGS, encoding="utf-8")
    words: dict[str, set[str]] = {SECRET: set(), SHARED: set()}
    for name in NAMES:
        for marking, planted in plant(name, folder / "briefs", **how).items():  # type: ignore[arg-type]
            words[marking] |= planted
    return words


def _make(folder: Path, audience: str, layouts: tuple[str, ...] = LAYOUTS) -> dict[str, bytes]:
    """Every output for an audience, by its path in a folder of its own."""
    out = folder / f"out-{audience}"
    with contextlib.chdir(folder):
        for layout in layouts:
            build = ["build", "--for", audience, "--allow-findings", "--template", layout]
            run([*build, "--format", "docx,md,proof", "--out", str(out / layout), "--annex"])
        register = ["register", "--for", audience, "--as-of", "2025-10-01", "--format", REGISTER]
        run([*register, "--out", str(out)])
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


class Made(NamedTuple):
    """A project with planted words, and what was made of it for each audience."""

    words: dict[str, set[str]]
    outputs: dict[str, dict[str, bytes]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("planted")
    words = _project(folder)
    return Made(words, {audience: _make(folder, audience) for audience in AUDIENCES})


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_output_tells_a_word_that_an_audience_may_not_see(made: Made, audience: str) -> None:
    hidden = set().union(*(made.words[marking] for marking in AUDIENCES[audience]))
    outputs = made.outputs[audience]
    assert len(outputs) == 2 * 3 * len(LAYOUTS) + 7
    told = {name: found_in(content, hidden) for name, content in outputs.items()}
    assert {name: found for name, found in told.items() if found} == {}
    assert not any(word.casefold() in name.casefold() for name in outputs for word in hidden)


@pytest.mark.parametrize("end", [".docx", ".md", ".html", ".xlsx", ".csv", ".json", ".ics"])
def test_what_an_audience_may_see_is_told(made: Made, end: str) -> None:
    """So that a search which finds nothing is no search that cannot find."""
    files = [each for name, each in made.outputs["partners"].items() if name.endswith(end)]
    assert files
    assert all(found_in(each, made.words[SHARED]) for each in files)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_outputs_are_the_same_whatever_is_hidden(made: Made, audience: str, tmp_path: Path) -> None:
    """Not a byte, a number, a name or a size hangs on what an audience may not see."""
    _project(tmp_path, seed="other", hidden=3)
    others = _make(tmp_path, audience, ("brief", "minutes"))
    outputs = made.outputs[audience]
    assert len(others) == 2 * 3 * 2 + 7
    assert [name for name in others if others[name] != outputs.get(name)] == []


def _template(folder: Path, word: str) -> None:
    """The shipped template with a word in what travels unseen: a picture, properties, fields."""
    document = docx.Document(str(TEMPLATES / "brief.docx"))
    exif = Image.Exif()
    exif[0x013B] = word
    picture = io.BytesIO()
    Image.new("RGB", (9, 9), "navy").save(picture, "JPEG", exif=exif, comment=word)
    picture.write(word.encode())
    picture.seek(0)
    document.add_picture(picture)
    (shape,) = document.inline_shapes
    shape._inline.docPr.set("descr", f"C:\\Users\\{word}\\logo.jpg")
    hidden = document.add_paragraph().add_run(word)
    hidden.font.hidden = True
    document.core_properties.author = document.core_properties.keywords = word
    url = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    document.part.relate_to(f"https://example.org/{word}", url, is_external=True)
    folder.mkdir()
    document.save(str(folder / "planted.docx"))
    logo = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", word)
    Image.new("RGB", (9, 9), "navy").save(logo, "PNG", pnginfo=info)
    (folder / "logo.png").write_bytes(logo.getvalue() + word.encode())


needs_office = pytest.mark.skipif(not which("soffice"), reason="needs LibreOffice")


@pytest.mark.parametrize(
    ("formats", "audience"),
    [
        ("docx", "partners"),
        pytest.param("docx,pdf,png", "public", marks=[needs_office, pytest.mark.thorough]),
    ],
)
def test_no_output_tells_what_a_template_hides(formats: str, audience: str, tmp_path: Path) -> None:
    words = _project(tmp_path)
    planted = "Zqtemplate01vx"
    _template(tmp_path / "templates", planted)
    letterhead = '[letterhead]\nname = "Ministry"\nlogo = "templates/logo.png"\n'
    (tmp_path / "bluf.toml").write_text(letterhead + SETTINGS, encoding="utf-8")
    build = ["build", "--for", audience, "--allow-findings"]
    with contextlib.chdir(tmp_path):
        run([*build, "--template", "planted", "--format", formats, "--out", "out"])
    outputs = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert len(outputs) >= len(NAMES) * len(formats.split(","))
    hidden = {planted}.union(*(words[marking] for marking in AUDIENCES[audience]))
    told = {name: found_in(content, hidden) for name, content in outputs.items()}
    assert {name: found for name, found in told.items() if found} == {}


def test_a_finished_folder_carries_no_part_that_its_banner_does_not_allow(made: Made) -> None:
    for audience in AUDIENCES:
        findings = [
            finding
            for name, content in made.outputs[audience].items()
            if name.endswith((".md", ".docx"))
            for finding in checked(name, content)
        ]
        assert findings == []
    (page, *_) = [
        content.decode()
        for name, content in made.outputs["partners"].items()
        if name.endswith(".md") and SHARED in content.decode()
    ]
    assert checked("page.md", page.replace(f"**{SHARED}**", f"**{OPEN}**").encode())


def checked(name: str, content: bytes) -> list[Finding]:
    """What is wrong with the portion marks of a finished file."""
    file = (
        read_word(content, name)
        if name.endswith(".docx")
        else read_markdown(name, content.decode())
    )
    return [found for found in checks.run(file) if found.rule == "portion-above-banner"]


def _hiding(word: str) -> Iterator[bytes]:
    yield f"x{word}y".encode()
    yield f"x{word}y".encode("utf-16")
    yield base64.b64encode(f"some more text {word}".encode())
    yield "".join(f"&#{ord(sign)};" for sign in word).encode()
    yield "".join(f"%{ord(sign):02x}" for sign in word).encode()
    yield f"<w:t>{word[:3]}</w:t><w:t>{word[3:]}</w:t>".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", f"<a>{word}</a>")
    yield packed.getvalue()
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", f"some words {word}", zip=True)
    picture = io.BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG", pnginfo=info)
    yield picture.getvalue()


@pytest.mark.parametrize("number", range(8))
def test_the_search_finds_a_word_in_every_disguise(number: int) -> None:
    content = list(_hiding("Zqa001vx"))[number]
    assert found_in(content, {"Zqa001vx"}) == {"zqa001vx"}
    assert found_in(content, {"Zqa002vx"}) == set()
