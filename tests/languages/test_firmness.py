"""The verbs of a passage say how firm it is."""

from __future__ import annotations

import re
from itertools import chain, product
from typing import TYPE_CHECKING

import pytest

from bluf.languages import (
    answers,
    deciding_words,
    described,
    firmness,
    language,
    languages,
    pattern,
    possible_answers,
    turning,
)
from bluf.model import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize(
    ("language", "quote", "strength"),
    [
        ("en", "They agreed to hold a dialogue", "agreed"),
        ("en", "They reached an agreement on it", "agreed"),
        ("en", "They discussed an agreement", "discussed"),
        ("en", "They did not agree on a date", "disagreed"),
        ("en", "They hoped to agree on a date", "discussed"),
        ("en", "They did not meet, but agreed on it", "agreed"),
        ("en", "They welcomed the decision", "welcomed"),
        ("en", "The members were all in favour", "decided"),
        ("en", "The members were all in favor", "decided"),
        ("en", "They announced a summit and discussed trade", "announced"),
        ("en", "He said there would be a dialogue", None),
        ("sr-Latn", "Ministri su se dogovorili o dijalogu", "agreed"),
        ("sr-Cyrl", "Министри су се договорили о дијалогу", "agreed"),
        ("sr", "Министри су разговарали о дијалогу", "discussed"),
        ("hr", "Nisu se dogovorili", "disagreed"),
        ("fr", "Ils ont convenu d'un dialogue", "agreed"),
        ("fr", "Ils ont évoqué un dialogue", "discussed"),
        ("de", "Sie vereinbarten einen Dialog", "agreed"),
        ("de", "Sie besprachen einen Dialog", "discussed"),
        ("de", "Das Kabinett hat es beschlossen", "decided"),
        ("de", "Beschlossen wurde nichts", "disagreed"),
        ("es", "Acordaron un diálogo", "agreed"),
        ("es", "Hablaron de un diálogo", "discussed"),
        ("en", "They will sign it in May", "announced"),
        ("en", "Talks will be held to discuss it", "announced"),
        ("en", "They could agree on it", "discussed"),
        ("en", "They failed to agree on it", "disagreed"),
        ("en", "They sought closer ties and agreed to meet", "agreed"),
        ("pt", "Concordaram em realizar um diálogo", "agreed"),
        ("pt", "Não concordaram", "disagreed"),
        ("ru", "Стороны договорились о диалоге", "agreed"),
        ("ru", "Стороны обсудили диалог", "discussed"),
        ("ru", "Стороны не договорились", "disagreed"),
        ("ru", "Стороны хотели бы договориться; надеются на встречу", "conveyed"),
        ("ar", "واتفق الوزيران على الحوار", "agreed"),
        ("ar", "بحث الوزيران الحوار", "discussed"),
        ("ar", "قررت الحكومة الميزانية", "decided"),
        ("ar", "لم يتفق الوزيران، ورحّبا بالحوار", "welcomed"),
        ("zh", "双方同意举行对话", "agreed"),
        ("zh-Hant", "雙方討論了對話", "discussed"),
        ("zh", "双方未达成协议", "disagreed"),
        ("ja", "対話に合意した", None),
    ],
)
def test_the_verbs_say_how_firm_a_quotation_is(
    language: str, quote: str, strength: str | None
) -> None:
    assert firmness(quote, language) == strength


@pytest.mark.parametrize(
    ("language", "text", "responses"),
    [
        ("en", "The Secretary accepted the invitation", {"accepted"}),
        ("en", "The Secretary did not accept the invitation", {"refused"}),
        ("en", "They took note of it", {"noted"}),
        ("de", "Die Entscheidung wurde verschoben", {"deferred"}),
        ("ar", "وقد أحاط علما بالطلب", {"noted"}),
        ("zh", "中方拒绝了这一要求", {"refused"}),
        ("ja", "拒否した", set()),
    ],
)
def test_the_verbs_say_what_is_answered(language: str, text: str, responses: set[str]) -> None:
    assert answers(text, language) == responses


@pytest.mark.parametrize(
    ("text", "tag", "words"),
    [
        ("The ministers agreed to meet later.", "en", "agreed"),
        ("They did not agree on it, and decided to meet.", "en", "decided"),
        ("They did not agree on a date.", "en", "not agree"),
        ("ont convenu de rouvrir", "fr", "convenu"),
        ("双方商定尽快重新开放", "zh", "商定"),
        ("A fine day in March.", "en", ""),
    ],
)
def test_the_words_that_decide_are_the_firmest_verb_with_what_turns_it(
    text: str, tag: str, words: str
) -> None:
    assert deciding_words(text, tag) == words


@pytest.mark.parametrize("text", ["双方讨论了未来合作", "无人机合作非常重要", "非洲不少国家参加"])
def test_a_sign_within_another_word_negates_nothing(text: str) -> None:
    assert turning(text, "zh") == ()


def forms(entry: str) -> Iterator[str]:
    """Each text that an entry of a list stands for, “word” for any word."""
    parts = re.split(r"\(([^()]*)\)", re.sub("[_…]", "word", re.sub("[*?]", "", entry)))
    for chosen in product(*(part.split("|") for part in parts)):
        yield " ".join("".join(chosen).split())


@pytest.mark.parametrize("tag", languages())
def test_each_verb_of_a_list_says_what_the_list_is_for(tag: str) -> None:
    known = language(tag)
    listed = [*known.verbs.items(), *known.answers.items()]
    said = {
        (text, value)
        for value, verbs in listed
        for text in chain.from_iterable(map(forms, verbs))
        if value != firmness(text, tag) and value not in answers(text, tag)
    }
    assert said == set()


