"""Names as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.names import is_email, searchable, similarity, tidy


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  Noël   D’Œuvre-Lys ", "noel d oeuvre lys"), ("ÇÀÉÎÖÜ", "caeiou"), ("Straße", "strasse"),
        ("Ana-Maria O'Neil", "ana maria o neil"), ("", ""), ("Žižek Łuk ǾÆ", "zizek luk oae"),
    ],
)  # fmt: skip
def test_case_accents_and_hyphens_do_not_count(typed: str, read: str) -> None:
    assert searchable(typed) == read


@given(st.text(max_size=60))
def test_a_searchable_text_is_stable(text: str) -> None:
    once = searchable(text)
    assert searchable(once) == once
    assert once == once.strip()


@given(st.text(max_size=120), st.integers(1, 100))
def test_a_tidy_name_can_be_stored_and_printed(text: str, limit: int) -> None:
    name = tidy(text, limit)
    assert len(name) <= limit
    assert name == tidy(name, limit)
    assert name.encode("utf-8").decode("utf-8") == name
    assert not any(ord(character) < 32 for character in name)


@pytest.mark.parametrize("text", ["ana@exemple.fr", "a@b.c", "Ana.Belle+x@sous.exemple.fr"])
def test_an_address_is_one(text: str) -> None:
    assert is_email(text)


@pytest.mark.parametrize("text", ["", "ana", "@exemple.fr", "ana@", "ana@exemple", "a b@exemple.fr", "a.b"])
def test_what_is_no_address_is_not(text: str) -> None:
    assert not is_email(text)


def test_a_beginning_beats_a_typo() -> None:
    assert similarity("mar", "paul marchand") > similarity("mar", "lou lamarre")
    assert similarity("marchnd", "paul marchand") > 70 > similarity("zzz", "paul marchand")
    assert similarity("marchand paul", "paul marchand") == 100


def test_a_lone_initial_rescues_nothing() -> None:
    assert similarity("enzoo p", "enzo perrichonnet") > 80
    assert similarity("enzoo p", "prets et cautions objets en retard") < 70
    assert similarity("", "paul") == similarity("paul", "") == 0
    assert similarity("les amis du velo", "amis du velo les", whole=True) == 100
