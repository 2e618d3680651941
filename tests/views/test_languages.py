from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Proof
from bluf.views import UnknownLanguageError, labels_for, lacking, languages, view, with_annex

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.model import Brief

    MakeBrief = Callable[..., Brief]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a catalogue of Italian, and one that has another word for the desk's."""
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "it.toml").write_text(
        'to = "A"\n[statuses]\nopen = "Aperto"\n[plurals.further]\n'
        'one = "{count} altro punto in allegato"\nother = "{count} altri punti in allegato"\n',
        encoding="utf-8",
    )
    (folder / "fr.toml").write_text('comment = "Avis"\n', encoding="utf-8")
    return folder


def test_a_catalogue_of_ones_own_adds_a_language(own: Path, make_brief: MakeBrief) -> None:
    assert "it" in languages(own)
    assert "it" not in languages()
    brief = make_brief(language="it", background="Prima.", contact="Desk")
    shown = view(brief, Proof({}), catalogues=own)
    assert shown.memo[0] == "A: Minister"
    assert shown.date == "1 marzo 2026"
    assert shown.colophon[0] == "Contact: Desk"  # English fills the gap
    moved = with_annex(shown, [("background",)], own)
    assert moved.annex.note == "1 altro punto in allegato"
    with pytest.raises(UnknownLanguageError):
        view(brief, Proof({}))


def test_a_catalogue_of_ones_own_goes_before_the_shipped_one(own: Path) -> None:
    assert labels_for("fr", own).words["comment"] == "Avis"
    assert labels_for("fr", own).words["next"] == labels_for("fr").words["next"]
    assert labels_for("fr", own).dates == labels_for("fr").dates
    assert labels_for("de", own).words == labels_for("de").words


def test_it_is_known_what_a_catalogue_lacks(own: Path) -> None:
    missing = lacking("it", own)
    assert {"comment", "statuses.done", "plurals.people"} <= set(missing)
    assert not {"to", "statuses.open", "plurals.further"} & set(missing)


def test_the_patterns_of_another_language_do_not_fill_gaps(own: Path) -> None:
    assert labels_for("it", own).dates == {}
