"""The writers of data files, one format a module; each gives back what the readers read."""

from __future__ import annotations
