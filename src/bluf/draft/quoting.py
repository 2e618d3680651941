"""The words of a sentence that are quoted, and a short statement made of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.draft.sentences import CLAUSE_END
from bluf.model import Strength
from octavo.shortening import capital

if TYPE_CHECKING:
    from bluf.draft.says import Said
    from bluf.draft.vocabulary import DraftVocabulary

LONGEST_QUOTE = 420
LONGEST_STATEMENT = 140
_SHORTEST = 14
_ADDRESSEE = 45
"""Who is asked stands in at most so many characters."""
_SHORT_WORD = 5
_LONGEST_ADDING = 25
_ENDS = " .,;:—–-，。"
"""Who is asked begins with a name, or with a word so short: “the crew”, “their partners”."""

_NUMBERED = re.compile(
    r"\A(?:\[[ xX]?\]\s+|[-–—•*·](?:\s+|(?=[^\s\d]))|\(?\d{1,3}[.)]\s+|[IVX]+\s*[.–-]\s*"
    r"|\d{1,3}(?:\.\d{1,3})+[a-z]?[.)]?\s+(?=[A-ZÀ-ÞА-Я])|\(?[^\W\d_]{1,3}\)\s+)+"
)
_MARK = re.compile(r"\A[A-ZÀ-ÞА-Я]{4,}:\s+")
"""The mark before what minutes decide: “RESOLVED:”."""
_DATELINE = re.compile(
    r"\A(?:[^\W\d_a-z][^\Wa-z]{2,}(?:[ '’-][^\Wa-z]+){0,3}(?:,[^:–—(]{1,40})?"
    r"(?:,?\s\([^()]{1,30}\))?"
    r"(?::|\s*[–—]+|\.?\s?-+)\s|\([^()]{2,30}\)\s*[–—-]+\s"
    r"|\w[\w.'’ -]{2,30},[^:–—]{0,20}\d[^:–—]{0,30}(?::|[–—]|\s-|\.-)\s"
    r"|[^\W\d_a-z]{3,},?\s\([^()]{0,60}\d[^()]{0,20}\)\s|[\w(][^.]{2,60}(?:\.[^.]{1,9}\))?\.[-–—]\s)\s*"
)
"""Where a report was written, in capitals or with its day: “ISLAMABAD - ”, “Shillong, Oct 9: ”."""
_AND = re.compile(r"و(?=\w)")
_BINDING = frozenset({Strength.AGREED, Strength.DECIDED})
_OF_ONE = frozenset({Strength.CONVEYED, Strength.ANNOUNCED, Strength.WELCOMED})
_CLAUSE_SIGNS = ',”“"»,，'
_QUOTES = '"“”„«»”'
_CLOSING = frozenset('”“"»')
_LONGEST_ATTRIBUTION = 70
_CLAUSE = re.compile(r"[;,:–—](?=\s)|[，；、]")
_CLAUSE_UNSPACED = re.compile(r"[，；]")
"""“、” stands between the parts of one list."""
_CUT = re.compile(_CLAUSE.pattern + r"|\s(?=[(])")
_ENUMERATED = re.compile(r"\s*\(?(?:\d{1,2}|[a-zа-я]|[ivx]{1,4})[.)]\s")
"""The number of the first of several things: “groups: 1) Energy; 2) Trade”."""
_PAIRS = ("“”", "«»", "„“", "„”", "「」")


def quoted_part(text: str, words: DraftVocabulary) -> tuple[int, int]:
    """Which part of a sentence is quoted: all but its number, and a clause that says who spoke."""
    start = match.end() if (match := _NUMBERED.match(text)) else 0
    end = start + len(without_attribution(text[start:], words).rstrip(" .,。，" + _QUOTES))
    if end - start > LONGEST_QUOTE:
        cuts = [m.start() for m in _CUT.finditer(text, start, start + LONGEST_QUOTE)]
        end = max((cut for cut in cuts if cut - start > LONGEST_QUOTE // 2), default=0)
        end = end or text.rfind(" ", start, start + LONGEST_QUOTE)
    while start < end and text[start] in _QUOTES + " ":
        start += 1
    inside, behind = text[start:end], text[end : end + 1]
    if any(p[1] == behind and inside.count(p[0]) > inside.count(p[1]) for p in _PAIRS):
        end += 1  # a quotation within keeps its closing mark
    return start, end


def statement_of(text: str, said: Said, words: DraftVocabulary) -> tuple[str, str]:
    """A short statement in words of the sentence, and what is to be done by it.

    The first is what was asked, or a sentence; it stands by itself. The second is empty where no
    words tell it apart.
    """
    start, end = quoted_part(text, words)
    verb = text[slice(*said.decides)]
    thing = _polished(_object(text[:end], said, words), said, verb, words)
    clause = _polished(_main_clause(text, (start, end), said, words), said, verb, words)
    if told := _told_of(clause, said, verb, words):
        return capital(told), _done_by_all(told, words)
    if said.asks:
        return capital(thing or clause), ""
    is_clear = len(clause) <= LONGEST_STATEMENT and not clause.lower().startswith(verb.lower())
    done = thing or (_done_by_all(clause, words) if said.strength is Strength.AGREED else "")
    return capital(clause if is_clear or not thing else thing), capital(done)


def _polished(phrase: str, said: Said, verb: str, words: DraftVocabulary) -> str:
    """A phrase that begins and ends with its own words, and tells one thing."""
    phrase = _MARK.sub("", _with_whole_quotations(phrase).lstrip())
    phrase = _alone(without_dateline(phrase).strip(_ENDS), words)
    phrase = _with_one_verb(phrase, verb, words)
    last = max(0, len(phrase) - _LONGEST_ADDING)
    for adds in words.pattern("look", "adds").finditer(phrase, last):
        if adds.end() == len(phrase):  # “…, including:” before a list
            phrase = phrase[: adds.start()].rstrip(_ENDS)
    return phrase if said.is_faint else _with_whole_quotations(_shortened(phrase, verb, words))


def _with_whole_quotations(phrase: str) -> str:
    """A phrase without the marks of quotations that it has only a part of."""
    pairs = [pair for pair in _PAIRS if phrase.count(pair[0]) == phrase.count(pair[1])]
    whole = {'"' if phrase.count('"') % 2 == 0 else "", *"".join(pairs)}
    return "".join(sign for sign in phrase if sign not in _QUOTES or sign in whole)


def _told_of(clause: str, said: Said, verb: str, words: DraftVocabulary) -> str:
    """What is agreed, where the words have lost who agreed: “agreed both would hold a round”."""
    rest = clause[len(verb) :].lstrip()
    is_cut = said.strength in _BINDING and clause.lower().startswith(verb.lower())
    has_verb = is_cut and words.pattern("look", "modals").search(rest)
    return rest if has_verb else ""


def _done_by_all(clause: str, words: DraftVocabulary) -> str:
    """What several together will do, as an action: “Hold a round” of “A and B would hold a round”.

    What one of them does is its own, and stays a sentence.
    """
    modal = words.pattern("look", "modals").search(clause)
    subject = clause[: modal.start()] if modal else ""
    is_plain = words.names_several(subject) and not CLAUSE_END.search(subject) and modal
    return capital(clause[modal.end() :].strip()) if is_plain and modal else ""


def without_dateline(text: str) -> str:
    """A text without the place and the day that a report begins with."""
    return _DATELINE.sub("", text)


def _alone(phrase: str, words: DraftVocabulary) -> str:
    """A phrase without “and” or “also” before it, which point at another."""
    while True:
        match = words.pattern("look", "links").match(phrase) or words.conjunctions.match(phrase)
        match = match or _joined(phrase, words)
        rest = phrase[match.end() :].lstrip(" ,") if match else ""
        if len(rest) < _SHORTEST or (match and _is_described(phrase, match, words)):
            return phrase
        phrase = rest


def _is_described(phrase: str, link: re.Match[str], words: DraftVocabulary) -> bool:
    """Whether what follows an opening belongs to it: “During the talks, held in Oslo, both …”."""
    first, comma, _ = phrase[link.end() :].lstrip(" ,").partition(",")
    starts = (words.pattern("people", "articles"), words.pattern("look", "subjects"), words.telling)
    return bool(
        words.is_cased
        and comma
        and words.pattern("look", "openers").match(link.group())
        and phrase[link.end() : link.end() + 1] == ","
        and first[:1].islower()
        and not any(each.match(first) for each in (*starts, words.pattern("says", "sides")))
    )


def _joined(phrase: str, words: DraftVocabulary) -> re.Match[str] | None:
    """The “and” of Arabic, written as one with the verb or the preposition behind it."""
    match = _AND.match(phrase) if not words.is_cased else None
    known = (words.telling, words.pattern("look", "openers"), words.pattern("event", "meeting"))
    return match if match and any(each.match(phrase[1:]) for each in known) else None


def _with_one_verb(phrase: str, verb: str, words: DraftVocabulary) -> str:
    """A phrase up to where it tells of something else: “…, and thanked him for his support”.

    The verb that decides stays: “the report, brought up, read and agreed to”.
    """
    for joins in words.conjunctions.finditer(phrase, _SHORTEST):
        rest = phrase[joins.end() :].lstrip()
        link = words.pattern("look", "links").match(rest)
        rest = rest[link.end() :].lstrip() if link else rest
        is_told = verb in rest and verb not in phrase[: joins.start()]
        if not is_told and words.telling.match(rest):
            return phrase[: joins.start()].rstrip(" ,")
    return phrase


def motion_of(text: str, verb: tuple[int, int], words: DraftVocabulary) -> str:
    """What a motion moves: the infinitive behind its verb; empty where there is none."""
    found = words.pattern("look", "infinitives").search(text, verb[1])
    if found is None:
        return ""
    marker = words.pattern("look", "markers").match(text, found.start())
    start, end = marker.end() if marker else found.start(), quoted_part(text, words)[1]
    moved = text[start:end].strip()
    return capital(_shortened(moved, "", words)) if len(moved) >= _SHORTEST else ""


def _object(text: str, said: Said, words: DraftVocabulary) -> str:
    """What follows a verb of agreeing, deciding or asking: an infinitive, or what is wanted."""
    verb = said.asks or (said.verb if said.strength in _BINDING else None)
    rest = text[verb[1] :].lstrip() if verb else ""
    before = text[: said.asks[0]].split()[-1:] if said.asks else []
    if any(map(words.pattern("look", "passives").stands_for, before)):
        return ""  # “the Minister be asked to”: who is asked stands before
    more = text[slice(*verb)].split()[1:] if verb else []
    start = _infinitive(rest, words, more, is_asked=said.asks is not None)
    if any(words.pattern("look", "markers").stands_for(word) for word in more[-1:]):
        start = 0  # the verb has it in it: “asked the crew to”
    that = words.pattern("look", "that").match(rest)
    if start is None and that and not said.asks:
        start = that.end()
    if start is None:
        return _wanted(text, said, words)
    marker = words.pattern("look", "markers").match(rest, start)
    phrase = rest[marker.end() if marker else start :].strip()
    return phrase if len(phrase) >= _SHORTEST else ""


def _wanted(text: str, said: Said, words: DraftVocabulary) -> str:
    """The thing that a verb of asking takes: “the support” of “sought the support”."""
    verb = words.pattern("look", "wants").match(text, said.asks[0]) if said.asks else None
    rest = text[verb.end() :].lstrip() if verb else ""
    others = words.pattern("look", "that", "markers", "passives", "unwanted")
    is_thing = rest[:1].isalnum() and not others.match(rest)
    behind = (rest[cut.end() :].lstrip() for cut in _CLAUSE.finditer(rest))
    tells_more = any(map(words.telling.match, behind))
    return rest if is_thing and not tells_more and len(rest) >= _SHORTEST else ""


def _infinitive(
    rest: str, words: DraftVocabulary, more: list[str], *, is_asked: bool
) -> int | None:
    """Where what is agreed or asked begins; between “asked” and it may stand who is asked.

    “Continued support to rebuild the port” is nobody, and is what is asked. ``more`` are the
    words of the verb behind its first one.
    """
    found = words.pattern("look", "infinitives").search(rest)
    is_clause = words.pattern("look", "that").match(rest) is not None  # “asked that the road to …”
    if found is None or is_clause or (found.start() and not is_asked):
        return None
    between = rest[: found.start()]
    marker = words.pattern("look", "markers").match(rest, found.start())
    is_verb = not between or (marker and rest[marker.end() :].lstrip()[:1].islower())
    first = next(iter((*more, *between.split())), "")
    is_someone = first[:1].isupper() or len(first) <= _SHORT_WORD or not words.is_cased
    is_near = len(between) <= _ADDRESSEE and not _CUT.search(between)
    return found.start() if is_verb and is_near and is_someone else None


def _main_clause(text: str, span: tuple[int, int], said: Said, words: DraftVocabulary) -> str:
    """The sentence from the clause of its verb on.

    Where several sides did something, it is without “the paper said that”; what one side holds
    keeps who says it.
    """
    reported = None if said.strength in _OF_ONE else _reported(text, span, words)
    return text[reported or _behind_opening(text, span, said, words) : span[1]]


def _behind_opening(text: str, span: tuple[int, int], said: Said, words: DraftVocabulary) -> int:
    """Where the main clause begins, behind “In this regard,” or “After three years of silence,”.

    A clause that a verb begins has no subject, and stays with what is before it.
    """
    start, end = span
    openers, verb = words.pattern("look", "openers"), max(start, said.decides[0])
    clauses = _CLAUSE if words.is_spaced else _CLAUSE_UNSPACED
    for match in clauses.finditer(text, start, verb):
        rest = text[match.end() : end].lstrip()
        opens = openers.match(text[start:]) if words.is_spaced else match.end() - start > _SHORTEST
        is_last = not (words.is_spaced and _CLAUSE.search(text, match.end(), verb))
        is_verb = words.telling.match(rest) or words.pattern("look", "that").match(rest)
        if is_verb or not opens or len(rest) < _SHORTEST or not (is_last or openers.match(rest)):
            break
        start = match.end()
    return start


def without_report(text: str, words: DraftVocabulary) -> str:
    """A statement without “he pointed out that” before it."""
    start = _reported(text, (0, len(text)), words)
    return capital(text[start:]) if start else text


def _reported(text: str, span: tuple[int, int], words: DraftVocabulary) -> int | None:
    """Where what is reported begins, behind “he pointed out that”."""
    start, end = span
    reporting = words.reporting.search(text, start, min(end, start + _LONGEST_ATTRIBUTION))
    if reporting is None:
        return None
    that = words.pattern("look", "that").match(text, _skip(text, reporting.end()))
    return _skip(text, that.end()) if that and end - that.end() >= _SHORTEST else None


def _skip(text: str, offset: int) -> int:
    """The offset of the next word."""
    return offset + len(text[offset:]) - len(text[offset:].lstrip(" ,"))


def without_attribution(phrase: str, words: DraftVocabulary) -> str:
    """A passage without a last clause that says who spoke: “…, the Minister observed”."""
    cut = max(phrase.rfind(sign) for sign in _CLAUSE_SIGNS)
    last = phrase[cut + 1 :]
    is_short = cut > 0 and len(last) <= _LONGEST_ATTRIBUTION and cut >= _SHORTEST
    verb = _verb_in(last, words) if is_short else None
    markers = words.pattern("look", "markers")
    is_infinitive = verb and any(map(markers.stands_for, last[: verb.start()].split()[-1:]))
    is_told = verb and not is_infinitive
    is_behind = phrase[max(0, cut - 1) : cut] in _CLOSING and not words.conjunctions.match(last[1:])
    if verb and last.strip(" .") == verb.group():
        return _without_speaker(phrase, cut, words)
    return phrase[:cut] if is_told or (is_short and is_behind) else phrase


def _verb_in(clause: str, words: DraftVocabulary) -> re.Match[str] | None:
    """The first verb of speaking in a clause; “State” of “State Minister” is none."""
    names = words.language.capitals == "names"
    verbs = words.reporting.finditer(clause)
    return next((verb for verb in verbs if not (names and verb.group()[0].isupper())), None)


def _without_speaker(phrase: str, cut: int, words: DraftVocabulary) -> str:
    """A passage without who spoke, parted from the verb: “…, the spokesman Bo Day, said”.

    Without the verb alone where no office shows where that begins.
    """
    start = phrase.rfind(",", 0, cut)
    speaker = phrase[start + 1 : cut]
    lists = (words.pattern("people", "roles"), words.pattern("aside", "spokesman"))
    is_told = any(each.search(speaker) for each in lists) and len(speaker) <= _LONGEST_ATTRIBUTION
    return phrase[: start if start >= _SHORTEST and is_told else cut]


def _shortened(phrase: str, verb: str, words: DraftVocabulary) -> str:
    """A long phrase without what it only adds: “…, including …”, “groups: 1) …”.

    Anything else may turn its meaning, as a condition does, or be a part of a list.
    """
    if len(phrase) <= LONGEST_STATEMENT:
        return phrase
    least = max(_SHORTEST * 2, phrase.find(verb) + len(verb))
    adds = words.pattern("look", "adds")
    cuts = (
        match.start()
        for match in _CUT.finditer(phrase, least)
        if match.group() in ";；"
        or adds.match(phrase[match.end() :].lstrip())
        or (match.group() == ":" and _ENUMERATED.match(phrase, match.end()))
    )
    return phrase[: next(cuts, len(phrase))].rstrip(" ,;:–—，；、")
