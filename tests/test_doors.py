"""The doors of the rooms: each name leads somewhere, and nobody comes in another way."""

from __future__ import annotations

import ast
import pkgutil
import re
import tomllib
from collections import Counter
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import bluf
import octavo

ROOT = Path(__file__).parents[1]
HOUSES = {house.__name__: Path(house.__path__[0]) for house in (bluf, octavo)}
ROOMS = [
    f"{name}.{path.parent.name}"
    for name, folder in HOUSES.items()
    for path in sorted(folder.glob("*/__init__.py"))
]
MODULES = [path for folder in HOUSES.values() for path in sorted(folder.rglob("*.py"))]


def _room(module: str) -> str:
    return ".".join(module.split(".")[:2])


def _imports(path: Path) -> list[str]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node.module for node in tree if isinstance(node, ast.ImportFrom) and node.module]


def _name(path: Path) -> str:
    house = next(each for each in HOUSES.values() if path.is_relative_to(each))
    return ".".join(path.relative_to(house.parent).with_suffix("").parts)


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_of_a_door_leads_somewhere(room: str) -> None:
    door = import_module(room)
    tree = ast.parse(Path(str(door.__file__)).read_text(encoding="utf-8"))
    own = (each for each in tree.body if isinstance(each, ast.ImportFrom))
    names = [alias.name for each in own for alias in each.names]
    names += dir(door) if hasattr(door, "__getattr__") else []
    values = [getattr(door, name) for name in names]
    assert not [value for value in values if isinstance(value, ModuleType)]


def test_a_room_is_entered_through_its_door() -> None:
    aside = [
        f"{_name(path)} imports {module}"
        for path in MODULES
        for module in _imports(path)
        if module.split(".")[0] in HOUSES
        and module.count(".") > 1
        and _room(module) != _room(_name(path))
    ]
    assert not aside


@pytest.mark.parametrize("room", ROOMS)
def test_no_name_of_a_lazy_door_is_a_module_of_its_room(room: str) -> None:
    """Such a name would be the module once somebody has imported that."""
    door = import_module(room)
    if hasattr(door, "__getattr__"):
        modules = {each.name for each in pkgutil.iter_modules(door.__path__)}
        assert not modules & set(dir(door))


@pytest.mark.parametrize("house", HOUSES)
def test_the_map_names_every_room(house: str) -> None:
    text = (HOUSES["bluf"] / "README.md").read_text(encoding="utf-8")
    table = text.partition(f"### {house}\n")[2].partition("###")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall("`(.+?)`", row)}
    rooms = {path.stem for path in HOUSES[house].iterdir() if path.suffix == ".py" or path.is_dir()}
    assert named == {room for room in rooms if not room.startswith("__")}


@pytest.mark.parametrize("house", HOUSES)
def test_the_map_has_the_lines_of_the_contract(house: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (
        [frozenset(line.split(" | ")) for line in contract["layers"]]
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract.get("containers") == [house]
    )
    text = (HOUSES["bluf"] / "README.md").read_text(encoding="utf-8")
    table = text.partition(f"### {house}\n")[2].partition("###")[0]
    lines = [frozenset(re.findall(r"`(\w+)`", line.split("|")[1])) for line in table.splitlines()
             if line.startswith("| `")]  # fmt: skip
    assert lines == layers


@pytest.mark.parametrize("house", HOUSES)
def test_a_class_has_a_name_of_its_own(house: str) -> None:
    texts = (path.read_text(encoding="utf-8") for path in sorted(HOUSES[house].rglob("*.py")))
    names = Counter(re.findall(r"^class (\w+)", "\n".join(texts), re.MULTILINE))
    assert not [name for name, count in names.items() if count > 1]
