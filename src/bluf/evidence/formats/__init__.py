"""The kinds of file a source can be, one a module; `bluf.evidence.read` holds their table."""
