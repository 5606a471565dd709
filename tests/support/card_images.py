"""Pictures of a card as a webcam or a phone would take them: the QR code of a card, then what spoils a picture.

Everything comes from the seed: the same seed gives the same picture.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import qrcode
from PIL import Image, ImageChops, ImageDraw, ImageFilter

_TABLE = 96  # the grey of the desk around the card


@dataclass(frozen=True)
class Spoiling:
    """What spoils a picture. Angles in degrees, blur in pixels, the rest from 0 (not at all) upwards."""

    module: int = 5
    rotation: float = 0.0
    tilt_x: float = 0.0
    tilt_y: float = 0.0
    blur: float = 0.0
    noise: int = 0
    light: float = 1.0
    glare: float = 0.0


def qr_picture(text: str, module: int = 5, *, border: int = 4) -> Image.Image:
    """The bare QR code as a card carries it: version 2 at least, error correction Q, `module` pixels a module."""
    code = qrcode.QRCode(version=2, error_correction=qrcode.constants.ERROR_CORRECT_Q, box_size=module, border=border)
    code.add_data(text)
    code.make(fit=True)
    drawn: Image.Image = code.make_image().get_image()
    return drawn.convert("L")


def card_picture(text: str, spoiling: Spoiling, seed: int = 0) -> Image.Image:
    """A white card with its QR code and some print, lying on a grey desk, photographed badly."""
    picture = _on_the_desk(_card(text, spoiling.module))
    picture = picture.rotate(spoiling.rotation, Image.Resampling.BICUBIC, fillcolor=_TABLE)
    picture = _tilted(picture, spoiling.tilt_x, spoiling.tilt_y)
    if spoiling.glare:
        picture = _with_glare(picture, spoiling.glare, random.Random(seed))
    picture = picture.filter(ImageFilter.GaussianBlur(spoiling.blur))
    picture = picture.point([min(255, round(4 + level * spoiling.light)) for level in range(256)])
    return _with_noise(picture, spoiling.noise, random.Random(seed + 1)) if spoiling.noise else picture


def realistic_mix(seed: int) -> Spoiling:
    """One of the situations of a counter, the same for the same seed: most are easy, some are poor in one way."""
    dice = random.Random(seed)
    return Spoiling(
        module=dice.choice((4, 5, 6, 8)),
        rotation=dice.uniform(-180, 180),
        tilt_x=dice.uniform(-0.25, 0.25),
        tilt_y=dice.uniform(-0.25, 0.25),
        blur=dice.choice((0.0, 0.6, 1.0, 1.4)),
        noise=dice.choice((0, 8, 16, 28)),
        light=dice.choice((1.0, 0.8, 0.5, 0.2)),
        glare=dice.choice((0.0, 0.0, 0.25, 0.4)),
    )


def _card(text: str, module: int) -> Image.Image:
    code = qr_picture(text, module)
    card = Image.new("L", (code.width * 2, code.height + 10 * module), 250)
    card.paste(code, (2 * module, 5 * module))
    pen = ImageDraw.Draw(card)
    for line in range(5):  # name, number and lines of print, as dark bars
        top = (8 + 5 * line) * module
        pen.rectangle((code.width + 4 * module, top, code.width * 2 - (4 + 3 * line) * module, top + 2 * module), 40)
    return card


def _on_the_desk(card: Image.Image) -> Image.Image:
    side = round((card.width**2 + card.height**2) ** 0.5 * 1.15)
    desk = Image.new("L", (side, side), _TABLE)
    desk.paste(card, ((side - card.width) // 2, (side - card.height) // 2))
    return desk


def _tilted(picture: Image.Image, tilt_x: float, tilt_y: float) -> Image.Image:
    """Seen from the side: a perspective about the middle, one side up to `tilt` nearer than the other."""
    side = picture.width
    g, h = tilt_x / side, tilt_y / side
    middle = side / 2
    # Maps the middle of the result to the middle of the picture: (x - m) / (1 + g (x - m) + h (y - m)) + m.
    one = 1 - (g + h) * middle
    coefficients = (
        (1 + g * middle) / one,
        h * middle / one,
        (-middle + middle * one) / one,
        g * middle / one,
        (1 + h * middle) / one,
        (-middle + middle * one) / one,
        g / one,
        h / one,
    )
    return picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC, fillcolor=_TABLE
    )


def _with_glare(picture: Image.Image, strength: float, dice: random.Random) -> Image.Image:
    """A lamp mirrored on the card: a bright soft spot somewhere near the code."""
    side = picture.width
    x, y = side * dice.uniform(0.2, 0.7), side * dice.uniform(0.3, 0.7)
    radius = side * 0.16
    spot = Image.new("L", picture.size, 0)
    box = (x - radius, y - radius, x + radius, y + radius)
    ImageDraw.Draw(spot).ellipse(box, fill=round(255 * strength))
    return ImageChops.add(picture, spot.filter(ImageFilter.GaussianBlur(radius / 3)))


def _with_noise(picture: Image.Image, amount: int, dice: random.Random) -> Image.Image:
    """Each pixel up to `amount` levels brighter or darker, all differences as likely."""
    grains = Image.frombytes("L", picture.size, dice.randbytes(picture.width * picture.height))
    scaled = grains.point([level * 2 * amount // 255 for level in range(256)])
    return ImageChops.add(picture, scaled, offset=-amount)
