"""The text of a link does not say where it leads.

## What it does

Finds links in a Word or Markdown file whose whole text is a word such as “here”, “more” or “this
link”, or nothing at all. An address as text says where it leads and is left alone.

## Why it is bad

A screen reader lists the links of a page by their texts: a list of “here” leads nowhere. On paper
the link is lost altogether.

## Example

    The statement is [here](https://example.org/statement).

## Use instead

    See the [statement of 6 August](https://example.org/statement).

## Source

WCAG 2.1, success criterion 2.4.4 (EN 301 549, clause 10.2.4.4); Section 508 Word checklist, “Give
links meaningful names”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.prose import Prose, shown
from bluf.checks.rule import checked
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault

_UNCLEAR = frozenset(
    {
        *("", "here", "click here", "click", "see here", "link", "this link", "this", "this page"),
        *("more", "read more", "learn more", "see more", "details", "more information", "go"),
        *("hier", "mehr", "ici", "cliquez ici", "aquí", "haga clic aquí", "qui", "clicca qui"),
        *("ovde", "овде", "здесь", "тут"),
    }
)


def find(prose: Prose) -> Iterator[Fault]:
    """A fault for each such link."""
    for link in prose.links:
        text = link.text.strip(" \t\n.…:»›>→[]()").casefold()
        if text in _UNCLEAR:
            message = f"the link {shown(link.text)} does not say where it leads"
            yield link.passage.fault(message, "name what it leads to", link.text)


RULE = checked(__name__, __doc__, Level.WARNING, Prose, find)
