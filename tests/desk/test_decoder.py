"""Codes in pictures: good ones, poor ones, and files that are no pictures."""

from __future__ import annotations

import itertools
import random
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk import decoder
from desk.codes import ALPHABET, Code, make
from desk.decoder import Decoded, read_bytes, read_file, read_luminance
from desk.errors import EnvironmentFault, Refused
from tests.support.card_images import Spoiling, card_picture, qr_picture, realistic_mix

CODE = make(lambda symbols: 5 % symbols)
OTHER = make(lambda symbols: 19 % symbols)


def saved(picture: Image.Image, kind: str = "PNG") -> bytes:
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def refusal(result: Decoded | Refused) -> str:
    assert isinstance(result, Refused)
    assert result.sentence.endswith(".")
    return result.code


def png_head(width: int, height: int) -> bytes:
    """A tiny PNG file that claims to be enormous."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 1000)
    chunks = b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in (body, data, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM"])
def test_a_card_in_every_picture_format(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "carte"
    path.write_bytes(saved(card_picture(CODE, Spoiling()), kind))
    assert read_file(path) == Decoded(CODE, Code(CODE))


def test_nearly_all_of_a_realistic_mix_is_read_and_nothing_is_read_wrong() -> None:
    dice = random.Random(2026)
    pictures = [(make(dice.randrange), seed) for seed in range(60)]
    results = [(code, read_bytes(saved(card_picture(code, realistic_mix(seed), seed)))) for code, seed in pictures]
    read = [(code, result) for code, result in results if isinstance(result, Decoded)]
    assert all(result.code == Code(code) for code, result in read)
    assert len(read) >= 0.97 * len(results)


def test_a_picture_in_very_low_light_is_saved_by_the_second_try(monkeypatch: pytest.MonkeyPatch) -> None:
    dark = saved(card_picture(CODE, Spoiling(light=0.02)))
    assert read_bytes(dark) == Decoded(CODE, Code(CODE))
    monkeypatch.setattr(decoder, "_stretched", lambda grey: grey)
    assert refusal(read_bytes(dark)) == "picture_no_code"


def test_a_small_grainy_picture_is_saved_by_the_third_try_of_a_file() -> None:
    grainy = card_picture(CODE, Spoiling(module=4, blur=1.4, noise=28, light=0.5))
    assert read_bytes(saved(grainy)) == Decoded(CODE, Code(CODE))
    frame = read_luminance(grainy.width, grainy.height, grainy.width, grainy.tobytes())
    assert refusal(frame) == "picture_no_code"


def test_our_code_is_preferred_among_several() -> None:
    one, ours, two = (qr_picture(text) for text in ("https://exemple.fr/1", CODE, "https://exemple.fr/2"))
    sheet = Image.new("L", (one.width * 3 + 80, one.height), 255)
    for place, code in enumerate((one, ours, two)):
        sheet.paste(code, (place * (one.width + 20), 0))
    result = read_bytes(saved(sheet))
    assert isinstance(result, Decoded)
    assert (result.text, result.code) == (CODE, Code(CODE))
    assert sorted(result.others) == ["https://exemple.fr/1", "https://exemple.fr/2"]


def test_a_foreign_code_is_given_as_it_is() -> None:
    assert read_bytes(saved(qr_picture("Bonjour à tous"))) == Decoded("Bonjour à tous", None)


def test_a_transparent_picture_lies_on_white() -> None:
    drawn = qr_picture(CODE)
    ink = Image.new("RGBA", drawn.size, (0, 0, 0, 255))
    ink.putalpha(drawn.point([255 - level for level in range(256)]))
    assert read_bytes(saved(ink)) == Decoded(CODE, Code(CODE))


def test_a_camera_frame_with_padded_rows() -> None:
    picture = card_picture(CODE, Spoiling(rotation=20, noise=10))
    stride = picture.width + 37
    rows = picture.tobytes()
    padded = b"".join(
        rows[start : start + picture.width].ljust(stride, b"\x7f") for start in range(0, len(rows), picture.width)
    )
    found = Decoded(CODE, Code(CODE))
    assert read_luminance(picture.width, picture.height, stride, padded) == found
    last_row_unpadded = memoryview(bytearray(padded))[: len(padded) - 37]
    assert read_luminance(picture.width, picture.height, stride, last_row_unpadded) == found


@pytest.mark.parametrize(
    ("width", "height", "stride"), [(0, 4, 4), (4, 0, 4), (4, 4, 3), (4, 5, 4), (5, 4, 5), (-1, -1, -1)]
)
def test_a_frame_that_contradicts_its_buffer_is_a_mistake(width: int, height: int, stride: int) -> None:
    with pytest.raises(ValueError, match="no picture"):
        read_luminance(width, height, stride, bytes(16))


def test_a_picture_without_a_code() -> None:
    assert refusal(read_bytes(saved(Image.new("L", (300, 200), 200)))) == "picture_no_code"
    assert refusal(read_bytes(saved(Image.new("L", (1, 1))))) == "picture_no_code"


@pytest.mark.parametrize(
    "content", [b"", b"bonjour", b"%PDF-1.7 ...", saved(qr_picture(CODE))[:200], b"\x89PNG\r\n\x1a\n", b"P5 9 9 255\n"]
)
def test_what_is_no_picture(content: bytes) -> None:
    assert refusal(read_bytes(content)) == "not_a_picture"


def test_damaged_pictures_are_refused_or_read_but_never_raise() -> None:
    dice = random.Random(7)
    for kind in ("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"):
        whole = saved(qr_picture(CODE), kind)
        for _ in range(25):
            damaged = bytearray(whole)
            for _ in range(6):
                damaged[dice.randrange(len(damaged))] = dice.randrange(256)
            result = read_bytes(bytes(damaged))
            assert isinstance(result, Refused) or result.code in (Code(CODE), None)


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (12_000, 10_000), (9_000, 9_000)])
def test_a_picture_that_would_unfold_into_gigabytes_is_refused(width: int, height: int) -> None:
    assert refusal(read_bytes(png_head(width, height))) == "picture_too_large"


def test_a_file_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "film.png"
    with path.open("wb") as file:
        file.truncate(decoder.LARGEST_FILE + 1)
    assert refusal(read_file(path)) == "picture_too_large"


@pytest.mark.parametrize("name", ["absente.png", "."])
def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path, name: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        read_file(tmp_path / name)
    assert caught.value.code == "picture_unreadable"
    assert caught.value.what
    assert caught.value.safe
    assert caught.value.todo


def counting_from(first: int) -> Callable[[int], int]:
    symbols = itertools.count(first)
    return lambda count: next(symbols) % count


def test_the_alphabet_is_read_back_whole() -> None:
    for first in range(0, len(ALPHABET), 9):
        code = make(counting_from(first))
        assert read_bytes(saved(qr_picture(code))) == Decoded(code, Code(code))
