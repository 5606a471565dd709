"""Who may do what only a manager may."""

from __future__ import annotations

from desk.errors import Refused
from desk.language import translate
from desk.work import Operator


def manager_only(operator: Operator) -> Refused | None:
    """The refusal for a facilitator without the manager's right.

    Nobody holds the desk on the command line, whose user owns the data folder already.
    """
    if operator.id and not operator.is_manager:
        return Refused("right", translate("Rights", "Seul·e un·e gérant·e peut le faire\u00a0: demandez-lui."))
    return None
