"""What can fail around a copy, each with what is safe and what to do."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from desk.errors import EnvironmentFault
from desk.language import translate
from desk.logs import log_of
from desk.work import fault_of

_log = log_of(__name__)
DOUBTS = ("source_damaged", "backup_unsound")
"""The codes after which the database itself is looked at."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


def _safe() -> str:
    return translate("Backups", "Les données de l’accueil et les sauvegardes déjà faites sont intactes.")


def drive_away(folder: Path) -> EnvironmentFault:
    """The drive or folder of the copies is not there."""
    sentence = translate("Backups", "Le disque des sauvegardes n’est pas là\u00a0: {folder}.")
    return EnvironmentFault(
        sentence.format(folder=folder),
        safe=_safe(),
        todo=translate("Backups", "Rebranchez-le, ou choisissez un autre dossier dans les sauvegardes."),
        code="backup_away",
    )


def drive_full(folder: Path) -> EnvironmentFault:
    """There is no room for a copy."""
    sentence = translate("Backups", "Le disque des sauvegardes est plein\u00a0: {folder}.")
    return EnvironmentFault(
        sentence.format(folder=folder),
        safe=_safe(),
        todo=translate("Backups", "Libérez-y de la place, ou choisissez un autre dossier dans les sauvegardes."),
        code="backup_full",
    )


def drive_refuses(folder: Path) -> EnvironmentFault:
    """The drive is there and cannot be written."""
    sentence = translate("Backups", "Le dossier des sauvegardes ne peut pas être écrit\u00a0: {folder}.")
    return EnvironmentFault(
        sentence.format(folder=folder),
        safe=_safe(),
        todo=translate("Backups", "Vérifiez le disque et ses droits, ou choisissez un autre dossier."),
        code="backup_refused",
    )


def copy_does_not_hold(finding: str) -> EnvironmentFault:
    """A copy was made and is not sound: it is thrown away, and the older ones stay."""
    sentence = translate("Backups", "La copie qui vient d’être faite ne tient pas, et n’a pas été gardée. {finding}")
    return EnvironmentFault(
        sentence.format(finding=finding).rstrip(),
        safe=translate("Backups", "Les sauvegardes précédentes sont intactes."),
        todo=translate("Backups", "Prévenez une personne gérante\u00a0: la base ou le disque s’abîme."),
        code="backup_unsound",
    )


def of_target(error: OSError, folder: Path) -> EnvironmentFault:
    """The fault behind what the system says of the folder of the copies."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return drive_full(folder)
    if not folder.is_dir():
        return drive_away(folder)
    return drive_refuses(folder)


def of_copying(error: sqlite3.Error, folder: Path) -> EnvironmentFault:
    """The fault of copying itself, which reads in one place and writes in another."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return of_source(error)
    if code == sqlite3.SQLITE_FULL:
        return drive_full(folder)
    return drive_refuses(folder) if folder.is_dir() else drive_away(folder)


def of_source(error: sqlite3.Error) -> EnvironmentFault:
    """The database itself could not be read."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    known = fault_of(error)
    if code not in _DAMAGED and known is not None:
        return known
    return EnvironmentFault(
        translate("Backups", "Le fichier de la base est abîmé\u00a0: il ne peut pas être copié."),
        safe=translate("Backups", "Les sauvegardes précédentes sont intactes."),
        todo=translate("Backups", "Fermez l’accueil et rouvrez-le\u00a0: une sauvegarde sera proposée."),
        code="source_damaged",
    )


def note(error: OSError) -> None:
    """What could not be tidied up is written to the technical log: the next copy will try again."""
    _log.warning("the folder of copies could not be tidied", error=error)
