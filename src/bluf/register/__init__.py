"""Requests and follow-ups over all briefs: what was asked, answered, and is still owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.register.brief_links import BriefLinks, entangled, links_of
    from bluf.register.card import ItemKind, RegisteredBrief
    from bluf.register.collect import make_card, read_card
    from bluf.register.entries import Entry, make_entry
    from bluf.register.following import NextBrief, next_brief
    from bluf.register.formats.ics import undated
    from bluf.register.formats.json import entry_document, register_document
    from bluf.register.formats.table import TEMPLATED, rendered, stated_day
    from bluf.register.formats.text import entry_story, register_table
    from bluf.register.links import Linked, link
    from bluf.register.outstanding_items import outstanding
    from bluf.register.register import Register, make_register
    from bluf.register.select import Group, RowSelection, SortKey
    from bluf.register.standing import ItemState, Reckoning
    from bluf.register.threads import Thread
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
