"""Opening the desk's memory: the folder, the lock that keeps a second desk away, the database and its migrations."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Engine

from desk import paths
from desk.errors import EnvironmentFault
from desk.heads import HEADS_FILE
from desk.keys import KEY_FILE
from desk.language import translate
from desk.work import fault_of, translated_faults
from models.database import BUSY_MILLISECONDS, FILE_NAME, open_engine, use_write_ahead_log
from models.migrations import HEAD

LOCK_FILE = "desk.lock"


class DeskLock:
    """Held by the window for as long as it is open on a folder; a second one is refused with a sentence.

    It is an exclusive transaction on a small SQLite file of its own: the operating system frees it when the process
    ends, however it ends, and it works alike on every platform. Commands (`casaco-desk scan`) need no lock: each
    of their acts is one short transaction of the shared database.
    """

    def __init__(self, folder: Path) -> None:
        with translated_faults():
            self._connection = sqlite3.connect(folder / LOCK_FILE, timeout=0, isolation_level=None)
            try:
                self._connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                self._connection.close()
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                raise EnvironmentFault(
                    translate("Storage", "Un autre Casaco Desk est déjà ouvert sur ce dossier."),
                    safe=translate("Storage", "Rien n’a été modifié."),
                    todo=translate("Storage", "Revenez à la fenêtre déjà ouverte, ou fermez-la d’abord."),
                    code="already_open",
                ) from error

    def release(self) -> None:
        """Let another desk open the folder."""
        self._connection.close()


def exists(folder: Path) -> bool:
    """Whether `folder` holds a database, even a damaged one."""
    return (folder / FILE_NAME).exists()


def holds_a_desk(folder: Path) -> bool:
    """Whether a desk works in `folder`, or has worked there."""
    return exists(folder) or _traces(folder)


def make_folder(folder: Path) -> None:
    """Make the data folder; raises `EnvironmentFault` when this account may not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(
            translate("Storage", "Le dossier {folder} ne peut pas être créé.").format(folder=folder),
            safe=translate("Storage", "Rien n’a été modifié."),
            todo=translate("Storage", "Choisissez un autre dossier avec --data."),
            code="folder",
        ) from error


def open_database(folder: Path, *, durable: bool = True) -> Engine:
    """The engine on the database of `folder`, made or brought to this version's schema first when needed.

    Raises `EnvironmentFault` when the file is damaged, read-only, or comes from a newer version.
    """
    make_folder(folder)
    with translated_faults():
        revision = _revision(folder)
        engine = open_engine(folder, durable=durable)
        try:
            if revision != HEAD:
                _upgrade(engine, folder, revision)
            _prove_writable(engine)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _revision(folder: Path) -> str:
    """The schema version of the file, empty for none; an existing empty or foreign file is refused, never replaced."""
    path = folder / FILE_NAME
    if not path.exists():
        if _traces(folder):
            raise EnvironmentFault(
                translate("Storage", "La base de ce dossier a disparu\u00a0: il n’en reste que la clé ou les relevés."),
                safe=translate("Storage", "Rien n’a été modifié."),
                todo=translate("Storage", "Remettez la dernière sauvegarde, ou choisissez un autre dossier."),
                code="database_gone",
            )
        return ""
    connection = sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000)
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if tables else None
    except sqlite3.OperationalError as error:
        raise fault_of(error) or foreign_database() from error
    finally:
        connection.close()
    if row is not None:
        return str(row[0])
    if tables or _traces(folder):
        raise foreign_database()
    # No table, no key, no head: the very first start was interrupted before anything was kept.
    return ""


def _traces(folder: Path) -> bool:
    """Whether a desk has worked here: its key and heads are only ever made after its database."""
    return any((folder / trace).exists() for trace in (KEY_FILE, HEADS_FILE))


def foreign_database() -> EnvironmentFault:
    """The fault of a file that is a database, but not one of ours."""
    return EnvironmentFault(
        translate("Storage", "Le fichier casaco.db de ce dossier n’est pas une base de Casaco Desk, ou il a été vidé."),
        safe=translate("Storage", "Il n’a pas été modifié."),
        todo=translate("Storage", "Gardez-en une copie et remettez la dernière sauvegarde."),
        code="foreign_database",
    )


def _upgrade(engine: Engine, folder: Path, revision: str) -> None:
    # Alembic takes half a second to import, so only when there is something to do.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(paths.migrations()).replace("%", "%%"))
    if not revision:
        use_write_ahead_log(folder)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise EnvironmentFault(
                translate("Storage", "Cette base vient d’une version plus récente de Casaco Desk."),
                safe=translate("Storage", "Elle n’a pas été modifiée."),
                todo=translate("Storage", "Installez la dernière version, puis relancez."),
                code="newer_database",
            ) from error


def _prove_writable(engine: Engine) -> None:
    """Take and give back the write lock, so that a read-only file is told now and not at the first sale."""
    with engine.connect() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
        connection.rollback()
