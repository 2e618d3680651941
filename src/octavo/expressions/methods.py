"""Methods of texts and mappings as the filters that do the same: nothing of the data is called."""

from __future__ import annotations

from typing import Final

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

_FILTERS: Final = {
    "capitalize": "capitalize",
    "items": "items",
    "keys": "list",
    "lower": "lower",
    "replace": "replace",
    "split": "split",
    "strip": "trim",
    "title": "title",
    "upper": "upper",
}


class _Methods(NodeTransformer):
    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 — Jinja's own name
        self.generic_visit(node)
        called = node.node
        return _filtered(node, called) if isinstance(called, nodes.Getattr) else node


def as_filters(node: nodes.Node) -> nodes.Node:
    """The expression or statement, its calls of such methods read as filters."""
    changed: nodes.Node = _Methods().visit(node)
    return changed


def _filtered(call: nodes.Call, called: nodes.Getattr) -> nodes.Expr:
    given = call.kwargs, call.dyn_args, call.dyn_kwargs
    match called.attr, call.args:
        case "join", [items]:
            return nodes.Filter(items, "join", [called.node], *given)
        case "get", [key, *rest]:
            item = nodes.Getitem(called.node, key, "load")
            return nodes.Filter(item, "default", rest or [nodes.Const(None)], *given)
        case "values", []:
            pairs = nodes.Filter(called.node, "items", [], *given)
            return nodes.Filter(pairs, "map", [nodes.Const("last")], [], None, None)
        case name, arguments if name in _FILTERS:
            return nodes.Filter(called.node, _FILTERS[name], arguments, *given)
        case _:
            return call
