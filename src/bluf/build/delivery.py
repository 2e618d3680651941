"""From a product to the disk: write what is asked for, or say what is stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf import checks
from bluf.build.difference import differences
from bluf.build.write import write_atomic
from bluf.checks import run

if TYPE_CHECKING:
    from bluf.build.order import Output, Product
    from bluf.finding import Finding


def deliver(product: Product) -> tuple[Output, ...]:
    """Write the outputs that are not yet as they should be, and say which those were.

    Raises:
        OSError: One could not be written; the old file is as it was.
    """
    changed = tuple(each for each in product.outputs if _stands(each) != each.content)
    for output in changed:
        write_atomic(output.path, output.content)
    return changed


def stale(product: Product) -> tuple[Finding, ...]:
    """What the rules say of each output, against what lies on the disk.

    PDF and pictures are passed over: other programs make them, with the time of day in them.
    """
    outputs = (each for each in product.outputs if each.path.suffix not in _MADE_BY_OTHERS)
    return tuple(finding for output in outputs for finding in _stale(output))


_MADE_BY_OTHERS = (".pdf", ".png")


def _stale(output: Output) -> tuple[Finding, ...]:
    path, stands = str(output.path), _stands(output)
    if stands == output.content:
        return ()
    differ = differences(stands, output.content, path) if stands is not None else ()
    return run(checks.Output(path, stands, output.content, differences=differ))


def _stands(output: Output) -> bytes | None:
    return output.path.read_bytes() if output.path.is_file() else None
