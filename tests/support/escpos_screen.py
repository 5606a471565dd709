"""A thermal printer made of memory: it obeys the ESC/POS commands that the desk uses and refuses all others.

It keeps what came out (lines with their looks, pictures, cuts, drawer pulses) and can draw it. A line wider than the
paper is an error here, where a real printer would silently go on below.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CODE_PAGES = {0: "cp437", 2: "cp850", 16: "cp1252", 19: "cp858"}
_ALIGN = ("left", "center", "right")
_FONT_B = 9


@dataclass(frozen=True)
class Look:
    """How characters are printed at a point of the tape."""

    align: str = "left"
    bold: bool = False
    small: bool = False
    width: int = 1
    height: int = 1


@dataclass(frozen=True)
class Printed:
    """One line of ink."""

    text: str
    look: Look


@dataclass
class Screen:
    """A roll of paper `dots` wide whose ordinary font has `columns` characters a line."""

    columns: int = 48
    dots: int = 576
    tape: list[Printed | Image.Image] = field(default_factory=list)
    cuts: int = 0
    pulses: int = 0
    code_pages: list[str] = field(default_factory=list)
    _look: Look = Look()
    _page: str = "cp437"
    _pending: str = ""
    _used: int = 0

    @property
    def text(self) -> str:
        """All lines, without their looks; pictures are left out."""
        return "\n".join(item.text for item in self.tape if isinstance(item, Printed))

    @property
    def pictures(self) -> list[Image.Image]:
        """The raster pictures, black on white."""
        return [item for item in self.tape if isinstance(item, Image.Image)]

    def feed(self, data: bytes) -> Screen:
        """Obey the commands; raises AssertionError for one that no printer of ours would be sent."""
        at = 0
        while at < len(data):
            byte = data[at]
            if byte == 0x1B:
                at = self._escape(data, at)
            elif byte == 0x1D:
                at = self._group(data, at)
            elif byte == 0x0A:
                self._line()
                at += 1
            elif byte == 0x10:
                assert data[at + 1] == 0x04, f"real-time command {data[at : at + 3]!r}"
                at += 3
            else:
                assert byte >= 0x20, f"control byte {byte:#x} at {at}"
                self._put(bytes([byte]).decode(self._page))
                at += 1
        assert not self._pending, "a line was never ended"
        return self

    def _escape(self, data: bytes, at: int) -> int:
        command, value = data[at + 1 : at + 2], data[at + 2] if at + 2 < len(data) else 0
        if command == b"@":
            self._look, self._page = Look(), "cp437"
            return at + 2
        if command == b"t":
            self._page = CODE_PAGES[value]
            self.code_pages.append(self._page)
        elif command == b"a":
            assert not self._pending, "alignment changes only at the start of a line"
            self._look = replace(self._look, align=_ALIGN[value])
        elif command == b"E":
            self._look = replace(self._look, bold=bool(value))
        elif command == b"M":
            self._look = replace(self._look, small=bool(value))
        elif command == b"d":
            self._line()
        elif command == b"p":
            self.pulses += 1
            return at + 5
        else:
            assert command in (b"-", b"{"), f"unknown command ESC {command!r}"
            assert value == 0
        return at + 3

    def _group(self, data: bytes, at: int) -> int:
        command, value = data[at + 1 : at + 2], data[at + 2]
        if command == b"!":
            self._look = replace(self._look, width=(value >> 4) + 1, height=(value & 7) + 1)
        elif command == b"V":
            self.cuts += 1
        elif command == b"v":
            return self._raster(data, at)
        else:
            assert command in (b"B", b"b", b"r"), f"unknown command GS {command!r}"
        return at + 3

    def _raster(self, data: bytes, at: int) -> int:
        assert data[at + 2 : at + 4] == b"0\x00"
        assert not self._pending
        width = int.from_bytes(data[at + 4 : at + 6], "little")
        height = int.from_bytes(data[at + 6 : at + 8], "little")
        end = at + 8 + width * height
        assert width * 8 <= self.dots, "a picture wider than the paper"
        assert end <= len(data), "a picture cut short"
        ink = Image.frombytes("1", (width * 8, height), data[at + 8 : end])
        paper = Image.new("L", (self.dots, height), 255)
        paper.paste(0, (0, 0), ink)
        self.tape.append(paper)
        return end

    def _put(self, char: str) -> None:
        self._used += self._cell(self._look)
        assert self._used <= self.dots, f"wider than the paper: {self._pending + char!r}"
        self._pending += char

    def _cell(self, look: Look) -> int:
        return (_FONT_B if look.small else self.dots // self.columns) * look.width

    def _line(self) -> None:
        self.tape.append(Printed(self._pending, self._look))
        self._pending, self._used = "", 0

    def picture(self) -> Image.Image:
        """What came out, drawn: each character in its cell, so that columns show as on paper."""
        heights = [item.height if isinstance(item, Image.Image) else 30 * item.look.height for item in self.tape]
        paper = Image.new("L", (self.dots + 40, sum(heights) + 40), 255)
        pen, top = ImageDraw.Draw(paper), 20
        for item, height in zip(self.tape, heights, strict=True):
            if isinstance(item, Image.Image):
                paper.paste(item, (20, top))
            else:
                self._draw(pen, item, top)
            top += height
        return paper

    def _draw(self, pen: ImageDraw.ImageDraw, item: Printed, top: int) -> None:
        cell = self._cell(item.look)
        free = self.dots - cell * len(item.text)
        left = 20 + {"left": 0, "center": free // 2, "right": free}[item.look.align]
        font = ImageFont.truetype(_font_file(item.look.bold), 15 if item.look.small else 19)
        for index, char in enumerate(item.text):
            if char == "─":
                pen.line((left + index * cell, top + 15, left + (index + 1) * cell, top + 15), fill=0)
                continue
            glyph = Image.new("L", (24, 28), 255)
            ImageDraw.Draw(glyph).text((0, 2), char, font=font, fill=0)
            glyph = glyph.resize((cell * 2 if not item.look.small else 18, 28 * item.look.height))
            box = glyph.crop((0, 0, cell, glyph.height))
            pen._image.paste(box, (left + index * cell, top))


def _font_file(bold: bool) -> str:
    import reportlab

    return str(Path(reportlab.__file__).parent / "fonts" / ("VeraBd.ttf" if bold else "Vera.ttf"))
