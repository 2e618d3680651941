from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.claims.conftest import PEOPLE

if TYPE_CHECKING:
    from tests.claims.conftest import Held


OTHER_OFFICE = ["side-not-in-source"]


@pytest.mark.parametrize(
    ("name", "source", "language", "broken"),
    [
        ("Marco Rubio, source: a", "Secretary Rubio came.", "en", []),
        ("Allison Hooker, source: a", "Allison Hooker came.", "en", []),
        ("Alice Hooker, source: a", "Allison Hooker came.", "en", ["participant-not-in-source"]),
        ("Alice Hooker", "Allison Hooker came.", "en", ["participant-not-in-source"]),
        ("Anne Berg", "Anna Berg came. Minister Berg spoke.", "en", ["participant-not-in-source"]),
        ("Anna Berg", "Anna Berg came. Minister Berg spoke.", "en", []),
        ("Marco Rubo, source: a", "Secretary Rubio came.", "en", ["participant-not-in-source"]),
        ("Marco Rubo", "Secretary Rubio came.", "en", ["name-misspelt"]),
        ("Jane Roe, source: a", "Secretary Rubio came.", "en", ["participant-not-in-source"]),
        ("Jane Roe", "Secretary Rubio came.", "en", ["participant-unsourced"]),
        ("Marko Đurić", "Дошао је Марко Ђурић.", "sr-Cyrl", []),
        ("Aleksandar Vučić", "Sa Aleksandrom Vučićem.", "sr-Latn", []),
        ("Vladimir Putin", "С Владимиром Путиным.", "ru", []),
        ("Rubio", "Secretary Rubio came.", "en", []),
        ("Ana Alulama", "Ms. Ana Abdulla Mohamed Sharif Alulama came.", "en", []),
        ("Ana Alulama", "Ana met Eva Sharif Alulama.", "en", ["participant-not-in-source"]),
        ("Wang Yi, also: [王毅]", "外长王毅来了。", "zh", []),
        ("Wang Yi, also: [李强]", "外长王毅来了。", "zh", ["participant-unsourced"]),
        ("Wang Yi", "外长王毅来了。", "zh", ["name-undecided"]),
        ("王毅", "外长王毅来了。", "zh", []),
        ("王义", "外长王毅来了。", "zh", ["participant-unsourced"]),
        ("أيمن الصفدي", "وقال ايمن الصفدي.", "ar", []),
        ("أيمن الحسيني", "وقال ايمن الصفدي.", "ar", ["participant-unsourced"]),
        ("Đurić Marko, also: [Djuric]", "Minister Djuric came.", "en", []),
        ("J. de Roe", "Ms. Roe came.", "en", []),
        ("de", "Ms. Roe came.", "en", ["participant-unsourced"]),
    ],
)
def test_a_participant_stands_in_its_source(
    held: Held, name: str, source: str, language: str, broken: list[str]
) -> None:
    _, findings = held(PEOPLE.format(name=name, language=language, place=""), a=source)
    assert [finding.rule for finding in findings] == broken


def test_an_office_too_short_for_its_words_stands_as_it_is(held: Held) -> None:
    record = (
        "parties: {cn: {name: 中国}}\n"
        "language: zh\n"
        "sources: {a: {title: A, publisher: P, language: zh, file: a.txt}}\n"
        "events: [{id: E1, title: 会见, participants: [{name: 王明, role: ROLE, party: cn}]}]\n"
    )
    source = "中国驻上海总领事王明会见了代表团。"
    _, findings = held(record.replace("ROLE", "总领事"), a=source)
    assert not [each for each in findings if each.rule == "office-not-in-source"]
    _, findings = held(record.replace("ROLE", "主任"), a=source)
    assert [each.rule for each in findings if "office" in each.rule] == ["office-not-in-source"]


@pytest.mark.parametrize(
    ("role", "verdict"),
    [("上海市市长", "borne out"), ("重庆市市长", "cannot be told"), ("中国市长", "borne out")],
)
def test_whose_office_it_is_in_chinese(held: Held, role: str, verdict: str) -> None:
    record = (
        "language: zh\n"
        "sources: {a: {title: A, publisher: P, language: zh, file: a.txt}}\n"
        f"events: [{{id: E1, title: 会见, participants: [{{name: 杨雄, role: {role}}}]}}]\n"
    )
    claims, _ = held(record, a="庄德利会见了上海市市长杨雄、重庆市市长黄奇帆。")
    assert [str(each.verdict) for each in claims if each.words == role] == [verdict]


@pytest.mark.parametrize(("account", "expected"), [(", party: rs", []), ("", OTHER_OFFICE)])
def test_an_account_of_ones_own_leaves_out_whose_minister_it_is(
    held: Held, account: str, expected: list[str]
) -> None:
    _, findings = held(
        f"sources: {{a: {{title: A, publisher: P{account}, file: a.txt}}}}\n"
        "events: [{id: E1, title: Talks, participants: "
        "[{name: Anna Novak, role: Foreign Minister, party: rs, source: a}]}]\n",
        a="Foreign Minister Anna Novak sent greetings to the U.S. Foreign Minister.",
    )
    assert [each.rule for each in findings] == expected