@pytest.mark.parametrize("tag", languages())
def test_each_word_that_turns_or_weakens_a_verb_does(tag: str) -> None:
    known = language(tag)
    turns, blank = known.turns, "" if known.script == "Hani" else " "
    verbs = (text for entry in known.verbs[Strength.AGREED] for text in forms(entry))
    agreed = next(text for text in verbs if described(f"x {text}", tag) is None)
    for word in (*turns.negations, *turns.refusals):
        assert firmness(f"{next(forms(word))}{blank}{agreed}", tag) == Strength.DISAGREED
    for word in (*turns.negations, *turns.refusals, *turns.stops):
        assert turning(next(forms(word)), tag), word
    for word in (*turns.conditions, *turns.hopes, *turns.hedges, *turns.futures):
        joins = pattern(turns.joins, known.script).stands_for(word)
        said = firmness(f"{next(forms(word))}{blank}{agreed}", tag)
        assert joins or said != Strength.AGREED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They reviewed the measures agreed last year"),
        ("en", "The minister noted progress under the new roadmap adopted in 2019"),
        ("en", "They heard of the old port contract signed in May"),
        ("es", "Un grupo dará seguimiento a los temas acordados en la llamada"),
        ("es", "El convenio, firmado ayer, prevé más trenes"),
        ("fr", "Ils ont évoqué l’accord signé en mars"),
        ("de", "Sie besprachen die vereinbarten Schritte"),
        ("de", "Sie erörterten die Umsetzung des im März unterzeichneten Abkommens"),
        ("pt", "Debateram as decisões aprovadas pelo Conselho"),
        ("sr-Latn", "Ministri su razmotrili dogovorene mere"),
        ("sr-Cyrl", "Министри су размотрили договорене мере"),
        ("zh", "双方讨论了去年商定的措施"),
        ("zh", "双方落实达成的重要共识"),
    ],
)
def test_a_verb_that_describes_a_noun_is_no_agreement(language: str, text: str) -> None:
    said, noun = firmness(text, language), described(text, language)
    assert noun is not None
    assert noun.rank == Strength.AGREED.rank
    assert said is None or said.rank < noun.rank


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They called for a treaty to be signed"),
        ("en", "They almost agreed on a plan"),
        ("en", "They agreed to disagree"),
        ("en", "He recalled that both had agreed on it"),
        ("de", "Er forderte, das Abkommen zu unterzeichnen"),
        ("de", "Er bestritt, dass sie sich geeinigt haben"),
        ("fr", "Il a demandé que l’accord soit signé"),
        ("es", "Estuvieron a punto de firmar"),
        ("pt", "Negou que tivessem acordado o plano"),
        ("ru", "Он опроверг, что они договорились"),
        ("ru", "Соглашение должно быть подписано"),
        ("sr-Cyrl", "Демантовао је да су се договорили"),
        ("zh", "协议有待签署"),
        ("ar", "كاد الجانبان أن يتفقا"),
    ],
)
def test_what_nearly_was_or_should_be_or_is_denied_is_no_agreement(
    language: str, text: str
) -> None:
    said = firmness(text, language)
    assert said is None or said.rank == Strength.DISCUSSED.rank


def test_the_words_that_decide_begin_before_the_clause_of_the_verb() -> None:
    text = "Er bestritt, dass sie einig sind"
    assert deciding_words(text, "de") == "bestritt, dass sie einig"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The parties to the agreement signed a protocol"),
        ("en", "The sides in the statement agreed to meet"),
        ("en", "The agreement was signed in March"),
        ("es", "Se han revisado, discutido y aprobado los planes"),
        ("es", "Fue por unanimidad aprobado el plan"),
        ("es", "Firmado el convenio"),
        ("fr", "Le procès-verbal est lu et adopté"),
        ("fr", "Ils ont également convenu de se revoir"),
        ("de", "Gestern vereinbarten die Minister Maßnahmen"),
        ("pt", "A proposta foi votada e aprovada"),
        ("sr-Latn", "Dogovorena je saradnja"),
        ("sr-Latn", "Sporazum je potpisan u martu"),
        ("zh", "双方签署了协议"),
    ],
)
def test_a_verb_with_its_auxiliary_binds(language: str, text: str) -> None:
    said = firmness(text, language)
    assert said is not None
    assert described(text, language) is None
    assert said.rank == Strength.AGREED.rank


def test_a_participle_that_describes_is_no_answer() -> None:
    assert answers("las medidas aprobadas por el Consejo", "es") == frozenset()


@pytest.mark.parametrize(
    ("language", "text", "response"),
    [
        ("en", "They hoped it would be granted", "accepted"),
        ("en", "He asked them to accept the plan", "accepted"),
        ("en", "He did not refuse the request", "accepted"),
        ("en", "They could refuse the request", "refused"),
        ("de", "Der Antrag wurde nicht abgelehnt", "accepted"),
        ("fr", "La demande doit être acceptée", "accepted"),
        ("sr-Latn", "Zahtev treba da bude prihvaćen", "accepted"),
        ("zh", "部长没有拒绝请求", "accepted"),
    ],
)
def test_what_leaves_it_open_is_no_answer_but_may_be_one(
    language: str, text: str, response: str
) -> None:
    assert answers(text, language) == frozenset()
    assert response in possible_answers(text, language)


def test_aid_that_was_pledged_is_not_announced_now() -> None:
    assert firmness("He spoke of the aid pledged in May", "en") is None
    assert firmness("They pledged aid in May", "en") == Strength.ANNOUNCED
