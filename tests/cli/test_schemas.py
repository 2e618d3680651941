from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.cli.check import tell_old_schemas
from bluf.data import SCHEMA_NAME, schema_file

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_schema_of_another_version_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    briefs = [tmp_path / name / "brief.yaml" for name in ("one", "two")]
    schema = tmp_path / SCHEMA_NAME
    schema.write_bytes(schema_file())
    tell_old_schemas(briefs)
    assert capsys.readouterr().err == ""
    schema.write_bytes(b"{}")
    tell_old_schemas(briefs)
    told = capsys.readouterr().err
    assert told.count("another version of bluf wrote this schema") == 1
    assert f"bluf schema --output-file {schema.as_posix()}" in " ".join(told.split())
