"""Any sequence of edits to fields comes home as exactly these edits, or what is lost is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.roundtrip.conftest import RICH, Sent
from tests.roundtrip.xml_edits import Sheet, Typing, carried_out

from bluf.data import read
from bluf.roundtrip import Disposition, VersionStore, find_edits, merged
from bluf.views import labels_for
from octavo.ooxml import read_package
from octavo.revisions import clean

if TYPE_CHECKING:
    from pathlib import Path

    from octavo.ooxml import Package

PLACES = st.one_of(st.sampled_from([0, 100]), st.integers(0, 100))
TYPINGS = st.builds(
    Typing,
    field=st.integers(0, 20),
    start=PLACES,
    end=PLACES,
    words=st.text("aben éш会 .,;“”·19", max_size=12),
    tracked=st.booleans(),
)
SEQUENCES = st.lists(TYPINGS, min_size=1, max_size=10)


class World:
    """A brief that was sent round."""

    def __init__(self, folder: Path) -> None:
        sent = Sent(folder / "talks", RICH)
        self.brief = read(sent.data).brief
        self.base = next(VersionStore.beside(sent.data, "talks").bases())
        self.before = Sheet(self.base)

    def edited(self, typings: list[Typing]) -> tuple[bytes, dict[tuple[str, ...], str]]:
        """The file after some edits, and what the fields say that say something else."""
        now = carried_out(self.base, typings)
        said = {field.path: settled(now.said(field)) for field in now.fields}
        old = {field.path: settled(self.before.said(field)) for field in now.fields}
        return now.document(), {path: text for path, text in said.items() if text != old[path]}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("law"))


@given(typings=SEQUENCES)
@example(typings=[])
@example(typings=[Typing(0, 0, 100, "", tracked=True), Typing(0, 0, 0, "New", tracked=False)])
def test_edits_come_home_exactly_or_are_said(world: World, typings: list[Typing]) -> None:
    document, wanted = world.edited(typings)
    found = find_edits(world.base, read_package(document, "edited.docx"))
    changes = merged(found, world.brief, labels_for("en"))
    got = {each.field: settled(each.now) for each in changes if each.fate is not Disposition.SAME}
    assert got == wanted or found.unplaced
    fates = {each.fate for each in changes if settled(each.now)}
    assert fates <= {Disposition.TAKEN, Disposition.SAME}


@given(typings=SEQUENCES)
def test_without_anchors_nothing_is_lost_in_silence(world: World, typings: list[Typing]) -> None:
    document, wanted = world.edited(typings)
    found = find_edits(world.base, bare(document))
    told = [each.now for each in found.edits]
    told += [each.now + each.before for each in found.unplaced]
    told += [each.text for each in found.added] + [each.text for each in found.deleted]
    lost = [text for text in wanted.values() if not any(text in settled(each) for each in told)]
    assert lost == [] or found.unplaced


def bare(document: bytes) -> Package:
    """A file whose anchors another program has dropped; tracked changes are taken."""
    return clean(read_package(document, "edited.docx"), stem="_b", properties=("bluf.digest",))


def settled(text: str) -> str:
    return " ".join(text.split())
