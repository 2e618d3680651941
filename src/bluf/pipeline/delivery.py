"""From a product to the disk: write what is asked for, or say what is stale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf import __version__, checks
from bluf.checks import run
from bluf.files import leaves_its_folder, write_atomic
from bluf.roundtrip import with_version
from octavo.finding import Finding, Level
from octavo.ooxml import same_parts

if TYPE_CHECKING:
    from bluf.pipeline.order import KeptVersion, Output, Product


class Delivery(Struct, frozen=True):
    """What was done with the outputs of a product.

    Attributes:
        written: Those that were not as they should be.
        fresh: Those that were.
        kept: A finding for each that somebody edited by hand, and that was left as it is.
        notes: What else there is to say, such as that a file had been saved again elsewhere.
        failed: Why each of the others could not be written, such as one that is open in Word.
    """

    written: tuple[Output, ...]
    fresh: tuple[Output, ...] = ()
    kept: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    failed: tuple[OSError, ...] = ()


def deliver(product: Product, *, overwrite: bool = False) -> Delivery:
    """Write the outputs that are not yet as they should be; never over an edit unasked.

    A file that cannot be written is as it was, and does not stop the others.

    Args:
        product: The outputs as they should be.
        overwrite: Whether edits may be lost.
    """
    fresh = tuple(each for each in product.outputs if _is_fresh(each))
    changed = [each for each in product.outputs if each not in fresh]
    guarded = {} if overwrite else {each.path: _told(each, product.kept) for each in changed}
    said = [each for each in guarded.values() if each]
    kept = tuple(each for each in said if each.level is Level.ERROR)
    edited = {path for path, told in guarded.items() if told in kept}
    if product.kept and not edited:
        _keep(product.kept, product.outputs)
    written, failed = [], []
    for output in (each for each in changed if each.path not in edited):
        try:
            write_atomic(output.path, output.content)
        except OSError as error:
            failed.append(error)
        else:
            written.append(output)
    notes = tuple(each for each in said if each not in kept)
    return Delivery(tuple(written), fresh, kept, notes, tuple(failed))


def written(product: Product) -> tuple[Output, ...]:
    """Write outputs that nobody edits, and say which were not as they should be.

    Raises:
        OSError: One could not be written; the others were.
    """
    done = deliver(product, overwrite=True)
    for error in done.failed:
        raise error
    return done.written


def _told(output: Output, kept: KeptVersion | None) -> Finding | None:
    """What is to be told before a file is written over."""
    if not output.path.is_file():
        return None
    from bluf.pipeline.guard import guard  # only where there is one

    return guard(output, kept)


def _keep(kept: KeptVersion, outputs: Iterable[Output]) -> None:
    """Keep a version before it is written: one without its outputs does no harm."""
    digest = kept.base.digest if kept.base else None
    others = {each.path.name: each.content for each in outputs if each.path.suffix != ".docx"}
    state = with_version(kept.state, digest, others)
    if state == kept.state and not kept.base:
        return  # nothing but Word files, which know of themselves
    for path, content in kept.shelf.files(state, kept.base).items():
        if not path.is_file() or path.read_bytes() != content:
            write_atomic(path, content)
    for path in kept.shelf.outdated(state):
        path.unlink()


def stale(product: Product, make_again: Callable[[], Product]) -> tuple[Finding, ...]:
    """What the rules say of each output, against what lies on the disk.

    A file that is as it should be has thereby been made twice alike, at two times and by two
    processes. Only where one differs is the product made a second time, to tell a file that is
    out of date from one that no two builds give alike.

    PDF and pictures are passed over: other programs make them, with the time of day in them.

    Args:
        product: The outputs as they should be.
        make_again: Makes the same product from nothing; called at most once.
    """
    again = cache(lambda: {each.path: each.content for each in make_again().outputs})
    outputs = (each for each in product.outputs if each.path.suffix not in _MADE_BY_OTHERS)
    return tuple(finding for each in outputs for finding in _stale(each, again, product.kept))


_MADE_BY_OTHERS = (".pdf", ".png")


def _stale(
    output: Output, again: Callable[[], Mapping[Path, bytes]], kept: KeptVersion | None
) -> tuple[Finding, ...]:
    path, expected, stands = str(output.path), output.content, _stands(output)
    if stands is None:
        return run(checks.FinishedOutput(path, None, expected))
    if same_parts(stands, expected):
        return ()
    from bluf.pipeline.guard import differences  # only where there is one

    second = again().get(output.path, expected)
    differ = differences(stands, expected, path)
    vary = differences(expected, second, path) if second != expected else ()
    by = _other_version(output, stands, kept)
    return run(checks.FinishedOutput(path, stands, expected, second, differ, vary, by))


def _other_version(output: Output, stands: bytes, kept: KeptVersion | None) -> str:
    """The other version of bluf that wrote what stands; empty where it is not known."""
    if kept is None or kept.state.made_by in {"", __version__}:
        return ""
    return kept.state.made_by if kept.state.wrote(output.path.name, stands) else ""


def _is_fresh(output: Output) -> bool:
    stands = _stands(output)
    return stands is not None and same_parts(stands, output.content)


def _stands(output: Output) -> bytes | None:
    """What lies where an output belongs; what lies elsewhere is neither shown nor compared."""
    if leaves_its_folder(output.path) or not output.path.is_file():
        return None
    return output.path.read_bytes()
