"""Hold a brief to its evidence: quotations first, then every claim beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf import evidence
from bluf.claims.actors import actor_claims
from bluf.claims.answers import answer_claims
from bluf.claims.company import in_company
from bluf.claims.dates import date_claims
from bluf.claims.days import day_claims
from bluf.claims.doing import doing_claims, retold_claims
from bluf.claims.figures import figure_claims
from bluf.claims.headline import headline_claims
from bluf.claims.judgement import Judgement
from bluf.claims.names import name_claims
from bluf.claims.offices import office_claims
from bluf.claims.passages import ClaimContext
from bluf.claims.people import people_claims
from bluf.claims.places import place_claims
from bluf.claims.quoted import quoted_claims
from bluf.claims.register import NameRegister
from bluf.claims.sense import condition_claims, sense_claims
from bluf.claims.sides import BriefSides
from bluf.claims.speakers import publisher_claims, speaker_claims
from bluf.claims.strength import differing, strength_claims
from bluf.claims.texts import Text, texts
from bluf.claims.wording import wording_claims
from bluf.languages import forget_long_texts, language
from bluf.model import Ledger, Proof
from bluf.rules import finding
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence import Proven, SourceMemory


def prove(data_file: DataFile) -> tuple[Proof, tuple[Finding, ...]]:
    """What the sources bear out of a brief, claim by claim, and every finding.

    Raises:
        SourceError: As `proven` does.
    """
    found = proven(data_file)
    return found.proof, found.findings


def proven(data_file: DataFile, memory: SourceMemory | None = None) -> Proven:
    """What the sources bear out of a brief, with the ledger of its claims, and every finding.

    ``memory`` is where to keep what takes long to read of its sources.

    Raises:
        SourceError: A source is missing, unreadable, unsafe or too large.
    """
    return hold(data_file, evidence.proven(data_file, memory))


def hold(data_file: DataFile, found: Proven) -> Proven:
    """What was found of the quotations of a brief, with the ledger of its claims besides."""
    desk = ClaimContext(data_file, found)
    judged = tuple(dict.fromkeys(_judgements(desk)))
    raised = [each for judgement in judged if (each := judgement.finding(desk))]
    ledger = Ledger(tuple(judgement.claim for judgement in judged))
    findings = dict.fromkeys((*found.findings, *raised, *_unknown_languages(desk)))
    proof = replace(found.proof, ledger=ledger, differences=differing(desk))
    forget_long_texts()
    return replace(found, proof=proof, findings=tuple(findings))


def _judgements(desk: ClaimContext) -> Iterator[Judgement]:
    register, sides = NameRegister(desk), BriefSides(desk)
    for text in texts(desk.brief):
        yield from quoted_claims(desk, text)
        yield from speaker_claims(desk, sides, text)
        if not text.own:
            yield from actor_claims(desk, sides, text)
            told = _of_text(desk, register, text)
            yield from told if text.evidence or text.phrase else in_company(desk, text.words, told)
    yield from people_claims(desk, register)
    yield from place_claims(desk, register)
    yield from office_claims(desk, register, sides)
    yield from publisher_claims(desk, sides)
    yield from doing_claims(desk, sides)
    yield from retold_claims(desk, sides)
    yield from headline_claims(desk, sides)
    yield from day_claims(desk)
    yield from strength_claims(desk)
    yield from condition_claims(desk)
    yield from answer_claims(desk)


def _of_text(desk: ClaimContext, register: NameRegister, text: Text) -> Iterator[Judgement]:
    yield from figure_claims(desk, text)
    yield from date_claims(desk, text)
    yield from name_claims(desk, register, text)
    yield from sense_claims(desk, text)
    yield from wording_claims(desk, text)


def _unknown_languages(desk: ClaimContext) -> Iterator[Finding]:
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
                "read them yourself; docs/evidence.md lists the languages that are known",
                desk.excerpt(place),
            )
