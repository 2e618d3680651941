"""The readers of data files, one format a module."""

from __future__ import annotations
