"""A document as a value: its blocks from top to bottom, with no idea of the paper it will meet.

The vertical order of the blocks is the document; a renderer only lays out. The print queue keeps a document as JSON
(`to_json`, `from_json`), so a ticket printed late is the very ticket that was asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

SCHEMA = 1


class Style(StrEnum):
    """How much a block weighs: small print, running text, strong text, a title, or the one huge thing."""

    NORMAL = "normal"
    SMALL = "small"
    STRONG = "strong"
    TITLE = "title"
    HUGE = "huge"


class Align(StrEnum):
    """Where a text stands in the width of the paper."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class Text:
    """A paragraph; it wraps at words, and inside a word only when the word is longer than the line."""

    text: str
    align: Align = Align.LEFT
    style: Style = Style.NORMAL


@dataclass(frozen=True)
class Columns:
    """Two texts on one line: the left one wraps, the right one (a figure) is never cut."""

    left: str
    right: str
    style: Style = Style.NORMAL


@dataclass(frozen=True)
class Line:
    """One thing sold: its name, `quantity` × `unit` price, a detail (its VAT rate), and its total."""

    label: str
    quantity: str
    unit: str
    total: str
    detail: str = ""


@dataclass(frozen=True)
class Table:
    """Figures in columns: the first column reads from the left, the others align on the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    style: Style = Style.SMALL

    def __post_init__(self) -> None:
        if not self.head or any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("each row of a table has as many cells as its head")


@dataclass(frozen=True)
class Tick:
    """A line with a box to tick by hand: a name, a detail under it, and a short text on the right."""

    label: str
    detail: str = ""
    right: str = ""


@dataclass(frozen=True)
class Rule:
    """A thin line across the paper."""


@dataclass(frozen=True)
class Gap:
    """Half a line of air."""


@dataclass(frozen=True)
class QrCode:
    """A code to scan, in the middle, with the same characters under it for a person to read."""

    payload: str
    caption: str = ""


Block = Text | Columns | Line | Table | Tick | Rule | Gap | QrCode

_BLOCKS: dict[str, type[Any]] = {
    "text": Text,
    "columns": Columns,
    "line": Line,
    "table": Table,
    "tick": Tick,
    "rule": Rule,
    "gap": Gap,
    "qr": QrCode,
}
_NAMES = {kind: name for name, kind in _BLOCKS.items()}


@dataclass(frozen=True)
class Document:
    """A whole document.

    `kind` names what it is ("receipt", "day_pass", "roll_call"); `title` is its name for a file or a screen reader;
    `mark` is the word every medium prints at the top and across it (DÉMONSTRATION, SIMULATION, DUPLICATA n).
    `kept_for` is the invoice whose one kept PDF is this very paper: what prints PDFs prints that file.
    """

    kind: str
    title: str
    blocks: tuple[Block, ...]
    mark: str = ""
    kept_for: str = ""


class UnreadableDocumentError(ValueError):
    """The stored text of a document is not one this version can read."""


def to_json(document: Document) -> str:
    """The document as JSON text, exactly reversible."""
    blocks = [{"block": _NAMES[type(block)], **_fields(block)} for block in document.blocks]
    facts: dict[str, object] = {
        "schema": SCHEMA, "kind": document.kind, "title": document.title, "mark": document.mark, "blocks": blocks
    }  # fmt: skip
    if document.kept_for:
        facts["kept_for"] = document.kept_for
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Document:
    """The document that `to_json` wrote; raises UnreadableDocumentError for anything else."""
    try:
        stored = json.loads(text)
        if stored["schema"] != SCHEMA:
            raise UnreadableDocumentError(f"unknown document schema {stored['schema']!r}")
        blocks = tuple(_block(item) for item in stored["blocks"])
        kept_for = _text(stored.get("kept_for", ""))
        return Document(_text(stored["kind"]), _text(stored["title"]), blocks, _text(stored["mark"]), kept_for)
    except UnreadableDocumentError:
        raise
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableDocumentError(f"not a document: {error}") from error


def _fields(block: Block) -> dict[str, Any]:
    return {item.name: getattr(block, item.name) for item in fields(block)}


def _block(stored: Mapping[str, Any]) -> Block:
    values = dict(stored)
    kind = _BLOCKS[values.pop("block")]
    if kind is Table:
        return Table(
            tuple(_text(cell) for cell in values["head"]),
            tuple(tuple(_text(cell) for cell in row) for row in values["rows"]),
            Style(values["style"]),
        )
    for name, value in values.items():
        values[name] = _text(value)
    if "style" in values:
        values["style"] = Style(values["style"])
    if "align" in values:
        values["align"] = Align(values["align"])
    block: Block = kind(**values)
    return block


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UnreadableDocumentError(f"a text was expected, not {type(value).__name__}")
    return value
