"""The command line: what can be typed, and how what goes wrong is told: one sentence, and an exit code."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk import (
    __version__,
    account_commands,
    archive_commands,
    backup_commands,
    booking_commands,
    card_commands,
    closing_commands,
    commands,
    diagnostic_commands,
    door_commands,
    export_commands,
    logs,
    printing_commands,
    privacy_commands,
    staff_commands,
)
from desk.commands import BUG, FAULT, OK, REFUSED, CommandRefused
from desk.errors import EnvironmentFault
from desk.language import translate

_log = logs.log_of(__name__)

_EPILOG = """codes de sortie :
  0  fait (vérification : tout a été contrôlé, rien à signaler)
  1  erreur inattendue, notée dans le journal technique
  2  commande mal écrite
  3  refusé (carte expirée, code inconnu, image sans code…)
  4  la vérification a trouvé quelque chose
  5  l’environnement a failli (dossier, disque, base abîmée, clé absente…)
"""

Command = Callable[[argparse.Namespace], int]


@dataclass(frozen=True)
class WindowCommands:
    """The commands that open windows; given by the doorway, since `desk` never imports `views`."""

    run: Command
    tour: Command
    smoke_test: Command


class _Parsers:
    """Makes the sub-commands alike: each takes --data and --lang, and its help lists the exit codes."""

    def __init__(self, windows: WindowCommands) -> None:
        self.top = argparse.ArgumentParser(
            prog="casaco-desk",
            description="L’accueil d’un tiers-lieu coopératif : plan vivant, passages, pass et reçus, hors ligne.",
            epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter, parents=[_common()],
        )  # fmt: skip
        self.top.add_argument("--version", action="version", version=f"Casaco Desk {__version__}")
        self.top.add_argument(
            "--smoke-test", action="store_const", dest="command", const=windows.smoke_test,
            help="ouvre, migre une base vide, dessine le plan, et sort",
        )  # fmt: skip
        self.top.set_defaults(command=windows.run, data=None, lang="fr", demo=False, training=False)
        self._commands = self.top.add_subparsers(title="commandes", metavar="COMMANDE")

    def add(self, name: str, help_text: str, command: Command) -> argparse.ArgumentParser:
        made = self._commands.add_parser(
            name, help=help_text, description=help_text, parents=[_common()], epilog=_EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip
        made.set_defaults(command=command)
        return made


def _common() -> argparse.ArgumentParser:
    """The options of every command. Made anew each time: argparse writes defaults into the options it is given, and
    an option typed before the command must not be undone by the command's own default."""
    made = argparse.ArgumentParser(add_help=False)
    made.add_argument(
        "--data", type=Path, metavar="DIR", default=argparse.SUPPRESS,
        help="dossier de la base (défaut : celui de l’utilisateur)",
    )  # fmt: skip
    made.add_argument("--lang", choices=("fr", "en"), default=argparse.SUPPRESS, help="langue (défaut : fr)")
    return made


def parser(windows: WindowCommands) -> argparse.ArgumentParser:
    """The parser of `casaco-desk`; with no command it opens the window."""
    made = _Parsers(windows)
    _add_run(made, windows.run)
    _add_presence(made)
    _add_printing(made)
    _add_bookings(made)
    _add_proofs(made)
    _add_clock(made)
    _add_cards(made)
    _add_house(made)
    _add_tour(made, windows.tour)
    return made.top


def _add_run(made: _Parsers, command: Command) -> None:
    """The window, as a command."""
    run = made.add("run", "ouvre l’accueil (sans commande : la même chose)", command)
    run.add_argument("--demo", action="store_true", help="sur le monde de démonstration, créé au besoin")
    run.add_argument(
        "--training", action="store_true", help="en formation\u00a0: s’exercer, sans toucher à la vraie maison"
    )


