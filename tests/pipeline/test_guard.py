from __future__ import annotations

import pytest
from tests.roundtrip.conftest import Sent, edited
from tests.roundtrip.office import without_digest

from bluf.pipeline import Output, deliver, make
from bluf.pipeline.guard import _difference, guard
from octavo.location import WordLocation
from octavo.revisions import Passage


@pytest.fixture
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    return Sent(tmp_path_factory.mktemp("guard") / "talks")


def rules(sent: Sent) -> list[str]:
    """What delivery says of the outputs that stand, after the data has changed."""
    sent.write(sent.text.replace("Highland will pay.", "Highland pays at once."))
    done = deliver(make(sent.order))
    return [each.rule for each in (*done.kept, *done.notes)]


def test_what_we_wrote_is_written_over(sent: Sent) -> None:
    assert rules(sent) == []


def test_a_word_file_without_a_digest_that_no_program_saved_is_of_an_older_bluf(sent: Sent) -> None:
    sent.word.write_bytes(without_digest(sent.word.read_bytes()))
    assert rules(sent) == ["older-output"]


def test_a_file_that_is_no_word_file_is_kept(sent: Sent) -> None:
    sent.word.write_bytes(b"my notes")
    assert rules(sent) == ["hand-edited"]


def test_an_edited_markdown_file_is_kept(sent: Sent) -> None:
    path = sent.word.with_suffix(".md")
    path.write_text(path.read_text(encoding="utf-8") + "And more.\n", encoding="utf-8")
    assert rules(sent) == ["hand-edited"]


def test_other_line_ends_are_no_edit(sent: Sent) -> None:
    path = sent.word.with_suffix(".md")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert rules(sent) == []


def test_a_text_that_no_state_knows_is_written_over(sent: Sent) -> None:
    path = sent.word.with_suffix(".md")
    path.write_text("of long ago", encoding="utf-8")
    assert guard(Output(path, b"new"), None) is None


def test_what_is_not_there_yet_is_no_edit(sent: Sent) -> None:
    sent.word.unlink()
    assert guard(Output(sent.word, b"new"), None) is None


@pytest.mark.parametrize(
    ("edit", "note"),
    [
        ((">Outcomes<", ">Results<"), "“Outcomes” reads “Results” now"),
        (
            ('<w:t xml:space="preserve">Highland', "<w:rPr><w:b/></w:rPr><w:t>Highland"),
            "other words are set off in “Highland will pay.”",
        ),
    ],
)
def test_an_edit_is_shown(sent: Sent, edit: tuple[str, str], note: str) -> None:
    sent.word.write_bytes(edited(sent.word.read_bytes(), edit))
    (kept,) = deliver(make(sent.order)).kept
    assert note in kept.notes[0]


TRACKED = '<w:ins w:id="900" w:author="B"><w:r><w:t> Soon.</w:t></w:r></w:ins>'
END = "Highland will pay.</w:t></w:r>"
NEW = "<w:p><w:r><w:t>One more.</w:t></w:r></w:p><w:sectPr"


@pytest.mark.parametrize(
    ("edit", "notes"),
    [
        ((END, END + TRACKED), ["it holds tracked changes"]),
        (("<w:sectPr", NEW), ["added: “One more.”"]),
    ],
)
def test_what_was_added_is_shown(sent: Sent, edit: tuple[str, str], notes: list[str]) -> None:
    sent.word.write_bytes(edited(sent.word.read_bytes(), edit))
    (kept,) = deliver(make(sent.order)).kept
    assert kept.notes[0].endswith(notes[0])


def test_what_is_gone_is_shown() -> None:
    place = WordLocation("a.docx", "body", (("paragraph", 1),))
    said = Passage("Highland will pay.", place)
    assert list(_difference(said, None)) == ["body, paragraph 1: gone: “Highland will pay.”"]
    assert list(_difference(Passage(" ", place), None)) == []


def test_of_many_edits_the_first_are_shown(sent: Sent) -> None:
    words = (">Requests<", ">Outcomes<", ">Follow-ups<", ">Background<", ">Sources<", ">Request<")
    more = (">Answer<", ">Outcome<", ">How firm<", ">Action<")
    edits = [(each, each.replace("<", " x<")) for each in (*words, *more)]
    sent.word.write_bytes(edited(sent.word.read_bytes(), *edits))
    (kept,) = deliver(make(sent.order)).kept
    assert kept.notes[-1] == "… and 2 more"
