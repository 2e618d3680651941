"""From a product to the disk: write what is asked for, or say what is stale."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bluf import checks
from bluf.checks import run
from bluf.files import leaves_its_folder, write_atomic
from bluf.pipeline.difference import differences
from octavo.ooxml import same_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bluf.pipeline.order import Output, Product
    from octavo.finding import Finding


def deliver(product: Product) -> tuple[Output, ...]:
    """Write the outputs that are not yet as they should be, and say which those were.

    Raises:
        OSError: One could not be written; the old file is as it was.
    """
    changed = tuple(each for each in product.outputs if not _is_fresh(each))
    for output in changed:
        write_atomic(output.path, output.content)
    return changed


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
    return tuple(finding for output in outputs for finding in _stale(output, again))


_MADE_BY_OTHERS = (".pdf", ".png")


def _stale(output: Output, again: Callable[[], Mapping[Path, bytes]]) -> tuple[Finding, ...]:
    path, expected, stands = str(output.path), output.content, _stands(output)
    if stands is None:
        return run(checks.Output(path, None, expected))
    if same_parts(stands, expected):
        return ()
    second = again().get(output.path, expected)
    differ = differences(stands, expected, path)
    vary = differences(expected, second, path) if second != expected else ()
    return run(checks.Output(path, stands, expected, second, differ, vary))


def _is_fresh(output: Output) -> bool:
    stands = _stands(output)
    return stands is not None and same_parts(stands, output.content)


def _stands(output: Output) -> bytes | None:
    """What lies where an output belongs; what lies elsewhere is neither shown nor compared."""
    if leaves_its_folder(output.path) or not output.path.is_file():
        return None
    return output.path.read_bytes()
