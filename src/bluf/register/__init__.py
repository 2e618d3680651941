"""Requests and follow-ups over all briefs: what was asked, answered, and is still owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.register.card import Card, Kind
    from bluf.register.collect import make_card, read_card
    from bluf.register.entries import Entry, make_entry
    from bluf.register.following import NextBrief, next_brief
    from bluf.register.links import Linked, link
    from bluf.register.owed import outstanding
    from bluf.register.register import Register, make_register
    from bluf.register.select import Group, Order, Selection
    from bluf.register.standing import Reckoning, State
    from bluf.register.threads import Thread
    from bluf.register.ties import Ties, entangled, ties_of

__all__ = [
    "Card",
    "Entry",
    "Group",
    "Kind",
    "Linked",
    "NextBrief",
    "Order",
    "Reckoning",
    "Register",
    "Selection",
    "State",
    "Thread",
    "Ties",
    "entangled",
    "link",
    "make_card",
    "make_entry",
    "make_register",
    "next_brief",
    "outstanding",
    "read_card",
    "ties_of",
]

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__ = door(
        __name__,
        {
            "card": ("Card", "Kind"),
            "collect": ("make_card", "read_card"),
            "entries": ("Entry", "make_entry"),
            "following": ("NextBrief", "next_brief"),
            "links": ("Linked", "link"),
            "owed": ("outstanding",),
            "register": ("Register", "make_register"),
            "select": ("Group", "Order", "Selection"),
            "standing": ("Reckoning", "State"),
            "threads": ("Thread",),
            "ties": ("Ties", "entangled", "ties_of"),
        },
    )
