"""Feed damaged and hostile files to bluf, guided by the lines of its code that they reach.

    python scripts/fuzz.py gate --seconds 1200
    python scripts/fuzz.py template --seconds 60 --seed 7
    python scripts/fuzz.py tags --runs 1000

Nothing but the standard library is needed. An input that reaches a new line is kept and changed
further. Any exception other than ours, and any input that takes more than five seconds of processor
time, is a fault: the input is written below ``--out`` and the exit code is 1.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import time
import traceback
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from octavo.expressions.scan import scan
from octavo.finding import FindingsError, Level
from octavo.ooxml import read_package, read_text, write_package
from octavo.ooxml.comparison import compare
from octavo.ooxml.metadata import scrub
from octavo.ooxml.structure import check_structure
from octavo.word import compile_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType, FrameType

ROOT = Path(__file__).parents[1]
SLOWEST = 5.0
_SOURCE = str(ROOT / "src")
_DATES = (2026, 1, 1, 0, 0, 0)
_NUMBERS = (0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_TOKEN = re.compile(r"<[^>]*>|\{[{%#].*?[}%#]\}|[^<{]+|[<{]", re.DOTALL)
_WORDS = (
    *("{{", "}}", "{%", "%}", "{#", "#}", "{{ a }}", "{% for a in b %}", "{% endfor %}", "{_{"),
    *("{% if a %}", "{% else %}", "{% endif %}", "{%p if a %}", "{%tr for a in b %}", "{%tc a %}"),
    *("{%- if a -%}", "{%- else -%}", "{%- endif -%}", "{{- a -}}", "-%_}", "{%- endfor %}", " "),
    *("{{r a }}", "{% raw %}", "{% endraw %}", "{% set a = b %}", "{{ a|join(', ') }}", "{% vm %}"),
    *("“", "\u00a0", "&amp;", "&#0;", "&x;", "<!DOCTYPE a>", "<![CDATA[x]]>", "<!-- x -->"),
    *("<w:p>", "</w:p>", "<w:p/>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>"),
    *("<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt><w:sdtContent>", "<w:sectPr/>"),
    *("<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<w:vanish/>", '<w:sym w:char="F0B7"/>'),
    *('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "DDEAUTO x"),
    *('<w:instrText>HYPERLINK "x"</w:instrText>', '<w:altChunk r:id="rId1"/>', "<w:object/>"),
    *('<w:footnoteReference w:id="2"/>', '<w:bookmarkStart w:id="1" w:name="a"/>', "javascript:"),
    *('<w:gridSpan w:val="99"/>', '<w:gridSpan w:val="-1"/>', "-1", "99999999999", "\ud7ff", ""),
)


def fuzz_gate(data: bytes) -> None:
    """Whatever passes the gate can be read, written again, checked, cleaned and compared."""
    package = read_package(data, "fuzz.docx")
    read_text(package)
    check_structure(package, package.trees())
    scrub(package, lambda text: "{{" in text)
    again = read_package(write_package(package, {}), "again.docx")
    if list(again.parts) != list(package.parts) or compare(package, again):
        raise AssertionError("a file differs from what is written of it")


def fuzz_template(data: bytes) -> None:
    """A template has faults, or fills, or says what is wrong with the values."""
    package = read_package(data, "fuzz.docx")
    sound = not _errors(data)
    filled = compile_package(package).render({"a": "<&>", "b": ["1", "2"], "c": {"d": 3}})
    if sound and _errors(filled):
        raise AssertionError("a sound template gives a file that Word would repair")


def _errors(data: bytes) -> list[str]:
    package = read_package(data, "fuzz.docx")
    found = check_structure(package, package.trees())
    return [finding.message for finding in found if finding.level is Level.ERROR]


def fuzz_tags(data: bytes) -> None:
    """Any text can be scanned for tags."""
    scan(data.decode("utf-8", "replace"))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "gate": fuzz_gate,
    "template": fuzz_template,
    "tags": fuzz_tags,
}


def seeds(target: str) -> list[bytes]:
    """Good files, and hostile ones, to begin with."""
    if target == "tags":
        return [" ".join(_WORDS).encode("utf-8", "replace")]
    paths = [*ROOT.glob("templates/*.docx"), *ROOT.glob("tests/hostile/files/*.docx")]
    return [path.read_bytes() for path in sorted(paths) if path.stat().st_size < 200_000]


@dataclass
class Fuzzer:
    """One run: inputs that reached something new, and what was found."""

    target: Callable[[bytes], None]
    out: Path
    random: random.Random
    corpus: list[bytes]
    unreached: dict[CodeType, set[int]] = field(default_factory=dict)
    reached: int = 0
    faults: int = 0
    runs: int = 0

    def run(self, seconds: float, runs: int) -> None:
        """Until the time or the number of runs is up."""
        end = time.monotonic() + seconds
        for data in list(self.corpus):
            self.try_one(data)
        while time.monotonic() < end and self.runs < runs:
            self.try_one(mutate(self.random.choice(self.corpus), self.random))

    def try_one(self, data: bytes) -> None:
        """Run the target on one input; keep the input if it reached a new line."""
        before = self.reached
        begun = time.process_time()
        try:
            self._traced(data)
        except FindingsError:
            pass
        except Exception:  # noqa: BLE001 - every other exception is what we look for
            self._report(data, traceback.format_exc())
        taken = time.process_time() - begun
        if taken > SLOWEST:
            self._report(data, f"{taken:.1f} seconds")
        if self.reached > before and self.runs:
            self.corpus.append(data)
        self.runs += 1

    def _traced(self, data: bytes) -> None:
        previous = sys.gettrace()
        sys.settrace(self._enter)
        try:
            self.target(data)
        finally:
            sys.settrace(previous)

    def _enter(self, frame: FrameType, event: str, arg: object) -> object:
        """Follow a function of ours as long as it has lines that were never reached."""
        del event, arg
        code = frame.f_code
        if code not in self.unreached:
            ours = code.co_filename.startswith(_SOURCE)
            self.unreached[code] = {line for *_, line in code.co_lines() if line} if ours else set()
        return self._line if self.unreached[code] else None

    def _line(self, frame: FrameType, event: str, arg: object) -> object:
        del event, arg
        lines = self.unreached[frame.f_code]
        if frame.f_lineno in lines:
            lines.discard(frame.f_lineno)
            self.reached += 1
        return self._line if lines else None

    def _report(self, data: bytes, text: str) -> None:
        self.faults += 1
        self.out.mkdir(parents=True, exist_ok=True)
        path = self.out / f"fault-{self.faults}.bin"
        path.write_bytes(data)
        path.with_suffix(".txt").write_text(text, encoding="utf-8")
        print(f"{path}: {text.strip().splitlines()[-1]}")


def mutate(data: bytes, chance: random.Random) -> bytes:
    """The input with some changes: of its bytes, or of the text of a part within it."""
    if chance.random() < 0.2:
        return mutate_bytes(data, chance)
    try:
        return mutate_part(data, chance)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return mutate_bytes(data, chance)
    except zipfile.zlib.error:
        return mutate_bytes(data, chance)


def mutate_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, left out, doubled, or overwritten by a number that often matters."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        length = chance.randint(1, 32)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length]
            case _:
                size = chance.choice((1, 2, 4))
                number = chance.choice(_NUMBERS) & ((1 << 8 * size) - 1)
                changed[at : at + size] = number.to_bytes(size, "little")
    return bytes(changed)


def mutate_part(data: bytes, chance: random.Random) -> bytes:
    """The archive with the tokens of one part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at = chance.randrange(len(members))
    name, content = members[at]
    members[at] = name, mutate_text(content.decode("utf-8"), chance).encode("utf-8", "replace")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in dict(members).items():
            archive.writestr(zipfile.ZipInfo(name, _DATES), content)
    return target.getvalue()


