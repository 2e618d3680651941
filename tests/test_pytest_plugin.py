"""The plugin, in a project of its own: pytest runs pytest."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import bluf.pytest_plugin.rendered  # noqa: F401 - pytester forgets what the inner run loads
from bluf.pytest_plugin import items

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

pytest_plugins = ["pytester"]

INSTALLED = any(each.value == "bluf.pytest_plugin" for each in entry_points(group="pytest11"))
LOAD = ("-p", "no:hypothesispytest", *(() if INSTALLED else ("-p", "bluf.pytest_plugin")))

BRIEF = """\
id: a
title: Talks
date: 2025-08-07
to: Minister
from: Desk
bottom_line: They met.
{more}
"""


def _project(pytester: pytest.Pytester, more: str = "") -> Path:
    brief = pytester.path / "briefs" / "a" / "brief.yaml"
    brief.parent.mkdir(parents=True)
    brief.write_text(BRIEF.format(more=more), encoding="utf-8")
    (pytester.path / "bluf.toml").write_text('[checks]\nignore = ["output-stale"]\n')
    return brief


def _run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*LOAD, *arguments)


def test_every_brief_is_an_item_for_each_group_of_rules(pytester: pytest.Pytester) -> None:
    _project(pytester)
    result = _run(pytester, "--bluf", "briefs/", "-v")
    result.assert_outcomes(passed=9)
    result.stdout.fnmatch_lines(["briefs/a/brief.yaml::evidence PASSED*"])


def test_without_the_option_no_brief_is_collected(pytester: pytest.Pytester) -> None:
    _project(pytester)
    _run(pytester, "briefs/").assert_outcomes()


def test_a_failure_is_the_finding_and_no_traceback(pytester: pytest.Pytester) -> None:
    _project(pytester, 'marking: "TLP: RED"')
    result = _run(pytester, "--bluf", "briefs/")
    result.assert_outcomes(passed=8, failed=1)
    result.stdout.fnmatch_lines(
        ["*a: the record in the data file*", "briefs/a/brief.yaml:7:10: error marking-misspelt:*"]
    )
    assert "Traceback" not in result.stdout.str()
    assert "items.py" not in result.stdout.str()


def test_a_warning_is_shown_and_fails_nothing(pytester: pytest.Pytester) -> None:
    _project(pytester, "follow_ups: [{id: F1, action: Meet, due: soon, carried_from: b#F1}]")
    result = _run(pytester, "--bluf", "briefs/", "-rA", "-k", "data")
    result.assert_outcomes(passed=1, deselected=8)
    result.stdout.fnmatch_lines(["*warning due-vague:*"])


def test_the_day_that_counts_as_today_is_an_option(pytester: pytest.Pytester) -> None:
    _project(
        pytester,
        "follow_ups: [{id: F1, action: Meet, owner: us, due: 2025-09-01, carried_from: b#F1}]",
    )
    arguments = ("--bluf", "briefs/", "-rA", "-k", "data", "--bluf-as-of", "2025-09-02")
    _run(pytester, *arguments).stdout.fnmatch_lines(["*warning follow-up-overdue:*"])


def test_a_brief_that_is_refused_fails_once_and_skips_the_rest(pytester: pytest.Pytester) -> None:
    _project(pytester, "titel: Talks")
    result = _run(pytester, "--bluf", "briefs/")
    result.assert_outcomes(failed=1, skipped=8)
    result.stdout.fnmatch_lines(["*error unknown-key:*", "*did you mean “title”?*"])


def test_a_bug_of_ours_keeps_its_traceback(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    _project(pytester)
    monkeypatch.setattr(items.BriefFile, "product", property(lambda _: 1 / 0))
    result = _run(pytester, "--bluf", "briefs/", "-k", "data")
    result.assert_outcomes(failed=1, deselected=8)
    result.stdout.fnmatch_lines(["*ZeroDivisionError*"])


def test_the_fixture_renders_a_word_template(pytester: pytest.Pytester) -> None:
    _project(pytester)
    pytester.makepyfile(
        """
        def test_brief(bluf_render):
            brief = bluf_render("brief.docx", "briefs/a/brief.yaml")
            assert "They met." in brief.paragraphs
            assert "Minister" in brief.text
            assert brief.tables == ()
            assert brief.pages == 1
            assert brief.content.startswith(b"PK")
        """
    )
    _run(pytester).assert_outcomes(passed=1)


def test_the_fixture_renders_a_markdown_template_with_any_values(
    pytester: pytest.Pytester,
) -> None:
    (pytester.path / "note.md").write_text(
        "# {{ title }}\n\n| who | what |\n|---|---|\n| {{ who }} | `code` |\n\nThe end.\n"
    )
    pytester.makepyfile(
        """
        def test_note(bluf_render):
            note = bluf_render("note.md", {"title": "Talks", "who": "Minister"})
            assert note.paragraphs[0] == "Talks"
            assert note.tables == ((("who", "what"), ("Minister", "\\ufffc")),)
            assert note.pages is None
            assert note.text.endswith("The end.")
        """
    )
    _run(pytester).assert_outcomes(passed=1)


def test_what_is_no_day_is_a_usage_error(pytester: pytest.Pytester) -> None:
    _project(pytester)
    result = _run(pytester, "--bluf", "--bluf-as-of", "garbage")
    result.stderr.fnmatch_lines(["*ERROR: --bluf-as-of: “garbage” is not a date*"])
    assert result.ret == 4


def test_a_template_without_an_ending_is_the_shipped_one_in_word(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile(
        """
        import pytest
        from octavo.finding import FindingsError

        def test_brief(bluf_render):
            with pytest.raises(FindingsError):
                bluf_render("brief", {})
            with pytest.raises(FindingsError, match="there is no template"):
                bluf_render("brief.txt", {})
        """
    )
    _run(pytester).assert_outcomes(passed=1)
