"""Plan and do: which brief, which view, which template, which file. The composition root."""

from __future__ import annotations

from bluf.build.deliver import deliver, stale
from bluf.build.examine import examine, examine_file
from bluf.build.executor import Executor, executor
from bluf.build.order import Order, Output, Product, Tally
from bluf.build.plan import DATA_NAMES, NoBriefError, find_briefs
from bluf.build.register import read_cards, register_product, render_register
from bluf.build.run import examine_all, make_all, order_from
from bluf.build.templates import TemplateMissingError, find_template, shipped_folder
from bluf.build.write import write_atomic

__all__ = [
    "DATA_NAMES",
    "Executor",
    "NoBriefError",
    "Order",
    "Output",
    "Product",
    "Tally",
    "TemplateMissingError",
    "deliver",
    "examine",
    "examine_all",
    "examine_file",
    "executor",
    "find_briefs",
    "find_template",
    "make_all",
    "order_from",
    "read_cards",
    "register_product",
    "render_register",
    "shipped_folder",
    "stale",
    "write_atomic",
]