def mutate_text(text: str, chance: random.Random) -> str:
    """Tags and words left out, doubled, moved, or put in."""
    tokens = _TOKEN.findall(text)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(tokens) + 1)
        length = chance.randint(1, 8)
        match chance.randrange(5):
            case 0:
                del tokens[at : at + length]
            case 1:
                tokens[at:at] = tokens[at : at + length]
            case 2:
                to = chance.randrange(len(tokens) + 1)
                tokens[to:to] = tokens[at : at + length]
            case 3:
                tokens.insert(at, chance.choice(_WORDS))
            case _:
                tokens[at : at + 1] = mutate_word("".join(tokens[at : at + 1]), chance)
    return "".join(tokens)


def mutate_word(word: str, chance: random.Random) -> Iterator[str]:
    """One token with a value in it replaced."""
    parts = word.split('"')
    if len(parts) > 2:
        parts[chance.randrange(1, len(parts), 2)] = chance.choice(_WORDS).replace('"', "")
    yield '"'.join(parts)


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--runs", type=int, default=sys.maxsize)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("fuzz-out"))
    given = parser.parse_args(arguments)
    chance = random.Random(given.seed)
    fuzzer = Fuzzer(TARGETS[given.target], given.out, chance, seeds(given.target))
    fuzzer.run(given.seconds, given.runs)
    print(f"{fuzzer.runs} runs, {fuzzer.reached} lines reached, {fuzzer.faults} faults")
    return 1 if fuzzer.faults else 0


if __name__ == "__main__":
    sys.exit(main())
