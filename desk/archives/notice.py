"""LISEZMOI.txt: one page in French for the inspector who opens an archive."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.simulation import is_practised

_NOTICE = """ARCHIVE FISCALE {number}

{seller}{siret}
Caisse {desk} (identifiant {desk_id})
Exercice {year} : du {first} au {last}. {state}
Faite le {made_at} (UTC) par Casaco Desk {software}.

CE QUE CETTE ARCHIVE CONTIENT
  journal.jsonl    tous les enregistrements scellés, un par ligne, toutes leurs colonnes
  *.csv            les mêmes, une table par chaîne, pour la lecture :
{streams}
  manifest.json    ce que contient l'archive, l'empreinte SHA-256 de chaque fichier, la première et la dernière
                   pièce de chaque chaîne, l'archive précédente et son empreinte
  manifest.sig     la signature Ed25519 de ce manifeste par la caisse, en hexadécimal
  public-key.pem   la clé publique de la caisse ; son nom court est {key_id}

COMMENT LA VÉRIFIER
  casaco-desk verify {file}
  Sans base ni clé privée ni réseau. La commande recalcule chaque empreinte, contrôle chaque signature, la suite des
  numéros, les clôtures contre leurs ventes, puis le fichier lui-même octet par octet. Plusieurs archives données
  ensemble sont contrôlées l'une contre l'autre. Sans ce logiciel, tout se refait avec SHA-256 et Ed25519 :
  - corps : body_sha256 = SHA-256 du texte « body », en UTF-8 ;
  - enregistrement : digest = SHA-256 de douze lignes jointes par un saut de ligne, sans saut final :
    « casaco-desk journal 1 », desk_id, stream, sequence, kind, at, operator_id, software_version, key_id,
    previous_digest, previous_signature, body_sha256 ; signature = Ed25519 sur les 32 octets de digest ;
  - chaîne : previous_digest et previous_signature sont ceux de l'enregistrement précédent de la même chaîne
    (64 zéros et vide pour le premier), les numéros se suivent sans manque ;
  - manifeste : Ed25519 sur SHA-256(« casaco-desk archive 1 », saut de ligne, octets de manifest.json).

COMMENT LA LIRE
  Montants en centimes entiers, taux de TVA en centièmes de pour cent (2000 : 20 %), dates en temps universel.
  kind : sale (vente), correction (vente reprise en tout ou partie, montants négatifs, liée à l'originale), settlement
  (règlement reçu plus tard). Rien n'est modifié ni effacé : une erreur se corrige par une pièce inverse.
  closing.day, closing.month, closing.year : clôtures, avec totaux par taux et par mode de paiement, total perpétuel et
  total perpétuel absolu, jamais remis à zéro. Chaîne technical : le journal des événements (JET), par leurs codes.
  Chaîne duplicates : les impressions suivant la première. Le court scellement imprimé sur un ticket est le début de
  son digest : un ticket papier se retrouve ainsi ici.

CE QUI N'EST PAS DIT
  Ce logiciel n'est pas « certifié » : il donne ce qu'il faut pour l'attestation individuelle de son éditeur.
  Une signature prouve que la caisse a écrit ceci et que rien n'a changé depuis ; elle ne prouve pas qu'une vente
  jamais saisie n'a pas eu lieu. La clé publique jointe doit être celle de la caisse : comparez son nom court avec
  celui d'une autre archive, ou de la caisse elle-même. Les passages et les réservations (chaîne operations) n'y sont
  pas : ce sont des données personnelles sans montant, soumises à leurs propres durées.
"""
_PRACTISED = """SIMULATION : cette archive vient de la formation.
Rien de ce qu'elle contient n'a été vendu, payé ni encaissé.

"""
_NAMES = {
    "sales": "les ventes, corrections et règlements",
    "invoices": "les factures et les avoirs",
    "closings": "les clôtures",
    "duplicates": "les duplicatas",
    "technical": "le journal des événements techniques (JET)",
    "archives": "les archives faites auparavant",
}


def notice(manifest: Mapping[str, Any], file: str) -> bytes:
    """The page, from what the manifest says."""
    streams = "\n".join(
        f"    {line['stream'] + '.csv':<16} {_NAMES.get(line['stream'], line['stream'])},"
        f" n° {line['first']} à {line['last']}"
        for line in manifest["streams"]
    )
    seller, desk = manifest["seller"], manifest["desk"]
    is_closed = manifest["kind"] == "period"
    state = "L'exercice est clos." if is_closed else "L'exercice n'est pas clos : archive intermédiaire."
    page = _PRACTISED + _NOTICE if is_practised(manifest) else _NOTICE
    return (
        page.format(
            number=manifest["number"], seller=seller["name"],
            siret=f", SIRET {seller['siret']}" if seller["siret"] else "",
            desk=f"{desk['letter']}, {desk['name']}", desk_id=desk["id"], year=manifest["year"],
            first=manifest["days"][0], last=manifest["days"][1], state=state, made_at=manifest["made_at"],
            software=manifest["software"], streams=streams, key_id=manifest["key_id"], file=file,
        )
        .replace("\n", "\r\n")
        .encode("utf-8-sig")
    )  # fmt: skip
