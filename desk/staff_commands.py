"""The command of `casaco-desk` about the team: a new PIN for someone who has lost theirs."""

from __future__ import annotations

import argparse

from desk import pins
from desk.commands import OK, CommandRefused, opened
from desk.errors import Refused
from desk.language import translate
from desk.terminal import sign, typed_unseen


def add_pin(made: argparse.ArgumentParser) -> None:
    """The options of `pin`. It is always the account's act: whoever could give their own PIN needs no command."""
    made.add_argument("name", metavar="NOM", help="le nom entier d’une personne de l’équipe")
    made.set_defaults(author=None)


def pin(arguments: argparse.Namespace) -> int:
    """Give a person of the team another PIN, typed twice; whatever wait wrong ones had earned is over."""
    with opened(arguments) as desk:
        sign(desk, arguments)
        person = desk.staff.named(arguments.name)
        if isinstance(person, Refused):
            raise CommandRefused(person)
        chosen = typed_unseen(translate("Cli", "{name} · nouveau code\u00a0: ").format(name=person.name))
        again = typed_unseen(translate("Cli", "{name} · encore une fois\u00a0: ").format(name=person.name))
        refused = pins.choice_problem(chosen, again) or desk.staff.change_pin(person.id, chosen)
        if refused is not None:
            raise CommandRefused(refused)
    print(translate("Cli", "Le code de {name} est changé.").format(name=person.name))
    return OK
