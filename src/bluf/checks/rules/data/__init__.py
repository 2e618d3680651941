"""The record in the data file."""

from __future__ import annotations
