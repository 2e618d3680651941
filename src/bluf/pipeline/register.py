"""The register over many briefs: data files read wherever the executor works, outputs made here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.data import read
from bluf.markings import Schemes
from bluf.pipeline.order import KeptVersion, Output, Product
from bluf.pipeline.templates import find_template
from bluf.redaction import Audience, Redacted, left_out_in_words, redacted, relinked
from bluf.register import (
    TEMPLATED,
    BriefLinks,
    Register,
    RegisteredBrief,
    entangled,
    link,
    make_card,
    read_card,
    rendered,
)
from bluf.roundtrip import ALLOWED, VersionStore, stamped
from octavo.finding import Finding, FindingsError
from octavo.ooxml import read_package, write_package

if TYPE_CHECKING:
    from bluf.pipeline.executors import Executor

_BATCH = 16
"""Data files for one unit of work: enough that sending it costs nothing beside doing it."""
_BETWEEN = frozenset({"brief-id-twice", "link-two-heirs"})


class ReadCards(Struct, frozen=True):
    """What came of reading data files: the cards of those that are sound, what is wrong else.

    ``left_out`` says of each brief what an audience does not see of it, for the analyst alone.
    """

    cards: tuple[RegisteredBrief, ...] = ()
    refused: tuple[Finding, ...] = ()
    left_out: tuple[str, ...] = ()


def read_cards(
    paths: Iterable[Path],
    executor: Executor,
    *,
    batch: int = _BATCH,
    watch: Callable[[Iterator[ReadCards]], Iterable[ReadCards]] = iter,
) -> ReadCards:
    """The cards of many data files, in order; one that is refused does not stop the others.

    Args:
        paths: The data files.
        executor: Where they are read.
        batch: How many of them are one unit of work.
        watch: Hands on what came of each file, and may say how many are done.
    """
    batches = executor.map(read_batch, _batches(paths, batch))
    readings = list(watch(chain.from_iterable(batches)))
    return ReadCards(
        tuple(card for reading in readings for card in reading.cards),
        tuple(finding for reading in readings for finding in reading.refused),
    )


def read_cards_for(paths: Iterable[Path], audience: Audience, schemes: Schemes) -> ReadCards:
    """The cards of many data files as an audience may see them, in order.

    A brief that has no version for the audience is not there for it.
    """
    cuts: list[Redacted] = []
    refused: list[Finding] = []
    left_out: list[str] = []
    for path in paths:
        try:
            whole = read(path)
        except FindingsError as error:
            refused += error.findings
            continue
        try:
            cuts.append(redacted(whole, audience, schemes))
        except FindingsError:
            left_out.append(f"{whole.brief.id}: left out: all of it")
        else:
            words = left_out_in_words(whole.brief, cuts[-1].left_out)
            left_out += [f"{whole.brief.id}: left out: {words}"] if words else []
    refs = {old: new for cut in cuts for old, new in cut.refs.items()}
    cards = tuple(make_card(relinked(cut.data, refs)) for cut in cuts)
    return ReadCards(cards, tuple(refused), tuple(left_out))


def read_batch(paths: tuple[Path, ...]) -> tuple[ReadCards, ...]:
    """The unit of work that is sent to other processes."""
    return tuple(map(_reading, paths))


def _reading(path: Path) -> ReadCards:
    try:
        return ReadCards(cards=(read_card(path),))
    except FindingsError as error:
        return ReadCards(refused=error.findings)


def faults_between(found: Sequence[BriefLinks], executor: Executor) -> tuple[Finding, ...]:
    """What is wrong between briefs and shows in no brief with those it is carried from.

    Two briefs that carry on the same item, or have the same id, know nothing of each other. Only
    such briefs are read once more, so that memory does not grow with the number of the others.
    """
    linked = link(read_cards(map(Path, entangled(found)), executor).cards, partial=True)
    return tuple(finding for finding in linked.findings if finding.rule in _BETWEEN)


def render_register(register: Register, kind: str, templates: Path | None = None) -> bytes:
    """The register in one format, by name.

    Args:
        register: What to write.
        kind: Name of a format, such as ``html``.
        templates: Folder of the user's own templates, for the formats that have one.

    Raises:
        octavo.finding.FindingsError: The template is missing or refused.
    """
    template = find_template("register", kind, templates) if kind in TEMPLATED else None
    made = rendered(register, kind, template)
    return _in_language(made, register) if kind == "docx" else made


def _in_language(document: bytes, register: Register) -> bytes:
    """A Word file whose text is said to be in the language of the register, right to left too."""
    from bluf.pipeline.page_setup import set_up  # only for Word

    package = read_package(document, "register.docx")
    return write_package(set_up(package, paper="a4", language=register.language))


def register_product(outputs: Iterable[tuple[Path, bytes]], *, final: bool = False) -> Product:
    """Outputs of the register as a product, to be delivered or compared as any other.

    Args:
        outputs: Where each goes, and what it holds.
        final: Whether they leave the house: then nothing is kept of them beside them.
    """
    if final:
        return Product("register", tuple(Output(path, content) for path, content in outputs))
    made = tuple(stamped_output(path, content) for path, content in outputs)
    shelf = VersionStore.beside(made[0].path, "register")
    return Product("register", made, kept=KeptVersion(shelf, shelf.state()))


def filled_product(path: Path, content: bytes) -> Product:
    """A template that was filled, as a product, to be delivered as any other."""
    shelf = VersionStore.beside(path, FILLED)
    output = stamped_output(path, content)
    return Product(FILLED, (output,), kept=KeptVersion(shelf, shelf.state()))


def stamped_output(path: Path, content: bytes) -> Output:
    """An output; a Word file says by itself whether it was edited."""
    if path.suffix == ".docx":
        content = write_package(stamped(read_package(content, path.as_posix(), allow=ALLOWED)))
    return Output(path, content)


FILLED = "filled"
"""The shelf of what ``bluf render`` writes: no brief's, whose id is the name of its folder."""


def _batches(paths: Iterable[Path], size: int) -> Iterator[tuple[Path, ...]]:
    ordered = iter(paths)
    while batch := tuple(islice(ordered, size)):
        yield batch
