"""The words for what the journal calls by a code: the acts it records, the reasons of a refused scan."""

from __future__ import annotations

from desk.language import translate


def act(kind: str) -> str:
    """An operational act as a person reads it."""
    words = {
        "member.admitted": translate("RecordWords", "Inscription"),
        "member.edited": translate("RecordWords", "Fiche corrigée"),
        "member.status": translate("RecordWords", "Accès suspendu ou rendu"),
        "membership.granted": translate("RecordWords", "Formule accordée"),
        "membership.withdrawn": translate("RecordWords", "Formule retirée avec sa vente"),
        "pass.revoked": translate("RecordWords", "Pass annulé avec sa vente"),
        "tickets.sold": translate("RecordWords", "Billets vendus"),
        "tickets.cancelled": translate("RecordWords", "Billets annulés avec leur vente"),
        "card.issued": translate("RecordWords", "Carte remise"),
        "card.revoked": translate("RecordWords", "Carte annulée"),
        "parcels.noted": translate("RecordWords", "Colis notés"),
        "parcel.received": translate("RecordWords", "Colis reçu"),
        "parcels.handed": translate("RecordWords", "Colis remis"),
        "parcels.taken_back": translate("RecordWords", "Remise de colis annulée"),
        "visit.entered": translate("RecordWords", "Arrivée"),
        "visit.left": translate("RecordWords", "Départ"),
        "visit.left_supposed": translate("RecordWords", "Départ supposé"),
        "visit.seen": translate("RecordWords", "Encore là"),
        "visit.reopened": translate("RecordWords", "Départ repris"),
        "visit.annulled": translate("RecordWords", "Arrivée annulée"),
        "visit.entitled": translate("RecordWords", "Autre droit choisi"),
        "visit.forced": translate("RecordWords", "Entrée accordée par un·e gérant·e"),
        "visit.over_limit": translate("RecordWords", "Entrée au-delà de la limite de sécurité"),
        "visit.seated": translate("RecordWords", "Changement de place"),
        "scan.refused": translate("RecordWords", "Scan refusé"),
        "booking.made": translate("RecordWords", "Réservation"),
        "booking.changed": translate("RecordWords", "Réservation changée"),
        "booking.cancelled": translate("RecordWords", "Réservation annulée"),
        "booking.released": translate("RecordWords", "Espace rendu, personne n’étant venu"),
        "booking.arrived": translate("RecordWords", "Arrivée pour une réservation"),
        "booking.charged": translate("RecordWords", "Réservation encaissée"),
        "booking.act_undone": translate("RecordWords", "Acte sur une réservation annulé"),
        "series.made": translate("RecordWords", "Série de réservations"),
        "series.changed": translate("RecordWords", "Série de réservations changée"),
        "bookings.imported": translate("RecordWords", "Calendrier importé"),
        "crowd.counted": translate("RecordWords", "Public compté"),
        "crowd.ended": translate("RecordWords", "Public parti"),
        "deposit.taken": translate("RecordWords", "Caution reçue"),
        "deposit.returned": translate("RecordWords", "Caution rendue"),
        "deposit.kept": translate("RecordWords", "Part de caution gardée"),
        "loan.lent": translate("RecordWords", "Objet prêté"),
        "loan.returned": translate("RecordWords", "Objet rendu"),
        "loan.reopened": translate("RecordWords", "Retour d’objet annulé"),
        "contact.noted": translate("RecordWords", "Contact noté"),
        "event.counted": translate("RecordWords", "Moment collectif"),
    }
    return words.get(kind, translate("RecordWords", "Autre acte"))


def refusal(code: str) -> str:
    """The reason of a refused scan in a few words."""
    words = {
        "revoked": translate("RecordWords", "carte annulée"),
        "blocked": translate("RecordWords", "accès suspendu"),
        "gone": translate("RecordWords", "membre parti"),
        "no_plan": translate("RecordWords", "sans formule"),
        "expired": translate("RecordWords", "formule finie"),
        "not_yet_valid": translate("RecordWords", "formule pas encore commencée"),
        "book_empty": translate("RecordWords", "carnet épuisé"),
        "wrong_day": translate("RecordWords", "pass d’un autre jour"),
        "wrong_half": translate("RecordWords", "pass d’une autre demi-journée"),
        "cancelled": translate("RecordWords", "pass annulé"),
        "full": translate("RecordWords", "maison pleine"),
        "group_early": translate("RecordWords", "location pas encore ouverte"),
        "group_over": translate("RecordWords", "location finie"),
        "group_full": translate("RecordWords", "location au complet"),
        "group_cancelled": translate("RecordWords", "location annulée"),
    }
    return words.get(code, translate("RecordWords", "autre raison"))
