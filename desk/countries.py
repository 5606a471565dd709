"""The countries whose organisations rent here: the European Union and its neighbours, by their ISO 3166 code."""

from __future__ import annotations

from desk.language import translate


def countries() -> dict[str, str]:
    """The names by code, in the language of the moment, France first and the others in alphabetical order."""
    names = {
        "DE": translate("Countries", "Allemagne"),
        "AT": translate("Countries", "Autriche"),
        "BE": translate("Countries", "Belgique"),
        "BG": translate("Countries", "Bulgarie"),
        "CY": translate("Countries", "Chypre"),
        "HR": translate("Countries", "Croatie"),
        "DK": translate("Countries", "Danemark"),
        "ES": translate("Countries", "Espagne"),
        "EE": translate("Countries", "Estonie"),
        "FI": translate("Countries", "Finlande"),
        "GR": translate("Countries", "Grèce"),
        "HU": translate("Countries", "Hongrie"),
        "IE": translate("Countries", "Irlande"),
        "IT": translate("Countries", "Italie"),
        "LV": translate("Countries", "Lettonie"),
        "LT": translate("Countries", "Lituanie"),
        "LU": translate("Countries", "Luxembourg"),
        "MT": translate("Countries", "Malte"),
        "MC": translate("Countries", "Monaco"),
        "NO": translate("Countries", "Norvège"),
        "NL": translate("Countries", "Pays-Bas"),
        "PL": translate("Countries", "Pologne"),
        "PT": translate("Countries", "Portugal"),
        "CZ": translate("Countries", "République tchèque"),
        "RO": translate("Countries", "Roumanie"),
        "GB": translate("Countries", "Royaume-Uni"),
        "SK": translate("Countries", "Slovaquie"),
        "SI": translate("Countries", "Slovénie"),
        "SE": translate("Countries", "Suède"),
        "CH": translate("Countries", "Suisse"),
    }
    ordered = sorted(names.items(), key=lambda pair: pair[1])
    return {"FR": translate("Countries", "France"), **dict(ordered)}
