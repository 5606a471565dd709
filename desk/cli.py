"""The command line: the same use cases, for scripts, turnstiles and tests. Results on standard output, and an error
as one sentence on standard error, with an exit code that the help lists."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from desk import __version__, paths, storage
from desk.errors import EnvironmentFault, Refused
from desk.language import translate

OK, BUG, USAGE, REFUSED, NOT_VERIFIED, FAULT = 0, 1, 2, 3, 4, 5
_log = logging.getLogger(__name__)
# A code is 17 characters; whatever a pipe sends on one line, no more than this is held in memory.
LONGEST_LINE = 20_000

_EPILOG = """codes de sortie :
  0  fait (vérification : tout a été contrôlé, rien à signaler)
  1  erreur inattendue, notée dans le journal technique
  2  commande mal écrite
  3  refusé (carte expirée, code inconnu, image sans code…)
  4  la vérification a trouvé quelque chose
  5  l’environnement a failli (dossier, disque, base abîmée, clé absente…)
"""

Command = Callable[[argparse.Namespace], int]


class CommandRefused(Exception):
    """A command that understood and says no; its sentence goes to standard error."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.sentence)
        self.refused = refused


def parser(run: Command, tour: Command, smoke_test: Command) -> argparse.ArgumentParser:
    """The parser; the commands that open windows are given, since `desk` never imports `views`."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="dossier de la base (défaut : celui de l’utilisateur)",
    )
    common.add_argument("--lang", choices=("fr", "en"), default=argparse.SUPPRESS, help="langue (défaut : fr)")
    top = argparse.ArgumentParser(
        prog="casaco-desk",
        description="L’accueil d’un tiers-lieu coopératif : plan vivant, passages, pass et reçus, hors ligne.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
    )
    top.add_argument("--version", action="version", version=f"Casaco Desk {__version__}")
    top.add_argument("--smoke-test", action="store_true", help="ouvre, migre une base vide, dessine le plan, et sort")
    top.set_defaults(command=run, data=None, lang="fr", demo=False)
    commands = top.add_subparsers(title="commandes", metavar="COMMANDE")

    def add(name: str, help_text: str, command: Command) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name, help=help_text, description=help_text, parents=[common], epilog=_EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip
        made.set_defaults(command=command)
        return made

    add("run", "ouvre l’accueil (sans commande : la même chose)", run).add_argument(
        "--demo", action="store_true", help="sur le monde de démonstration, créé au besoin"
    )
    scan = add("scan", "fait passer une carte ou un pass", _scan)
    scan.add_argument(
        "code", metavar="CODE|IMAGE|-", help="un code, une image, ou « - » : un code par ligne sur l’entrée"
    )
    for name, help_text, command in (
        ("presence", "qui est là", _presence),
        ("members", "les membres, leur formule et leur carte", _members),
        ("spaces", "les espaces, leur surface et leur état", _spaces),
        ("cooperators", "les sociétaires et leur capital", _cooperators),
        ("queue", "les impressions en attente", _queue),
    ):
        add(name, help_text, command).add_argument("--json", action="store_true", help="en JSON")
    verify = add("verify", "contrôle le journal et dit où il ne tient pas", _verify)
    verify.add_argument("--json", action="store_true", help="en JSON")
    verify.add_argument("--deep", action="store_true", help="contrôle chaque signature, et plus seulement la dernière")
    printer = add("printer", "choisit l’imprimante de tickets", _printer)
    printer.add_argument("kind", choices=("network", "device", "files"), help="réseau, périphérique, ou dossier de PDF")
    printer.add_argument("target", help="adresse:port, chemin du périphérique, ou dossier")
    printer.add_argument("--profile", default="80mm-48", help="modèle (80mm-48, 80mm-42, 80mm-48-cp1252)")
    demo = add("demo", "crée le monde de démonstration", _demo)
    demo.add_argument("--years", type=_years, default=0, metavar="N", help="années d’histoire (défaut : dix jours)")
    demo.add_argument("--seed", type=int, default=1, help="graine du hasard (défaut : 1)")
    shown = add("tour", "joue une journée dans les vraies fenêtres et en garde les images", tour)
    shown.add_argument("--out", type=Path, required=True, metavar="DIR", help="dossier des images et des documents")
    shown.add_argument("--size", default="1366x768", help="taille de la fenêtre (défaut : 1366x768)")
    shown.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help="thème (défaut : light)")
    top.set_defaults(smoke=smoke_test)
    return top


def _years(text: str) -> int:
    years = int(text)
    if not 0 <= years <= 30:
        raise argparse.ArgumentTypeError("de 0 à 30")
    return years


def execute(arguments: argparse.Namespace) -> int:
    """Run the chosen command and turn what goes wrong into one sentence and an exit code."""
    command: Command = arguments.smoke if arguments.smoke_test else arguments.command
    try:
        return command(arguments)
    except CommandRefused as no:
        return _tell(no.refused.sentence, REFUSED)
    except EnvironmentFault as fault:
        return _tell(fault.sentence, FAULT)
    except BrokenPipeError:
        # Whoever read our lines has left; every line that was printed was committed before.
        sys.stdout = open("/dev/null", "w")  # noqa: SIM115 - so that closing standard output at exit stays silent
        return OK
    except KeyboardInterrupt:
        return _tell(translate("Cli", "Interrompu."), BUG)
    except Exception:
        _log.exception("unexpected")
        sentence = translate(
            "Cli", "Une erreur inattendue s’est produite ; rien d’enregistré n’est perdu. Détails : {log}"
        )
        return _tell(sentence.format(log=log_file()), BUG)


def _tell(sentence: str, code: int) -> int:
    print(f"casaco-desk : {sentence}", file=sys.stderr)
    return code


def log_file() -> Path:
    """Where the technical log is kept."""
    return paths.state_folder() / "casaco-desk.log"


def keep_log() -> None:
    """Log to a rotating file of the state folder; a folder that cannot be written leaves the log on standard error."""
    from logging.handlers import RotatingFileHandler

    root = logging.getLogger()
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(log_file(), maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def existing_folder(arguments: argparse.Namespace) -> Path:
    """The data folder, which must hold a database: only `run` and `demo` may make one."""
    folder = paths.data_folder(arguments.data)
    if not storage.exists(folder):
        raise EnvironmentFault(
            translate("Cli", "Il n’y a pas de base dans {folder}.").format(folder=folder),
            todo=translate("Cli", "Vérifiez --data, ou créez le monde de démonstration : casaco-desk demo --data DIR."),
            code="no_database",
        )
    return folder


def _open(arguments: argparse.Namespace) -> Any:
    from desk.frontdesk import FrontDesk

    return FrontDesk(existing_folder(arguments))


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _table(rows: list[tuple[object, ...]]) -> None:
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in texts) for column in range(len(texts[0]))] if texts else []
    for row in texts:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


# --- scan ----------------------------------------------------------------------------------------------------


def _scan(arguments: argparse.Namespace) -> int:
    desk = _open(arguments)
    try:
        if arguments.code == "-":
            return _scan_lines(desk, sys.stdin)
        return REFUSED if _scan_one(desk, _code_of(arguments.code)) == "refused" else OK
    finally:
        desk.close()


def _scan_lines(desk: Any, lines: TextIO) -> int:
    """One code a line in, one JSON line out after its commit. Refusals are answers here: the stream goes on."""
    while line := lines.readline(LONGEST_LINE):
        if not line.endswith("\n"):
            # The rest of an absurdly long line belongs to the same refused code.
            while (rest := lines.readline(LONGEST_LINE)) and not rest.endswith("\n"):
                continue
        if line.strip():
            _scan_one(desk, line)
    return OK


def _scan_one(desk: Any, raw: str) -> str:
    outcome = desk.checkin.scan(raw)
    line = {
        "code": outcome.code,
        "verdict": outcome.verdict.value,
        "reason": outcome.reason,
        "member": outcome.member_number,
        "visit": outcome.visit_id,
        "time": outcome.at.isoformat(),
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)
    if outcome.refused is not None:
        print(f"casaco-desk : {outcome.refused.sentence}", file=sys.stderr)
    return str(outcome.verdict.value)


def _code_of(given: str) -> str:
    """The code itself, or the one found in the picture that `given` names."""
    looks_like_a_file = len(given) < 4096 and (Path(given).suffix.lower() in _PICTURES or Path(given).is_file())
    if not looks_like_a_file:
        return given
    from desk.decoder import read_file

    decoded = read_file(Path(given))
    if isinstance(decoded, Refused):
        raise CommandRefused(decoded)
    return decoded.text


_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff"}


# --- lists ---------------------------------------------------------------------------------------------------


def _presence(arguments: argparse.Namespace) -> int:
    desk = _open(arguments)
    try:
        presence = desk.presence.now()
    finally:
        desk.close()
    if arguments.json:
        people = [
            {
                "visit": p.visit_id, "name": p.name, "since": p.since.isoformat(), "place": p.place, "floor": p.floor,
                "basis": p.basis.value,
            }
            for p in presence.people
        ]  # fmt: skip
        _print_json({"count": presence.count, "limit": presence.limit, "present": people})
    else:
        print(translate("Cli", "{count} présents sur {limit}").format(count=presence.count, limit=presence.limit))
        _table([(p.since.strftime("%H:%M"), p.name, p.place) for p in presence.people])
    return OK


def _members(arguments: argparse.Namespace) -> int:
    desk = _open(arguments)
    try:
        members = desk.members.everyone()
    finally:
        desk.close()
    if arguments.json:
        _print_json(
            [
                {"number": m.number, "name": m.name, "plan": m.plan, "card": m.card_code, "status": m.status}
                for m in members
            ]
        )
    else:
        _table([(m.number, m.name, m.plan, m.card_code, m.status) for m in members])
    return OK


def _spaces(arguments: argparse.Namespace) -> int:
    desk = _open(arguments)
    try:
        spaces = desk.spaces.everything()
    finally:
        desk.close()
    if arguments.json:
        _print_json(
            [
                {
                    "id": s.id, "floor": s.floor, "name": s.name, "m2": s.surface, "workstations": s.workstations,
                    "seats": s.seats, "state": s.state.value, "counted": s.counted,
                }
                for s in spaces
            ]
        )  # fmt: skip
    else:
        _table([(s.floor, s.name, f"{s.surface:.1f} m²", s.workstations, s.seats, s.headline) for s in spaces])
    return OK


def _cooperators(arguments: argparse.Namespace) -> int:
    desk = _open(arguments)
    try:
        cooperators = desk.cooperators.everyone()
    finally:
        desk.close()
    if arguments.json:
        _print_json(
            [
                {
                    "number": c.number, "name": c.name, "category": c.category.value, "college": c.college,
                    "public_body": c.is_public_body, "shares": c.shares, "share_capital": c.capital_cents,
                }
                for c in cooperators
            ]
        )  # fmt: skip
    else:
        from desk.formats import money

        _table([(c.number, c.name, c.category.value, c.college, money(c.capital_cents)) for c in cooperators])
    return OK


def _queue(arguments: argparse.Namespace) -> int:
    desk = _open(arguments)
    try:
        jobs = desk.queue.pending()
    finally:
        desk.close()
    if arguments.json:
        _print_json(
            [
                {
                    "id": j.id, "title": j.title, "state": j.state.value, "created": j.created_at.isoformat(),
                    "attempts": j.attempts, "trouble": j.trouble,
                }
                for j in jobs
            ]
        )  # fmt: skip
    else:
        _table([(j.created_at.strftime("%Y-%m-%d %H:%M"), j.state.value, j.title, j.trouble) for j in jobs])
    return OK


# --- the rest ------------------------------------------------------------------------------------------------


def _verify(arguments: argparse.Namespace) -> int:
    from desk.verify import as_json, verify_folder

    verification = verify_folder(paths.data_folder(arguments.data), deep=arguments.deep)
    if arguments.json:
        print(as_json(verification))
    else:
        for problem in verification.problems:
            place = f"{problem.stream} n° {problem.sequence}" if problem.sequence else problem.stream
            print(f"{place} : {problem.sentence}" if place else problem.sentence)
        words = (
            translate("Cli", "{records} enregistrements contrôlés, rien à signaler.")
            if verification.ok
            else translate("Cli", "{records} enregistrements contrôlés : le journal ne tient pas.")
        )
        print(words.format(records=verification.records))
    return OK if verification.ok else NOT_VERIFIED


def _printer(arguments: argparse.Namespace) -> int:
    from desk.printing.queue import PrinterSettings
    from models.printing import PrinterKind

    desk = _open(arguments)
    try:
        settings = PrinterSettings(PrinterKind(arguments.kind), arguments.target, arguments.profile)
        refused = desk.queue.set_printer(settings)
        if refused is not None:
            raise CommandRefused(refused)
        print(translate("Cli", "Imprimante choisie : {target}.").format(target=arguments.target))
        return OK
    finally:
        desk.close()


def _demo(arguments: argparse.Namespace) -> int:
    from desk.demo import make_world

    shown = [-1]

    def progress(share: float, what: str) -> None:
        percent = int(share * 100)
        if percent != shown[0]:
            shown[0] = percent
            filled = percent // 5
            bar = "█" * filled + "·" * (20 - filled)
            print(f"\r{bar} {percent:3d} % {what:<30}", end="", file=sys.stderr, flush=True)

    folder = paths.data_folder(arguments.data)
    world = make_world(folder, years=arguments.years, seed=arguments.seed, progress=progress)
    print("\r" + " " * 60 + "\r", end="", file=sys.stderr)
    made = ", ".join(f"{name} {count}" for name, count in vars(world).items())
    print(translate("Cli", "Monde de démonstration créé dans {folder} : {made}.").format(folder=folder, made=made))
    return OK
