"""Whatever a file holds, an import never fails halfway: each line is in with all it brings, or out with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import Refused
from desk.imports import Field, ImportDone, ImportPreview, LineState
from desk.imports.entries import read_date
from desk.workbooks import FORMULA_MARKS, harmless, original
from tests.support.house import SmallHouse, small_house

_CELLS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "", "Inès", "Alvar", "ines@essai.example", "Régulier", "carnet 10 jours", "01/11/2026", "99/99/9999", "12",
            "n° 7", "-1", "1e9", "=1+1", "@SUM(A1)", "+33612345678", "CC1", '"', "';", "\u202e", "\x00", "\ud83d\ude00",
            "oui", "peut-être", "9999999999999999", "٣", "½",
        ]
    ),
)  # fmt: skip
_TITLES = st.lists(
    st.sampled_from(["Nom", "Prénom", "Numéro", "E-mail", "Tél", "Formule", "Début", "Fin", "Carte", "?"])
)
_COUNTS = "SELECT (SELECT count(*) FROM member), (SELECT count(*) FROM membership), (SELECT count(*) FROM card)"


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> SmallHouse:
    """One house for all the examples: what an import leaves is there when the next one comes."""
    with small_house(tmp_path_factory.mktemp("hostile") / "house") as house:
        yield house


def _check(house: SmallHouse, path: Path, mapping: tuple[Field | None, ...] | None = None) -> None:
    before = house.rows(_COUNTS)[0]
    found = house.desk.imports.preview(path, mapping)
    if isinstance(found, Refused):
        assert found.sentence.endswith(".")
        return
    assert house.rows(_COUNTS)[0] == before
    for line in found.lines:
        assert (line.state is LineState.GOOD) == (line.reason == "")
        assert (line.entry is not None) == (line.state in (LineState.GOOD, LineState.ALIKE))
    _apply(house, found, before)


def _apply(house: SmallHouse, found: ImportPreview, before: tuple[object, ...]) -> None:
    done = house.desk.imports.apply(found, alike=True)
    after = house.rows(_COUNTS)[0]
    if isinstance(done, Refused):
        assert after == before
        return
    assert isinstance(done, ImportDone)
    assert done.members == len(found.good) + len(found.alike)
    assert after == tuple(
        int(str(a)) + b for a, b in zip(before, (done.members, done.memberships, done.cards), strict=True)
    )
    assert house.rows("PRAGMA foreign_key_check") == []


@given(titles=_TITLES, rows=st.lists(st.lists(_CELLS, max_size=11), max_size=8), separator=st.sampled_from(";,\t"))
def test_cells_of_any_kind(lasting: SmallHouse, titles: list[str], rows: list[list[str]], separator: str) -> None:
    text = "\n".join(separator.join(cells) for cells in [titles, *rows])
    path = lasting.folder / "hostile.csv"
    path.write_bytes(text.encode("utf-8", "replace"))
    _check(lasting, path)


@given(data=st.binary(max_size=500), mapping=st.lists(st.sampled_from([None, *Field]), max_size=4))
def test_bytes_of_any_kind(lasting: SmallHouse, data: bytes, mapping: list[Field | None]) -> None:
    path = lasting.folder / "bytes.csv"
    path.write_bytes("Prénom;Nom;N°\n".encode() + data)
    _check(lasting, path, tuple(mapping) if len(mapping) == 3 else None)


def test_the_journal_holds_after_all_that(lasting: SmallHouse) -> None:
    lasting.member("Après Tout")
    assert lasting.verify(deep=True).problems == ()


@given(st.text(max_size=40))
def test_no_text_becomes_a_formula_and_none_is_lost(text: str) -> None:
    assert not harmless(text).startswith(FORMULA_MARKS)
    assert original(harmless(text)) == text or text.startswith("'")


@given(st.text(max_size=14))
def test_a_date_is_one_or_is_none(text: str) -> None:
    found = read_date(text)
    assert found is None or 1900 <= found.year < 2200
