"""Hold quotations against sources: each is found, or something near it is, or neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence import Likeness, Searchable, Sighting, in_either_case, likenesses, sightings
from bluf.languages import language_in
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from bluf.verification.claims import CheckedClaim
    from bluf.verification.draft import DraftQuotation, DraftText
    from bluf.verification.shelf import SourceSet


_NEAR = 0.5
"""A passage of which less stands in a source is not near it."""


class MatchVerdict(StrEnum):
    """What came of looking a quotation up."""

    FOUND = "found"
    ALTERED = "altered-sense"
    UNDECIDED = "undecided"
    UNSEEN = "not seen"
    NEAR = "near"
    MISSING = "not found"


class Checked(Struct, frozen=True):
    """One quotation and what came of it.

    Attributes:
        quoted: The quotation and its place in the draft.
        verdict: Whether it stands in a source, word for word, where a reader sees it, and says
            there what it says here: an omission or a bracket may turn the sense.
        source: The source in which it stands, or in which the nearest passage does.
        named: The source that the draft names beside it; None where it names none.
        sighting: Where it stands, if it does.
        likeness: What is nearest to it, if it does not.
    """

    quoted: DraftQuotation
    verdict: MatchVerdict = MatchVerdict.MISSING
    source: str | None = None
    named: str | None = None
    sighting: Sighting | None = None
    likeness: Likeness | None = None

    @property
    def is_misattributed(self) -> bool:
        """Whether it stands in another source than the one the draft names."""
        return self.sighting is not None and self.named not in {None, self.source}


class Verification(Struct, frozen=True):
    """What came of verifying a draft.

    Attributes:
        draft: Name of the draft.
        checked: Each quotation, in the order of the draft.
        sources: The sources that were read.
        refused: Why others could not be read.
        passed_over: Files whose type is none that can be read.
        too_short: How many quotations had fewer words than were asked for.
        claims: What became of its figures, dates and names, where that was asked for.
    """

    draft: str
    checked: tuple[Checked, ...]
    sources: tuple[str, ...]
    refused: tuple[Finding, ...] = ()
    passed_over: tuple[str, ...] = ()
    too_short: int = 0
    claims: tuple[CheckedClaim, ...] = ()

    def count(self, verdict: MatchVerdict) -> int:
        """How many quotations have a verdict."""
        return sum(each.verdict is verdict for each in self.checked)


def verify_quotations(draft: DraftText, shelf: SourceSet, least_words: int = 1) -> Verification:
    """Each quotation of a draft, looked up in all sources; the one it names comes first.

    A quotation of fewer than ``least_words`` words is counted and passed over.
    """
    notes = notes_of(draft.text)
    wanted = [each for each in draft.quoted if len(each.words.split()) >= least_words]
    checked = [
        Checked(each, named=named_source(each.reference, notes, shelf.sources)) for each in wanted
    ]
    for way in _WAYS:
        checked = _looked_up(checked, shelf.sources, way)
    return Verification(
        draft.name,
        tuple(_with_nearest(checked, shelf.sources)),
        tuple(shelf.sources),
        shelf.refused,
        shelf.passed_over,
        len(draft.quoted) - len(wanted),
    )


def _without_stop(words: str) -> str:
    """A comma or full stop before the closing mark may be the draft's own (Chicago 6.9)."""
    return words.rstrip(",.;:،。，") or words


def _in_either_case(words: str) -> str:
    """The first letter may be fitted to its sentence (Chicago 13.19)."""
    return in_either_case(_without_stop(words))


_WAYS = (str, _without_stop, _in_either_case)
"""How the words of a draft are looked up, the most literal way first."""


def _looked_up(
    checked: Sequence[Checked], sources: Mapping[str, Searchable], way: Callable[[str], str]
) -> list[Checked]:
    """The quotations with what is found in a way, those found before as they were."""
    found = list(checked)
    for name, source in sources.items():
        open_ones = [number for number, each in enumerate(found) if _may_gain(each, name)]
        words = [way(found[number].quoted.words) for number in open_ones]
        for number, sighting in zip(open_ones, sightings(source, words, _tag(source)), strict=True):
            if sighting and _is_better(found[number], sighting):
                found[number] = replace(
                    found[number], verdict=_verdict(sighting), source=name, sighting=sighting
                )
    return found


def _verdict(sighting: Sighting) -> MatchVerdict:
    """What a sighting comes to."""
    if sighting.seen is False:
        return MatchVerdict.UNSEEN
    if any(level is Level.ERROR for _, level, _, _ in sighting.remarks):
        return MatchVerdict.ALTERED
    return MatchVerdict.UNDECIDED if sighting.seen is None else MatchVerdict.FOUND


