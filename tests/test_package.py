from __future__ import annotations

import tomllib
from pathlib import Path

import bluf

ROOT = Path(__file__).parents[1]


def test_the_package_knows_its_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert bluf.__version__ == project["version"]
