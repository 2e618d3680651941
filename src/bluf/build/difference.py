"""What differs between a file that stands and the one the data gives, in a few lines."""

from __future__ import annotations

from difflib import unified_diff

_MOST = 8
_HEAD = 3  # names of both files, and where the first hunk is


def differences(stands: bytes, expected: bytes, path: str) -> tuple[str, ...]:
    """The first differences; none where nobody could tell the files apart.

    Args:
        stands: What lies at ``path``.
        expected: What the data gives.
        path: The output; the end of its name says what it is.
    """
    found = _word(stands, expected, path) if path.endswith(".docx") else _text(stands, expected)
    more = (f"… and {len(found) - _MOST} more",) if len(found) > _MOST else ()
    return (*found[:_MOST], *more)


def _word(stands: bytes, expected: bytes, path: str) -> tuple[str, ...]:
    from bluf.ooxml import PackageError, read_package  # noqa: PLC0415 - only where one is stale
    from bluf.ooxml.compare import compare  # noqa: PLC0415 - as above

    try:
        before, after = (read_package(data, path) for data in (stands, expected))
    except PackageError as error:
        return (str(error),)
    differ = compare(before, after)
    return tuple(
        f"{str(each.location).removeprefix(f'{path}: ')}: {each.message}" for each in differ
    )


def _text(stands: bytes, expected: bytes) -> tuple[str, ...]:
    before, after = (data.decode(errors="replace").splitlines() for data in (stands, expected))
    return tuple(unified_diff(before, after, n=0, lineterm=""))[_HEAD:]