_RANKS = (MatchVerdict.FOUND, MatchVerdict.UNDECIDED, MatchVerdict.ALTERED, MatchVerdict.UNSEEN)
"""The verdicts on words that stand in a source, the best first."""


def _is_better(each: Checked, sighting: Sighting) -> bool:
    """Whether a sighting says more than what is known: the words are seen, or in the named source.

    Words of the named source that are not seen do not take the place of words that are.
    """
    verdict = _verdict(sighting)
    if each.sighting is None:
        return True
    return _RANKS.index(verdict) <= _RANKS.index(each.verdict)


def _tag(source: Searchable) -> str:
    return language_in(source.source.text) or "en"


def _may_gain(each: Checked, name: str) -> bool:
    """Whether a look-up in a source could tell more than is known."""
    return each.verdict is not MatchVerdict.FOUND or (each.is_misattributed and each.named == name)


def _with_nearest(
    checked: Sequence[Checked], sources: Mapping[str, Searchable]
) -> Iterator[Checked]:
    missing = [each for each in checked if each.sighting is None]
    nearest: list[tuple[str, Likeness] | None] = [None] * len(missing)
    for name, source in sources.items():
        words = [_without_stop(each.quoted.words) for each in missing]
        for number, like in enumerate(likenesses(source, words, _tag(source))):
            before = nearest[number]
            if like is None or like.share < _NEAR:
                continue
            if before is None or _is_nearer(missing[number], name, like, before):
                nearest[number] = name, like
    near = iter(nearest)
    for each in checked:
        best = None if each.sighting else _nearest(each, next(near), sources)
        if best is None:
            yield each
        else:
            name, like = best
            yield replace(each, verdict=MatchVerdict.NEAR, source=name, likeness=like)


def _nearest(
    each: Checked, best: tuple[str, Likeness] | None, sources: Mapping[str, Searchable]
) -> tuple[str, Likeness] | None:
    """What is nearest: where nothing is, or no word differs, the same words written otherwise."""
    if best and best[1].share < 1:
        return best
    for name, source in sources.items():
        like = written_otherwise(source, each.quoted.words)
        if like:
            return name, like
    return best


def _is_nearer(each: Checked, name: str, like: Likeness, before: tuple[str, Likeness]) -> bool:
    """The source that is named comes first where it is about as near."""
    bonus = 0.1 * ((each.named == name) - (each.named == before[0]))
    return like.share + bonus > before[1].share


_NOTE = re.compile(
    r"^[ \t]*(?:\[\^?(?P<label>[\w.-]{1,40})\][:.]?|(?P<number>\d{1,3})[.)]?)[ \t]+(?P<text>\S.*)$",
    re.MULTILINE,
)
"""A line of a list of notes or references: ``[1] Release of …``, ``3. state.pdf, p. 2``."""
_SHORTEST = 3


def notes_of(text: str) -> Mapping[str, str]:
    """What each numbered note of a draft says; the last one of a number counts."""
    return {match["label"] or match["number"]: match["text"] for match in _NOTE.finditer(text)}


def named_source(reference: str, notes: Mapping[str, str], names: Iterable[str]) -> str | None:
    """The source that a bracket or the note it leads to names by its file; None where none is.

    ``(mfa-release)``, ``[mfa release.pdf, p. 2]`` and a note that says so all name
    ``sources/mfa-release.pdf``. Two names in one bracket name none.
    """
    said = _folded(f"{reference} {notes.get(reference.strip().removeprefix('^'), '')}")
    found = {name for name in names if _names(said, name)}
    return found.pop() if len(found) == 1 else None


def _names(said: str, name: str) -> bool:
    stem = _folded(PurePath(name).stem)
    return len(stem) >= _SHORTEST and f" {stem} " in f" {said} "


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("_", " ")))


_MOST = 200
"""More words than these are likened word by word."""


def written_otherwise(source: Searchable, words: str) -> Likeness | None:
    """Where a source has some words with other capitals, or other signs between them."""
    plain = re.findall(r"\w+", words)
    if not plain or len(plain) > _MOST:
        return None
    joined = r"\W{1,3}".join(map(re.escape, plain))
    match = re.search(rf"(?<!\w){joined}(?!\w)", source.text, re.IGNORECASE)
    if match is None:
        return None
    span = source.span(*match.span())
    found = source.source.text[slice(*span)]
    reason = "the source writes it otherwise: capital letters, or the signs between the words"
    lines = (f"source: {found}", f"quoted: {words}")
    return Likeness(source.place(match.start()), found, span, 1.0, reason, lines)
