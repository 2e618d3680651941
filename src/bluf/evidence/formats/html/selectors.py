"""Selectors, made ready to be matched; those that not every browser or not the library knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import cssselect2

from bluf.evidence.formats.html.tags import names

_PARTS = frozenset({"before", "after", "first-line", "first-letter", "marker", "details-content",
                    "placeholder"})  # fmt: skip
"""Parts of an element that a rule may style by themselves, and that may hide its text."""
CONTENT = "::details-content"
_OLD_PARTS = re.compile(r"(?<!:):(?=(?:before|after|first-line|first-letter)\b)")
_FIELDS = ":is(input, textarea, select, form, fieldset, progress)"
_FIELD_STATES = names("placeholder-shown invalid valid in-range out-of-range indeterminate")
_OPENED = re.compile(r"(?<!:):open\b(?!-)")
_PREFIX = re.compile(r"[\w-]+\|(?!=)")
_INSENSITIVE = re.compile(
    r"\[\s*(accept|align|axis|bgcolor|charset|checked|clear|color|compact|dir|direction|disabled"
    r"|enctype|face|frame|hreflang|http-equiv|lang|language|link|media|method|multiple|nowrap|rel"
    r"|rev|rules|scope|scrolling|selected|shape|target|text|type|valign)"
    r"\s*([~|^$*]?=)\s*(\"[^\"]*\"|'[^']*'|[^\]\s]+)\s*\]",
    re.IGNORECASE,
)
"""Attributes of which HTML reads the values in any letter case."""
_PSEUDO = re.compile(r"(?<!:):([a-zA-Z-]+)(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?")
_ELEMENT = re.compile(r"::([\w-]+)")
_KNOWN_PARTS = _PARTS | names(
    "backdrop selection cue part slotted highlight target-text spelling-error grammar-error "
    "file-selector-button scroll-marker scroll-button column checkmark picker picker-icon "
    "view-transition view-transition-group view-transition-image-pair view-transition-old "
    "view-transition-new"
)
_CLASSES = names(
    "active any-link checked default defined dir disabled empty enabled first-child first-of-type "
    "focus has host host-context hover is lang last-child last-of-type link local-link muted not "
    "nth-child nth-last-child nth-last-of-type nth-of-type only-child only-of-type optional "
    "read-only read-write required root scope state target visited where "
    "open placeholder-shown invalid valid in-range out-of-range indeterminate "
    "horizontal vertical decrement increment start end window-inactive -webkit-any "
    "-webkit-any-link -webkit-drag"
)
_NEVER = names(
    "focus-visible focus-within fullscreen modal popover-open autofill target-within user-invalid "
    "user-valid picture-in-picture playing paused current past future "
    "-moz-focusring blank -webkit-full-screen -moz-full-screen -webkit-autofill "
    "active-view-transition "
    "-moz-placeholder -webkit-input-placeholder"
)
"""States in which no element is when a page has just been opened."""
_DENIED = re.compile(rf":not\(\s*:(?:{'|'.join(sorted(_NEVER))})\s*\)", re.IGNORECASE)
_STATES = _CLASSES | {name for name in _NEVER if not name.startswith("-moz-")}


def _loosened(state: re.Match[str]) -> str:
    """What stands for a state of which nobody knows: any element that may be in it."""
    return _FIELDS if state[1].lower() in _FIELD_STATES else ":not(:hover)"


def nested(selector: str, parent: str) -> str:
    """A selector with that of the rule it stands in (CSS Nesting)."""
    if not parent:
        return selector.replace("&", ":root")
    return ", ".join(
        one.replace("&", parent).replace(":scope", parent)
        if "&" in one or ":scope" in one
        else one and f"{parent} {one}"
        for one in listed(selector)
    )


def listed(text: str) -> list[str]:
    """The selectors of a list, cut at its outer commas."""
    pieces, depth = [""], 0
    for sign in text:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            pieces.append("")
        else:
            pieces[-1] += sign
    return [piece.strip() for piece in pieces]


def strange(selector: str) -> str:
    """What not every browser takes in a selector: it then passes over the whole list."""
    classes = [match[1].lower() for match in _PSEUDO.finditer(selector)]
    parts = [match[1].lower() for match in _ELEMENT.finditer(selector)]
    if not (classes or parts or compiled(selector)):
        return selector or ","
    odd = [name for name in classes if name not in _STATES]
    odd += [name for name in parts if name not in _KNOWN_PARTS and name[:8] != "-webkit-"]
    return next(iter(odd), "")


@lru_cache(4096)
def compiled(selector: str) -> Sequence[cssselect2.compiler.CompiledSelector]:
    """A selector made ready to be matched; nothing where it cannot be."""
    try:
        if any(state in selector for state in (":enabled", ":defined", ":default")):
            return ()  # which the library tells otherwise than browsers
        return tuple(cssselect2.compile_selector_list(selector))
    except (cssselect2.SelectorError, ValueError, NotImplementedError):
        return ()


def written(selector: str, *, quirks: bool, focused: bool) -> str:
    """A selector as the library takes it; empty for one of a part that holds no text."""
    selector = _OLD_PARTS.sub("::", selector).replace("*|", "")
    selector = selector.replace("::-webkit-input-placeholder", "::placeholder")
    selector = _OPENED.sub("[open]", selector)
    selector = selector if focused else _DENIED.sub(":not(:hover)", selector)
    selector = _INSENSITIVE.sub(r"[\1\2\3 i]", selector.lower() if quirks else selector)
    parts = _ELEMENT.finditer(_PSEUDO.sub("", selector))
    return selector if {match[1].lower() for match in parts} <= _PARTS else ""


def stripped(selector: str, *, focused: bool) -> str:
    """What is left of a selector without the states that are not known; empty where none is."""
    states = [match[1].lower() for match in _PSEUDO.finditer(selector)]
    never = () if focused else _NEVER
    if not (states or "|" in selector) or not set(states).isdisjoint(never):
        return ""
    return _PREFIX.sub("", _PSEUDO.sub(_loosened, selector)).strip() or "*"
