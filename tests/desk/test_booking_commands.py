"""The commands about bookings: the day, the price with its mix, the calendar."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest
from icalendar import Calendar

from desk import cli
from desk.errors import EnvironmentFault
from tests.desk.bookings.scenes import done, wish
from tests.support.house import SmallHouse

DONE, USAGE, REFUSED, FAULT = 0, 2, 3, 5


def run(*arguments: str | Path) -> int:
    """Run a command as the doorway does; none of these opens a window."""

    def never(_: argparse.Namespace) -> int:
        raise EnvironmentFault("window")

    windows = cli.WindowCommands(never, never, never)
    return cli.execute(cli.parser(windows).parse_args([str(a) for a in arguments]))


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_bookings_of_a_day(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", title="Chorale", people=12, set_up_minutes=15)))
    done(house.desk.bookings.hold(wish("2026-11-24T09:00", 90, "pow-wow", title="Bureau")))
    assert run("bookings", "--day", "2026-11-24", "--data", house.folder) == DONE
    assert _plain(capsys.readouterr().out).splitlines() == [
        "mar. 24 nov. 2026, réservations : 2", "09:00–10:30  Pow-Wow  Bureau", "10:00–11:00  Calumet  Chorale (12)",
    ]  # fmt: skip
    for space in ("calumet", "Calumet", "CALUMET"):
        assert run("bookings", "--day", "2026-11-24", "--space", space, "--json", "--data", house.folder) == DONE
        answer = json.loads(capsys.readouterr().out)
        (one,) = answer["bookings"]
        assert (answer["day"], one["space"], one["title"], one["people"]) == ("2026-11-24", "calumet", "Chorale", 12)
        assert (one["from"], one["held_from"]) == ("2026-11-24T10:00:00+01:00", "2026-11-24T09:45:00+01:00")
    assert run("bookings", "--data", house.folder) == DONE
    assert _plain(capsys.readouterr().out).endswith("réservations : 0\n")
    assert run("bookings", "--space", "Lune", "--data", house.folder) == REFUSED
    assert "Il n’y a pas d’espace" in capsys.readouterr().err


def test_the_price_shows_its_mix(house: SmallHouse, capsys: pytest.CaptureFixture[str]) -> None:
    start, end = "2026-11-24T09:00", "2026-11-24T15:00"
    assert run("quote", "Calumet", start, end, "--data", house.folder) == DONE
    told = _plain(capsys.readouterr().out).splitlines()
    assert told[0] == "Calumet, du mar. 24 nov. 2026 à 09:00 au mar. 24 nov. 2026 à 15:00"
    assert {line.strip() for line in told[1:3]} == {
        "1 × Calumet, heure à 25,00 € HT : 25,00 € HT", "1 × Calumet, demi-journée à 80,00 € HT : 80,00 € HT",
    }  # fmt: skip
    assert told[3] == "Total : 105,00 € HT, soit 126,00 € TTC, dont 21,00 € de TVA"
    assert run("quote", "calumet", start, "15:00", "--category", "member", "--json", "--data", house.folder) == DONE
    answer = json.loads(capsys.readouterr().out)
    assert answer["total_cents"] == round((1250 + 4000) * 1.2)
    assert (answer["reads_first"], answer["net_cents"]) == ("gross", 5250)
    assert (answer["category"], answer["until"]) == ("member", "2026-11-24T15:00:00+01:00")
    assert sum(line["cents"] for line in answer["lines"]) == answer["vat"][0]["base_cents"] == 5250
    # Three in the morning comes an hour early that night: two hours, not three.
    night = ("2027-03-28T01:00", "2027-03-28T04:00")
    assert run("quote", "calumet", *night, "--json", "--data", house.folder) == DONE
    assert json.loads(capsys.readouterr().out)["lines"][0]["quantity"] == 2


def test_what_has_no_price_is_refused_and_what_is_no_time_is_usage(
    house: SmallHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("quote", "salon", "09:00", "10:00", "--data", house.folder) == REFUSED
    assert run("quote", "calumet", "10:00", "09:00", "--data", house.folder) == REFUSED
    assert "La fin doit venir après le début." in capsys.readouterr().err
    for wrong in ("midi", "25:00", "2026-13-01T10:00", "2026-11-24T10:00Z"):
        with pytest.raises(SystemExit) as stopped:
            run("quote", "calumet", wrong, "10:00", "--data", house.folder)
        assert stopped.value.code == USAGE
    with pytest.raises(SystemExit):
        run("bookings", "--day", "hier", "--data", house.folder)


def test_the_calendar_is_written(house: SmallHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", title="Chorale")))
    done(house.desk.bookings.hold(wish("2026-11-24T10:00", space="agora", title="Yoga")))
    for arguments, count in (((), 2), (("--space", "Agora"), 1)):
        out = tmp_path / "casaco.ics"
        assert run("export", "ics", *arguments, "--out", out, "--data", house.folder) == DONE
        assert f"Réservations : {count}, dans" in _plain(capsys.readouterr().out)
        assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == count
    assert run("export", "ics", "--out", tmp_path, "--data", house.folder) == FAULT
    assert "n’a pas pu être écrit" in capsys.readouterr().err
