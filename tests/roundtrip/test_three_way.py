"""Edits of both sides: put together where they can be, and shown where they cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.roundtrip.conftest import RICH, Sent, moved, paragraph_with, re_anchored, row_with
from tests.roundtrip.operations import LATER, SECOND, THIRD, YES

from bluf.pipeline import bring_home, pull
from bluf.roundtrip.merge import put_together

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.pipeline import Pulled


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("Ants fox. Bees. Cats.", "Ants. Bees. Cats no.", "Ants fox. Bees. Cats no."),
        ("Ants. Bees. Cats. Dogs.", "Ants no. Bees. Cats.", "Ants no. Bees. Cats. Dogs."),
        ("Bees. Cats.", "Ants. Bees. Cats is.", "Bees. Cats is."),
        ("Ants is. Bees. Cats.", "Ants is. Bees. Cats.", "Ants is. Bees. Cats."),
        ("Ants. Bees is. Cats.", "Ants. Bees was. Cats.", None),
        ("Ants. Bees. Cats. Dogs.", "Ants. Bees. Cats. Emus.", None),
        ("Ants. Yaks. Bees. Cats.", "Ants is. Bees. Cats.", None),
        ("Ants. Bees.\n\nC.", "Ants. Bees. Cats.", None),
    ],
)
def test_sentences_of_two_sides(one: str, other: str, both: str | None) -> None:
    assert put_together("Ants. Bees. Cats.", one, other) == both
    assert put_together("Ants. Bees. Cats.", other, one) == both


@given(st.lists(st.sampled_from(["One.", "Two is.", "Three."]), max_size=4))
def test_what_one_side_alone_changed_is_taken(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert put_together("One. Two.", "One. Two.", text) == text
    assert put_together("One. Two.", text, "One. Two.") == text


def test_other_sentences_of_a_text_are_put_together(
    rich: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    rich.write(RICH.replace("Both sides met before.", "Both sides met twice."))
    pulled = rich.pull(("They will meet again.", "They will meet soon."))
    assert fates(pulled) == {"background": "merged"}
    bring_home(rich.data.parent / "edited.docx", pulled)
    assert "background: Both sides met twice. They will meet soon." in rich.text
    assert pulled.is_whole


def test_a_field_edited_in_two_places_takes_both(rich: Sent) -> None:
    """The title stands on the page and in its header."""
    from bluf.roundtrip import Disposition, FoundEdits, merged  # two texts at once are hard to make
    from bluf.roundtrip.edits import Edit
    from bluf.roundtrip.origins import Origin
    from bluf.views import labels_for
    from octavo.location import FileLocation

    brief = pull(rich.word, rich.data, accept=True).data.brief
    old = "Both sides met before. They will meet again."
    texts = "Both sides met twice. They will meet again.", "Both sides met before. They will not."
    place = FileLocation("a.docx")
    edits = tuple(Edit(Origin(("background",)), old, now, "", place) for now in texts)
    found = FoundEdits(edits, (), (), (), (), all_tracked=False, doubts=0)
    (change,) = merged(found, brief, labels_for("en"))
    assert (change.fate, change.value) == (
        Disposition.TAKEN,
        "Both sides met twice. They will not.",
    )


def test_an_edit_in_one_of_two_places_is_taken_and_told(rich: Sent) -> None:
    (change,) = rich.pull(("Talks on the", "Second talks on the")).changes
    assert change.reason == "it is printed elsewhere too, and was not changed there"


def test_items_that_moved_on_both_sides_stay_ours(
    rich: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    path = rich.came_back(*moved(rich, "The crossing opens", "Trains were"))
    rich.write(RICH.replace(SECOND + THIRD, THIRD + SECOND))
    assert fates(pull(path, rich.data, accept=True)) == {"outcomes": "same"}
    start = RICH.index("  # the one that matters")
    first = RICH[start : RICH.index(SECOND)]
    rich.write(RICH.replace(first + SECOND + THIRD, SECOND + first + THIRD))
    assert fates(pull(path, rich.data, accept=True)) == {"outcomes": "conflict"}


def test_items_of_which_some_are_gone_are_moved(rich: Sent) -> None:
    path = rich.came_back(*moved(rich, "The crossing opens", "Trains were"))
    new = SECOND.replace("O2", "O9").replace("Trains", "Ferries")
    rich.write(RICH.replace(THIRD, THIRD + new).replace("answers: [R1]\n", "answers: [R1]\n"))
    bring_home(path, pull(path, rich.data, accept=True))
    assert THIRD + SECOND + new in rich.text


def test_what_is_printed_by_priority_is_not_moved(rich: Sent) -> None:
    text = RICH.replace(SECOND, f"{SECOND}    priority: 1\n").replace(
        THIRD, f"{THIRD}    priority: 1\n"
    )
    rich.write(text)
    rich.build()
    (change,) = rich.pull(*moved(rich, "Highland pays half", "Trains were")).changes
    assert change.reason == "items are printed by their “priority”: change that"


def test_items_without_ids_are_found_again(
    rich: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    path = rich.came_back(("Say nothing of", "Say little of"))
    rich.write(
        RICH.replace(YES, "").replace("lines_to_take:\n", "lines_to_take:\n  - First\n  - New\n")
    )
    pulled = pull(path, rich.data, accept=True)
    assert fates(pulled) == {"lines_to_take.3": "taken"}
    bring_home(path, pulled)
    assert "Say little of the cost" in rich.text
    assert fates(pull(path, rich.data, accept=True)) == {"lines_to_take.3": "same"}


def test_a_deleted_item_that_stands_elsewhere_is_found(
    rich: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    start = RICH.index(LATER)
    path = rich.came_back((paragraph_with(rich, "Say that trains"), ""))
    rich.write(RICH.replace(YES, f"{YES}  - New\n"))
    pulled = pull(path, rich.data, accept=True)
    assert fates(pulled) == {"lines_to_take.2": "taken"}
    bring_home(path, pulled)
    assert "Say that trains" not in rich.text
    assert "# the softer one" in rich.text[start:]
    assert fates(pull(path, rich.data, accept=True)) == {"lines_to_take.1": "same"}


@pytest.mark.parametrize("ending", [".json", ".csv"])
def test_a_file_with_a_byte_order_mark_keeps_it(rich: Sent, ending: str) -> None:
    from bluf.data import files_of, read

    path = rich.came_back((">Minister<", ">Cabinet<"))
    brief = read(rich.data).brief
    folder = rich.data.parent
    rich.data.unlink()
    data = folder if ending == ".csv" else folder / "brief.json"
    for name, content in files_of(brief, folder / f"x{ending}").items():
        target = folder / (name.name if ending == ".csv" else "brief.json")
        target.write_bytes(content if ending == ".csv" else b"\xef\xbb\xbf" + content)
    pulled = pull(path, data, accept=True)
    assert bring_home(path, pulled)
    assert read(data).brief.to == "Cabinet"
    changed = pulled.rewrites[0].path
    assert changed.read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_item_without_an_id_is_added(tmp_path: Path) -> None:
    more = "recommendations: [{text: Sign it}]\nlines_to_take: [One, Two]\n"
    sent = Sent(tmp_path / "talks", RICH.partition("lines_to_take:")[0] + more)
    lines = paragraph_with(sent, ">Two<"), paragraph_with(sent, "Sign it")
    new = [
        re_anchored(lines[0]).replace(">Two<", ">Three<"),
        re_anchored(lines[1]).replace("Sign it", "Wait"),
    ]
    pulled = sent.pull(*((old, old + more) for old, more in zip(lines, new, strict=True)))
    taken = {each.field[0]: str(each.value) for each in pulled.changes}
    assert taken["lines_to_take"] == "Three"
    assert "'text': 'Wait" in taken["recommendations"]


def test_paragraphs_that_became_one_keep_their_texts(rich: Sent) -> None:
    first, second = paragraph_with(rich, "Highland will pay."), paragraph_with(rich, ">Requests<")
    joined = first.replace("Highland will pay.", "Highland will pay.Requests")
    pulled = rich.pull((second, ""), (first, joined))
    assert [each.what for each in pulled.found.unplaced] == ["paragraphs became one"]
    assert pulled.changes == ()


def test_a_title_that_was_split_is_refused(rich: Sent) -> None:
    title = paragraph_with(rich, "Talks on the crossing")
    halves = (
        title.replace("Talks on the crossing", "Talks on "),
        re_anchored(title).replace("Talks on the crossing", "the crossing"),
    )
    (change,) = rich.pull((title, "".join(halves))).changes
    assert change.reason == "it was split into two paragraphs, and this field has one"


def test_what_is_made_from_other_fields_and_quotations_is_told(rich: Sent) -> None:
    told = rich.pull(("31 Dec 2027", "31 Dec 2028")).found.unplaced
    assert [each.what for each in told] == ["“follow_ups[0].due” is made from other fields"]


def test_an_item_that_is_gone_by_now_is_passed_over_in_the_order(
    rich: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    path = rich.came_back(*moved(rich, "The crossing opens", "Trains were"))
    rich.write(RICH.replace(SECOND, ""))
    assert fates(pull(path, rich.data, accept=True)) == {"outcomes": "same"}


def test_two_readers_in_either_order_give_the_same(tmp_path: Path) -> None:
    edits = (">Minister<", ">Cabinet<"), ("They will meet again.", "They will not.")
    more = ("Both sides met before.", "Both sides met twice."), ("Say nothing of", "Say little of")
    texts = set()
    for order in ((0, 1), (1, 0)):
        sent = Sent(tmp_path / "".join(map(str, order)), RICH)
        sent.word = sent.data.parent / "talks.docx"
        files = [sent.came_back(*edits, name="0.docx"), sent.came_back(*more, name="1.docx")]
        for at in order:
            bring_home(files[at], pull(files[at], sent.data, accept=True))
        texts.add(sent.text)
    (text,) = texts
    assert "background: Both sides met twice. They will not." in text


def test_rows_that_are_numbered_anew_are_no_edit(rich: Sent) -> None:
    gone, last = row_with(rich, "Trains were"), row_with(rich, "The crossing opens")
    pulled = rich.pull((gone, ""), (last, last.replace(">3<", ">2<")))
    assert [each.field for each in pulled.changes] == [("outcomes", "O2")]
    assert pulled.is_whole
    assert not rich.pull((last, last.replace(">3<", ">2<"))).is_whole


def test_what_is_printed_behind_a_field_is_no_part_of_it(
    rich: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    rich.write(
        RICH.replace("ask: A train each hour\n", "ask: A train each hour\n    state: planned\n")
    )
    rich.build()
    pulled = rich.pull(("A train each hour (planned)", "Two trains each hour (planned)"))
    assert fates(pulled) == {"requests.R0.ask": "taken"}
    bring_home(rich.data.parent / "edited.docx", pulled)
    assert "    ask: Two trains each hour\n" in rich.text
    told = rich.pull(("A train each hour (planned)", "A train each hour (made)")).found.unplaced
    assert "text of the template changed" in {each.what for each in told}
