"""What a scanner meant, from the numbers of the keys or from the text an AZERTY desk made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import ALPHABET, LONGEST_RAW, grouped, make
from desk.keyboard_layouts import Platform, candidates, character, readings, through, undo_layout
from tests.support.scanner import LAYOUTS, as_typed, keys_for, text_of

US_CHARACTERS = "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./ !@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"~|ZXCVBNM<>?"
# Scan code set 1 and Apple's virtual keys, spelt out key by key as a second witness to the tables.
SET_1 = {0x02: "1", 0x0B: "0", 0x0C: "-", 0x10: "q", 0x1B: "]", 0x1E: "a", 0x27: ";", 0x28: "'", 0x29: "`", 0x2B: "\\"}
SET_1 |= {0x2C: "z", 0x2E: "c", 0x32: "m", 0x35: "/", 0x39: " "}
APPLE = {0x00: "a", 0x01: "s", 0x02: "d", 0x03: "f", 0x04: "h", 0x05: "g", 0x06: "z", 0x07: "x", 0x08: "c", 0x09: "v"}
APPLE |= {0x0B: "b", 0x0C: "q", 0x0D: "w", 0x0E: "e", 0x0F: "r", 0x10: "y", 0x11: "t", 0x12: "1", 0x13: "2", 0x14: "3"}
APPLE |= {0x15: "4", 0x16: "6", 0x17: "5", 0x18: "=", 0x19: "9", 0x1A: "7", 0x1B: "-", 0x1C: "8", 0x1D: "0", 0x1E: "]"}
APPLE |= {0x1F: "o", 0x20: "u", 0x21: "[", 0x22: "i", 0x23: "p", 0x25: "l", 0x26: "j", 0x27: "'", 0x28: "k", 0x29: ";"}
APPLE |= {0x2A: "\\", 0x2B: ",", 0x2C: "/", 0x2D: "n", 0x2E: "m", 0x2F: ".", 0x31: " ", 0x32: "`"}


def code_of(body: list[int]) -> str:
    symbols = iter(body)
    return make(lambda _: next(symbols))


codes = st.lists(st.integers(0, len(ALPHABET) - 1), min_size=12, max_size=12).map(code_of)


def test_every_key_of_a_us_keyboard_by_its_x11_number() -> None:
    typed = [character(Platform.EVDEV, keycode, shift) for keycode, shift in keys_for(US_CHARACTERS)]
    assert "".join(char or "?" for char in typed) == US_CHARACTERS


@pytest.mark.parametrize(("platform", "table"), [(Platform.WINDOWS, SET_1), (Platform.MACOS, APPLE)])
def test_the_keys_of_windows_and_apple(platform: Platform, table: dict[int, str]) -> None:
    assert {number: character(platform, number, False) for number in table} == table


@pytest.mark.parametrize("platform", Platform)
def test_each_platform_types_each_character_on_one_key(platform: Platform) -> None:
    typed = [char for number in range(256) for shift in (False, True) if (char := character(platform, number, shift))]
    assert sorted(typed) == sorted(US_CHARACTERS + " ")


@pytest.mark.parametrize(
    ("platform", "number"),
    [(Platform.EVDEV, 36), (Platform.EVDEV, 23), (Platform.EVDEV, 0), (Platform.WINDOWS, 0x1C), (Platform.MACOS, 0x24)],
)
def test_other_keys_type_nothing(platform: Platform, number: int) -> None:
    assert character(platform, number, False) is None


def test_the_example_of_an_azerty_desk() -> None:
    assert through("fr", 'C&)èK"?AàWZ)Qçé') == "C1-7K3MQ0ZW-A92"


@pytest.mark.parametrize("caps_lock", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
@given(code=codes)
def test_a_code_comes_back_from_the_text_of_each_layout(layout: str, caps_lock: bool, code: str) -> None:
    text = as_typed(code, layout, caps_lock=caps_lock)
    assert undo_layout(text).upper() == code


@pytest.mark.parametrize("layout", ["fr", "be"])
@given(text=st.text([char for char in US_CHARACTERS if char not in "[{!@#$%^&*()`~"], max_size=40))
def test_most_text_comes_back_through_its_layout(layout: str, text: str) -> None:
    """All but dead keys, and the shifted digit row, where a digit may as well be CapsLock's."""
    assert through(layout, as_typed(text, layout)) == text


@given(codes)
def test_windows_capslock_types_the_digits_themselves(code: str) -> None:
    assert undo_layout(code.swapcase()) == code.swapcase()


@pytest.mark.parametrize("layout", ["fr", "be"])
def test_the_marks_of_a_scanner_come_back_too(layout: str) -> None:
    code = code_of([9] * 12)
    assert undo_layout(as_typed("\\000026" + code, layout)) == "\\000026" + code


def test_a_misread_code_comes_back_as_what_was_meant() -> None:
    wrong = "CC1" + "0" * 14
    assert undo_layout(as_typed(wrong, "fr")) == wrong


@given(codes)
def test_a_printed_code_is_left_as_it_is(code: str) -> None:
    assert undo_layout(grouped(code)) == grouped(code)


@pytest.mark.parametrize("text", ["", "Zoé Marquez", "https://exemple.fr", "é" * 10_000])
def test_what_is_no_code_stays_as_it_came(text: str) -> None:
    assert undo_layout(text) == text


def test_the_candidates_are_the_text_then_each_layout_once() -> None:
    assert candidates("BCD") == ("BCD",)
    assert candidates("§") == ("§", "?", "6")


def test_readings_are_by_number_as_typed_and_through_each_layout() -> None:
    keycode, shift = keys_for("8")[0]
    assert readings(Platform.EVDEV, keycode, shift, text_of(keycode, shift, "be")) == ("8", "!", "/", "8")
    assert readings(None, 0, False, "_") == ("_", "_", "8", "+")


def test_a_key_that_types_nothing_has_empty_readings_of_the_same_number() -> None:
    nothing = readings(Platform.EVDEV, 36, False, "\r")
    assert nothing == ("",) * len(readings(None, 0, False, "x"))


def test_a_dead_key_is_still_a_character_of_the_scan() -> None:
    keycode, shift = keys_for("[")[0]
    assert set(readings(Platform.EVDEV, keycode, shift, "")) == {"["}


def test_a_text_at_the_limit_is_still_looked_at() -> None:
    code = code_of([9] * 12)
    text = as_typed(code, "fr")
    assert undo_layout(text + " " * (LONGEST_RAW - len(text))).strip() == code
