"""PINs: kept only as Argon2 hashes, and guessing them costs a wait."""

from __future__ import annotations

from datetime import timedelta

from desk.errors import Refused
from desk.language import translate
from desk.work import Unit
from models.journal import Stream
from models.staff import Facilitator

PIN_LENGTH = 4
FREE_TRIES = 5
# After five wrong PINs each further one costs a wait, long enough to make guessing 10 000 PINs hopeless.
WAIT = timedelta(seconds=30)


def problem(pin: str) -> Refused | None:
    """Why these words are no PIN, None when they are one."""
    if len(pin) < PIN_LENGTH or not pin.isdecimal():
        return Refused("pin", translate("Staff", "Un code a au moins {count} chiffres.").format(count=PIN_LENGTH))
    return None


def choice_problem(pin: str, again: str) -> Refused | None:
    """Why a PIN typed twice, unseen, is not to be kept: nobody must be shut out by a slip of the finger."""
    if pin != again:
        return Refused("pin_again", translate("Staff", "Les deux codes ne sont pas les mêmes\u00a0: tapez-les encore."))
    return problem(pin)


def give(person: Facilitator, pin: str) -> None:
    """Let `pin` be the person's from now on; the wrong ones before it count no more."""
    person.pin_hash, person.wrong_pins, person.wait_until = hashed(pin), 0, None


def check(unit: Unit, person: Facilitator, pin: str) -> Refused | None:
    """The refusal unless `pin` is the person's. A fifth wrong PIN and each after it cost a wait, wherever asked.

    No PIN at all is no try: an Enter too many must not lock anyone out.
    """
    if not pin:
        return Refused("no_pin", translate("Staff", "Tapez son code."))
    left = person.wait_until - unit.now if person.wait_until is not None else timedelta(0)
    # Never longer than the wait itself: a clock set back must not lock anyone out.
    if timedelta(0) < left <= WAIT:
        seconds = -(-left // timedelta(seconds=1))
        sentence = translate("Staff", "Trop d’essais\u00a0: attendez encore {seconds} secondes.")
        return Refused("wait", sentence.format(seconds=seconds))
    if not _matches(person.pin_hash, pin):
        return _wrong(unit, person)
    person.wrong_pins, person.wait_until = 0, None
    return None


def hashed(pin: str) -> str:
    """What is kept of a PIN."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def _matches(pin_hash: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    try:
        return PasswordHasher().verify(pin_hash, pin)
    except VerificationError:
        return False


def _wrong(unit: Unit, person: Facilitator) -> Refused:
    person.wrong_pins += 1
    unit.record(Stream.TECHNICAL, "staff.wrong_pin", {"schema": 1, "who": person.name, "times": person.wrong_pins})
    if person.wrong_pins >= FREE_TRIES:
        person.wait_until = unit.now + WAIT
        sentence = translate("Staff", "Ce n’est pas le bon code. Attendez {seconds} secondes avant le prochain essai.")
        return Refused("wrong_pin", sentence.format(seconds=int(WAIT.total_seconds())))
    return Refused("wrong_pin", translate("Staff", "Ce n’est pas le bon code."))
