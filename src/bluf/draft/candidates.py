"""The sentences of a source that belong on a page, each as a candidate."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.draft.actions import actions_in
from bluf.draft.candidate import Candidate, CandidateKind, Quoted
from bluf.draft.due import due_in
from bluf.draft.members import doer_in, member_in
from bluf.draft.names import people_in
from bluf.draft.quoting import motion_of, quoted_part, statement_of, without_attribution
from bluf.draft.says import Said, said_in
from bluf.draft.sections import sections_in, signed
from bluf.draft.vocabulary import MEETINGS
from bluf.draft.voices import voice_of, with_subject
from bluf.draft.votes import ended, is_vote, of_vote, resolves, vote_on
from bluf.evidence import normal_text
from bluf.languages import firmness
from bluf.model import Strength
from octavo.shortening import capital

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from bluf.draft.actions import Action
    from bluf.draft.sections import ListLine
    from bluf.draft.sentences import Sentence
    from bluf.draft.vocabulary import DraftVocabulary


_WEIGHTS = {
    Strength.AGREED: 5.0,
    Strength.DECIDED: 5.0,
    Strength.DISAGREED: 4.0,
    Strength.ANNOUNCED: 3.0,
    Strength.WELCOMED: 2.0,
    Strength.DISCUSSED: 2.0,
    Strength.CONVEYED: 1.0,
}
_ENDS, _CLOSING = frozenset(".!?…;:"), "\"”»’') "
_BINDING = frozenset({Strength.AGREED, Strength.DECIDED})
_NEEDS_NO_VERB = frozenset({Strength.DISCUSSED, Strength.CONVEYED})
"""What a report of a meeting says was at least conveyed."""
_ASKED, _AHEAD, _FAINT = 4.0, 1.5, 0.5
_UNNAMED, _VAGUE, _SPOKEN = 1.5, 1.25, 0.5
"""So much lighter is what “he” does, where nothing says who he is; “several matters”; a speech."""
_ITEM = re.compile(r"[\W\d]*(?:[\w/:.-]*\d[\w/:.-]*\s+)?(?:[•·*–-]\s*)?")
"""The number of an item of an agenda: “4.”, “F04:04/24”."""
_LABEL = re.compile(r"[^\W\d_]+\s?[:：]")
"""The label of a line: “Proposed: …”, “Voted:”."""
_DONE = re.compile(r"\W*\[[xX✓✔]\]")
"""The box of a task that is done."""
_CAME = ("present", "absent")
_PAIR, _NEAR = 2, 3
_ROLL = 24
"""A roll call begins with its word and a colon within so many characters."""
_SHORTEST = 25
_SHORTEST_UNSPACED = 8
_LONGEST_HEADING = 60
_BARE = 5
"""A motion of so few small words hardly says on what it is: “Ann Lee proposed acceptance”."""
_TELLING = 140
"""A sentence on a meeting that is longer without its people says more than who met."""


class SourceTelling(Struct, frozen=True):
    """One source as its candidates are made from it.

    Attributes:
        source: Its id.
        found: Its sentences, without the title.
        words: What is known of its language.
        written: The day it was published.
        is_session: Whether it is minutes.
        people: Names of those who took part.
        head: Where a head ends that says who published it, and when.
    """

    source: str
    found: Sequence[Sentence]
    words: DraftVocabulary
    written: dt.date | None
    is_session: bool = False
    people: Collection[str] = ()
    head: int = 0


def candidates_in(told: SourceTelling) -> list[Candidate]:
    """The candidates of one source, in the order in which they stand there."""
    words = told.words
    offered: list[Candidate] = []
    voted: set[int] = set()
    rest = words.pattern("aside", "rest")
    told_of = takewhile(lambda each: not rest.stands_for(each.text.rstrip(" :")), told.found)
    parts = [name.replace(".", ". ").split() for name in told.people] if told.is_session else ()
    names = {word for each in parts for word in (*each, "".join(part[0] for part in each))}
    actions = actions_in(told.found, words, names)
    sections = sections_in(told.found, words) if told.is_session else {}
    for index, sentence in enumerate(told_of):
        section = sections.get(sentence.number)
        if _DONE.match(sentence.text) or (section and not section.is_decided):
            continue
        if action := actions.get(sentence.number):
            offered.append(_task(told, sentence, action))
            continue
        if sentence.text[-1] in "?？":
            continue
        if section:
            offered.append(_resolution(told, sentence, section))
            continue
        vote = vote_on(told.found, index, words) if told.is_session else None
        if sentence.number in voted or not (said := _what_counts(told, index, vote)):
            continue
        if vote:
            voted.update(range(sentence.number + 1, vote.number + 1))
        made = _candidate(told, sentence, said, vote)
        offered.append(_spoken(_of_point(made, told, index) if vote else made, told, index))
    return offered


def _of_point(candidate: Candidate, told: SourceTelling, index: int) -> Candidate:
    """A vote whose motion does not say on what, with the heading of its point before it."""
    before = reversed(told.found[max(0, index - _NEAR) : index])
    head = next((each for each in before if _is_heading(each, told.words)), None)
    motion = told.words.pattern("says", "motion").search(candidate.statement)
    small = sum(word.islower() for word in candidate.statement.split())
    is_bare = motion and member_in(candidate.statement[: motion.start()], told.words)
    if head is None or not is_bare or small > _BARE:
        return candidate
    evidence = (*candidate.evidence, Quoted(told.source, head.text, head.start))
    statement = f"{head.text.rstrip(' :')}: {candidate.statement}"
    return replace(candidate, statement=statement, evidence=evidence)


def _is_heading(sentence: Sentence, words: DraftVocabulary) -> bool:
    """Whether a line can be the heading of a point: “Adoption of the Accounts”."""
    text = sentence.text
    is_open = text[0].isupper() and (text[-1] not in _ENDS or text[-1] == ":")
    is_short = _SHORTEST_UNSPACED < len(text) <= _LONGEST_HEADING
    return (
        is_open and is_short and not words.pattern("says", "carried", "lost", "motion").search(text)
    )


def _what_counts(told: SourceTelling, index: int, vote: Sentence | None) -> Said | None:
    """What a sentence says that may belong on a page; None for agendas, headings, and who met."""
    sentence, words = told.found[index], told.words
    is_resolved = told.is_session and resolves(sentence.text, words)
    is_told = is_resolved or (told.is_session and is_vote(sentence.text, words))
    is_agenda = told.is_session and not (is_told or vote) and _is_agenda(sentence.text, words)
    if is_agenda or (_is_short(sentence, words) and not is_told):
        return None
    said = _said(sentence, words)
    if vote:
        said = Said(ended(vote.text, words), said.verb if said else (0, 0))
    elif is_told and (said is None or (is_resolved and said.is_faint)):
        said = Said(ended(sentence.text, words), (0, 0))
    is_head = sentence.end <= told.head  # who published it and when, not what was said
    if said is None or (is_head and said.is_talk) or _is_title(sentence, said, words):
        return None
    is_faint = said.is_faint or _only_meets(sentence, said, words)
    if is_faint and (told.is_session or _is_of_people(sentence, words)):
        return None
    if not told.is_session:
        return said
    if vote is None and said.strength in _BINDING and _says_i(sentence.text, words):
        said = replace(said, strength=Strength.CONVEYED)  # one member agrees, not the body
    return _without_request(said, sentence.text, words)


def _says_i(text: str, words: DraftVocabulary) -> bool:
    """Whether somebody speaks of oneself: “Bo: I agree with that”."""
    return words.pattern("look", "first").search(text) is not None


def _spoken(candidate: Candidate, told: SourceTelling, index: int) -> Candidate:
    """The candidate with who says “we” in it, and a name for “he”; a lighter one where none is."""
    words, people = told.words, told.people
    statement = with_subject(candidate.statement, told.found[:index], words, people)
    is_told = candidate.kind is not CandidateKind.REQUEST
    voice = voice_of(statement, told.found[index:], words, people, is_told=is_told)
    if statement[1:] not in candidate.evidence[0].quote:
        voice = None  # only what stands there word for word can be put in quotation marks
    is_open = words.pattern("look", "pronouns").match(statement) is not None
    weight = candidate.weight - _UNNAMED if is_open else candidate.weight
    if words.pattern("look", "vague").search(statement):
        weight -= _VAGUE
    if voice is not None:
        weight -= _SPOKEN
    return replace(candidate, statement=statement, voice=voice, weight=weight)


def _task(told: SourceTelling, sentence: Sentence, action: Action) -> Candidate:
    """What somebody is to do, as a follow-up."""
    words = told.words
    begin, end = quoted_part(sentence.text, words)
    quote = f"{sentence.text} {action.mark.text}" if action.mark else sentence.text[begin:end]
    quotes = ((sentence.start, quote), *((cell.start, cell.text) for cell in action.cells))
    evidence = tuple(
        Quoted(told.source, text, start, due=due_in(text, words, told.written))
        for start, text in quotes
    )
    statement = capital(action.task.rstrip(" .;。；"))
    kind, weight = CandidateKind.FOLLOW_UP, _WEIGHTS[Strength.ANNOUNCED] + _AHEAD
    return Candidate(kind, statement, evidence, weight=weight, who=action.who)


def _resolution(told: SourceTelling, sentence: Sentence, section: ListLine) -> Candidate:
    """What stands in a list of decisions, with the line that says so as evidence of its own."""
    said, words, head = Said(Strength.DECIDED, (0, 0)), told.words, section.head
    made = _candidate(told, replace(sentence, text=section.text), said, vote=None)
    (quoted,) = made.evidence
    lead = f"{head.text} " if head else sentence.text.removesuffix(section.text)
    line = f"{lead}{quoted.quote}"
    known = borne_out(Strength.DECIDED, line, line, words)
    evidence = [replace(quoted, quote=line, strength=known)]
    if head:
        alone = borne_out(Strength.DECIDED, quoted.quote, quoted.quote, words)
        own = replace(quoted, strength=alone if alone is Strength.DECIDED else None)
        evidence = [own, Quoted(told.source, head.text, head.start, known)]
    weight = _weight(made.kind, said, known) if made.weight > _FAINT else _FAINT
    return replace(made, evidence=tuple(evidence), strength=known, weight=weight)


def _said(sentence: Sentence, words: DraftVocabulary) -> Said | None:
    """What a sentence says; by the clause “…, the statement said” only if no other has a verb."""
    text = without_attribution(sentence.text, words)
    own = said_in(replace(sentence, text=text), words)
    only_met = text != sentence.text and _is_of_people(sentence, words)
    return own if only_met or (own and not own.is_faint) else said_in(sentence, words)


def _is_agenda(text: str, words: DraftVocabulary) -> bool:
    """Whether a line of minutes only names its item, or who came: “4. To approve the minutes”."""
    start = match.end() if (match := _ITEM.match(text)) else 0
    if ":" in text[:_ROLL] and words.pattern("event", *_CAME).search(text[start:_ROLL]):
        return True
    is_settled = words.pattern("says", "carried").search(text) is not None
    return not is_settled and words.pattern("aside", "agenda").match(text, start) is not None


def _only_meets(sentence: Sentence, said: Said, words: DraftVocabulary) -> bool:
    """Whether what a sentence says is only that people met: its verb is “met with” or “called”."""
    if said.asks or said.strength not in _NEEDS_NO_VERB:
        return False
    verb, rest = sentence.text[slice(*said.verb)], sentence.text[said.verb[1] :].lstrip()
    if words.discussing.stands_for(verb):
        return False
    about = words.pattern("look", "about").match(rest)
    if about and not rest[about.end() :].lstrip()[:1].isdigit():
        return bool(words.calendar.match(rest[about.end() :].lstrip()))
    return any(
        match.start() <= said.verb[0] and said.verb[1] <= match.end()
        for name in MEETINGS
        for match in words.pattern("event", name).finditer(sentence.text)
    )


def _without_request(said: Said, text: str, words: DraftVocabulary) -> Said:
    """What minutes say, without the request that they tell beside its decision: “moved, passed”.

    What somebody proposes is a motion, which asks nobody; what one member asks, the body does not.
    """
    if said.asks is None:
        return said
    member, start = member_in(text[: said.asks[0]], words), said.asks[0]
    if said.strength in {Strength.AGREED, Strength.DECIDED, Strength.DISAGREED}:
        moves = words.pattern("says", "motion").search(text)
        is_asked = member and not moves and start < said.verb[0]  # “asked if it had been agreed”
        return replace(said, strength=Strength.CONVEYED if is_asked else said.strength, asks=None)
    named = words.titles.sub("", member).split()
    is_told = words.pattern("look", "that").search(member)  # “says that he wishes”
    is_plain = bool(member) and not is_told and sum(word[0].isupper() for word in named) < _PAIR
    mooted = words.pattern("says", "mooted").finditer(text)
    is_mooted = any(match.start() <= start < match.end() for match in mooted)
    if is_plain or is_mooted or words.pattern("says", "motion").match(text, start):
        is_talk = said.strength in _NEEDS_NO_VERB
        told = Strength.CONVEYED if is_talk else said.strength or Strength.CONVEYED
        return replace(said, strength=told, asks=None)
    return said


def _is_of_people(sentence: Sentence, words: DraftVocabulary) -> bool:
    """Whether a sentence only says who met, or who was there."""
    text = sentence.text
    if words.pattern("event", *_CAME).search(text):
        return True
    if not words.pattern("event", "meeting", "call").search(text):
        return False
    people = people_in(text, words, is_of_meeting=True) if words.is_cased else ()
    named = sum(len(person.name) + len(person.role) for person in people)
    return len(text) - named <= _TELLING


def _is_title(sentence: Sentence, said: Said, words: DraftVocabulary) -> bool:
    """Whether a line is a heading, which no sign ends, and no verb of it says what came of it."""
    is_whole = sentence.text.rstrip(_CLOSING)[-1:] in _ENDS
    return words.is_spaced and said.is_faint and not is_whole and len(sentence.text) < _TELLING


def _is_short(sentence: Sentence, words: DraftVocabulary) -> bool:
    least = _SHORTEST if words.is_spaced else _SHORTEST_UNSPACED
    is_heading = sentence.text.endswith((":", "：")) and len(sentence.text) < _LONGEST_HEADING
    if not words.is_spaced and signed(sentence.text)[0]:
        is_heading = sentence.text[-1].isalpha() and len(sentence.text) < _SHORTEST
    return len(sentence.text) < least or is_heading


def _candidate(
    told: SourceTelling, sentence: Sentence, said: Said, vote: Sentence | None
) -> Candidate:
    words = told.words
    kind, strength = _kind(said)
    begin, end = quoted_part(sentence.text, words)
    quote = sentence.text[begin:end]
    strength = borne_out(strength, quote, sentence.text, words) if vote is None else strength
    if kind is CandidateKind.FOLLOW_UP and words.pattern("look", "expecting").search(quote):
        kind = CandidateKind.OUTCOME  # what is only expected, nobody owes
    ends: tuple[Quoted, ...] = ()
    if vote:
        strength = of_vote(strength, sentence, vote, words)
        if _LABEL.match(sentence.text):  # what bears a label ends with its line
            ends = (Quoted(told.source, vote.text, vote.start, strength),)
        else:
            gap = " " if vote.number == sentence.number + 1 else " […] "
            quote = f"{sentence.text[begin:]}{gap}{vote.text}"
    due = due_in(sentence.text, words, told.written) if said.is_scheduled else None
    evidence = Quoted(told.source, quote, sentence.start, None if ends else strength, due)
    motion = words.pattern("says", "motion").search(sentence.text) if vote else None
    moved = motion_of(sentence.text, motion.span(), words) if motion else ""
    statement, action = (moved, "") if moved else statement_of(sentence.text, said, words)
    is_formal = words.pattern("aside", "formal").search(sentence.text) is not None
    weight = _FAINT if is_formal else _weight(kind, said, strength)
    who = ""
    if told.is_session and kind is CandidateKind.REQUEST and said.asks:
        who = member_in(sentence.text[: said.asks[0]], words)
    elif told.is_session and kind is CandidateKind.FOLLOW_UP:
        who = doer_in(statement, words)
    quoted = (evidence, *ends)
    return Candidate(kind, statement, quoted, strength, weight, who=who, action=action)


def _weight(kind: CandidateKind, said: Said, strength: Strength | None) -> float:
    if said.is_faint:
        return _FAINT
    heavy = _ASKED if kind is CandidateKind.REQUEST else _WEIGHTS[strength or Strength.CONVEYED]
    return heavy + (_AHEAD if said.is_scheduled else 0.0)


def borne_out(
    strength: Strength | None, quote: str, text: str, words: DraftVocabulary
) -> Strength | None:
    """A strength that the check of a brief bears out: by the quotation, else by its sentence."""
    if strength is None:
        return None
    known = firmness(normal_text(quote), words.tag)
    if known is None:
        is_reported = words.reporting.search(quote) is not None
        known = Strength.CONVEYED if is_reported else firmness(normal_text(text), words.tag)
        if known is Strength.DISAGREED and strength is not known:
            known = None  # another clause disagrees
    if known is None:
        return strength if strength in _NEEDS_NO_VERB else Strength.CONVEYED
    opposed = Strength.DISAGREED in {known, strength}
    return known if opposed or known.rank < strength.rank else strength


def _kind(said: Said) -> tuple[CandidateKind, Strength | None]:
    binds = said.strength in {Strength.AGREED, Strength.DECIDED}
    is_settled = binds and (
        said.strength is Strength.DECIDED or said.verb[0] < (said.asks or (0,))[0]
    )
    if said.asks and not is_settled:
        return CandidateKind.REQUEST, None
    if said.is_scheduled and (binds or said.strength is Strength.ANNOUNCED):
        return CandidateKind.FOLLOW_UP, said.strength
    return CandidateKind.OUTCOME, said.strength
