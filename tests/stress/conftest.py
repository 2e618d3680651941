"""Briefs that try the page: invented records, kept as data, written out with their sources."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DATA = Path(__file__).parent
LISTS = ("requests", "outcomes", "follow_ups")


def full(language: str, folder: Path) -> Path:
    """A record with every field filled, in a language, beside the brief that it carries on."""
    words = tomllib.loads((DATA / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    words |= {"language": language}
    quoted = {name: json.dumps(text, ensure_ascii=False) for name, text in words.items()}
    earlier, later = (
        (DATA / "full" / name).read_text(encoding="utf-8").format_map(quoted)
        for name in ("earlier.yaml", "brief.yaml")
    )
    written(earlier, folder)
    return written(later, folder)


def written(text: str, folder: Path) -> Path:
    """A record in a folder of its own, with sources that hold what it quotes of them."""
    record: dict[str, Any] = yaml.safe_load(text)
    home = folder / str(record["id"])
    home.mkdir(parents=True, exist_ok=True)
    for name, source in record["sources"].items():
        said = [entry["quote"] for entry in _evidence(record) if entry["source"] == name]
        known = [*_known(record), str(source.get("date", ""))]
        lines = filter(None, dict.fromkeys([*said, *known]))
        (home / source["file"]).write_text("".join(f"{line}.\n" for line in lines), "utf-8")
    (home / "brief.yaml").write_text(text, encoding="utf-8")
    return home / "brief.yaml"


def _evidence(record: dict[str, Any]) -> Iterator[dict[str, str]]:
    for name in LISTS:
        for item in record.get(name, []):
            yield from item.get("evidence", [])


def _known(record: dict[str, Any]) -> Iterator[str]:
    """What a source tells beside its quotations: who was there, and where."""
    for event in record.get("events", []):
        yield event.get("place", "")
        for person in event.get("participants", []):
            yield from (person["name"], person.get("role", ""))


def written_out(name: str, folder: Path) -> Path:
    """The data file of a stress brief by its name; ``full-ru`` is the full record in Russian."""
    if name.startswith("full-"):
        return full(name.removeprefix("full-"), folder)
    return written((DATA / "briefs" / f"{name}.yaml").read_text(encoding="utf-8"), folder)


@pytest.fixture
def stress(tmp_path: Path) -> Callable[[str], Path]:
    """The data file of a stress brief by its name, in a folder of the test's own."""
    return lambda name: written_out(name, tmp_path)
