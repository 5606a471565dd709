"""The short code: made, printed, read back, and what its check catches."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk import language
from desk.codes import (
    ALPHABET,
    BODY_LENGTH,
    LENGTH,
    LONGEST_RAW,
    PREFIX,
    Code,
    CodeProblem,
    Problem,
    grouped,
    make,
    may_begin,
    normalise,
    parse,
)
from desk.errors import Refused


def code_of(body: list[int]) -> str:
    symbols = iter(body)
    return make(lambda count: next(symbols) % count)


bodies = st.lists(st.integers(0, len(ALPHABET) - 1), min_size=BODY_LENGTH, max_size=BODY_LENGTH)
codes = bodies.map(code_of)
# The first three characters say that the code is ours; the check guards what follows.
places = st.integers(len(PREFIX), LENGTH - 1)


def problem(raw: str) -> Problem:
    parsed = parse(raw)
    assert isinstance(parsed, CodeProblem)
    return parsed.kind


def test_the_alphabet_survives_keyboards_and_eyes() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 27
    assert not set(ALPHABET) & set("AQZWMILOU")
    assert set(PREFIX) <= set(ALPHABET)


def test_a_code_fits_the_qr_code_of_a_card() -> None:
    assert LENGTH == 17  # a version 2 QR code holds 29 letters and digits at error correction Q


@given(codes)
def test_a_made_code_is_valid(code: str) -> None:
    assert len(code) == LENGTH
    assert code.startswith(PREFIX)
    assert parse(code) == Code(code)


def test_made_codes_differ() -> None:
    assert len({make() for _ in range(500)}) == 500


@given(codes, places, st.sampled_from(ALPHABET))
def test_every_wrong_symbol_is_caught(code: str, place: int, symbol: str) -> None:
    assume(code[place] != symbol)
    assert problem(code[:place] + symbol + code[place + 1 :]) is Problem.MISREAD


@given(codes, st.integers(len(PREFIX), LENGTH - 2))
def test_every_swap_of_neighbours_is_caught(code: str, place: int) -> None:
    assume(code[place] != code[place + 1])
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert problem(swapped) is Problem.MISREAD


def test_all_wrong_symbols_and_swaps_of_some_codes_are_caught() -> None:
    """Not a sample: each place, each symbol, each pair of neighbours."""
    dice = random.Random(11)
    for _ in range(20):
        code = make(dice.randrange)
        for place in range(len(PREFIX), LENGTH):
            wrong = [code[:place] + symbol + code[place + 1 :] for symbol in ALPHABET if symbol != code[place]]
            assert all(problem(text) is Problem.MISREAD for text in wrong)
            pair = code[place : place + 2]
            if pair != pair[::-1]:
                assert problem(code[:place] + pair[::-1] + code[place + 2 :]) is Problem.MISREAD


def test_any_other_error_passes_about_once_in_729() -> None:
    dice = random.Random(3)
    tries = 20_000
    passed = 0
    for _ in range(tries):
        body = "".join(dice.choice(ALPHABET) for _ in range(LENGTH - len(PREFIX)))
        passed += isinstance(parse(PREFIX + body), Code)
    assert 0.5 / 729 < passed / tries < 2 / 729


@given(codes, st.integers(1, LENGTH - len(PREFIX)))
def test_a_code_cut_short_or_prolonged_is_misread(code: str, cut: int) -> None:
    assert problem(code[:-cut]) is Problem.MISREAD
    assert problem(code + "0" * cut) is Problem.MISREAD


@given(codes)
def test_the_printed_form_reads_back(code: str) -> None:
    printed = grouped(code)
    assert [len(group) for group in printed.split(" ")] == [3, 4, 4, 4, 2]
    assert normalise(printed) == code
    assert parse(printed.lower()) == Code(code)
    assert Code(code).grouped == printed


@given(
    codes,
    st.lists(st.sampled_from(["\x00", "\x1d", "\r\n", "\t", " ", "\u00a0", "\u202f", "-", "–", "\ufeff"])),
    st.data(),
)
def test_carriage_is_stripped_wherever_it_stands(code: str, carriage: list[str], data: st.DataObject) -> None:
    text = code
    for piece in carriage:
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + piece + text[place:]
    assert parse(text) == Code(code)


@pytest.mark.parametrize("mark", ["\\000026", "]Q1", "]Q1\\000026", "\x02]Q3", "\\000026\\000003"])
def test_the_marks_of_some_scanners_are_stripped(mark: str) -> None:
    code = code_of([4] * 12)
    assert normalise(mark + code + "\r") == code


def test_a_person_may_say_o_for_zero_and_i_or_l_for_one() -> None:
    code = code_of([0, 1] * 6)
    assert parse(code.replace("0", "o").replace("1", "I")) == Code(code)
    assert parse(code.replace("0", "O").replace("1", "l")) == Code(code)


@given(st.text(max_size=LONGEST_RAW + 20))
def test_any_text_gets_an_answer_and_normalising_twice_changes_nothing(text: str) -> None:
    assert isinstance(parse(text), Code | CodeProblem)
    clean = normalise(text)
    if "\\" not in clean and "]" not in clean:
        assert normalise(clean) == clean


@pytest.mark.parametrize("text", ["x" * 10_000, PREFIX * 4_000, code_of([3] * 12) + " " * 10_000, "\x00" * 10_000])
def test_a_very_long_text_is_too_long_and_costs_nothing(text: str) -> None:
    assert normalise(text) == ""
    assert problem(text) is Problem.TOO_LONG


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("", Problem.EMPTY),
        (" \r\n", Problem.EMPTY),
        ("https://exemple.fr", Problem.NOT_OURS),
        ("CC2" + "0" * 14, Problem.NOT_OURS),
        ("CC1", Problem.MISREAD),
        ("CC1" + "0" * 14, Problem.MISREAD),
        ("CC1" + "É" * 14, Problem.MISREAD),
        ("ＣＣ１" + "0" * 14, Problem.NOT_OURS),
    ],
)
def test_each_problem_has_its_sentence(raw: str, kind: Problem) -> None:
    parsed = parse(raw)
    assert isinstance(parsed, CodeProblem)
    assert parsed.kind is kind
    assert parsed.sentence.endswith(".")
    assert parsed.refused() == Refused(kind.value, parsed.sentence)


def test_the_sentences_are_translated() -> None:
    language.install("en", lambda context, text: f"{context}: {text}")
    parsed = parse("bonjour")
    assert isinstance(parsed, CodeProblem)
    assert parsed.sentence == "Codes: Ce code n’est pas un code de Casaco."


@given(codes, st.sampled_from(["", "\\000026", "]Q1", "]Q1\\000026"]), st.booleans())
def test_each_beginning_of_a_code_may_begin_one(code: str, mark: str, lower: bool) -> None:
    text = mark + (code.lower() if lower else code)
    assert all(may_begin(text[:length]) for length in range(len(text) + 1))


@pytest.mark.parametrize("text", ["a", "CA", "C1", "CC3", "1", "\\C", "]1", "\\00002C", " C", "\\000026X"])
def test_what_begins_no_code(text: str) -> None:
    assert not may_begin(text)


def test_the_module_loads_no_library() -> None:
    """A turnstile starts the desk for one code: the standard library must do."""
    program = "import sys, desk.codes, desk.keyboard_layouts; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"PySide6", "sqlalchemy", "PIL", "zxingcpp", "models", "views"}
