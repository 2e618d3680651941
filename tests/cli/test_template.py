from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from bluf import views
from bluf.cli.app import run


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def word(path: str, *paragraphs: str) -> None:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text, style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "a"
    document.save(path)


def test_list_tells_own_templates_from_shipped_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "new", "ministry"]) == 0
    Path("templates/notes.txt").touch()
    assert run(["template", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split() == ["ministry", "docx,", "md", "templates"] for line in lines)
    assert any(line.split() == ["brief", "docx,", "md", "shipped"] for line in lines)
    assert not any("notes" in line for line in lines)


def test_new_copies_a_template_and_writes_over_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "new", "ministry"]) == 0
    assert "wrote templates/ministry.docx" in capsys.readouterr().out
    assert Path("templates/ministry.md").is_file()
    assert run(["template", "new", "ministry"]) == 4
    assert run(["template", "new", "a/b"]) == 2
    assert run(["template", "new", "x", "--from", "breif"]) == 3
    assert "did you mean “brief”?" in capsys.readouterr().err


def test_list_names_nothing_twice_where_the_shipped_folder_is_ones_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert run(["template", "list"]) == 0
    assert capsys.readouterr().out.count("brief ") == 1


def test_check_finds_faults_and_names_that_no_brief_has(
    capsys: pytest.CaptureFixture[str],
) -> None:
    word("t.docx", "{{ brief.titel }}")
    word("broken.docx", "{{ brief.title")
    assert run(["template", "check", "t.docx"]) == 1
    assert run(["template", "check", "broken.docx", "t.docx"]) == 3
    errors = capsys.readouterr().out
    assert "no brief has a “brief.titel”" in errors
    assert "not closed" in errors


def test_fields_describes_what_a_template_asks_for(capsys: pytest.CaptureFixture[str]) -> None:
    word("t.docx", "{{ brief.title }}{{ brief.nope }}")
    assert run(["template", "fields", "t.docx"]) == 0
    title, nope = capsys.readouterr().out.splitlines()
    assert title.startswith("brief.title  text")
    assert nope.endswith("a name that no brief has")
    assert run(["template", "fields"]) == 0
    assert "brief.requests[].ask" in capsys.readouterr().out


def test_show_prints_a_template_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    word("t.docx", "{{ brief.title }}")
    Path("t.md").write_text("# {{ brief.title }}\n", encoding="utf-8")
    assert run(["template", "show", "t.docx"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "== body ==",
        "[List Bullet] {{ brief.title }}",
        "table 1:",
        "  | a |  |",
    ]
    assert run(["template", "show", "t.md"]) == 0
    assert capsys.readouterr().out == "# {{ brief.title }}\n"


def test_labels_lists_languages_and_what_a_catalogue_lacks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("languages").mkdir()
    Path("languages/it.toml").write_text('to = "A"\n', encoding="utf-8")
    assert run(["template", "labels"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["it", "languages/it.toml"] in lines
    assert ["ar", "shipped"] in lines
    assert run(["template", "labels", "it"]) == 0
    said = capsys.readouterr().out
    assert "lacks comment" in said
    assert "lacks to\n" not in said
    assert run(["template", "labels", "eo"]) == 2
    catalogue = Path(next(iter(Path(views.__file__).parent.glob("catalogues/fr.toml"))))
    Path("languages/fr.toml").write_bytes(catalogue.read_bytes())
    capsys.readouterr()
    assert run(["template", "labels", "fr"]) == 0
    captured = capsys.readouterr()
    assert (captured.out, "lacks nothing" in captured.err) == ("", True)


def test_a_template_may_print_fields_of_ones_own(capsys: pytest.CaptureFixture[str]) -> None:
    Path("own.md").write_text(
        "{{ brief.extra.file }} {% for tag in brief.extra.tags %}{{ tag }}{% endfor %}\n"
        "{{ letterhead.name }}\n",
        encoding="utf-8",
    )
    assert run(["template", "check", "own.md"]) == 0
    assert "brief.extra" not in capsys.readouterr().out


def test_a_template_has_a_name_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "check", "brief"]) == 0
    assert run(["template", "show", "brief"]) == 0
    assert "{{ brief.title }}" in capsys.readouterr().out
    assert run(["template", "fields", "brief"]) == 0
    assert "brief.title" in capsys.readouterr().out


def test_fields_as_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    word("a.docx", "{{ client.name }}", "{% for row in rows %}{{ row.a }}{% endfor %}")
    assert run(["template", "fields", "a.docx", "--schema"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["properties"]["rows"]["items"]["properties"]["a"]["type"][0] == "string"
    assert made["properties"]["client"]["type"] == "object"
    assert run(["template", "fields", "--schema"]) == 2


def test_a_template_of_something_else_is_checked_too(capsys: pytest.CaptureFixture[str]) -> None:
    word("a.docx", "{{ brief['First name'] }} {{ row['Last name'] }}")
    assert run(["template", "check", "a.docx"]) == 0, capsys.readouterr()
