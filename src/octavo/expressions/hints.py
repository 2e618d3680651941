"""What to write in place of a method or a function that a template cannot call."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from jinja2 import nodes

_DIRECTIVES: Final = {
    "%d": "dd",
    "%m": "MM",
    "%Y": "yyyy",
    "%y": "yy",
    "%B": "MMMM",
    "%b": "MMM",
    "%A": "EEEE",
    "%a": "EEE",
    "%H": "HH",
    "%I": "hh",
    "%M": "mm",
    "%S": "ss",
    "%p": "a",
    "%j": "DDD",
    "%-d": "d",
    "%-m": "M",
    "%e": "d",
    "%%": "%",
}
"""Directives of strftime, and what Unicode's date patterns write for them."""
_METHODS: Final = {
    "strip": "trim",
    "lstrip": "trim",
    "rstrip": "trim",
    "splitlines": "split('\\n')",
    "keys": "list",
    "values": "items|map('last')",
    "isoformat": "string",
    "number": "length",
    "number_gathered": "length",
}
"""Methods of Python's and docassemble's objects, and the filters that do the same."""
_ENDS: Final = {"startswith": "[:{}]", "endswith": "[-{}:]"}
_FUNCTIONS: Final = {
    "comma_and_list": "enumeration",
    "comma_list": "join",
    "format_date": "date",
    "format_time": "time",
    "format_datetime": "datetime",
    "title_case": "title",
    "len": "length",
    "str": "string",
    "sorted": "sort",
    "enumerate": "list",
    "strftime": "date",
    "datetimeformat": "date",
    "intcomma": "number",
    "comma": "number",
}
"""Functions and filters of other engines, and the filters that do the same."""


def method_hint(call: nodes.Call, called: nodes.Getattr, filters: Collection[str]) -> str:
    """What to write in place of a call of a method."""
    name, what = called.attr, _label(called.node)
    if name == "format":
        return _format_hint(call)
    if name == "strftime":
        return f"write “{what}|date{_pattern(call)}”"
    if name == "join" and call.args:
        return f"write “{_label(call.args[0])}|join({_label(called.node)})”"
    if name in _ENDS and call.args and isinstance(call.args[0], nodes.Const):
        end = call.args[0].value
        return f"write “{what}{_ENDS[name].format(len(str(end)))} == {end!r}”"
    if name in {"get", "as_dict"} and call.args:
        return f"write “{what}[{_label(call.args[0])}]|default('')”"
    known = _METHODS.get(name) or _filter_for(name, filters)
    arguments = ", ".join(_label(argument) for argument in call.args)
    if known and arguments and "(" not in known:
        known = "" if known == "count" else f"{known}({arguments})"
    return f"write “{what}|{known}”" if known else _own_hint(what, name, arguments)


def _own_hint(what: str, name: str, arguments: str) -> str:
    """For a method that no filter stands for."""
    if arguments:
        return f"put what it gives in the data, or add a filter: “{what}|{name}({arguments})”"
    return f"put what it gives in the data, and write “{what}.{name}”"


def function_hint(name: str, filters: Collection[str]) -> str:
    """What to write in place of a function or filter that there is not."""
    if name == "include_docx_template":
        return "write “{%p include 'FILE' %}”"
    known = _filter_for(name, filters)
    return f"write “|{known}”" if known else ""


_WORDS: Final = re.compile(r"\w+(?:[ \u00a0-]+\w+)+")
_BLOCKS: Final = frozenset({"if", "for", "else", "elif", "endif", "endfor", "set", "with"})


def _filter_for(name: str, filters: Collection[str]) -> str:
    return _FUNCTIONS.get(name, name if name in filters else "")


_QUOTED: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_SIGNS: Final = {
    "&&": "write “and”",
    r"\|\|": "write “or”",
    "===": "write “==”",
    "<>": "write “!=”",
    r"\?": "write “… if … else …”",
    "!(?!=)": "write “not”",
    r":\s*$": "leave out the “:”",
}
"""Signs of other languages, and what to do about them."""


def words_hint(body: str) -> str:
    """What to write in place of signs of other languages, or of words in a row."""
    if not _WORDS.fullmatch(body):
        bare = _QUOTED.sub("", body)
        return next((hint for sign, hint in _SIGNS.items() if re.search(sign, bare)), "")
    words = re.findall(r"\w+", body)
    if words[0].lower() in _BLOCKS:
        return f"write “{{% {' '.join([words[0].lower(), *words[1:]])} %}}”"
    return f"a name holds no spaces: write “{'_'.join(words)}”"


def _format_hint(call: nodes.Call) -> str:
    """``'{:,.2f}'.format(price)`` → ``price|number(2)``."""
    text = call.node.node.value if isinstance(call.node.node, nodes.Const) else ""  # type: ignore[attr-defined]  # a Getattr
    value = _label(call.args[0]) if call.args else "value"
    inner = str(text).partition("{")[2].partition("}")[0]
    decimals = inner.rpartition(".")[2].rstrip("f%")
    if inner.endswith(("f", "%")) and decimals.isdecimal():
        return f"write “{value}|{'percent' if inner.endswith('%') else 'number'}({decimals})”"
    if ":," in inner or inner.endswith("d"):
        return f"write “{value}|number”"
    return f"write “'%s'|format({value})”, or “{value}|number” for a number"


def _pattern(call: nodes.Call) -> str:
    given = call.args[0].value if call.args and isinstance(call.args[0], nodes.Const) else ""
    pattern = str(given)
    for directive, written in _DIRECTIVES.items():
        pattern = pattern.replace(directive, written)
    return f"('{pattern}')" if pattern and "%" not in pattern else ""


def _label(node: nodes.Node) -> str:
    """An expression as an author writes it, as far as a hint needs it."""
    if isinstance(node, nodes.Name):
        return node.name
    return repr(node.value) if isinstance(node, nodes.Const) else _longer_label(node)


def _longer_label(node: nodes.Node) -> str:
    match node:
        case nodes.Getattr(node=inner, attr=name):
            return f"{_label(inner)}.{name}"
        case nodes.Getitem(node=inner, arg=key):
            return f"{_label(inner)}[{_label(key)}]"
        case nodes.Call(node=inner, args=args):
            return f"{_label(inner)}({', '.join(map(_label, args))})"
        case nodes.Filter(node=nodes.Node() as inner, name=name):
            return f"{_label(inner)}|{name}"
        case _:
            return "…"
