from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.revisions import RevisionAuthor

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.revisions import Passage

OFF = '<w:b w:val="0"/>'
STYLES = '<w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><t>7</t>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LOOSE = '<w:r><w:fldChar w:fldCharType="end"/><w:instrText>PAGE</w:instrText></w:r>'


def test_an_anchor_covers_its_words(read: Callable[..., tuple[Passage, ...]]) -> None:
    body = (
        '<p><t>To: </t><w:bookmarkStart w:id="4" w:name="_b1"/><t>Mini</t><t>ster</t>'
        '<w:bookmarkEnd w:id="4"/><t>, here</t></p>'
    )
    (passage,) = read(body)
    (anchor,) = passage.anchors
    assert (anchor.name, passage.text[anchor.start : anchor.end]) == ("_b1", "Minister")


def test_an_anchor_that_was_moved_keeps_its_name(read: Callable[..., tuple[Passage, ...]]) -> None:
    (passage,) = read('<p><w:bookmarkStart w:id="4" w:name="_b1_Copy_1"/><t>a</t></p>')
    assert [(each.name, each.start, each.end) for each in passage.anchors] == [("_b1", 0, 1)]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("<p><t>a</t></p>", []),
        ("<p><t>a</t><ins><t>b</t></ins></p>", ["A. Reader"]),
        ("<p del><t>a</t></p><p><t>b</t></p>", ["A. Reader"]),
        ("<tbl><tr ins><tc><p><t>a</t></p></tc></tr></tbl><p/>", ["A. Reader"]),
    ],
)
def test_who_changed_a_paragraph_is_told(
    read: Callable[..., tuple[Passage, ...]], body: str, who: list[str]
) -> None:
    assert [hand.author for hand in read(body)[0].hands] == who


@pytest.mark.parametrize(
    ("body", "is_new"),
    [
        ("<p><ins><t>a</t></ins></p>", True),
        ("<p><ins><t>a</t></ins><t>b</t></p>", False),
        ("<p><ins><t>a</t></ins><del><dt>b</dt></del></p>", False),
        ("<p/>", False),
    ],
)
def test_what_is_all_typed_under_tracking_is_new(
    read: Callable[..., tuple[Passage, ...]], body: str, is_new: bool
) -> None:
    assert read(body)[0].is_new is is_new


@pytest.mark.parametrize(
    ("hand", "shown"),
    [
        (RevisionAuthor("A. Reader", "2026-03-02T10:00:00Z"), "A. Reader, 2026-03-02"),
        (RevisionAuthor("A. Reader", "0-00-00T00:00:00"), "A. Reader"),
        (RevisionAuthor("", ""), ""),
    ],
)
def test_a_hand_is_named_as_far_as_the_file_says(hand: RevisionAuthor, shown: str) -> None:
    assert str(hand) == shown


def test_neighbours_that_are_set_off_alike_are_one(
    read: Callable[..., tuple[Passage, ...]],
) -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    body = f"<p><t>a</t>{bold.format('bc')}{bold.format('d')}<t>e</t></p>"
    ((stress,),) = (each.stresses for each in read(body))
    assert (stress.start, stress.end, set(stress.marks)) == (1, 4, {"b"})


@pytest.mark.parametrize(("own", "is_set_off"), [("", True), (OFF, False)])
def test_a_character_style_sets_off_unless_the_run_undoes_it(
    read: Callable[..., tuple[Passage, ...]], own: str, is_set_off: bool
) -> None:
    body = f'<p><w:r><w:rPr><w:rStyle w:val="S"/>{own}</w:rPr><w:t>a</w:t></w:r></p>'
    assert bool(read(body, styles=STYLES)[0].stresses) is is_set_off


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (FIELD.format("PAGE"), "p. "),
        (FIELD.format(r"NUMPAGES \* MERGEFORMAT"), "p. "),
        (FIELD.format("REF _x"), "p. 7"),
        ('<w:fldSimple w:instr="PAGE"><t>7</t></w:fldSimple>', "p. "),
        ('<w:fldSimple w:instr="TITLE"><t>7</t></w:fldSimple>', "p. 7"),
        (LOOSE, "p. "),
    ],
)
def test_what_a_program_calculates_is_no_text(
    read: Callable[..., tuple[Passage, ...]], field: str, text: str
) -> None:
    assert read(f"<p><t>p. </t>{field}</p>")[0].text == text


def test_what_libreoffice_sets_into_tracked_rows_is_no_text(
    read: Callable[..., tuple[Passage, ...]],
) -> None:
    assert read("<p><t>a\u200d</t></p>")[0].text == "a"


def test_the_cell_of_a_paragraph_is_known(read: Callable[..., tuple[Passage, ...]]) -> None:
    inside, outside = read("<tbl><tr><tc><p><t>a</t></p></tc></tr></tbl><p/>")
    assert inside.cell == (("table", 1), ("row", 1), ("cell", 1))
    assert outside.cell == ()
