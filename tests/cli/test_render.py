from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from bluf.cli.app import run
from bluf.cli.errors import ExitCode
from octavo.ooxml import IMAGE


@pytest.fixture(autouse=True)
def _with_templates_and_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = Document()
    document.add_paragraph("Dear {{ name }}, {{ brief.day|date }}")
    document.save("letter.docx")
    Path("letter.md").write_text("Dear {{ name }}\n", encoding="utf-8")
    Path("ada.yaml").write_text("name: R&D\nday: 2025-08-06\n", encoding="utf-8")


def test_render_fills_a_word_template(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "letter.docx", "ada.yaml", "--language", "fr"]) == 0
    assert "wrote ada.docx" in capsys.readouterr().out
    assert Document("ada.docx").paragraphs[0].text == "Dear R&D, 6 août 2025"


def test_render_fills_a_markdown_template() -> None:
    assert run(["render", "letter.md", "ada.yaml", "-o", "out/ada.md"]) == 0
    assert Path("out/ada.md").read_text(encoding="utf-8") == "Dear R&D\n"


def test_render_overwrites_neither_template_nor_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "letter.docx", "ada.yaml", "-o", "letter.docx"]) == 2
    assert "would be overwritten" in capsys.readouterr().err


def test_render_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bob.yaml").write_text("nmae: Bob\n", encoding="utf-8")
    assert run(["render", "letter.docx", "bob.yaml"]) == 3
    assert "did you mean “nmae”?" in capsys.readouterr().err
    assert not Path("bob.docx").exists()


def test_render_takes_numbers_and_truth_for_what_they_are() -> None:
    Path("n.md").write_text(
        "{{ a + 1 }} {{ b }} {{ c[0].d }}{% if off %}on{% endif %}{% if b > 1 %} more{% endif %}\n"
    )
    Path("n.yaml").write_text("a: 41\nb: 1.50\nc: [{d: '007'}]\noff: false\nnone: null\n")
    assert run(["render", "n.md", "n.yaml", "-o", "out.md"]) == 0
    assert Path("out.md").read_text(encoding="utf-8") == "42 1.50 007 more\n"


def test_render_refuses_a_word_file_with_macros_for_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template, data = tmp_path / "t.docm", tmp_path / "d.json"
    template.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
    data.write_text("{}", encoding="utf-8")
    assert run(["render", str(template), str(data)]) == ExitCode.REFUSED
    assert "error package-unsupported:" in capsys.readouterr().err


def test_render_takes_an_encoding_and_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    Path("c.csv").write_bytes("name\nCafé\n".encode("cp1252"))
    assert run(["render", "letter.md", "c.csv"]) == 3
    assert "--encoding cp1252" in capsys.readouterr().err

    assert run(["render", "letter.md", "c.csv", "--encoding", "cp1252"]) == 0
    assert Path("c.md").read_text(encoding="utf-8") == "Dear Café\n"


def test_a_cell_without_a_heading_is_refused_not_dropped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("t.md").write_text("{{ name }}", encoding="utf-8")
    Path("d.csv").write_text("name,age\nA,1,more\n", encoding="utf-8")
    assert run(["render", "t.md", "d.csv"]) == 3
    assert "this cell, “more”, stands in a column without a heading" in capsys.readouterr().err


def test_a_rendered_file_loads_nothing_from_elsewhere() -> None:
    Path("t.md").write_text("![a](https://example.org/a.png) ![b](b.png)\n", encoding="utf-8")
    Path("d.json").write_text("{}", encoding="utf-8")
    assert run(["render", "t.md", "d.json", "-o", "out.md"]) == 0
    shown = Path("out.md").read_text(encoding="utf-8")
    assert shown == "[a](https://example.org/a.png) ![b](b.png)\n"


def test_a_value_is_no_picture_from_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.md").write_text("![a]({{ where }})\n", encoding="utf-8")
    Path("d.json").write_text('{"where": "https://example.org/a.png"}', encoding="utf-8")
    assert run(["render", "t.md", "d.json", "-o", "out.md"]) == 3
    assert "a picture lies beside the file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("missing", "text"), [("empty", "Dear ,\n"), ("keep", "Dear {{ name }},\n")]
)
def test_render_passes_missing_names_over_and_tells_each(
    missing: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("note.md").write_text("Dear {{ name }},\n", encoding="utf-8")
    Path("note.yaml").write_text("other: x\n", encoding="utf-8")
    assert run(["render", "note.md", "note.yaml", "-o", "out.md", "--missing", missing]) == 0
    assert Path("out.md").read_text(encoding="utf-8").replace("\\", "") == text
    assert "note undefined-name" in capsys.readouterr().err


def test_render_lets_stand_what_is_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    document = Document()
    document.add_paragraph("{{ name }}")
    document.part.relate_to("https://example.org/a.png", IMAGE, is_external=True)
    document.save("t.docx")
    Path("d.yaml").write_text("name: Ana\n", encoding="utf-8")
    assert run(["render", "t.docx", "d.yaml"]) == 3
    assert "may allow “linked-pictures”" in capsys.readouterr().err
    assert run(["render", "t.docx", "d.yaml", "--allow", "linked-pictures"]) == 0
    assert "note external-content" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["note.md", "note.docx"])
def test_what_somebody_edited_is_not_written_over(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    template = Path(f"t{Path(name).suffix}")
    if template.suffix == ".docx":
        document = Document()
        document.add_paragraph("Dear {{ name }}")
        document.save(str(template))
    else:
        template.write_text("Dear {{ name }}\n", encoding="utf-8")
    Path("d.yaml").write_text("name: Ana\n", encoding="utf-8")
    command = ["render", str(template), "d.yaml", "-o", name]
    assert run(command) == 0
    assert run(command) == 0
    edit(Path(name))
    edited = Path(name).read_bytes()
    assert run(command) == 4
    assert "error hand-edited: somebody has edited this output since it was built" in (
        capsys.readouterr().err
    )
    assert Path(name).read_bytes() == edited
    assert run([*command, "--overwrite"]) == 0
    assert Path(name).read_bytes() != edited


def edit(path: Path) -> None:
    """Type something else into a file, as another program saves it."""
    if path.suffix == ".docx":
        document = Document(str(path))
        document.paragraphs[0].text = "Dear Eva"
        document.save(str(path))
    else:
        path.write_text("Dear Eva\n", encoding="utf-8")
