from __future__ import annotations

import pytest

from bluf.draft.source import language_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met and they spoke of the ferry.", "en"),
        ("Les ministres se sont réunis et ont parlé du bac.", "fr"),
        ("Die Ministerin und der Botschafter sprachen über die Fähre.", "de"),
        ("Министры встретились и говорили о пароме.", "ru"),
        ("Министри су разговарали о траjекту, уз Љиљану.", "sr-Cyrl"),
        ("双方就渡轮举行会谈，Oslo", "zh"),
        ("التقى الوزيران اليوم", "ar"),
        ("Xyzzy 12", None),
    ],
)
def test_a_text_is_in_the_language_of_its_letters_and_words(
    text: str, language: str | None
) -> None:
    assert language_in(text) == language
