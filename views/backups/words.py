"""What the window says of the copies: in the bottom line, and in the banner when they need a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from desk.backups.backups import BackupStatus
from desk.damage import Finding
from desk.formats import day_time
from desk.formats import time as time_text
from desk.language import translate
from views.status import Notice

Local = Callable[[datetime], datetime]
_TODAY = timedelta(hours=20)


def when(moment: datetime, now: datetime, local: Local) -> str:
    """An hour for what is of today, the day too for what is older."""
    shown = local(moment)
    return time_text(shown) if timedelta(0) <= now - moment < _TODAY else day_time(shown)


def last_copy(status: BackupStatus, now: datetime, local: Local) -> list[str]:
    """The fact of the bottom line; none before the first copy."""
    if status.last is None:
        return []
    return [translate("BackupWords", "Sauvegarde {when}").format(when=when(status.last, now, local))]


def damage(finding: Finding | None) -> Notice | None:
    """Pages of the file cannot be read any more: before anything else."""
    if finding is None or not finding.is_damage:
        return None
    sentence = translate(
        "BackupWords",
        "Le fichier de la base s’abîme. Ce qui s’affiche peut être faux\u00a0: remettez la dernière sauvegarde.",
    )
    return Notice("recover", sentence, translate("BackupWords", "Fermer et réparer"))


def copies_need(status: BackupStatus, finding: Finding | None, local: Local) -> Notice | None:
    """What the copies, or a journal that does not hold, ask of a person; None when all is well."""
    see = translate("BackupWords", "Voir")
    if status.trouble is not None:
        words = translate("BackupWords", "{trouble} {todo}")
        return Notice("backups", words.format(trouble=status.trouble.what, todo=status.trouble.todo), see)
    if status.last is not None and status.is_old:
        words = translate("BackupWords", "La dernière sauvegarde date du {when}\u00a0: faites-en une.")
        return Notice("backups", words.format(when=day_time(local(status.last))), see)
    if finding is not None:
        words = translate("BackupWords", "{finding} Vous pouvez continuer\u00a0; prévenez une personne gérante.")
        return Notice("backups", words.format(finding=finding.sentence), see)
    return None
