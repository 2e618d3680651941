"""The shipped briefs, with parts that not everybody may see: a word of its own in each field."""

from __future__ import annotations

import json
import shutil
from itertools import count
from pathlib import Path
from typing import Any

from bluf.data import read_tree

BRIEFS = Path(__file__).parents[2] / "briefs"
SECRET, SHARED, OPEN = "SECRET//NOFORN", "CONFIDENTIAL//REL TO USA, GBR", "UNCLASSIFIED"
ITEMS = ("requests", "outcomes", "follow_ups")
LISTS = ("events", *ITEMS)
SETTINGS = """
[audiences.partners]
levels = ["CONFIDENTIAL"]
countries = ["GBR"]

[audiences.public]
levels = ["UNCLASSIFIED"]
"""
Fields = dict[str, Any]


class Planter:
    """Plants words, each of them once; ``seed`` makes the secret ones of two plantings differ."""

    def __init__(self, folder: Path, seed: str) -> None:
        self.words: dict[str, set[str]] = {SECRET: set(), SHARED: set()}
        self._folder, self._seed = folder, seed
        self._numbers = {SECRET: count(1), SHARED: count(1)}

    def word(self, marking: str) -> str:
        kind = f"s{self._seed}" if marking == SECRET else "c"
        word = f"Zq{kind}{next(self._numbers[marking]):03d}vx"
        self.words[marking].add(word)
        return word

    def source(self, marking: str, quotes: list[str]) -> Fields:
        name = self.word(marking)
        path = self._folder / "sources" / f"{name}.txt"
        path.write_text(" And so on. ".join([*quotes, self.word(marking)]), encoding="utf-8")
        texts = ("title", "translation", "publisher", "translator")
        return {
            **{field: self.word(marking) for field in texts},
            "date": "2025-08-05",
            "url": f"https://example.org/{self.word(marking)}",
            "file": f"sources/{name}.txt",
            "marking": marking,
        }

    def person(self, marking: str, source: str) -> Fields:
        word = self.word
        names = {"name": word(marking), "role": word(marking), "also": [word(marking)]}
        return {**names, "source": source, "marking": marking}

    def event(self, marking: str, source: str) -> Fields:
        return {
            "id": self.word(marking),
            "title": self.word(marking),
            "place": self.word(marking),
            "date": {"value": "2025-08-05", "source": source},
            "participants": [self.person(marking, source)],
            "marking": marking,
        }

    def evidence(self, marking: str, source: str, quotes: list[str], **more: str) -> Fields:
        quotes.append(f"They spoke of {self.word(marking)} then")
        said = {"translation": self.word(marking), "translator": self.word(marking)}
        return {"source": source, "quote": quotes[-1], "marking": marking, **said, **more}

    def items(self, marking: str, source: str, quotes: list[str], party: str) -> dict[str, Fields]:
        def shared() -> Fields:
            proof = self.evidence(marking, source, quotes)
            ids = {"id": self.word(marking), "topic": self.word(marking), "priority": "1"}
            return {**ids, "marking": marking, "evidence": [proof]}

        step = {"date": "2025-08-06", "status": "open", "note": self.word(marking)}
        due = {"wording": self.word(marking), "latest": "2025-12-31", "source": source}
        request = {"from": party, "to": self.word(marking), "ask": self.word(marking)}
        return {
            "requests": {**shared(), **request, "response": "refused"},
            "outcomes": {**shared(), "statement": self.word(marking), "strength": "conveyed"},
            "follow_ups": {
                **shared(),
                "action": self.word(marking),
                "owner": self.word(marking),
                "to": party,
                "due": due,
                "history": [{**step, "evidence": [self.evidence(marking, source, quotes)]}],
            },
        }


