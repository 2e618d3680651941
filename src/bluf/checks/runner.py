"""Run the rules over a subject."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bluf.checks.rule import Check, Subject
from bluf.checks.suppression import Selection, suppressed
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.data import DataFile

EVERYTHING = Selection()
MODULES = {
    "data": ("follow_ups", "markings", "record"),
    "evidence": ("evidence",),
    "template": ("template",),
    "output": ("output",),
    "document": ("document",),
    "markdown": ("markdown",),
    "word": ("word_file", "word_tables", "word_text"),
}
"""The modules of ``checks/rules`` by the group that their rules are in."""


def run(
    subject: Subject, selection: Selection = EVERYTHING, raised: Iterable[Finding] = ()
) -> tuple[Finding, ...]:
    """What the rules find in a subject, and what other rooms raised about it.

    Args:
        subject: A `Record`, `TemplateUse`, `WordFile`, `MarkdownFile` or `Output`.
        selection: The rules that count.
        raised: Findings of other rooms, such as those of the evidence; they are selected like
            the rules' own.

    Returns:
        The findings by place, then by rule.
    """
    found = [finding for finding in raised if selection.wants(finding.rule)]
    for group in subject.groups:
        for check in checks_of(group):
            if selection.wants(check.rule):
                found.extend(check.findings(subject))
    return in_order(found)


@cache
def checks_of(group: str) -> tuple[Check[Any], ...]:
    """The checks of a group of rules, loaded when they are first run."""
    names = MODULES.get(group, ())
    modules = [import_module(f"bluf.checks.rules.{name}") for name in names]
    return tuple(
        each for module in modules for each in vars(module).values() if isinstance(each, Check)
    )


def settle(
    findings: Iterable[Finding], file: DataFile, selection: Selection = EVERYTHING
) -> tuple[Finding, ...]:
    """All findings about one brief, less those that comments of its data file accept.

    Call it once a brief, with the findings of everything that ran: a comment that accepts none
    of them is itself a finding.

    Args:
        findings: From every room, at this file and at others.
        file: The data file.
        selection: The rules that ran, so that no comment about another one is called unused.

    Returns:
        The findings by place, then by rule.
    """
    lines = file.places.texts.get(file.path)
    return in_order(suppressed(findings, lines, selection) if lines else findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by path and place, then by rule; in a Word file the body comes first."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.location
    line, column = getattr(place, "line", 0), getattr(place, "column", 0)
    story, steps = getattr(place, "story", ""), getattr(place, "steps", ())
    words = str(place), finding.rule, finding.message
    return place.path, line, column, story != "body", story, steps, *words
