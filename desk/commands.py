"""The commands of `casaco-desk`: each opens the desk on a folder, calls a use case, and prints its answer."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from desk import paths, storage
from desk.errors import EnvironmentFault, Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.rights import AT_TERMINAL

OK, BUG, USAGE, REFUSED, NOT_VERIFIED, FAULT = 0, 1, 2, 3, 4, 5
# A code is 17 characters; whatever a pipe sends on one line, no more than this is held in memory.
LONGEST_LINE = 20_000


class CommandRefused(Exception):
    """A command that understood and says no; its sentence goes to standard error."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.sentence)
        self.refused = refused


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[FrontDesk]:
    """The desk on the data folder, which must hold a database: only `run` and `demo` may make one."""
    folder = paths.data_folder(arguments.data)
    if not storage.exists(folder):
        raise EnvironmentFault(
            translate("Cli", "Il n’y a pas de base dans {folder}.").format(folder=folder),
            todo=translate(
                "Cli", "Vérifiez --data, ou créez le monde de démonstration\u00a0: casaco-desk demo --data DIR."
            ),
            code="no_database",
        )
    desk = FrontDesk(folder, operator=AT_TERMINAL)
    try:
        yield desk
    finally:
        desk.close()


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(rows: list[tuple[object, ...]]) -> None:
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in texts) for column in range(len(texts[0]))] if texts else []
    for row in texts:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


# --- scan ----------------------------------------------------------------------------------------------------


def scan(arguments: argparse.Namespace) -> int:
    """Let the holder of a code in or out; one JSON line for each."""
    with opened(arguments) as desk:
        if arguments.code == "-":
            return scan_lines(desk, sys.stdin)
        return REFUSED if _scan_one(desk, _code_of(arguments.code)) == "refused" else OK


def scan_lines(desk: FrontDesk, lines: TextIO) -> int:
    """One code a line in, one JSON line out after its commit. Refusals are answers here: the stream goes on.

    A tab and a nonce may follow the code: the line sent again with the same nonce moves nobody a second time.
    """
    while line := lines.readline(LONGEST_LINE):
        if not line.endswith("\n"):
            # The rest of an absurdly long line belongs to the same refused code.
            while (rest := lines.readline(LONGEST_LINE)) and not rest.endswith("\n"):
                continue
        if line.strip():
            code, _, nonce = line.lstrip().partition("\t")
            _scan_one(desk, code, nonce.strip())
    return OK


def _scan_one(desk: FrontDesk, raw: str, nonce: str = "") -> str:
    outcome = desk.checkin.scan(raw, nonce)
    line = {
        "code": outcome.code,
        "verdict": outcome.verdict.value,
        "reason": outcome.reason,
        "member": outcome.member_number,
        "visit": outcome.visit_id,
        "time": outcome.at.isoformat(),
    }
    if outcome.group is not None:
        line |= {"booking": outcome.group.booking_id, "inside": outcome.group.inside}
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


def presence(arguments: argparse.Namespace) -> int:
    """Who is in."""
    with opened(arguments) as desk:
        presence = desk.presence.now()
    if arguments.json:
        people = [
            {
                "visit": p.visit_id, "name": p.name, "since": p.since.isoformat(), "place": p.place, "floor": p.floor,
                "basis": p.basis.value, "host": p.host,
            }
            for p in presence.people
        ]  # fmt: skip
        crowds = [
            {
                "booking": c.booking_id, "title": c.title, "people": c.people, "since": c.since.isoformat(),
                "place": c.place, "floor": c.floor,
            }
            for c in presence.crowds
        ]  # fmt: skip
        print_json({"count": presence.count, "limit": presence.limit, "present": people, "crowds": crowds})
    else:
        print(
            translate("Cli", "Présents\u00a0: {count} sur {limit}").format(count=presence.count, limit=presence.limit)
        )
        rows: list[tuple[object, ...]] = [(c.since.strftime("%H:%M"), c.words, c.place) for c in presence.crowds]
        print_table([*rows, *((p.since.strftime("%H:%M"), p.name, p.place) for p in presence.people)])
    return OK


def members(arguments: argparse.Namespace) -> int:
    """The members."""
    with opened(arguments) as desk:
        members = desk.members.everyone()
    if arguments.json:
        print_json(
            [
                {"number": m.number, "name": m.name, "plan": m.plan, "card": m.card_code, "status": m.status}
                for m in members
            ]
        )
    else:
        print_table([(m.number, m.name, m.plan, m.card_code, m.status) for m in members])
    return OK


def spaces(arguments: argparse.Namespace) -> int:
    """The spaces; the garden is outside, so its surface is not counted."""
    with opened(arguments) as desk:
        spaces = desk.spaces.everything()
    if arguments.json:
        print_json(
            [
                {
                    "id": s.id, "floor": s.floor, "name": s.name, "m2": s.surface if s.counted else 0,
                    "outside_m2": 0 if s.counted else s.surface, "workstations": s.workstations,
                    "seats": s.seats, "state": s.state.value, "counted": s.counted,
                }
                for s in spaces
            ]
        )  # fmt: skip
    else:
        print_table([(s.floor, s.name, f"{s.surface:.1f} m²", s.workstations, s.seats, s.headline) for s in spaces])
    return OK


def cooperators(arguments: argparse.Namespace) -> int:
    """The cooperators and their share capital, in cents."""
    with opened(arguments) as desk:
        cooperators = desk.cooperators.everyone()
    if arguments.json:
        print_json(
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

        print_table([(c.number, c.name, c.category.value, c.college, money(c.capital_cents)) for c in cooperators])
    return OK


# --- the rest ------------------------------------------------------------------------------------------------


def verify(arguments: argparse.Namespace) -> int:
    """Check the journal."""
    from desk.verification import as_json
    from desk.verify import verify_folder

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
            else translate("Cli", "{records} enregistrements contrôlés\u00a0: le journal ne tient pas.")
        )
        print(words.format(records=verification.records))
        if verification.redacted:
            words = translate("Cli", "{count} d’entre eux n’ont plus de contenu, comme la vie privée le demande.")
            print(words.format(count=verification.redacted))
    return OK if verification.ok else NOT_VERIFIED


def demo(arguments: argparse.Namespace) -> int:
    """Make the demo world."""
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
    made = translate(
        "Cli",
        "Monde de démonstration créé dans {folder}\u00a0: {members} membres, {cooperators} sociétaires, {opening_days} "
        "jours d’ouverture, {visits} passages, {sales} ventes, {corrections} corrections, {credit_notes} avoirs, "
        "{bookings} réservations, {events} moments collectifs, {participants} participations.",
    )
    print(made.format(folder=folder, **vars(world)))
    return OK
