"""The text of a link does not say where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.prose import Prose
from bluf.checks.rule import checked
from octavo.shortening import quoted

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
            message = f"the link {quoted(link.text)} does not say where it leads"
            yield link.passage.fault(message, "name what it leads to", link.text)


RULE = checked(__name__, Prose, find)
