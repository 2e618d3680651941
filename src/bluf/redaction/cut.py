"""A record for an audience: what it may not see is left out before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from bluf.data import audiences, pruned
from bluf.markings import Schemes
from bluf.model import Brief, PortionMarkings, portions
from bluf.redaction.parts import (
    Names,
    Parts,
    Path,
    brief_id,
    event_for,
    item_for,
    names_for,
    parties_for,
)
from bluf.redaction.sight import TEXTS_OF, Audience, AudienceSight, Told, sight_of, told
from bluf.rules import finding
from octavo.finding import Finding, FindingsError

if TYPE_CHECKING:
    from bluf.data import DataFile


_LISTS = ("recommendations", "events", "requests", "outcomes", "follow_ups", "next")
_ITEMS = ("requests", "outcomes", "follow_ups")


class Redacted(Struct, frozen=True):
    """A record for an audience.

    Attributes:
        data: The record, without what the audience may not see; its places are those of the file.
        refs: What items are called now, by what they are called in the whole record:
            ``2025-08-06-serbia-us#F3``.
        left_out: Paths of what is left out, in the whole record.
    """

    data: DataFile
    refs: dict[str, str]
    left_out: tuple[Path, ...]


def redacted(data: DataFile, audience: Audience, schemes: Schemes) -> Redacted:
    """The record of a brief without what an audience may not see.

    Raises:
        FindingsError: The brief has no marking, or a text that no brief can do without has no
            version that the audience may see.
    """
    brief = data.brief
    if not brief.marking:
        raise FindingsError([_unmarked(data, audience)])
    sight = sight_of(brief, audience.clearance, schemes)
    texts = tuple(told(data, sight, audience.name))
    faults = [each.fault for each in texts if each.fault]
    if faults:
        raise FindingsError(faults)
    parts = Parts(sight)
    kept: dict[str, dict[Any, Any]] = {
        name: parts.seen((name,), enumerate(getattr(brief, name))) for name in _LISTS
    }
    for name in ("sources", "extra"):
        kept[name] = parts.seen((name,), getattr(brief, name).items())
    names = _names(brief, kept)
    shown = _shown(brief, kept, texts, parts, names)
    shown = _marked(shown, texts, sight, has_portions=any(each.marking for each in portions(brief)))
    shown = replace(shown, parties=parties_for(brief, shown))
    shown = replace(shown, our_side=brief.our_side if brief.our_side in shown.parties else None)
    gone = (*parts.hidden, *((each.name,) for each in texts if each.value is None))
    places = pruned(
        data.places,
        frozenset(gone),
        {("sources", key): name for key, name in names.sources.items()},
        {each.name: each.node for each in texts if each.node is not None},
    )
    refs = {f"{brief.id}#{name}": f"{shown.id}#{new}" for name, new in names.items.items()}
    return Redacted(replace(data, brief=shown, places=places), refs, gone)


def lacking_versions(
    data: DataFile, known: Iterable[Audience], schemes: Schemes
) -> tuple[Finding, ...]:
    """What keeps the versions that a record begins from being made, for each audience it names."""
    begun = {name for name, _ in audiences(data.places)}
    findings: list[Finding] = []
    for audience in known:
        if audience.name in begun:
            try:
                redacted(data, audience, schemes)
            except FindingsError as error:
                findings += error.findings
    return tuple(findings)


def relinked(data: DataFile, refs: Mapping[str, str]) -> DataFile:
    """The record with other briefs' items called as they are for the audience; unknown ones go."""
    brief = data.brief
    requests, follow_ups = (
        tuple(replace(item, carried_from=refs.get(item.carried_from or "")) for item in items)
        for items in (brief.requests, brief.follow_ups)
    )
    outcomes = tuple(
        replace(
            item,
            answers=tuple(
                refs.get(name, name) for name in item.answers if "#" not in name or name in refs
            ),
        )
        for item in brief.outcomes
    )
    brief = replace(brief, requests=requests, outcomes=outcomes, follow_ups=follow_ups)
    return replace(data, brief=brief)


