"""The sources of a brief are read once, and each that is amiss is named."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from bluf.evidence import SourceError, proven, read_source
from bluf.evidence.read import MOST_BYTES, READERS, source_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evidence.conftest import MakeBrief

SOURCE = "sources:\n  a: {{title: A, publisher: P, file: {file}}}\n"


def refused(brief: MakeBrief, file: str, **sources: bytes | str) -> tuple[str, str, str]:
    with pytest.raises(SourceError) as caught:
        proven(brief(SOURCE.format(file=file), **sources))
    (finding,) = caught.value.findings
    assert finding.hint
    if finding.rule == "source-file-missing":
        looked = finding.hint.partition("“")[2].rstrip("”")
        assert looked.endswith(f"{os.sep}{file}")
        assert len(looked) > len(file) + 1
    return finding.rule, finding.message, str(finding.location)


def test_a_missing_file_is_named_at_the_line_that_names_it(make_brief: MakeBrief) -> None:
    assert refused(make_brief, "b.txt") == (
        "source-file-missing",
        "source “a”: there is no such file",
        "brief.yaml:11:37",
    )


def test_a_fault_within_a_file_is_told_at_its_place(make_brief: MakeBrief) -> None:
    assert refused(make_brief, "a.txt", a=b"x\n\xff")[::2] == ("encoding", "a.txt:2:1")


@pytest.mark.parametrize("file", ["a.xyz", "a"])
def test_an_unknown_kind_of_file_is_refused(
    make_brief: MakeBrief, tmp_path: Path, file: str
) -> None:
    (tmp_path / file).write_bytes(b"x")
    rule, message, _ = refused(make_brief, file)
    assert rule == "source-unreadable"
    assert "not a supported source type" in message


def test_a_source_outside_the_folder_is_not_opened(
    make_brief: MakeBrief, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("other") / "secret.txt"
    secret.write_text("Secret.")
    (tmp_path / "link.txt").symlink_to(secret)
    for file in (secret.as_posix(), os.path.relpath(secret, tmp_path), "link.txt"):
        rule, message, _ = refused(make_brief, file)
        assert rule == "source-unreadable"
        assert "outside the folder" in message


def test_what_is_no_regular_file_is_not_waited_for(make_brief: MakeBrief, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for file in ("pipe.txt", "folder.txt"):
        assert refused(make_brief, file)[0] == "source-unreadable"
    assert refused(make_brief, "folder.txt")[1].endswith("this is a folder")


def test_a_file_of_too_many_bytes_is_refused(make_brief: MakeBrief, tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    rule, message, _ = refused(make_brief, "large.txt")
    assert (rule, message[-6:]) == ("limit-exceeded", "64 MiB")
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MOST_BYTES)
    assert len(source_bytes(tmp_path / "large.txt")) == MOST_BYTES


def test_a_changed_file_is_a_finding_at_its_sum(make_brief: MakeBrief) -> None:
    sums = [hashlib.sha256(words).hexdigest() for words in (b"We met.", b"We parted.")]
    record = "sources:\n  a: {{title: A, publisher: P, file: a.txt, sha256: {}}}\n"
    assert proven(make_brief(record.format(sums[0]), a="We met.")).findings == ()
    (finding,) = proven(make_brief(record.format(sums[1]), a="We met.")).findings
    assert (finding.rule, str(finding.location)) == ("source-changed", "brief.yaml:11:52")
    assert sums[0] in finding.message


def test_a_source_can_be_read_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We met.")
    assert read_source(tmp_path / "a.txt").text == "We met."
    assert str(read_source(tmp_path / "a.txt", "a.txt").place(3)) == "a.txt:1:4"


def test_every_reader_has_its_module(repository: Path) -> None:
    folder = repository / "src" / "bluf" / "evidence" / "formats"
    modules = {path.stem for path in folder.iterdir() if not path.name.startswith("__")}
    assert set(READERS.values()) == modules - {"sites"}  # what the reader of Markdown stands on
