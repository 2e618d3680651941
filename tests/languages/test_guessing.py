from __future__ import annotations

import pytest

from bluf.languages import language_in


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The ministers did not agree, he said.", "en"),
        ("Die Minister haben nicht vereinbart, dass die Brücke gebaut wird.", "de"),
        ("Les ministres ne se sont pas réunis, a déclaré le porte-parole en mars.", "fr"),
        ("Los ministros no llegaron a un acuerdo, dijo el portavoz, en mayo.", "es"),
        ("Os ministros não chegaram a um acordo, disse o porta-voz em maio.", "pt"),
        ("Министры не договорились о мосте, сказал он.", "ru"),
        ("Министри се нису договорили о мосту, рекао је он.", "sr-Cyrl"),
        ("Ministri se nisu dogovorili o mostu, rekao je on u maju.", "sr-Latn"),
        ("Em maio o embaixador da Noruega no Brasil falou com o prefeito do Recife.", "pt"),
        ("双方就渡轮举行会谈，Oslo", "zh"),
        ("قال الوزير إنهم لم يتفقوا", "ar"),
        ("部长们没有同意", "zh"),
        ("Οι υπουργοί δεν συμφώνησαν", None),
        ("xyz", None),
        ("12:30", None),
    ],
)
def test_a_text_is_known_by_its_script_and_its_words(text: str, tag: str | None) -> None:
    assert language_in(text) == tag
