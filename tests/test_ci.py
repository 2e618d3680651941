"""What ``docs/ci.md`` and the files for CI servers say, as far as one machine can tell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from junitparser import JUnitXml

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```yaml\n# (?P<name>\S+)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
FIXTURE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
BRIEF = "briefs/2025-08-06-serbia-us"
SCHEMAS = {"github": "github-workflows", "gitlab-ci.yml": "gitlab-ci"}
EXAMPLES = [
    pytest.param(match["name"], match["text"], id=f"{number}:{match['name']}")
    for number, match in enumerate(BLOCK.finditer(PAGE))
    if match["name"].startswith(".")
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a shipped brief and the templates, where ``bluf`` is a command."""
    for folder in (BRIEF, "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    commands = tmp_path / ".commands"
    commands.mkdir()
    script = commands / "bluf"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bluf "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _validate(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    subprocess.run([*command, str(path)], check=True)


def _shell(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _break(project: Path) -> None:
    path = project / BRIEF / "brief.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("We sought understanding", "We seek understanding", 1))


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_every_example_fits_the_schema_of_its_server(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / Path(name).name
    path.write_text(text, encoding="utf-8")
    if "pre-commit" in name:
        subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", path], check=True)
        hooks = [hook["id"] for repo in yaml.safe_load(text)["repos"] for hook in repo["hooks"]]
        shipped = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        assert set(hooks) <= {hook["id"] for hook in shipped}
    else:
        _validate(next(schema for part, schema in SCHEMAS.items() if part in name), path)


def test_the_action_fits_its_schema() -> None:
    _validate("github-actions", ROOT / "action.yml")


def test_the_gitlab_template_fits_its_schema() -> None:
    _validate("gitlab-ci", ROOT / ".gitlab/bluf.gitlab-ci.yml")


def test_the_hooks_fit_their_schema() -> None:
    path = ROOT / ".pre-commit-hooks.yaml"
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", path], check=True)


@pytest.mark.thorough
def test_the_hooks_run_and_find_what_is_wrong(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = [{**hook, "language": "system"} for hook in hooks]
    config = {"repos": [{"repo": "local", "hooks": local}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(project / ".cache"))
    setup = "git init -q . && git add briefs templates"
    assert _shell(setup).returncode == 0
    _break(project)
    done = _shell(f'"{sys.executable}" -m pre_commit run --all-files')
    assert done.returncode == 1
    assert "error quote-not-in-source:" in done.stdout
    found = re.findall(r"^(.+?)\.*(Passed|Failed)$", done.stdout, re.MULTILINE)
    assert dict(found) == {
        "check briefs": "Failed",
        "check Word files": "Passed",
        "compare built briefs with their data": "Failed",
    }


def test_the_action_annotates_what_is_wrong(project: Path) -> None:
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    step = steps[-1]
    given = {
        "BLUF_CHECK_PATHS": "briefs\n",
        "BLUF_CHECK_ARGUMENTS": "--strict",
        "BLUF_CHECK_SARIF": "",
    }
    assert set(step["env"]) == set(given)
    _break(project)
    wrong = _shell(step["run"], **given)
    assert wrong.returncode == 1
    assert f"::error file={BRIEF}/brief.yaml,line=" in wrong.stdout


def test_what_an_input_of_the_action_says_is_never_a_command(project: Path) -> None:
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    assert "${{" not in steps[-1]["run"]
    _shell(
        steps[-1]["run"],
        BLUF_CHECK_PATHS="briefs; touch hacked $(touch hacked)",
        BLUF_CHECK_ARGUMENTS="",
        BLUF_CHECK_SARIF="",
    )
    assert not (project / "hacked").exists()


def test_the_action_takes_names_with_blanks_and_writes_sarif(project: Path) -> None:
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    (project / "briefs").rename(project / "our briefs")
    given = {"BLUF_CHECK_PATHS": "our briefs", "BLUF_CHECK_ARGUMENTS": "--select\ndue-vague"}
    done = _shell(steps[-1]["run"], **given, BLUF_CHECK_SARIF="a b.sarif")
    assert done.returncode == 0, done.stderr
    assert yaml.safe_load((project / "a b.sarif").read_text(encoding="utf-8"))["runs"]


def test_the_actions_that_ours_uses_are_pinned() -> None:
    files = (ROOT / "action.yml", *(ROOT / ".github" / "workflows").glob("*.yml"))
    uses = [each for file in files for each in re.findall(r"uses: (\S+)", file.read_text("utf-8"))]
    assert uses
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", each) for each in uses)


def test_the_workflow_fits_its_schema() -> None:
    _validate("github-workflows", ROOT / ".github/workflows/tests.yml")


def test_the_program_of_the_page_for_programs_runs(project: Path) -> None:
    page = (ROOT / "docs/programs.md").read_text(encoding="utf-8")
    (example,) = FIXTURE.findall(page)
    (project / "example.py").write_text(example, encoding="utf-8")
    done = _shell(f'"{sys.executable}" example.py')
    assert done.returncode == 0, done.stderr


def test_the_job_for_gitlab_leaves_a_report_either_way(project: Path) -> None:
    jobs = yaml.safe_load((ROOT / ".gitlab/bluf.gitlab-ci.yml").read_text(encoding="utf-8"))
    (script,) = jobs["bluf"]["script"]
    assert _shell(script, BLUF_CHECK="briefs").returncode == 0
    report = project / "bluf-junit.xml"
    assert sum(suite.failures for suite in JUnitXml.fromfile(str(report))) == 0
    _break(project)
    wrong = _shell(script, BLUF_CHECK="briefs")
    assert wrong.returncode == 1
    assert "error quote-not-in-source:" in wrong.stdout
    assert sum(suite.failures for suite in JUnitXml.fromfile(str(report))) == 1


def test_the_example_of_the_fixture_passes(project: Path) -> None:
    (example,) = FIXTURE.findall(PAGE)
    (project / "test_example.py").write_text(example, encoding="utf-8")
    load = "" if _is_installed() else "-p bluf.pytest_plugin"
    result = _shell(f'"{sys.executable}" -m pytest -q {load} test_example.py')
    assert result.returncode == 0, result.stdout


def _is_installed() -> bool:
    from importlib.metadata import entry_points  # asked once, late

    return any(each.value == "bluf.pytest_plugin" for each in entry_points(group="pytest11"))
