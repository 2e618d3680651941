"""Made-up sentences of briefs, in Latin letters with and without diacritics and in Cyrillic."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

LANGUAGES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
CYRILLIC = {"sr-Cyrl", "uk"}
WITHIN_BOUNDS = {"ar", "zh"}
"""Languages that the estimate knows within bounds only."""


@dataclass
class Words:
    """Sentences drawn from one language; the same seed gives the same ones."""

    language: str
    rng: random.Random
    _pools: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Look up the words of the language."""
        self._pools = LANGUAGES[self.language]

    def _one(self, pool: str) -> str:
        return self.rng.choice(self._pools[pool])

    def sentence(self) -> str:
        """Subject, verb, object and circumstance."""
        return " ".join(map(self._one, ("subjects", "verbs", "objects", "circumstances"))) + "."

    def paragraph(self, least: int = 2, most: int = 4) -> str:
        """A few sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def heading(self) -> str:
        """A heading."""
        return self._one("headings")

    def phrase(self) -> str:
        """An object alone: for narrow cells and titles."""
        return self._one("objects")

    def name(self) -> str:
        """A subject alone: for owners and senders."""
        return self._one("subjects")
