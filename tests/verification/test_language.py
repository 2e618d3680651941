from __future__ import annotations

import pytest

from bluf.verification.language import guess_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The ministers did not agree, he said.", "en"),
        ("Die Minister haben nicht vereinbart, dass die Brücke gebaut wird.", "de"),
        ("Les ministres ne se sont pas réunis, a déclaré le porte-parole en mars.", "fr"),
        ("Los ministros no llegaron a un acuerdo, dijo el portavoz, en mayo.", "es"),
        ("Os ministros não chegaram a um acordo, disse o porta-voz em maio.", "pt"),
        ("Министры не договорились о мосте, сказал он.", "ru"),
        ("Министри се нису договорили о мосту, рекао је он.", "sr"),
        ("Ministri se nisu dogovorili o mostu, rekao je on u maju.", "sr-Latn"),
        ("قال الوزير إنهم لم يتفقوا", "ar"),
        ("部长们没有同意", "zh"),
        ("Οι υπουργοί δεν συμφώνησαν", "en"),
        ("xyz", "en"),
        ("12:30", "en"),
    ],
)
def test_a_text_is_known_by_its_script_and_its_words(text: str, tag: str) -> None:
    assert guess_language(text) == tag
