"""What is known of a language: verbs and their firmness, negations, months, numbers, offices.

One TOML file a language. A list is one string, its entries between commas; an entry is a pattern
of words (see `bluf.languages.pattern`). Serbian is written once, in Latin letters, and read in
both scripts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, convert

from bluf.languages.serbian import to_cyrillic
from bluf.model import Response, Strength

Words = tuple[str, ...]
SenseTable = Literal["opposite", "beside", "news", "thing"]
Counted = Literal["requests", "outcomes", "follow_ups", "parties", "sources"]

_FOLDER = Path(__file__).parent
_SAME = {"sr": "sr-Latn", "hr": "sr-Latn", "bs": "sr-Latn", "cnr": "sr-Latn", "sh": "sr-Latn"}
"""Languages that are read by the file of another one: they have its words, or share them."""
_PLAIN = frozenset({"name", "script", "capitals", "decimal", "compound"})
"""Values that are a word, no list."""


class LanguageTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; a key that no field has is refused."""


class Turns(LanguageTable, frozen=True):
    """What turns a statement round or weakens it.

    Attributes:
        negations: Single words: “not”, “never”.
        refusals: “failed to”, “refused to”.
        conditions: “if”, “provided that”.
        hopes: Wishes, attempts, plans and duties: “hoped”, “is ready to”, “must”.
        futures: “will”, “is to”.
        hedges: “could”, “allegedly”.
        stops: What undoes the verb that follows, or takes a case out: “refuse”, “cease”, “hardly”,
            “unless”.
        limits: What stands before the words that it limits: “only”, “almost”, “too _”.
        trailing: What stands behind them: “alone”, “at most”.
        doubts: What a clause ends or begins with that makes hearsay or regret of the one beside it:
            “it is said that”, “or so he says”.
        retractions: What takes the words before it back: “was later denied”.
        exceptions: What takes a case out of the sentence that it begins: “except for”.
        behind: What undoes the verb in front of it over other words: “ab” in German.
        provisos: What a condition begins with, and nothing else does: “if”, “provided that”.
        intents: What makes less than a fact of the verb behind it: “tried to”, “is ready to”.
        none: What negates the verb in front of it: “signed nothing”.
        innocent: Words that only look like a negation or a verb: “not only”, “the agreed text”.
        joins: Conjunctions: what stands before them turns no verb behind them.
        that: What a clause begins with that the one before it turns: “bestritt, dass”.
        describing: A verb with the words that make it describe a noun: “die vereinbarten”.
        deeds: What is signed or agreed: “agreement”, “memorandum”.
        things: What signs and agrees nothing, so that a verb right behind it, with one of the
            ``determiners`` before it, describes it: “the measures agreed”.
        determiners: “the”, “of”.
        finite: Words right behind a verb with which it does not: “agreed to”, “dogovoreno je”.
        participles: Forms that say what is done only beside one of the ``helpers``: “acordado”.
        helpers: Auxiliaries: “ha”, “fue”.
        passed: What may stand between these and a verb: “ya”, “sido”, “already”.
    """

    negations: Words = ()
    refusals: Words = ()
    conditions: Words = ()
    hopes: Words = ()
    futures: Words = ()
    hedges: Words = ()
    stops: Words = ()
    limits: Words = ()
    trailing: Words = ()
    doubts: Words = ()
    retractions: Words = ()
    exceptions: Words = ()
    behind: Words = ()
    provisos: Words = ()
    intents: Words = ()
    none: Words = ()
    innocent: Words = ()
    joins: Words = ()
    that: Words = ()
    describing: Words = ()
    deeds: Words = ()
    things: Words = ()
    determiners: Words = ()
    finite: Words = ()
    participles: Words = ()
    helpers: Words = ()
    passed: Words = ()


class Speech(LanguageTable, frozen=True):
    """Verbs of asking, of reporting (which says nothing of firmness), of owing, and of tasking.

    Who stands behind a verb of tasking owes.
    """

    asking: Words = ()
    reporting: Words = ()
    owing: Words = ()
    tasking: Words = ()


