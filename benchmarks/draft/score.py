"""How good the drafts of ``bluf draft`` are, on public documents that were marked by hand.

Run ``python benchmarks/draft/score.py --texts FOLDER``. The folder holds the text of each document
as ``NAME.txt``; the marks in ``gold/NAME.toml`` give its address, the words it begins and ends
with, and its SHA-256. Texts are not ours to publish; the script names those that are missing.
``--set seen`` scores the documents that the rules were made with alone, and ``--failures`` tells
each fault of them: those of the blind documents are never told.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluf.draft.baseform import is_same
from bluf.draft.sentences import sentences
from bluf.draft.source import account_of
from bluf.evidence import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.draft.candidate import Candidate
    from bluf.draft.source import SourceAccount

Gold = dict[str, Any]
GOLD = Path(__file__).parent / "gold"
UNMEASURED = ("ar", "zh")
"""Languages that are reported and need not reach the marks."""
BLIND = tuple(f"{name}blind" for name in ("", "second ", "third ", "fourth ", "fifth ", "sixth "))
ANYWHERE = "?"
"""The place of a document that does not say it plainly: not scored."""


def main() -> int:
    """Print a line for each language, each kind, and each set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--set", choices=("seen", *BLIND))
    parser.add_argument("--failures", action="store_true")
    arguments = parser.parse_args()
    scores: dict[str, Counter[str]] = {}
    for path in sorted(GOLD.glob("*.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        if arguments.set not in {None, gold["set"]}:
            continue
        text = arguments.texts / f"{path.stem}.txt"
        if fault := missing(text, gold):
            print(f"missing: {text}: {fault}", file=sys.stderr)
            continue
        account = account_of(read_source(text), path.stem, gold["language"])
        counts = Counter(counted(gold, account))
        for group in groups(gold):
            scores.setdefault(group, Counter()).update(counts)
        if arguments.failures and gold["set"] == "seen":
            tell(path.stem, gold, account)
    for group, counts in scores.items():
        print(f"{group:22} {line(counts)}")
    return 0 if scores else 1


def missing(text: Path, gold: Gold) -> str:
    """What is wrong with the text of a document; empty where it is the one that was marked."""
    where = f"{gold['address']} (from “{gold['begins']}” to “{gold['ends']}”)"
    if not text.exists():
        return where
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    return "" if digest == gold["sha256"] else f"not the text that was marked: {where}"


def groups(gold: Gold) -> Iterator[str]:
    """The lines of the report that a document counts in."""
    yield f"language {gold['language']}"
    yield f"kind {gold['kind']}"
    if gold["language"] not in UNMEASURED:
        yield f"all, {gold['set']}"
        yield "all"


def counted(gold: Gold, account: SourceAccount) -> dict[str, int]:
    """Everything that is counted of one document."""
    items = [item for item in gold.get("items", []) if item.get("belongs") != "perhaps"]
    text = "".join(account.text.text.split())  # a wrapped line of Chinese has no space
    counts = {"documents": 1, "items": len(items), **offered(gold, account.candidates)}
    counts["found"] = sum(
        any(overlaps(item, each) for each in account.candidates) for item in items
    )
    counts["not there"] = sum(
        "".join(part.split()) not in text
        for each in account.candidates
        for part in each.evidence[0].quote.split(" […] ")
    )
    counts |= floor(items, [each.text for each in sentences(account.text.text)])
    return counts | people(gold, account) | occasion(gold, account)


def offered(gold: Gold, candidates: Iterable[Candidate]) -> dict[str, int]:
    """How much of what is offered belongs there, and how much of that is of the right kind."""
    counts: Counter[str] = Counter()
    for candidate in candidates:
        matched = [item for item in gold.get("items", []) if overlaps(item, candidate)]
        certain = [item for item in matched if item.get("belongs") != "perhaps"]
        if matched and not certain:
            continue
        counts["offered"] += 1
        if not certain:
            continue
        counts["belong"] += 1
        kind = candidate.kind.value
        counts[f"{kind} given"] += 1
        counts[f"{kind} right"] += any(kind in item["kinds"] for item in certain)
        strengths = {word for item in certain for word in item.get("strengths", ())}
        if candidate.strength and strengths:
            counts["strengths"] += 1
            counts["strengths right"] += candidate.strength.value in strengths
    return dict(counts)


def overlaps(item: Gold, candidate: Candidate) -> bool:
    """Whether a candidate quotes what was marked."""
    quote = " ".join(candidate.evidence[0].quote.split())
    return item["quote"] in quote or quote in item["quote"]


def floor(items: list[Gold], texts: list[str]) -> dict[str, int]:
    """What offering every sentence would reach."""
    holding = [text for text in texts if any(item["quote"] in text for item in items)]
    reached = sum(any(item["quote"] in text for text in texts) for item in items)
    return {"sentences": len(texts), "sentences that belong": len(holding), "floor found": reached}


def people(gold: Gold, account: SourceAccount) -> dict[str, int]:
    """How many who took part were found, missed, or were only named."""
    names = [person.name for person in account.people]
    wanted, may = gold["participants"], gold.get("may_take_part", [])
    hit = sum(any(is_same(name, other) for other in names) for name in wanted)
    extra = sum(not any(is_same(name, other) for other in (*wanted, *may)) for name in names)
    return {"people right": hit, "people missed": len(wanted) - hit, "people extra": extra}


def occasion(gold: Gold, account: SourceAccount) -> dict[str, int]:
    """Whether day and place are right; a day is invented where it is another, or none is given."""
    day = str(account.occasion.day or "")
    right = day in gold["dates"]
    counts = {"dates": 1, "dates right": right, "dates invented": bool(day) and not right}
    if gold["place"] != ANYWHERE:
        mine, theirs = account.occasion.place.lower(), gold["place"].lower()
        same = mine == theirs or (bool(mine and theirs) and (mine in theirs or theirs in mine))
        counts |= {"places": 1, "places right": same}
    return counts


def line(counts: Counter[str]) -> str:
    """One line of the report."""
    right, missed, extra = (counts[f"people {name}"] for name in ("right", "missed", "extra"))
    kinds = " ".join(
        f"{kind} {share(counts, f'{kind} right', f'{kind} given')}"
        for kind in ("request", "outcome", "follow-up")
    )
    return (
        f"{counts['documents']:2} documents: recall {share(counts, 'found', 'items')}, "
        f"belongs {share(counts, 'belong', 'offered')} (every sentence: "
        f"{share(counts, 'floor found', 'items')}, "
        f"{share(counts, 'sentences that belong', 'sentences')}); {kinds}; "
        f"strengths {share(counts, 'strengths right', 'strengths')}; "
        f"participants F1 {2 * right / max(1, 2 * right + missed + extra):.2f}; "
        f"dates {share(counts, 'dates right', 'dates')}, {counts['dates invented']} invented; "
        f"places {share(counts, 'places right', 'places')}; "
        f"{counts['not there']} quotations not there"
    )


def share(counts: Counter[str], part: str, whole: str) -> str:
    """A share as people write it; a dash where there is nothing to share."""
    return f"{counts[part] / counts[whole]:.2f}" if counts[whole] else "–"


def tell(name: str, gold: Gold, account: SourceAccount) -> None:
    """Print each fault of one document."""
    for fault in (*faults_of_items(gold, account), *faults_of_occasion(gold, account)):
        print(f"{name}: {fault}", file=sys.stderr)


def faults_of_items(gold: Gold, account: SourceAccount) -> Iterator[str]:
    """What was missed, what does not belong there, and what is of another kind."""
    items = gold.get("items", [])
    for item in items:
        if not any(overlaps(item, each) for each in account.candidates):
            yield f"missed: {item['quote']}"
    for each in account.candidates:
        matched = [item for item in items if overlaps(item, each)]
        short = re.sub(r"\s+", " ", each.evidence[0].quote)[:100]
        if not matched:
            yield f"offered besides: {each.kind} {short}"
        elif not any(each.kind.value in item.get("kinds", [each.kind]) for item in matched):
            yield f"offered as {each.kind}: {short}"


def faults_of_occasion(gold: Gold, account: SourceAccount) -> Iterator[str]:
    """Who was missed or did not take part, and a day or a place that is another."""
    names = [person.name for person in account.people]
    wanted, may = gold["participants"], gold.get("may_take_part", [])
    for name in wanted:
        if not any(is_same(name, other) for other in names):
            yield f"person missed: {name}"
    for name in names:
        if not any(is_same(name, other) for other in (*wanted, *may)):
            yield f"person besides: {name}"
    found = occasion(gold, account)
    if not found["dates right"]:
        yield f"day {account.occasion.day}, not {gold['dates']}"
    if not found.get("places right", True):
        yield f"place {account.occasion.place}, not {gold['place']}"


if __name__ == "__main__":
    sys.exit(main())
