"""Cards made at the desk: one in force, its paper in the same act, the old one refused; and what a command writes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from desk import codes
from desk.__main__ import main
from desk.cards import CardMade, CardsFound, Loss
from desk.checkin import Verdict
from desk.commands import FAULT, OK, REFUSED, USAGE
from desk.documents import card_sheet
from desk.documents.page import from_json
from desk.errors import Refused
from desk.people import NewPerson, Welcomed
from tests.support import pdf
from tests.support.house import SmallHouse

_DOTS = 300 / 72


def _made(answer: CardMade | Refused) -> CardMade:
    assert isinstance(answer, CardMade), answer
    return answer


def _newcomer(house: SmallHouse, name: str = "Noémie Lefèvre") -> CardMade:
    given, _, family = name.partition(" ")
    welcomed = house.desk.people.welcome(NewPerson(given, family))
    assert isinstance(welcomed, Welcomed), welcomed
    return welcomed.card


def test_a_replaced_card_is_refused_by_name_the_second_the_new_one_opens(house: SmallHouse) -> None:
    member = house.member("Inès Alvar")
    fresh = _made(house.desk.cards.replace(member.id, Loss.LOST))
    assert (fresh.number, fresh.name, fresh.replaced) == (member.number, "Inès Alvar", member.code)
    old = house.scan(member.code)
    assert (old.verdict, old.reason) == (Verdict.REFUSED, "revoked")
    assert old.greeting is not None
    assert old.greeting.name == "Inès Alvar"
    assert old.refused is not None
    assert "perdue" in old.refused.sentence
    assert house.scan(fresh.code).verdict is Verdict.IN
    assert house.value("SELECT count(*) FROM card WHERE revoked_at IS NULL") == 1


@pytest.mark.parametrize(("why", "word"), [(Loss.STOLEN, "volée"), (Loss.DAMAGED, "abîmée")])
def test_the_door_says_what_became_of_the_old_card(house: SmallHouse, why: Loss, word: str) -> None:
    member = house.member()
    _made(house.desk.cards.replace(member.id, why))
    refused = house.scan(member.code).refused
    assert refused is not None
    assert word in refused.sentence


def test_a_second_card_is_refused_and_leaves_no_paper(house: SmallHouse) -> None:
    member = house.member()
    answer = house.desk.cards.issue(member.id)
    assert isinstance(answer, Refused)
    assert answer.code == "has_card"
    assert house.desk.queue.pending() == ()


def test_a_withdrawn_card_opens_nothing_and_another_may_follow(house: SmallHouse) -> None:
    member = house.member()
    assert house.desk.cards.revoke(member.id, "  ") is not None
    assert house.desk.cards.revoke(member.id, "rendue") is None
    assert house.scan(member.code).reason == "revoked"
    again = house.desk.cards.revoke(member.id, "rendue")
    assert again is not None
    assert again.code == "no_card"
    assert isinstance(house.desk.cards.replace(member.id, Loss.LOST), Refused)
    fresh = _made(house.desk.cards.issue(member.id))
    assert house.scan(fresh.code).verdict is Verdict.IN


def test_nobody_has_no_card(house: SmallHouse) -> None:
    for answer in (
        house.desk.cards.issue("nobody"), house.desk.cards.replace("nobody", Loss.LOST),
        house.desk.cards.revoke("nobody", "x"),
    ):  # fmt: skip
        assert isinstance(answer, Refused)
        assert answer.code == "no_member"


def test_a_card_is_queued_with_the_act_and_drawn_from_the_queue(house: SmallHouse) -> None:
    made = _newcomer(house)
    (job,) = house.desk.queue.pending()
    assert job.title == "Carte de Noémie Lefèvre"
    stored = from_json(str(house.value("SELECT document FROM print_job")))
    drawn = pdf.picture(card_sheet.render(stored), _DOTS)
    assert [read.text for read in zxingcpp.read_barcodes(drawn)] == [made.code]
    assert house.verify(deep=True).problems == ()


def test_a_selection_prints_on_one_paper_and_names_those_who_have_none(house: SmallHouse) -> None:
    first, second, third = house.member("Inès Alvar"), house.member("Ana Livre"), house.member("Zoé Œuvrard")
    assert house.desk.cards.revoke(second.id, "rendue") is None
    found = house.desk.cards.print_cards((third.number, second.number, first.number))
    assert isinstance(found, CardsFound)
    assert [card.code for card in found.cards] == [first.code, third.code]
    assert found.without == ("Ana Livre",)
    (job,) = house.desk.queue.pending()
    assert job.title == "2 cartes de membres"
    none = house.desk.cards.print_cards((second.number,))
    assert isinstance(none, Refused)
    unknown = house.desk.cards.find((first.number, 77, 99))
    assert isinstance(unknown, Refused)
    assert unknown.sentence.endswith("77, 99.")


# --- the commands --------------------------------------------------------------------------------------------


@pytest.fixture
def peopled(house: SmallHouse) -> SmallHouse:
    """Twelve members with a card, and a thirteenth without."""
    for number in range(12):
        house.member(f"Ana Livre{number}")
    last = house.member("Ulysse Sanscarte")
    assert house.desk.cards.revoke(last.id, "rendue") is None
    return house


def _run(house: SmallHouse, *arguments: str) -> int:
    return main([*arguments, "--data", str(house.folder)])


def test_a_card_as_a_picture_and_as_a_pdf(
    peopled: SmallHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = peopled.desk.members.everyone()[1].card_code
    picture, paper = tmp_path / "card.png", tmp_path / "card.pdf"
    assert _run(peopled, "card", "2", "--png", str(picture), "--pdf", str(paper)) == OK
    with Image.open(picture) as drawn:
        assert drawn.getpixel((0, 0)) == 255
        assert [read.text for read in zxingcpp.read_barcodes(drawn)] == [code]
    assert [r.text for r in zxingcpp.read_barcodes(pdf.picture(paper.read_bytes(), _DOTS))] == [code]
    assert _run(peopled, "card", "2") == OK
    assert codes.grouped(code) in capsys.readouterr().out


def test_sheets_of_everyone_or_of_some(peopled: SmallHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = {m.number: m.card_code for m in peopled.desk.members.everyone() if m.card_code}
    paper = tmp_path / "cards.pdf"
    assert _run(peopled, "cards", "--pdf", str(paper)) == OK
    data = paper.read_bytes()
    assert len(pdf.pages(data)) == 2
    read = {r.text for page in range(2) for r in zxingcpp.read_barcodes(pdf.picture(data, _DOTS, page))}
    assert read == set(wanted.values())
    assert _run(peopled, "cards", "--pdf", str(paper), "--numbers", "1, 3,13") == OK
    drawn = pdf.picture(paper.read_bytes(), _DOTS)
    assert {r.text for r in zxingcpp.read_barcodes(drawn)} == {wanted[1], wanted[3]}
    assert "Ulysse Sanscarte" in capsys.readouterr().err


def test_what_the_commands_refuse(peopled: SmallHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = str(tmp_path / "cards.pdf")
    assert _run(peopled, "card", "13") == REFUSED
    assert "Ulysse Sanscarte" in capsys.readouterr().err
    assert _run(peopled, "card", str(10**30)) == REFUSED
    assert _run(peopled, "cards", "--pdf", paper, "--numbers", "13") == REFUSED
    assert _run(peopled, "cards", "--pdf", paper, "--numbers", "400") == REFUSED
    assert _run(peopled, "card", "1", "--png", str(tmp_path / "no" / "where.png")) == FAULT
    with pytest.raises(SystemExit) as stopped:
        _run(peopled, "cards", "--pdf", paper, "--numbers", "1;2")
    assert stopped.value.code == USAGE
    assert not Path(paper).exists()


def test_the_picture_has_modules_of_whole_pixels(peopled: SmallHouse, tmp_path: Path) -> None:
    picture = tmp_path / "card.png"
    assert _run(peopled, "card", "1", "--png", str(picture)) == OK
    with Image.open(BytesIO(picture.read_bytes())) as drawn:
        side = drawn.width
        column = [drawn.getpixel((side // 2, y)) for y in range(side)]
    changes = [y for y in range(1, side) if column[y] != column[y - 1]]
    module = side // 33
    assert module * 33 == side
    assert set(column) == {0, 255}
    assert all(y % module == 0 for y in changes)
