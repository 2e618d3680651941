"""From a product to the disk: write what is asked for, or say what is stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.build.write import write_atomic
from bluf.finding import Finding, Level
from bluf.location import FileLocation

if TYPE_CHECKING:
    from bluf.build.order import Output, Product


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
    """A finding for each output that is missing or differs from what the data gives.

    PDF and pictures are passed over: other programs make them, with the time of day in them.
    """
    outputs = (each for each in product.outputs if each.path.suffix in _REPEATABLE)
    return tuple(finding for output in outputs for finding in _stale(output))


_REPEATABLE = (".docx", ".md")


def _stale(output: Output) -> list[Finding]:
    stands = _stands(output)
    if stands == output.content:
        return []
    missing = stands is None
    return [
        Finding(
            rule="output-stale",
            level=Level.ERROR,
            message="this output is missing"
            if missing
            else "this output is not what the data gives",
            location=FileLocation(str(output.path)),
            hint="run “bluf build”, and commit what it writes",
        )
    ]


def _stands(output: Output) -> bytes | None:
    return output.path.read_bytes() if output.path.is_file() else None
