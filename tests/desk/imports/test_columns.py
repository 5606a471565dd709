"""Columns are known by the words of their header, French or English, with slips."""

from __future__ import annotations

import pytest

from desk.imports.columns import Field, propose, words


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("N° de membre", "Prénom", "Nom"), (Field.NUMBER, Field.GIVEN, Field.FAMILY)),
        (("NOM", "PRENOM", "Courriel", "Tél."), (Field.FAMILY, Field.GIVEN, Field.EMAIL, Field.PHONE)),
        (("Last name", "First Name", "E-Mail", "Phone"), (Field.FAMILY, Field.GIVEN, Field.EMAIL, Field.PHONE)),
        (("Nom", "Adresse e-mail"), (Field.NAME, Field.EMAIL)),
        (("Nom et prénom", "Formule", "Début", "Fin"), (Field.NAME, Field.PLAN, Field.FROM, Field.UNTIL)),
        (("Abonement", "Numero", "Full name"), (Field.PLAN, Field.NUMBER, Field.NAME)),
        (("Prénom", "Nom", "Couleur préférée", ""), (Field.GIVEN, Field.FAMILY, None, None)),
        (("Nom", "Nom", "Prénom"), (Field.FAMILY, None, Field.GIVEN)),
        (("Carte", "Message", "Membre depuis"), (Field.CARD, Field.MESSAGE, Field.JOINED)),
    ],
)
def test_headers_are_recognised(header: tuple[str, ...], expected: tuple[Field | None, ...]) -> None:
    assert propose(header) == expected


def test_what_an_export_writes_is_recognised_in_full() -> None:
    titles = {field: word for field, word in words().items() if field is not Field.NAME}
    assert propose(tuple(titles.values())) == tuple(titles)


def test_no_field_is_proposed_twice() -> None:
    found = propose(("E-mail", "Email", "Mail", "Courriel"))
    assert [field for field in found if field] == [Field.EMAIL]
