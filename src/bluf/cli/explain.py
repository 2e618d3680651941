"""``bluf explain``: the manual of a rule."""

from __future__ import annotations

from typing import Annotated

import typer

from bluf.cli import choices, printer

EPILOG = """Examples:

  bluf explain due-vague      what the rule does, why, and what to do

  bluf explain                every rule, with what it finds
"""


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE]",
            help="Rule name, as a finding shows it.",
            autocompletion=choices.rule,
        ),
    ] = None,
) -> None:
    """Explain a rule, or list them all."""
    from bluf import rules

    text = (rules.explain(rule) if rule else rules.listing()).rstrip("\n")
    printer.answer("manuals", {"rule": rule, "text": text}, text)
