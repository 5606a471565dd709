"""The commands of `casaco-desk` about copies: making one, putting one back."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desk import paths
from desk.commands import OK, REFUSED, CommandRefused, opened
from desk.errors import Refused
from desk.formats import day_time
from desk.language import translate
from desk.storage import make_folder

if TYPE_CHECKING:
    from desk.backups.plan import RestorePlan


def add_backup(made: argparse.ArgumentParser) -> None:
    """The options of `backup`."""
    made.add_argument(
        "--to", type=_folder, metavar="DIR", help="une fois, dans ce dossier (défaut : le dossier choisi)"
    )
    made.add_argument("--json", action="store_true", help="en JSON")


def add_restore(made: argparse.ArgumentParser) -> None:
    """The options of `restore`."""
    made.add_argument("file", type=Path, metavar="FICHIER", help="une sauvegarde, ou le dossier où prendre la dernière")
    made.add_argument("--yes", action="store_true", help="sans demander")


def _folder(text: str) -> Path:
    """A folder as it is typed; an empty name is the folder of the moment, where nobody wants a signing key."""
    if not text.strip():
        raise argparse.ArgumentTypeError("le nom d’un dossier")
    return Path(text)


def backup(arguments: argparse.Namespace) -> int:
    """Make a copy, proved; a window may be open on the same folder."""
    to = None if arguments.to is None else arguments.to.expanduser().absolute()
    with opened(arguments) as desk:
        made = desk.backups.make(to)
        if isinstance(made, Refused):
            raise CommandRefused(made)
    if arguments.json:
        facts = {
            "file": str(made.path), "taken_at": made.taken_at.isoformat(), "size": made.size,
            "records": made.records, "findings": made.findings, "sha256": made.sha256,
        }  # fmt: skip
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return OK
    words = translate("Cli", "Sauvegarde faite et vérifiée, {records} enregistrements\u00a0: {file}")
    print(words.format(records=made.records, file=made.path))
    if made.findings:
        words = translate("Cli", "Son journal porte {count} constats\u00a0: casaco-desk verify.")
        print(words.format(count=made.findings))
    return OK


def restore(arguments: argparse.Namespace) -> int:
    """Say what would be lost, ask, and put the copy back; the window must be closed."""
    from desk.backups.plan import plan_restore
    from desk.backups.restore import restore as put_back

    folder, path = paths.data_folder(arguments.data), arguments.file.expanduser().absolute()
    make_folder(folder)
    plan = plan_restore(folder, path)
    if isinstance(plan, Refused):
        raise CommandRefused(plan)
    _tell(plan)
    if not arguments.yes and not _confirmed():
        print(translate("Cli", "Rien n’a été modifié."))
        return REFUSED
    done = put_back(folder, plan.path)
    if isinstance(done, Refused):
        raise CommandRefused(done)
    for sentence in done.sentences:
        print(sentence)
    return OK


def _tell(plan: RestorePlan) -> None:
    words = translate("Cli", "{file}\u00a0: {records} enregistrements, jusqu’au {moment}.")
    moment = day_time(plan.last_act.astimezone())
    print(words.format(file=plan.path.name, records=plan.records, moment=moment))
    for following in plan.following:
        if following.rows or following.lost:
            words = translate("Cli", "  {stream}\u00a0: {count} enregistrements plus récents, dont {known} reviennent.")
            first, last = following.lost or (0, -1)
            known = len(following.rows)
            print(words.format(stream=following.stream, count=known + last - first + 1, known=known))
    for sentence in plan.sentences:
        print(sentence)


def _confirmed() -> bool:
    question = translate("Cli", "Remettre cette sauvegarde à la place du fichier présent\u00a0? (oui/non) ")
    print(question, end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("oui", "o", "yes", "y")
