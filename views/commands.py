"""What can be asked for, in one table: its key, its words, its icon. The rail, the box, the shortcuts and the sheet of
keys are all made from it, so that a new command appears everywhere at once."""

from __future__ import annotations

from dataclasses import dataclass

from desk.language import translate


@dataclass(frozen=True)
class Command:
    """A command of the counter.

    `key` is Qt's key sequence, `shown_key` how people read it; `word` its name in the rail and `icon` its picture
    there (both empty: not in the rail); `title` its name in the box with the `words` that find it (empty: not in the
    box); `stays` when it names a page; `even_locked` when nobody needs to hold the desk for it.
    """

    code: str
    key: str
    shown_key: str
    what: str
    icon: str = ""
    word: str = ""
    title: str = ""
    words: str = ""
    stays: bool = False
    even_locked: bool = False


def commands() -> tuple[Command, ...]:
    """The commands, in the language of the moment, in the order of the rail and of the sheet of keys."""
    groups = (_places, _door, _people, _hirers, _presence, _till, _machines, _desk)
    return tuple(command for group in groups for command in group())


def _places() -> tuple[Command, ...]:
    """The plan, and what is held of it."""
    return (
        Command(
            "plan", "F2", "F2",
            translate("Commands", "le plan\u00a0; flèches pour aller d’un espace à l’autre, Entrée pour agir"),
            icon="map-trifold", word=translate("Commands", "Plan"), stays=True,
        ),
        Command(
            "bookings", "F3", "F3",
            translate("Commands", "les réservations\u00a0: un jour, une semaine, une liste"),
            icon="calendar-blank", word=translate("Commands", "Rés."), title=translate("Commands", "Réservations"),
            words=translate("Commands", "réservations agenda salles jour semaine liste calendrier"), stays=True,
        ),
        Command(
            "book", "Ctrl+B", "Ctrl B", translate("Commands", "réserver un espace pour plus tard"),
            title=translate("Commands", "Réserver un espace"),
            words=translate("Commands", "réserver un espace salle plus tard réservation nouvelle"),
        ),
        Command(
            "calendar_import", "Ctrl+Shift+I", translate("Commands", "Ctrl Maj I"),
            translate("Commands", "importer les réservations d’un calendrier"),
            title=translate("Commands", "Importer un calendrier"),
            words=translate("Commands", "importer un calendrier réservations ics ical agenda"), stays=True,
        ),
        Command(
            "plan_editor", "Ctrl+Shift+E", translate("Commands", "Ctrl Maj E"),
            translate("Commands", "modifier le plan de la maison (gérant·e)"),
            title=translate("Commands", "Modifier le plan"),
            words=translate("Commands", "modifier le plan éditeur dessiner espaces postes murs surface"), stays=True,
        ),
    )  # fmt: skip


def _door() -> tuple[Command, ...]:
    """Who comes in, by name or with a pass."""
    return (
        Command(
            "box", "Ctrl+K", "Ctrl K",
            translate("Commands", "chercher un membre, une organisation, une salle, un devis, une action"),
        ),
        Command(
            "pass", "Ctrl+J", "Ctrl J", translate("Commands", "vendre un pass journée ou demi-journée"),
            icon="ticket", word=translate("Commands", "Pass"), title=translate("Commands", "Vendre un pass"),
            words=translate("Commands", "vendre un pass journée demi-journée visiteur"),
        ),
        Command(
            "shop", "F4", "F4",
            translate("Commands", "la caisse\u00a0: café, impressions, pass, formules, billets, dans un seul panier"),
            icon="shopping-bag-open", word=translate("Commands", "Caisse"), title=translate("Commands", "Caisse"),
            words=translate("Commands", "caisse vendre café photocopie carnet formule billet panier encaisser"),
        ),
        Command(
            "sales", "Ctrl+F4", "Ctrl F4",
            translate("Commands", "les ventes du jour\u00a0: les voir, les réimprimer, les corriger"),
            title=translate("Commands", "Ventes du jour"),
            words=translate("Commands", "ventes du jour reçu duplicata corriger annuler rembourser liste"), stays=True,
        ),
        Command(
            "guest", "Ctrl+G", "Ctrl G",
            translate("Commands", "faire entrer quelqu’un sans carte\u00a0: invité·e, moment collectif, essai"),
            title=translate("Commands", "Faire entrer sans carte"),
            words=translate("Commands", "invité visiteur accompagnant événement réservation essai entrer sans carte"),
        ),
    )  # fmt: skip


