"""No reader knows this kind of file.

## What it does

Refuses a data file or source whose name ends in none of the known formats, or whose content is not
what its name says.

## Why it is bad

A file that is read as something else than it is gives wrong facts, not an error.

## Example

`brief.ods`, or a PDF file named `brief.yaml`.

## Use instead

YAML, TOML, JSON, XLSX or a folder of CSV files for data; text, Markdown, HTML, Word or PDF for
sources.

## Source

`docs/data.md`, the formats of data files and sources.
"""

from __future__ import annotations

from bluf.checks.rule import reported

RULE = reported(__name__, __doc__)
