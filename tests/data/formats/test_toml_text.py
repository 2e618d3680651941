from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from bluf.data.formats.toml_text import parse
from bluf.data.lines import Lines
from bluf.data.tree import Places, plain
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Callable


ALL_FORMS = (Path(__file__).parents[1] / "cases" / "forms.toml").read_text(encoding="utf-8")


def test_nesting_beyond_the_parser_is_refused(said_of_tree: Callable[..., list[str]]) -> None:
    (line,) = said_of_tree("a = " + "[" * 5000, "brief.toml")
    assert line.startswith(("1:1 limit-exceeded", "1:44 limit-exceeded"))


def test_every_form_of_toml_is_read_as_the_standard_library_reads_it() -> None:
    ours = plain(parse(Lines("x.toml", ALL_FORMS)).root)
    theirs = tomllib.loads(ALL_FORMS) | {"number": "1.10", "moment": "2025-08-06 07:00:00Z"}
    assert ours == as_strings(theirs)


def test_values_stay_as_typed_and_know_their_place() -> None:
    places = Places(parse(Lines("x.toml", ALL_FORMS)).root, {})
    assert places.at("items", 0, "evidence", 1, "quote") == TextLocation("x.toml", 30, 11)
    assert places.key("items", 1, "id") == TextLocation("x.toml", 32, 1)
    assert places.at("items", 1) == TextLocation("x.toml", 31, 3)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f"), min_size=1)
VALUES = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3), max_leaves=5)
TABLES = st.dictionaries(TEXTS, VALUES, max_size=3)


@given(TABLES, st.dictionaries(TEXTS, TABLES), st.lists(TABLES, min_size=1, max_size=3))
def test_it_reads_any_text_as_the_standard_library_does(
    top: dict[str, Any], tables: dict[str, Any], items: list[dict[str, Any]]
) -> None:
    lines = [*pairs(top)]
    for name, table in tables.items():
        lines += [f"[tables.{json.dumps(name, ensure_ascii=False)}]", *pairs(table)]
    for item in items:
        lines += ["[[items-of-it]]", *pairs(item)]
    text = "\n".join(lines)
    assert plain(parse(Lines("x.toml", text)).root) == tomllib.loads(text)


def pairs(table: dict[str, Any]) -> list[str]:
    return [
        f"{json.dumps(key, ensure_ascii=False)} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in table.items()
    ]


def as_strings(value: object) -> object:
    if isinstance(value, dict):
        return {key: as_strings(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_strings(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