def _add_presence(made: _Parsers) -> None:
    """Who passes the door, and what the house can list."""
    scan = made.add("scan", "fait passer une carte ou un pass", commands.scan)
    scan.add_argument(
        "code",
        metavar="CODE|IMAGE|-",
        help="un code, une image, ou « - » : un code par ligne (puis tabulation et numéro unique, au besoin)",
    )
    for name, help_text, command in (
        ("presence", "qui est là", commands.presence),
        ("members", "les membres, leur formule et leur carte", commands.members),
        ("spaces", "les espaces, leur surface et leur état", commands.spaces),
        ("cooperators", "les sociétaires et leur capital", commands.cooperators),
        ("closings", "les clôtures du jour, du mois, de l’exercice", closing_commands.closings),
    ):
        made.add(name, help_text, command).add_argument("--json", action="store_true", help="en JSON")


def _add_clock(made: _Parsers) -> None:
    """The hour of the computer."""
    closing_commands.add_clock(
        made.add("clock", "l’heure de l’ordinateur, et la confirme quand elle est en doute", closing_commands.clock)
    )


def _add_printing(made: _Parsers) -> None:
    """The commands about paper."""
    queue = made.add("queue", "les impressions et leur état", printing_commands.queue)
    queue.add_argument("--all", action="store_true", help="aussi les dernières sorties ou abandonnées")
    queue.add_argument("--json", action="store_true", help="en JSON")
    listed = made.add("printers", "les imprimantes, et ce que chacune imprime", printing_commands.printers)
    listed.add_argument("--json", action="store_true", help="en JSON")
    printer = made.add("printer", "choisit l’imprimante de tickets", printing_commands.printer)
    printer.add_argument(
        "kind", choices=("network", "device", "serial", "system", "files"),
        help="réseau, périphérique USB, port série, imprimante de l’ordinateur, ou dossier de PDF",
    )  # fmt: skip
    printer.add_argument("target", help="adresse:port, périphérique, port:vitesse, nom, ou dossier")
    printer.add_argument("--profile", default="80mm-48", help="modèle de papier (défaut : 80mm-48)")


def _add_bookings(made: _Parsers) -> None:
    """The commands about bookings."""
    listed = made.add("bookings", "les réservations d’un jour", booking_commands.bookings)
    listed.add_argument("--day", type=booking_commands.day, metavar="JOUR", help="AAAA-MM-JJ (défaut : aujourd’hui)")
    listed.add_argument("--space", metavar="ESPACE", help="un espace, par son identifiant ou son nom")
    listed.add_argument("--json", action="store_true", help="en JSON")
    quote = made.add("quote", "le prix d’une location, au meilleur mélange", booking_commands.quote)
    quote.add_argument("space", metavar="ESPACE", help="un espace, par son identifiant ou son nom")
    quote.add_argument("start", type=booking_commands.moment, metavar="DÉBUT", help="14:00, ou 2026-11-24T14:00")
    quote.add_argument("end", type=booking_commands.moment, metavar="FIN", help="18:00, ou 2026-11-24T18:00")
    quote.add_argument(
        "--category", choices=("member", "solidarity", "standard"), default="standard",
        help="catégorie tarifaire (défaut : standard)",
    )  # fmt: skip
    quote.add_argument("--json", action="store_true", help="en JSON")
    export_commands.add_export(
        made.add("export", "écrit les réservations, les factures ou les comptes d’un exercice", export_commands.export)
    )


def _add_proofs(made: _Parsers) -> None:
    """The commands that keep, prove and put back what the desk remembers."""
    archive_commands.add_verify(
        made.add("verify", "contrôle le journal, ou des archives, et dit où il ne tient pas", archive_commands.verify)
    )
    archive_commands.add_archive(
        made.add("archive", "met un exercice dans une archive scellée, à garder ailleurs", archive_commands.archive)
    )
    account_commands.add_accounts(
        made.add("accounts", "le plan de comptes des exports : le montre, ou en change", account_commands.accounts)
    )
    backup_commands.add_backup(made.add("backup", "fait une sauvegarde et la vérifie", backup_commands.backup))
    backup_commands.add_restore(
        made.add("restore", "remet une sauvegarde, après avoir dit ce qui serait perdu", backup_commands.restore)
    )
    told = "écrit un diagnostic sans données personnelles, pour qui dépanne l’accueil"
    diagnostic_commands.add_diagnostics(made.add("diagnostics", told, diagnostic_commands.diagnostics))


