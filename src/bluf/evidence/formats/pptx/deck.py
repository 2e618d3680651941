"""A slide with what it takes from its layout, its master, the theme and the presentation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from bluf.evidence.archive import root
from bluf.evidence.formats.pptx.names import MC, ON, A, P, R, whole

_MAIN = "ppt/presentation.xml"
_PLACEHOLDER = f"*/{P}nvPr/{P}ph"
_FAR = 20_000_000
_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle"}
_ALIKE = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}
_KNOWN = re.compile(
    r"http://schemas\.microsoft\.com/office/(?:powerpoint|drawing|mac/[a-z]+|thememl)/20[0-2]\d"
    r"|http://schemas\.openxmlformats\.org/|urn:schemas-microsoft-com:"
)


class Slide:
    """A slide, over its layout and its master."""

    def __init__(
        self,
        parts: list[etree._Element],
        deck: etree._Element,
        tables: etree._Element | None = None,
    ) -> None:
        self.parts = parts
        self.deck = deck
        self.tables = tables
        given = deck.find(f"{P}sldSz")
        self.width = _FAR if given is None else whole(given.get("cx"))
        self.height = _FAR if given is None else whole(given.get("cy"))

    @cached_property
    def theme(self) -> Mapping[str, etree._Element]:
        """The colours of the theme, by the names that shapes use."""
        found = {
            str(slot.tag).rpartition("}")[2]: slot[0]
            for part in self.parts
            for scheme in part.iter(f"{A}clrScheme")
            for slot in scheme
            if len(slot)
        }
        names = (f"{A}overrideClrMapping", f"{P}clrMap")
        mapping = next((each for part in self.parts for each in part.iter(*names)), None)
        slots = _SLOTS if mapping is None else {str(k): str(v) for k, v in mapping.items()}
        return {**found, **{name: found[slot] for name, slot in slots.items() if slot in found}}

    @cached_property
    def fonts(self) -> Mapping[str, str]:
        """The fonts of the theme, by the names that letters use."""
        return {
            f"+{short}-lt": str(each.get("typeface", ""))
            for part in self.parts
            for name, short in (("major", "mj"), ("minor", "mn"))
            for each in part.iterfind(f".//{A}{name}Font/{A}latin")
        }

    @property
    def drawn(self) -> list[etree._Element]:
        """The parts whose shapes it shows, the lowest first."""
        found = self.parts[:1]
        for part, above in zip(self.parts[1:3], self.parts, strict=False):
            if above.get("showMasterSp", "1") not in ON:
                break
            found.append(part)
        return found[::-1]

    def like(self, shape: etree._Element) -> Iterator[etree._Element]:
        """A shape, and those of layout and master whose place it takes."""
        yield shape
        mark = shape.find(_PLACEHOLDER)
        if mark is None:
            return
        kind, number = mark.get("type", ""), mark.get("idx", "0")
        for part in self.parts[1:]:
            marks = list(part.iterfind(f"{P}cSld/{P}spTree/*/{_PLACEHOLDER}"))
            same = [each for each in marks if each.get("idx", "0") == number != "0"]
            same += [each for each in marks if each.get("type", "") == kind]
            same += [each for each in marks if _alike(each) == _alike(mark)]
            for one in same[:1]:
                kind = one.get("type", "")
                yield next(one.iterancestors(f"{P}sp", f"{P}pic", f"{P}graphicFrame"))

    def text_styles(self, shape: etree._Element | None, level: str) -> Iterator[etree._Element]:
        """What a paragraph of a level takes from its shape and beyond, the nearest first."""
        lists = [] if shape is None else [
            found for each in self.like(shape) for found in each.iterfind(f"{P}txBody/{A}lstStyle")
        ]  # fmt: skip
        mark = None if shape is None else shape.find(_PLACEHOLDER)
        named = "otherStyle" if mark is None else _STYLES.get(mark.get("type", ""), "bodyStyle")
        lists += (each for part in self.parts for each in part.iterfind(f"{P}txStyles/{P}{named}"))
        lists += self.deck.iterfind(f"{P}defaultTextStyle")
        for one in lists:
            yield from one.iterfind(f"{A}lvl{whole(level) + 1}pPr")


def _alike(mark: etree._Element) -> str:
    kind = mark.get("type", "")
    return _ALIKE.get(kind, kind)


def slides(found: dict[str, bytes], path: str) -> Iterator[Slide]:
    """The slides in the order in which they are shown."""
    deck = root(found, _MAIN, path)
    targets = _targets(found, _MAIN, path)
    listed = [each.get(f"{R}id", "") for each in deck.iter(f"{P}sldId")]
    themes: dict[str, etree._Element] = {}
    for name in (targets[number][1] for number in listed if number in targets):
        parts = [_read(found, name, path)]
        for kind in ("slideLayout", "slideMaster", "theme"):
            near = _targets(found, name, path) if f"{_rels(name)}" in found else {}
            name = next((at for one, at in near.values() if one == kind), "")  # noqa: PLW2901 - the next one
            if name not in found:
                break
            themes[name] = themes[name] if name in themes else _read(found, name, path)
            parts.append(themes[name])
        styles = "ppt/tableStyles.xml"
        yield Slide(parts, deck, _read(found, styles, path) if styles in found else None)


def _rels(name: str) -> str:
    folder, own = posixpath.split(name)
    return f"{folder}/_rels/{own}.rels"


def _targets(found: dict[str, bytes], name: str, path: str) -> dict[str, tuple[str, str]]:
    """The kinds and names of the parts that a part names, by their numbers."""
    folder = posixpath.dirname(name)
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join(f"/{folder}", each.get("Target", ""))).lstrip("/"),
        )
        for each in root(found, _rels(name), path)
    }


def _read(found: dict[str, bytes], name: str, path: str) -> etree._Element:
    """A part, with the one of several alternatives that a program takes."""
    part = root(found, name, path)
    for choices in list(part.iter(f"{MC}AlternateContent")):
        taken = next((each for each in choices.iterchildren(f"{MC}Choice") if _known(each)), None)
        for each in list(choices):
            if each is not taken and (taken is not None or each.tag != f"{MC}Fallback"):
                choices.remove(each)
    return part


def _known(choice: etree._Element) -> bool:
    spaces = [choice.nsmap.get(name, "") for name in choice.get("Requires", "").split()]
    return all(_KNOWN.match(str(space)) for space in spaces)