def _people() -> tuple[Command, ...]:
    """Members."""
    return (
        Command(
            "members", "F5", "F5",
            translate("Commands", "les membres\u00a0: fiches, cartes, colis"),
            icon="address-book", word=translate("Commands", "Membres"), title=translate("Commands", "Membres"),
            words=translate("Commands", "membres fiches cartes colis liste"), stays=True,
        ),
        Command(
            "new_member", "Ctrl+N", "Ctrl N", translate("Commands", "un nouveau membre, sa formule et sa carte"),
            title=translate("Commands", "Nouveau membre"),
            words=translate("Commands", "nouveau membre inscrire adhérer créer"),
        ),
        Command(
            "import", "Ctrl+I", "Ctrl I", translate("Commands", "importer des membres d’un tableau"),
            title=translate("Commands", "Importer des membres"),
            words=translate("Commands", "importer des membres tableau csv xlsx excel"), stays=True,
        ),
        Command(
            "export", "Ctrl+E", "Ctrl E", translate("Commands", "exporter les membres dans un tableau"),
            title=translate("Commands", "Exporter les membres"),
            words=translate("Commands", "exporter les membres tableau xlsx excel"),
        ),
    )  # fmt: skip


def _hirers() -> tuple[Command, ...]:
    """Those who rent, and at what price."""
    return (
        Command(
            "organisations", "Shift+F5", translate("Commands", "Maj F5"),
            translate("Commands", "les organisations\u00a0: fiches, contacts, devis"),
            title=translate("Commands", "Organisations"),
            words=translate("Commands", "organisations associations entreprises contacts devis clients"), stays=True,
        ),
        Command(
            "invoices", "Ctrl+F", "Ctrl F",
            translate("Commands", "les factures\u00a0: à payer, en retard, réglées, avoirs"),
            title=translate("Commands", "Factures"),
            words=translate("Commands", "factures avoirs règlements relances impayés échéances clients"), stays=True,
        ),
        Command(
            "find_room", "Ctrl+R", "Ctrl R",
            translate("Commands", "une salle pour tant de personnes, jusqu’à telle heure"),
            title=translate("Commands", "Trouver une salle"),
            words=translate("Commands", "trouver une salle libre louer réunion personnes"),
        ),
        Command(
            "lending", "Ctrl+Shift+K", translate("Commands", "Ctrl Maj K"),
            translate("Commands", "les prêts et les cautions\u00a0: clés, badges, matériel, ce qui est en retard"),
            title=translate("Commands", "Prêts et cautions"),
            words=translate("Commands", "prêts cautions clés badges matériel objets en retard rendre"), stays=True,
        ),
        Command(
            "lend", "Ctrl+Shift+O", translate("Commands", "Ctrl Maj O"),
            translate("Commands", "prêter une clé, un badge, du matériel"),
            title=translate("Commands", "Prêter un objet"),
            words=translate("Commands", "prêter une clé un badge matériel projecteur adaptateur"),
        ),
        Command(
            "prices", "Ctrl+T", "Ctrl T", translate("Commands", "les tarifs et les taux de TVA, d’un jour à l’autre"),
            title=translate("Commands", "Tarifs"),
            words=translate("Commands", "tarifs prix TVA suppléments grille"), stays=True,
        ),
    )  # fmt: skip


