"""The declarations of a rule, of a ``style`` attribute, of a font and of an animation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import tinycss2
from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.formats.html.properties import longhands
from bluf.evidence.formats.html.validity import LENGTHS

if TYPE_CHECKING:
    from tinycss2.ast import AtRule, Node


_COLOUR = re.compile(r"[0-9a-f]{3}|[0-9a-f]{6}")
_NUMBER = re.compile(r"[+-]?\d*\.?\d+")


class Declaration(Struct, frozen=True):
    """A declaration of a rule, and what it takes to find it."""

    name: str
    value: str
    important: bool
    place: str


def faces(rule: AtRule) -> Iterable[Declaration]:
    """What a font of the page is given."""
    for each in tinycss2.parse_blocks_contents(rule.content):
        if each.type == "declaration":
            value = tinycss2.serialize(each.value).strip().lower()
            yield Declaration(each.lower_name, value, important=False, place="")


def quirk(each: Declaration) -> Declaration:
    """A declaration as browsers read it in a page without a document type (Quirks Mode)."""
    if each.name in {"color", "background-color"} and _COLOUR.fullmatch(each.value):
        return replace(each, value=f"#{each.value}")
    if each.name in LENGTHS and _NUMBER.fullmatch(each.value):
        return replace(each, value=f"{each.value}px")
    return each


def frames(rule: AtRule) -> tuple[Mapping[str, str], Sequence[Mapping[str, str]]]:
    """What the last frame of an animation sets, and what each of its frames does."""
    last: dict[str, str] = {}
    every: list[Mapping[str, str]] = []
    for frame in tinycss2.parse_blocks_contents(rule.content, skip_comments=True):
        if frame.type == "qualified-rule":
            places = tinycss2.serialize(frame.prelude).replace(",", " ").lower().split()
            inside = tinycss2.parse_blocks_contents(frame.content, skip_comments=True)
            values = {each.name: each.value for each in read_declarations(inside, "")}
            every.append(values)
            if not {"to", "100%"}.isdisjoint(places):
                last |= values
    return last, every


def read_declarations(nodes: Iterable[Node], place: str) -> Iterable[Declaration]:
    """The relevant declarations among the content of a rule, or of a ``style`` attribute."""
    for node in nodes:
        if node.type == "declaration":
            value = tinycss2.serialize([token for token in node.value if token.type != "comment"])
            for name, each in longhands(
                node.lower_name if not node.name.startswith("--") else node.name, value
            ):
                yield Declaration(name, each, node.important, place)
