"""What is known of languages: one file each, used by evidence, claims, drafts and verification."""

from __future__ import annotations

from bluf.languages.cldr import locale_data, plural_form, territories_of_zones, written
from bluf.languages.clock import ClockTime, times_in
from bluf.languages.dates import Day, dates_in, relative_days, relative_years, weekdays_in
from bluf.languages.figures import COUNTED, Figure, figures_in
from bluf.languages.firmness import (
    answers,
    deciding_words,
    described,
    describes,
    firmness,
    plain,
    possible_answers,
    strengths,
    turning,
)
from bluf.languages.guessing import language_in
from bluf.languages.han import han_numbers
from bluf.languages.language import (
    Calendar,
    Counted,
    Language,
    People,
    QuotationMarks,
    Speech,
    Turns,
    base,
    draft_words,
    language,
    languages,
)
from bluf.languages.letters import numbers_in_words
from bluf.languages.offices import DEPUTY, Office, offices_in
from bluf.languages.ordinals import ordinals_in, place_of
from bluf.languages.pattern import WordPattern, either, expression, fold, folded, pattern
from bluf.languages.remembering import forget_long_texts, remembered
from bluf.languages.senses import ANY, Sense, contrary, senses_in, tells, things_in
from bluf.languages.sentences import last_sentence, sentence_spans, sentences
from bluf.languages.serbian import to_cyrillic, to_latin
from bluf.languages.units import PERCENT
from bluf.languages.unspaced import unspaced
from bluf.languages.words import negations_in, numbers_in
