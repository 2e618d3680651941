"""The manual of a rule, made from the docstring of its file."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from bluf.checks.catalogue import BY_NAME
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Rule

SECTIONS = ("What it does", "Why it is bad", "Example", "Use instead", "Source")
"""The headings of every manual, in their order."""

GROUPS = {
    "input": "Files that cannot be read, or not safely",
    "data": "The record in the data file",
    "evidence": "Quotations and their sources",
    "register": "Links between briefs",
    "template": "Templates",
    "document": "Finished files, Word and Markdown alike",
    "word": "Finished Word files",
    "markdown": "Finished Markdown files",
    "output": "What was built, against what the data gives",
}
"""What the rules of each folder of ``checks/rules/`` are about."""


def explain(name: str) -> str:
    """The manual of a rule as Markdown: its name, its level, and its docstring.

    Raises:
        UnknownNameError: No rule has this name.
    """
    if name not in BY_NAME:
        raise UnknownNameError("rule", name, BY_NAME)
    rule = BY_NAME[name]
    about = f"Level: {rule.level}. About: {GROUPS[rule.group].lower()}."
    return f"# {rule.name}\n\n{about}\n\n{inspect.cleandoc(rule.manual)}\n"


def summary(rule: Rule[object]) -> str:
    """The first line of a manual."""
    return inspect.cleandoc(rule.manual).partition("\n")[0]


def listing() -> str:
    """Every rule by what it is about, a line each: its name, its level, what it finds."""
    widest = max(map(len, BY_NAME))
    lines = []
    for group, title in GROUPS.items():
        lines += ["", title, ""]
        lines += [
            f"  {rule.name:{widest}}  {rule.level:7}  {summary(rule)}"
            for rule in BY_NAME.values()
            if rule.group == group
        ]
    return "\n".join(lines).strip("\n") + "\n"


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of each page of ``docs/rules/``: one a rule, and the index."""
    yield "README.md", _index()
    for rule in BY_NAME.values():
        yield f"{rule.name}.md", explain(rule.name)


def _index() -> str:
    lines = ["# Rules", "", "Made from the rules' docstrings by `scripts/rule_docs.py`.", ""]
    for group, title in GROUPS.items():
        lines += [f"## {title}", "", "| rule | level | what it finds |", "|---|---|---|"]
        lines += [
            f"| [{rule.name}]({rule.name}.md) | {rule.level} | {summary(rule)} |"
            for rule in BY_NAME.values()
            if rule.group == group
        ]
        lines.append("")
    return "\n".join(lines)
