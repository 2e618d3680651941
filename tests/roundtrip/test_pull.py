from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.roundtrip.conftest import DATA, row_with

from bluf.pipeline import Home, bring_home, deliver, home_of, is_tracked, make, pull
from bluf.roundtrip import OutputState, VersionStore
from octavo.finding import FindingsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.roundtrip.conftest import Sent

    from bluf.pipeline import Pulled

FIRST = (
    "{id: O1, statement: Highland pays half of the crossing, strength: agreed, answers: [R1],\n"
    "  evidence: [{source: s, strength: agreed, quote: The ministers agreed to share the cost}]}"
)
SECOND = (
    "{id: O2, statement: Trains were discussed, strength: discussed,\n"
    "  evidence: [{source: s, strength: discussed, quote: They discussed trains}]}"
)


def test_an_untouched_file_brings_nothing(sent: Sent) -> None:
    pulled = pull(sent.word, sent.data, accept=True)
    assert (pulled.changes, pulled.found.unplaced, pulled.rewrites) == ((), (), ())
    assert pulled.is_whole


def test_a_second_pull_changes_nothing(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    edit = (">Minister<", ">Prime Minister<")
    bring_home(sent.data.parent / "edited.docx", sent.pull(edit))
    again = sent.pull(edit)
    assert (fates(again), again.rewrites) == ({"to": "same"}, ())


def test_what_both_sides_changed_stays_ours(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    sent.write(DATA.replace("to: Minister ", "to: Cabinet "))
    pulled = sent.pull((">Minister<", ">Prime Minister<"))
    (change,) = pulled.changes
    assert (fates(pulled), change.ours) == ({"to": "conflict"}, "Cabinet")
    assert "to: Cabinet " in sent.text
    assert not pulled.is_whole


def test_two_readers_of_one_version_do_not_undo_each_other(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    one = sent.came_back((">Minister<", ">Prime Minister<"), name="one.docx")
    other = sent.came_back(("Highland will pay.", "Highland pays."), name="other.docx")
    bring_home(one, pull(one, sent.data, accept=True))
    sent.build()
    pulled = pull(other, sent.data, accept=True)
    assert fates(pulled) == {"bottom_line": "taken"}
    bring_home(other, pulled)
    assert "to: Prime Minister" in sent.text


def test_a_field_that_was_emptied_is_not_deleted_in_silence(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    pulled = sent.pull(("Highland will pay.", " "))
    assert fates(pulled) == {"bottom_line": "refused"}


def test_a_field_that_is_gone_is_told(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    path = sent.came_back(("Trains were discussed", "Trains were mentioned"))
    start = DATA.index("  - id: O2")
    sent.write(DATA[:start] + DATA[DATA.index("follow_ups:") :])
    assert fates(pull(path, sent.data, accept=True)) == {"outcomes.O2.statement": "gone"}


def test_what_the_sources_do_not_bear_out_is_told_at_once(sent: Sent) -> None:
    pulled = sent.pull((">Discussed", ">Agreed"))
    assert [each.rule for each in pulled.findings][:1] == ["strength-overstated"]
    assert not pulled.is_whole


def test_the_text_of_the_template_is_told_and_not_pulled(sent: Sent) -> None:
    pulled = sent.pull((">Outcomes<", ">Results<"))
    (unplaced,) = pulled.found.unplaced
    assert (unplaced.what, unplaced.before, unplaced.now) == (
        "text of the template changed",
        "Outcomes",
        "Results",
    )
    assert pulled.rewrites == ()


def test_other_formats_are_changed_in_place(sent: Sent, tmp_path: Path) -> None:
    from bluf.cli.app import run  # the converter of the command

    other = tmp_path / "other" / "talks"
    other.mkdir(parents=True)
    (other / "s.txt").write_bytes((sent.data.parent / "s.txt").read_bytes())
    assert run(["convert", str(sent.data), str(other / "brief.toml")]) == 0
    toml = other / "brief.toml"
    deliver(make(sent.order))
    path = sent.came_back((">Minister<", ">Prime Minister<"))
    (other / ".bluf").mkdir()
    for each in (sent.data.parent / ".bluf").iterdir():
        (other / ".bluf" / each.name).write_bytes(each.read_bytes())
    pulled = pull(path, toml, accept=True)
    before = toml.read_text(encoding="utf-8").splitlines()
    bring_home(path, pulled)
    after = toml.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ['to = "Prime Minister"']
    assert len(before) == len(after)


def test_a_file_is_known_by_its_digest_under_any_name(sent: Sent) -> None:
    path = sent.came_back(("Highland will pay.", "Entirely other words."), name="x.docx")
    assert home_of(path, [sent.data]) == Home(sent.data, is_certain=True)


def test_a_file_of_no_brief_is_refused(sent: Sent) -> None:
    other = sent.data.parent.parent / "other"
    other.mkdir()
    (other / "brief.yaml").write_text(DATA, encoding="utf-8")
    with pytest.raises(FindingsError, match="no brief here was sent round"):
        home_of(sent.came_back(), [other / "brief.yaml"])


def test_two_briefs_alike_are_asked_about(sent: Sent, tmp_path: Path) -> None:
    import shutil  # used here alone

    twin = tmp_path / "twin"
    shutil.copytree(sent.data.parent, twin / "talks")
    with pytest.raises(FindingsError, match="it could be"):
        home_of(sent.came_back(), [sent.data, twin / "talks" / "brief.yaml"])


def test_without_a_version_nothing_can_be_told(sent: Sent) -> None:
    path = sent.came_back()
    for each in (sent.data.parent / ".bluf").iterdir():
        each.unlink()
    with pytest.raises(FindingsError, match="no record of what was sent round"):
        pull(path, sent.data, accept=True)


def test_a_brief_that_was_never_built_has_no_state(tmp_path: Path) -> None:
    assert VersionStore.beside(tmp_path / "brief.yaml", "x").state() == OutputState()


def test_versions_are_kept_until_there_are_too_many(sent: Sent) -> None:
    for number in range(10):
        sent.write(DATA.replace("Highland will pay.", f"Highland will pay {number}."))
        sent.build()
    assert len(list((sent.data.parent / ".bluf").glob("talks.*.docx"))) == 8


def test_a_file_without_tracking_is_not_tracked(sent: Sent) -> None:
    assert not is_tracked(sent.word)


def test_an_item_that_another_one_names_stays(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    pulled = sent.pull((row_with(sent, "Highland pays half"), ""))
    assert fates(pulled) == {"outcomes.O1": "refused"}
    assert "O1" in pulled.changes[0].reason


def test_an_item_that_is_gone_on_both_sides_is_the_same(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    path = sent.came_back((row_with(sent, "Trains were discussed"), ""))
    start = DATA.index("  - id: O2")
    sent.write(DATA[:start] + DATA[DATA.index("follow_ups:") :])
    assert fates(pull(path, sent.data, accept=True)) == {"outcomes.O2": "same"}


def test_an_item_within_brackets_is_left_to_a_person(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    start, end = DATA.index("outcomes:"), DATA.index("follow_ups:")
    sent.write(f"{DATA[:start]}outcomes: [{FIRST}, {SECOND}]\n{DATA[end:]}")
    sent.build()
    pulled = sent.pull((row_with(sent, "Trains were discussed"), ""))
    assert fates(pulled) == {"outcomes.O2": "to type"}
    assert "no item on lines of its own" in pulled.changes[0].reason


def test_what_is_made_from_other_fields_is_told(sent: Sent) -> None:
    pulled = sent.pull(("31 Dec 2027", "31 Dec 2028"))
    assert ["is made from other fields" in each.what for each in pulled.found.unplaced] == [True]


def test_a_paragraph_that_is_gone_is_told(sent: Sent) -> None:
    pulled = sent.pull((">Outcomes<", "><"))
    assert pulled.found.unplaced[0].before == "Outcomes"


def test_a_party_that_is_none_is_a_name(
    sent: Sent, fates: Callable[[Pulled], dict[str, str]]
) -> None:
    row = row_with(sent, "Put the money")
    pulled = sent.pull((row, row.replace(">Highland<", ">The treasury<")))
    assert fates(pulled) == {"follow_ups.F1.owner": "taken"}
    assert pulled.changes[0].value == "The treasury"


def test_what_the_sources_cannot_be_asked_about_is_told(sent: Sent) -> None:
    path = sent.came_back((">Minister<", ">Prime Minister<"))
    (sent.data.parent / "s.txt").unlink()
    assert not pull(path, sent.data, accept=True).findings  # it was missing before


def test_a_version_whose_file_is_gone_is_passed_over(sent: Sent) -> None:
    shelf = VersionStore.beside(sent.data, "talks")
    (version,) = (sent.data.parent / ".bluf").glob("talks.*.docx")
    version.unlink()
    assert list(shelf.bases()) == []


def test_a_paragraph_that_was_deleted_is_told(sent: Sent) -> None:
    with zipfile.ZipFile(sent.word) as archive:
        text = archive.read("word/document.xml").decode()
    at = text.index(">Background<")
    start = max(text.rfind("<w:p>", 0, at), text.rfind("<w:p ", 0, at))
    gone = text[start : text.index("</w:p>", at) + len("</w:p>")]
    told = [(each.what, each.before) for each in sent.pull((gone, "")).found.unplaced]
    assert ("deleted", "Background") in told
