"""Hold a brief to its evidence: quotations first, then every claim beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf import evidence
from bluf.claims.actors import actor_claims
from bluf.claims.answers import answer_claims
from bluf.claims.clock import clock_claims
from bluf.claims.company import in_company
from bluf.claims.dates import date_claims
from bluf.claims.days import day_claims
from bluf.claims.desk import Desk
from bluf.claims.doing import doing_claims, retold_claims
from bluf.claims.figures import figure_claims
from bluf.claims.headline import headline_claims
from bluf.claims.judgement import Judgement
from bluf.claims.names import name_claims
from bluf.claims.offices import office_claims
from bluf.claims.people import people_claims
from bluf.claims.places import place_claims
from bluf.claims.quoted import quoted_claims
from bluf.claims.sense import condition_claims, sense_claims
from bluf.claims.speakers import publisher_claims, speaker_claims
from bluf.claims.strength import differing, strength_claims
from bluf.claims.texts import texts
from bluf.claims.wording import wording_claims
from bluf.languages import forget_long_texts, language
from bluf.model import Ledger
from bluf.rules import finding
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence import Proven, SourceMemory
    from bluf.model import Claim


def proven(data_file: DataFile, memory: SourceMemory | None = None) -> Proven:
    """What the sources bear out of a brief, with the ledger of its claims, and every finding.

    ``memory`` is where to keep what takes long to read of its sources.

    Raises:
        SourceError: A source is missing, unreadable, unsafe or too large.
    """
    return hold(data_file, evidence.proven(data_file, memory))


def hold(data_file: DataFile, found: Proven) -> Proven:
    """What was found of the quotations of a brief, with the ledger of its claims besides."""
    desk = Desk(data_file, found)
    judged = tuple(dict.fromkeys(filter(None, _judgements(desk))))
    raised = [each for judgement in judged if (each := judgement.finding(desk))]
    ledger = Ledger(tuple(judgement.claim for judgement in judged))
    findings = dict.fromkeys((*found.findings, *raised, *_unknown_languages(desk)))
    proof = replace(found.proof, ledger=ledger, differences=differing(desk))
    forget_long_texts()
    return replace(found, proof=proof, findings=tuple(findings))


def retold(data_file: DataFile, found: Proven) -> tuple[Claim, ...]:
    """Who does what in bottom line and background where a source, in the same words, has another.

    Of a draft, whose sides are the countries that it names, nothing else can be told of sides.
    """
    return tuple(each.claim for each in retold_claims(Desk(data_file, found)))


def _judgements(desk: Desk) -> Iterator[Judgement | None]:
    """Each judgement, and None for what makes no claim or cannot be wrong."""
    for text in texts(desk.brief):
        yield from quoted_claims(desk, text)
        yield from speaker_claims(desk, text)
        if not text.own:
            yield from actor_claims(desk, text)
            told = (each for claims in _OF_TEXTS for each in claims(desk, text) if each)
            yield from told if text.evidence or text.phrase else in_company(desk, text.words, told)
    for claims in _OF_RECORD:
        yield from claims(desk)


_OF_TEXTS = (
    figure_claims, date_claims, clock_claims, name_claims, sense_claims, wording_claims,
)  # fmt: skip
"""What is held of each text that is not the desk's own."""
_OF_RECORD = (
    people_claims, place_claims, office_claims, publisher_claims, doing_claims, retold_claims,
    headline_claims, day_claims, strength_claims, condition_claims, answer_claims,
)  # fmt: skip
"""What is held of the fields of the record."""


def _unknown_languages(desk: Desk) -> Iterator[Finding]:
    """One note for each language that claims cannot be held to, since its words are not known."""
    seen = set()
    for key, source in desk.brief.sources.items():
        tag = language(source.language).tag
        if not language(tag).known and tag not in seen:
            seen.add(tag)
            place = desk.where(("sources", key, "language"))
            yield finding(
                "language-unknown",
                f"bluf does not know the words of “{source.language}”: it cannot tell how firm "
                "its sources are, or what they answer",
                place,
                "read them yourself; docs/claims.md lists the languages that are known",
                desk.excerpt(place),
            )
