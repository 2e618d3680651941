"""What is known of languages: one file each, used by evidence, claims, drafts and verification."""

from __future__ import annotations

from bluf.languages.firmness import answers, deciding_words, firmness, strengths
from bluf.languages.language import (
    Calendar,
    Language,
    People,
    Quotation,
    Speech,
    Turns,
    base,
    language,
    languages,
)
from bluf.languages.pattern import expression, pattern
from bluf.languages.serbian import to_cyrillic, to_latin
from bluf.languages.words import negations_in, numbers_in

__all__ = [
    "Calendar",
    "Language",
    "People",
    "Quotation",
    "Speech",
    "Turns",
    "answers",
    "base",
    "deciding_words",
    "expression",
    "firmness",
    "language",
    "languages",
    "negations_in",
    "numbers_in",
    "pattern",
    "strengths",
    "to_cyrillic",
    "to_latin",
]
