"""Words in quotation marks stand in a source, or in a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.claims.quoted import passages_in

if TYPE_CHECKING:
    from tests.claims.conftest import Held, Rules


@pytest.mark.parametrize(
    ("text", "language", "passages"),
    [
        ('He said “a step” and "a jump".', "en", ["a step", "a jump"]),
        ("Sie nannte es „einen Schritt“ und »gut«.", "de", ["einen Schritt", "gut"]),
        ("Он назвал это «шагом».", "ru", ["шагом"]),
        ("他称之为“一步”和「好」。", "zh", ["一步", "好"]),
        ("It is Serbia’s “…” own.", "en", []),
        ("その「一歩」", "ja", ["一歩"]),
    ],
)  # fmt: skip
def test_the_quotation_marks_of_each_language_are_known(
    text: str, language: str, passages: list[str]
) -> None:
    assert list(passages_in(text, language)) == passages


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("He spoke of “a serious step”.", []),
        ("“A serious step,” he said.", []),
        ("He spoke of “a serious … forward”.", []),
        ("He spoke of “a great step”.", ["quoted-words-not-found"]),
        ("He spoke of “Statement A”.", []),
    ],
)
def test_words_in_quotation_marks_stand_in_a_source(
    rules: Rules, text: str, broken: list[str]
) -> None:
    more = ", translation: Statement A"
    assert rules(text, "It was a serious step forward.", more=more) == broken


OWN = """\
comment: We call it “a great step”; trade came to 900 euros in Vienna.
recommendations: [{text: Say “a great step”, options: [Say “a great leap”]}]
extra: {note: “a great jump”, list: [“a serious step”]}
lines_to_take: [It was “a serious step”]
next: ["“A great step” again"]
sources: {a: {title: A, publisher: P, file: a.txt}}
outcomes:
  - id: O1
    statement: It was “a serious step”
    strength: conveyed
    evidence:
      - {source: a, quote: un pas, translation: It was “a serious step” indeed, translator: T}
"""


def test_of_the_desks_own_words_only_quoted_ones_are_held(held: Held) -> None:
    _, findings = held(OWN, a="C’était un pas sérieux.")
    assert [finding.rule for finding in findings] == ["quoted-words-not-found"] * 5
