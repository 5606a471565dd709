"""Which column of a file says what: proposed from the words of its header, in French or English, and changeable."""

from __future__ import annotations

from enum import StrEnum

from desk.language import translate
from desk.names import searchable, similarity


class Field(StrEnum):
    """What a column may say of a member."""

    NUMBER = "number"
    GIVEN = "given"
    FAMILY = "family"
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    JOINED = "joined"
    STATUS = "status"
    PLAN = "plan"
    FROM = "from"
    UNTIL = "until"
    UNITS = "units"
    CARD = "card"
    NAMED = "named"
    MESSAGE = "message"


Mapping = tuple[Field | None, ...]
"""For each column of the file, in order, what it says; None for one that is left out."""

# The words of headers met in the wild, searchable (no case, no accents). `NAME` takes over from `FAMILY` when there is
# no column of given names: a lone "Nom" then holds the whole name.
_WORDS: dict[Field, tuple[str, ...]] = {
    Field.NUMBER: ("n° de membre", "numero", "numero de membre", "n°", "no", "num", "member number", "number", "id"),
    Field.GIVEN: ("prenom", "first name", "given name", "forename"),
    Field.FAMILY: ("nom", "nom de famille", "last name", "family name", "surname"),
    Field.NAME: ("nom complet", "prenom et nom", "nom et prenom", "nom prenom", "prenom nom", "full name", "name"),
    Field.EMAIL: ("e mail", "email", "mail", "courriel", "adresse e mail", "adresse mail", "email address"),
    Field.PHONE: ("telephone", "tel", "tel.", "portable", "mobile", "phone", "phone number", "numero de telephone"),
    Field.JOINED: ("membre depuis", "adhesion", "date d adhesion", "date d entree", "inscription", "joined", "since"),
    Field.STATUS: ("statut", "etat", "status"),
    Field.PLAN: ("formule", "abonnement", "type d abonnement", "plan", "membership", "pass"),
    Field.FROM: (
        "debut",
        "date de debut",
        "du",
        "depuis le",
        "valable du",
        "start",
        "start date",
        "from",
        "valid from",
    ),
    Field.UNTIL: ("fin", "date de fin", "au", "jusqu au", "expire le", "expiration", "end", "end date", "until"),
    Field.UNITS: ("unites restantes", "reste", "restant", "jours restants", "credits", "units left", "left"),
    Field.CARD: ("carte", "code de carte", "code carte", "badge", "n° de carte", "card", "card code"),
    Field.NAMED: ("nomme sur le plan", "nom sur le plan", "affiche sur le plan", "named on the plan"),
    Field.MESSAGE: ("message pour l accueil", "message", "note", "remarque", "commentaire", "desk message"),
}
_GOOD_ENOUGH = 88.0


def words() -> dict[Field, str]:
    """What each field is called on the screen and in the header of an export."""
    return {
        Field.NUMBER: translate("Imports", "N° de membre"),
        Field.GIVEN: translate("Imports", "Prénom"),
        Field.FAMILY: translate("Imports", "Nom"),
        Field.NAME: translate("Imports", "Nom complet"),
        Field.EMAIL: translate("Imports", "E-mail"),
        Field.PHONE: translate("Imports", "Téléphone"),
        Field.JOINED: translate("Imports", "Membre depuis"),
        Field.STATUS: translate("Imports", "Statut"),
        Field.PLAN: translate("Imports", "Formule"),
        Field.FROM: translate("Imports", "Début"),
        Field.UNTIL: translate("Imports", "Fin"),
        Field.UNITS: translate("Imports", "Unités restantes"),
        Field.CARD: translate("Imports", "Carte"),
        Field.NAMED: translate("Imports", "Nommé sur le plan"),
        Field.MESSAGE: translate("Imports", "Message pour l’accueil"),
    }


def propose(header: tuple[str, ...]) -> Mapping:
    """The most likely mapping: each field goes to the column whose title is most like it, and to no other."""
    known = [(field, searchable(word)) for field, names in _WORDS.items() for word in names]
    known += [(field, searchable(word)) for field, word in words().items()]
    scores = []
    for column, title in enumerate(header):
        wanted = searchable(title)
        for field, word in known:
            score = similarity(wanted, word, whole=True) if wanted else 0.0
            if score >= _GOOD_ENOUGH:
                scores.append((-score, column, field))
    chosen: dict[int, Field] = {}
    for _, column, field in sorted(scores, key=lambda score: score[:2]):
        if column not in chosen and field not in chosen.values():
            chosen[column] = field
    return tuple(_whole_name(chosen.get(column), chosen) for column in range(len(header)))


def _whole_name(field: Field | None, chosen: dict[int, Field]) -> Field | None:
    alone = Field.GIVEN not in chosen.values() and Field.NAME not in chosen.values()
    return Field.NAME if field is Field.FAMILY and alone else field
