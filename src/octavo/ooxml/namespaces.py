"""Namespaces that a part declares and nothing in it uses: Word declares some thirty in each."""

from __future__ import annotations

from typing import Final

from lxml import etree

from octavo.ooxml.names import NAMESPACES, qn

_IGNORABLE: Final = qn("mc:Ignorable")
_NAMING: Final = etree.XPath(
    "//@Requires | //@mc:ProcessContent | //@mc:MustUnderstand | //@xsi:type"
    " | /*/descendant::*/@mc:Ignorable",
    namespaces={
        "mc": NAMESPACES["mc"],
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    smart_strings=False,
)
"""Attributes whose values name prefixes (ISO/IEC 29500-3, 7)."""
_NAMES: Final = ("Requires", "ProcessContent", "MustUnderstand", ":type=")


def drop_unused(root: etree._Element, markup: str | None = None) -> None:
    """Drop the declarations from a tree; what may be ignored is named no more either.

    ``markup`` is the tree as text, where it is known: most have no such attribute to look for.
    """
    may_name = markup is None or any(name in markup for name in _NAMES)
    may_name = may_name or str(markup).count("Ignorable") > 1
    found = _NAMING(root) if may_name else []
    named = {word.partition(":")[0] for value in found for word in value.split()}
    kept = ["w", *named]
    ignorable = root.get(_IGNORABLE, "").split()
    if markup is not None and not any(f"{prefix}:" in markup for prefix in ignorable):
        root.attrib.pop(_IGNORABLE, None)
    etree.cleanup_namespaces(root, keep_ns_prefixes=kept)
    ignorable = root.get(_IGNORABLE, "").split()
    used = [prefix for prefix in ignorable if prefix in root.nsmap]
    if used:
        root.set(_IGNORABLE, " ".join(used))
    elif ignorable:
        del root.attrib[_IGNORABLE]
        etree.cleanup_namespaces(root, keep_ns_prefixes=kept)
