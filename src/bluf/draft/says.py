"""What a sentence does: agree, ask, announce …, by the verbs that stand in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.sentences import CLAUSE_END, Sentence
from bluf.languages import WordPattern, describes, negations_in
from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

STRENGTHS = (
    Strength.AGREED,
    Strength.DECIDED,
    Strength.DISAGREED,
    Strength.ANNOUNCED,
    Strength.WELCOMED,
    Strength.DISCUSSED,
    Strength.CONVEYED,
)
"""What decides where several verbs stand in one sentence, the first one that is there."""

_FIRM = frozenset({Strength.AGREED, Strength.DECIDED, Strength.ANNOUNCED})
_HEAD = 3
"""What a clause is about stands among so many of its first words."""
_NEGATED = 4
"""A negation stands at most so many words before the verb of asking that it turns."""
_QUOTED = re.compile(r"[\"“”„«»‘’「」]\S")
_SHORTEST = 60
_LONGEST_BOILERPLATE = 140


class Said(Struct, frozen=True):
    """What a sentence says is done.

    Attributes:
        strength: How firm; None where a request alone stands there.
        verb: Where the verb that decides stands in the words of the sentence.
        asks: Where the verb that asks stands, if one does.
        is_scheduled: Whether it names something that is yet to come.
        is_faint: Whether no verb of the lists stands in it.
    """

    strength: Strength | None
    verb: tuple[int, int]
    asks: tuple[int, int] | None = None
    is_scheduled: bool = False
    is_faint: bool = False

    @property
    def is_talk(self) -> bool:
        """Whether somebody only says something, and asks for nothing."""
        return self.strength is Strength.CONVEYED and self.asks is None

    @property
    def decides(self) -> tuple[int, int]:
        """Where the verb stands that makes it an item: the one that asks, else the firmest."""
        return self.asks or self.verb


def said_in(sentence: Sentence, words: DraftVocabulary) -> Said | None:
    """What a sentence says is done; None for background, boilerplate and anything else."""
    text = sentence.text
    if is_boilerplate(text, words) or _leads_in(text, words):
        return None
    live = blanked(text, words.pattern("aside", "earlier"))
    live = blanked(live, words.pattern("look", "whether"))  # what is asked is not announced
    found = {
        strength: match.span() for strength in STRENGTHS if (match := _told(live, strength, words))
    }
    no = found.get(Strength.DISAGREED, (0, 0))
    for each in (Strength.AGREED, Strength.DECIDED):
        if each in found and found[each][0] < no[1] and no[0] < found[each][1]:
            del found[each]  # “agreement” in “no agreement”
    _add_future(found, live, words)
    asks = _asked(live, words)
    scheduled = bool(words.pattern("says", "scheduled").search(live))
    is_background = words.pattern("aside", "background").search(text) is not None
    if is_background and not (asks or Strength.AGREED in found or Strength.DECIDED in found):
        return None
    asks = asks or (None if found else _asked(live, words, "asking"))
    strength = next((each for each in STRENGTHS if each in found), None)
    if strength is Strength.ANNOUNCED and _is_told_on(live[: found[strength][0]], words):
        found = {Strength.CONVEYED: found[strength]}  # by one through the mouth of another
        strength = Strength.CONVEYED
    if asks is None and strength is None:
        return _of_a_side(live, words)
    verb = found[strength] if strength else asks.span() if asks else (0, 0)
    return Said(strength, verb, asks.span() if asks else None, scheduled)


def _add_future(found: dict[Strength, tuple[int, int]], live: str, words: DraftVocabulary) -> None:
    """Add what the first future says: an announcement, or an opinion behind a verb of saying."""
    futures = words.pattern("says", "future").finditer(live)
    future = next((each for each in futures if not is_passive(live[each.end() :], words)), None)
    if future:
        is_opinion = found.get(Strength.CONVEYED, future.span())[0] < future.start()
        kind = Strength.CONVEYED if is_opinion else Strength.ANNOUNCED
        found.setdefault(kind, future.span())


def is_passive(behind: str, words: DraftVocabulary) -> bool:
    """Whether a clause ends in a participle, so that “wird” before it is no future."""
    last = "".join(CLAUSE_END.split(behind)[0].strip(" .").split()[-1:])
    return last.islower() and words.pattern("look", "participles").stands_for(last)


def _told(live: str, strength: Strength, words: DraftVocabulary) -> re.Match[str] | None:
    """The first verb of a strength.

    What binds is told only where it describes no noun; within a sentence a capital letter makes
    what is only said a name, as “State” in an office.
    """
    for verb in words.pattern("says", strength.value).finditer(live):
        is_name = words.language.capitals == "names" and live[verb.start()].isupper()
        is_noun = strength in _FIRM and describes(live, verb, words.language)
        is_name = is_name and strength is Strength.CONVEYED and verb.start() > 0
        if not (is_noun or is_name):
            return verb
    return None


def _asked(live: str, words: DraftVocabulary, name: str = "request") -> re.Match[str] | None:
    """The first verb that asks, and that nothing negates: “no dispensations were asked for”."""
    for asks in words.pattern("says", name).finditer(live):
        before = live[: asks.start()]
        is_noun = describes(live, asks, words.language) or _is_of_conditions(before, words)
        if is_noun or _only_calls(live, asks, words):
            continue
        first, *others = CLAUSE_END.split(before)[-1].split() or [""]
        small = [first, *(word for word in others if word.islower())]  # “Haven” is a name
        if not negations_in(small[-_NEGATED:], words.tag):
            return asks
    return None


def _is_told_on(before: str, words: DraftVocabulary) -> bool:
    """Whether words are reported twice: “he stressed that the Mayor had conveyed that …”."""
    told = words.pattern("says", Strength.CONVEYED.value).finditer(before)
    return len(list(told)) > 1 and words.pattern("look", "that").search(before) is not None


def _is_of_conditions(before: str, words: DraftVocabulary) -> bool:
    """Whether no side asks, but how things are: “the situation calls for patience”."""
    clause = CLAUSE_END.split(before)[-1].split()
    return words.pattern("look", "conditions").search(" ".join(clause[:_HEAD])) is not None


def _only_calls(live: str, asks: re.Match[str], words: DraftVocabulary) -> bool:
    """Whether a verb of asking is one of a visit here: “called on the Mayor on Monday”."""
    if not words.pattern("look", "calls").stands_for(asks.group()):
        return False
    clause = CLAUSE_END.split(live[asks.end() :])[0]
    for joins in words.conjunctions.finditer(clause):
        if words.telling.match(clause[joins.end() :].lstrip()):
            clause = clause[: joins.start()]  # “called on the Mayor and discussed ways to …”
            break
    return words.pattern("look", "infinitives").search(clause) is None


def is_boilerplate(text: str, words: DraftVocabulary) -> bool:
    """Whether a line is the page's own: “subscribe”, “photo: …”."""
    return len(text) <= _LONGEST_BOILERPLATE and bool(
        words.pattern("aside", "boilerplate").search(text)
    )


def _leads_in(text: str, words: DraftVocabulary) -> bool:
    """Whether a line only announces what follows: “Following is the text of …”, “as follows:”."""
    plain = text.rstrip(" .:。：")
    ends = [match.end() for match in words.pattern("aside", "leads").finditer(plain)]
    is_lead = len(plain) in ends or words.pattern("aside", "introduces").search(plain)
    return bool(is_lead) and len(text) <= _LONGEST_BOILERPLATE


def _of_a_side(text: str, words: DraftVocabulary) -> Said | None:
    """What a sentence conveys that names an office or a side, or quotes, whatever its verb."""
    patterns = (words.pattern("people", "roles"), _QUOTED, words.pattern("says", "sides"))
    found = next(filter(None, (pattern.search(text) for pattern in patterns)), None)
    if found is None or len(text) < _SHORTEST:
        return None
    return Said(Strength.CONVEYED, found.span(), is_faint=True)


def blanked(text: str, pattern: WordPattern) -> str:
    """The text with each clause that a pattern begins blanked out, so that places stay."""
    for match in pattern.finditer(text):
        end = CLAUSE_END.search(text, match.end())
        stop = end.start() if end else len(text)
        text = text[: match.start()] + " " * (stop - match.start()) + text[stop:]
    return text
