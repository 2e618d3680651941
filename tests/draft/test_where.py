from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.vocabulary import vocabulary
from bluf.draft.where import place_of

if TYPE_CHECKING:
    from tests.draft.conftest import Read


@pytest.mark.parametrize(
    ("tag", "text", "telling", "place"),
    [
        ("en", "", "The ministers met in Porthaven on Monday.", "Porthaven"),
        ("en", "PORTHAVEN, 3 March 2026", "The ministers met.", "Porthaven"),
        ("en", "", "The ministers met in Belgium.", ""),
        ("es", "", "El asesor en Seguridad Nacional se reunió con el alcalde.", ""),
        ("pt", "", "A prefeita recebeu o cônsul-geral da Noruega em Portolindo.", ""),
        ("en", "", "All in PortNET met.", ""),
        ("zh", "", "双方在海港举行会谈", "海港"),
        ("zh", "", "双方在京举行会谈", ""),
        ("en", "", "Ambassador Ann Lee (resident in Porthaven) met Bo Day.", ""),
        ("en", "", "They spoke of trade in Porthaven and in Quaytown.", ""),
        ("en", "", "They met in Porthaven and agreed.", "Porthaven"),
        ("en", "ANN HARBOUR, PRIME MINISTER OF NORLAND: I am glad.", "They met.", ""),
        ("ar", "", "وصل في زيارة", ""),
        ("ar", "", "اجتمع الوزيران في القاهرة", "القاهرة"),
    ],
)
def test_a_place_stands_behind_a_preposition_or_in_the_dateline(
    tag: str, text: str, telling: str, place: str
) -> None:
    assert place_of(text, [telling], vocabulary(tag), session=False) == place


@pytest.mark.parametrize(
    ("tag", "text", "place"),
    [
        ("es", "Los ministros se reunieron, que trataron las consultas en Puertolindo.", ""),
        ("es", "Miércoles, 15 de noviembre 2023\nLos ministros se reunieron hoy.", ""),
    ],
)  # fmt: skip
def test_what_is_of_another_matter_is_no_place(
    account: Read, tag: str, text: str, place: str
) -> None:
    assert account(text, language=tag).occasion.place == place
