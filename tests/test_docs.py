"""What is documented is run: every ``bluf`` command in README and docs, block by block."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from docx import Document
from tests.octavo.pages.fonts_made import make_font

from bluf.cli.app import run
from octavo.office import LIBREOFFICE

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md"), ROOT / ".github/CONTRIBUTING.md"])
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
OFFICE = re.compile(r"^bluf show |--format \S*(pdf|png)|--confirm-pages|--verify\b")
"""What asks LibreOffice for something."""
EXIT = re.compile(r"#.*\bexit (\d+)\s*$")
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#|mailto:)([^)#\s]+)")


def blocks(page: Path) -> list[list[tuple[str, int]]]:
    """The ``bluf`` lines of each shell block of a page, and the exit code each is said to have."""
    texts = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [block for text in texts if (block := commands(text))]


def commands(text: str) -> list[tuple[str, int]]:
    wanted = []
    for line in text.splitlines():
        code = EXIT.search(line)
        command = line.partition(" #")[0].strip()
        if command.startswith("bluf "):
            wanted.append((command, int(code[1]) if code else 0))
    return wanted


def put_props() -> None:
    """The small files that examples of ``bluf render`` name."""
    letter = Document()
    letter.add_paragraph("To {{ name }}")
    for name in ("letter.docx", "memo.dotx"):
        letter.save(name)
    Path("agenda.md").write_text("# {{ name }}\n", encoding="utf-8")
    Path("ministry.yaml").write_text("name: Ministry\n", encoding="utf-8")
    Path("meeting.toml").write_text('name = "Meeting"\n', encoding="utf-8")
    Path("memo.json").write_text('{"name": "Memo"}\n', encoding="utf-8")
    for name in ("MinistrySans-Regular.ttf", "MinistrySans-Bold.ttf"):
        make_font(Path(name), "Ministry Sans")
    put_drafts()


def put_drafts() -> None:
    """Drafts with their sources: one that quotes rightly, and one that does not."""
    Path("sources").mkdir()
    Path("sources/release.txt").write_text("We agreed to meet in May.\n", encoding="utf-8")
    Path("memo.md").write_text("He said “we agreed to meet”.\n", encoding="utf-8")
    answer = "items: [{kind: outcome, statement: To meet, quotes: [{sentence: 1}]}]\n"
    Path("answer.yaml").write_text(answer, encoding="utf-8")
    Path("draft.md").write_text("He said “we agreed to meet in June”.\n", encoding="utf-8")


def expanded(command: str) -> list[str]:
    """The words of a command, with patterns of file names spelt out as a shell does."""
    found: list[str] = []
    for word in shlex.split(command):
        found.extend(map(str, sorted(Path().glob(word))) if "*" in word else [word])
    return found


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(block, id=f"{name(page)}:{number}")
        for page in PAGES
        for number, block in enumerate(blocks(page), 1)
    ],
)
def test_every_command_of_a_page_runs_as_it_says(
    block: list[tuple[str, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if any(OFFICE.search(command) for command, _ in block) and not LIBREOFFICE.find():
        pytest.skip("LibreOffice is not installed")
    for folder in ("briefs", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    put_props()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(Path("memo.md").read_bytes())))
    if any(command.startswith("bluf mcp") for command, _ in block):
        pytest.importorskip("mcp")
        monkeypatch.setattr("bluf.mcp_server.serve", lambda folder: folder)
    for command, code in block:
        got = run(expanded(command)[1:])
        assert got == code, f"{command}\n{capsys.readouterr()}"


@pytest.mark.parametrize("page", ["pages.md", "verify.md"])
def test_the_example_in_python_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = PYTHON.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    brief = ROOT / "briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx"
    shutil.copy(brief, tmp_path / "brief.docx")
    monkeypatch.chdir(tmp_path)
    put_drafts()
    Path("example.py").write_text(example, encoding="utf-8")
    runpy.run_path("example.py")
    assert capsys.readouterr().out


def test_every_link_to_a_file_leads_somewhere() -> None:
    links = [
        (name(page), target)
        for page in PAGES
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert links == []


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "update_docs.py"))["manual"]()
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == made
