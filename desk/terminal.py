"""Who a change made from a terminal is by: a person of the team, proved by their PIN, or the computer's account.

Whoever can write the data folder can already do anything with it, so a change is never refused for want of a name; but
no record of it is without an author. `--as NAME` asks for that person's PIN, checks their right as the window does, and
the record is theirs. Without it, the record names the account of the computer, as `account:NAME`.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys

from desk.commands import CommandRefused
from desk.errors import Refused
from desk.frontdesk import FrontDesk
from desk.names import tidy
from desk.work import Operator

ACCOUNT = "account:"
_LONGEST = 80


def add_author(made: argparse.ArgumentParser) -> None:
    """The option that names the author of a change."""
    made.add_argument(
        "--as", dest="author", metavar="NOM",
        help="au nom de cette personne de l’équipe, dont le code est demandé (défaut : le compte de l’ordinateur)",
    )  # fmt: skip


def sign(desk: FrontDesk, arguments: argparse.Namespace) -> None:
    """Let what `desk` records from now on name its author; raises `CommandRefused` for a wrong name or PIN."""
    if arguments.author is None:
        account = _account()
        # The account owns the folder: what a manager may do, it may.
        desk.work.operator = Operator(f"{ACCOUNT}{account}", account, is_manager=True, at_terminal=True)
        return
    answer = desk.staff.vouch(arguments.author, typed_unseen(f"{arguments.author} · code : "))
    if isinstance(answer, Refused):
        raise CommandRefused(answer)
    desk.work.operator = answer


def typed_unseen(question: str) -> str:
    """A PIN: asked for where someone can type it unseen, else the next line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline(_LONGEST).strip()


def _account() -> str:
    """The name of the account; its number where the system knows no name for it."""
    try:
        return tidy(getpass.getuser(), _LONGEST)
    except (OSError, KeyError, ImportError):
        return str(os.getuid()) if hasattr(os, "getuid") else "?"
