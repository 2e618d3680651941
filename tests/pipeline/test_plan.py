from __future__ import annotations

from pathlib import Path

import pytest

from bluf.pipeline import NoBriefError, find_briefs, find_subjects


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    for name in ("b/brief.yaml", "a/brief.toml", "a/deep/brief.json", ".hidden/brief.yaml"):
        file = tmp_path / "briefs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return tmp_path / "briefs"


def test_a_folder_gives_every_brief_below_it_in_order(briefs: Path) -> None:
    assert find_briefs([briefs]) == (
        briefs / "a" / "brief.toml",
        briefs / "a" / "deep" / "brief.json",
        briefs / "b" / "brief.yaml",
    )


def test_a_table_of_a_brief_is_no_brief(briefs: Path) -> None:
    table = briefs / "b" / "brief.csv" / "brief.csv"
    table.parent.mkdir()
    table.touch()
    assert find_briefs([briefs / "b"]) == (table.parent, briefs / "b" / "brief.yaml")


def test_a_brief_is_found_by_its_folder_or_its_file_and_only_once(briefs: Path) -> None:
    file = briefs / "b" / "brief.yaml"
    assert find_briefs([briefs / "b", file]) == (file,)


def test_a_data_file_may_have_any_name_where_it_is_named(briefs: Path) -> None:
    file = briefs / "record.yaml"
    file.touch()
    assert find_briefs([file]) == (file,)


def test_every_path_that_leads_to_no_brief_is_named(briefs: Path) -> None:
    empty = briefs / "empty"
    empty.mkdir()
    with pytest.raises(NoBriefError) as caught:
        find_briefs([empty, briefs / "nothing.yaml"])
    first, second = caught.value.findings
    assert first.message == "there is no data file in or below this folder"
    assert "“bluf new ID” makes one" in first.hint
    assert second.message == "there is no such file"
    assert second.hint.startswith("give the path of a data file")
    assert second.hint.endswith(f"bluf looked for “{briefs / 'nothing.yaml'}”")


def test_the_schema_beside_the_briefs_is_none(briefs: Path) -> None:
    schema, brief = briefs / "brief.schema.json", briefs / "brief.json"
    schema.touch()
    brief.touch()
    assert find_briefs([schema, brief]) == (brief,)
    with pytest.raises(NoBriefError) as caught:
        find_briefs([schema])
    assert caught.value.findings[0].message == "this is the schema of data files, not a brief"


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_folder_without_briefs_stands_for_its_finished_files(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", "b/c.md", "b/~$c.docx", ".d/e.docx", "notes.txt", "templates/t.docx")
    found = find_subjects([tmp_path], tmp_path / "templates")
    assert found.files == (tmp_path / "a.docx", tmp_path / "b/c.md")
    assert (found.briefs, found.templates) == ((), ())


def test_a_folder_with_nothing_to_check_is_told(tmp_path: Path) -> None:
    put(tmp_path, "notes.txt")
    with pytest.raises(NoBriefError):
        find_subjects([tmp_path])


def test_files_are_told_apart_by_where_they_lie(tmp_path: Path) -> None:
    put(tmp_path, "templates/t.docx", "a/brief.yaml", "a/~$a.docx", "x.md")
    paths = [tmp_path / each for each in ("templates/t.docx", "a", "a/~$a.docx", "x.md")]
    found = find_subjects(paths, tmp_path / "templates")
    assert found.templates == (tmp_path / "templates/t.docx",)
    assert found.briefs == (tmp_path / "a/brief.yaml",)
    assert found.files == (tmp_path / "x.md",)


def test_patterns_are_spelt_out_where_no_shell_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "briefs/a/brief.yaml", "briefs/b/brief.yaml", "x[1].md", "y.md")
    monkeypatch.chdir(tmp_path)
    assert len(find_briefs([Path("briefs/*")])) == 2
    assert len(find_briefs([tmp_path / "briefs" / "?"])) == 2
    assert find_subjects([Path("x[1].md")]).files == (Path("x[1].md"),)
    with pytest.raises(NoBriefError, match="no such file"):
        find_briefs([Path("nowhere/*")])


def test_a_folder_of_tables_is_one_brief_whatever_its_name(tmp_path: Path) -> None:
    put(tmp_path, "talks.csv/brief.csv", "talks.csv/requests.csv")
    assert find_briefs([tmp_path / "talks.csv"]) == (tmp_path / "talks.csv",)
    with pytest.raises(NoBriefError):
        find_briefs([tmp_path])