class Calendar(LanguageTable, frozen=True):
    """Months by number, days of the week from Monday, and days from today.

    ``spelt`` are the days of the month in words, in their order; ``years`` count from this one.
    ``until`` and ``since`` are what makes an end or a beginning of the date beside it.
    Of times of day, as plain words: ``hour`` stands behind an hour alone (“Uhr”), ``length`` behind
    a length of time as well (“heures”), which is a time behind one of ``at``; ``am`` and ``pm``
    name the half of the day.
    """

    months: Mapping[int, Words] = {}
    weekdays: Mapping[int, Words] = {}
    days: Mapping[int, Words] = {}
    years: Mapping[int, Words] = {}
    spelt: Words = ()
    this_year: Words = ()
    until: Words = ()
    since: Words = ()
    hour: Words = ()
    length: Words = ()
    at: Words = ()
    am: Words = ()
    pm: Words = ()


class People(LanguageTable, frozen=True):
    """Offices, honorifics, particles of names, endings that a name may take, and pronouns.

    ``common`` are words that often bear a capital, and name nobody: “Ministry”, “Western”;
    ``ranks`` make another office of the one they stand beside: “deputy”, “former”.
    """

    roles: Words = ()
    ranks: Words = ()
    honorifics: Words = ()
    particles: Words = ()
    endings: Words = ()
    pronouns: Words = ()
    common: Words = ()


class Sides(LanguageTable, frozen=True):
    """Words about sides.

    Attributes:
        we: The speaker's own: “we”.
        both: Several at once: “both”, “the two”.
        within: Before a place: “in”.
        visits: Before a place where somebody goes: “visit”, “trip to”.
        capital: Beside the country whose capital a place is: “capital of”.
        genitive: Small words within an office: “of”.
        belonging: Between a person and his or her country: “of”.
        prepositions: Words after which a side is not who acts: “with”.
        passive: Behind a side to whom something is done: “was”.
    """

    we: Words = ()
    both: Words = ()
    within: Words = ()
    visits: Words = ()
    capital: Words = ()
    genitive: Words = ()
    belonging: Words = ()
    prepositions: Words = ()
    passive: Words = ()


class QuotationMarks(LanguageTable, frozen=True):
    """Quotation marks, each pair as two signs, the usual one first."""

    marks: Words = ()


class Language(LanguageTable, frozen=True):
    """One language, as far as its file goes; all lists of a language without one are empty.

    Attributes:
        tag: The tag of its file, as BCP 47 has it; of a language without one, the tag asked for.
        known: Whether there is a file.
        name: What it calls itself.
        script: ISO 15924 code: Latn, Cyrl, Arab, Hani.
        capitals: Whether a capital marks names, all nouns, or nothing.
        decimal: The sign before the decimals of a number.
        reach: So many words before a verb can turn or weaken it; signs, in a script without spaces.
        groups: Signs between groups of its digits.
        compound: What stands between units and tens where numbers are one word: „einundzwanzig“.
        halves: What adds a half to the number before it: “and a half”.
        percent: How it writes a share.
        labels: Words whose number is a name: “resolution”, “article”.
        about: Words before a rounded figure: “about”, “nearly”, “at least”.
        above: Those of them that say it is more, and verbs that do: “more than”, “exceeds”.
        below: Those that say it is less: “nearly”, “up to”.
        conjunctions: Words before the last entry of a list: “and”.
        verbs: By how firm they are.
        answers: Words by which a request is answered.
        numbers: Number words below a hundred, and those above that are one word or that, beside a
            unit, are a number without another one: “cent”.
        ordinals: Ordinal numbers; “first” is not a figure.
        multipliers: Words that multiply the number before them; below ten, numbers with a half.
        counts: Nouns by which a brief counts its own items.
        currencies: Words and signs by ISO 4217 code.
        countries: What else than its full name names a country, by ISO 3166 code.
        seats: Capitals that stand for the government of a country, by its code.
        units: Words and signs by their English name.
        offices: Words for an office by its kind; the longest that stands at a place counts.
        senses: Words by what they stand for (see `bluf.languages.senses`).
    """

    tag: str
    known: bool = True
    name: str = ""
    script: str = ""
    capitals: Literal["names", "nouns", "none"] = "none"
    decimal: str = "."
    reach: int = 4
    groups: Words = ()
    compound: str = ""
    halves: Words = ()
    percent: Words = ()
    labels: Words = ()
    about: Words = ()
    above: Words = ()
    below: Words = ()
    conjunctions: Words = ()
    verbs: Mapping[Strength, Words] = {}
    answers: Mapping[Response, Words] = {}
    turns: Turns = Turns()
    speech: Speech = Speech()
    calendar: Calendar = Calendar()
    numbers: Mapping[int, Words] = {}
    ordinals: Mapping[int, Words] = {}
    multipliers: Mapping[Decimal, Words] = {}
    counts: Mapping[Counted, Words] = {}
    currencies: Mapping[str, Words] = {}
    units: Mapping[str, Words] = {}
    seats: Mapping[str, Words] = {}
    countries: Mapping[str, Words] = {}
    people: People = People()
    offices: Mapping[str, Words] = {}
    sides: Sides = Sides()
    senses: Mapping[SenseTable, Mapping[str, str]] = {}
    quotation: QuotationMarks = QuotationMarks()


