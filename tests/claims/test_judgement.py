from __future__ import annotations

from typing import TYPE_CHECKING

from tests.claims.conftest import REQUEST

if TYPE_CHECKING:
    from tests.claims.conftest import Held


def test_an_answer_with_a_basis_is_the_desks_own(held: Held) -> None:
    record = REQUEST.format(
        language="en",
        response="accepted",
        more="basis: the embassy, by cable\n    ",
        quote="Serbia asked",
        outcome="",
    )
    claims, findings = held(record, a="Serbia asked for it.")
    assert findings == []
    assert [claim.verdict for claim in claims if claim.kind == "answer"] == ["the desk's own"]
