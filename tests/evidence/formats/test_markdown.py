"""Markdown is read as the page that is made of it."""

from __future__ import annotations

import pytest

from bluf.evidence.formats import markdown, sites

FILE = """\
# A *title*

We **will** fund
the `bridge` [soon](https://example.org/never).

| a | b |
|---|---|
| c **d** | e |

```
code here
```

<!-- Secret. -->
<p hidden>Secret.</p>
"""


def test_marks_that_overlap_are_one() -> None:
    marks = [(30, 40, "d"), (0, 5, "a"), (10, 29, "b"), (12, 20, "c"), (29, 30, "e")]
    joined = [(0, 5, "a"), (10, 29, "b"), (29, 30, "e"), (30, 40, "d")]
    assert markdown.joined_marks(marks) == joined


def test_the_marks_are_no_part_of_the_words() -> None:
    text = markdown.read(FILE.encode(), "a.md")
    assert text.text == ("A title\nWe will fund\nthe bridge soon.\na\nb\nc d\ne\ncode here \n")


def test_each_word_is_at_its_line_and_column() -> None:
    text = markdown.read(FILE.encode(), "a.md")
    lines = FILE.splitlines()
    for word in ("title", "will", "fund", "bridge", "soon", "d", "e", "code here"):
        place = text.place(text.text.index(f"{word}"))
        assert lines[place.line - 1][place.column - 1 :].startswith(word), word  # type: ignore[union-attr]  # a line of text


def test_an_escape_moves_the_column_no_further_than_its_line() -> None:
    text = markdown.read(rb"a \* b &amp; c", "a.md")
    assert text.text == "a * b & c\n"
    assert str(text.place(0)) == "a.md:1:1"


def test_a_line_of_markdown_is_not_shown_with_its_marks() -> None:
    assert markdown.read(b"We **met**.", "a.md").line(0) == ""


@pytest.mark.parametrize(
    ("file", "doubted"),
    [
        ("one\n\n{# two #}\n\nthree\n", "{# two #}"),
        ("one {# two #} three\n\nfour\n", "one {# two #} three"),
        ("**one**{# two #}**three** four\n", "{# two #}"),
        ("one\n\ntwo ~three~ four", "two ~three~ four\n"),
        ("---\na: b\n---\nwords\n", "a: b"),
        ("words\n\n---\na: b\n\n---\n", ""),
    ],
)
def test_what_stands_beside_a_mark_is_in_doubt(file: str, doubted: str) -> None:
    read = markdown.read(file.encode(), "a.md")
    assert "".join(read.text[doubt.start : doubt.end] for doubt in read.doubts) == doubted


@pytest.mark.parametrize(
    "unit", ["{#", "{{< a ", "{--", "{/*", "> [!a]-\n", "{.hidden}\n", "[^a", "%%"]
)
def test_marks_without_an_end_are_read_once(unit: str) -> None:
    """Time that grew with the square of so many would be hours."""
    count = 15_000
    marks = list(sites.SitePage(unit * count, ()).marks())
    assert len(marks) <= count
