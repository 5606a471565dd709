"""Codes in pictures: a photograph of a card, a screenshot of a pass, a frame of the webcam.

`zxing-cpp` reads; when it sees nothing the contrast is stretched from the 1st to the 99th percentile and it
looks again, which saves pictures taken in the dark. A file, which has no next frame, gets a third try: smoothed
and doubled, which saves small and grainy ones (92 to 99 % of a mix of poor pictures); so does a frame of the camera
now and then. Both libraries are imported at the first picture, so that a desk with no camera never pays for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk.codes import Code, parse
from desk.errors import EnvironmentFault, Refused
from desk.language import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PIL.Image import Image

LARGEST_FILE = 40 * 1024 * 1024
"""Bytes of a picture file, at most."""
LARGEST_PICTURE = 64_000_000
"""Pixels of a picture, at most: a small file can unfold into gigabytes."""
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM")
_LARGEST_DOUBLED = 2_000_000  # pixels; above that a code has enough of them
_DARKEST, _LIGHTEST = 0.01, 0.99


@dataclass(frozen=True)
class Decoded:
    """What a picture says. `text` is the content as read (our code first, if several); `others` the rest.

    `code` is set when `text` is one of our codes and its check is right.
    """

    text: str
    code: Code | None = None
    others: tuple[str, ...] = ()


def read_file(path: Path) -> Decoded | Refused:
    """The code in a picture file.

    Refused: `picture_too_large`, `not_a_picture`, `picture_no_code`. A file that cannot be opened or read raises
    `EnvironmentFault` with the code `picture_unreadable`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _unreadable(path) from error
    if len(content) > LARGEST_FILE:
        return _too_large()
    return read_bytes(content)


def read_bytes(content: bytes) -> Decoded | Refused:
    """The code in the bytes of a picture file (PNG, JPEG, WebP, GIF, BMP, TIFF, PPM); refused like `read_file`."""
    picture = _open(content)
    return picture if isinstance(picture, Refused) else _read(picture, (_stretched, _smoothed))


def read_luminance(
    width: int, height: int, stride: int, buffer: bytes | bytearray | memoryview, *, patient: bool = False
) -> Decoded | Refused:
    """The code in a grey picture, for example the Y plane of a camera frame.

    One byte a pixel, `stride` bytes a row; nothing of the buffer is kept. `patient` adds the third try of a file,
    which costs ten times as much as the first. A buffer too short for its dimensions is a mistake of the caller:
    ValueError.
    """
    view = memoryview(buffer).cast("B")
    if width < 1 or height < 1 or stride < width or len(view) < stride * (height - 1) + width:
        raise ValueError(f"no picture of {width} × {height}, stride {stride}, in {len(view)} bytes")
    if width * height > LARGEST_PICTURE:
        return _too_large()
    import zxingcpp

    if len(view) < stride * height:  # the last row may come without its padding
        view = memoryview(bytes(view).ljust(stride * height, b"\0"))
    # The reader looks at the buffer where it stands: most frames never become a picture of Pillow's.
    texts = _texts(zxingcpp.ImageView(view, width, height, zxingcpp.ImageFormat.Lum, stride, 1))
    if texts:
        return _chosen(texts)
    from PIL import Image

    grey = Image.frombytes("L", (width, height), view[: stride * height], "raw", "L", stride)
    return _again(grey, (_stretched, _smoothed) if patient else (_stretched,))


def _open(content: bytes) -> Image | Refused:
    """The picture in grey, transparency on white. Dimensions are judged before any pixel is unfolded."""
    import warnings
    from io import BytesIO

    from PIL import Image

    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures and odd metadata; the bound below is ours, and stricter.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=_FORMATS) as picture:
                if picture.width * picture.height > LARGEST_PICTURE:
                    return _too_large()
                return _grey(picture)
    except Image.DecompressionBombError:
        return _too_large()
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, MemoryError):
        # What Pillow raises on damaged content, by format. The file itself was read: the content is at fault.
        return Refused("not_a_picture", translate("Decoder", "Ce fichier n’est pas une image lisible."))


def _grey(picture: Image) -> Image:
    from PIL import Image

    if picture.has_transparency_data:
        opaque = picture.convert("RGBA")
        white = Image.new("RGBA", opaque.size, "white")
        white.alpha_composite(opaque)
        return white.convert("L")
    return picture.convert("L")


def _read(grey: Image, further_tries: Sequence[Callable[[Image], Image]]) -> Decoded | Refused:
    """The code in the picture, or in what each further try makes of the try before it."""
    texts = _texts(grey)
    return _chosen(texts) if texts else _again(grey, further_tries)


def _again(grey: Image, further_tries: Sequence[Callable[[Image], Image]]) -> Decoded | Refused:
    """The code in what each further try makes of the picture before it, which showed none."""
    for improved in further_tries:
        grey = improved(grey)
        if texts := _texts(grey):
            return _chosen(texts)
    return Refused("picture_no_code", translate("Decoder", "Aucun code QR n’est visible sur cette image."))


def _chosen(texts: list[str]) -> Decoded:
    """Our code first, if there is one among several."""
    for text in texts:
        code = parse(text)
        if isinstance(code, Code):
            return Decoded(text, code, tuple(other for other in texts if other != text))
    return Decoded(texts[0], None, tuple(texts[1:]))


def _texts(grey: object) -> list[str]:
    """The contents of the QR codes that were read without error, without duplicates, in the reader's order."""
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(grey, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    return list(dict.fromkeys(barcode.text for barcode in found if barcode.valid and barcode.text))


def _stretched(grey: Image) -> Image:
    """The picture with its 1st percentile at black and its 99th at white."""
    histogram = grey.histogram()
    darkest, lightest = _percentile(histogram, _DARKEST), _percentile(histogram, _LIGHTEST)
    span = max(1, lightest - darkest)
    return grey.point([min(255, max(0, (level - darkest) * 255 // span)) for level in range(256)])


def _smoothed(grey: Image) -> Image:
    """The picture without its grain; doubled, if it is small, since smoothing needs pixels to spare."""
    from PIL import Image, ImageFilter

    soft = grey.filter(ImageFilter.GaussianBlur(1))
    if soft.width * soft.height > _LARGEST_DOUBLED:
        return soft
    return soft.resize((soft.width * 2, soft.height * 2), Image.Resampling.BICUBIC)


def _percentile(histogram: list[int], share: float) -> int:
    """The grey level under or at which `share` of the pixels lie."""
    wanted, seen = share * sum(histogram), 0
    for level, count in enumerate(histogram):
        seen += count
        if seen >= wanted:
            return level
    return 255


def _too_large() -> Refused:
    return Refused("picture_too_large", translate("Decoder", "Cette image est trop grande pour être lue au comptoir."))


def _unreadable(path: Path) -> EnvironmentFault:
    return EnvironmentFault(
        translate("Decoder", "L’image «\u00a0{name}\u00a0» ne peut pas être ouverte.").format(name=path.name),
        safe=translate("Decoder", "Aucun passage n’a été enregistré."),
        todo=translate("Decoder", "Vérifiez que le fichier existe et que vous avez le droit de le lire."),
        code="picture_unreadable",
    )
