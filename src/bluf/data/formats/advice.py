"""What is said of a complaint of a parser: ``advice.toml`` has the words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct, toml


class Advice(Struct, frozen=True, forbid_unknown_fields=True):
    """What to say; ``at_context`` puts it where the construct begins that is at fault."""

    message: str
    hint: str
    rule: str = "data-syntax"
    at_context: bool = False


@cache
def advice(kind: str) -> dict[str, Advice]:
    """The words for complaints of one kind, by what they hold."""
    text = Path(__file__).with_suffix(".toml").read_bytes()
    return toml.decode(text, type=dict[str, dict[str, Advice]])[kind]
