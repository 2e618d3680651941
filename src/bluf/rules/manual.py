"""The manual of a rule, as its page says it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bluf.rules.groups import GROUPS
from bluf.rules.rule import BY_NAME
from octavo.suggest import UnknownNameError


@cache
def folder() -> Path:
    """The folder of the pages, in the installed package or in a checkout."""
    package = Path(__file__).parent / "manuals"
    return package if package.is_dir() else Path(__file__).parents[3] / "docs" / "rules"


def explain(name: str) -> str:
    """The page of a rule as Markdown: its name, level and group, and its manual.

    Raises:
        UnknownNameError: No rule has this name.
    """
    if name not in BY_NAME:
        raise UnknownNameError("rule", name, BY_NAME)
    return (folder() / f"{name}.md").read_text(encoding="utf-8")


def summary(name: str) -> str:
    """The first sentence of a manual."""
    return explain(name).splitlines()[4]


def listing() -> str:
    """Every rule by what it is about, a line each: its name, its level, what it finds."""
    widest = max(map(len, BY_NAME))
    lines = []
    for group, title in GROUPS.items():
        lines += ["", title, ""]
        lines += [
            f"  {rule.name:{widest}}  {rule.level:7}  {summary(rule.name)}"
            for rule in BY_NAME.values()
            if rule.group == group
        ]
    return "\n".join(lines).strip("\n") + "\n"
