"""Cards joined into threads, and what can be wrong with links between briefs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.card import AnsweringOutcome, ItemKind, Link, Mark, Mention, RegisteredBrief
from bluf.register.threads import RegisterIndex, Thread, make_book, make_threads
from octavo.finding import Finding, Level
from octavo.suggest import closest, did_you_mean

if TYPE_CHECKING:
    Fault = Callable[[RegisterIndex], Iterator[Finding]]


class Linked(Struct, frozen=True):
    """All briefs in order of date, all threads in order of their beginning, and what is wrong."""

    cards: tuple[RegisteredBrief, ...]
    threads: tuple[Thread, ...]
    findings: tuple[Finding, ...]
    by_ref: Mapping[str, Thread]

    def thread(self, ref: str) -> Thread | None:
        """The thread that an item belongs to, or None where no brief has such an item."""
        return self.by_ref.get(ref)


def link(cards: Iterable[RegisteredBrief], *, partial: bool = False) -> Linked:
    """Join the cards of all briefs; the order in which they come does not matter.

    A link that does not hold is a finding and is then left out: its item begins a thread. Where
    the cards are ``partial``, a link to a brief that is not among them is a warning alone.
    """
    book = make_book(cards, partial=partial)
    findings = [fault for card in book.cards for fault in card.faults]
    findings += [finding for fault in FAULTS for finding in fault(book)]
    threads = make_threads(book)
    by_ref = {mention.ref: thread for thread in threads for mention in thread.mentions}
    return Linked(book.cards, threads, tuple(sorted(findings, key=_in_file_order)), by_ref)


def _in_file_order(finding: Finding) -> tuple[str, int, int, str]:
    location = finding.location
    line, column = getattr(location, "line", 0), getattr(location, "column", 0)
    return location.path, line, column, finding.rule


_ENDED = frozenset({Mark.DONE, Mark.DROPPED})


def brief_id_twice(book: RegisterIndex) -> Iterator[Finding]:
    """Two data files have the id of one brief, so that a link to it names neither."""
    seen: dict[str, str] = {}
    for card in book.cards:
        first = seen.setdefault(card.brief, card.path)
        if first != card.path:
            message = f"“{card.brief}” is the id of {first} already"
            yield card.place.fault("brief-id-twice", message, "give the brief an id of its own")


def link_target_missing(book: RegisterIndex) -> Iterator[Finding]:
    """A link names a brief that was not read, or an item that it does not have."""
    items: dict[str, list[str]] = defaultdict(list)
    for ref in (*book.mentions, *book.outcomes):
        brief, _, item = ref.partition("#")
        items[brief].append(item)
    briefs = {card.brief: card.path for card in book.cards}
    for link in _links(book):
        brief, _, item = link.target.partition("#")
        if brief not in briefs:
            others = (name for name, path in briefs.items() if path != link.place.location.path)
            match = closest(brief, others)
            hint = f"did you mean “{match}”?" if match else "read the folder of that brief as well"
            message = f"no brief “{brief}” was read"
            level = Level.WARNING if book.partial else Level.ERROR
            yield link.place.fault("link-target-missing", message, hint, level=level)
        elif item not in items[brief]:
            message = f"“{item}” is no item of “{brief}”"
            yield link.place.fault("link-target-missing", message, did_you_mean(item, items[brief]))


def link_to_another_kind(book: RegisterIndex) -> Iterator[Finding]:
    """A request is carried from a follow-up, or an outcome answers what is no request."""
    for mention in book.mentions.values():
        link = mention.carried_from
        kind = _kind(link.target, book) if link else None
        if link and kind not in {None, mention.kind}:
            message = f"“{link.target}” is of the kind “{kind}”, “{mention.ref}” is not"
            hint = f"carry a {mention.kind} from a {mention.kind}"
            yield link.place.fault("link-to-another-kind", message, hint)
    for _, link in _answer_links(book):
        kind = _kind(link.target, book)
        if kind not in {None, ItemKind.REQUEST}:
            message = f"“{link.target}” is of the kind “{kind}”: an outcome answers requests alone"
            yield link.place.fault("link-to-another-kind", message, "name the request it answers")


def answered_before_asked(book: RegisterIndex) -> Iterator[Finding]:
    """An outcome answers a request of a later day."""
    for answer, link in _answer_links(book):
        asked = book.mentions.get(link.target)
        if asked and answer.step.date < asked.since:
            message = f"“{link.target}” was asked on {asked.since},"
            message += f" after this answer of {answer.step.date}"
            hint = "correct the date of one of the events, or the link"
            yield link.place.fault("answered-before-asked", message, hint)


def link_two_heirs(book: RegisterIndex) -> Iterator[Finding]:
    """Two items are carried from one: nobody can say which of them goes on."""
    for mention, before in book.carried():
        heir = book.heirs[before.ref]
        if heir is not mention:
            message = f"“{before.ref}” is carried on as “{heir.ref}” already"
            hint = f"carry it from “{heir.ref}”, or drop one of the two"
            yield from _carried(mention, "link-two-heirs", message, hint)


def link_circle(book: RegisterIndex) -> Iterator[Finding]:
    """Items are carried from one another, so that the thread has no beginning."""
    for ring in book.rings:
        names = " from ".join(f"“{mention.ref}”" for mention in (*ring, ring[0]))
        hint = "take “carried_from” out where the thread begins"
        yield from _carried(ring[0], "link-circle", f"carried in a circle: {names}", hint)


def link_out_of_order(book: RegisterIndex) -> Iterator[Finding]:
    """An item is carried from a later brief, or from its own."""
    in_a_ring = {mention.ref for ring in book.rings for mention in ring}
    for mention, before in book.carried():
        same = before.path == mention.path
        if mention.ref in in_a_ring or not (same or before.recorded > mention.recorded):
            continue
        when = "this very brief" if same else f"{before.recorded}, this brief of {mention.recorded}"
        hint = "carry an item from an earlier brief to a later one"
        message = f"“{before.ref}” is of {when}"
        yield from _carried(mention, "link-out-of-order", message, hint)


def done_before_begun(book: RegisterIndex) -> Iterator[Finding]:
    """A carried follow-up was done or dropped before its thread began."""
    for mention, before in book.carried():
        for step in mention.steps:
            if step.place and step.date < before.since:
                message = f"“{mention.ref}” is {step.mark} on {step.date}, before it began"
                message += f" on {before.since} as “{before.ref}”"
                hint = "correct the date of the change"
                yield step.place.fault("done-before-begun", message, hint)


def carried_after_done(book: RegisterIndex) -> Iterator[Finding]:
    """A follow-up is carried over although it was done or dropped by then."""
    for mention, before in book.carried():
        for last in before.steps[-1:]:
            if last.mark in _ENDED and last.date <= mention.recorded:
                message = (
                    f"“{before.ref}” was {last.mark} on {last.date}, and is carried over still"
                )
                hint = "leave it out, or record a new follow-up"
                yield from _carried(mention, "carried-after-done", message, hint, Level.WARNING)


FAULTS: tuple[Fault, ...] = (
    brief_id_twice,
    link_target_missing,
    link_to_another_kind,
    answered_before_asked,
    link_two_heirs,
    link_circle,
    link_out_of_order,
    done_before_begun,
    carried_after_done,
)


def _carried(
    mention: Mention, rule: str, message: str, hint: str, level: Level = Level.ERROR
) -> Iterator[Finding]:
    """A fault where a mention names what it is carried from."""
    links = filter(None, [mention.carried_from])
    yield from (link.place.fault(rule, message, hint, level=level) for link in links)


def _answer_links(book: RegisterIndex) -> Iterator[tuple[AnsweringOutcome, Link]]:
    for card in book.cards:
        for answer in card.answers:
            for link in answer.links:
                yield answer, link


def _links(book: RegisterIndex) -> Iterator[Link]:
    for mention in book.mentions.values():
        if mention.carried_from:
            yield mention.carried_from
    for _, link in _answer_links(book):
        yield link


def _kind(ref: str, book: RegisterIndex) -> str | None:
    mention = book.mentions.get(ref)
    if mention:
        return mention.kind
    return "outcome" if ref in book.outcomes else None
