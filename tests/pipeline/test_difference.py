from __future__ import annotations

import io
from pathlib import Path

import docx

from bluf.pipeline.guard import differences
from octavo.ooxml import read_package, write_package


def _word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_word_files_differ_at_their_places() -> None:
    found = differences(_word("They met."), _word("They spoke."), "a.docx")
    assert found == ("body, paragraph 1: the text differs",)


def test_a_word_file_that_cannot_be_read_says_why() -> None:
    (line,) = differences(b"old", _word("They met."), "a.docx")
    assert line.startswith("a.docx: this is plain text")


def test_text_differs_in_its_lines() -> None:
    found = differences(b"# Talks\n\nThey met.\n", b"# Talks\n\nThey spoke.\n", "a.md")
    assert found == ("-They met.", "+They spoke.")


def test_of_many_differences_the_first_are_named() -> None:
    found = differences(b"a\n" * 20, b"b\n" * 20, "a.md")
    assert len(found) == 9
    assert found[-1] == "… and 32 more"


def test_the_shipped_brief_does_not_differ_from_itself() -> None:
    data = next(Path("briefs").glob("*/*.docx")).read_bytes()
    assert differences(data, data, "a.docx") == ()


def test_of_word_files_that_look_alike_the_parts_that_differ_are_named() -> None:
    package = read_package(_word("They met."), "a.docx")
    name = package.main
    data = package.parts[name].data.replace(b"<w:p>", b'<w:p w:rsidR="00AB12CD">')
    found = differences(_word("They met."), write_package(package, {name: data}), "a.docx")
    assert found == (f"{name}: the bytes differ, and what people see does not",)


def test_a_long_line_is_cut() -> None:
    old, new = differences(b"a" * 500 + b"\n", b"b\n", "a.html")
    assert (old, new) == ("-" + "a" * 158 + "…", "+b")


def test_what_is_no_text_shows_no_lines() -> None:
    assert differences(b"\xff\xfe", b"\xff\xfd", "register.xlsx") == ()