def _presence() -> tuple[Command, ...]:
    """Who is in."""
    return (
        Command(
            "roll_call", "F9", "F9",
            translate("Commands", "la liste d’évacuation, à tout moment\u00a0; P l’imprime"),
            icon="users-three", word=translate("Commands", "Présents"),
            title=translate("Commands", "Liste d’évacuation"),
            words=translate("Commands", "liste évacuation alarme présents appel"), stays=True, even_locked=True,
        ),
        Command(
            "crowd", "Ctrl+P", "Ctrl P", translate("Commands", "compter le public d’un moment collectif"),
            title=translate("Commands", "Compter le public d’un moment collectif"),
            words=translate("Commands", "compter le public d’un moment collectif participants événement mardi"),
        ),
        Command(
            "departures", "Ctrl+D", "Ctrl D", translate("Commands", "fin de journée : qui est encore là ?"),
            title=translate("Commands", "Fin de journée : qui est encore là ?"),
            words=translate("Commands", "fin de journée départs oubliés sorties fermer qui est encore là"),
        ),
    )  # fmt: skip


def _till() -> tuple[Command, ...]:
    """The drawer and the end of the day."""
    return (
        Command(
            "drawer", "Shift+F4", translate("Commands", "Maj F4"),
            translate("Commands", "le tiroir-caisse\u00a0: espèces mises ou sorties, avec leur motif"),
            title=translate("Commands", "Tiroir-caisse"),
            words=translate("Commands", "tiroir caisse espèces entrée sortie monnaie banque fond"),
        ),
        Command(
            "close_day", "Ctrl+Shift+D", translate("Commands", "Ctrl Maj D"),
            translate("Commands", "clôturer la journée\u00a0: qui est là, le tiroir compté, la clôture"),
            title=translate("Commands", "Clôturer la journée"),
            words=translate("Commands", "clôturer la journée compter fermer Z écart fin"),
        ),
        Command(
            "closings", "Shift+F7", translate("Commands", "Maj F7"),
            translate("Commands", "les clôtures\u00a0: lecture X, rapports du jour, du mois, de l’exercice"),
            title=translate("Commands", "Clôtures"),
            words=translate("Commands", "clôtures lecture X rapport Z mois exercice total perpétuel"), stays=True,
        ),
        Command(
            "hour", "Ctrl+Shift+H", translate("Commands", "Ctrl Maj H"),
            translate("Commands", "l’heure de l’ordinateur, à confirmer quand elle est en doute (gérant·e)"),
            title=translate("Commands", "L’heure de l’ordinateur"),
            words=translate("Commands", "heure horloge date ordinateur avance retard confirmer"),
        ),
    )  # fmt: skip


def _machines() -> tuple[Command, ...]:
    """F10 is the printer, F11 the camera, F12 the scanner: the machines of the counter, side by side."""
    return (
        Command(
            "queue", "F10", "F10", translate("Commands", "les impressions qui attendent"),
            icon="printer", word=translate("Commands", "Imprimer"), title=translate("Commands", "Impressions"),
            words=translate("Commands", "impressions imprimante reçus file"),
        ),
        Command(
            "printers", "Ctrl+Shift+P", translate("Commands", "Ctrl Maj P"),
            translate("Commands", "les imprimantes, leur page de test, qui imprime quoi"),
            title=translate("Commands", "Imprimantes"),
            words=translate("Commands", "imprimantes réglage page de test tiroir papier"), stays=True,
        ),
        Command(
            "camera", "F11", "F11", translate("Commands", "la caméra, allumée ou éteinte"),
            title=translate("Commands", "Caméra"),
            words=translate("Commands", "caméra webcam allumer éteindre lire carte"),
        ),
        Command(
            "scanner", "F12", "F12", translate("Commands", "le réglage du scanner, et s’il lira toutes les cartes"),
            title=translate("Commands", "Réglage du scanner"),
            words=translate("Commands", "réglage scanner douchette lecteur calibrage clavier"), stays=True,
        ),
        Command(
            "image", "Ctrl+O", "Ctrl O", translate("Commands", "scanner une image ; Ctrl V, celle du presse-papiers"),
            title=translate("Commands", "Scanner une image"),
            words=translate("Commands", "scanner image photo fichier presse-papiers"),
        ),
        Command(
            "self_service", "Ctrl+Shift+S", translate("Commands", "Ctrl Maj S"),
            translate("Commands", "le libre-service, quand personne ne tient l’accueil"),
            title=translate("Commands", "Libre-service"),
            words=translate("Commands", "libre-service borne quitter seul webcam"),
        ),
    )  # fmt: skip


