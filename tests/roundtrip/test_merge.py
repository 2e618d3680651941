from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.pipeline import pull
from bluf.roundtrip import Disposition

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.roundtrip.conftest import Sent

    from bluf.pipeline import Pulled


def test_a_field_that_was_given_two_texts_has_a_conflict(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    from bluf.roundtrip import FoundEdits, merged  # as below
    from bluf.roundtrip.edits import Edit  # two texts at once are hard to make
    from bluf.roundtrip.origins import Origin  # as above
    from bluf.views import labels_for  # as above
    from octavo.location import FileLocation  # as above

    data = pull(sent.word, sent.data, accept=True).data
    place = FileLocation("a.docx")
    edits = tuple(
        Edit(Origin(("to",)), "Minister", now, "", place) for now in ("Cabinet", "Nobody")
    )
    found = FoundEdits(edits, (), (), (), (), all_tracked=False, doubts=0)
    changes = merged(found, data.brief, labels_for("en"))
    assert {each.fate for each in changes} == {Disposition.CONFLICT}
    del fates