def _names(brief: Brief, kept: Mapping[str, Mapping[Any, Any]]) -> Names:
    ids: dict[str, Iterable[str]] = {
        name: [part.id for part in kept[name].values()] for name in ("events", *_ITEMS)
    }
    return names_for(brief, {**ids, "sources": kept["sources"]})


def _shown(
    brief: Brief,
    kept: Mapping[str, Mapping[Any, Any]],
    texts: tuple[Told, ...],
    parts: Parts,
    names: Names,
) -> Brief:
    changes: dict[str, Any] = {name: tuple(kept[name].values()) for name in _LISTS}
    changes["events"] = tuple(
        event_for(event, at, parts, names) for at, event in kept["events"].items()
    )
    for name in _ITEMS:
        changes[name] = tuple(
            item_for(item, (name, at), parts, names) for at, item in kept[name].items()
        )
    changes["sources"] = {names.sources[key]: each for key, each in kept["sources"].items()}
    changes["extra"] = dict(kept["extra"])
    for text in texts:
        empty = () if isinstance(getattr(brief, text.field), tuple) else None
        changes[text.field] = empty if text.value is None else text.value
    shown = replace(brief, **changes)
    return replace(shown, id=brief_id(shown.date, shown.title))


def _marked(
    brief: Brief, texts: tuple[Told, ...], sight: AudienceSight, *, has_portions: bool
) -> Brief:
    """The brief with the banner that its parts come to; each part marked, if any was before."""
    seen = [text for text in texts if text.value is not None]
    own = {
        name: tuple(_with_marking(part, sight) for part in getattr(brief, name)) for name in _LISTS
    }
    sources = {key: _with_marking(part, sight) for key, part in brief.sources.items()}
    extra = {key: _with_marking(part, sight) for key, part in brief.extra.items()}
    of_texts = PortionMarkings(
        **{TEXTS_OF[text.name]: text.marking for text in seen if text.name not in _UNPRINTED}
    )
    whole = replace(brief, **own, sources=sources, extra=extra, portions=of_texts)
    labels = [text.marking for text in seen]
    labels += [portion.marking for portion in portions(whole) if portion.marking]
    banner = sight.schemes.banner(labels) or sight.whole
    return replace(whole if has_portions else brief, marking=banner)


_UNPRINTED = ("through", "from", "cc", "reference", "contact")
"""What stands in the head, which has one marking: that of whom it is to."""


def _with_marking(part: Any, sight: AudienceSight) -> Any:  # noqa: ANN401 - any part that can be marked
    return replace(part, marking=part.marking or sight.whole)


def _unmarked(data: DataFile, audience: Audience) -> Finding:
    return finding(
        "audience-text-missing",
        f"the brief has no marking, so that nobody can tell what “{audience.name}” may see",
        data.places.at(),
        "mark it: “marking: …”",
        data.excerpt(data.places.at()),
    )


_NAMED = ("events", "requests", "outcomes", "follow_ups")
_COUNTED = {"participants": "name", "evidence": "quotation", "history": "step of a history"}


def left_out_in_words(brief: Brief, paths: Iterable[Path]) -> str:
    """``outcomes O2, O3; sources mfa; 2 quotations; comment``; empty where nothing is."""
    named: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    for path in paths:
        inner = next((step for step in path[::-1] if step in _COUNTED), None)
        if len(path) > _ITEM and inner:
            noun = _COUNTED[str(inner)]
            counts[noun] = counts.get(noun, 0) + 1
        else:
            named.setdefault(str(path[0]).replace("_", " "), []).extend(_name(brief, path))
    parts = [" ".join(filter(None, [field, ", ".join(ids)])) for field, ids in named.items()]
    parts += [f"{count} {noun}{'s' * (count > 1)}" for noun, count in counts.items()]
    return "; ".join(parts)


_ITEM = 2
"""Steps of the path of an item of a list."""


def _name(brief: Brief, path: Path) -> Iterator[str]:
    """The id of an item, the key of a source, the number of what has neither."""
    if len(path) < _ITEM:
        return
    field, step = str(path[0]), path[1]
    if field in _NAMED and isinstance(step, int):
        yield getattr(brief, field)[step].id
    else:
        yield str(step + 1) if isinstance(step, int) else step
