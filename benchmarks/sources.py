"""How many true quotations of real files are found, and how many altered ones are not.

    python benchmarks/sources.py FOLDER [--most N]

FOLDER holds files of any kind that nobody here made. Independent readers give the text of each:
poppler and MuPDF for PDF, Chromium for pages, LibreOffice for Word files. Up to twelve sentences of
each file are looked up as they stand, then with one word changed. The table gives for each kind of
file: files, sentences, found, found with a warning that they may not be seen, altered ones
accepted; then every miss with ``-v``.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import subprocess
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bluf.evidence import Searchable, SourceError, decode_source, look_up_any, sightings
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.evidence import Sighting

MOST = 12
_SENTENCE = re.compile(r"(?<=[.!?؟。] )[^\W\d_][^.!?؟。\n]{30,220}[.!?؟。](?=\s)")
_HYPHEN = re.compile(r"(?<=[^\W\d_])(?:-\n|\u00ad\s)(?=[a-zà-ÿа-я])")
_BREAK = re.compile(r"\s+")
_BLOCK = re.compile(r"\n\s*\n|\f")
_FORMULA = re.compile("[\U0001d400-\U0001d7ff\u2200-\u22ff\u2a00-\u2aff]")
"""A sign of mathematics: a text without layout gives powers as figures beside their base."""


def pdf_sentences(path: Path) -> list[str]:
    """Sentences in words that poppler gives in both its orders, and MuPDF within one block.

    What only one of them reads so, one of them misread: a head or a page number within a sentence,
    two columns or a table read across, the label of a figure.
    """
    texts = []
    for order in ((), ("-raw",)):
        command = ["pdftotext", *order, "-cropbox", "-enc", "UTF-8", str(path), "-"]
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
        if b"couldn't find a font for character" in done.stderr:
            return []  # it leaves such letters out
        texts.append(_flat(done.stdout.decode("utf-8", "replace").replace("\f", "\n")))
    command = ["mutool", "draw", "-q", "-F", "txt", "-o", "-", str(path)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    blocks = [_letters(each) for each in _BLOCK.split(done.stdout.decode("utf-8", "replace"))]
    return [
        each
        for each in _SENTENCE.findall(texts[0])
        if each in texts[1]
        and not _FORMULA.search(each)
        and any(_letters(each) in block for block in blocks)
    ]


def _letters(text: str) -> str:
    """A text without what readers set otherwise: spaces, and hyphens at the ends of lines."""
    return re.sub(r"[\s\u00ad\u200b‐‑-]", "", text)


def page_sentences(path: Path) -> list[str]:
    """Sentences of blocks that Chromium shows, by its own ``innerText``."""
    with tempfile.TemporaryDirectory() as folder:
        probe = Path(folder, "page.html")
        data = path.read_bytes()
        script = (
            b"<script>addEventListener('load',()=>{const t=document.body.innerText;"
            b"document.documentElement.innerHTML='<pre id=bluf></pre>';"
            b"document.getElementById('bluf').textContent=t})</script>"
        )
        probe.write_bytes(data + script)
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,800",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=4000", "--dump-dom",
            f"file://{probe}",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    found = re.search(
        r'<pre id="bluf">(.*?)</pre>', done.stdout.decode("utf-8", "replace"), re.DOTALL
    )
    lines = html.unescape(found[1]).splitlines() if found else []
    cells = (cell for line in lines for cell in line.split("\t"))
    return [one for cell in cells for one in _SENTENCE.findall(f". {_flat(cell)} ")]


def word_sentences(path: Path) -> list[str]:
    """Sentences of paragraphs that LibreOffice shows; it prints what is deleted or struck too."""
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml")
    if any(mark in body for mark in (b"<w:del ", b"<w:moveFrom ", b"<w:strike/>")):
        return []
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "soffice", f"-env:UserInstallation=file://{folder}/u", "--headless", "--convert-to",
            "txt:Text (encoded):UTF8", "--outdir", folder, str(path),
        ]  # fmt: skip
        subprocess.run(command, capture_output=True, check=False, timeout=120)
        printed = next(Path(folder).glob("*.txt"), None)
        lines = printed.read_text(encoding="utf-8-sig").splitlines() if printed else []
    return [one for line in lines for one in _SENTENCE.findall(f". {_flat(line)} ")]


READERS = {".pdf": pdf_sentences, ".html": page_sentences, ".htm": page_sentences,
           ".docx": word_sentences}  # fmt: skip


def _flat(text: str) -> str:
    return _BREAK.sub(" ", _HYPHEN.sub("", text))


def altered(sentence: str, chance: random.Random) -> str:
    """The sentence with one word changed, or turned round by another one.

    A sentence that is written without spaces is taken sign by sign.
    """
    between = " " if sentence.count(" ") > 1 else ""
    words = sentence.split(" ") if between else list(sentence)
    at = chance.randrange(1, len(words) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        words[at] = words[at][:-1] + ("x" if words[at][-1] != "x" else "y")
    elif kind == 1:
        words.insert(at, "not")
    else:
        words[at : at + 1] = ["never", words[at]]
    return between.join(words)


def score(path: Path, most: int, *, verbose: bool) -> Iterator[str]:
    """What becomes of the sentences of one file."""
    chance = random.Random(path.name)
    try:
        sentences = list(dict.fromkeys(READERS[path.suffix.lower()](path)))
    except subprocess.TimeoutExpired:
        return
    chosen = chance.sample(sentences, min(most, len(sentences)))
    if not chosen:
        return
    yield "file"
    try:
        source = Searchable(decode_source(path.read_bytes(), path.name))
    except SourceError as error:
        yield from ("refused" for _ in chosen)
        if verbose:
            print(f"  refused {path.name}: {error.findings[0].message}")
        return
    changed = sightings(source, [altered(each, chance) for each in chosen], "en")
    hits = look_up_any(source, chosen)
    for words, hit in zip(chosen, hits, strict=True):
        stands = hit is not None and hit.stands
        yield "found" if stands else "missed"
        if hit and stands and hit.sight.doubts:
            yield "warned"
        if verbose and (not stands or (hit and hit.sight.doubts)):
            cause = (hit.joined or hit.sight.hidden or str(hit.sight.doubts)) if hit else "absent"
            print(f"  {path.name}: {cause}: {words}")
    yield from ("accepted" for found in changed if found and _is_accepted(found))


def _is_accepted(found: Sighting) -> bool:
    """Whether nothing speaks against words that are not the source's own."""
    return found.seen is not False and all(one[1] is not Level.ERROR for one in found.remarks)


def main() -> None:
    """Score every file of a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=MOST)
    parser.add_argument("-v", action="store_true", dest="verbose")
    given = parser.parse_args()
    by_kind: dict[str, Counter[str]] = {}
    begun = time.perf_counter()
    for path in sorted(given.folder.rglob("*")):
        kind = path.suffix.lower()
        if kind in READERS:
            counts = by_kind.setdefault(kind, Counter())
            counts.update(score(path, given.most, verbose=given.verbose))
    for kind, counts in by_kind.items():
        asked = counts["found"] + counts["missed"] + counts["refused"]
        share = 100 * counts["found"] / max(1, asked)
        print(
            f"{kind}: {counts['file']} files, {asked} sentences, {counts['found']} found "
            f"({share:.1f} %), {counts['warned']} warned, {counts['accepted']} altered accepted"
        )
    print(f"{time.perf_counter() - begun:.0f} s, the independent readers included")


if __name__ == "__main__":
    main()
