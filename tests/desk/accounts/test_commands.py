"""The commands about accounts and archives, as a script meets them: lines, sentences, exit codes."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from desk.__main__ import main
from tests.desk.accounts.scenes import a_week
from tests.support.archive_tampering import one_byte
from tests.support.house import place_house, small_house

DONE, USAGE, REFUSED, NOT_VERIFIED, FAULT = 0, 2, 3, 4, 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A house after a busy week, closed."""
    with small_house(tmp_path / "house") as house:
        a_week(house)
    return tmp_path / "house"


@pytest.mark.parametrize(
    ("format_", "names"),
    [
        ("fec", {"123456782FEC20261231.txt", "123456782FEC20261231-description.txt"}),
        ("journal", {"journal-2026.csv", "journal-2026.xlsx"}),
        ("vat", {"tva-2026.csv"}),
        ("ereporting", {"ereporting-2026-ventes.csv", "ereporting-2026-jours.csv", "ereporting-2026-paiements.csv"}),
    ],
)
def test_each_format_writes_its_files(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], format_: str, names: set[str]
) -> None:
    out = tmp_path / "out" / "deep"
    assert main(["export", format_, "--year", "2026", "--out", str(out), "--data", str(folder)]) == DONE
    assert {path.name for path in out.iterdir()} == names
    told = capsys.readouterr().out
    assert all(name in told for name in names)
    assert "Exercice 2026\u00a0: 6 pièces" in told


def test_an_archive_is_made_verified_and_found_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(folder)]
    assert main(["archive", "--year", "2026", "--out", str(tmp_path), "--json", *data]) == DONE
    made = json.loads(capsys.readouterr().out)
    assert (made["number"], made["closed"], made["ok"]) == ("AR-A-000001", False, True)
    assert main(["verify", made["file"]]) == DONE
    assert main(["verify", made["file"], "--json", *data]) == DONE
    path = Path(made["file"])
    chance = random.Random(1)
    path.write_bytes(one_byte(chance, path.read_bytes()))
    capsys.readouterr()
    assert main(["verify", made["file"]]) in (NOT_VERIFIED, FAULT)
    assert main(["verify", str(tmp_path / "absent.zip")]) == FAULT
    assert "Il n’y a pas d’archive absent.zip." in capsys.readouterr().err


def test_the_chart_is_shown_changed_and_put_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(folder)]
    assert main(["accounts", "sales.coffee", "707100", *data]) == DONE
    assert "sales.coffee est écrit au compte 707100, Ventes de marchandises." in capsys.readouterr().out
    assert main(["accounts", *data]) == DONE
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("sales.coffee")]
    assert line.split()[1] == "707100"
    assert line.endswith("(choisi par la maison)")
    assert main(["accounts", "sales.coffee", "--default", *data]) == DONE
    assert main(["accounts", "sales.coffee", *data]) == REFUSED
    assert main(["accounts", "sales.coffee", "x", *data]) == REFUSED
    assert "commence par un chiffre" in capsys.readouterr().err
    assert main(["accounts", "--json", *data]) == DONE
    assert not any(one["own"] for one in json.loads(capsys.readouterr().out))


def test_what_cannot_be_exported_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(place_house(tmp_path / "empty")), "--out", str(tmp_path)]
    assert main(["export", "fec", "--year", "2026", *data]) == REFUSED
    assert "Rien n’a été vendu" in capsys.readouterr().err
    for year in ("26", "1999", "２０２６", "x", "9" * 40):
        with pytest.raises(SystemExit) as caught:
            main(["export", "fec", "--year", year, *data])
        assert caught.value.code == USAGE
