"""Reading PDFs back, with a library that is not the one that wrote them."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
from PIL import Image


def pages(data: bytes) -> list[str]:
    """The text of each page, spaces made ordinary and line ends made spaces."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [_flat(page.get_textpage().get_text_range()) for page in pdf]


def picture(data: bytes, scale: float, page: int = 0) -> Image.Image:
    """A page drawn; `scale` is in pixels a point."""
    with pypdfium2.PdfDocument(data) as pdf:
        drawn: Image.Image = pdf[page].render(scale=scale).to_pil()
        return drawn


def size(data: bytes) -> tuple[float, float]:
    """The size of the first page in points."""
    with pypdfium2.PdfDocument(data) as pdf:
        width, height = pdf[0].get_size()
        return float(width), float(height)


def text_boxes(data: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """The box of every visible character of a page: left, bottom, right, top, in points."""
    with pypdfium2.PdfDocument(data) as pdf:
        text: Any = pdf[page].get_textpage()
        count = text.count_chars()
        found = text.get_text_range()
        boxes = [text.get_charbox(index) for index in range(count)]
        return [box for box, char in zip(boxes, found, strict=False) if not char.isspace()]


def font_names(data: bytes) -> set[str]:
    """The base fonts that the file names."""
    return {name.decode() for name in re.findall(rb"/BaseFont /([A-Za-z0-9+_-]+)", data)}


def embedded_fonts(data: bytes) -> int:
    """How many font programs the file carries."""
    return len(re.findall(rb"/FontFile2 \d", data))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\x02", "").replace("\ufffe", ""))
