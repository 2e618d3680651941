"""What was sent round, kept beside the data in the folder ``.bluf``, which is committed with it.

For each of the last versions of a brief there is the Word file as it was written, and where its
texts come from. An edited file names the version that it was made from, by the digest it carries:
the edits of two readers of one version do not undo each other. The state says which outputs are
ours, and which edited files are home already.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final

import msgspec
from lxml import etree
from msgspec import Meta, Struct
from msgspec.structs import replace

from bluf import __version__
from bluf.roundtrip.origins import Origin
from bluf.rules import finding
from octavo.finding import Finding, FindingsError
from octavo.location import FileLocation
from octavo.ooxml import (
    RELATIONSHIP_BASE,
    Package,
    PackageError,
    Part,
    edited,
    read_package,
    serialise,
)

DIGEST: Final = "bluf.digest"
"""Name of the custom property."""

ALLOWED: Final = ("ole", "linked-pictures")
"""What a file of ours may hold, where its template was allowed to."""
_PART: Final = "docProps/custom.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATIONSHIP: Final = f"{RELATIONSHIP_BASE}custom-properties"
_NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define (ECMA-376, 22.3.2.2)."""
_TOP: Final = "_rels/.rels"


def stamped(package: Package) -> Package:
    """A Word file of ours with the digest of its parts."""
    root = _properties(package)
    numbers = [int(each.get("pid", "1")) for each in root]
    entry = etree.SubElement(
        root,
        f"{{{_NAMESPACE}}}property",
        {"fmtid": _FORMAT, "pid": str(max(numbers, default=1) + 1), "name": DIGEST},
    )
    etree.SubElement(entry, f"{{{_VALUES}}}lpwstr").text = _digest(package)
    data = serialise(root)
    if _PART in package.parts:
        return edited(package, {_PART: data})
    return edited(package, {_TOP: _with_pointer(package)}, added=[Part(_PART, _TYPE, data=data)])


def is_as_written(document: bytes) -> bool | None:
    """Whether nobody changed a Word file since we wrote it; None where it does not say."""
    try:
        package = read_package(document, "output.docx", allow=ALLOWED)
    except PackageError:
        return False  # we write none that cannot be read
    said = digest_in(package)
    return None if said is None else said == _digest(package)


def digest_in(package: Package) -> str | None:
    """The digest that a Word file carries, whether or not it is still right; None for none."""
    named = (each for each in _properties(package) if each.get("name") == DIGEST)
    return next(("".join(each.itertext()).strip() for each in named), None)


def _digest(package: Package) -> str:
    """SHA-256 over the parts, but for those that hold the digest and point to it."""
    whole = hashlib.sha256()
    for name in sorted(package.parts.keys() - {_PART, _TOP}):
        whole.update(name.encode() + b"\0")
        whole.update(hashlib.sha256(package.parts[name].data).digest())
    return whole.hexdigest()


def _properties(package: Package) -> etree._Element:
    """The custom properties, as a tree of their own."""
    if _PART in package.parts:
        return etree.fromstring(package.parts[_PART].data)  # it has passed the gate
    return etree.Element(f"{{{_NAMESPACE}}}Properties", nsmap={None: _NAMESPACE, "vt": _VALUES})


def _with_pointer(package: Package) -> bytes:
    """What the package points to, and the custom properties."""
    root = etree.fromstring(package.parts[_TOP].data)  # it has passed the gate
    name = etree.QName(root).namespace
    ids = {pointer.get("Id") for pointer in root}
    free = next(f"rId{number}" for number in range(1, len(ids) + 2) if f"rId{number}" not in ids)
    pointer = {"Id": free, "Type": _RELATIONSHIP, "Target": _PART}
    etree.SubElement(root, f"{{{name}}}Relationship", pointer)
    return serialise(root)


_FOLDER = ".bluf"
_VERSION = 1
_MOST = 8
"""Versions that are kept: enough for a round of readers while the brief is worked on."""
_LETTERS = 12
"""Letters of a digest in the name of a version."""


class StateError(FindingsError):
    """What lies beside the data is not what bluf wrote there."""


class Base(Struct, frozen=True, dict=True):
    """A version of a brief as it was written.

    Attributes:
        document: The Word file.
        origins: Where each anchored text comes from, by the anchor's name.
    """

    document: bytes
    origins: Mapping[str, Origin]

    @cached_property
    def digest(self) -> str:
        """The digest that the Word file carries."""
        return digest_in(read_package(self.document, "base.docx")) or ""


