"""A folder that somebody sent shows nothing, and changes nothing, of what lies elsewhere."""

from __future__ import annotations

import shutil
from itertools import cycle
from pathlib import Path

import pytest

from bluf.cli.app import run

ROOT = Path(__file__).parents[2]
HIDDEN = "token: hunter2-do-not-print\n"
SAMPLE = "briefs/2025-08-06-serbia-us"


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that was sent, beside a secret; we stand in it."""
    (tmp_path / "secret.yaml").write_text(HIDDEN, encoding="utf-8")
    folder = tmp_path / "sent"
    shutil.copytree(ROOT / SAMPLE, folder / SAMPLE)
    monkeypatch.chdir(folder)
    return folder


def put_link(path: str) -> None:
    link = Path(path)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(Path("../secret.yaml").resolve())


@pytest.mark.parametrize(
    ("link", "command"),
    [
        (f"{SAMPLE}/brief.yaml", ["build"]),
        (f"{SAMPLE}/brief.yaml", ["register"]),
        (f"{SAMPLE}/brief.yaml", ["sources", SAMPLE]),
        ("bluf.toml", ["build"]),
        ("pyproject.toml", ["build"]),
        ("templates/brief.docx", ["build"]),
        ("templates/brief.md", ["build"]),
        ("note.md", ["check", "note.md"]),
        ("note.docx", ["check", "note.docx"]),
        ("data.yaml", ["render", "n.md", "data.yaml", "-o", "x.md"]),
        (f"{SAMPLE}/2025-08-06-serbia-us.md", ["check"]),
        (f"{SAMPLE}/2025-08-06-serbia-us.md", ["build", "--check"]),
    ],
)
@pytest.mark.parametrize("output_format", ["text", "json"])
def test_a_link_to_elsewhere_shows_no_line_of_it(
    sent: Path,
    capsys: pytest.CaptureFixture[str],
    link: str,
    command: list[str],
    output_format: str,
) -> None:
    (sent / "n.md").write_text("{{ token }}", encoding="utf-8")
    put_link(link)
    if link == "pyproject.toml":
        Path("../secret.yaml").write_text(f"[tool.bluf]\n{HIDDEN}", encoding="utf-8")
    assert run([*command, "--output-format", output_format]) in {1, 3}
    shown = capsys.readouterr()
    assert "hunter2" not in shown.out + shown.err
    assert "hunter2" not in "".join(
        each.read_text(errors="replace") for each in sent.rglob("*.md") if not each.is_symlink()
    )


@pytest.mark.parametrize(
    ("link", "command"),
    [
        (f"{SAMPLE}/2025-08-06-serbia-us.md", ["build"]),
        ("briefs/register.md", ["register", "--format", "md"]),
        ("out.md", ["render", "n.md", "d.json", "-o", "out.md"]),
        ("report.txt", ["schema", "--output-file", "report.txt"]),
    ],
)
def test_an_output_never_goes_through_a_link(
    sent: Path, capsys: pytest.CaptureFixture[str], link: str, command: list[str]
) -> None:
    (sent / "n.md").write_text("{{ token }}", encoding="utf-8")
    (sent / "d.json").write_text('{"token": 1}', encoding="utf-8")
    put_link(link)
    assert run(command) == 4
    assert "a link of that name points outside the folder" in capsys.readouterr().err
    assert Path("../secret.yaml").read_text(encoding="utf-8") == HIDDEN


def test_a_brief_is_not_begun_behind_a_link(sent: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (sent / "briefs/2026-01-01-a").symlink_to(tmp_path / "elsewhere")
    assert run(["new", "2026-01-01-a"]) == 4
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_earlier_brief_is_not_looked_for_behind_a_link(sent: Path, tmp_path: Path) -> None:
    later = "briefs/2025-09-24-serbia-us"
    shutil.copytree(ROOT / later, sent / later)
    shutil.move(sent / SAMPLE, tmp_path / "2025-08-06-serbia-us")
    (sent / SAMPLE).symlink_to(tmp_path / "2025-08-06-serbia-us")
    assert run(["build", later, "--out", "public"]) == 0
    text = (sent / "public/2025-09-24-serbia-us.md").read_text(encoding="utf-8")
    beside = (sent / later / "2025-09-24-serbia-us.md").read_text("utf-8")
    assert "Outstanding" in beside
    assert "Outstanding" not in text


def test_settings_lead_nowhere_else(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = 'briefs = "../elsewhere"\ntemplates = "/nowhere"\ntemplate = "../t.docx"\n'
    (sent / "bluf.toml").write_text(settings, encoding="utf-8")
    assert run(["build"]) == 3
    assert capsys.readouterr().err.count("leads out of the folder of the settings") == 3


@pytest.mark.parametrize("output_format", ["text", "json", "github", "sarif", "junit"])
def test_no_report_gives_orders_to_a_log(
    sent: Path, capsys: pytest.CaptureFixture[str], output_format: str
) -> None:
    data = sent / SAMPLE / "brief.yaml"
    first, *quotes = data.read_text(encoding="utf-8").split("quote: >-\n          ")
    orders = ("##vso[task.setvariable]", "##[group]", "##teamcity[x]", "::error::")
    ordered = (f"quote: >-\n          {a}{b}" for a, b in zip(cycle(orders), quotes))
    data.write_text("".join([first, *ordered]), encoding="utf-8")
    for command in (["check"], ["register"], ["sources", SAMPLE], ["thread", "R1"]):
        run([*command, "--output-format", output_format])
        shown = capsys.readouterr()
        for line in (shown.out + shown.err).splitlines():
            assert not line.lstrip().startswith("::error::")
            assert "##vso[" not in line
            assert "##[" not in line
            assert "##teamcity[" not in line
