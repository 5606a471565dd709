"""The part of the front desk that serves those who keep the accounts: invoices, and what leaves for the accountant."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desk.work import Work

if TYPE_CHECKING:
    from desk.accounts.office import Accounts
    from desk.invoices import Invoices


class AccountantsDesk:
    """Use cases that are imported when they are first asked for, as the others of the front desk."""

    work: Work

    @cached_property
    def invoices(self) -> Invoices:
        """Invoices and credit notes."""
        from desk.invoices import Invoices

        return Invoices(self.work)

    @cached_property
    def accounts(self) -> Accounts:
        """What the accountant and the inspector ask for."""
        from desk.accounts.office import Accounts

        return Accounts(self.work)
