"""Data files: what an analyst types, read into a brief with every fault at its place."""

from __future__ import annotations

from bluf.data.error import DataError
from bluf.data.load import STANDARD_INPUT
from bluf.data.read import (
    DataFile,
    TreeFile,
    read,
    read_mapping,
    read_text,
    read_toml,
    read_tree,
)
from bluf.data.tree import Places

__all__ = [
    "STANDARD_INPUT",
    "DataError",
    "DataFile",
    "Places",
    "TreeFile",
    "read",
    "read_mapping",
    "read_text",
    "read_toml",
    "read_tree",
]
