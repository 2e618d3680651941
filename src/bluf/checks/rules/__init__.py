"""The rules about one kind of subject, a function each, which has the name of its rule."""

from __future__ import annotations
