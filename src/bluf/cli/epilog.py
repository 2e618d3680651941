"""The end of a command's help: its examples, laid out so that none breaks in a terminal."""

from __future__ import annotations

import re

_WIDTH = 76
"""Help has 80 columns, of which it indents by two."""
_AS_IT_IS = "\b"
"""Before a paragraph that the help must not fill anew."""
_REMARK = "  # "


def laid_out(epilog: str | None) -> str | None:
    """Examples as a block: remarks in one column, or each above its command.

    An example stands on a line of its own, further in, two spaces before its remark.
    """
    if epilog is None:
        return None
    head, *others = epilog.strip().split("\n\n")
    rows = [each for each in others if each.startswith("  ")]
    notes = [each for each in others if not each.startswith("  ")]
    return "\n\n".join([f"{_AS_IT_IS}\n{head}\n" + "\n".join(_block(rows)), *notes])


def _block(rows: list[str]) -> list[str]:
    pairs = [(*re.split(r"\s{2,}", row.strip(), maxsplit=1), "")[:2] for row in rows]
    width = max(len(command) for command, _ in pairs)
    if width + len(_REMARK) + max(len(remark) for _, remark in pairs) > _WIDTH:
        lines = (f"# {remark}\n  {command}" if remark else command for command, remark in pairs)
    else:
        lines = (
            f"{command:<{width}}{_REMARK}{remark}" if remark else command
            for command, remark in pairs
        )
    return [f"  {line}" for line in lines]