@cache
def languages() -> tuple[str, ...]:
    """Tags of the languages that have a file; Serbian has one for both its scripts."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def base(tag: str) -> str:
    """The language whose file a text of this tag is read by: ``en-GB`` by ``en``.

    A language without a file is its own: ``ja-JP`` gives ``ja``.
    """
    primary = tag.replace("_", "-").split("-")[0].lower()
    return _SAME.get(primary, primary)


@cache
def language(tag: str) -> Language:
    """What is known of the language of a BCP 47 tag; see ``known`` for whether anything is."""
    name = base(tag)
    if tag != name:
        return language(name)
    if name not in languages():
        return Language(tag=name, known=False)
    table = _lists(name, _text(name).partition("\n[draft.")[0])
    if "compound" in table:
        _compose(table["numbers"], table["compound"])
    return convert({"tag": name, **table}, Language, strict=False)


def _compose(numbers: dict[str, Words], join: str) -> None:
    """Add the numbers that are made of two: „einundzwanzig“, „zweihundert“."""
    for unit in range(1, 10):
        (first, *_) = numbers[str(unit)]
        for ten in range(20, 100, 10):
            numbers[str(ten + unit)] = tuple(f"{first}{join}{each}" for each in numbers[str(ten)])
        for whole in (100, 1000):
            own = numbers[str(whole)][:1]
            numbers[str(whole * unit)] = (*own[: unit == 1], f"{first}{own[0]}")


@cache
def draft_words(tag: str, table: str) -> Mapping[str, Words]:
    """The lists of a table of what a first draft goes by besides: the end of the file."""
    name = base(tag)
    text = _text(name) if name in languages() else ""
    return _lists(name, text.partition(f"\n[draft.{table}]\n")[2].partition("\n[")[0])


def _text(name: str) -> str:
    return (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")


def _lists(name: str, text: str) -> dict[str, Any]:
    """What a part of the file of a language says, each list cut into its entries."""
    spelt = _in_both_scripts if name == "sr-Latn" else _as_written
    return _cut(tomllib.loads(text), spelt)


def _cut(table: Mapping[str, Any], spelt: Callable[[str], Words]) -> dict[str, Any]:
    return {
        key: value
        if key == "senses"
        else _cut(value, spelt)
        if isinstance(value, dict)
        else spelt(value)
        if isinstance(value, str) and key not in _PLAIN
        else value
        for key, value in table.items()
    }


def _as_written(text: str) -> Words:
    """The entries of a list; a comma within one, as in “(,|)”, has no space behind it."""
    entries = f"{text} ".replace("\n", " ").split(", ")
    return tuple(entry for entry in map(str.strip, entries) if entry)


def _in_both_scripts(text: str) -> Words:
    return tuple(dict.fromkeys((*_as_written(text), *_as_written(to_cyrillic(text)))))
