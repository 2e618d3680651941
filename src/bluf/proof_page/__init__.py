"""The proof page: the brief beside its sources, each item with the passages that prove it."""

from __future__ import annotations

from bluf.proof_page.make import proof_page
