"""How firm the words of a passage are: “agreed” or only “discussed”; and what they answer.

The lists hold verbs that decide the matter. A verb of reporting (“said”, “stressed”) decides
nothing, since what is reported may be of any strength; neither does a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bluf.languages.language import Language, base, language
from bluf.languages.pattern import WordPattern, WordTable, pattern
from bluf.languages.remembering import remembered
from bluf.model import Response, Strength

_CLAUSE_END = re.compile(r"[,;:.!?،؛，；。！？、\n]")
_PHRASE = 3
"""A determiner stands at most so many words before its noun."""
_TALK = 1
"""The rank of what is only said."""
_BINDING = 3
"""The rank of what binds both sides."""
_TURNED = {Response.ACCEPTED: Response.REFUSED, Response.REFUSED: Response.ACCEPTED}


def firmness(text: str, tag: str) -> Strength | None:
    """How firm the words themselves are, or None where no list can decide.

    The firmest verb counts. A verb after a negation or a refusal (“did not agree”) says the
    contrary; after a hope or a condition (“could agree”) it is talk alone; what both sides will
    agree on, or talk of, is announced.
    """
    return max(strengths(text, tag), key=lambda strength: strength.rank, default=None)


@remembered
def strengths(text: str, tag: str) -> tuple[Strength, ...]:
    """What each verb of a text says, after what turns or weakens it."""
    known = language(tag)
    text = plain(text, tag)
    return tuple(
        _said(text, verb, strength, known)
        for strength, verb, describes in _verbs(text, known)
        if not describes
    )


def described(text: str, tag: str) -> Strength | None:
    """The firmest verb of a text that only describes a noun: “the measures agreed last year”.

    Whether it tells of this meeting, nobody can say.
    """
    known = language(tag)
    text = plain(text, tag)
    told = (strength for strength, _, describes in _verbs(text, known) if describes)
    return max(told, key=lambda strength: strength.rank, default=None)


@remembered
def plain(text: str, tag: str) -> str:
    """A text with the words that only look like a negation or a verb blotted out, places kept."""
    known = language(tag)
    innocent = pattern(known.turns.innocent, known.script)
    return innocent.sub(lambda match: "·" * len(match.group()), text)


@remembered
def turning(text: str, tag: str) -> tuple[re.Match[str], ...]:
    """What turns the sense of a text: “not”, “refuse”, “cancel”, without what only looks so."""
    turns = _any(base(tag), "negations", "refusals", "stops")
    return tuple(turns.finditer(plain(text, tag)))


def _verbs(text: str, known: Language) -> Iterator[tuple[Strength, re.Match[str], bool]]:
    """Each verb, and whether it is more than talk, and only describes."""
    for strength, verb in _strong(known.tag).finditer(text):
        yield strength, verb, strength.rank > _TALK and describes(text, verb, known)


def describes(text: str, verb: re.Match[str], known: Language) -> bool:
    """Whether a verb belongs to a noun: “the measures agreed”, “los temas acordados”.

    A language tells it by the words around, or by a participle without its auxiliary.
    """
    turns, script = known.turns, known.script
    if pattern(turns.finite, script).match(text[verb.end() :].lstrip()):
        return False
    around = pattern(turns.describing, script).finditer(text)
    if any(each.start() < verb.end() and verb.start() < each.end() for each in around):
        return True
    before = _words_before(text[: verb.start()], known)
    if pattern(turns.participles, script).stands_for(verb.group()):
        return not _is_helped(before, known)
    determiners = pattern(turns.determiners, script)
    is_thing = bool(before) and pattern(turns.things, script).stands_for(before[-1])
    return is_thing and any(map(determiners.stands_for, before[-1 - _PHRASE : -1]))


def _words_before(before: str, known: Language) -> list[str]:
    """The words and commas before a verb, without adverbs that stand right there."""
    words = re.findall(r"\w+|,", before)
    passed = pattern(known.turns.passed, known.script)
    while words and passed.stands_for(words[-1]):
        words.pop()
    return words


def _is_helped(before: list[str], known: Language) -> bool:
    """Whether a participle has its auxiliary before it, or begins the text, as in a heading."""
    helpers, near = pattern(known.turns.helpers, known.script), before[-1:]
    if near == [","] or any(map(pattern(known.conjunctions, known.script).stands_for, near)):
        return any(map(helpers.stands_for, before))
    return not near or helpers.stands_for(near[0])


def _said(text: str, verb: re.Match[str], strength: Strength, known: Language) -> Strength:
    """What one verb says; “signed nothing” is no agreement."""
    after = _any(known.tag, "none").match(text[verb.end() :].lstrip())
    return Strength.DISAGREED if after else _weakened(text[: verb.start()], strength, known)


def deciding_words(text: str, tag: str) -> str:
    """The firmest verb of a text with what turns or weakens it; empty where no list knows one."""
    known = language(tag)
    text, shown = plain(text, tag), text
    said = [
        (_said(text, verb, strength, known).rank, _with_turn(shown, verb, known))
        for strength, verb, describes in _verbs(text, known)
        if not describes
    ]
    return max(said, key=lambda pair: pair[0], default=(0, ""))[1]


def _with_turn(text: str, verb: re.Match[str], known: Language) -> str:
    """A verb from the first word before it in its clause that turns or weakens it."""
    before = text[: verb.start()]
    near = _nearest_words(before, known)
    turns = _any(known.tag, "negations", "refusals", "conditions", "hopes", "hedges", "futures")
    turn = turns.search(near)
    start = before.rfind(near) + turn.start() if turn else verb.start()
    return text[start : verb.end()]


def answers(text: str, tag: str) -> frozenset[Response]:
    """What the words of a text answer to a request; a verb that is negated, the contrary."""
    return frozenset(response for response, is_sure in _answers(text, tag) if is_sure)


def possible_answers(text: str, tag: str) -> frozenset[Response]:
    """What they may answer: “they hope to accept” and “did not refuse” leave it open."""
    return frozenset(response for response, _ in _answers(text, tag))


def _answers(text: str, tag: str) -> Iterator[tuple[Response, bool]]:
    """Each answer, and whether nothing in front of its verb leaves it open."""
    known = language(tag)
    for response, verb in _answering(known.tag).finditer(text):
        near = _nearest_words(text[: verb.start()], known)
        is_open = _any(known.tag, "conditions", "hopes", "hedges").search(near)
        if response in _TURNED and _any(known.tag, "negations", "refusals").search(near):
            yield _TURNED[response], response is Response.ACCEPTED
        elif response is not Response.ACCEPTED:
            yield response, response is not Response.REFUSED or not is_open
        else:
            yield response, not (is_open or describes(text, verb, known))


def _weakened(before: str, strength: Strength, known: Language) -> Strength:
    """What is left of a verb after the words before it in its clause."""
    near = _nearest_words(before, known)
    if _any(known.tag, "negations", "refusals").search(near):
        return Strength.DISAGREED
    if _any(known.tag, "conditions", "hopes", "hedges").search(near):
        return Strength.DISCUSSED
    plans = strength.rank == _BINDING or strength is Strength.DISCUSSED
    future = plans and _any(known.tag, "futures").search(near)
    return Strength.ANNOUNCED if future else strength


def _nearest_words(before: str, known: Language) -> str:
    """The last words before a verb, of its own clause."""
    *others, clause = _CLAUSE_END.split(before)
    if others and pattern(known.turns.that, known.script).match(clause.lstrip()):
        clause = before[-len(others[-1]) - 1 - len(clause) :]
    joined = list(_any(known.tag, "joins").finditer(clause))
    clause = clause[joined[-1].end() :] if joined else clause
    if known.script == "Hani":
        return clause[-known.reach :]
    words = list(re.finditer(r"\w+", clause))[-known.reach :]
    return clause[words[0].start() :] if words else ""


@cache
def _any(tag: str, *lists: str) -> WordPattern:
    known = language(tag)
    words = tuple(word for name in lists for word in getattr(known.turns, name))
    return pattern(words, known.script)


@cache
def _strong(tag: str) -> WordTable[Strength]:
    return WordTable(language(tag).verbs, language(tag).script)


@cache
def _answering(tag: str) -> WordTable[Response]:
    return WordTable(language(tag).answers, language(tag).script)
