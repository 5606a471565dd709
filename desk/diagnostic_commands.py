"""`casaco-desk diagnostics`: the diagnosis as a file, whatever state the database is in; nothing is recorded."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from desk import paths
from desk.commands import OK, REFUSED, CommandRefused
from desk.errors import EnvironmentFault, Refused
from desk.language import translate


def add_diagnostics(made: argparse.ArgumentParser) -> None:
    """The options of `diagnostics`."""
    made.add_argument("--out", type=Path, required=True, metavar="FICHIER", help="le ZIP à écrire")
    made.add_argument("--yes", action="store_true", help="remplace sans demander un fichier qui existe")
    made.add_argument("--json", action="store_true", help="en JSON")


def diagnostics(arguments: argparse.Namespace) -> int:
    """Write a diagnosis; a window may be open on the same folder, and the database may be damaged."""
    from desk.clock import SystemClock
    from desk.diagnostics.bundle import save

    folder, path = paths.data_folder(arguments.data), arguments.out.expanduser().absolute()
    if not folder.is_dir():
        raise EnvironmentFault(
            translate("Cli", "Il n’y a pas de base dans {folder}.").format(folder=folder),
            todo=translate("Cli", "Vérifiez le dossier donné par --data."),
            code="no_database",
        )
    now = SystemClock().now()
    made = save(folder, path, now, replaces=arguments.yes)
    if isinstance(made, Refused) and made.code == "exists" and not arguments.json:
        if not _confirmed(path):
            print(translate("Cli", "Rien n’a été modifié."))
            return REFUSED
        made = save(folder, path, now, replaces=True)
    if isinstance(made, Refused):
        raise CommandRefused(made)
    if arguments.json:
        print(json.dumps({"file": str(made.path), "bytes": made.size, "log_lines": made.lines}, ensure_ascii=False))
    else:
        words = translate("Cli", "Diagnostic écrit, sans données personnelles\u00a0: {file}")
        print(words.format(file=made.path))
    return OK


def _confirmed(path: Path) -> bool:
    question = translate("Cli", "{name} existe déjà. Le remplacer\u00a0? (oui/non) ").format(name=path.name)
    print(question, end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("oui", "o", "yes", "y")
