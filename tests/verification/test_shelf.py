from __future__ import annotations

from pathlib import Path

from bluf.verification import read_shelf


def test_a_folder_is_read_without_what_is_hidden(sources: Path) -> None:
    (sources / ".git").mkdir()
    (sources / ".git" / "a.txt").write_text("hidden", encoding="utf-8")
    (sources / "picture.png").write_bytes(b"")
    shelf = read_shelf([Path("sources")])
    assert list(shelf.sources) == ["sources/note.txt", "sources/release.txt"]
    assert shelf.passed_over == ("sources/picture.png",)


def test_a_file_that_is_named_is_read_or_refused(sources: Path) -> None:
    (sources / "picture.png").write_bytes(b"")
    paths = [sources / "note.txt", sources / "picture.png", sources / "gone.txt"]
    shelf = read_shelf([*paths, sources / "note.txt"], named_from=sources)
    assert list(shelf.sources) == ["note.txt"]
    assert [each.rule for each in shelf.refused] == ["source-unreadable", "source-file-missing"]


def test_a_link_out_of_the_folder_is_not_followed(sources: Path) -> None:
    outside = sources.parent / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    (sources / "link.txt").symlink_to(outside)
    assert read_shelf([sources], named_from=sources).passed_over == ("link.txt",)


def test_a_draft_proves_nothing_of_itself_in_any_format(sources: Path) -> None:
    for name in ("memo.md", "memo.txt"):
        (sources / name).write_text("words", encoding="utf-8")
    shelf = read_shelf([sources], leave_out=sources / "memo.md", named_from=sources)
    assert list(shelf.sources) == ["note.txt", "release.txt"]
    assert shelf.passed_over == ("memo.txt",)


def test_what_was_built_from_a_brief_is_no_source(sources: Path) -> None:
    (sources / "brief.yaml").write_text("id: sources", encoding="utf-8")
    (sources / "sources.md").write_text("built", encoding="utf-8")
    assert read_shelf([sources], named_from=sources).passed_over == ("brief.yaml", "sources.md")


def test_a_copy_of_the_draft_proves_nothing(sources: Path) -> None:
    draft = sources.parent / "memo.txt"
    for path in (draft, sources / "copy.txt"):
        path.write_text("words", encoding="utf-8")
    assert read_shelf([sources], leave_out=draft, named_from=sources).passed_over == ("copy.txt",)
