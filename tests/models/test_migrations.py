"""Migrations: the steps build exactly what the classes describe, and an older house is opened whole."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import Engine

from desk.clock import SetClock
from desk.custody import VERSION_CHANGED
from desk.frontdesk import FrontDesk
from desk.heads import HEADS_FILE
from desk.keys import KEY_FILE
from desk.rights import AT_TERMINAL
from desk.storage import open_database
from desk.verify import verify_folder
from models.booking_guards import BOOKING_TRIGGERS
from models.closings import CLOSING_TRIGGERS
from models.database import FILE_NAME, use_write_ahead_log
from models.deposits import DEPOSIT_TRIGGERS
from models.invoices import INVOICE_TRIGGERS
from models.journal import JOURNAL_TRIGGERS
from models.migrations import FOLDER, HEAD
from models.plans import PLAN_TRIGGERS
from models.quotes import QUOTE_TRIGGERS
from models.sales import SALES_TRIGGERS
from models.schema import Base
from tests.support.house import OPENING, founded, plain

# 0013 puts the ticket of a collective moment into the price list.
ADDED = {"product": 1, "price": 3}
OLDER = sorted((Path(__file__).parent / "older").glob("*.sql"))


def _described(engine: Engine) -> dict[str, object]:
    """Tables with their columns, keys, checks and indexes, as the database itself tells them."""
    seen = inspect(engine)
    tables = sorted(name for name in seen.get_table_names() if name != "alembic_version")
    return {
        name: {
            "columns": [(c["name"], str(c["type"]), c["nullable"], c["primary_key"]) for c in seen.get_columns(name)],
            "primary": seen.get_pk_constraint(name)["constrained_columns"],
            "foreign": sorted(
                (tuple(f["constrained_columns"]), f["referred_table"], tuple(f["referred_columns"]))
                for f in seen.get_foreign_keys(name)
            ),
            "unique": sorted(tuple(u["column_names"]) for u in seen.get_unique_constraints(name)),
            "checks": sorted(" ".join(c["sqltext"].split()) for c in seen.get_check_constraints(name)),
            "indexes": sorted(
                (str(i["name"]), tuple(i["column_names"]), i["unique"], str(i["dialect_options"].get("sqlite_where")))
                for i in seen.get_indexes(name)
            ),
        }
        for name in tables
    }  # fmt: skip


def test_the_steps_build_what_the_classes_describe(tmp_path: Path) -> None:
    (tmp_path / "steps").mkdir()
    stepped = open_database(tmp_path / "steps")
    direct = create_engine(f"sqlite:///{tmp_path / 'direct.db'}")
    Base.metadata.create_all(direct)
    assert _described(stepped) == _described(direct)
    with stepped.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").all()
        strict = {name for name, flag in tables if flag}
        assert {name for name, _ in tables} - strict == {"alembic_version", "sqlite_schema", "sqlite_temp_schema"}
        guards = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'trigger'").scalars()
        sealed = (
            *JOURNAL_TRIGGERS, *SALES_TRIGGERS, *BOOKING_TRIGGERS, *QUOTE_TRIGGERS, *CLOSING_TRIGGERS, *PLAN_TRIGGERS,
            *INVOICE_TRIGGERS,
            *DEPOSIT_TRIGGERS,
        )  # fmt: skip
        wanted = {" ".join(sql.split()) for sql in sealed}
        assert {" ".join(sql.split()) for sql in guards} == wanted
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA recursive_triggers").scalar() == 1
    stepped.dispose()
    direct.dispose()


def test_the_last_step_is_the_one_a_start_compares_with() -> None:
    steps = {path.stem.split("_")[0] for path in (FOLDER / "versions").glob("*.py") if path.stem[0].isdigit()}
    assert max(steps) == HEAD
    assert {path.stem for path in OLDER} == steps, "each step keeps a house of its time in tests/models/older"


def test_a_first_start_makes_the_schema_in_one_transaction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that fails half-way leaves nothing that the next start would take for a database."""
    from sqlalchemy import text as sql_text

    def broken(statement: str) -> object:
        if "payment_refuses_delete" in statement:
            raise KeyboardInterrupt
        return sql_text(statement)

    with monkeypatch.context() as patch:
        patch.setattr("sqlalchemy.text", broken)
        with pytest.raises(KeyboardInterrupt):
            open_database(tmp_path)
    with closing(plain(tmp_path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    engine = open_database(tmp_path)
    assert inspect(engine).get_table_names()
    engine.dispose()


def restored(dump: Path, folder: Path) -> Path:
    """The house of a dump, laid out in `folder`."""
    folder.mkdir()
    text = dump.read_text("utf-8")
    use_write_ahead_log(folder)
    with closing(plain(folder)) as connection:
        connection.executescript(text)
    heads = re.findall(r"^-- head (.*)$", text, re.MULTILINE)
    (folder / HEADS_FILE).write_text("".join(f"{head}\n" for head in heads), "ascii")
    (folder / KEY_FILE).write_text("".join(re.findall(r"^-- key (.*)$", text, re.MULTILINE)), "ascii")
    return folder


def _content(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in tables
            if table != "alembic_version"
        }


@pytest.mark.parametrize("dump", OLDER, ids=[path.stem for path in OLDER])
def test_an_older_house_is_opened_whole(dump: Path, tmp_path: Path) -> None:
    """What was sealed then still verifies, every row is still there, and work goes on."""
    folder = tmp_path / "house"
    restored(dump, folder)
    before = _content(folder)
    assert len(before["sale"]) >= 3
    assert len(before["visit"]) >= 4
    desk = FrontDesk(folder, operator=AT_TERMINAL, clock=SetClock(OPENING))
    assert desk.integrity_failures == 0
    after = _content(folder)
    # A house of an older version of the software notes that it is opened by this one.
    after["journal"] = [row for row in after["journal"] if row in before["journal"] or VERSION_CHANGED not in row]
    for table, rows in before.items():
        added = ADDED.get(table, 0) if dump.stem < "0013" else 0
        assert len(after[table]) == len(rows) + added, table
    assert after["journal"] == before["journal"]
    found = verify_folder(folder, deep=True)
    assert found.problems == ()
    assert [m.name for m in desk.members.everyone()] == ["Inès Alvar", "Ana Livre"]
    assert desk.checkin.scan(desk.members.everyone()[0].card_code).verdict == "in"
    assert desk.organisations.find("amis")[0].siren == "732829320"
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    desk.close()
    assert verify_folder(folder).problems == ()


def test_opening_a_house_of_today_runs_no_step(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    founded_now = founded()

    def never(*_: object) -> None:
        raise AssertionError("no step was due")

    monkeypatch.setattr("desk.storage._upgrade", never)
    open_database(founded_now).dispose()
