"""The commands of `casaco-desk` about the door: the rules for guests, trial days, events and the safety limit."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace

from desk.commands import OK, CommandRefused, opened
from desk.errors import Refused
from desk.terminal import add_author, sign


def add_rules(made: argparse.ArgumentParser) -> None:
    """The options of `rules`; one that is not given leaves its rule as it is."""
    for option, help_text in (
        ("--guests-per-month", "invité·es qu’un membre peut recevoir par mois"),
        ("--trial-days", "journées d’essai par personne"),
        ("--event-margin", "minutes avant un moment collectif ou sa réservation"),
        ("--safety-limit", "personnes à la fois dans la maison"),
    ):
        made.add_argument(option, type=int, metavar="N", help=help_text)
    add_author(made)
    made.add_argument("--json", action="store_true", help="en JSON")


def rules(arguments: argparse.Namespace) -> int:
    """Show the rules of the door, after changing them when asked."""
    with opened(arguments) as desk:
        now = desk.door.rules.now()
        asked = {name: value for name in asdict(now) if (value := getattr(arguments, name)) is not None}
        if asked:
            sign(desk, arguments)
            changed = desk.door.rules.change(replace(now, **asked))
            if isinstance(changed, Refused):
                raise CommandRefused(changed)
            now = changed
    print(json.dumps(asdict(now), indent=2) if arguments.json else now.sentence)
    return OK
