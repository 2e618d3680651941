"""Filters on lists and mappings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from jinja2 import Environment, pass_context, pass_environment
from jinja2.filters import FILTERS as _JINJA

from octavo.expressions.describe import describe, text_of
from octavo.expressions.fault import LIMITS, exceeded, unfit, unsafe
from octavo.expressions.filters.guard import Cost, check_attribute, copying, steps
from octavo.expressions.weigh import length, weigh

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from jinja2.sandbox import SandboxedEnvironment


def items_of(value: object) -> Iterable[object]:
    """The items of a list, the keys of a mapping.

    Raises:
        FaultError: The value is neither.
    """
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return value
    if value is None:
        return ()
    raise unfit(f"this needs a list, not {describe(value)}")


@pass_environment
def _join(
    environment: Environment, value: object, separator: object = "", attribute: str | None = None
) -> str:
    check_attribute(attribute)
    items = items_of(value)
    if attribute is not None:
        items = (_field(environment, item, attribute) for item in items)
    texts = [text_of(item) for item in items]
    between = text_of(separator)
    if sum(map(len, texts)) + len(between) * len(texts) > LIMITS.text:
        raise exceeded(f"“join” makes a text of more than {LIMITS.text:,} characters")
    return between.join(texts)


def _field(environment: Environment, item: object, path: str) -> object:
    for name in path.split("."):
        item = environment.getitem(item, int(name) if name.isdigit() else name)
    return item


def _items(value: object) -> list[tuple[object, object]]:
    if not isinstance(value, Mapping):
        raise unfit(f"“items” needs a mapping, not {describe(value)}")
    return list(value.items())


@pass_context
def _map(context: Context, value: object, *args: str, **kwargs: object) -> object:
    for name in args:
        if str(name).startswith("_"):
            raise unsafe(f"“{name}” is not a filter for templates")
    check_attribute(kwargs.get("attribute"))
    return _JINJA["map"](context, items_of(value), *args, **kwargs)


def _on_fields(name: str) -> Callable[..., object]:
    """One of Jinja's filters that name a field of the items first."""
    function = _JINJA[name]

    @pass_context
    def by_field(context: Context, value: object, *args: object, **kwargs: object) -> object:
        check_attribute(args[0] if args else "")
        return function(context, items_of(value), *args, **kwargs)

    return by_field


def _by_attribute(name: str) -> Callable[..., object]:
    """One of Jinja's filters that may be told ``attribute``."""
    function = _JINJA[name]

    @pass_environment
    def by_attribute(
        environment: Environment, value: object, *args: object, **kwargs: object
    ) -> object:
        for argument in (*args, kwargs.get("attribute")):
            check_attribute(argument)
        return function(environment, items_of(value), *args, **kwargs)

    return by_attribute


def _batch(value: object, size: int, fill: object = None) -> list[list[object]]:
    items = list(items_of(value))
    rows = [items[start : start + size] for start in range(0, len(items), size)]
    if rows and fill is not None:
        rows[-1] += [fill] * (size - len(rows[-1]))
    return rows


@pass_environment
def _first(environment: Environment, value: object) -> object:
    items = _indexed(value)
    return items[0] if items else environment.undefined("there is no first item: it is empty")


@pass_environment
def _last(environment: Environment, value: object) -> object:
    items = _indexed(value)
    return items[-1] if items else environment.undefined("there is no last item: it is empty")


def _indexed(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) else list(items_of(value))


def _sum(
    context: Context, value: object, attribute: str | None = None, start: object = 0
) -> object:
    total, environment = start, cast("SandboxedEnvironment", context.environment)
    for item in items_of(value):
        number = item if attribute is None else _field(environment, item, attribute)
        total = environment.call_binop(context, "+", total, number)
    return total


def _list(value: object) -> list[object]:
    return list(value if isinstance(value, str) else items_of(value))


def _reverse(value: object) -> object:
    return value[::-1] if isinstance(value, str) else list(items_of(value))[::-1]


TABLE: Final[dict[str, Callable[..., object]]] = {
    "join": _join,
    "items": _items,
    "map": _map,
    "select": _on_fields("select"),
    "reject": _on_fields("reject"),
    "selectattr": _on_fields("selectattr"),
    "rejectattr": _on_fields("rejectattr"),
    "groupby": _by_attribute("groupby"),
    "sort": _by_attribute("sort"),
    "unique": _by_attribute("unique"),
    "sum": pass_context(_sum),
    "min": _by_attribute("min"),
    "max": _by_attribute("max"),
    "dictsort": _JINJA["dictsort"],
    "batch": _batch,
    "slice": _JINJA["slice"],
    "first": _first,
    "last": _last,
    "list": _list,
    "reverse": _reverse,
    "length": _JINJA["length"],
    "count": _JINJA["count"],
}


def _comparing(value: object, *args: object, **kwargs: object) -> int:
    """The items, or a field of each, are held against each other."""
    name = kwargs.get("attribute", next((one for one in args if isinstance(one, str)), None))
    if not isinstance(value, (list, tuple)):
        return weigh(value, LIMITS.work)
    items = value if name is None else [_shallow(item, name) for item in value]
    return length(value) + weigh(items, LIMITS.work) * (1 + len(value).bit_length() // 4)


def _shallow(item: object, name: object) -> object:
    return item.get(name) if isinstance(item, Mapping) and isinstance(name, str) else item


COSTS: Final[dict[str, Cost]] = {
    **dict.fromkeys(("list", "reverse"), copying),
    **dict.fromkeys(("sort", "unique", "groupby", "min", "max", "dictsort"), _comparing),
    **dict.fromkeys(("length", "count", "first", "last"), steps(1)),
}
"""What the filters cost; those that are not named look at each item or letter once."""
