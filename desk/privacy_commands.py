"""The command of `casaco-desk` about personal data: what is past its term goes."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.commands import OK, CommandRefused, opened
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.terminal import add_author, sign

if TYPE_CHECKING:
    from desk.retention import RetentionDone


def add_retention(made: argparse.ArgumentParser) -> None:
    """The options of `retention`; a term that is not given stays."""
    made.add_argument("--visits", type=int, metavar="MOIS", help="change d’abord la durée des passages")
    made.add_argument("--refused-scans", type=int, metavar="MOIS", help="change d’abord celle des scans refusés")
    made.add_argument("--contacts", type=int, metavar="MOIS", help="change d’abord celle des contacts sans activité")
    add_author(made)
    made.add_argument("--json", action="store_true", help="en JSON")


def retention(arguments: argparse.Namespace) -> int:
    """Blank what is past its term, after changing the terms when asked."""
    asked = {
        "visits_months": arguments.visits, "refused_scans_months": arguments.refused_scans,
        "contacts_months": arguments.contacts,
    }  # fmt: skip
    with opened(arguments) as desk:
        sign(desk, arguments)
        _change(desk, {name: months for name, months in asked.items() if months is not None})
        done = desk.privacy.apply_retention()
    if isinstance(done, Refused):
        raise CommandRefused(done)
    print(json.dumps(_told(done), ensure_ascii=False, indent=2) if arguments.json else done.sentence)
    return OK


def _change(desk: FrontDesk, asked: dict[str, int]) -> None:
    if asked:
        changed = desk.privacy.set_retention(replace(desk.privacy.retention(), **asked))
        if isinstance(changed, Refused):
            raise CommandRefused(changed)


def _told(done: RetentionDone) -> dict[str, object]:
    return {
        "visits": done.visits, "passes": done.passes, "refused_scans": done.refused_scans,
        "contacts": done.contacts, "records": done.records, "visits_months": done.terms.visits_months,
        "refused_scans_months": done.terms.refused_scans_months,
        "contacts_months": done.terms.contacts_months, "swept": done.swept,
    }  # fmt: skip
