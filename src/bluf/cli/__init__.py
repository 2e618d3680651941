"""The command. The only room that prints, exits, or knows that there is a terminal."""

from __future__ import annotations
