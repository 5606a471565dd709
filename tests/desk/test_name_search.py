"""Ten thousand names searched at once answer what looking at each of them would."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from desk.name_search import NameSearch
from desk.names import GOOD_ENOUGH, similarity

NAMES = (
    "ines alvar", "marie dupont", "anne marie durand", "lamarre leo", "marchand zoe", "pow wow", "m dupond",
    "jean marc marc", "", "o neill", "dupont", "mariedu pont",
)  # fmt: skip
_LETTERS = st.text("amrieduopnt", min_size=1, max_size=9)
_TYPED = st.lists(_LETTERS, min_size=1, max_size=3).map(" ".join)


def _one_by_one(wanted: str, names: list[str]) -> list[tuple[int, int]]:
    scored = [(similarity(wanted, name), place) for place, name in enumerate(names)]
    return sorted((-round(score * 1000), place) for score, place in scored if score >= GOOD_ENOUGH)


@given(_TYPED, st.lists(_TYPED, max_size=12))
@example("mar", list(NAMES))
@example("marie dupond", list(NAMES))
@example("m dupont", list(NAMES))
@example("powwow", list(NAMES))
@example("maire", list(NAMES))
def test_nobody_is_found_or_missed_who_would_not_be_one_by_one(wanted: str, names: list[str]) -> None:
    found = NameSearch(names).best(wanted, len(names))
    assert [(-round(score * 1000), place) for score, place in found] == _one_by_one(wanted, names)


def test_the_best_come_first_and_no_more_than_asked() -> None:
    names = ["marchand ugo", "lamarre leo", "marchand ana"]
    index = NameSearch(names)
    assert [place for _, place in index.best("marchand", 5)] == [0, 2]
    assert len(index.best("marchand", 1)) == 1
    assert index.best("", 5) == []
