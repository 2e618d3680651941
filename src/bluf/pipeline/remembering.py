"""Nothing changed costs nothing: a product is kept, and given again while nothing has changed.

A product is kept under the name of its order, with the sums of all that it was made from and of the
files that it says should lie there. It is given again only where each of these is as it was. What
changed while it was made is seen, since the sums are taken before and after. Texts of long sources
are kept too, by the sums of their files.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from msgspec import Struct, structs
from msgspec.structs import replace

from bluf.pipeline.order import Memory, Order, Output, Product, UnsettledProduct
from bluf.pipeline.snapshot import (
    TooMuchError,
    earlier_sums,
    inputs,
    programs,
    sum_of,
    templates_of,
)
from bluf.pipeline.store import Store
from octavo.finding import Finding, FindingsError

MOST_BYTES = 128 * 1024 * 1024
"""No text of a source takes as much; what is larger once unpacked is not read."""
_FAST = 1
_SUM = hashlib.sha256().digest_size


class KeptTexts(Struct, frozen=True):
    """What was read of sources before. Its readers decode it as data alone: nothing in it acts."""

    store: Store

    def recall(self, data: bytes) -> bytes | None:
        """What was kept of these bytes; None where nothing was, or where it is not whole."""
        kept = self.store.read(_name_of(data))
        if kept is None or hashlib.sha256(kept[_SUM:]).digest() != kept[:_SUM]:
            return None
        unpacker = zlib.decompressobj()
        try:
            content = unpacker.decompress(kept[_SUM:], MOST_BYTES)
        except zlib.error:
            return None
        return content if unpacker.eof else None

    def keep(self, data: bytes, content: bytes) -> None:
        """Keep what was made of these bytes."""
        packed = zlib.compress(content, _FAST)
        self.store.write(_name_of(data), hashlib.sha256(packed).digest() + packed)


def kept_texts(cache: Path | None, *, is_open: bool) -> KeptTexts | None:
    """The memory for the sources of a brief; none for one that not everybody may read."""
    return KeptTexts(Store(cache)) if cache is not None and is_open else None


def _name_of(data: bytes) -> str:
    found = hashlib.sha256(f"source\0{programs()}\0".encode())
    found.update(data)
    return found.hexdigest()


Kind = Literal["make", "examine", "compare"]
_RACE_SECONDS = 2.0
"""A file that was written so shortly before may have been written again since."""


class _Kept(Struct, frozen=True):
    """A product as it lies in the cache, without the contents of its outputs.

    Attributes:
        inputs: Sums of what it was made from.
        folders: Where earlier briefs were looked for.
        earlier: Sums of what may be their data files.
        outputs: Sums of the files that it says should lie there, or do.
        product: The product.
    """

    inputs: dict[str, str]
    folders: tuple[Path, ...]
    earlier: dict[str, str]
    outputs: dict[str, str]
    product: Product


def remembered(
    kind: Kind, work: Callable[[Order], UnsettledProduct], order: Order
) -> UnsettledProduct:
    """The draft of an order: the one that is kept, where nothing has changed, else a new one.

    A new one carries what is to be kept of it, `keep` keeps it; what LibreOffice may still add to
    is not kept.
    """
    before = _before(kind, order)
    if order.cache is None or before is None:
        return work(order)
    name = _name(kind, order)
    kept = _recalled(order.cache, name, before)
    if kept is not None:
        return kept
    begun = time.time()
    draft = work(order)
    if draft.data is not None or _is_of_more_files(order):
        return draft
    content = _content(kind, order, draft.product, before, begun)
    memory = None if content is None else Memory(order.cache, name, content)
    return replace(draft, product=replace(draft.product, memory=memory))


def recalled(kind: Kind, order: Order) -> UnsettledProduct | None:
    """The draft of an order that is kept; None where none is, or something has changed."""
    before = _before(kind, order)
    if order.cache is None or before is None:
        return None
    return _recalled(order.cache, _name(kind, order), before)


def _before(kind: Kind, order: Order) -> dict[str, str] | None:
    """The sums of what an order depends on; None where it is not to be kept."""
    if order.cache is None or not _is_ours_alone(order):
        return None
    try:
        return inputs(order, shelf=kind != "make")
    except TooMuchError:
        return None


def _recalled(cache: Path, name: str, before: dict[str, str]) -> UnsettledProduct | None:
    kept = _unpacked(Store(cache).read(name))
    if not isinstance(kept, _Kept) or not _holds(kept, before):
        return None
    return UnsettledProduct(replace(kept.product, unchanged=tuple(map(Path, kept.outputs))))


def template_findings(
    path: Path, order: Order, work: Callable[[Path, Order], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """What the rules say of a template: as it was found before, while it is the same file.

    Of one that takes other files in nothing is remembered.
    """
    if order.cache is None:
        return work(path, order)
    before = sum_of(path)
    told = ["template", str(path), before, repr(_plain(order.selection)), str(order.strict)]
    store, name = Store(order.cache), _digest(*told, programs())
    kept = _unpacked(store.read(name))
    if isinstance(kept, tuple):
        return kept
    found = work(path, order)
    if sum_of(path) == before and not _takes_in(path):
        store.write(name, _packed(found))
    return found


def _is_of_more_files(order: Order) -> bool:
    """Whether a template that is given by its path takes in files that lie elsewhere."""
    return any(map(_takes_in, filter(Path.is_file, templates_of(order))))


def _takes_in(path: Path) -> bool:
    """Whether a template may take other files in, as far as it can be read."""
    from octavo import may_take_in  # the engines are loaded for what is new alone

    try:
        return may_take_in(path)
    except FindingsError:
        return False


def keep(product: Product) -> None:
    """Keep a product whose outputs lie where they belong."""
    if product.memory is not None:
        Store(product.memory.store).write(product.memory.name, product.memory.content)


def _is_ours_alone(order: Order) -> bool:
    """Whether no other program has a part in it, and its files lie on the disk."""
    others = {"pdf", "png"} & set(order.formats)
    return not (others or order.pages.confirm == "always" or order.again or str(order.data) == "-")


def _name(kind: Kind, order: Order) -> str:
    told = [
        kind,
        str(Path.cwd()),
        repr(_plain(replace(order, cache=None))),
        dt.datetime.now().astimezone().date().isoformat(),
        programs(),
    ]
    return _digest(*told)


def _digest(*told: str) -> str:
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def _plain(value: object) -> object:
    """The value in a form that prints alike in every process."""
    if isinstance(value, Struct):
        return {name: _plain(held) for name, held in structs.asdict(value).items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value)


def _packed(value: object) -> bytes:
    content = pickle.dumps(value)
    return hashlib.sha256(content).digest() + content


def _unpacked(content: bytes | None) -> object:
    """What was packed; None where nothing was, or where it is not whole."""
    if content is None or hashlib.sha256(content[32:]).digest() != content[:32]:
        return None
    return pickle.loads(content[32:])  # noqa: S301 - whole, and written by this user: see `Store`


def _holds(kept: _Kept, now: dict[str, str]) -> bool:
    """Whether all that a kept product was made from, and all it says of the disk, is as it was."""
    rest = {path: sum_ for path, sum_ in now.items() if path not in kept.outputs}
    if rest != kept.inputs:
        return False
    if earlier_sums(kept.folders) != kept.earlier:
        return False
    return all(sum_of(path) == sum_ for path, sum_ in kept.outputs.items())


def _content(
    kind: Kind, order: Order, product: Product, before: dict[str, str], begun: float
) -> bytes | None:
    """What is to be kept of a product; None where that would be too much, or unsure.

    Findings show lines of the record, so nothing is kept of a brief that not everybody may read;
    nor of one whose page is unsure, since LibreOffice may come to be there.
    """
    unsure = product.page is not None and not product.page.is_sure
    if not product.is_open or product.refused or unsure:
        return None
    outputs = {str(each.path): _expected(kind, each) for each in product.expected}
    try:
        after, earlier = inputs(order, shelf=kind != "make"), earlier_sums(product.looked)
    except TooMuchError:
        return None
    same = _without(before, outputs) == _without(after, outputs)
    if not same or not _is_settled(earlier, begun):
        return None
    bare = replace(product, outputs=(), compared=(), document=None, kept=None)
    rest = _without(after, outputs)
    return _packed(_Kept(rest, product.looked, earlier, outputs, bare))


def _expected(kind: Kind, output: Output) -> str:
    """The sum of an output: as it will be written, else as it lies there."""
    if kind == "make":
        return hashlib.sha256(output.content).hexdigest()
    return sum_of(output.path)


def _without(sums: dict[str, str], outputs: dict[str, str]) -> dict[str, str]:
    return {path: sum_ for path, sum_ in sums.items() if path not in outputs}


def _is_settled(sums: dict[str, str], begun: float) -> bool:
    """Whether no earlier brief was written while, or shortly before, the product was made."""
    newest = max((Path(path).stat().st_mtime for path in sums if Path(path).exists()), default=0.0)
    return newest < begun - _RACE_SECONDS
