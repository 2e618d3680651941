from __future__ import annotations

from tests.redaction.conftest import cut


def test_a_brief_is_called_by_its_day_and_title() -> None:
    assert cut().id == "2025-08-07-a-visit-to-the-ministry-and-ministry-and-ministry-and"
    assert cut(title="Посета министру!").id == "2025-08-07-посета-министру"