def _desk() -> tuple[Command, ...]:
    """Who holds the desk, and what helps them."""
    return (
        Command(
            "lock", "Ctrl+L", "Ctrl L", translate("Commands", "verrouiller pour un moment"),
            title=translate("Commands", "Verrouiller"),
            words=translate("Commands", "verrouiller quitter changer permanence"),
        ),
        Command(
            "hand_over", "Ctrl+Shift+L", translate("Commands", "Ctrl Maj L"),
            translate("Commands", "passer le relais, avec un mot pour la personne suivante"),
            title=translate("Commands", "Passer le relais"),
            words=translate("Commands", "passer le relais permanence mot note quitter"),
        ),
        Command(
            "training", "Ctrl+Shift+F", translate("Commands", "Ctrl Maj F"),
            translate("Commands", "la formation\u00a0: s’exercer hors de la vraie maison (la même touche en sort)"),
            title=translate("Commands", "Formation"),
            words=translate("Commands", "formation exercice apprendre essayer simulation entraînement école"),
        ),
        Command(
            "team", "F8", "F8", translate("Commands", "l’équipe de l’accueil et ses permanences"),
            icon="identification-card", word=translate("Commands", "Équipe"), title=translate("Commands", "L’équipe"),
            words=translate("Commands", "équipe permanences code gérant facilitateur"), stays=True,
        ),
        Command(
            "settings", "Shift+F8", translate("Commands", "Maj F8"),
            translate("Commands", "les réglages de la maison\u00a0: heures, règles, mentions, durées"),
            title=translate("Commands", "Réglages"),
            words=translate(
                "Commands",
                "réglages paramètres horaires ouverture fermeture jours fériés SIRET annulation durées ensembles hors"
                " service",
            ),
            stays=True,
        ),
        Command(
            "backups", "Ctrl+Shift+B", translate("Commands", "Ctrl Maj B"),
            translate("Commands", "les sauvegardes\u00a0: la dernière, où elles vont, en essayer une"),
            title=translate("Commands", "Sauvegardes"),
            words=translate("Commands", "sauvegardes copies disque essayer restaurer dossier"), stays=True,
        ),
        Command(
            "handbook", "F1", "F1", translate("Commands", "l’aide"),
            icon="question", word=translate("Commands", "Aide"), stays=True,
        ),
        Command(
            "diagnostics", "Shift+F1", translate("Commands", "Maj F1"),
            translate("Commands", "un diagnostic sans données personnelles, pour qui dépanne l’accueil"),
            title=translate("Commands", "Diagnostic"),
            words=translate("Commands", "diagnostic dépannage panne aide assistance journal technique versions"),
            stays=True,
        ),
        Command("keys", "?", "?", translate("Commands", "cette feuille")),
    )  # fmt: skip


def key_sheet() -> tuple[tuple[str, str], ...]:
    """Every key and what it does: the commands, then what a page itself understands."""
    return (
        *((command.shown_key, command.what) for command in commands()),
        (translate("Commands", "Échap"), translate("Commands", "revenir en arrière, sans rien perdre")),
        (
            translate("Commands", "Maj Entrée"),
            translate("Commands", "sur un membre trouvé par la barre de recherche\u00a0: ouvrir sa fiche"),
        ),
        ("R", translate("Commands", "remettre les colis à la personne qui vient de passer (Alt R depuis un champ)")),
        ("U", translate("Commands", "choisir l’autre droit proposé à qui vient d’entrer (Alt U depuis un champ)")),
        (
            translate("Commands", "Maj flèches"),
            translate("Commands", "sur une réservation\u00a0: la déplacer (Ctrl flèches\u00a0: allonger, raccourcir)"),
        ),
        (
            translate("Commands", "Suppr"),
            translate("Commands", "sur une réservation\u00a0: l’annuler (Ctrl Z\u00a0: revenir en arrière)"),
        ),
        (
            translate("Commands", "Ctrl flèches"),
            translate(
                "Commands", "en modifiant le plan\u00a0: d’un espace à l’autre (Page suivante\u00a0: ses postes)"
            ),
        ),
        ("+  −  0", translate("Commands", "sur le plan\u00a0: agrandir, réduire, voir en entier")),
    )