def _add_cards(made: _Parsers) -> None:
    """The commands about what is held to the scanner."""
    card = made.add("card", "la carte d’un membre : son code, une image pour son téléphone, un PDF", card_commands.card)
    card.add_argument("number", type=int, metavar="NUMÉRO", help="le numéro du membre")
    card.add_argument("--png", type=Path, metavar="FICHIER", help="image du QR, pour un téléphone")
    card.add_argument("--pdf", type=Path, metavar="FICHIER", help="carte au format bancaire, avec ses traits de coupe")
    cards = made.add("cards", "les cartes à découper, dix par feuille A4", card_commands.cards)
    cards.add_argument("--pdf", type=Path, required=True, metavar="FICHIER", help="le PDF à écrire")
    cards.add_argument(
        "--numbers", type=_numbers, metavar="1,2,5", help="ces membres seulement (défaut : tous ceux qui ont une carte)"
    )
    calibration = made.add("calibration", "écrit la carte de réglage du scanner", card_commands.calibration)
    calibration.add_argument("--pdf", type=Path, required=True, metavar="FICHIER", help="le PDF à écrire")


def _add_house(made: _Parsers) -> None:
    """The commands about the rules of the house, and the world of the demonstration."""
    kept = "efface ce qui a passé son terme : noms des passages, scans refusés"
    privacy_commands.add_retention(made.add("retention", kept, privacy_commands.retention))
    staff_commands.add_pin(made.add("pin", "donne un nouveau code à qui a perdu le sien", staff_commands.pin))
    demo = made.add("demo", "crée le monde de démonstration", commands.demo)
    demo.add_argument("--years", type=_years, default=0, metavar="N", help="années d’histoire (défaut : dix jours)")
    demo.add_argument("--seed", type=int, default=1, help="graine du hasard (défaut : 1)")
    door_commands.add_rules(
        made.add("rules", "les règles de la porte : invité·es, essais, limite", door_commands.rules)
    )


def _add_tour(made: _Parsers, command: Command) -> None:
    """The day played for its pictures."""
    tour = made.add("tour", "joue une journée dans les vraies fenêtres et en garde les images", command)
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="dossier des images et des documents")
    tour.add_argument("--size", default="1366x768", help="taille de la fenêtre (défaut : 1366x768)")
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help="thème (défaut : light)")


def _years(text: str) -> int:
    years = int(text)
    if not 0 <= years <= 30:
        raise argparse.ArgumentTypeError("de 0 à 30")
    return years


def _numbers(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdecimal() and len(part) < 10 for part in parts):
        raise argparse.ArgumentTypeError("des numéros séparés par des virgules, par exemple 1,2,5")
    return tuple(int(part) for part in parts)


def execute(arguments: argparse.Namespace) -> int:
    """Run the chosen command and turn what goes wrong into one sentence and an exit code."""
    command: Command = arguments.command
    try:
        return command(arguments)
    except CommandRefused as no:
        return _tell(no.refused.sentence, REFUSED)
    except EnvironmentFault as fault:
        return _tell(fault.sentence, FAULT)
    except BrokenPipeError:
        # Whoever read our lines has left; every line that was printed was committed before. Standard output is
        # pointed elsewhere so that closing it at exit stays silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return OK
    except KeyboardInterrupt:
        return _tell(translate("Cli", "Interrompu."), BUG)
    except Exception:
        _log.exception("a command met an error of the program")
        return _tell(logs.unexpected(), BUG)


def _tell(sentence: str, code: int) -> int:
    print(f"casaco-desk : {sentence}", file=sys.stderr)
    return code


def speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale: scripts and turnstiles must not depend on it."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is not sys.stdin else "replace")
