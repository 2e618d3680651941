"""The shipped brief, from its three sources: what the draft gives, and what is left to type.

An analyst cuts, moves and pastes from the draft and its sources, and types the rest. Here a paste
is at least twelve characters long; blanks and line ends do not count.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from bluf.data.new import commented
from bluf.draft import DeskInput, draft
from bluf.evidence import read_source

BRIEF = Path(__file__).parents[2] / "briefs" / "2025-08-06-serbia-us"
SOURCES = {"mfa": "mfa-serbia-release.txt", "state": "state-extract.txt", "pink": "pink-note.txt"}
PASTE = 12
Edit = str | tuple[int, int]
"""What is typed, or where what is pasted stands and how long it is."""


def material() -> str:
    """The draft with all its candidates, and the sources."""
    texts = {key: read_source(BRIEF / "sources" / name, name) for key, name in SOURCES.items()}
    made = draft(texts)
    files = {key: f"sources/{name}" for key, name in SOURCES.items()}
    desk = DeskInput(BRIEF.name, "Deputy Minister", "Americas desk", language="en", files=files)
    record = made.record(desk, made.candidates)
    written = commented(record.brief, record.comments)
    return one_line(" ".join([written, *(text.text for text in texts.values())]))


def test_what_the_readme_drafts_reads_as_sentences_with_nobody_on_a_wrong_side() -> None:
    made = draft({key: read_source(BRIEF / "sources" / name) for key, name in SOURCES.items()})
    brief = made.record(DeskInput(BRIEF.name), made.candidates).brief
    assert brief.outcomes[0].statement == (
        "The United States and Serbia would hold a bilateral strategic dialogue later this year to "
        "deepen economic and security ties"
    )
    assert brief.follow_ups[0].action.startswith("Hold a bilateral strategic dialogue")
    people = {each.name: each.party for each in brief.events[0].participants}
    assert people["Đurić"] == "rs"
    assert {people.get(name) for name in ("Rubio", "Allison Hooker", "Trump")} <= {None, "us"}


def one_line(text: str) -> str:
    return " ".join(text.split())


def edits(old: str, new: str) -> list[Edit]:
    """Pastes, each the longest there is, and what is typed between them."""
    places = defaultdict(list)
    for start in range(len(old) - PASTE + 1):
        places[old[start : start + PASTE]].append(start)
    found: list[Edit] = []
    at = 0
    while at < len(new):
        pastes = [(common(old[start:], new[at:]), start) for start in places[new[at : at + PASTE]]]
        length, start = max(pastes, default=(0, 0))
        if length:
            found.append((start, length))
            at += length
        else:
            found.append(new[at])
            at += 1
    return found


def common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def test_at_most_a_quarter_of_the_shipped_brief_is_typed_by_hand() -> None:
    old = material()
    new = one_line((BRIEF / "brief.yaml").read_text(encoding="utf-8"))

    made = edits(old, new)

    pieces = [each if isinstance(each, str) else old[each[0] : sum(each)] for each in made]
    assert "".join(pieces) == new
    typed = sum(len(each) for each in made if isinstance(each, str))
    assert typed <= len(new) / 4
