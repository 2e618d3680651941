"""Write the JSON Schema of the data file anew, after a change of the model."""

from __future__ import annotations

from pathlib import Path

from bluf.data.schema import make_schema

ROOT = Path(__file__).parents[1]

for place in (ROOT / "src/bluf/data/brief.schema.json", ROOT / "briefs/brief.schema.json"):
    place.write_text(make_schema(), encoding="utf-8")
