"""What the fields of a record mean, as the text under each says it.

Read from the source when somebody asks: the commands that make briefs never do.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise


@cache
def meanings(record: type) -> dict[str, str]:
    """The text under each field of a class, by the field's name; inherited ones come first."""
    found: dict[str, str] = {}
    for base in reversed(record.__mro__):
        if "__annotations__" in vars(base):
            found |= _own(base)
    return found


def _own(record: type) -> dict[str, str]:
    try:
        source = inspect.getsource(record)
    except (OSError, TypeError):  # a class of the interpreter itself has no source
        return {}
    (definition,) = ast.parse(textwrap.dedent(source)).body
    assert isinstance(definition, ast.ClassDef)  # noqa: S101 - getsource gave a class
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
