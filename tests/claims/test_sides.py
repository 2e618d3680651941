"""Who asks, who owes, whose minister it is: by who stands before the verb, in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Held

NOVAK, LEE = "Petar Novak", "Ann Lee"
ASKED = {
    "en": ("Serbian Foreign Minister Petar Novak asked U.S. Ambassador Ann Lee for help.", "asked"),
    "fr": (
        (
            "Le ministre serbe des Affaires étrangères, Petar Novak, a demandé de l'aide à "
            "l'ambassadrice des États-Unis Ann Lee."
        ),
        "demandé",
    ),
    "es": (
        (
            "El ministro de Exteriores de Serbia, Petar Novak, pidió ayuda a la "
            "embajadora de Estados "
            "Unidos, Ann Lee."
        ),
        "pidió",
    ),
    "de": (
        (
            "Der serbische Außenminister Petar Novak bat die Botschafterin der "
            "Vereinigten Staaten, "
            "Ann Lee, um Hilfe."
        ),
        "bat",
    ),
    "pt": (
        (
            "O ministro dos Negócios Estrangeiros da Sérvia, Petar Novak, pediu ajuda à "
            "embaixadora "
            "dos Estados Unidos, Ann Lee."
        ),
        "pediu",
    ),
    "ru": (
        "Министр иностранных дел Сербии Петар Новак попросил посла США Энн Ли о помощи.",
        "попросил",
    ),
    "sr-Latn": (
        (
            "Srpski ministar spoljnih poslova Petar Novak zatražio je pomoć od američke "
            "ambasadorke "
            "Ann Lee."
        ),
        "zatražio",
    ),
    "sr-Cyrl": (
        (
            "Српски министар спољних послова Петар Новак затражио је помоћ од америчке амбасадорке "
            "Ен Ли."
        ),
        "затражио",
    ),
    "ar": ("طلب وزير الخارجية الصربي بيتر نوفاك المساعدة من سفيرة الولايات المتحدة آن لي.", "طلب"),
    "zh": ("塞尔维亚外长诺瓦克请求美国大使李安提供援助。", "请求"),
}
ALSO = {
    "ru": ("[Новак]", "[Энн Ли]"),
    "sr-Cyrl": ("[Новак]", "[Ен Ли]"),
    "ar": ("[بيتر نوفاك]", "[آن لي]"),
    "zh": ("[诺瓦克]", "[李安]"),
}


def asked(held: Held, tag: str, side: str, role: str = "Foreign Minister") -> list[str]:
    """The rules that a request by a side breaks, against a sentence of a language."""
    text, verb = ASKED[tag]
    novak, lee = ALSO.get(tag, ("[]", "[]"))
    other = {"rs": "us", "us": "rs"}[side]
    _, findings = held(
        f"""\
sources: {{a: {{title: A, publisher: P, language: {tag}, file: a.txt}}}}
events:
  - id: E1
    title: Talks
    participants:
      - {{name: {NOVAK}, role: {role}, party: {side}, also: {novak}, source: a}}
      - {{name: {LEE}, role: Ambassador, party: {other}, also: {lee}, source: a}}
requests:
  - id: R1
    from: {side}
    to: {other}
    ask: Help
    evidence: [{{source: a, quote: {verb}, translation: asked, translator: D}}]
""",
        a=text,
    )
    ours = ("side-", "office-", "state-")
    return [each.rule for each in findings if each.rule.startswith(ours)]


@pytest.mark.parametrize("tag", ASKED)
def test_the_right_side_and_office_pass(held: Held, tag: str) -> None:
    assert asked(held, tag, "rs") == []


@pytest.mark.parametrize("tag", ASKED)
def test_another_office_is_an_error(held: Held, tag: str) -> None:
    assert asked(held, tag, "rs", "Deputy Foreign Minister") == ["office-differs"]


@pytest.mark.parametrize("tag", ASKED)
def test_sides_the_wrong_way_round_are_found(held: Held, tag: str) -> None:
    assert "side-differs" in asked(held, tag, "us")
