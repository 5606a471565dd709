"""The chart of accounts: which account each product, VAT rate and payment mode is posted to, and the journal's name.

Defaults follow the general chart (PCG, règlement ANC n° 2014-03): 706, 707, 44571, 530, 511, 512, 411. A house changes
them one by one; what it chose is in the journal's technical stream and nowhere else, so that nobody changes it unseen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from models.database import driver_of

ACCOUNT_SET = "accounts.set"
JOURNAL = "journal"
_KEY = re.compile(r"(sales|vat|payment)\.([a-z0-9_-]{1,60})")
_NUMBER = re.compile(r"[1-8][0-9A-Z]{2,16}")
_JOURNAL_CODE = re.compile(r"[A-Z0-9]{1,6}")
_SET = f"SELECT body FROM journal WHERE stream = 'technical' AND kind = '{ACCOUNT_SET}' ORDER BY sequence"  # noqa: S608


@dataclass(frozen=True)
class Account:
    """An account: its number and its French label, as the files carry them."""

    number: str
    label: str


DEFAULTS: Mapping[str, Account] = {
    JOURNAL: Account("VE", "Ventes de l'accueil"),
    "sales": Account("706000", "Prestations de services"),
    "sales.coffee": Account("707000", "Ventes de marchandises"),
    "vat": Account("445710", "TVA collectée"),
    "vat.550": Account("445715", "TVA collectée 5,5 %"),
    "vat.1000": Account("445711", "TVA collectée 10 %"),
    "vat.2000": Account("445712", "TVA collectée 20 %"),
    "payment": Account("471000", "Comptes d'attente"),
    "payment.cash": Account("530000", "Caisse"),
    "payment.card": Account("511500", "Cartes bancaires à encaisser"),
    "payment.cheque": Account("511200", "Chèques à encaisser"),
    "payment.transfer": Account("512000", "Banque"),
    "payment.on_account": Account("411000", "Clients"),
}


@dataclass(frozen=True)
class Chart:
    """The accounts in force: the house's own over the defaults."""

    own: Mapping[str, Account] = field(default_factory=dict)

    def account(self, key: str) -> Account:
        """The account of "sales.coffee", "vat.2000"…; of its family when it has none of its own."""
        known = {**DEFAULTS, **self.own}
        return known.get(key) or known[key.partition(".")[0]]

    @property
    def journal(self) -> Account:
        """The code and the label of the journal that everything is posted in."""
        return self.account(JOURNAL)

    @property
    def everything(self) -> tuple[tuple[str, Account, bool], ...]:
        """Each key with its account, and whether the house chose it; families first, then their members."""
        keys = sorted({*DEFAULTS, *self.own}, key=lambda key: (key != JOURNAL, key.partition(".")[0], key))
        return tuple((key, self.account(key), key in self.own) for key in keys)


def read_chart(session: Session) -> Chart:
    """The chart as the journal tells it: the last word about each key holds."""
    own: dict[str, Account] = {}
    for (body,) in driver_of(session).execute(_SET):
        facts = json.loads(body)
        if facts["number"]:
            own[facts["key"]] = Account(facts["number"], facts["label"])
        else:
            own.pop(facts["key"], None)
    return Chart(own)


def is_key(key: str) -> bool:
    """Whether `key` can name an account: a family, or one of its members."""
    return key in DEFAULTS or _KEY.fullmatch(key) is not None


def is_number(key: str, number: str) -> bool:
    """Whether `number` can be the number of an account (of a journal: its code)."""
    return (_JOURNAL_CODE if key == JOURNAL else _NUMBER).fullmatch(number) is not None
