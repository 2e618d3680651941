"""From a table of TOML, or texts of the environment, to settings: all faults at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin

from msgspec import Meta, Struct, ValidationError, convert, structs

from octavo.suggest import did_you_mean

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
Table = TypeVar("Table", bound=Struct)


class SettingFault(Struct, frozen=True):
    """What is wrong with one setting; ``path`` leads to it from the top, table by table."""

    path: tuple[str, ...]
    rule: str
    message: str
    hint: str = ""


def decode(
    table: type[Table], values: Mapping[str, Any], path: tuple[str, ...] = ()
) -> tuple[Table, list[SettingFault]]:
    """The settings that values give, and every fault; what is at fault keeps its default.

    Texts are read as what they should be, since the environment has nothing else: ``true`` as a
    truth, ``2`` as a number, ``docx,md`` as a list.
    """
    kinds = {field.name: field.type for field in structs.fields(table)}
    given: dict[str, Any] = {}
    faults: list[SettingFault] = []
    for name, value in values.items():
        here = (*path, name)
        kind = kinds.get(name)
        if kind is None:
            hint = _RENAMED.get(here) or did_you_mean(name, kinds)
            faults.append(SettingFault(here, "unknown-key", "is not a setting", hint))
        elif _is_table(kind) and isinstance(value, dict):
            given[name], inner = decode(kind, value, here)
            faults += inner
        elif _holds_tables(kind) and isinstance(value, dict):
            given[name], inner = _tables(get_args(kind)[1], value, here)
            faults += inner
        elif _CONTROL.search(str(value)):
            message = "the value holds a control character"
            faults.append(SettingFault(here, "bad-character", message, "delete it"))
        else:
            try:
                given[name] = convert(_split(value, kind), kind, strict=False)
            except ValidationError:
                message = f"the value should be {_expected(kind)}"
                faults.append(SettingFault(here, "data-type", message))
    return table(**given), faults


_RENAMED: Mapping[tuple[str, ...], str] = {
    ("pages", "verify"): "it is now “pages.confirm”: never, when-unsure or always"
}
"""Settings by the names they had, and what became of them."""


def _is_table(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _holds_tables(kind: object) -> bool:
    """Whether a setting holds tables with names of one's own."""
    return get_origin(kind) is dict and _is_table(get_args(kind)[1])


def _tables(
    table: type[Table], values: Mapping[str, Any], path: tuple[str, ...]
) -> tuple[dict[str, Table], list[SettingFault]]:
    """Tables by their names, and every fault in them."""
    given, faults = {}, []
    for name, value in values.items():
        if isinstance(value, dict):
            given[name], inner = decode(table, value, (*path, name))
            faults += inner
        else:
            faults.append(SettingFault((*path, name), "data-type", "the value should be a table"))
    return given, faults


def _split(value: object, kind: object) -> object:
    if isinstance(value, str) and get_origin(_bare(kind)) is tuple:
        return [part.strip() for part in value.split(",")]
    return value


def _bare(kind: object) -> object:
    """The type without what is said of it besides."""
    return get_args(kind)[0] if hasattr(kind, "__metadata__") else kind


def _expected(kind: object) -> str:
    """What a value of the type is, in words."""
    bare = _bare(kind)
    if get_origin(bare) is Literal:
        return " or ".join(get_args(bare))
    if get_origin(bare) is tuple:
        item = get_args(bare)[0]
        known = ", ".join(get_args(item)) if get_origin(item) is Literal else ""
        return f"a list of words out of {known}" if known else "a list of words"
    if _holds_tables(bare):
        return "a table of tables"
    words = "a table" if _is_table(bare) else _IN_WORDS[bare]
    return words + "".join(map(_bounds, getattr(kind, "__metadata__", ())))


def _bounds(meta: Meta) -> str:
    """How small and how large a number may be, in words."""
    return f", {meta.ge} or more" if meta.le is None else f", {meta.ge} to {meta.le}"


_IN_WORDS: Mapping[object, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
}
