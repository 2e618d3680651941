"""Quotations true and altered, verified by bluf and by gtrex: wrong answers, and time.

    python benchmarks/verification.py [FILE_OR_FOLDER]...

The texts are the files named, else the sources of the shipped briefs. From each come the same
passages for both: as they stand, as a careful author writes them (typographic signs, line breaks,
marked omissions, a bracketed capital), and altered in one of eight ways. gtrex runs with its own
policies, of which its manual calls STRICT the one for verbatim quotation.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from gtrex import DEFAULT, STRICT, Verifier

from bluf.evidence import READERS, Searchable, SourceError, read_source, sightings
from bluf.verification.draft import paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bluf.evidence import SourceText

PASSAGES = 60
"""Passages of each text."""
_ROOT = Path(__file__).parents[1]
_NEGATIONS = ("not", "never", "no", "nicht", "kein", "ne", "pas", "no", "не", "ne", "није")

Case = tuple[str, bool, str]
"""The kind, whether the source says it, and the words."""


def typographic(words: str) -> str:
    """Other signs for the same words."""
    table = str.maketrans({"'": "’", '"': "“", "-": "‑"})
    return re.sub(r" ", lambda _: random.choice((" ", "\u00a0", "\n")), words.translate(table))


def omitting(words: str) -> str:
    """A marked omission of some words that turn nothing."""
    each = words.split()
    middle = len(each) // 2
    left_out = " ".join(each[middle : middle + 2])
    if re.search(r"[.!?]|\d", left_out) or any(w.lower() in _NEGATIONS for w in left_out.split()):
        return words
    return " ".join([*each[:middle], "[…]", *each[middle + 2 :]])


def other_number(words: str) -> str:
    """A digit becomes another one."""
    return re.sub(r"\d", lambda found: str((int(found[0]) + 3) % 10), words, count=1)


def with_negation(words: str) -> str:
    """“not” before a word in the middle."""
    each = words.split()
    each.insert(len(each) // 2, "not")
    return " ".join(each)


def without_word(words: str) -> str:
    """A word in the middle is gone, and nothing says so."""
    each = words.split()
    del each[len(each) // 2]
    return " ".join(each)


def other_word(words: str) -> str:
    """A word in the middle becomes another word of the passage."""
    each = words.split()
    each[len(each) // 2] = each[0].lower()
    return " ".join(each)


def swapped(words: str) -> str:
    """Two words change places."""
    each = words.split()
    middle = len(each) // 2
    each[middle], each[middle + 1] = each[middle + 1], each[middle]
    return " ".join(each)


def cut_word(words: str) -> str:
    """The first letter of the first word and the last of the last one are gone."""
    return words[1:-1]


def other_name(words: str) -> str:
    """A capital word becomes another one."""
    return re.sub(r"(?<=\s)[^\W\d_a-zа-я]\w{3,}", "Smith", words, count=1)


def stitched(words: str) -> str:
    """Two halves from both ends of the passage, joined as one."""
    each = words.split()
    third = len(each) // 3
    return " ".join([*each[:third], *each[-third:]])


TRUE: dict[str, Callable[[str], str]] = {
    "as it stands": lambda words: words,
    "typographic signs": typographic,
    "marked omission": omitting,
    "bracketed capital": lambda words: (
        f"[{words[0].swapcase()}]{words[1:]}" if words[0].isalpha() else words
    ),
}
ALTERED: dict[str, Callable[[str], str]] = {
    "another number": other_number,
    "a negation more": with_negation,
    "a word less": without_word,
    "another word": other_word,
    "words in another order": swapped,
    "a word cut in two": cut_word,
    "another name": other_name,
    "halves joined": stitched,
}


def cases_of(source: SourceText, chance: random.Random) -> Iterator[Case]:
    """The cases of one text; an alteration that changes nothing, or that stands there, is none."""
    flat = " ".join(source.text.split())
    blocks = [source.text[slice(*span)].split() for span in paragraphs(source)]
    long_ones = [block for block in blocks if len(block) >= 12]
    for _ in range(min(PASSAGES, len(flat.split()) // 40) if long_ones else 0):
        block = chance.choice(long_ones)
        length = chance.randint(8, min(30, len(block) - 2))
        start = chance.randrange(len(block) - length)
        passage = " ".join(block[start : start + length]).rstrip(".,;:")
        if not (passage[0] + passage[-1]).isalnum() or re.search(r"\[|…|\.\.\.", passage):
            continue
        for kind, make in TRUE.items():
            yield kind, True, make(passage)
        for kind, make in ALTERED.items():
            altered = make(passage)
            cuts = kind == "a word cut in two" and passage[:2].isalnum() and passage[-2:].isalnum()
            if altered != passage and (cuts or altered not in flat):
                yield kind, False, altered


def by_bluf(text: Searchable, quotes: list[str]) -> list[bool]:
    """What bluf finds, warned of or not."""
    found = sightings(text, quotes, "en")
    return [each is not None and each.seen is not False for each in found]


def by_gtrex(text: Searchable, quotes: list[str], policy: object) -> list[bool]:
    """What gtrex calls grounded."""
    verifier = Verifier(text.source.text, policy)
    return [verifier.verify(quote).grounded for quote in quotes]


def sources(paths: list[str]) -> Iterator[Searchable]:
    """The texts, of at least 400 words."""
    for path in map(Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix.lower() not in READERS or not file.is_file():
                continue
            try:
                source = read_source(file)
            except SourceError as error:
                print(f"left out: {file}: {error}")
                continue
            if len(source.text.split()) >= 400:
                yield Searchable(source)


def main() -> None:
    """Print a table: each kind of case, and how many each program got wrong."""
    random.seed(11)
    chance = random.Random(11)
    wrong: defaultdict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    named = sys.argv[1:] or [str(path) for path in sorted(_ROOT.glob("briefs/*/sources"))]
    texts = list(sources(named))
    programs = {
        "bluf": by_bluf,
        "gtrex DEFAULT": lambda text, quotes: by_gtrex(text, quotes, DEFAULT),
        "gtrex STRICT": lambda text, quotes: by_gtrex(text, quotes, STRICT),
    }
    for text in texts:
        cases = list(cases_of(text.source, chance))
        total.update(kind for kind, _, _ in cases)
        for name, verify in programs.items():
            begun = time.perf_counter()
            answers = verify(text, [words for _, _, words in cases])
            seconds[name] += time.perf_counter() - begun
            wrong[name].update(
                kind for (kind, true, _), said in zip(cases, answers, strict=True) if said != true
            )
    print(f"{len(texts)} texts, {total.total()} quotations\n")
    print(f"{'':26}{'cases':>7}" + "".join(f"{name:>16}" for name in programs))
    for title, kinds in (("refused wrongly", TRUE), ("accepted wrongly", ALTERED)):
        print(title)
        for kind in kinds:
            row = "".join(f"{wrong[name][kind]:>16}" for name in programs)
            print(f"  {kind:24}{total[kind]:>7}{row}")
    print(f"{'seconds':33}" + "".join(f"{seconds[name]:>16.2f}" for name in programs))


if __name__ == "__main__":
    main()
