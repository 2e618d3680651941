from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.word.conftest import rich

from octavo.expressions import Sandbox
from octavo.ooxml import qn, read_package
from octavo.word.draft import draft
from octavo.word.marks import Register
from octavo.word.runs import EMU_A_TWIP, run_slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output

    from octavo.word.runs import RunSlot

RUN = "<w:r><w:t>x</w:t></w:r>"


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ("plain", ["a plain b"]),
        ("two\nlines", ["a two\nlines b"]),
        ("two\aparagraphs", ["a two", "paragraphs b"]),
    ],
)
def test_a_text_ends_lines_and_paragraphs(
    fill: Callable[..., Output], p: Callable[..., str], value: str, body: list[str]
) -> None:
    assert fill(p("a {{ v }} b"), {"v": value}).body == body


def test_a_value_of_its_own_look_stands_between_the_halves_of_its_run(
    fill: Callable[..., Output], p: Callable[..., str]
) -> None:
    output = fill(p("a {{ v }} b"), {"v": rich("firm", bold=True)})
    runs = [
        ("".join(text.text or "" for text in run.iter(qn("w:t"))), run.find(f".//{qn('w:b')}"))
        for run in output.root.iter(qn("w:r"))
    ]
    assert [(text, look is not None) for text, look in runs] == [
        ("a ", False),
        ("firm", True),
        (" b", False),
    ]


def test_no_run_is_left_empty_beside_a_value_that_stands_alone(
    fill: Callable[..., Output], p: Callable[..., str]
) -> None:
    output = fill(p("{{ v }}"), {"v": rich("firm", bold=True)})
    assert len(list(output.root.iter(qn("w:r")))) == 1


@pytest.fixture
def slot(word_file: Callable[..., bytes]) -> Callable[[str], RunSlot | None]:
    def found(body: str) -> RunSlot | None:
        package = read_package(word_file(body), "t.docx")
        story = draft(package.parts[package.main], Register(Sandbox()))
        return run_slot(story, next(story.root.iter(qn("w:t"))))

    return found


@pytest.mark.parametrize(
    ("body", "paragraph", "in_link"),
    [
        (f'<w:p><w:pPr><w:jc w:val="end"/></w:pPr>{RUN}</w:p>', "w:jc", False),
        (f"<w:p>{RUN}</w:p>", "", False),
        (f'<w:p><w:hyperlink w:anchor="a">{RUN}</w:hyperlink></w:p>', None, True),
    ],
)
def test_a_paragraph_can_end_at_a_value_that_no_link_is_around(
    slot: Callable[[str], RunSlot | None], body: str, paragraph: str | None, *, in_link: bool
) -> None:
    found = slot(body)
    assert found is not None
    assert (found.paragraph is None) == (paragraph is None)
    assert (paragraph or "") in (found.paragraph or "")
    assert found.in_link is in_link


def test_a_value_in_a_cell_has_its_room(
    slot: Callable[[str], RunSlot | None], tbl: Callable[..., str]
) -> None:
    found = slot(tbl(["x"], width=2000) + "<w:p/>")
    assert found is not None
    assert found.room == (2000 - 216) * EMU_A_TWIP