def plant(name: str, target: Path, seed: str = "a", hidden: int = 1) -> dict[str, set[str]]:
    """Write a shipped brief with planted parts; the words, by the marking of what holds them.

    Args:
        name: Its id.
        target: Folder of the briefs.
        seed: What the words have in them.
        hidden: How many secret parts of each kind there are.
    """
    folder = target / name
    shutil.copytree(BRIEFS / name / "sources", folder / "sources")
    values: Any = read_tree(BRIEFS / name / "brief.yaml").values
    planter = Planter(folder, seed)
    _mark(values)
    _add(values, planter, SHARED, "shared")
    for number in range(hidden):
        _add(values, planter, SECRET, f"secret{number}", first=True)
    _within(values, planter)
    _texts(values, planter)
    text = json.dumps(values, ensure_ascii=False, indent=1)
    (folder / "brief.json").write_text(text, encoding="utf-8")
    return planter.words


def _mark(values: Fields) -> None:
    for field in (*LISTS, "next", "recommendations"):
        for item in values.get(field, []):
            item["marking"] = OPEN
    for source in values["sources"].values():
        source["marking"] = OPEN
    values["marking"] = SECRET


def _add(values: Fields, planter: Planter, marking: str, key: str, *, first: bool = False) -> None:
    """One part of each kind; secret ones stand first, so that they would take the first numbers."""
    quotes: list[str] = []
    source, party = f"{key}s", planter.word(marking)
    sides = {"name": planter.word(marking), "short": planter.word(marking)}
    values["parties"] = (
        {party: sides, **values["parties"]}
        if first
        else {
            **values["parties"],
            party: sides,
        }
    )
    added: dict[str, Fields] = {"events": planter.event(marking, source)}
    added |= planter.items(marking, source, quotes, party)
    advice = {"text": planter.word(marking), "options": [planter.word(marking)]}
    added["recommendations"] = {**advice, "by": "2025-09-01", "marking": marking}
    planned = {"title": planter.word(marking), "place": planter.word(marking)}
    added["next"] = {**planned, "marking": marking}
    for field, part in added.items():
        values[field] = [part, *values.get(field, [])] if first else [*values.get(field, []), part]
    extra = {"text": planter.word(marking), "marking": marking}
    values.setdefault("extra", {})[planter.word(marking)] = extra
    made = {source: planter.source(marking, quotes)}
    values["sources"] = {**made, **values["sources"]} if first else {**values["sources"], **made}


def _within(values: Fields, planter: Planter) -> None:
    """Secret parts of open ones, and links of open ones to secret ones."""
    secrets = {field: values[field][0]["id"] for field in LISTS}
    event = next(item for item in values["events"] if item["marking"] == OPEN)
    event["participants"].append(planter.person(SECRET, "secret0s"))
    quotes: list[str] = []
    for field in ITEMS:
        item = next(each for each in values[field] if each["marking"] == OPEN)
        item["evidence"].append(planter.evidence(SECRET, "secret0s", quotes))
    outcome, follow_up = (
        next(each for each in values[field] if each["marking"] == OPEN)
        for field in ("outcomes", "follow_ups")
    )
    outcome["answers"] = [*outcome.get("answers", []), secrets["requests"]]
    follow_up["follows"] = [*follow_up.get("follows", []), secrets["outcomes"]]
    step = {"date": "2025-08-06", "status": "open", "note": planter.word(SECRET)}
    follow_up["history"] = [*follow_up.get("history", []), {**step, "marking": SECRET}]
    path = planter._folder / values["sources"]["secret0s"]["file"]
    path.write_text(path.read_text() + " And then. ".join(["", *quotes]), encoding="utf-8")


def _texts(values: Fields, planter: Planter) -> None:
    for field in ("title", "to", "from", "bottom_line", "background"):
        shown = {"title": "Ministers meet", "to": "Our partners", "from": "The desk"}.get(
            field, "The two sides met."
        )
        values[field] = {
            "all": f"{values.get(field) or ''} {planter.word(SECRET)}".strip(),
            "partners": {"text": f"{shown} {planter.word(SHARED)}", "marking": SHARED},
            "public": {"text": shown, "marking": OPEN},
        }
    for field in ("through", "cc"):
        values[field] = [planter.word(SECRET)]
    for field in ("reference", "contact"):
        values[field] = planter.word(SECRET)
    values["comment"], values["lines_to_take"] = planter.word(SECRET), [planter.word(SECRET)]
    values["portions"] = {"comment": SECRET, "lines_to_take": SECRET}