class OutputState(Struct, frozen=True, omit_defaults=True):
    """What is known of the outputs of a brief.

    Attributes:
        version: Version of this form.
        outputs: SHA-256 of each output but the Word file, by its name, the last two; line ends do
            not count.
        pulled: SHA-256 of the edited Word files that were taken home in full.
        begun: SHA-256 of those of which something is left that a person has to do.
        versions: Digests of the Word files that are kept, the newest first.
        made_by: The version of bluf that wrote the outputs.
    """

    version: int = _VERSION
    outputs: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    pulled: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    made_by: Annotated[str, Meta(pattern=r"^[0-9A-Za-z.+-]{0,40}$")] = ""

    def wrote(self, name: str, content: bytes) -> bool:
        """Whether an output is as it was written."""
        if name.endswith(".docx"):
            return is_as_written(content) is True
        return digest_of(content) in self.outputs.get(name, ())


class VersionStore(Struct, frozen=True):
    """Where the versions of one brief lie: beside its data file, by its name."""

    folder: Path
    name: str

    @classmethod
    def beside(cls, data: Path, name: str) -> VersionStore:
        """The shelf of a brief, whose data is a file or a folder of tables."""
        return cls((data if data.is_dir() else data.parent) / _FOLDER, name)

    @property
    def _state(self) -> Path:
        return self.folder / f"{self.name}.json"

    def _version(self, digest: str) -> Path:
        return self.folder / f"{self.name}.{digest[:_LETTERS]}.docx"

    def state(self) -> OutputState:
        """What is known; of a brief that was never built, nothing.

        Raises:
            StateError: The file is not one of ours.
        """
        try:
            return msgspec.json.decode(self._state.read_bytes(), type=OutputState)
        except FileNotFoundError:
            return OutputState()
        except msgspec.DecodeError as error:
            raise StateError([_fault(f"bluf did not write it: {error}", self._state)]) from None

    def bases(self) -> Iterator[Base]:
        """The versions that are kept, the newest first; one that is gone is passed over.

        Raises:
            StateError: A file is not one of ours.
        """
        for digest in self.state().versions:
            path = self._version(digest)
            beside = path.with_suffix(".json")
            if path.is_file() and beside.is_file():
                try:
                    origins = msgspec.json.decode(beside.read_bytes(), type=dict[str, Origin])
                except msgspec.DecodeError as error:
                    raise StateError([_fault(f"bluf did not write it: {error}", beside)]) from None
                yield Base(path.read_bytes(), origins)

    def files(self, state: OutputState, base: Base | None = None) -> dict[Path, bytes]:
        """The files to be written for a state, and for a version that it names."""
        files = {self._state: msgspec.json.format(msgspec.json.encode(state), indent=1) + b"\n"}
        if base is not None:
            path = self._version(base.digest)
            origins = msgspec.json.encode(dict(base.origins)).replace(b"},", b"},\n")
            files |= {path: base.document, path.with_suffix(".json"): origins + b"\n"}
        return files

    def outdated(self, state: OutputState) -> list[Path]:
        """Files of versions that a state does not name any more."""
        named = {self._version(digest).stem for digest in state.versions}
        there = self.folder.glob(f"{self.name}.{'?' * _LETTERS}.*")
        return sorted(path for path in there if path.stem not in named)


def with_version(
    state: OutputState, digest: str | None, outputs: Mapping[str, bytes]
) -> OutputState:
    """The state after outputs were written, by name, and a version of the brief, if any."""
    known = dict(state.outputs)
    for name, content in outputs.items():
        own = digest_of(content)
        known[name] = (own, *[each for each in known.get(name, ()) if each != own][:1])
    versions = dict.fromkeys([*filter(None, [digest]), *state.versions])
    kept = tuple(versions)[:_MOST]
    return replace(state, version=_VERSION, outputs=known, versions=kept, made_by=__version__)


def with_pulled(state: OutputState, document: bytes, *, whole: bool) -> OutputState:
    """The state after an edited file was taken home, in full or as far as it could be."""
    own = hashlib.sha256(document).hexdigest()
    known = tuple(dict.fromkeys([own, *(state.pulled if whole else state.begun)]))[:_MOST]
    return replace(state, pulled=known) if whole else replace(state, begun=known)


def is_home(state: OutputState, document: bytes) -> bool:
    """Whether the edits of a file were taken home in full."""
    return hashlib.sha256(document).hexdigest() in state.pulled


def is_begun(state: OutputState, document: bytes) -> bool:
    """Whether a pull took of the edits of a file what it could, and left the rest."""
    return hashlib.sha256(document).hexdigest() in state.begun


def digest_of(content: bytes) -> str:
    """SHA-256 of a text whose line ends are those of Unix."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def _fault(message: str, path: Path) -> Finding:
    hint = "restore it from git, or delete the folder: edits in files already sent are lost then"
    return finding("base-missing", message, FileLocation(path.as_posix()), hint)
