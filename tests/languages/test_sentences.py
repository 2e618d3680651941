from __future__ import annotations

import pytest

from bluf.languages import last_sentence, sentence_spans, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("They met.", 1),
        ("They met. They talked! Did they agree? “No.” They left…", 5),
        ("The U.S. Department of State and Mr. Rubio met at 3 p.m. Eastern time.", 1),
        ("It was agreed (see annex). (The annex is long.) Nothing else.", 3),
        ("Састали су се. Разговарали су о трговини.", 2),
        ("Ils se sont vus. État des lieux : rien.", 2),
        ("They met on the 6th of Aug. 2025 on Art. 5 of it. The day was 3. Mai there.", 2),
        ("Yes, he said No. It was late.\n\nA heading\n\n双方会谈。他们同意！", 5),
        ("Trade rose by 3.5 per cent in the 1. half", 1),
    ],
)
def test_sentences_are_counted_as_a_reader_counts_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count
    *_, (start, _) = sentence_spans(text)
    assert last_sentence(text) == start
