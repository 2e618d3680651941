from __future__ import annotations

import pytest

from bluf.verification.marks import marked

ONE = "only one"


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("He said “we agree” and “they’re done”.", ["we agree", "they’re done"]),
        ("Er sagte „wir stimmen zu“ und »ja« oder ‚nein‘.", ["wir stimmen zu", "ja", "nein"]),
        ("Il a dit « d’accord » hier.", ["d’accord"]),
        ("Sagte «wir» auch.", ["wir"]),
        ("Han sade ”vi är överens” och ”ja”.", ["vi är överens", "ja"]),
        ("Él dijo «sí», y “no «tal» cosa”.", ["sí", "no «tal» cosa"]),
        ("„Ми смо се договорили“, рекао је „министар”.", ["Ми смо се договорили", "министар"]),
        ("他说“我们同意”和「好」。", ["我们同意", "好"]),
        ('قال «نحن متفقون» و"نعم"', ["نحن متفقون", "نعم"]),
        ('he said "we agree" and "x y".', ["we agree", "x y"]),
        ('say "a," "b" and "c"', ["a,", "b", "c"]),
        ('(“x y”) and ["z w"]', ["x y", "z w"]),
        ("end—“dash quote”—more", ["dash quote"]),
    ],
)
def test_each_language_has_its_marks(text: str, passages: list[str]) -> None:
    assert [text[each.start : each.end].strip() for each in marked(text)] == passages


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("“He said ‘we agree’ today”", ["He said ‘we agree’ today"]),
        ("nested \"he said 'no' twice\" ok", ["he said 'no' twice"]),
        ('"He said "inner" out"', ['He said "inner" out']),
        ("“a “b” c” d", ["a “b” c"]),
        ("“a ‘b” c", ["a ‘b"]),
    ],
)
def test_marks_within_marks_are_part_of_the_passage(text: str, passages: list[str]) -> None:
    assert [text[each.start : each.end] for each in marked(text)] == passages


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("the ‘ministers’ views were clear’ and it's", ["ministers’ views were clear"]),
        ("‘We don’t agree’, he said; the ’90s.", ["We don’t agree"]),
        ("It's the dogs' 'big day' today", ["big day"]),
        ("‘the boss’ and ‘the class’ met", ["the boss", "the class"]),
        ("in the '90s and '80s", []),
    ],
)
def test_an_apostrophe_is_no_mark(text: str, passages: list[str]) -> None:
    assert [text[each.start : each.end] for each in marked(text)] == passages


def test_inches_are_no_mark() -> None:
    assert [each.closed for each in marked('pipes of 5" and "x y"')] == [True]


def test_a_mark_that_nothing_closes_is_told_and_spoils_no_other() -> None:
    text = "say “never closed and “good one” end"
    found = list(marked(text))
    assert [(text[each.start : each.end], each.closed) for each in found] == [
        ("never closed and ", False),
        ("good one", True),
    ]


def test_a_quotation_may_go_on_in_the_next_paragraph() -> None:
    text = "“First paragraph\n“and second”"
    assert [each.closed for each in marked(text)] == [True, True]


@pytest.mark.parametrize("text", ["", "no marks", "“ ”", "“", "say “", "“  "])
def test_nothing_quoted_is_nothing(text: str) -> None:
    assert list(marked(text)) == []


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("“a ‘b «c» d” e", ["a ‘b «c» d"]),
        ("“x ”", ["x "]),
        ("he said) » it", []),
        ("‘never “one” and “two”", ["one", "two"]),
    ],
)
def test_marks_that_cross_do_no_harm(text: str, passages: list[str]) -> None:
    assert [text[each.start : each.end] for each in marked(text)] == passages


def test_any_number_of_marks_is_read_in_time() -> None:
    assert len(list(marked("“a " * 20_000))) == 20_000
    assert len(list(marked("‘ministers’ views " * 5_000))) > 0
