"""The commands of `casaco-desk` about paper: what waits, which printers there are, and choosing one."""

from __future__ import annotations

import argparse

from desk.commands import OK, CommandRefused, opened, print_json, print_table
from desk.language import translate

LAST = 200
"""How many papers that are done `queue --all` goes back to."""


def queue(arguments: argparse.Namespace) -> int:
    """The print jobs that have not gone out; with --all, the last ones that did or were given up, too."""
    with opened(arguments) as desk:
        jobs = list(desk.queue.pending())
        if arguments.all:
            jobs = sorted([*jobs, *desk.queue.printed(LAST), *desk.queue.given_up(LAST)], key=lambda j: j.created_at)
    if arguments.json:
        print_json(
            [
                {
                    "id": j.id, "title": j.title, "state": j.state.value, "created": j.created_at.isoformat(),
                    "attempts": j.attempts, "trouble": j.trouble, "printer": j.printer, "reason": j.reason,
                }
                for j in jobs
            ]
        )  # fmt: skip
    else:
        print_table(
            [
                (j.created_at.strftime("%Y-%m-%d %H:%M"), j.state.value, j.printer, j.title, j.trouble or j.reason)
                for j in jobs
            ]
        )
    return OK


def printers(arguments: argparse.Namespace) -> int:
    """The printers, and what each is for."""
    with opened(arguments) as desk:
        listed = desk.printers.everyone()
    if arguments.json:
        print_json(
            [
                {
                    "id": p.id, "name": p.name, "kind": p.kind.value, "target": p.target, "profile": p.profile,
                    "prints": [purpose.value for purpose in p.purposes], "waiting": p.waiting,
                }
                for p in listed
            ]
        )  # fmt: skip
    else:
        print_table(
            [(p.name, p.kind.value, p.target, p.profile, ", ".join(u.value for u in p.purposes)) for p in listed]
        )
    return OK


def printer(arguments: argparse.Namespace) -> int:
    """Choose the printer of receipts."""
    from desk.printing.printers import PrinterSettings
    from desk.printing.states import PrinterKind

    with opened(arguments) as desk:
        settings = PrinterSettings(PrinterKind(arguments.kind), arguments.target, arguments.profile)
        refused = desk.queue.set_printer(settings)
    if refused is not None:
        raise CommandRefused(refused)
    print(translate("Cli", "Imprimante choisie\u00a0: {target}.").format(target=arguments.target))
    return OK
