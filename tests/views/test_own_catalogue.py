from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Proof
from bluf.views import UnknownLanguageError, labels_for, lacking, languages, view, with_annex
from octavo.finding import FindingsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.model import Brief

    MakeBrief = Callable[..., Brief]


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


def test_it_is_known_what_a_catalogue_lacks(own: Path) -> None:
    missing = lacking("it", own)
    assert {"comment", "statuses.done", "plurals.people"} <= set(missing)
    assert not {"to", "statuses.open", "plurals.further"} & set(missing)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("to = ", "it cannot be read: "),
        ("too = 'A'", "there is no label “too”"),
        ("to = 1", "“to” is a text"),
        ("by = 'per {day}'", "“by” cannot name {day}"),
        ("by = 'per {date'", "the braces of “by” do not close"),
        ("by = 'per {}'", "“by” cannot name {}"),
        ("statuses = 'x'", "“statuses” is a table"),
        ("[statuses]\nopened = 'x'", "there is no label “statuses.opened”"),
        ("[plurals.further]\none = '{count}'", "“plurals.further” has no form “other”"),
        ("[plurals.further]\nother = '{number}'", "“plurals.further.other” cannot name {number}"),
        ("[plurals.further]\nfew = '{n}'\nother = ''", "“plurals.further.few” cannot name {n}"),
        ("dates = 'd MMM'", "“dates” is a table of patterns"),
        ("[dates]\nmonths = ['gennaio']", "“dates.months” has twelve names"),
    ],
)
def test_a_faulty_catalogue_is_refused_with_its_faults(
    tmp_path: Path, text: str, fault: str
) -> None:
    (tmp_path / "it.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FindingsError) as refused:
        labels_for("it", tmp_path)
    (finding,) = refused.value.findings
    assert finding.message.startswith(fault)
    assert finding.location.path.endswith("it.toml")
