<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr">
<context>
    <name>AccessSection</name>
    <message>
        <source>Accès</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Rétablir l’accès</source>
        <translation>Give the access back</translation>
    </message>
    <message>
        <source>Motif de la suspension, lu à l’accueil</source>
        <translation>Reason of the suspension, read at the desk</translation>
    </message>
    <message>
        <source>Suspendre</source>
        <translation>Suspend</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Où va la facture</source>
        <translation>Where the invoice goes</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Un exercice va de 2000 à 2099.</source>
        <translation>A fiscal year is from 2000 to 2099.</translation>
    </message>
    <message>
        <source>Rien n’a été vendu pendant l’exercice {year}.</source>
        <translation>Nothing was sold in the fiscal year {year}.</translation>
    </message>
    <message>
        <source>Le nom du FEC porte le SIREN de la maison&#xa0;: écrivez d’abord son SIRET.</source>
        <translation>The FEC is named after the SIREN of the house: write its SIRET first.</translation>
    </message>
    <message>
        <source>«&#xa0;{key}&#xa0;» n’est pas un poste du plan&#xa0;: casaco-desk accounts les liste.</source>
        <translation>‘{key}’ is no line of the chart: casaco-desk accounts lists them.</translation>
    </message>
    <message>
        <source>La maison ne vend pas de «&#xa0;{product}&#xa0;».</source>
        <translation>The house sells no ‘{product}’.</translation>
    </message>
    <message>
        <source>Un compte a 3 à 17 chiffres ou lettres et commence par un chiffre de 1 à 8.</source>
        <translation>An account has 3 to 17 digits or letters and begins with a digit from 1 to 8.</translation>
    </message>
    <message>
        <source>Le code d’un journal a 1 à 6 chiffres ou lettres.</source>
        <translation>The code of a journal has 1 to 6 digits or letters.</translation>
    </message>
    <message>
        <source>Le dossier {folder} n’a pas pu être ouvert.</source>
        <translation>The folder {folder} could not be opened.</translation>
    </message>
    <message>
        <source>Rien n’a été écrit.</source>
        <translation>Nothing was written.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier avec --out.</source>
        <translation>Choose another folder with --out.</translation>
    </message>
</context>
<context>
    <name>Aftercare</name>
    <message>
        <source>{title} a fini&#xa0;: caution de {amount} à rendre, contre {things}.</source>
        <translation>{title} has ended: deposit of {amount} to give back, against {things}.</translation>
    </message>
    <message>
        <source>{title} a fini&#xa0;: caution de {amount} à rendre.</source>
        <translation>{title} has ended: deposit of {amount} to give back.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>L’écran changera quand vous en aurez fini avec «&#xa0;{what}&#xa0;».</source>
        <translation>The screen will change once you are done with “{what}”.</translation>
    </message>
    <message>
        <source>L’écran changera quand {who} en aura fini avec «&#xa0;{what}&#xa0;».</source>
        <translation>The screen will change once {who} is done with “{what}”.</translation>
    </message>
    <message>
        <source>Aucune police de caractères n’est installée&#xa0;: rien ne pourrait être lu.</source>
        <translation>No font is installed: nothing could be read.</translation>
    </message>
    <message>
        <source>Installez une police (par exemple Inter), puis relancez.</source>
        <translation>Install a font (Inter, for example), then start again.</translation>
    </message>
    <message>
        <source>Il n’y a pas d’écran ici&#xa0;: la fenêtre ne peut pas s’ouvrir.</source>
        <translation>There is no screen here: the window cannot open.</translation>
    </message>
    <message>
        <source>Jouez la visite à la place&#xa0;: casaco-desk tour --out tour.</source>
        <translation>Play the tour instead: casaco-desk tour --out tour.</translation>
    </message>
    <message>
        <source>Création du monde de démonstration, quelques secondes…</source>
        <translation>Making the demonstration world, just a few seconds…</translation>
    </message>
    <message>
        <source>Le plan n’a pas été dessiné.</source>
        <translation>The plan was not drawn.</translation>
    </message>
    <message>
        <source>Casaco Desk s’ouvre, crée sa base et dessine le plan.</source>
        <translation>Casaco Desk opens, makes its database and draws the plan.</translation>
    </message>
</context>
<context>
    <name>Archives</name>
    <message>
        <source>L’archive {number} qu’elle continue n’est pas celle qui est donnée ici.</source>
        <translation>The archive {number} that it goes on from is not the one given here.</translation>
    </message>
    <message>
        <source>L’archive est changée au point de ne pas pouvoir être lue ici.</source>
        <translation>The archive is so changed that it cannot be read here.</translation>
    </message>
    <message>
        <source>Il manque à l’archive&#xa0;: {names}.</source>
        <translation>The archive lacks: {names}.</translation>
    </message>
    <message>
        <source>Le fichier n’est plus, octet pour octet, celui que la caisse a écrit.</source>
        <translation>The file is no longer, byte for byte, the one that the desk wrote.</translation>
    </message>
    <message>
        <source>La signature du manifeste n’est pas celle de cette caisse.</source>
        <translation>The signature of the manifest is not this desk’s.</translation>
    </message>
    <message>
        <source>Le manifeste ne nomme pas la clé qui est dans l’archive.</source>
        <translation>The manifest does not name the key that is in the archive.</translation>
    </message>
    <message>
        <source>La clé publique n’est pas écrite comme la caisse l’écrit.</source>
        <translation>The public key is not written as the desk writes it.</translation>
    </message>
    <message>
        <source>Ce fichier a le nom de l’archive {name}, mais il est l’archive {number}.</source>
        <translation>This file has the name of the archive {name}, but it is the archive {number}.</translation>
    </message>
    <message>
        <source>{name} n’est pas le fichier que le manifeste annonce.</source>
        <translation>{name} is not the file that the manifest announces.</translation>
    </message>
    <message>
        <source>Le journal n’est pas écrit comme la caisse l’écrit.</source>
        <translation>The journal is not written as the desk writes it.</translation>
    </message>
    <message>
        <source>Le journal ne va pas d’où à où le manifeste le dit.</source>
        <translation>The journal does not go from where to where the manifest says.</translation>
    </message>
    <message>
        <source>Les enregistrements ne sont pas dans leur ordre.</source>
        <translation>The records are not in their order.</translation>
    </message>
    <message>
        <source>La signature n’est pas celle de cette caisse.</source>
        <translation>The signature is not this desk’s.</translation>
    </message>
    <message>
        <source>Ce numéro, et ceux qui manquent avant lui, sont perdus depuis une restauration.</source>
        <translation>This number, and those missing before it, have been lost since a backup was put back.</translation>
    </message>
    <message>
        <source>Il manque des enregistrements avant celui-ci.</source>
        <translation>Records are missing before this one.</translation>
    </message>
    <message>
        <source>Le contenu ne correspond plus à son empreinte.</source>
        <translation>The content no longer matches its digest.</translation>
    </message>
    <message>
        <source>L’enregistrement ne vient pas de cette caisse.</source>
        <translation>The record does not come from this desk.</translation>
    </message>
    <message>
        <source>{name} ne dit pas ce que dit le journal.</source>
        <translation>{name} does not say what the journal says.</translation>
    </message>
    <message>
        <source>La clôture ne dit pas ce que ses ventes additionnent.</source>
        <translation>The closing does not say what its sales add up to.</translation>
    </message>
    <message>
        <source>Il n’y a pas d’archive {name}.</source>
        <translation>There is no archive {name}.</translation>
    </message>
    <message>
        <source>{name} est trop gros pour être une archive.</source>
        <translation>{name} is too large to be an archive.</translation>
    </message>
    <message>
        <source>{name} n’a pas pu être lu.</source>
        <translation>{name} could not be read.</translation>
    </message>
    <message>
        <source>Cette archive porte des fichiers qu’aucune archive ne porte.</source>
        <translation>This archive holds files that no archive holds.</translation>
    </message>
    <message>
        <source>Cette archive a été refaite&#xa0;: ses fichiers sont compressés.</source>
        <translation>This archive was made again: its files are compressed.</translation>
    </message>
    <message>
        <source>Cette archive annonce plus qu’elle ne contient.</source>
        <translation>This archive announces more than it holds.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas une archive lisible&#xa0;: il est abîmé.</source>
        <translation>This file is no readable archive: it is damaged.</translation>
    </message>
    <message>
        <source>Rien n’a été vérifié.</source>
        <translation>Nothing was verified.</translation>
    </message>
    <message>
        <source>Demandez l’original, ou une autre copie.</source>
        <translation>Ask for the original, or for another copy.</translation>
    </message>
    <message>
        <source>Un exercice va de 2000 à 2099.</source>
        <translation>A fiscal year is from 2000 to 2099.</translation>
    </message>
    <message>
        <source>Le journal ne peut pas être archivé&#xa0;: un enregistrement est illisible.</source>
        <translation>The journal cannot be archived: a record cannot be read.</translation>
    </message>
    <message>
        <source>Rien n’a été écrit.</source>
        <translation>Nothing was written.</translation>
    </message>
    <message>
        <source>Lancez casaco-desk verify&#xa0;: il dit lequel.</source>
        <translation>Run casaco-desk verify: it says which.</translation>
    </message>
    <message>
        <source>L’archive n’a pas pu prendre son nom {name}.</source>
        <translation>The archive could not take its name {name}.</translation>
    </message>
    <message>
        <source>Elle est entière, dans le fichier du même nom qui finit par .part.</source>
        <translation>It is whole, in the file of the same name that ends with .part.</translation>
    </message>
    <message>
        <source>Renommez-le vous-même, sans le .part.</source>
        <translation>Rename it yourself, without the .part.</translation>
    </message>
    <message>
        <source>Le journal n’a rien de l’exercice {year}.</source>
        <translation>The journal has nothing of the fiscal year {year}.</translation>
    </message>
    <message>
        <source>Une autre archive vient d’être faite&#xa0;: recommencez.</source>
        <translation>Another archive has just been made: try again.</translation>
    </message>
    <message>
        <source>Le journal de cette base ne connaît pas cette archive {number}.</source>
        <translation>The journal of this database does not know this archive {number}.</translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message>
        <source>Ajouter un article</source>
        <translation>Add an article</translation>
    </message>
    <message>
        <source>Nom de l’article</source>
        <translation>Name of the article</translation>
    </message>
    <message>
        <source>Famille de l’article</source>
        <translation>Family of the article</translation>
    </message>
    <message>
        <source>Boissons, livres…</source>
        <translation>Drinks, books…</translation>
    </message>
    <message>
        <source>TVA de l’article</source>
        <translation>VAT of the article</translation>
    </message>
    <message>
        <source>Prix TTC, {category}</source>
        <translation>Price incl. VAT, {category}</translation>
    </message>
    <message>
        <source>Un prix laissé vide&#xa0;: cette catégorie paie le prix standard.</source>
        <translation>A price left empty: that category pays the standard price.</translation>
    </message>
    <message>
        <source>Ajouter l’article</source>
        <translation>Add the article</translation>
    </message>
</context>
<context>
    <name>Articles</name>
    <message>
        <source>{name} se vend déjà.</source>
        <translation>{name} is already on sale.</translation>
    </message>
    <message>
        <source>{name} est déjà retiré de la vente.</source>
        <translation>{name} is already withdrawn from sale.</translation>
    </message>
    <message>
        <source>Donnez un nom à cet article.</source>
        <translation>Give this article a name.</translation>
    </message>
    <message>
        <source>Un nom a {name} caractères au plus, une famille {family}.</source>
        <translation>A name has {name} characters at most, a family {family}.</translation>
    </message>
    <message>
        <source>{name} est déjà dans la grille.</source>
        <translation>{name} is already in the list.</translation>
    </message>
    <message>
        <source>{name} est dans la grille, retiré de la vente&#xa0;: remettez-le en vente.</source>
        <translation>{name} is in the list, withdrawn from sale: put it back on sale.</translation>
    </message>
    <message>
        <source>Ce taux de TVA n’est pas encore fixé.</source>
        <translation>This VAT rate is not set yet.</translation>
    </message>
    <message>
        <source>Donnez au moins un prix.</source>
        <translation>Give at least one price.</translation>
    </message>
    <message>
        <source>Un prix ne dépasse pas {most}&#xa0;: vérifiez le montant écrit.</source>
        <translation>A price is never above {most}: check the amount you wrote.</translation>
    </message>
    <message>
        <source>Un prix est au-dessus de zéro&#xa0;: ce qui est offert se note à la vente, avec son motif.</source>
        <translation>A price is above zero: what is given away is noted at the sale, with its reason.</translation>
    </message>
    <message>
        <source>Cet article n’est pas dans la grille.</source>
        <translation>This article is not in the list.</translation>
    </message>
    <message>
        <source>{name} ne se retire pas ici&#xa0;: pass, billets, formules et salles restent.</source>
        <translation>{name} cannot be withdrawn here: passes, tickets, plans and rooms stay.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>«&#xa0;{page}&#xa0;»&#xa0;: ce que vous n’avez pas fini vous y attend.</source>
        <translation>“{page}”: what you have not finished waits for you there.</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Sauvegarde {when}</source>
        <translation>Backup {when}</translation>
    </message>
    <message>
        <source>Le fichier de la base s’abîme. Ce qui s’affiche peut être faux&#xa0;: remettez la dernière sauvegarde.</source>
        <translation>The database file is getting damaged. What is shown may be wrong: put the last backup back.</translation>
    </message>
    <message>
        <source>Fermer et réparer</source>
        <translation>Close and repair</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>See</translation>
    </message>
    <message>
        <source>{trouble} {todo}</source>
        <translation>{trouble} {todo}</translation>
    </message>
    <message>
        <source>La dernière sauvegarde date du {when}&#xa0;: faites-en une.</source>
        <translation>The last backup dates from {when}: make one.</translation>
    </message>
    <message>
        <source>{finding} Vous pouvez continuer&#xa0;; prévenez une personne gérante.</source>
        <translation>{finding} You can go on; tell a manager.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Une sauvegarde est déjà en cours.</source>
        <translation>A backup is already under way.</translation>
    </message>
    <message>
        <source>Il n’y a encore aucune sauvegarde à essayer.</source>
        <translation>There is no backup to try yet.</translation>
    </message>
    <message>
        <source>Ce dossier n’existe pas&#xa0;: branchez le disque d’abord.</source>
        <translation>This folder does not exist: plug the drive in first.</translation>
    </message>
    <message>
        <source>Ce dossier est dans celui des données&#xa0;: ce qui le détruirait emporterait les copies.</source>
        <translation>This folder is inside the data folder: whatever destroyed it would take the copies too.</translation>
    </message>
    <message>
        <source>Les données de l’accueil et les sauvegardes déjà faites sont intactes.</source>
        <translation>The desk’s data and the backups already made are intact.</translation>
    </message>
    <message>
        <source>Le disque des sauvegardes n’est pas là&#xa0;: {folder}.</source>
        <translation>The backup drive is not there: {folder}.</translation>
    </message>
    <message>
        <source>Rebranchez-le, ou choisissez un autre dossier dans les sauvegardes.</source>
        <translation>Plug it back in, or choose another folder under Backups.</translation>
    </message>
    <message>
        <source>Le disque des sauvegardes est plein&#xa0;: {folder}.</source>
        <translation>The backup drive is full: {folder}.</translation>
    </message>
    <message>
        <source>Libérez-y de la place, ou choisissez un autre dossier dans les sauvegardes.</source>
        <translation>Free some room on it, or choose another folder under Backups.</translation>
    </message>
    <message>
        <source>Le dossier des sauvegardes ne peut pas être écrit&#xa0;: {folder}.</source>
        <translation>The backup folder cannot be written to: {folder}.</translation>
    </message>
    <message>
        <source>Vérifiez le disque et ses droits, ou choisissez un autre dossier.</source>
        <translation>Check the drive and its permissions, or choose another folder.</translation>
    </message>
    <message>
        <source>La copie qui vient d’être faite ne tient pas, et n’a pas été gardée. {finding}</source>
        <translation>The copy just made does not hold, and was not kept. {finding}</translation>
    </message>
    <message>
        <source>Les sauvegardes précédentes sont intactes.</source>
        <translation>The earlier backups are intact.</translation>
    </message>
    <message>
        <source>Prévenez une personne gérante&#xa0;: la base ou le disque s’abîme.</source>
        <translation>Tell a manager: the database or the drive is failing.</translation>
    </message>
    <message>
        <source>Le fichier de la base est abîmé&#xa0;: il ne peut pas être copié.</source>
        <translation>The database file is damaged: it cannot be copied.</translation>
    </message>
    <message>
        <source>Fermez l’accueil et rouvrez-le&#xa0;: une sauvegarde sera proposée.</source>
        <translation>Close the desk and open it again: a backup will be offered.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Sauvegardes</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Les copies gardées</source>
        <translation>The copies kept</translation>
    </message>
    <message>
        <source>La dernière copie de chacune des 12 dernières heures, des 7 derniers jours, des 5 dernières semaines et des 12 derniers mois. Pour en remettre une&#xa0;: fermez l’accueil, puis casaco-desk restore.</source>
        <translation>The last copy of each of the last 12 hours, 7 days, 5 weeks and 12 months. To put one back: close the desk, then casaco-desk restore.</translation>
    </message>
    <message>
        <source>Sauvegarder maintenant</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Essayer de la remettre</source>
        <translation>Try putting it back</translation>
    </message>
    <message>
        <source>La remet dans un dossier à part, la vérifie, dit ce qui y est, et l’enlève.</source>
        <translation>Puts it back in a separate folder, checks it, says what is in it, and removes it.</translation>
    </message>
    <message>
        <source>Choisir un dossier ou un disque…</source>
        <translation>Choose a folder or a drive…</translation>
    </message>
    <message>
        <source>Revenir au dossier de l’ordinateur</source>
        <translation>Back to the computer’s own folder</translation>
    </message>
    <message>
        <source>Seul·e un·e gérant·e choisit où vont les sauvegardes&#xa0;: demandez-lui.</source>
        <translation>Only a manager chooses where the backups go: please ask one.</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Aucune pour le moment&#xa0;: la première se fera dans l’heure.</source>
        <translation>None yet: the first will be made within the hour.</translation>
    </message>
    <message>
        <source>Pas encore de sauvegarde</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>Dernière bonne sauvegarde&#xa0;: {when}</source>
        <translation>Last good backup: {when}</translation>
    </message>
    <message>
        <source>Une par heure et une à la fermeture, chacune rouverte et vérifiée.</source>
        <translation>One an hour and one at closing, each reopened and checked.</translation>
    </message>
    <message>
        <source>Elle est ancienne&#xa0;: faites-en une maintenant.</source>
        <translation>It is old: make one now.</translation>
    </message>
    <message>
        <source>Elles restent sur cet ordinateur, hors du dossier des données.</source>
        <translation>They stay on this computer, outside the data folder.</translation>
    </message>
    <message>
        <source>Elles vont dans {folder}.</source>
        <translation>They go to {folder}.</translation>
    </message>
    <message>
        <source>La clé de signature y est aussi&#xa0;: rangez ce disque comme la caisse. Une copie garde les noms qui y étaient, un an au plus.</source>
        <translation>The signing key is there too: put this drive away like the till. A copy keeps the names that were in it, for a year at most.</translation>
    </message>
    <message>
        <source>C’est le disque de l’ordinateur&#xa0;: s’il meurt, tout part avec lui. Choisissez plutôt une clé USB ou un autre disque.</source>
        <translation>This is the computer’s own disk: if it dies, everything goes with it. Rather choose a USB stick or another drive.</translation>
    </message>
    <message>
        <source>{moment} · {size} Mo · {records} enregistrements · {count} constats</source>
        <translation>{moment} · {size} MB · {records} records · {count} findings</translation>
    </message>
    <message>
        <source>{moment} · {size} Mo · {records} enregistrements · vérifiée</source>
        <translation>{moment} · {size} MB · {records} records · checked</translation>
    </message>
    <message>
        <source>{moment} · {size} Mo · sera vérifiée avant de servir</source>
        <translation>{moment} · {size} MB · will be checked before use</translation>
    </message>
    <message>
        <source>Sauvegarde faite et vérifiée&#xa0;: {records} enregistrements.</source>
        <translation>Backup made and checked: {records} records.</translation>
    </message>
    <message>
        <source>Où garder les sauvegardes&#xa0;?</source>
        <translation>Where should backups be kept?</translation>
    </message>
    <message>
        <source>C’est là qu’iront les prochaines sauvegardes.</source>
        <translation>The next backups will go there.</translation>
    </message>
    <message>
        <source>Cette copie ne tient pas. {finding}</source>
        <translation>This copy does not hold. {finding}</translation>
    </message>
    <message>
        <source>Essai réussi en {seconds} s&#xa0;: {members} membres, {sales} ventes, {records} enregistrements. Le journal tient, la clé est là.</source>
        <translation>Tried with success in {seconds} s: {members} members, {sales} sales, {records} records. The journal holds, the key is there.</translation>
    </message>
    <message>
        <source>Essai réussi en {seconds} s&#xa0;: {members} membres, {sales} ventes, {records} enregistrements. Le journal tient, mais la clé manque à côté des copies.</source>
        <translation>Tried with success in {seconds} s: {members} members, {sales} sales, {records} records. The journal holds, but the key is missing beside the copies.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Copier les détails</source>
        <translation>Copy the details</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Une erreur inattendue s’est produite. Ce qui était enregistré l’est toujours&#xa0;; vous pouvez continuer.</source>
        <translation>Something unexpected went wrong. What was saved is still saved; you can carry on.</translation>
    </message>
</context>
<context>
    <name>BasisWords</name>
    <message>
        <source>{title} · {space}, {start} – {end}</source>
        <translation>{title} · {space}, {start} – {end}</translation>
    </message>
    <message>
        <source>Invité·e · hôte&#xa0;: {host}</source>
        <translation>Guest · host: {host}</translation>
    </message>
    <message>
        <source>Journée d’essai</source>
        <translation>Trial day</translation>
    </message>
    <message>
        <source>Entrée exceptionnelle</source>
        <translation>Let in as an exception</translation>
    </message>
</context>
<context>
    <name>BookedPanel</name>
    <message>
        <source>Réservation</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>Déplacer, modifier</source>
        <translation>Move, change</translation>
    </message>
    <message>
        <source>Libérer maintenant</source>
        <translation>Free it now</translation>
    </message>
    <message>
        <source>Quelqu’un est là</source>
        <translation>Someone is here</translation>
    </message>
    <message>
        <source>Rendre l’espace, personne n’est venu</source>
        <translation>Give the space back, nobody came</translation>
    </message>
    <message>
        <source>Compter le public</source>
        <translation>Count the public</translation>
    </message>
    <message>
        <source>Cette date</source>
        <translation>This date</translation>
    </message>
    <message>
        <source>Celle-ci et après</source>
        <translation>This and after</translation>
    </message>
    <message>
        <source>Toutes à venir</source>
        <translation>All to come</translation>
    </message>
    <message>
        <source>Ce qui change</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>Dates de la série</source>
        <translation>Dates of the series</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Nombre de personnes</source>
        <translation>Number of people</translation>
    </message>
    <message>
        <source>Minutes de préparation</source>
        <translation>Minutes of setting up</translation>
    </message>
    <message>
        <source>Minutes de rangement</source>
        <translation>Minutes of cleaning up</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Préparation (min)</source>
        <translation>Setting up (min)</translation>
    </message>
    <message>
        <source>Rangement (min)</source>
        <translation>Cleaning up (min)</translation>
    </message>
    <message>
        <source>{space}, le {day}, {hours}</source>
        <translation>{space}, {day}, {hours}</translation>
    </message>
    <message>
        <source>une date d’une série</source>
        <translation>one date of a series</translation>
    </message>
    <message>
        <source>déplacée</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>Arrivés à {hour}</source>
        <translation>Arrived at {hour}</translation>
    </message>
    <message>
        <source>Personne n’est venu depuis {hour}</source>
        <translation>Nobody has come since {hour}</translation>
    </message>
    <message>
        <source>En cours jusqu’à {hour}</source>
        <translation>On until {hour}</translation>
    </message>
    <message>
        <source>Finie depuis {hour}</source>
        <translation>Over since {hour}</translation>
    </message>
    <message>
        <source>Prolonger jusqu’à {hour}</source>
        <translation>Extend until {hour}</translation>
    </message>
    <message>
        <source>Prolonger jusqu’à {hour}&#xa0;: +{amount}</source>
        <translation>Extend until {hour}: +{amount}</translation>
    </message>
    <message>
        <source>Enregistrer le changement</source>
        <translation>Save the change</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Annuler&#xa0;: {owed} restent dus</source>
        <translation>Cancel: {owed} still due</translation>
    </message>
    <message>
        <source>Annuler&#xa0;: {amount} à rendre</source>
        <translation>Cancel: {amount} to pay back</translation>
    </message>
    <message>
        <source>Annuler&#xa0;: rien n’est dû</source>
        <translation>Cancel: nothing is due</translation>
    </message>
</context>
<context>
    <name>BookingGestures</name>
    <message>
        <source>Cette réservation est introuvable.</source>
        <translation>This booking cannot be found.</translation>
    </message>
    <message>
        <source>Rien à annuler ici.</source>
        <translation>Nothing to undo here.</translation>
    </message>
    <message>
        <source>Réservation annulée&#xa0;: {title}. {consequence}</source>
        <translation>Booking cancelled: {title}. {consequence}</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>BookingGrid</name>
    <message>
        <source>Grille des réservations</source>
        <translation>Grid of bookings</translation>
    </message>
    <message>
        <source>Flèches&#xa0;: d’une heure ou d’un espace à l’autre. Entrée&#xa0;: ouvrir ou réserver. Maj flèches&#xa0;: déplacer. Ctrl flèches&#xa0;: allonger, raccourcir. Suppr&#xa0;: annuler la réservation. Ctrl Z&#xa0;: revenir en arrière.</source>
        <translation>Arrows: from one hour or space to the next. Enter: open or book. Shift arrows: move. Ctrl arrows: lengthen, shorten. Delete: cancel the booking. Ctrl Z: undo.</translation>
    </message>
    <message>
        <source>Glissez pour réserver&#xa0;; une réservation se déplace, et s’allonge par son bord.</source>
        <translation>Drag to book; a booking can be moved, and lengthened by its edge.</translation>
    </message>
    <message>
        <source>Légende des réservations</source>
        <translation>Key to the bookings</translation>
    </message>
    <message>
        <source>{kind} · {hours}</source>
        <translation>{kind} · {hours}</translation>
    </message>
    <message>
        <source>{kind} · par {space}</source>
        <translation>{kind} · through {space}</translation>
    </message>
    <message>
        <source>↻ {title}</source>
        <translation>↻ {title}</translation>
    </message>
</context>
<context>
    <name>BookingPanel</name>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Pour qui</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Réserver un espace</source>
        <translation>Book a space</translation>
    </message>
    <message>
        <source>Dates qui ne vont pas</source>
        <translation>Dates that do not fit</translation>
    </message>
    <message>
        <source>C’est réservé</source>
        <translation>It is booked</translation>
    </message>
    <message>
        <source>Annuler cette réservation</source>
        <translation>Undo this booking</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Cette heure est déjà passée&#xa0;: choisissez-en une autre.</source>
        <translation>That hour has already gone by: choose another.</translation>
    </message>
    <message>
        <source>Une réservation dure un jour au plus&#xa0;: répétez-la.</source>
        <translation>A booking lasts one day at most: let it come back.</translation>
    </message>
    <message>
        <source>{space}, le {day}</source>
        <translation>{space}, {day}</translation>
    </message>
    <message>
        <source>de {start} à {end}</source>
        <translation>from {start} to {end}</translation>
    </message>
    <message>
        <source>{words}&#xa0;: {count} dates</source>
        <translation>{words}: {count} dates</translation>
    </message>
    <message>
        <source>{day}&#xa0;: {why}</source>
        <translation>{day}: {why}</translation>
    </message>
    <message>
        <source>Réserver</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Aucune date n’est libre</source>
        <translation>No date is free</translation>
    </message>
    <message>
        <source>Réserver les {count} dates libres</source>
        <translation>Book the {count} free dates</translation>
    </message>
    <message>
        <source>Réserver la seule date libre</source>
        <translation>Book the only free date</translation>
    </message>
    <message>
        <source>Réserver les {count} dates</source>
        <translation>Book the {count} dates</translation>
    </message>
    <message>
        <source>{title}&#xa0;: {count} dates réservées. {words}</source>
        <translation>{title}: {count} dates booked. {words}</translation>
    </message>
</context>
<context>
    <name>BookingPlaces</name>
    <message>
        <source>Plusieurs étages</source>
        <translation>Several floors</translation>
    </message>
</context>
<context>
    <name>BookingWords</name>
    <message>
        <source>{start} – {end}</source>
        <translation>{start} – {end}</translation>
    </message>
    <message>
        <source>Membre</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Événement</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Maison</source>
        <translation>House</translation>
    </message>
    <message>
        <source>{title} · {who}</source>
        <translation>{title} · {who}</translation>
    </message>
    <message>
        <source>se répète</source>
        <translation>comes back</translation>
    </message>
    <message>
        <source>tient aussi cet espace, par {space}</source>
        <translation>holds this space too, through {space}</translation>
    </message>
    <message>
        <source>libre</source>
        <translation>free</translation>
    </message>
    <message>
        <source>maison fermée</source>
        <translation>house closed</translation>
    </message>
    <message>
        <source>1 personne</source>
        <translation>1 person</translation>
    </message>
    <message>
        <source>{count} personnes</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>préparation {before} min, rangement {after} min</source>
        <translation>setting up {before} min, cleaning up {after} min</translation>
    </message>
</context>
<context>
    <name>Bookings</name>
    <message>
        <source>Un nombre de participants ne peut pas être négatif.</source>
        <translation>The number of participants cannot be negative.</translation>
    </message>
    <message>
        <source>Ce moment collectif est introuvable.</source>
        <translation>This event cannot be found.</translation>
    </message>
    <message>
        <source>La fin doit venir après le début.</source>
        <translation>The end must come after the start.</translation>
    </message>
    <message>
        <source>{title}&#xa0;: {space}, du {start} au {end}.</source>
        <translation>{title}: {space}, from {start} to {end}.</translation>
    </message>
    <message>
        <source>Cette réservation a commencé&#xa0;: seule sa fin peut encore changer.</source>
        <translation>This booking has begun: only its end can still change.</translation>
    </message>
    <message>
        <source>Cette fin est déjà passée.</source>
        <translation>This end is already past.</translation>
    </message>
    <message>
        <source>Cet espace n’est pas sur le plan.</source>
        <translation>This space is not on the plan.</translation>
    </message>
    <message>
        <source>{title}, dates changées&#xa0;: {count}.</source>
        <translation>{title}, dates changed: {count}.</translation>
    </message>
    <message>
        <source>Le jour de cette série vient de sa règle&#xa0;: annulez-la à partir d’ici, et faites-en une autre.</source>
        <translation>The day of this series comes from its rule: cancel it from here on, and make another one.</translation>
    </message>
    <message>
        <source>Une des dates tomberait dans le passé.</source>
        <translation>One of the dates would fall in the past.</translation>
    </message>
    <message>
        <source>Deux dates de la série se recouvriraient.</source>
        <translation>Two dates of the series would overlap.</translation>
    </message>
    <message>
        <source>Dates prises&#xa0;: {count} sur {total}. {why}</source>
        <translation>Dates that are taken: {count} of {total}. {why}</translation>
    </message>
    <message>
        <source>La préparation et le rangement durent de 0 à 24 heures chacun.</source>
        <translation>Setting up and cleaning up each last from 0 to 24 hours.</translation>
    </message>
    <message>
        <source>Un nombre de personnes ne peut pas être négatif.</source>
        <translation>A number of people cannot be negative.</translation>
    </message>
    <message>
        <source>Une réservation dure {days} jours au plus&#xa0;: faites-en plusieurs.</source>
        <translation>A booking lasts {days} days at most: make several of them.</translation>
    </message>
    <message>
        <source>{space} est fermé&#xa0;: {note}.</source>
        <translation>{space} is closed: {note}.</translation>
    </message>
    <message>
        <source>Réserver quand même, avec un motif (gérant·e)</source>
        <translation>Book all the same, with a reason (manager)</translation>
    </message>
    <message>
        <source>Prendre {hour}</source>
        <translation>Take {hour}</translation>
    </message>
    <message>
        <source>{space} est pris de {start} à {end}&#xa0;: {title}.</source>
        <translation>{space} is taken from {start} to {end}: {title}.</translation>
    </message>
    <message>
        <source>{space} est pris de {start} à {end}, préparation et rangement compris&#xa0;: {title}.</source>
        <translation>{space} is taken from {start} to {end}, setting up and cleaning up included: {title}.</translation>
    </message>
    <message>
        <source>{space} est pris du {start} au {end}&#xa0;: {title}.</source>
        <translation>{space} is taken from {start} to {end}: {title}.</translation>
    </message>
    <message>
        <source>Il est trop tard pour annuler cet acte.</source>
        <translation>It is too late to undo this act.</translation>
    </message>
    <message>
        <source>Cette réservation a encore changé depuis.</source>
        <translation>This booking has changed again since.</translation>
    </message>
    <message>
        <source>Cette réservation a été encaissée depuis&#xa0;: annulez-la à son panneau.</source>
        <translation>This booking was paid since: cancel it in its panel.</translation>
    </message>
    <message>
        <source>C’est annulé&#xa0;: tout est comme avant.</source>
        <translation>Undone: everything is as before.</translation>
    </message>
    <message>
        <source>Cette réservation est introuvable, ou déjà annulée.</source>
        <translation>This booking cannot be found, or is already cancelled.</translation>
    </message>
    <message>
        <source>Rien n’est dû&#xa0;: ce n’était pas une location.</source>
        <translation>Nothing is owed: it was not a rental.</translation>
    </message>
    <message>
        <source>Rien n’est dû&#xa0;: l’annulation était gratuite jusqu’au {limit}. La caisse n’a pas bougé.</source>
        <translation>Nothing is owed: cancelling was free until {limit}. The till has not moved.</translation>
    </message>
    <message>
        <source>{owed} restent dus ({share} de {price}&#xa0;; gratuit jusqu’au {limit}). La caisse n’a pas bougé.</source>
        <translation>{owed} stay due ({share} of {price}; free until {limit}). The till has not moved.</translation>
    </message>
    <message>
        <source>{owed} restent dus ({share} de {price}&#xa0;; gratuit jusqu’au {limit}). La caisse n’a pas bougé&#xa0;: pour rendre {back}, corrigez la vente {sales}.</source>
        <translation>{owed} stay due ({share} of {price}; free until {limit}). The till has not moved: to give {back} back, correct the sale {sales}.</translation>
    </message>
    <message>
        <source>Cette réservation est finie&#xa0;: elle ne change plus.</source>
        <translation>This booking is over: it no longer changes.</translation>
    </message>
    <message>
        <source>Libérer l’espace maintenant</source>
        <translation>Free the space now</translation>
    </message>
    <message>
        <source>Cette réservation a commencé&#xa0;: libérez l’espace plutôt.</source>
        <translation>This booking has begun: free the space instead.</translation>
    </message>
    <message>
        <source>Personne n’est venu depuis {hour} pour «&#xa0;{title}&#xa0;» ({space}).</source>
        <translation>Nobody has come since {hour} for ‘{title}’ ({space}).</translation>
    </message>
    <message>
        <source>On attend encore&#xa0;: l’espace peut être rendu à partir de {hour}.</source>
        <translation>Still waiting: the space can be given back from {hour}.</translation>
    </message>
    <message>
        <source>Quelqu’un est venu pour cette réservation.</source>
        <translation>Somebody came for this booking.</translation>
    </message>
    <message>
        <source>L’espace est libre&#xa0;: personne n’était venu.</source>
        <translation>The space is free: nobody had come.</translation>
    </message>
    <message>
        <source>Un délai va d’une minute à un jour.</source>
        <translation>A delay goes from one minute to one day.</translation>
    </message>
    <message>
        <source>L’annulation gratuite s’arrête au plus un an avant.</source>
        <translation>Free cancellation ends at most a year before.</translation>
    </message>
    <message>
        <source>La part due va de 0 à 100&#xa0;% du prix.</source>
        <translation>The share owed goes from 0 to 100% of the price.</translation>
    </message>
    <message>
        <source>Un devis vaut d’un jour à un an.</source>
        <translation>A quote holds for one day to one year.</translation>
    </message>
    <message>
        <source>Cette région n’a pas de jours fériés à elle.</source>
        <translation>This region has no public holidays of its own.</translation>
    </message>
    <message>
        <source>Cette réservation est introuvable.</source>
        <translation>This booking cannot be found.</translation>
    </message>
    <message>
        <source>Cette réservation est déjà annulée.</source>
        <translation>This booking is already cancelled.</translation>
    </message>
    <message>
        <source>Aucune date de cette série n’est encore à venir.</source>
        <translation>No date of this series is still to come.</translation>
    </message>
    <message>
        <source>Cette date commence avant que la précédente soit finie.</source>
        <translation>This date begins before the one before it is over.</translation>
    </message>
    <message>
        <source>Dates qui ne vont pas&#xa0;: {count} sur {total}. La première, {day}&#xa0;: {why}</source>
        <translation>Dates that do not work: {count} of {total}. The first, {day}: {why}</translation>
    </message>
    <message>
        <source>Réserver les autres dates ({count})</source>
        <translation>Book the other dates ({count})</translation>
    </message>
    <message>
        <source>Dites en deux mots pour quoi l’espace est réservé.</source>
        <translation>Say in two words what the space is booked for.</translation>
    </message>
    <message>
        <source>Cette heure est déjà passée.</source>
        <translation>That hour has already gone by.</translation>
    </message>
    <message>
        <source>Réservé&#xa0;: {space}, {start} jusqu’à {end}, {title}.</source>
        <translation>Booked: {space}, {start} until {end}, {title}.</translation>
    </message>
</context>
<context>
    <name>BookingsPage</name>
    <message>
        <source>Réservations</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Rien n’est réservé ici. Entrée sur une heure libre, ou «&#xa0;Réserver&#xa0;».</source>
        <translation>Nothing is booked here. Enter on a free hour, or “Book”.</translation>
    </message>
    <message>
        <source>Annuler (Ctrl Z)</source>
        <translation>Undo (Ctrl Z)</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Après</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Jour montré</source>
        <translation>Day shown</translation>
    </message>
    <message>
        <source>Réserver</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Le</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Importer un calendrier (.ics)…</source>
        <translation>Import a calendar (.ics)…</translation>
    </message>
    <message>
        <source>Exporter tout (.ics)…</source>
        <translation>Export everything (.ics)…</translation>
    </message>
    <message>
        <source>Exporter l’espace choisi (.ics)…</source>
        <translation>Export the space chosen (.ics)…</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Semaine d’un espace</source>
        <translation>Week of a space</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Espace montré</source>
        <translation>Space shown</translation>
    </message>
    <message>
        <source>Espace, titre, nom…</source>
        <translation>Space, title, name…</translation>
    </message>
    <message>
        <source>Filtrer les réservations</source>
        <translation>Filter the bookings</translation>
    </message>
</context>
<context>
    <name>BookingsTable</name>
    <message>
        <source>Liste des réservations</source>
        <translation>List of bookings</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Heures</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Pour qui</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Pers.</source>
        <translation>People</translation>
    </message>
</context>
<context>
    <name>BusinessGestures</name>
    <message>
        <source>Cette organisation est introuvable.</source>
        <translation>This organisation cannot be found.</translation>
    </message>
    <message>
        <source>Ce devis est introuvable.</source>
        <translation>This quote cannot be found.</translation>
    </message>
</context>
<context>
    <name>BuyerForm</name>
    <message>
        <source>Nom sur la facture</source>
        <translation>Name on the invoice</translation>
    </message>
    <message>
        <source>SIREN, pour un professionnel</source>
        <translation>SIREN, for a business</translation>
    </message>
    <message>
        <source>N° de TVA (facultatif)</source>
        <translation>VAT number (optional)</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Adresse électronique (sans SIREN)</source>
        <translation>E-mail address (without SIREN)</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>janvier</source>
        <translation>January</translation>
    </message>
    <message>
        <source>février</source>
        <translation>February</translation>
    </message>
    <message>
        <source>mars</source>
        <translation>March</translation>
    </message>
    <message>
        <source>avril</source>
        <translation>April</translation>
    </message>
    <message>
        <source>mai</source>
        <translation>May</translation>
    </message>
    <message>
        <source>juin</source>
        <translation>June</translation>
    </message>
    <message>
        <source>juillet</source>
        <translation>July</translation>
    </message>
    <message>
        <source>août</source>
        <translation>August</translation>
    </message>
    <message>
        <source>septembre</source>
        <translation>September</translation>
    </message>
    <message>
        <source>octobre</source>
        <translation>October</translation>
    </message>
    <message>
        <source>novembre</source>
        <translation>November</translation>
    </message>
    <message>
        <source>décembre</source>
        <translation>December</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
</context>
<context>
    <name>CalendarChoice</name>
    <message>
        <source>Déposez ici le calendrier de l’ancien outil</source>
        <translation>Drop the calendar of the former tool here</translation>
    </message>
    <message>
        <source>Un fichier .ics, avec le nom de l’espace dans le lieu de chaque réservation. Rien n’est enregistré avant que vous ayez vu chaque entrée.</source>
        <translation>An .ics file, with the name of the space as the location of each booking. Nothing is saved before you have seen every entry.</translation>
    </message>
    <message>
        <source>Choisir un fichier…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Derniers imports</source>
        <translation>Last imports</translation>
    </message>
    <message>
        <source>{file}, {when}&#xa0;: {count} réservations</source>
        <translation>{file}, {when}: {count} bookings</translation>
    </message>
    <message>
        <source>Annuler cet import</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>Annuler l’import de {file}</source>
        <translation>Undo the import of {file}</translation>
    </message>
</context>
<context>
    <name>CalendarDone</name>
    <message>
        <source>Annuler cet import</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{count} réservations sont importées</source>
        <translation>{count} bookings are imported</translation>
    </message>
    <message>
        <source>Une réservation est importée</source>
        <translation>One booking is imported</translation>
    </message>
    <message>
        <source>Laissées de côté&#xa0;: {known} déjà là, {faulty} fautives.</source>
        <translation>Left aside: {known} already there, {faulty} faulty.</translation>
    </message>
    <message>
        <source>L’import est annulé</source>
        <translation>The import is undone</translation>
    </message>
    <message>
        <source>Réservations retirées&#xa0;: {count}.</source>
        <translation>Bookings taken out: {count}.</translation>
    </message>
</context>
<context>
    <name>CalendarFiles</name>
    <message>
        <source>reservations.ics</source>
        <translation>bookings.ics</translation>
    </message>
    <message>
        <source>Où écrire le calendrier&#xa0;?</source>
        <translation>Where should the calendar be written?</translation>
    </message>
    <message>
        <source>Calendriers (*.ics)</source>
        <translation>Calendars (*.ics)</translation>
    </message>
    <message>
        <source>Écriture de {file}…</source>
        <translation>Writing {file}…</translation>
    </message>
    <message>
        <source>{count} réservations sont dans {file}.</source>
        <translation>{count} bookings are in {file}.</translation>
    </message>
    <message>
        <source>Une réservation est dans {file}.</source>
        <translation>One booking is in {file}.</translation>
    </message>
</context>
<context>
    <name>CalendarLines</name>
    <message>
        <source>Entrée</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Ce qu’il en est</source>
        <translation>What becomes of it</translation>
    </message>
    <message>
        <source>Dates laissées de côté&#xa0;: {count}. La première, {day}&#xa0;: {why}</source>
        <translation>Dates left aside: {count}. The first, {day}: {why}</translation>
    </message>
    <message>
        <source>Sera importée, avec ses {count} dates.</source>
        <translation>Will be imported, with its {count} dates.</translation>
    </message>
    <message>
        <source>Sera importée.</source>
        <translation>Will be imported.</translation>
    </message>
</context>
<context>
    <name>CalendarLook</name>
    <message>
        <source>Entrées à montrer</source>
        <translation>Entries to show</translation>
    </message>
    <message>
        <source>Ne rien importer</source>
        <translation>Import nothing</translation>
    </message>
    <message>
        <source>Entrées du calendrier</source>
        <translation>Entries of the calendar</translation>
    </message>
    <message>
        <source>{file}&#xa0;: {count} entrées</source>
        <translation>{file}: {count} entries</translation>
    </message>
    <message>
        <source>Fautives&#xa0;: {count}</source>
        <translation>Faulty: {count}</translation>
    </message>
    <message>
        <source>Déjà là&#xa0;: {count}</source>
        <translation>Already there: {count}</translation>
    </message>
    <message>
        <source>Justes&#xa0;: {count}</source>
        <translation>Right: {count}</translation>
    </message>
    <message>
        <source>L’espace de «&#xa0;{name}&#xa0;»</source>
        <translation>The space of “{name}”</translation>
    </message>
    <message>
        <source>Laisser de côté</source>
        <translation>Leave aside</translation>
    </message>
    <message>
        <source>«&#xa0;{name}&#xa0;» n’est pas sur le plan&#xa0;: c’est</source>
        <translation>“{name}” is not on the plan: it is</translation>
    </message>
    <message>
        <source>Importer {count} réservations</source>
        <translation>Import {count} bookings</translation>
    </message>
    <message>
        <source>Importer une réservation</source>
        <translation>Import one booking</translation>
    </message>
    <message>
        <source>Rien à importer</source>
        <translation>Nothing to import</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Importer un calendrier</source>
        <translation>Import a calendar</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Choisir le calendrier</source>
        <translation>Choose the calendar</translation>
    </message>
    <message>
        <source>Calendriers (*.ics)</source>
        <translation>Calendars (*.ics)</translation>
    </message>
    <message>
        <source>Lecture de {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
</context>
<context>
    <name>Calendars</name>
    <message>
        <source>Cet import est déjà fait.</source>
        <translation>This import is already done.</translation>
    </message>
    <message>
        <source>Tout n’est pas importable&#xa0;: rien n’a été importé.</source>
        <translation>Not everything can be imported: nothing was.</translation>
    </message>
    <message>
        <source>Il n’y a rien à importer.</source>
        <translation>There is nothing to import.</translation>
    </message>
    <message>
        <source>Les réservations ont changé depuis cet aperçu&#xa0;: regardez-le à nouveau.</source>
        <translation>Bookings have changed since this preview: look at it again.</translation>
    </message>
    <message>
        <source>Cet import n’est plus là&#xa0;: il a déjà été annulé.</source>
        <translation>This import is no longer there: it was already undone.</translation>
    </message>
    <message>
        <source>Quelqu’un est venu pour une de ces réservations&#xa0;: l’import ne s’annule plus en entier.</source>
        <translation>Somebody came for one of these bookings: the import can no longer be undone as a whole.</translation>
    </message>
    <message>
        <source>Elle est déjà dans Casaco Desk.</source>
        <translation>It is already in Casaco Desk.</translation>
    </message>
    <message>
        <source>Le même identifiant est déjà à l’entrée {number}.</source>
        <translation>The same identifier is already at entry {number}.</translation>
    </message>
    <message>
        <source>Elle ne dit pas quel espace elle prend.</source>
        <translation>It does not say which space it takes.</translation>
    </message>
    <message>
        <source>L’espace «&#xa0;{place}&#xa0;» n’est pas sur le plan.</source>
        <translation>The space ‘{place}’ is not on the plan.</translation>
    </message>
    <message>
        <source>Elle déplace une date d’une série qui n’est pas dans le fichier.</source>
        <translation>It moves a date of a series that is not in the file.</translation>
    </message>
    <message>
        <source>Toutes ses dates sont annulées.</source>
        <translation>All its dates are cancelled.</translation>
    </message>
    <message>
        <source>Ce fichier a trop de dates&#xa0;: coupez-le en plusieurs.</source>
        <translation>This file has too many dates: cut it into several.</translation>
    </message>
    <message>
        <source>Elle recouvre «&#xa0;{title}&#xa0;», du même fichier, le {when}.</source>
        <translation>It overlaps ‘{title}’, of the same file, on {when}.</translation>
    </message>
    <message>
        <source>Sa répétition n’a pas de fin&#xa0;: elle est suivie jusqu’au {day}.</source>
        <translation>Its repetition has no end: it is followed until {day}.</translation>
    </message>
    <message>
        <source>Ce fichier est trop gros pour un calendrier de salles.</source>
        <translation>This file is too big for a calendar of rooms.</translation>
    </message>
    <message>
        <source>Le fichier {file} ne peut pas être lu.</source>
        <translation>The file {file} cannot be read.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Vérifiez qu’il existe encore et que ce compte peut le lire.</source>
        <translation>Check that it still exists and that this account may read it.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas un calendrier iCalendar (.ics).</source>
        <translation>This file is not an iCalendar calendar (.ics).</translation>
    </message>
    <message>
        <source>Ce calendrier a plus de {most} entrées&#xa0;: coupez-le en plusieurs.</source>
        <translation>This calendar has more than {most} entries: cut it into several.</translation>
    </message>
    <message>
        <source>Ce calendrier est abîmé ou incomplet&#xa0;: il ne peut pas être lu.</source>
        <translation>This calendar is damaged or incomplete: it cannot be read.</translation>
    </message>
    <message>
        <source>Ce calendrier ne contient aucune réservation.</source>
        <translation>This calendar holds no booking.</translation>
    </message>
    <message>
        <source>Une date ou une heure de cette entrée n’en est pas une.</source>
        <translation>A date or a time of this entry is none.</translation>
    </message>
    <message>
        <source>Elle est annulée dans l’autre outil.</source>
        <translation>It is cancelled in the other tool.</translation>
    </message>
    <message>
        <source>Sa ligne «&#xa0;{name}&#xa0;» ne se lit pas.</source>
        <translation>Its line ‘{name}’ cannot be read.</translation>
    </message>
    <message>
        <source>Elle n’a pas de début.</source>
        <translation>It has no start.</translation>
    </message>
    <message>
        <source>Ses dates sont données une par une (RDATE)&#xa0;: ce n’est pas lu.</source>
        <translation>Its dates are given one by one (RDATE): that is not read.</translation>
    </message>
    <message>
        <source>Elle revient par deux règles à la fois.</source>
        <translation>It comes back by two rules at once.</translation>
    </message>
    <message>
        <source>Sa répétition ne se lit pas.</source>
        <translation>Its repetition cannot be read.</translation>
    </message>
    <message>
        <source>Sans titre</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Son fuseau horaire «&#xa0;{zone}&#xa0;» est inconnu, et le fichier ne le dit pas.</source>
        <translation>Its time zone ‘{zone}’ is unknown, and the file does not tell it.</translation>
    </message>
    <message>
        <source>Son année n’est pas plausible.</source>
        <translation>Its year is not plausible.</translation>
    </message>
    <message>
        <source>Elle n’a ni fin ni durée.</source>
        <translation>It has neither end nor length.</translation>
    </message>
    <message>
        <source>Sa fin ne vient pas après son début.</source>
        <translation>Its end does not come after its start.</translation>
    </message>
    <message>
        <source>Elle dure plus d’un an.</source>
        <translation>It lasts more than a year.</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>1. Branchez le scanner sur l’ordinateur de l’accueil.</source>
        <translation>1. Plug the scanner into the computer of the front desk.</translation>
    </message>
    <message>
        <source>2. Dans Casaco Desk, prenez l’accueil et ouvrez le réglage du scanner&#xa0;: F12.</source>
        <translation>2. In Casaco Desk, take the desk and open the scanner set-up: F12.</translation>
    </message>
    <message>
        <source>3. Scannez le code ci-dessous. L’écran dit si ce scanner lira toutes les cartes.</source>
        <translation>3. Scan the code below. The screen says whether this scanner will read every card.</translation>
    </message>
    <message>
        <source>Ce code n’ouvre rien et n’est la carte de personne. Il se photocopie sans risque.</source>
        <translation>This code opens nothing and is nobody’s card. It can be photocopied safely.</translation>
    </message>
    <message>
        <source>Carte de réglage du scanner</source>
        <translation>Scanner set-up card</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>Éteindre la caméra</source>
        <translation>Turn the camera off</translation>
    </message>
    <message>
        <source>Aucune caméra n’est branchée. Branchez-en une&#xa0;: elle s’allumera d’elle-même. Le scanner marche toujours.</source>
        <translation>No camera is plugged in. Plug one in: it will start by itself. The scanner still works.</translation>
    </message>
    <message>
        <source>La caméra est débranchée. Rebranchez-la&#xa0;: elle repartira d’elle-même. Le scanner marche toujours.</source>
        <translation>The camera is unplugged. Plug it in again: it will start by itself. The scanner still works.</translation>
    </message>
    <message>
        <source>La caméra ne répond pas. Fermez les autres logiciels qui s’en servent, puis réessayez. Le scanner marche toujours.</source>
        <translation>The camera does not answer. Close the other programs that use it, then try again. The scanner still works.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Cet ordinateur ne sait pas lire une caméra&#xa0;: il lui manque une bibliothèque (libpulse0). Le scanner marche toujours.</source>
        <translation>This computer cannot use a camera: it lacks a library (libpulse0). The scanner still works.</translation>
    </message>
</context>
<context>
    <name>CameraMenu</name>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Lire les cartes avec la caméra (F11)</source>
        <translation>Read cards with the camera (F11)</translation>
    </message>
    <message>
        <source>Aucune caméra branchée</source>
        <translation>No camera plugged in</translation>
    </message>
</context>
<context>
    <name>CardSection</name>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Nouvelle carte</source>
        <translation>New card</translation>
    </message>
    <message>
        <source>Remplacer…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>Réimprimer</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>QR</source>
        <translation>QR</translation>
    </message>
    <message>
        <source>Montrer le QR de la carte</source>
        <translation>Show the card’s QR code</translation>
    </message>
    <message>
        <source>L’ancienne est refusée aussitôt. Elle est…</source>
        <translation>The old one is refused at once. It is…</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>La retirer sans la remplacer</source>
        <translation>Withdraw it with no other</translation>
    </message>
    <message>
        <source>Pas de carte en service.</source>
        <translation>No card in force.</translation>
    </message>
    <message>
        <source>{code}
depuis le {day}</source>
        <translation>{code}
since {day}</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>perdue</source>
        <translation>lost</translation>
    </message>
    <message>
        <source>volée</source>
        <translation>stolen</translation>
    </message>
    <message>
        <source>abîmée</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>Dites pourquoi la carte est annulée.</source>
        <translation>Say why the card is cancelled.</translation>
    </message>
    <message>
        <source>Aucun membre ne porte ce numéro&#xa0;: {numbers}.</source>
        <translation>No member has this number: {numbers}.</translation>
    </message>
    <message>
        <source>Personne dans ce choix n’a de carte en service.</source>
        <translation>Nobody in this selection has a card in force.</translation>
    </message>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
    <message>
        <source>{name} n’a pas de carte en service.</source>
        <translation>{name} has no card in force.</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>La fin du journal «&#xa0;{stream}&#xa0;» ne tient pas.</source>
        <translation>The end of the journal “{stream}” does not hold.</translation>
    </message>
    <message>
        <source>Le journal porte {count} constats, le premier&#xa0;: {sentence}</source>
        <translation>The journal has {count} findings, the first: {sentence}</translation>
    </message>
    <message>
        <source>Le fichier de la base s’abîme&#xa0;: des pages ne se lisent plus.</source>
        <translation>The database file is getting damaged: some pages can no longer be read.</translation>
    </message>
</context>
<context>
    <name>CareGestures</name>
    <message>
        <source>{thing}&#xa0;: prêté à {who}, à rendre à {when}.</source>
        <translation>{thing}: lent to {who}, due back at {when}.</translation>
    </message>
    <message>
        <source>{thing}&#xa0;: rendu.</source>
        <translation>{thing}: returned.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>{thing} est toujours prêté.</source>
        <translation>{thing} is still lent.</translation>
    </message>
    <message>
        <source>{title} s’imprime.</source>
        <translation>{title} is printing.</translation>
    </message>
    <message>
        <source>Où écrire le code du groupe&#xa0;?</source>
        <translation>Where should the group code be written?</translation>
    </message>
    <message>
        <source>groupe.pdf</source>
        <translation>group.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{title} est dans {file}.</source>
        <translation>{title} is in {file}.</translation>
    </message>
    <message>
        <source>Annulé&#xa0;: {count}.</source>
        <translation>Undone: {count}.</translation>
    </message>
</context>
<context>
    <name>Checkin</name>
    <message>
        <source>Pass n° {number}</source>
        <translation>Pass no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>Ce passage a déjà été annulé.</source>
        <translation>This visit has already been undone.</translation>
    </message>
    <message>
        <source>Ce passage ne peut plus être annulé&#xa0;: plus de {minutes} minutes ont passé.</source>
        <translation>This visit can no longer be undone: more than {minutes} minutes have gone by.</translation>
    </message>
    <message>
        <source>Cette personne n’est plus dans la maison.</source>
        <translation>This person is no longer in the house.</translation>
    </message>
    <message>
        <source>Cet espace n’est pas sur le plan.</source>
        <translation>This space is not on the plan.</translation>
    </message>
    <message>
        <source>Cette place n’existe pas sur le plan.</source>
        <translation>This place is not on the plan.</translation>
    </message>
    <message>
        <source>Cette place est prise par {name}.</source>
        <translation>This place is taken by {name}.</translation>
    </message>
    <message>
        <source>Faire entrer quand même…</source>
        <translation>Let them in all the same…</translation>
    </message>
    <message>
        <source>La maison est pleine&#xa0;: {limit} personnes, la limite de sécurité.</source>
        <translation>The house is full: {limit} people, the safety limit.</translation>
    </message>
    <message>
        <source>Voir qui est là</source>
        <translation>See who is in</translation>
    </message>
    <message>
        <source>{name} est déjà revenu·e.</source>
        <translation>{name} has already come back.</translation>
    </message>
    <message>
        <source>Cette carte a été annulée le {day}&#xa0;: {reason}.</source>
        <translation>This card was cancelled on {day}: {reason}.</translation>
    </message>
    <message>
        <source>remplacée</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>Faire entrer {name}</source>
        <translation>Let {name} in</translation>
    </message>
    <message>
        <source>Faire sortir {name}</source>
        <translation>Check {name} out</translation>
    </message>
    <message>
        <source>Refaire sa carte</source>
        <translation>Make another card</translation>
    </message>
    <message>
        <source>Cette carte n’est pas connue de la maison.</source>
        <translation>The house does not know this card.</translation>
    </message>
    <message>
        <source>C’est le code d’un reçu&#xa0;: il n’ouvre pas la porte. Montrez-le à l’accueil.</source>
        <translation>This is the code of a receipt: it does not open the door. Show it at the desk.</translation>
    </message>
    <message>
        <source>Chercher par le nom</source>
        <translation>Search by name</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Ce droit ne peut plus être choisi pour ce passage.</source>
        <translation>This right can no longer be chosen for this visit.</translation>
    </message>
    <message>
        <source>Vient pour&#xa0;: {what}</source>
        <translation>Comes for: {what}</translation>
    </message>
    <message>
        <source>Utiliser&#xa0;: {plan}</source>
        <translation>Use instead: {plan}</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Déposez ici le fichier des membres</source>
        <translation>Drop the file of members here</translation>
    </message>
    <message>
        <source>Un tableau XLSX ou CSV, avec une ligne de titres&#xa0;: nom, prénom, e-mail, téléphone, n° de membre, formule, début, fin, carte. Rien n’est enregistré avant que vous ayez vu chaque ligne.</source>
        <translation>An XLSX or CSV table with a line of titles: last name, first name, email, telephone, member number, plan, start, end, card. Nothing is recorded before you have seen every line.</translation>
    </message>
    <message>
        <source>Choisir un fichier…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Derniers imports</source>
        <translation>Latest imports</translation>
    </message>
    <message>
        <source>{file}, {when}&#xa0;: {count} membres</source>
        <translation>{file}, {when}: {count} members</translation>
    </message>
    <message>
        <source>Annuler l’import de {file}</source>
        <translation>Undo the import of {file}</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Interrompu.</source>
        <translation>Interrupted.</translation>
    </message>
    <message>
        <source>Une erreur inattendue s’est produite&#xa0;; rien d’enregistré n’est perdu. Détails&#xa0;: {log}</source>
        <translation>Something unexpected went wrong; nothing that was saved is lost. Details: {log}</translation>
    </message>
    <message>
        <source>Il n’y a pas de base dans {folder}.</source>
        <translation>There is no database in {folder}.</translation>
    </message>
    <message>
        <source>Vérifiez --data, ou créez le monde de démonstration&#xa0;: casaco-desk demo --data DIR.</source>
        <translation>Check --data, or make the demonstration world: casaco-desk demo --data DIR.</translation>
    </message>
    <message>
        <source>Présents&#xa0;: {count} sur {limit}</source>
        <translation>People in: {count} out of {limit}</translation>
    </message>
    <message>
        <source>{records} enregistrements contrôlés, rien à signaler.</source>
        <translation>{records} records checked, nothing to report.</translation>
    </message>
    <message>
        <source>{records} enregistrements contrôlés&#xa0;: le journal ne tient pas.</source>
        <translation>{records} records checked: the journal does not hold.</translation>
    </message>
    <message>
        <source>{count} d’entre eux n’ont plus de contenu, comme la vie privée le demande.</source>
        <translation>{count} of them no longer have content, as privacy asks.</translation>
    </message>
    <message>
        <source>Monde de démonstration créé dans {folder}&#xa0;: {members} membres, {cooperators} sociétaires, {opening_days} jours d’ouverture, {visits} passages, {sales} ventes, {corrections} corrections, {credit_notes} avoirs, {bookings} réservations, {events} moments collectifs, {participants} participations.</source>
        <translation>Demonstration world made in {folder}: {members} members, {cooperators} cooperators, {opening_days} opening days, {visits} visits, {sales} sales, {corrections} corrections, {credit_notes} credit notes, {bookings} bookings, {events} collective moments, {participants} attendances.</translation>
    </message>
    <message>
        <source>Imprimante choisie&#xa0;: {target}.</source>
        <translation>Printer chosen: {target}.</translation>
    </message>
    <message>
        <source>{name} n’a pas de carte en service.</source>
        <translation>{name} has no card in force.</translation>
    </message>
    <message>
        <source>Il n’y a aucune carte en service à dessiner.</source>
        <translation>There is no card in force to draw.</translation>
    </message>
    <message>
        <source>Cartes&#xa0;: {count}, feuilles A4&#xa0;: {pages}, dans {file}.</source>
        <translation>Cards: {count}, A4 sheets: {pages}, in {file}.</translation>
    </message>
    <message>
        <source>Sans carte en service&#xa0;: {names}.</source>
        <translation>With no card in force: {names}.</translation>
    </message>
    <message>
        <source>Carte de réglage écrite&#xa0;: {path}.</source>
        <translation>Set-up card written: {path}.</translation>
    </message>
    <message>
        <source>{day}, réservations&#xa0;: {count}</source>
        <translation>{day}, bookings: {count}</translation>
    </message>
    <message>
        <source>{space}, du {start} au {end}</source>
        <translation>{space}, from {start} to {end}</translation>
    </message>
    <message>
        <source>  {quantity} × {label} à {price}&#xa0;: {amount}</source>
        <translation>  {quantity} × {label} at {price}: {amount}</translation>
    </message>
    <message>
        <source>Total&#xa0;: {total}, {other}</source>
        <translation>Total: {total}, {other}</translation>
    </message>
    <message>
        <source>Il n’y a pas d’espace «&#xa0;{name}&#xa0;»&#xa0;: casaco-desk spaces les liste.</source>
        <translation>There is no space ‘{name}’: casaco-desk spaces lists them.</translation>
    </message>
    <message>
        <source>Réservations&#xa0;: {count}, dans {file}.</source>
        <translation>Bookings: {count}, in {file}.</translation>
    </message>
    <message>
        <source>Pas encore clôturé&#xa0;: {count} ventes, {total}.</source>
        <translation>Not closed yet: {count} sales, {total}.</translation>
    </message>
    <message>
        <source>Pas encore clôturé&#xa0;: 1 vente, {total}.</source>
        <translation>Not closed yet: 1 sale, {total}.</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>L’ordinateur dit&#xa0;: {when}</source>
        <translation>The computer says: {when}</translation>
    </message>
    <message>
        <source>Dernière vente&#xa0;: {when}</source>
        <translation>Last sale: {when}</translation>
    </message>
    <message>
        <source>Dernière clôture&#xa0;: {when}</source>
        <translation>Last closing: {when}</translation>
    </message>
    <message>
        <source>Cette heure est en doute. Si elle est juste&#xa0;: casaco-desk clock --confirm</source>
        <translation>This time is in doubt. If it is right: casaco-desk clock --confirm</translation>
    </message>
    <message>
        <source>Il est {when}&#xa0;: c’est noté.</source>
        <translation>It is {when}: noted.</translation>
    </message>
    <message>
        <source>Il est {when}&#xa0;: c’est noté. Clôture faite, n° {number}.</source>
        <translation>It is {when}: noted. Closing made, no. {number}.</translation>
    </message>
    <message>
        <source>Sauvegarde faite et vérifiée, {records} enregistrements&#xa0;: {file}</source>
        <translation>Backup made and checked, {records} records: {file}</translation>
    </message>
    <message>
        <source>Son journal porte {count} constats&#xa0;: casaco-desk verify.</source>
        <translation>Its journal has {count} findings: casaco-desk verify.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>{file}&#xa0;: {records} enregistrements, jusqu’au {moment}.</source>
        <translation>{file}: {records} records, up to {moment}.</translation>
    </message>
    <message>
        <source>  {stream}&#xa0;: {count} enregistrements plus récents, dont {known} reviennent.</source>
        <translation>  {stream}: {count} later records, of which {known} come back.</translation>
    </message>
    <message>
        <source>Remettre cette sauvegarde à la place du fichier présent&#xa0;? (oui/non) </source>
        <translation>Put this backup in place of the present file? (yes/no) </translation>
    </message>
    <message>
        <source>{count} factures et avoirs de {year} écrits dans {folder}.</source>
        <translation>{count} invoices and credit notes of {year} written to {folder}.</translation>
    </message>
    <message>
        <source>(choisi par la maison)</source>
        <translation>(chosen by the house)</translation>
    </message>
    <message>
        <source>Dites le compte de ce poste, ou --default pour revenir à celui d’origine.</source>
        <translation>Give the account of this line, or --default to go back to the original one.</translation>
    </message>
    <message>
        <source>{key} est écrit au compte {number}, {label}.</source>
        <translation>{key} is posted to account {number}, {label}.</translation>
    </message>
    <message>
        <source>Fichier&#xa0;: {file}</source>
        <translation>File: {file}</translation>
    </message>
    <message>
        <source>Exercice {year}&#xa0;: {records} pièces, {total} TTC.</source>
        <translation>Fiscal year {year}: {records} documents, {total} with VAT.</translation>
    </message>
    <message>
        <source>{lost} numéros perdus depuis une restauration n’y sont pas.</source>
        <translation>{lost} numbers lost since a backup was put back are not in it.</translation>
    </message>
    <message>
        <source>Archive {number} de l’exercice {year}, qui est clos&#xa0;: {records} enregistrements.</source>
        <translation>Archive {number} of the fiscal year {year}, which is closed: {records} records.</translation>
    </message>
    <message>
        <source>Archive intermédiaire {number} de l’exercice {year}&#xa0;: {records} enregistrements.</source>
        <translation>Intermediate archive {number} of the fiscal year {year}: {records} records.</translation>
    </message>
    <message>
        <source>SHA-256&#xa0;: {sha256}</source>
        <translation>SHA-256: {sha256}</translation>
    </message>
    <message>
        <source>{name}&#xa0;: {records} enregistrements contrôlés, rien à signaler. Clé {key}.</source>
        <translation>{name}: {records} records checked, nothing to report. Key {key}.</translation>
    </message>
    <message>
        <source>{name}&#xa0;: {records} enregistrements contrôlés, l’archive ne tient pas.</source>
        <translation>{name}: {records} records checked, the archive does not hold.</translation>
    </message>
    <message>
        <source>Vérifiez le dossier donné par --data.</source>
        <translation>Check the folder given by --data.</translation>
    </message>
    <message>
        <source>Diagnostic écrit, sans données personnelles&#xa0;: {file}</source>
        <translation>Diagnosis written, without personal data: {file}</translation>
    </message>
    <message>
        <source>{name} existe déjà. Le remplacer&#xa0;? (oui/non) </source>
        <translation>{name} is there already. Replace it? (yes/no) </translation>
    </message>
    <message>
        <source>{name} · nouveau code&#xa0;: </source>
        <translation>{name} · new code: </translation>
    </message>
    <message>
        <source>{name} · encore une fois&#xa0;: </source>
        <translation>{name} · once more: </translation>
    </message>
    <message>
        <source>Le code de {name} est changé.</source>
        <translation>{name}’s code is changed.</translation>
    </message>
</context>
<context>
    <name>ClockWatch</name>
    <message>
        <source>L’horloge de l’ordinateur a avancé, du {before} au {after}. Vérifiez la date et l’heure avant de vendre&#xa0;: les reçus les portent.</source>
        <translation>The computer’s clock went forward, from {before} to {after}. Check the date and the time before selling: receipts carry them.</translation>
    </message>
    <message>
        <source>L’horloge de l’ordinateur a reculé, du {before} au {after}. Vérifiez la date et l’heure avant de vendre&#xa0;: les reçus les portent.</source>
        <translation>The computer’s clock went back, from {before} to {after}. Check the date and the time before selling: receipts carry them.</translation>
    </message>
</context>
<context>
    <name>ClosedSpaces</name>
    <message>
        <source>Un espace hors service ne se réserve plus, et le plan dit pourquoi. Ce qui y est réservé reste&#xa0;: prévenez ces personnes.</source>
        <translation>A space that is out of order can no longer be booked, and the plan says why. What is booked in it stays: tell those people.</translation>
    </message>
    <message>
        <source>Les espaces hors service</source>
        <translation>Spaces out of order</translation>
    </message>
    <message>
        <source>Mettre hors service</source>
        <translation>Put out of order</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Un mot&#xa0;: fuite, peinture…</source>
        <translation>A word: leak, painting…</translation>
    </message>
    <message>
        <source>Fermer cet espace</source>
        <translation>Close this space</translation>
    </message>
    <message>
        <source>Rouvrir</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Rouvrir {space}</source>
        <translation>Open {space} again</translation>
    </message>
    <message>
        <source>Aucun espace n’est hors service.</source>
        <translation>No space is out of order.</translation>
    </message>
    <message>
        <source>{space} est rouvert.</source>
        <translation>{space} is open again.</translation>
    </message>
    <message>
        <source>C’est comme avant.</source>
        <translation>It is as before.</translation>
    </message>
    <message>
        <source>{space}&#xa0;: {note}</source>
        <translation>{space}: {note}</translation>
    </message>
</context>
<context>
    <name>ClosingPanel</name>
    <message>
        <source>Compter</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Clôturé</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Clôturer la journée</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>Comptez ce qu’il y a dans le tiroir. L’attendu vous sera dit après.</source>
        <translation>Count what is in the drawer. You will be told afterwards what was expected.</translation>
    </message>
    <message>
        <source>La journée du {day} n’a pas été clôturée. Comptez le tiroir comme vous le trouvez&#xa0;: ce qui y reste sera le fond d’aujourd’hui.</source>
        <translation>The day of {day} was not closed. Count the drawer as you find it: what stays in it will be today’s float.</translation>
    </message>
    <message>
        <source>Compté</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Attendu</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Pourquoi cet écart</source>
        <translation>Why this difference</translation>
    </message>
    <message>
        <source>Même si c’est inconnu</source>
        <translation>Even if nobody knows</translation>
    </message>
    <message>
        <source>Laissé dans le tiroir</source>
        <translation>Left in the drawer</translation>
    </message>
    <message>
        <source>À mettre au coffre</source>
        <translation>To put in the safe</translation>
    </message>
    <message>
        <source>Recompter</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>Imprimer le rapport</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <source>L’enregistrer en A4</source>
        <translation>Save it as A4</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Le compte est juste.</source>
        <translation>The count is right.</translation>
    </message>
    <message>
        <source>Il y a {amount} de trop.</source>
        <translation>There is {amount} too much.</translation>
    </message>
    <message>
        <source>Il manque {amount}.</source>
        <translation>{amount} is missing.</translation>
    </message>
    <message>
        <source>Écrivez un montant, par exemple 150,00.</source>
        <translation>Write an amount, for example 150.00.</translation>
    </message>
    <message>
        <source>Journée close, n° {number}</source>
        <translation>Day closed, no. {number}</translation>
    </message>
    <message>
        <source>{what}&#xa0;: {total}, {count} ventes. Total perpétuel&#xa0;: {perpetual}.</source>
        <translation>{what}: {total}, {count} sales. Perpetual total: {perpetual}.</translation>
    </message>
    <message>
        <source>{what}&#xa0;: {total}, 1 vente. Total perpétuel&#xa0;: {perpetual}.</source>
        <translation>{what}: {total}, 1 sale. Perpetual total: {perpetual}.</translation>
    </message>
    <message>
        <source>J’ai compté {amount}</source>
        <translation>I counted {amount}</translation>
    </message>
    <message>
        <source>Rien ne s’est passé depuis la dernière clôture</source>
        <translation>Nothing since the last closing</translation>
    </message>
</context>
<context>
    <name>ClosingPaper</name>
    <message>
        <source>Clôture du jour (Z)</source>
        <translation>Closing of the day (Z)</translation>
    </message>
    <message>
        <source>Clôture du mois</source>
        <translation>Closing of the month</translation>
    </message>
    <message>
        <source>Clôture de l’exercice</source>
        <translation>Closing of the fiscal year</translation>
    </message>
    <message>
        <source>Lecture (X)</source>
        <translation>Reading (X)</translation>
    </message>
    <message>
        <source>du {first} au {last}</source>
        <translation>from {first} to {last}</translation>
    </message>
    <message>
        <source>Ventes</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>Annulations</source>
        <translation>Reversals</translation>
    </message>
    <message>
        <source>Règlements reçus</source>
        <translation>Settlements received</translation>
    </message>
</context>
<context>
    <name>Closings</name>
    <message>
        <source>Un exercice commence l’un des douze mois.</source>
        <translation>A fiscal year begins in one of the twelve months.</translation>
    </message>
    <message>
        <source>exercice {year}</source>
        <translation>fiscal year {year}</translation>
    </message>
    <message>
        <source>Le tiroir a servi depuis le comptage, ou a été compté ailleurs&#xa0;: recomptez-le.</source>
        <translation>The drawer was used since it was counted, or was counted elsewhere: count it again.</translation>
    </message>
    <message>
        <source>Le fond laissé dans le tiroir va de 0 à {most}, ce qui a été compté.</source>
        <translation>What is left in the drawer goes from 0 to {most}, which was counted.</translation>
    </message>
    <message>
        <source>Il y a un écart de {amount}&#xa0;: dites pourquoi, même si c’est inconnu.</source>
        <translation>There is a difference of {amount}: say why, even if unknown.</translation>
    </message>
    <message>
        <source>Une journée se clôture avec son tiroir.</source>
        <translation>A day is closed with its drawer.</translation>
    </message>
    <message>
        <source>Clôturez d’abord la journée du {day}.</source>
        <translation>Close the day of {day} first.</translation>
    </message>
    <message>
        <source>Il n’y a rien à clôturer&#xa0;: aucune journée n’attend.</source>
        <translation>There is nothing to close: no day is waiting.</translation>
    </message>
    <message>
        <source>Ce mois se clôture à partir du {day}, son dernier jour.</source>
        <translation>This month is closed from {day} on, its last day.</translation>
    </message>
    <message>
        <source>Cet exercice se clôture à partir du {day}, son dernier jour.</source>
        <translation>This fiscal year is closed from {day} on, its last day.</translation>
    </message>
    <message>
        <source>L’horloge de l’ordinateur est avant la dernière clôture, du {when}.</source>
        <translation>The computer’s clock is before the last closing, of {when}.</translation>
    </message>
    <message>
        <source>Rien n’a été enregistré&#xa0;: on n’ajoute rien à une période close.</source>
        <translation>Nothing was recorded: nothing is added to a closed period.</translation>
    </message>
    <message>
        <source>Si l’ordinateur se trompe, mettez-le à l’heure, puis recommencez. S’il est à l’heure, un·e gérant·e le confirme une fois&#xa0;: Ctrl Maj H, «&#xa0;L’heure de l’ordinateur&#xa0;».</source>
        <translation>If the computer is wrong, set its clock, then try again. If it is right, a manager confirms it once: Ctrl Shift H, “The computer’s clock”.</translation>
    </message>
    <message>
        <source>Cette clôture est introuvable.</source>
        <translation>This closing cannot be found.</translation>
    </message>
</context>
<context>
    <name>ClosingsPage</name>
    <message>
        <source>Clôtures</source>
        <translation>Closings</translation>
    </message>
    <message>
        <source>Clôturer la journée</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Enregistrer en A4</source>
        <translation>Save as A4</translation>
    </message>
    <message>
        <source>Le mois et l’exercice se clôturent seuls quand le suivant commence.</source>
        <translation>The month and the fiscal year close by themselves when the next one begins.</translation>
    </message>
    <message>
        <source>Le mois et l’exercice se clôturent à partir de leur dernier jour.</source>
        <translation>The month and the fiscal year are closed from their last day on.</translation>
    </message>
    <message>
        <source>Clôturer {what}</source>
        <translation>Close {what}</translation>
    </message>
    <message>
        <source>L’exercice commence en</source>
        <translation>The fiscal year begins in</translation>
    </message>
    <message>
        <source>L’exercice commence maintenant en {month}, et non plus en {before}.</source>
        <translation>The fiscal year now begins in {month}, no longer in {before}.</translation>
    </message>
    <message>
        <source>L’exercice commence de nouveau en {month}.</source>
        <translation>The fiscal year begins in {month} again.</translation>
    </message>
    <message>
        <source>Mois où l’exercice commence</source>
        <translation>Month in which the fiscal year begins</translation>
    </message>
    <message>
        <source>{what}&#xa0;: clôturé, {total}, n° {number}.</source>
        <translation>{what}: closed, {total}, no. {number}.</translation>
    </message>
</context>
<context>
    <name>ClosingsTable</name>
    <message>
        <source>Numéro</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Ventes</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>Total TTC</source>
        <translation>Total incl. VAT</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Lecture (X)</source>
        <translation>Reading (X)</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>under way</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Aucun code n’a été lu.</source>
        <translation>No code was read.</translation>
    </message>
    <message>
        <source>Ce code n’est pas un code de Casaco.</source>
        <translation>This is not a Casaco code.</translation>
    </message>
    <message>
        <source>Le code a été mal lu. Recommencez.</source>
        <translation>The code was misread. Please try again.</translation>
    </message>
    <message>
        <source>Ce texte est trop long pour être un code de Casaco.</source>
        <translation>This text is too long to be a Casaco code.</translation>
    </message>
</context>
<context>
    <name>CoinCount</name>
    <message>
        <source>Nombre de {value}</source>
        <translation>How many of {value}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>le plan&#xa0;; flèches pour aller d’un espace à l’autre, Entrée pour agir</source>
        <translation>the plan; arrows to go from one space to another, Enter to act</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>les réservations&#xa0;: un jour, une semaine, une liste</source>
        <translation>bookings: a day, a week, a list</translation>
    </message>
    <message>
        <source>Rés.</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Réservations</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>réservations agenda salles jour semaine liste calendrier</source>
        <translation>bookings agenda rooms day week list calendar</translation>
    </message>
    <message>
        <source>réserver un espace pour plus tard</source>
        <translation>book a space for later</translation>
    </message>
    <message>
        <source>Réserver un espace</source>
        <translation>Book a space</translation>
    </message>
    <message>
        <source>réserver un espace salle plus tard réservation nouvelle</source>
        <translation>book a space room later booking new</translation>
    </message>
    <message>
        <source>Ctrl Maj I</source>
        <translation>Ctrl Shift I</translation>
    </message>
    <message>
        <source>importer les réservations d’un calendrier</source>
        <translation>import the bookings of a calendar</translation>
    </message>
    <message>
        <source>Importer un calendrier</source>
        <translation>Import a calendar</translation>
    </message>
    <message>
        <source>importer un calendrier réservations ics ical agenda</source>
        <translation>import a calendar bookings ics ical agenda</translation>
    </message>
    <message>
        <source>chercher un membre, une organisation, une salle, un devis, une action</source>
        <translation>find a member, an organisation, a room, a quote, an action</translation>
    </message>
    <message>
        <source>vendre un pass journée ou demi-journée</source>
        <translation>sell a day or half-day pass</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>Vendre un pass</source>
        <translation>Sell a pass</translation>
    </message>
    <message>
        <source>vendre un pass journée demi-journée visiteur</source>
        <translation>sell a day pass half-day visitor guest</translation>
    </message>
    <message>
        <source>faire entrer quelqu’un sans carte&#xa0;: invité·e, moment collectif, essai</source>
        <translation>let someone in without a card: a guest, an event, a trial day</translation>
    </message>
    <message>
        <source>Faire entrer sans carte</source>
        <translation>Let someone in without a card</translation>
    </message>
    <message>
        <source>invité visiteur accompagnant événement réservation essai entrer sans carte</source>
        <translation>guest visitor companion event booking trial let in without a card</translation>
    </message>
    <message>
        <source>les membres&#xa0;: fiches, cartes, colis</source>
        <translation>members: files, cards, parcels</translation>
    </message>
    <message>
        <source>Membres</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>membres fiches cartes colis liste</source>
        <translation>members files cards parcels list</translation>
    </message>
    <message>
        <source>un nouveau membre, sa formule et sa carte</source>
        <translation>a new member, their plan and card</translation>
    </message>
    <message>
        <source>Nouveau membre</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>nouveau membre inscrire adhérer créer</source>
        <translation>new member join sign up create</translation>
    </message>
    <message>
        <source>Maj F5</source>
        <translation>Shift F5</translation>
    </message>
    <message>
        <source>les organisations&#xa0;: fiches, contacts, devis</source>
        <translation>the organisations: files, contacts, quotes</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>organisations associations entreprises contacts devis clients</source>
        <translation>organisations associations companies contacts quotes customers</translation>
    </message>
    <message>
        <source>une salle pour tant de personnes, jusqu’à telle heure</source>
        <translation>a room for so many people, until such an hour</translation>
    </message>
    <message>
        <source>Trouver une salle</source>
        <translation>Find a room</translation>
    </message>
    <message>
        <source>trouver une salle libre louer réunion personnes</source>
        <translation>find a free room rent meeting people</translation>
    </message>
    <message>
        <source>les tarifs et les taux de TVA, d’un jour à l’autre</source>
        <translation>the prices and VAT rates, from one day to the next</translation>
    </message>
    <message>
        <source>Tarifs</source>
        <translation>Prices</translation>
    </message>
    <message>
        <source>tarifs prix TVA suppléments grille</source>
        <translation>prices rates VAT extras list</translation>
    </message>
    <message>
        <source>importer des membres d’un tableau</source>
        <translation>import members from a table</translation>
    </message>
    <message>
        <source>Ctrl Maj E</source>
        <translation>Ctrl Shift E</translation>
    </message>
    <message>
        <source>modifier le plan de la maison (gérant·e)</source>
        <translation>change the plan of the house (managers)</translation>
    </message>
    <message>
        <source>Modifier le plan</source>
        <translation>Edit the plan</translation>
    </message>
    <message>
        <source>modifier le plan éditeur dessiner espaces postes murs surface</source>
        <translation>edit the plan editor draw spaces desks walls surface</translation>
    </message>
    <message>
        <source>la caisse&#xa0;: café, impressions, pass, formules, billets, dans un seul panier</source>
        <translation>the till: coffee, prints, passes, plans, tickets, in one basket</translation>
    </message>
    <message>
        <source>Caisse</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>caisse vendre café photocopie carnet formule billet panier encaisser</source>
        <translation>till sell coffee copies book plan ticket basket cash checkout</translation>
    </message>
    <message>
        <source>les ventes du jour&#xa0;: les voir, les réimprimer, les corriger</source>
        <translation>the day’s sales: see them, print them again, correct them</translation>
    </message>
    <message>
        <source>Ventes du jour</source>
        <translation>Sales of the day</translation>
    </message>
    <message>
        <source>ventes du jour reçu duplicata corriger annuler rembourser liste</source>
        <translation>sales of the day receipt duplicate correct cancel refund list</translation>
    </message>
    <message>
        <source>Importer des membres</source>
        <translation>Import members</translation>
    </message>
    <message>
        <source>importer des membres tableau csv xlsx excel</source>
        <translation>import members table csv xlsx excel</translation>
    </message>
    <message>
        <source>exporter les membres dans un tableau</source>
        <translation>export the members into a table</translation>
    </message>
    <message>
        <source>Exporter les membres</source>
        <translation>Export the members</translation>
    </message>
    <message>
        <source>exporter les membres tableau xlsx excel</source>
        <translation>export members table xlsx excel</translation>
    </message>
    <message>
        <source>les factures&#xa0;: à payer, en retard, réglées, avoirs</source>
        <translation>invoices: due, overdue, paid, credit notes</translation>
    </message>
    <message>
        <source>Factures</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>factures avoirs règlements relances impayés échéances clients</source>
        <translation>invoices credit notes settlements reminders unpaid due customers</translation>
    </message>
    <message>
        <source>Ctrl Maj K</source>
        <translation>Ctrl Shift K</translation>
    </message>
    <message>
        <source>les prêts et les cautions&#xa0;: clés, badges, matériel, ce qui est en retard</source>
        <translation>loans and deposits: keys, badges, equipment, what is late</translation>
    </message>
    <message>
        <source>Prêts et cautions</source>
        <translation>Loans and deposits</translation>
    </message>
    <message>
        <source>prêts cautions clés badges matériel objets en retard rendre</source>
        <translation>loans deposits keys badges equipment things late return</translation>
    </message>
    <message>
        <source>Ctrl Maj O</source>
        <translation>Ctrl Shift O</translation>
    </message>
    <message>
        <source>prêter une clé, un badge, du matériel</source>
        <translation>lend a key, a badge, equipment</translation>
    </message>
    <message>
        <source>Prêter un objet</source>
        <translation>Lend a thing</translation>
    </message>
    <message>
        <source>prêter une clé un badge matériel projecteur adaptateur</source>
        <translation>lend a key badge equipment projector adapter</translation>
    </message>
    <message>
        <source>la liste d’évacuation, à tout moment&#xa0;; P l’imprime</source>
        <translation>the roll call, at any time; P prints it</translation>
    </message>
    <message>
        <source>Présents</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Liste d’évacuation</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>liste évacuation alarme présents appel</source>
        <translation>roll call evacuation alarm fire people present</translation>
    </message>
    <message>
        <source>compter le public d’un moment collectif</source>
        <translation>count the audience of an event</translation>
    </message>
    <message>
        <source>Compter le public d’un moment collectif</source>
        <translation>Count the audience of an event</translation>
    </message>
    <message>
        <source>compter le public d’un moment collectif participants événement mardi</source>
        <translation>count the audience of an event participants crowd tuesday people</translation>
    </message>
    <message>
        <source>fin de journée&#xa0;: qui est encore là&#xa0;?</source>
        <translation>end of the day: who is still in?</translation>
    </message>
    <message>
        <source>Fin de journée&#xa0;: qui est encore là&#xa0;?</source>
        <translation>End of the day: who is still in?</translation>
    </message>
    <message>
        <source>fin de journée départs oubliés sorties fermer qui est encore là</source>
        <translation>end of the day forgotten exits closing who is still in</translation>
    </message>
    <message>
        <source>Maj F4</source>
        <translation>Shift F4</translation>
    </message>
    <message>
        <source>le tiroir-caisse&#xa0;: espèces mises ou sorties, avec leur motif</source>
        <translation>the cash drawer: cash put in or taken out, with the reason</translation>
    </message>
    <message>
        <source>Tiroir-caisse</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>tiroir caisse espèces entrée sortie monnaie banque fond</source>
        <translation>cash drawer till in out change bank float</translation>
    </message>
    <message>
        <source>Ctrl Maj D</source>
        <translation>Ctrl Shift D</translation>
    </message>
    <message>
        <source>clôturer la journée&#xa0;: qui est là, le tiroir compté, la clôture</source>
        <translation>close the day: who is in, the drawer counted, the closing</translation>
    </message>
    <message>
        <source>Clôturer la journée</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>clôturer la journée compter fermer Z écart fin</source>
        <translation>close the day count shut Z difference end</translation>
    </message>
    <message>
        <source>Maj F7</source>
        <translation>Shift F7</translation>
    </message>
    <message>
        <source>les clôtures&#xa0;: lecture X, rapports du jour, du mois, de l’exercice</source>
        <translation>the closings: X reading, reports of the day, the month, the fiscal year</translation>
    </message>
    <message>
        <source>Clôtures</source>
        <translation>Closings</translation>
    </message>
    <message>
        <source>clôtures lecture X rapport Z mois exercice total perpétuel</source>
        <translation>closings X reading Z report month fiscal year perpetual total</translation>
    </message>
    <message>
        <source>Ctrl Maj H</source>
        <translation>Ctrl Shift H</translation>
    </message>
    <message>
        <source>l’heure de l’ordinateur, à confirmer quand elle est en doute (gérant·e)</source>
        <translation>the computer’s clock, to be confirmed when it is in doubt (manager)</translation>
    </message>
    <message>
        <source>L’heure de l’ordinateur</source>
        <translation>The computer’s clock</translation>
    </message>
    <message>
        <source>heure horloge date ordinateur avance retard confirmer</source>
        <translation>time clock date computer ahead late confirm</translation>
    </message>
    <message>
        <source>les impressions qui attendent</source>
        <translation>the prints that are waiting</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>impressions imprimante reçus file</source>
        <translation>printing printer receipts queue</translation>
    </message>
    <message>
        <source>Ctrl Maj P</source>
        <translation>Ctrl Shift P</translation>
    </message>
    <message>
        <source>les imprimantes, leur page de test, qui imprime quoi</source>
        <translation>the printers, their test page, which prints what</translation>
    </message>
    <message>
        <source>Imprimantes</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>imprimantes réglage page de test tiroir papier</source>
        <translation>printers settings test page drawer paper</translation>
    </message>
    <message>
        <source>la caméra, allumée ou éteinte</source>
        <translation>the camera, on or off</translation>
    </message>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>caméra webcam allumer éteindre lire carte</source>
        <translation>camera webcam on off read card</translation>
    </message>
    <message>
        <source>le réglage du scanner, et s’il lira toutes les cartes</source>
        <translation>the scanner set-up, and whether it will read every card</translation>
    </message>
    <message>
        <source>Réglage du scanner</source>
        <translation>Scanner set-up</translation>
    </message>
    <message>
        <source>réglage scanner douchette lecteur calibrage clavier</source>
        <translation>set-up setup scanner reader calibration keyboard</translation>
    </message>
    <message>
        <source>scanner une image&#xa0;; Ctrl V, celle du presse-papiers</source>
        <translation>scan a picture; Ctrl V, the one on the clipboard</translation>
    </message>
    <message>
        <source>Scanner une image</source>
        <translation>Scan a picture</translation>
    </message>
    <message>
        <source>scanner image photo fichier presse-papiers</source>
        <translation>scan picture photo image file clipboard</translation>
    </message>
    <message>
        <source>Ctrl Maj S</source>
        <translation>Ctrl Shift S</translation>
    </message>
    <message>
        <source>le libre-service, quand personne ne tient l’accueil</source>
        <translation>self-service, when nobody holds the desk</translation>
    </message>
    <message>
        <source>Libre-service</source>
        <translation>Self-service</translation>
    </message>
    <message>
        <source>libre-service borne quitter seul webcam</source>
        <translation>self-service kiosk leave alone webcam</translation>
    </message>
    <message>
        <source>verrouiller pour un moment</source>
        <translation>lock for a moment</translation>
    </message>
    <message>
        <source>Verrouiller</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>verrouiller quitter changer permanence</source>
        <translation>lock sign out leave change shift</translation>
    </message>
    <message>
        <source>Ctrl Maj L</source>
        <translation>Ctrl Shift L</translation>
    </message>
    <message>
        <source>passer le relais, avec un mot pour la personne suivante</source>
        <translation>hand over, with a word for the next person</translation>
    </message>
    <message>
        <source>Passer le relais</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>passer le relais permanence mot note quitter</source>
        <translation>hand over shift word note leave</translation>
    </message>
    <message>
        <source>Ctrl Maj F</source>
        <translation>Ctrl Shift F</translation>
    </message>
    <message>
        <source>la formation&#xa0;: s’exercer hors de la vraie maison (la même touche en sort)</source>
        <translation>training: practise outside the real house (the same key leaves it)</translation>
    </message>
    <message>
        <source>Formation</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>formation exercice apprendre essayer simulation entraînement école</source>
        <translation>training practice practise learn try simulation school</translation>
    </message>
    <message>
        <source>l’équipe de l’accueil et ses permanences</source>
        <translation>the front-desk team and its shifts</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>L’équipe</source>
        <translation>The team</translation>
    </message>
    <message>
        <source>équipe permanences code gérant facilitateur</source>
        <translation>team shifts code manager facilitator</translation>
    </message>
    <message>
        <source>Maj F8</source>
        <translation>Shift F8</translation>
    </message>
    <message>
        <source>les réglages de la maison&#xa0;: heures, règles, mentions, durées</source>
        <translation>the settings of the house: hours, rules, legal mentions, terms</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>réglages paramètres horaires ouverture fermeture jours fériés SIRET annulation durées ensembles hors service</source>
        <translation>settings preferences hours opening closing holidays SIRET cancellation terms wholes out of order</translation>
    </message>
    <message>
        <source>Ctrl Maj B</source>
        <translation>Ctrl Shift B</translation>
    </message>
    <message>
        <source>les sauvegardes&#xa0;: la dernière, où elles vont, en essayer une</source>
        <translation>the backups: the last one, where they go, trying one</translation>
    </message>
    <message>
        <source>Sauvegardes</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>sauvegardes copies disque essayer restaurer dossier</source>
        <translation>backups copies drive try restore folder</translation>
    </message>
    <message>
        <source>l’aide</source>
        <translation>the handbook</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Maj F1</source>
        <translation>Shift F1</translation>
    </message>
    <message>
        <source>un diagnostic sans données personnelles, pour qui dépanne l’accueil</source>
        <translation>a diagnosis without personal data, for whoever mends the desk</translation>
    </message>
    <message>
        <source>Diagnostic</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>diagnostic dépannage panne aide assistance journal technique versions</source>
        <translation>diagnosis diagnostics trouble failure help support technical log versions</translation>
    </message>
    <message>
        <source>cette feuille</source>
        <translation>this sheet</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>revenir en arrière, sans rien perdre</source>
        <translation>go back, losing nothing</translation>
    </message>
    <message>
        <source>Maj Entrée</source>
        <translation>Shift Enter</translation>
    </message>
    <message>
        <source>sur un membre trouvé par la barre de recherche&#xa0;: ouvrir sa fiche</source>
        <translation>on a member found by the search box: open their file</translation>
    </message>
    <message>
        <source>remettre les colis à la personne qui vient de passer (Alt R depuis un champ)</source>
        <translation>hand the parcels to whoever has just been scanned (Alt R from a field)</translation>
    </message>
    <message>
        <source>choisir l’autre droit proposé à qui vient d’entrer (Alt U depuis un champ)</source>
        <translation>choose the other right offered to whoever has just come in (Alt U from a field)</translation>
    </message>
    <message>
        <source>Maj flèches</source>
        <translation>Shift arrows</translation>
    </message>
    <message>
        <source>sur une réservation&#xa0;: la déplacer (Ctrl flèches&#xa0;: allonger, raccourcir)</source>
        <translation>on a booking: move it (Ctrl arrows: lengthen, shorten)</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>sur une réservation&#xa0;: l’annuler (Ctrl Z&#xa0;: revenir en arrière)</source>
        <translation>on a booking: cancel it (Ctrl Z: undo)</translation>
    </message>
    <message>
        <source>Ctrl flèches</source>
        <translation>Ctrl arrows</translation>
    </message>
    <message>
        <source>en modifiant le plan&#xa0;: d’un espace à l’autre (Page suivante&#xa0;: ses postes)</source>
        <translation>while editing the plan: from space to space (Page Down: its desks)</translation>
    </message>
    <message>
        <source>sur le plan&#xa0;: agrandir, réduire, voir en entier</source>
        <translation>on the plan: zoom in, zoom out, see it all</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Prénom et nom</source>
        <translation>First and last name</translation>
    </message>
    <message>
        <source>Fonction</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>Email address</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>Donnez un nom, une adresse électronique ou un téléphone.</source>
        <translation>Give a name, an email address or a telephone number.</translation>
    </message>
    <message>
        <source>«&#xa0;{email}&#xa0;» n’est pas une adresse électronique.</source>
        <translation>“{email}” is not an email address.</translation>
    </message>
    <message>
        <source>Ce contact n’est plus là.</source>
        <translation>This contact is no longer there.</translation>
    </message>
</context>
<context>
    <name>ContactsSection</name>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Ajouter un contact</source>
        <translation>Add a contact</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Corriger le contact {name}</source>
        <translation>Correct the contact {name}</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Rendre</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Corriger {number}</source>
        <translation>Correct {number}</translation>
    </message>
    <message>
        <source>La vente reste telle quelle&#xa0;: une correction liée la reprend.</source>
        <translation>The sale stays as it is: a linked correction takes it back.</translation>
    </message>
    <message>
        <source>sur {count} à {price}</source>
        <translation>of {count} at {price}</translation>
    </message>
    <message>
        <source>À rendre</source>
        <translation>To refund</translation>
    </message>
    <message>
        <source>Garder {amount}, rendre le reste</source>
        <translation>Keep {amount}, give the rest back</translation>
    </message>
    <message>
        <source>Choisir ce qui est repris</source>
        <translation>Choose what is taken back</translation>
    </message>
    <message>
        <source>Annulation tardive</source>
        <translation>Late cancellation</translation>
    </message>
    <message>
        <source>Motif, imprimé et gardé</source>
        <translation>Reason, printed and kept</translation>
    </message>
    <message>
        <source>Par exemple&#xa0;: erreur de saisie</source>
        <translation>For example: typing mistake</translation>
    </message>
    <message>
        <source>Rembourser ce qui a servi</source>
        <translation>Refund what was used</translation>
    </message>
    <message>
        <source>Reçu de la correction</source>
        <translation>Receipt of the correction</translation>
    </message>
    <message>
        <source>Pas de reçu</source>
        <translation>No receipt</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Choisissez ce qui est repris.</source>
        <translation>Choose what is taken back.</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Rendre par</source>
        <translation>Refund by</translation>
    </message>
    <message>
        <source>Rendre {amount}</source>
        <translation>Refund {amount}</translation>
    </message>
    <message>
        <source>Correction {number}</source>
        <translation>Correction {number}</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {mode}</source>
        <translation>To refund: {mode}</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Reprendre&#xa0;: {what}</source>
        <translation>Back to: {what}</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>Allemagne</source>
        <translation>Germany</translation>
    </message>
    <message>
        <source>Autriche</source>
        <translation>Austria</translation>
    </message>
    <message>
        <source>Belgique</source>
        <translation>Belgium</translation>
    </message>
    <message>
        <source>Bulgarie</source>
        <translation>Bulgaria</translation>
    </message>
    <message>
        <source>Chypre</source>
        <translation>Cyprus</translation>
    </message>
    <message>
        <source>Croatie</source>
        <translation>Croatia</translation>
    </message>
    <message>
        <source>Danemark</source>
        <translation>Denmark</translation>
    </message>
    <message>
        <source>Espagne</source>
        <translation>Spain</translation>
    </message>
    <message>
        <source>Estonie</source>
        <translation>Estonia</translation>
    </message>
    <message>
        <source>Finlande</source>
        <translation>Finland</translation>
    </message>
    <message>
        <source>Grèce</source>
        <translation>Greece</translation>
    </message>
    <message>
        <source>Hongrie</source>
        <translation>Hungary</translation>
    </message>
    <message>
        <source>Irlande</source>
        <translation>Ireland</translation>
    </message>
    <message>
        <source>Italie</source>
        <translation>Italy</translation>
    </message>
    <message>
        <source>Lettonie</source>
        <translation>Latvia</translation>
    </message>
    <message>
        <source>Lituanie</source>
        <translation>Lithuania</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxembourg</translation>
    </message>
    <message>
        <source>Malte</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Norvège</source>
        <translation>Norway</translation>
    </message>
    <message>
        <source>Pays-Bas</source>
        <translation>Netherlands</translation>
    </message>
    <message>
        <source>Pologne</source>
        <translation>Poland</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>République tchèque</source>
        <translation>Czech Republic</translation>
    </message>
    <message>
        <source>Roumanie</source>
        <translation>Romania</translation>
    </message>
    <message>
        <source>Royaume-Uni</source>
        <translation>United Kingdom</translation>
    </message>
    <message>
        <source>Slovaquie</source>
        <translation>Slovakia</translation>
    </message>
    <message>
        <source>Slovénie</source>
        <translation>Slovenia</translation>
    </message>
    <message>
        <source>Suède</source>
        <translation>Sweden</translation>
    </message>
    <message>
        <source>Suisse</source>
        <translation>Switzerland</translation>
    </message>
    <message>
        <source>France</source>
        <translation>France</translation>
    </message>
</context>
<context>
    <name>CrowdPanel</name>
    <message>
        <source>Compter le public</source>
        <translation>Count the audience</translation>
    </message>
    <message>
        <source>Tout le monde est parti</source>
        <translation>Everyone has left</translation>
    </message>
    <message>
        <source>Annuler ce départ</source>
        <translation>Undo this departure</translation>
    </message>
    <message>
        <source>Voir la réservation</source>
        <translation>See the booking</translation>
    </message>
    <message>
        <source>Une personne de moins</source>
        <translation>One person fewer</translation>
    </message>
    <message>
        <source>Une personne de plus</source>
        <translation>One person more</translation>
    </message>
    <message>
        <source>{space} · de {start} à {end}</source>
        <translation>{space} · from {start} to {end}</translation>
    </message>
    <message>
        <source>Écrivez un nombre de personnes, par exemple 22.</source>
        <translation>Write a number of people, for example 22.</translation>
    </message>
    <message>
        <source>{start} {title}</source>
        <translation>{start} {title}</translation>
    </message>
    <message>
        <source>Les moments collectifs d’aujourd’hui</source>
        <translation>Today’s events</translation>
    </message>
    <message>
        <source>{expected} personnes attendues</source>
        <translation>{expected} people expected</translation>
    </message>
    <message>
        <source>{expected} personnes attendues · {peak} au plus fort</source>
        <translation>{expected} people expected · {peak} at the most</translation>
    </message>
    <message>
        <source>La maison compte {count} personnes&#xa0;: {over} de plus que sa limite.</source>
        <translation>The house holds {count} people: {over} more than its limit.</translation>
    </message>
    <message>
        <source>Membres et visiteurs qui passent une carte sont comptés à part. Ce compte s’arrête de lui-même à {hour}.</source>
        <translation>Members and visitors who show a card are counted apart. This count stops by itself at {hour}.</translation>
    </message>
    <message>
        <source>Ce moment collectif est fini&#xa0;: rien à compter.</source>
        <translation>This event is over: nothing to count.</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Noter 1 personne</source>
        <translation>Record 1 person</translation>
    </message>
    <message>
        <source>Noter {people} personnes</source>
        <translation>Record {people} people</translation>
    </message>
    <message>
        <source>Combien de personnes sont là</source>
        <translation>How many people are there</translation>
    </message>
</context>
<context>
    <name>Crowds</name>
    <message>
        <source>{title}&#xa0;: 1 personne</source>
        <translation>{title}: 1 person</translation>
    </message>
    <message>
        <source>{title}&#xa0;: {people} personnes</source>
        <translation>{title}: {people} people</translation>
    </message>
    <message>
        <source>Ce public n’est plus compté.</source>
        <translation>This audience is no longer counted.</translation>
    </message>
    <message>
        <source>Ce moment collectif n’a pas lieu.</source>
        <translation>This event does not take place.</translation>
    </message>
    <message>
        <source>{title} est annulé&#xa0;: son public n’est plus compté.</source>
        <translation>{title} is cancelled: its crowd is no longer counted.</translation>
    </message>
    <message>
        <source>{title} n’est pas aujourd’hui.</source>
        <translation>{title} is not today.</translation>
    </message>
    <message>
        <source>{title} est fini depuis {hour}&#xa0;: son public n’est plus compté.</source>
        <translation>{title} ended at {hour}: its audience is no longer counted.</translation>
    </message>
    <message>
        <source>Il n’y a déjà plus personne dans ce public.</source>
        <translation>There is nobody left in this audience already.</translation>
    </message>
    <message>
        <source>{people} personnes, c’est plus que la maison n’en peut contenir ({limit}).</source>
        <translation>{people} people is more than the house can hold ({limit}).</translation>
    </message>
</context>
<context>
    <name>Custody</name>
    <message>
        <source>Pour cela, rouvrez l’accueil, ou&#xa0;: casaco-desk restore {file} --data {folder}</source>
        <translation>To do so, open the desk again, or: casaco-desk restore {file} --data {folder}</translation>
    </message>
    <message>
        <source>Ce poste a déjà donné des numéros que cette base ne connaît pas&#xa0;: une copie plus ancienne a été remise à la main, ou la fin du journal a été retirée.</source>
        <translation>This desk has already given numbers that this database does not know: an older copy was put back by hand, or the end of the journal was taken away.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié, et aucun numéro ne servira deux fois. Ce qui a été enregistré depuis est gardé à part et peut être remis.</source>
        <translation>Nothing was changed, and no number will serve twice. What was recorded since is kept apart and can be put back.</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Données personnelles</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Ce que la maison sait</source>
        <translation>What the house knows</translation>
    </message>
    <message>
        <source>Emporter</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Tableau (XLSX)</source>
        <translation>Table (XLSX)</translation>
    </message>
    <message>
        <source>Données (JSON)</source>
        <translation>Data (JSON)</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Corriger ces données…</source>
        <translation>Correct these data…</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Demandé, ou terme passé</source>
        <translation>Asked for, or term over</translation>
    </message>
    <message>
        <source>La personne l’a demandé, ou le terme de ses données est passé.</source>
        <translation>The person asked for it, or the term of their data is over.</translation>
    </message>
    <message>
        <source>Effacer pour toujours</source>
        <translation>Erase for ever</translation>
    </message>
    <message>
        <source>{name}, membre n° {number}</source>
        <translation>{name}, member no. {number}</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>Le nom, l’adresse, le téléphone et les mots disparaissent, la carte est annulée, les passages et le journal ne nomment plus personne. Le n° {number} et les chiffres restent. C’est définitif.</source>
        <translation>The name, the address, the telephone and the notes disappear, the card is cancelled, visits and the journal name nobody any more. No. {number} and the figures stay. This is final.</translation>
    </message>
    <message>
        <source>Seul·e un·e gérant·e peut effacer les données d’une personne.</source>
        <translation>Only a manager may erase someone’s data.</translation>
    </message>
    <message>
        <source>Effacer {name} pour toujours</source>
        <translation>Erase {name} for ever</translation>
    </message>
    <message>
        <source>C’est corrigé.</source>
        <translation>Corrected.</translation>
    </message>
    <message>
        <source>Tableaux (*.xlsx)</source>
        <translation>Tables (*.xlsx)</translation>
    </message>
    <message>
        <source>Données (*.json)</source>
        <translation>Data (*.json)</translation>
    </message>
    <message>
        <source>Où écrire ces données&#xa0;?</source>
        <translation>Where should these data be written?</translation>
    </message>
    <message>
        <source>membre.{suffix}</source>
        <translation>member.{suffix}</translation>
    </message>
    <message>
        <source>Les données sont dans {file}.</source>
        <translation>The data are in {file}.</translation>
    </message>
    <message>
        <source>C’est effacé&#xa0;: {visits} passages et {records} actes ne nomment plus personne.</source>
        <translation>Erased: {visits} visits and {records} acts name nobody any more.</translation>
    </message>
</context>
<context>
    <name>DayPass</name>
    <message>
        <source>{what} n° {number}</source>
        <translation>{what} no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>de {start} à {end}</source>
        <translation>from {start} to {end}</translation>
    </message>
    <message>
        <source>Présentez ce code à l’accueil, en arrivant comme en repartant.</source>
        <translation>Show this code at the front desk, both when you arrive and when you leave.</translation>
    </message>
    <message>
        <source>Pass n°</source>
        <translation>Pass no.</translation>
    </message>
</context>
<context>
    <name>DayPassPanel</name>
    <message>
        <source>Pour qui</source>
        <translation>Who for</translation>
    </message>
    <message>
        <source>Paiement</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Pass journée</source>
        <translation>Day pass</translation>
    </message>
    <message>
        <source>Matin</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>Après-midi</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Journée</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Prénom et nom (facultatif)</source>
        <translation>First and last name (optional)</translation>
    </message>
    <message>
        <source>Pour l’accueillir par son nom</source>
        <translation>To greet them by name</translation>
    </message>
    <message>
        <source>Reçu</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Pas de reçu</source>
        <translation>No receipt</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Le pass avec son QR est imprimé dans tous les cas.</source>
        <translation>The pass with its QR code is always printed.</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Pour {name}</source>
        <translation>For {name}</translation>
    </message>
    <message>
        <source>{what} · {category}</source>
        <translation>{what} · {category}</translation>
    </message>
    <message>
        <source>dont TVA {rate}</source>
        <translation>including VAT at {rate}</translation>
    </message>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>Pass n° {number} vendu</source>
        <translation>Pass no.&#xa0;{number} sold</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {amount}</source>
        <translation>Change to give: {amount}</translation>
    </message>
    <message>
        <source>QR du pass</source>
        <translation>QR code of the pass</translation>
    </message>
    <message>
        <source>Reçu {number}. La personne est entrée&#xa0;; le pass s’imprime.</source>
        <translation>Receipt {number}. Your guest is in; the pass is printing.</translation>
    </message>
    <message>
        <source>Reçu {number}. La personne est entrée, place {place}&#xa0;; le pass s’imprime.</source>
        <translation>Receipt {number}. Your guest is in, at {place}; the pass is printing.</translation>
    </message>
</context>
<context>
    <name>Deals</name>
    <message>
        <source>facture {number}</source>
        <translation>invoice {number}</translation>
    </message>
    <message>
        <source>loué</source>
        <translation>rented</translation>
    </message>
    <message>
        <source>retiré</source>
        <translation>withdrawn</translation>
    </message>
</context>
<context>
    <name>DealsSection</name>
    <message>
        <source>Devis et ventes</source>
        <translation>Quotes and sales</translation>
    </message>
    <message>
        <source>Ouvrir le devis {number}</source>
        <translation>Open quote {number}</translation>
    </message>
    <message>
        <source>Facturer</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Facturer la vente {number}</source>
        <translation>Invoice sale {number}</translation>
    </message>
</context>
<context>
    <name>Decoder</name>
    <message>
        <source>Ce fichier n’est pas une image lisible.</source>
        <translation>This file is not a picture that can be read.</translation>
    </message>
    <message>
        <source>Aucun code QR n’est visible sur cette image.</source>
        <translation>No QR code can be seen in this picture.</translation>
    </message>
    <message>
        <source>Cette image est trop grande pour être lue au comptoir.</source>
        <translation>This picture is too large to be read at the desk.</translation>
    </message>
    <message>
        <source>L’image «&#xa0;{name}&#xa0;» ne peut pas être ouverte.</source>
        <translation>The picture ‘{name}’ cannot be opened.</translation>
    </message>
    <message>
        <source>Aucun passage n’a été enregistré.</source>
        <translation>No visit was recorded.</translation>
    </message>
    <message>
        <source>Vérifiez que le fichier existe et que vous avez le droit de le lire.</source>
        <translation>Check that the file exists and that you are allowed to read it.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Le dossier {folder} contient déjà une base.</source>
        <translation>The folder {folder} already holds a database.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier avec --data, ou videz celui-ci.</source>
        <translation>Choose another folder with --data, or empty this one.</translation>
    </message>
    <message>
        <source>La maison de démonstration n’existe que depuis {day}.</source>
        <translation>The demonstration house has only existed since {day}.</translation>
    </message>
    <message>
        <source>Rien n’a été créé.</source>
        <translation>Nothing was made.</translation>
    </message>
    <message>
        <source>Demandez moins d’années.</source>
        <translation>Ask for fewer years.</translation>
    </message>
</context>
<context>
    <name>Departures</name>
    <message>
        <source>{name} était encore là le {when}&#xa0;: le départ ne peut pas être avant.</source>
        <translation>{name} was still there on {when}: the departure cannot be before.</translation>
    </message>
    <message>
        <source>Le {when} n’est pas encore passé&#xa0;: {name} ne peut pas en être parti·e.</source>
        <translation>{when} is still to come: {name} cannot have left then.</translation>
    </message>
</context>
<context>
    <name>DeparturesPanel</name>
    <message>
        <source>Qui est encore là&#xa0;?</source>
        <translation>Who is still in?</translation>
    </message>
    <message>
        <source>Heure de départ supposée</source>
        <translation>Supposed time of departure</translation>
    </message>
    <message>
        <source>Verrouiller sans rien noter</source>
        <translation>Lock without noting anything</translation>
    </message>
    <message>
        <source>Ctrl L encore une fois</source>
        <translation>Ctrl L once more</translation>
    </message>
    <message>
        <source>À rendre avant de fermer</source>
        <translation>To be returned before closing</translation>
    </message>
    <message>
        <source>Il n’y a plus personne dans la maison.</source>
        <translation>There is nobody left in the house.</translation>
    </message>
    <message>
        <source>depuis {since} · {place}</source>
        <translation>since {since} · {place}</translation>
    </message>
    <message>
        <source>depuis {since}</source>
        <translation>since {since}</translation>
    </message>
    <message>
        <source>Parti·e à {hour}</source>
        <translation>Left at {hour}</translation>
    </message>
    <message>
        <source>{name} est parti·e à {hour}</source>
        <translation>{name} left at {hour}</translation>
    </message>
    <message>
        <source>Encore là, c’est noté.</source>
        <translation>Still in, recorded.</translation>
    </message>
    <message>
        <source>Est encore là</source>
        <translation>Is still in</translation>
    </message>
    <message>
        <source>{name} est encore là</source>
        <translation>{name} is still in</translation>
    </message>
    <message>
        <source>Tout le monde est parti</source>
        <translation>Everyone has left</translation>
    </message>
    <message>
        <source>{crowd}, tous partis</source>
        <translation>{crowd}, all gone</translation>
    </message>
    <message>
        <source>{who} · à rendre à {when}</source>
        <translation>{who} · due back at {when}</translation>
    </message>
    <message>
        <source>{who} · en retard depuis {when}</source>
        <translation>{who} · late since {when}</translation>
    </message>
    <message>
        <source>Rendu</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>{thing}, rendu</source>
        <translation>{thing}, returned</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Annuler&#xa0;: {what}</source>
        <translation>Undo: {what}</translation>
    </message>
    <message>
        <source>Noter 1 départ supposé</source>
        <translation>Note 1 supposed exit</translation>
    </message>
    <message>
        <source>Noter {count} départs supposés</source>
        <translation>Note {count} supposed exits</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{name}&#xa0;: départ supposé, {when}</source>
        <translation>{name}: supposed departure, {when}</translation>
    </message>
</context>
<context>
    <name>DepositPanel</name>
    <message>
        <source>{space}, le {day}</source>
        <translation>{space}, {day}</translation>
    </message>
    <message>
        <source>Prendre la caution</source>
        <translation>Take the deposit</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Imprimer le papier de la caution</source>
        <translation>Print the deposit’s paper</translation>
    </message>
    <message>
        <source>Une caution n’est pas une vente&#xa0;: elle n’entre pas dans la recette.</source>
        <translation>A deposit is no sale: it is not part of the takings.</translation>
    </message>
    <message>
        <source>Prendre {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>Rendre la caution</source>
        <translation>Give the deposit back</translation>
    </message>
    <message>
        <source>Montant rendu</source>
        <translation>Amount given back</translation>
    </message>
    <message>
        <source>Tenue&#xa0;: {amount}, {mode}.</source>
        <translation>Held: {amount}, {mode}.</translation>
    </message>
    <message>
        <source>Tout garder</source>
        <translation>Keep all of it</translation>
    </message>
    <message>
        <source>Pourquoi la maison garde le reste</source>
        <translation>Why the house keeps the rest</translation>
    </message>
    <message>
        <source>Encore dehors&#xa0;: {things}.</source>
        <translation>Still out: {things}.</translation>
    </message>
    <message>
        <source>La maison garde {amount}.</source>
        <translation>The house keeps {amount}.</translation>
    </message>
    <message>
        <source>Rendre {amount}</source>
        <translation>Give {amount} back</translation>
    </message>
    <message>
        <source>Caution de {amount} prise pour {title}.</source>
        <translation>Deposit of {amount} taken for {title}.</translation>
    </message>
    <message>
        <source>Caution de {title}&#xa0;: {returned} rendus, {kept} gardés.</source>
        <translation>Deposit of {title}: {returned} given back, {kept} kept.</translation>
    </message>
    <message>
        <source>Caution de {amount} rendue à {title}.</source>
        <translation>Deposit of {amount} given back to {title}.</translation>
    </message>
</context>
<context>
    <name>DepositPaper</name>
    <message>
        <source>Caution · {organisation}</source>
        <translation>Deposit · {organisation}</translation>
    </message>
    <message>
        <source>Caution reçue</source>
        <translation>Deposit received</translation>
    </message>
    <message>
        <source>{space}, le {day}</source>
        <translation>{space}, {day}</translation>
    </message>
    <message>
        <source>Reçue le</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Rendue à la fin de la location, contre ce papier. Ce n’est ni une vente ni un acompte&#xa0;: aucune TVA.</source>
        <translation>Given back at the end of the rental, against this paper. It is neither a sale nor a payment in advance: no VAT.</translation>
    </message>
</context>
<context>
    <name>Deposits</name>
    <message>
        <source>Espèces</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Chèque</source>
        <translation>Cheque</translation>
    </message>
    <message>
        <source>Empreinte de carte</source>
        <translation>Card imprint</translation>
    </message>
    <message>
        <source>Cette caution est introuvable.</source>
        <translation>This deposit cannot be found.</translation>
    </message>
    <message>
        <source>Caution&#xa0;: {space}</source>
        <translation>Deposit: {space}</translation>
    </message>
    <message>
        <source>Une caution est d’au moins un centime.</source>
        <translation>A deposit is one cent at least.</translation>
    </message>
    <message>
        <source>Une caution va jusqu’à {most}.</source>
        <translation>A deposit goes up to {most}.</translation>
    </message>
    <message>
        <source>Une caution se prend pour une location.</source>
        <translation>A deposit is taken for a rental.</translation>
    </message>
    <message>
        <source>Cette location est finie&#xa0;: il n’y a plus rien à garantir.</source>
        <translation>This rental is over: there is nothing left to guarantee.</translation>
    </message>
    <message>
        <source>Une caution de {amount} est déjà tenue pour cette location.</source>
        <translation>A deposit of {amount} is held for this rental already.</translation>
    </message>
    <message>
        <source>Cette caution est déjà rendue.</source>
        <translation>This deposit was given back already.</translation>
    </message>
    <message>
        <source>De cette caution, on rend de 0 à {amount}.</source>
        <translation>Of this deposit, 0 to {amount} can be given back.</translation>
    </message>
    <message>
        <source>Un chèque se rend ou s’encaisse en entier&#xa0;: rendez tout, ou rien.</source>
        <translation>A cheque is given back or cashed whole: give back all of it, or nothing.</translation>
    </message>
    <message>
        <source>Dites pourquoi la maison en garde une partie.</source>
        <translation>Say why the house keeps a part of it.</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>C’est un dossier&#xa0;: donnez le nom d’un fichier.</source>
        <translation>This is a folder: give the name of a file.</translation>
    </message>
    <message>
        <source>{name} existe déjà.</source>
        <translation>{name} is there already.</translation>
    </message>
    <message>
        <source>Le remplacer</source>
        <translation>Replace it</translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message>
        <source>Diagnostic</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>Un seul fichier ZIP, à donner à qui dépanne l’accueil. Rien ne part tout seul.</source>
        <translation>One ZIP file, to be given to whoever mends the desk. Nothing leaves by itself.</translation>
    </message>
    <message>
        <source>Ce qu’il contient</source>
        <translation>What it holds</translation>
    </message>
    <message>
        <source>Les versions, le système et l’écran&#xa0;; les réglages qui sont des nombres&#xa0;; la taille et le nombre de lignes de chaque table&#xa0;; une vérification du journal&#xa0;; les dates des sauvegardes&#xa0;; le type et l’état des imprimantes&#xa0;; la place libre&#xa0;; les dernières lignes du journal technique.</source>
        <translation>Versions, the system and the screen; the settings that are numbers; the size and the count of rows of each table; a check of the journal; the dates of backups; the kind and the state of printers; free space; the last lines of the technical log.</translation>
    </message>
    <message>
        <source>Ce qu’il ne contient pas</source>
        <translation>What it does not hold</translation>
    </message>
    <message>
        <source>Aucun nom, aucune adresse, aucun code de carte, aucun PIN, aucune clé, aucun mot écrit par quelqu’un, aucun montant.</source>
        <translation>No name, no address, no code of a card, no PIN, no key, no words that somebody wrote, no amount.</translation>
    </message>
    <message>
        <source>Enregistrer le diagnostic…</source>
        <translation>Save the diagnosis…</translation>
    </message>
    <message>
        <source>Le remplacer</source>
        <translation>Replace it</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Enregistrer le diagnostic</source>
        <translation>Save the diagnosis</translation>
    </message>
    <message>
        <source>Archives ZIP (*.zip)</source>
        <translation>ZIP archives (*.zip)</translation>
    </message>
    <message>
        <source>Diagnostic enregistré&#xa0;: {file} ({size} ko).</source>
        <translation>Diagnosis saved: {file} ({size} kB).</translation>
    </message>
</context>
<context>
    <name>Discounts</name>
    <message>
        <source>Une remise va de 1 à 100&#xa0;%.</source>
        <translation>A discount goes from 1 to 100%.</translation>
    </message>
    <message>
        <source>Dites pourquoi cette remise&#xa0;: le client le lira.</source>
        <translation>Say why there is a discount: the customer will read it.</translation>
    </message>
    <message>
        <source>Cette remise porte sur une ligne qui n’est plus là.</source>
        <translation>This discount is on a line that is no longer there.</translation>
    </message>
    <message>
        <source>Une seule remise par ligne, et une seule sur le tout.</source>
        <translation>One discount a line, and one on the whole.</translation>
    </message>
    <message>
        <source>Remise {share}&#xa0;: {reason}</source>
        <translation>Discount {share}: {reason}</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>SIMULATION</source>
        <translation>SIMULATION</translation>
    </message>
    <message>
        <source>DÉMONSTRATION</source>
        <translation>DEMONSTRATION</translation>
    </message>
    <message>
        <source>DUPLICATA {number}</source>
        <translation>DUPLICATE {number}</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Un membre est importé</source>
        <translation>One member is imported</translation>
    </message>
    <message>
        <source>{count} membres sont importés</source>
        <translation>{count} members are imported</translation>
    </message>
    <message>
        <source>Avec {memberships} formules et {cards} cartes. Laissés de côté&#xa0;: {known} déjà là, {faulty} lignes fautives.</source>
        <translation>With {memberships} plans and {cards} cards. Left aside: {known} already there, {faulty} faulty lines.</translation>
    </message>
    <message>
        <source>L’import est annulé</source>
        <translation>The import is undone</translation>
    </message>
    <message>
        <source>{count} membres sont retirés, avec leurs formules et leurs cartes.</source>
        <translation>{count} members are removed, with their plans and cards.</translation>
    </message>
    <message>
        <source>{count} membres sont retirés, avec leurs formules et leurs cartes. Restent ceux qui sont venus ou ont acheté depuis&#xa0;: {kept}.</source>
        <translation>{count} members are removed, with their plans and cards. Those who have come or bought since stay: {kept}.</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Donnez un montant entre 0,01 et {most}.</source>
        <translation>Give an amount between 0.01 and {most}.</translation>
    </message>
    <message>
        <source>Dites pourquoi&#xa0;: le motif reste avec la clôture.</source>
        <translation>Say why: the reason stays with the closing.</translation>
    </message>
    <message>
        <source>Il n’y a pas autant d’espèces dans le tiroir. Mettez-y d’abord ce qui manque, par exemple du coffre&#xa0;: Maj F4, «&#xa0;Mettre au tiroir&#xa0;»&#xa0;; puis recommencez.</source>
        <translation>There is not that much cash in the drawer. First put in what is missing, from the safe for example: Shift F4, “Put in”; then try again.</translation>
    </message>
    <message>
        <source>Il n’y a pas autant d’espèces dans le tiroir. Rendez par un autre moyen de paiement, ou mettez d’abord au tiroir ce qui manque, par exemple du coffre&#xa0;: Maj F4, «&#xa0;Mettre au tiroir&#xa0;».</source>
        <translation>There is not that much cash in the drawer. Give it back by another means of payment, or first put what is missing in the drawer, from the safe for example: Shift F4, “Put in”.</translation>
    </message>
    <message>
        <source>Ouverture du tiroir</source>
        <translation>Opening of the drawer</translation>
    </message>
    <message>
        <source>Un nombre de pièces ou de billets va de 0 à {most}.</source>
        <translation>A number of coins or notes goes from 0 to {most}.</translation>
    </message>
</context>
<context>
    <name>DrawerPanel</name>
    <message>
        <source>Tiroir-caisse</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>Sortir du tiroir</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Mettre au tiroir</source>
        <translation>Put in</translation>
    </message>
    <message>
        <source>Sens</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Timbres, monnaie, banque…</source>
        <translation>Stamps, change, bank…</translation>
    </message>
    <message>
        <source>Fond compté à l’ouverture</source>
        <translation>Float counted at opening</translation>
    </message>
    <message>
        <source>Fond laissé à la dernière clôture</source>
        <translation>Float left at the last closing</translation>
    </message>
    <message>
        <source>Écart au comptage du fond&#xa0;: {amount}</source>
        <translation>Difference when the float was counted: {amount}</translation>
    </message>
    <message>
        <source>Écrivez un montant, par exemple 20,00.</source>
        <translation>Write an amount, for example 20.00.</translation>
    </message>
    <message>
        <source>C’est noté, et ce sera sur le rapport de clôture.</source>
        <translation>Noted; it will be on the closing report.</translation>
    </message>
    <message>
        <source>Mettre {amount} au tiroir</source>
        <translation>Put {amount} in</translation>
    </message>
    <message>
        <source>Sortir {amount} du tiroir</source>
        <translation>Take {amount} out</translation>
    </message>
</context>
<context>
    <name>Drill</name>
    <message>
        <source>Le fichier n’est plus celui qui a été écrit&#xa0;: le disque s’abîme.</source>
        <translation>The file is no longer the one that was written: the drive is failing.</translation>
    </message>
</context>
<context>
    <name>Entitlements</name>
    <message>
        <source>Vendre un pass journée</source>
        <translation>Sell a day pass</translation>
    </message>
    <message>
        <source>Ouvrir sa fiche</source>
        <translation>Open their file</translation>
    </message>
    <message>
        <source>L’accès de {name} est suspendu&#xa0;: {reason}.</source>
        <translation>{name}’s access is suspended: {reason}.</translation>
    </message>
    <message>
        <source>voir un·e gérant·e</source>
        <translation>please see a manager</translation>
    </message>
    <message>
        <source>{name} a quitté la maison.</source>
        <translation>{name} has left the house for good.</translation>
    </message>
    <message>
        <source>Renouveler sa formule</source>
        <translation>Renew their plan</translation>
    </message>
    <message>
        <source>Le carnet de {name} est épuisé.</source>
        <translation>{name}’s book of days is used up.</translation>
    </message>
    <message>
        <source>La formule de {name} ne commence que le {day}.</source>
        <translation>{name}’s plan only starts on {day}.</translation>
    </message>
    <message>
        <source>La formule de {name} a expiré le {day}.</source>
        <translation>{name}’s plan ran out on {day}.</translation>
    </message>
    <message>
        <source>Choisir une formule</source>
        <translation>Choose a plan</translation>
    </message>
    <message>
        <source>{name} n’a pas de formule.</source>
        <translation>{name} has no plan.</translation>
    </message>
    <message>
        <source>Pass journée</source>
        <translation>Day pass</translation>
    </message>
    <message>
        <source>Pass demi-journée, matin</source>
        <translation>Half-day pass, morning</translation>
    </message>
    <message>
        <source>Pass demi-journée, après-midi</source>
        <translation>Half-day pass, afternoon</translation>
    </message>
    <message>
        <source>Ce pass a été annulé avec sa vente.</source>
        <translation>This pass was cancelled with its sale.</translation>
    </message>
    <message>
        <source>Le pass de {name} a été annulé avec sa vente.</source>
        <translation>{name}’s pass was cancelled with its sale.</translation>
    </message>
    <message>
        <source>Ce pass valait pour le {day}.</source>
        <translation>This pass was for {day}.</translation>
    </message>
    <message>
        <source>Ce pass ne vaudra que le {day}.</source>
        <translation>This pass will only be good on {day}.</translation>
    </message>
    <message>
        <source>Ce pass valait pour la matinée, jusqu’à {hour}.</source>
        <translation>This pass was for the morning, until {hour}.</translation>
    </message>
    <message>
        <source>Ce pass vaut pour l’après-midi, à partir de {hour}.</source>
        <translation>This pass is for the afternoon, from {hour}.</translation>
    </message>
</context>
<context>
    <name>ExtrasSection</name>
    <message>
        <source>Suppléments, remise…</source>
        <translation>Extras, discount…</translation>
    </message>
    <message>
        <source>Suppléments…</source>
        <translation>Extras…</translation>
    </message>
    <message>
        <source>Remise en pour cent</source>
        <translation>Discount in per cent</translation>
    </message>
    <message>
        <source>Remise sur</source>
        <translation>Discount on</translation>
    </message>
    <message>
        <source>sur le tout</source>
        <translation>on the whole</translation>
    </message>
    <message>
        <source>Remise</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>Motif de la remise, imprimé</source>
        <translation>Reason of the discount, printed</translation>
    </message>
    <message>
        <source>pour {people}</source>
        <translation>for {people}</translation>
    </message>
    <message>
        <source>{amount} par personne</source>
        <translation>{amount} per person</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>faire sortir</source>
        <translation>check out</translation>
    </message>
    <message>
        <source>faire entrer</source>
        <translation>check in</translation>
    </message>
    <message>
        <source>Membre {number} · {plan} · {act}</source>
        <translation>Member {number} · {plan} · {act}</translation>
    </message>
    <message>
        <source>Fiche de {name}</source>
        <translation>{name}’s file</translation>
    </message>
    <message>
        <source>Carte, colis, coordonnées · Maj Entrée</source>
        <translation>Card, parcels, contact · Shift Enter</translation>
    </message>
    <message>
        <source>Espace · {floor}</source>
        <translation>Space · {floor}</translation>
    </message>
    <message>
        <source>Ensemble · {spaces}</source>
        <translation>Whole · {spaces}</translation>
    </message>
    <message>
        <source>sans SIREN</source>
        <translation>no SIREN</translation>
    </message>
    <message>
        <source>Organisation · {siren} · {category}</source>
        <translation>Organisation · {siren} · {category}</translation>
    </message>
    <message>
        <source>Devis pour {organisation} · {amount} · l’ouvrir</source>
        <translation>Quote for {organisation} · {amount} · open it</translation>
    </message>
    <message>
        <source>Vente du {when} · {amount} · la voir, la réimprimer</source>
        <translation>Sale of {when} · {amount} · see it, print it again</translation>
    </message>
    <message>
        <source>Facturer {number}</source>
        <translation>Invoice {number}</translation>
    </message>
    <message>
        <source>Faire la facture</source>
        <translation>Make the invoice</translation>
    </message>
    <message>
        <source>Facture à {customer} · {amount} · l’ouvrir</source>
        <translation>Invoice to {customer} · {amount} · open it</translation>
    </message>
    <message>
        <source>Avoir à {customer} · {amount} · l’ouvrir</source>
        <translation>Credit note to {customer} · {amount} · open it</translation>
    </message>
    <message>
        <source>Une salle pour {people}</source>
        <translation>A room for {people}</translation>
    </message>
    <message>
        <source>Une salle pour {people}, jusqu’à {hour}</source>
        <translation>A room for {people}, until {hour}</translation>
    </message>
    <message>
        <source>Salles libres · choisir et louer</source>
        <translation>Free rooms · choose and rent</translation>
    </message>
</context>
<context>
    <name>FloatPanel</name>
    <message>
        <source>Bonjour</source>
        <translation>Hello</translation>
    </message>
    <message>
        <source>Fond de caisse</source>
        <translation>Cash float</translation>
    </message>
    <message>
        <source>Le mot de la permanence précédente</source>
        <translation>A word from the last shift</translation>
    </message>
    <message>
        <source>Comptez les espèces du tiroir avant la première vente.</source>
        <translation>Count the cash in the drawer before the first sale.</translation>
    </message>
    <message>
        <source>Le fond n’a pas été compté, et des espèces sont déjà passées par le tiroir. Comptez tout ce qu’il contient maintenant, ventes comprises.</source>
        <translation>The float has not been counted, and cash has already gone through the drawer. Count all that it holds now, sales included.</translation>
    </message>
    <message>
        <source>Fond de caisse compté</source>
        <translation>Float counted</translation>
    </message>
    <message>
        <source>Fond compté</source>
        <translation>Float counted</translation>
    </message>
    <message>
        <source>Compté dans le tiroir</source>
        <translation>Counted in the drawer</translation>
    </message>
    <message>
        <source>Compté</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Pourquoi cet écart</source>
        <translation>Why this difference</translation>
    </message>
    <message>
        <source>Même si c’est inconnu</source>
        <translation>Even if unknown</translation>
    </message>
    <message>
        <source>Écrivez un montant, par exemple 150,00.</source>
        <translation>Write an amount, for example 150.00.</translation>
    </message>
    <message>
        <source>Ouvrir avec {amount}</source>
        <translation>Open the till with {amount}</translation>
    </message>
    <message>
        <source>J’ai compté {amount}</source>
        <translation>I counted {amount}</translation>
    </message>
</context>
<context>
    <name>FloorEdits</name>
    <message>
        <source>Une maison a {most} étages au plus.</source>
        <translation>A house has {most} floors at most.</translation>
    </message>
    <message>
        <source>{floor} a encore des espaces ({count})&#xa0;: retirez-les d’abord.</source>
        <translation>{floor} still has spaces ({count}): remove them first.</translation>
    </message>
    <message>
        <source>C’est le seul étage&#xa0;: une maison en garde un.</source>
        <translation>It is the only floor: a house keeps one.</translation>
    </message>
    <message>
        <source>Donnez un nom à l’étage.</source>
        <translation>Give the floor a name.</translation>
    </message>
    <message>
        <source>Un étage s’appelle déjà «&#xa0;{name}&#xa0;».</source>
        <translation>A floor is already called “{name}”.</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>aucun étage n’y est dessiné.</source>
        <translation>no floor is drawn in it.</translation>
    </message>
    <message>
        <source>Le plan {file} ne peut pas être lu&#xa0;: {why}</source>
        <translation>The plan {file} cannot be read: {why}</translation>
    </message>
    <message>
        <source>Les passages, les ventes et les réservations sont gardés ailleurs&#xa0;: rien n’est perdu.</source>
        <translation>Visits, sales and bookings are kept elsewhere: nothing is lost.</translation>
    </message>
    <message>
        <source>Remettez le fichier d’origine, ou corrigez-le dans un éditeur SVG, puis relancez Casaco Desk.</source>
        <translation>Put the original file back, or correct it in an SVG editor, then start Casaco Desk again.</translation>
    </message>
    <message>
        <source>son échelle «&#xa0;data-metres-per-unit&#xa0;» manque.</source>
        <translation>its scale ‘data-metres-per-unit’ is missing.</translation>
    </message>
    <message>
        <source>une forme du dessin est illisible.</source>
        <translation>a shape of the drawing cannot be read.</translation>
    </message>
    <message>
        <source>l’étage «&#xa0;{floor}&#xa0;» est vide.</source>
        <translation>the floor ‘{floor}’ is empty.</translation>
    </message>
    <message>
        <source>l’étage «&#xa0;{floor}&#xa0;» a une taille impossible.</source>
        <translation>the floor ‘{floor}’ has an impossible size.</translation>
    </message>
    <message>
        <source>des postes y sont dessinés pour un espace inconnu, «&#xa0;{id}&#xa0;».</source>
        <translation>it has workstations drawn for an unknown space, ‘{id}’.</translation>
    </message>
    <message>
        <source>le poste «&#xa0;{id}&#xa0;» ne dit pas son espace et son numéro.</source>
        <translation>the workstation ‘{id}’ does not tell its space and its number.</translation>
    </message>
    <message>
        <source>l’espace «&#xa0;{id}&#xa0;» n’a pas d’identifiant, de nom ou de genre connu.</source>
        <translation>the space ‘{id}’ lacks an identifier, a name or a known kind.</translation>
    </message>
    <message>
        <source>l’espace «&#xa0;{name}&#xa0;» n’a pas de surface.</source>
        <translation>the space ‘{name}’ has no surface.</translation>
    </message>
    <message>
        <source>le poste «&#xa0;{id}&#xa0;» est hors de son espace.</source>
        <translation>the workstation ‘{id}’ is outside its space.</translation>
    </message>
    <message>
        <source>«&#xa0;{name}&#xa0;» annonce d’autres postes que les {count} dessinés.</source>
        <translation>‘{name}’ announces a different number of workstations from the {count} that are drawn.</translation>
    </message>
    <message>
        <source>«&#xa0;{attribute}&#xa0;» y vaut «&#xa0;{value}&#xa0;», qui n’est pas un nombre.</source>
        <translation>‘{attribute}’ is ‘{value}’ there, which is not a number.</translation>
    </message>
    <message>
        <source>«&#xa0;{attribute}&#xa0;» y vaut «&#xa0;{value}&#xa0;», au lieu de true ou false.</source>
        <translation>‘{attribute}’ is ‘{value}’ there, instead of true or false.</translation>
    </message>
    <message>
        <source>«&#xa0;{one}&#xa0;» et «&#xa0;{two}&#xa0;» se recouvrent.</source>
        <translation>‘{one}’ and ‘{two}’ overlap.</translation>
    </message>
    <message>
        <source>deux étages y portent le même code.</source>
        <translation>two of its floors have the same code.</translation>
    </message>
    <message>
        <source>le fichier est introuvable.</source>
        <translation>the file cannot be found.</translation>
    </message>
    <message>
        <source>le fichier ne s’ouvre pas.</source>
        <translation>the file does not open.</translation>
    </message>
    <message>
        <source>le fichier est trop gros pour être un plan.</source>
        <translation>the file is too big to be a plan.</translation>
    </message>
    <message>
        <source>il porte une déclaration DOCTYPE, refusée par prudence.</source>
        <translation>it has a DOCTYPE declaration, refused to be on the safe side.</translation>
    </message>
    <message>
        <source>le dessin a trop d’éléments.</source>
        <translation>the drawing has too many elements.</translation>
    </message>
    <message>
        <source>ce n’est pas un dessin SVG entier.</source>
        <translation>it is not a whole SVG drawing.</translation>
    </message>
    <message>
        <source>l’élément «&#xa0;{name}&#xa0;» n’y est pas permis.</source>
        <translation>the element ‘{name}’ is not allowed in it.</translation>
    </message>
    <message>
        <source>l’identifiant «&#xa0;{id}&#xa0;» y est deux fois.</source>
        <translation>the identifier ‘{id}’ is there twice.</translation>
    </message>
</context>
<context>
    <name>FloorTool</name>
    <message>
        <source>Étages</source>
        <translation>Floors</translation>
    </message>
    <message>
        <source>Nom de l’étage</source>
        <translation>Name of the floor</translation>
    </message>
    <message>
        <source>Ajouter un étage</source>
        <translation>Add a floor</translation>
    </message>
    <message>
        <source>Retirer l’étage</source>
        <translation>Remove the floor</translation>
    </message>
    <message>
        <source>Un étage se retire quand il n’a plus d’espace.</source>
        <translation>A floor can be removed when it has no space left.</translation>
    </message>
    <message>
        <source>C’est le seul étage de la maison.</source>
        <translation>It is the only floor of the house.</translation>
    </message>
</context>
<context>
    <name>FlowPanel</name>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Revenir en arrière</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>ForcePanel</name>
    <message>
        <source>Accorder l’entrée</source>
        <translation>Grant entry</translation>
    </message>
    <message>
        <source>Faire entrer {name}</source>
        <translation>Let {name} in</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>depuis hier {hour}</source>
        <translation>since yesterday {hour}</translation>
    </message>
    <message>
        <source>depuis {when}</source>
        <translation>since {when}</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Pass du jour</source>
        <translation>Today’s pass</translation>
    </message>
    <message>
        <source>Sociétaire · collège {college}</source>
        <translation>Cooperator · college {college}</translation>
    </message>
    <message>
        <source>{plan} — c’était la dernière unité</source>
        <translation>{plan} — that was the last one</translation>
    </message>
    <message>
        <source>{plan} — il reste {left}</source>
        <translation>{plan} — {left} left</translation>
    </message>
    <message>
        <source>{space} à {hour}</source>
        <translation>{space} at {hour}</translation>
    </message>
    <message>
        <source>Dernier passage</source>
        <translation>Last visit</translation>
    </message>
    <message>
        <source>Passez une carte</source>
        <translation>Scan a card</translation>
    </message>
    <message>
        <source>Scanner, ou nom dans la barre de recherche (Ctrl K).</source>
        <translation>With the scanner, or by name in the search box (Ctrl K).</translation>
    </message>
    <message>
        <source>Invité·e, événement, essai (Ctrl G)</source>
        <translation>Guest, event, trial (Ctrl G)</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>À bientôt</source>
        <translation>See you soon</translation>
    </message>
    <message>
        <source>Déjà fait</source>
        <translation>Already done</translation>
    </message>
    <message>
        <source>À voir</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>Carte non reconnue</source>
        <translation>Card not recognised</translation>
    </message>
    <message>
        <source>Ce passage vient d’être noté, rien n’a changé.</source>
        <translation>This visit was noted a moment ago, nothing changed.</translation>
    </message>
    <message>
        <source>{place} · cliquez une place libre pour changer</source>
        <translation>{place} · click a free place to change</translation>
    </message>
    <message>
        <source>Son invité·e est encore là&#xa0;: {names}.</source>
        <translation>Their guest is still in: {names}.</translation>
    </message>
    <message>
        <source>Ses invité·es sont encore là&#xa0;: {names}.</source>
        <translation>Their guests are still in: {names}.</translation>
    </message>
    <message>
        <source>Sortie oubliée la dernière fois&#xa0;: notée {when}.</source>
        <translation>Forgot to check out last time: noted as {when}.</translation>
    </message>
    <message>
        <source>1 colis à remettre</source>
        <translation>1 parcel to hand over</translation>
    </message>
    <message>
        <source>Fiche</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Fiche de {name}</source>
        <translation>{name}’s file</translation>
    </message>
    <message>
        <source>{count} colis à remettre</source>
        <translation>{count} parcels to hand over</translation>
    </message>
    <message>
        <source>Remettre (R)</source>
        <translation>Hand over (R)</translation>
    </message>
    <message>
        <source>{count} colis remis · Annuler</source>
        <translation>{count} parcels handed over · Undo</translation>
    </message>
    <message>
        <source>1 colis remis · Annuler</source>
        <translation>1 parcel handed over · Undo</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Annuler ({minutes} min)</source>
        <translation>Undo ({minutes} min)</translation>
    </message>
    <message>
        <source>Faire sortir</source>
        <translation>Check out</translation>
    </message>
</context>
<context>
    <name>GroupPass</name>
    <message>
        <source>Code du groupe · {organisation}</source>
        <translation>Group code · {organisation}</translation>
    </message>
    <message>
        <source>de {start} à {end}</source>
        <translation>from {start} to {end}</translation>
    </message>
    <message>
        <source>Le même code pour tout le groupe&#xa0;: chacun le présente une fois en arrivant.</source>
        <translation>One code for the whole group: each of you shows it once on arriving.</translation>
    </message>
    <message>
        <source>En partant, dites-le à l’accueil, ou partez tous ensemble.</source>
        <translation>On leaving, tell the desk, or leave all together.</translation>
    </message>
    <message>
        <source>Ouvert à partir de</source>
        <translation>Open from</translation>
    </message>
    <message>
        <source>Personnes annoncées</source>
        <translation>People announced</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Seule une location a un code pour son groupe.</source>
        <translation>Only a rental has a code for its group.</translation>
    </message>
    <message>
        <source>{title}&#xa0;: {space} est au complet, {count} personnes sur {most}.</source>
        <translation>{title}: {space} is full, {count} people of {most}.</translation>
    </message>
    <message>
        <source>Voir la location</source>
        <translation>See the rental</translation>
    </message>
    <message>
        <source>Une personne sort</source>
        <translation>One person leaves</translation>
    </message>
    <message>
        <source>La location de «&#xa0;{title}&#xa0;» ouvre à {hour}.</source>
        <translation>The rental of “{title}” opens at {hour}.</translation>
    </message>
    <message>
        <source>La location de «&#xa0;{title}&#xa0;» est le {day}, à {start}.</source>
        <translation>The rental of “{title}” is on {day}, at {start}.</translation>
    </message>
    <message>
        <source>La location de «&#xa0;{title}&#xa0;» est finie depuis {hour}.</source>
        <translation>The rental of “{title}” ended at {hour}.</translation>
    </message>
    <message>
        <source>La location de «&#xa0;{title}&#xa0;» est finie depuis le {day}.</source>
        <translation>The rental of “{title}” ended on {day}.</translation>
    </message>
    <message>
        <source>La location de «&#xa0;{title}&#xa0;» a été annulée.</source>
        <translation>The rental of “{title}” was cancelled.</translation>
    </message>
    <message>
        <source>Plus personne de ce groupe n’est compté.</source>
        <translation>Nobody of this group is counted any more.</translation>
    </message>
    <message>
        <source>{count} sur {people} personnes annoncées</source>
        <translation>{count} of {people} people announced</translation>
    </message>
    <message>
        <source>{count} personnes</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>1 personne</source>
        <translation>1 person</translation>
    </message>
    <message>
        <source>Plus de monde que prévu&#xa0;: {people} personnes étaient annoncées.</source>
        <translation>More people than announced: {people} were expected.</translation>
    </message>
    <message>
        <source>C’est une sortie</source>
        <translation>It is a way out</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>GuestPanel</name>
    <message>
        <source>Qui</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Accord</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Sans carte</source>
        <translation>Without a card</translation>
    </message>
    <message>
        <source>Prénom et nom</source>
        <translation>First and last name</translation>
    </message>
    <message>
        <source>La maison ne reconnaît quelqu’un qu’au même nom et à la même adresse (ou téléphone).</source>
        <translation>The house knows someone again only by the same name and the same e-mail (or telephone).</translation>
    </message>
    <message>
        <source>Moment collectif</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Réservation</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>Invité·e</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>E-mail ou téléphone (facultatif)</source>
        <translation>E-mail or telephone (optional)</translation>
    </message>
    <message>
        <source>Essai</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>Nom du membre qui invite</source>
        <translation>Name of the member who invites</translation>
    </message>
    <message>
        <source>Membres trouvés</source>
        <translation>Members found</translation>
    </message>
    <message>
        <source>Moments collectifs de l’heure</source>
        <translation>Events of the hour</translation>
    </message>
    <message>
        <source>Réservations d’aujourd’hui</source>
        <translation>Today’s bookings</translation>
    </message>
    <message>
        <source>E-mail ou téléphone</source>
        <translation>E-mail or telephone</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Faire entrer {name}</source>
        <translation>Let {name} in</translation>
    </message>
    <message>
        <source>Donnez le nom de la personne.</source>
        <translation>Give the person’s name.</translation>
    </message>
    <message>
        <source>{days} journées d’essai par personne.</source>
        <translation>{days} trial days for each person.</translation>
    </message>
    <message>
        <source>Une journée d’essai par personne.</source>
        <translation>One trial day for each person.</translation>
    </message>
    <message>
        <source>La maison ne propose pas de journée d’essai.</source>
        <translation>The house offers no trial day.</translation>
    </message>
    <message>
        <source>Aucun moment collectif à cette heure.</source>
        <translation>No event at this hour.</translation>
    </message>
    <message>
        <source>Aucune réservation aujourd’hui.</source>
        <translation>No booking today.</translation>
    </message>
    <message>
        <source>{name} · dans la maison</source>
        <translation>{name} · in the house</translation>
    </message>
</context>
<context>
    <name>Guests</name>
    <message>
        <source>Donnez le nom de la personne.</source>
        <translation>Give the person’s name.</translation>
    </message>
    <message>
        <source>«&#xa0;{contact}&#xa0;» n’est ni une adresse ni un téléphone.</source>
        <translation>“{contact}” is neither an e-mail nor a telephone.</translation>
    </message>
    <message>
        <source>Dites de qui cette personne est l’invitée.</source>
        <translation>Say whose guest this person is.</translation>
    </message>
    <message>
        <source>{host} n’a pas de formule en cours et ne peut pas inviter.</source>
        <translation>{host} has no plan in force and cannot invite.</translation>
    </message>
    <message>
        <source>{host} a déjà reçu {count} invité·es ce mois-ci&#xa0;: c’est la limite.</source>
        <translation>{host} has already received {count} guests this month, which is the limit.</translation>
    </message>
    <message>
        <source>{host} a déjà reçu quelqu’un ce mois-ci&#xa0;: c’est la limite.</source>
        <translation>{host} has already received someone this month, which is the limit.</translation>
    </message>
    <message>
        <source>La maison ne prévoit pas que ses membres reçoivent des invité·es.</source>
        <translation>In this house members do not receive guests.</translation>
    </message>
    <message>
        <source>Invité·e · hôte&#xa0;: {host} — encore {left} ce mois-ci</source>
        <translation>Guest · host: {host} — {left} more this month</translation>
    </message>
    <message>
        <source>Invité·e · hôte&#xa0;: {host} — plus d’autre ce mois-ci</source>
        <translation>Guest · host: {host} — no more this month</translation>
    </message>
    <message>
        <source>La maison ne propose pas de journée d’essai.</source>
        <translation>The house offers no trial day.</translation>
    </message>
    <message>
        <source>Une journée d’essai demande une adresse ou un téléphone, pour reconnaître la personne.</source>
        <translation>A trial day needs an e-mail or a telephone, so that the person is known again.</translation>
    </message>
    <message>
        <source>{name} est déjà membre, sous le n° {number}.</source>
        <translation>{name} is a member already, no. {number}.</translation>
    </message>
    <message>
        <source>Ouvrir sa fiche</source>
        <translation>Open their file</translation>
    </message>
    <message>
        <source>{name} a déjà essayé la maison, la dernière fois le {day}.</source>
        <translation>{name} has already tried the house, the last time on {day}.</translation>
    </message>
    <message>
        <source>{name} est déjà dans la maison. Si c’est quelqu’un d’autre, ajoutez une initiale au nom.</source>
        <translation>{name} is in already. If it is someone else, add an initial to the name.</translation>
    </message>
    <message>
        <source>{name} est déjà là, comme membre n° {number}. Si c’est quelqu’un d’autre, ajoutez une initiale au nom.</source>
        <translation>{name} is already here, as member no. {number}. If this is somebody else, add an initial to the name.</translation>
    </message>
    <message>
        <source>Ce n’est pas pour maintenant&#xa0;: choisissez une autre raison.</source>
        <translation>That is not for now: choose another reason.</translation>
    </message>
</context>
<context>
    <name>HandbookPage</name>
    <message>
        <source>Aide</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>L’aide est introuvable&#xa0;: l’installation est incomplète.</source>
        <translation>The handbook cannot be found: the installation is incomplete.</translation>
    </message>
    <message>
        <source>L’accueil, lui, fonctionne.</source>
        <translation>The front desk itself works.</translation>
    </message>
</context>
<context>
    <name>HandoverPanel</name>
    <message>
        <source>Passer le relais</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Un mot pour la personne suivante (facultatif)&#xa0;: elle le lira en arrivant.</source>
        <translation>A word for the next person (optional): they will read it when they arrive.</translation>
    </message>
    <message>
        <source>Un mot pour la personne suivante</source>
        <translation>A word for the next person</translation>
    </message>
    <message>
        <source>Ce qui attend, ce qui manque, qui va venir…</source>
        <translation>What is waiting, what is missing, who is coming…</translation>
    </message>
    <message>
        <source>Terminer ma permanence</source>
        <translation>End my shift</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>●  Local · tout est enregistré</source>
        <translation>●  Local · everything is saved</translation>
    </message>
    <message>
        <source>●  Enregistré</source>
        <translation>●  Saved</translation>
    </message>
    <message>
        <source>Qui tient l’accueil, et les réglages de l’écran</source>
        <translation>Who holds the desk, and the screen settings</translation>
    </message>
    <message>
        <source>/ {limit} présents</source>
        <translation>/ {limit} in</translation>
    </message>
    <message>
        <source>{count} présents sur {limit}</source>
        <translation>{count} people in, out of {limit}</translation>
    </message>
</context>
<context>
    <name>Holes</name>
    <message>
        <source>Les n° {first} à {last} ont été retirés sans que rien ne l’annonce.</source>
        <translation>Numbers {first} to {last} were removed, and nothing announces it.</translation>
    </message>
    <message>
        <source>Les n° {first} à {last} sont perdus depuis que la sauvegarde du {taken} (UTC) a été remise&#xa0;; aucun de ces numéros n’a resservi.</source>
        <translation>Numbers {first} to {last} have been lost since the backup of {taken} (UTC) was put back; none of these numbers was used again.</translation>
    </message>
</context>
<context>
    <name>Hour</name>
    <message>
        <source>L’heure de l’ordinateur n’est pas en doute&#xa0;: rien n’est à confirmer.</source>
        <translation>The computer’s clock is not in doubt: there is nothing to confirm.</translation>
    </message>
    <message>
        <source>Rien n’a été vendu, rien n’a été clôturé.</source>
        <translation>Nothing was sold, nothing was closed.</translation>
    </message>
    <message>
        <source>{compared} {ways}</source>
        <translation>{compared} {ways}</translation>
    </message>
    <message>
        <source>La dernière vente ou clôture est du {last}, l’ordinateur dit {now}.</source>
        <translation>The last sale or closing is of {last}, the computer says {now}.</translation>
    </message>
    <message>
        <source>Si l’ordinateur se trompe, mettez-le à l’heure. S’il a raison, un·e gérant·e le confirme une fois&#xa0;: Ctrl Maj H, «&#xa0;L’heure de l’ordinateur&#xa0;».</source>
        <translation>If the computer is wrong, set its clock. If it is right, a manager confirms it once: Ctrl Shift H, “The computer’s clock”.</translation>
    </message>
</context>
<context>
    <name>HourPanel</name>
    <message>
        <source>Comparer</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Confirmé</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>L’heure de l’ordinateur</source>
        <translation>The computer’s clock</translation>
    </message>
    <message>
        <source>L’ordinateur dit</source>
        <translation>The computer says</translation>
    </message>
    <message>
        <source>Dernière vente</source>
        <translation>Last sale</translation>
    </message>
    <message>
        <source>Dernière clôture</source>
        <translation>Last closing</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Rien ne met cette heure en doute.</source>
        <translation>Nothing puts this time in doubt.</translation>
    </message>
    <message>
        <source>La dernière vente ou clôture est anormalement ancienne.</source>
        <translation>The last sale or closing is abnormally old.</translation>
    </message>
    <message>
        <source>La dernière clôture est encore à venir.</source>
        <translation>The last closing is still to come.</translation>
    </message>
    <message>
        <source>Si l’ordinateur se trompe, mettez-le à l’heure et ne confirmez pas. S’il a raison, confirmez&#xa0;: le jour, le mois et l’exercice oubliés pourront se clôturer.</source>
        <translation>If the computer is wrong, set its clock and do not confirm. If it is right, confirm: the forgotten day, month and fiscal year can then be closed.</translation>
    </message>
    <message>
        <source>Si l’ordinateur se trompe, mettez-le à l’heure et ne confirmez pas. S’il a raison, confirmez&#xa0;: ce qui a été vendu depuis cette clôture sera clôturé maintenant, et les ventes reprendront à leur suite. Rien de ce qui est scellé ne change.</source>
        <translation>If the computer is wrong, set its clock and do not confirm. If it is right, confirm: what was sold since that closing will be closed now, and sales go on after it. Nothing that is sealed changes.</translation>
    </message>
    <message>
        <source>Confirmer cette heure</source>
        <translation>Confirm this time</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Il est {when}&#xa0;: c’est noté.</source>
        <translation>It is {when}: noted.</translation>
    </message>
    <message>
        <source>Il est {when}&#xa0;: c’est noté. Clôture faite, n° {number}.</source>
        <translation>It is {when}: noted. Closing made, no. {number}.</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>HourSlider</name>
    <message>
        <source>maintenant</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Revenir au plan de maintenant</source>
        <translation>Back to the plan as it is now</translation>
    </message>
    <message>
        <source>Heure du plan</source>
        <translation>Hour of the plan</translation>
    </message>
</context>
<context>
    <name>HoursAsker</name>
    <message>
        <source>C’est comme avant.</source>
        <translation>It is as before.</translation>
    </message>
</context>
<context>
    <name>HoursSection</name>
    <message>
        <source>{day}&#xa0;: ouverture</source>
        <translation>{day}: opening</translation>
    </message>
    <message>
        <source>{day}&#xa0;: fermeture</source>
        <translation>{day}: closing</translation>
    </message>
    <message>
        <source>Quand la maison est ouverte. Les moments collectifs, et ce que fait la maison, peuvent avoir lieu en dehors.</source>
        <translation>When the house is open. Events, and what the house itself does, may take place outside these hours.</translation>
    </message>
    <message>
        <source>Les heures d’ouverture</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Ouverture</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Fermeture</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Fermé les jours fériés</source>
        <translation>Closed on public holidays</translation>
    </message>
    <message>
        <source>Jours fériés de</source>
        <translation>Holidays of</translation>
    </message>
    <message>
        <source>C’est enregistré. {changes}</source>
        <translation>It is saved. {changes}</translation>
    </message>
    <message>
        <source>fermé</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>{opens} – {closes}</source>
        <translation>{opens} – {closes}</translation>
    </message>
</context>
<context>
    <name>HoursSettings</name>
    <message>
        <source>Une réservation à venir se retrouverait hors des heures d’ouverture.</source>
        <translation>One booking to come would be outside the opening hours.</translation>
    </message>
    <message>
        <source>{count} réservations à venir se retrouveraient hors des heures d’ouverture.</source>
        <translation>{count} bookings to come would be outside the opening hours.</translation>
    </message>
    <message>
        <source>Ce jour est passé&#xa0;: ses heures ne changent plus.</source>
        <translation>That day is past: its hours can no longer change.</translation>
    </message>
</context>
<context>
    <name>HouseGestures</name>
    <message>
        <source>Aucun moment collectif à compter aujourd’hui.</source>
        <translation>No event to count today.</translation>
    </message>
    <message>
        <source>{title} est fini&#xa0;: ses {people} personnes ne sont plus comptées depuis {hour}.</source>
        <translation>{title} is over: its {people} people have not been counted since {hour}.</translation>
    </message>
    <message>
        <source>{title} est fini&#xa0;: la dernière personne n’est plus comptée depuis {hour}.</source>
        <translation>{title} is over: its last person has not been counted since {hour}.</translation>
    </message>
    <message>
        <source>C’est noté, et la maison dépasse sa limite de sécurité de {over}.</source>
        <translation>Recorded, and the house is {over} over its safety limit.</translation>
    </message>
    <message>
        <source>Verrouiller</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>{title} est annulé&#xa0;: la dernière personne n’est plus comptée depuis {hour}.</source>
        <translation>{title} is cancelled: the last person has not been counted since {hour}.</translation>
    </message>
    <message>
        <source>{title} est annulé&#xa0;: ses {people} personnes ne sont plus comptées depuis {hour}.</source>
        <translation>{title} is cancelled: its {people} people have not been counted since {hour}.</translation>
    </message>
</context>
<context>
    <name>HouseSection</name>
    <message>
        <source>Nom de la maison</source>
        <translation>Name of the house</translation>
    </message>
    <message>
        <source>Société qui vend</source>
        <translation>Company that sells</translation>
    </message>
    <message>
        <source>Forme juridique et capital</source>
        <translation>Legal form and capital</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Numéro de TVA</source>
        <translation>VAT number</translation>
    </message>
    <message>
        <source>Rue</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Limite de sécurité, en personnes</source>
        <translation>Safety limit, in people</translation>
    </message>
    <message>
        <source>Ce que portent les reçus et les devis. Ce qui est déjà vendu garde les mentions de son jour.</source>
        <translation>What receipts and quotes carry. What is already sold keeps the mentions of its day.</translation>
    </message>
    <message>
        <source>La maison</source>
        <translation>The house</translation>
    </message>
</context>
<context>
    <name>HouseSettings</name>
    <message>
        <source>La maison a un nom, et la société qui vend en a un aussi.</source>
        <translation>The house has a name, and so has the company that sells.</translation>
    </message>
    <message>
        <source>Un code postal a cinq chiffres.</source>
        <translation>A postcode has five digits.</translation>
    </message>
    <message>
        <source>La limite de sécurité va de {least} à {most} personnes.</source>
        <translation>The safety limit goes from {least} to {most} people.</translation>
    </message>
</context>
<context>
    <name>Icons</name>
    <message>
        <source>Les icônes de Casaco Desk sont introuvables&#xa0;: l’installation est incomplète.</source>
        <translation>Casaco Desk’s icons cannot be found: the installation is incomplete.</translation>
    </message>
    <message>
        <source>Réinstallez Casaco Desk.</source>
        <translation>Please reinstall Casaco Desk.</translation>
    </message>
</context>
<context>
    <name>IdentitySection</name>
    <message>
        <source>Archivée depuis le {day}</source>
        <translation>Archived since {day}</translation>
    </message>
    <message>
        <source>Tarif solidaire à justifier</source>
        <translation>Solidarity price to be justified</translation>
    </message>
    <message>
        <source>Tarif {category}, montants {side}</source>
        <translation>{category} price, amounts {side}</translation>
    </message>
    <message>
        <source>Paiement à {days} jours</source>
        <translation>Payment within {days} days</translation>
    </message>
    <message>
        <source>Ne se facture pas&#xa0;: paie comptant</source>
        <translation>Not invoiced: pays at once</translation>
    </message>
    <message>
        <source>sans SIREN</source>
        <translation>no SIREN</translation>
    </message>
    <message>
        <source>Aussi connue comme&#xa0;: {names}</source>
        <translation>Also known as: {names}</translation>
    </message>
</context>
<context>
    <name>ImportLines</name>
    <message>
        <source>Sera importé·e.</source>
        <translation>Will be imported.</translation>
    </message>
    <message>
        <source>Ligne</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ce qu’il en est</source>
        <translation>How it stands</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Importer des membres</source>
        <translation>Import members</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Choisir le fichier des membres</source>
        <translation>Choose the file of members</translation>
    </message>
    <message>
        <source>Tableaux (*.xlsx *.csv *.tsv *.txt)</source>
        <translation>Tables (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Lecture de {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Ce fichier donne des formules ou des cartes&#xa0;: seul·e un·e gérant·e peut l’importer. Demandez-lui, ou laissez ces colonnes de côté.</source>
        <translation>This file gives plans or cards: only a manager may import it. Ask one, or leave those columns out.</translation>
    </message>
    <message>
        <source>Cet import est déjà fait.</source>
        <translation>This import is already done.</translation>
    </message>
    <message>
        <source>{count} lignes sont fautives&#xa0;: rien n’a été importé.</source>
        <translation>{count} lines are faulty: nothing was imported.</translation>
    </message>
    <message>
        <source>Il n’y a personne à importer.</source>
        <translation>There is nobody to import.</translation>
    </message>
    <message>
        <source>Les membres ont changé depuis cet aperçu&#xa0;: regardez-le à nouveau.</source>
        <translation>The members have changed since this preview: look at it again.</translation>
    </message>
    <message>
        <source>Cet import n’est plus là&#xa0;: il a déjà été annulé.</source>
        <translation>This import is no longer there: it was already undone.</translation>
    </message>
    <message>
        <source>{names} est venu·e ou a acheté depuis&#xa0;: l’import ne s’annule plus en entier.</source>
        <translation>{names} has come or bought since: the import can no longer be undone as a whole.</translation>
    </message>
    <message>
        <source>{names} sont venu·e·s ou ont acheté depuis&#xa0;: l’import ne s’annule plus en entier.</source>
        <translation>{names} have come or bought since: the import can no longer be undone as a whole.</translation>
    </message>
    <message>
        <source>{names} et {count} autres sont venu·e·s ou ont acheté depuis&#xa0;: l’import ne s’annule plus en entier.</source>
        <translation>{names} and {count} others have come or bought since: the import can no longer be undone as a whole.</translation>
    </message>
    <message>
        <source>Annuler pour les {count} autres</source>
        <translation>Undo for the {count} others</translation>
    </message>
    <message>
        <source>N° de membre</source>
        <translation>Member number</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Nom complet</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Membre depuis</source>
        <translation>Member since</translation>
    </message>
    <message>
        <source>Statut</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Formule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Unités restantes</source>
        <translation>Units left</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Nommé sur le plan</source>
        <translation>Named on the plan</translation>
    </message>
    <message>
        <source>Message pour l’accueil</source>
        <translation>Message for the desk</translation>
    </message>
    <message>
        <source>«&#xa0;{text}&#xa0;» est trop long.</source>
        <translation>“{text}” is too long.</translation>
    </message>
    <message>
        <source>Il n’y a pas de nom.</source>
        <translation>There is no name.</translation>
    </message>
    <message>
        <source>«&#xa0;{text}&#xa0;» n’est pas un numéro de membre.</source>
        <translation>“{text}” is not a member number.</translation>
    </message>
    <message>
        <source>«&#xa0;{text}&#xa0;» n’est pas une adresse e-mail.</source>
        <translation>“{text}” is not an email address.</translation>
    </message>
    <message>
        <source>«&#xa0;{text}&#xa0;» n’est pas un numéro de téléphone.</source>
        <translation>“{text}” is not a telephone number.</translation>
    </message>
    <message>
        <source>Le statut «&#xa0;{text}&#xa0;» n’existe pas&#xa0;: actif, bloqué ou parti.</source>
        <translation>There is no status “{text}”: active, blocked or left.</translation>
    </message>
    <message>
        <source>«&#xa0;{text}&#xa0;» n’est ni oui ni non.</source>
        <translation>“{text}” is neither yes nor no.</translation>
    </message>
    <message>
        <source>«&#xa0;{text}&#xa0;» n’est pas le code d’une carte de Casaco.</source>
        <translation>“{text}” is not the code of a Casaco card.</translation>
    </message>
    <message>
        <source>«&#xa0;{text}&#xa0;» n’est pas une date&#xa0;: écrivez jour/mois/année.</source>
        <translation>“{text}” is not a date: write day/month/year.</translation>
    </message>
    <message>
        <source>La formule «&#xa0;{text}&#xa0;» n’existe pas ici&#xa0;: {names}.</source>
        <translation>There is no plan “{text}” here: {names}.</translation>
    </message>
    <message>
        <source>Il y a des dates ou des unités, mais pas de formule.</source>
        <translation>There are dates or units, but no plan.</translation>
    </message>
    <message>
        <source>La fin vient avant le début.</source>
        <translation>The end comes before the start.</translation>
    </message>
    <message>
        <source>Il ne peut pas rester «&#xa0;{text}&#xa0;» unités à cette formule.</source>
        <translation>This plan cannot have “{text}” units left.</translation>
    </message>
    <message>
        <source>actif</source>
        <translation>active</translation>
    </message>
    <message>
        <source>bloqué</source>
        <translation>blocked</translation>
    </message>
    <message>
        <source>parti</source>
        <translation>left</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Membres</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Le fichier a changé&#xa0;: choisissez-le à nouveau.</source>
        <translation>The file has changed: choose it again.</translation>
    </message>
    <message>
        <source>Deux colonnes disent la même chose&#xa0;: gardez-en une.</source>
        <translation>Two columns say the same thing: keep one.</translation>
    </message>
    <message>
        <source>Cette ligne a plus de cases que l’en-tête.</source>
        <translation>This line has more cells than the header.</translation>
    </message>
    <message>
        <source>{name} est déjà membre, sous le n° {number}.</source>
        <translation>{name} is already a member, with no. {number}.</translation>
    </message>
    <message>
        <source>{name}, n° {number}, a déjà cette adresse e-mail.</source>
        <translation>{name}, no. {number}, already has this email address.</translation>
    </message>
    <message>
        <source>Le n° {number} est déjà celui de {name}.</source>
        <translation>No. {number} is already that of {name}.</translation>
    </message>
    <message>
        <source>Cette carte est déjà connue de la maison.</source>
        <translation>The house already knows this card.</translation>
    </message>
    <message>
        <source>Le même numéro est déjà à la ligne {line}.</source>
        <translation>The same number is already on line {line}.</translation>
    </message>
    <message>
        <source>La même adresse e-mail est déjà à la ligne {line}.</source>
        <translation>The same email address is already on line {line}.</translation>
    </message>
    <message>
        <source>La même carte est déjà à la ligne {line}.</source>
        <translation>The same card is already on line {line}.</translation>
    </message>
    <message>
        <source>Ressemble à {name}, n° {number}.</source>
        <translation>Looks like {name}, no. {number}.</translation>
    </message>
    <message>
        <source>Même nom qu’à la ligne {line}.</source>
        <translation>Same name as on line {line}.</translation>
    </message>
    <message>
        <source>Le fichier {name} ne peut pas être ouvert.</source>
        <translation>The file {name} cannot be opened.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Vérifiez qu’il est toujours là, et qu’aucun autre programme ne le tient.</source>
        <translation>Check that it is still there, and that no other program holds it.</translation>
    </message>
    <message>
        <source>Ce fichier n’a aucune ligne sous son en-tête.</source>
        <translation>This file has no line under its header.</translation>
    </message>
    <message>
        <source>La première ligne de ce fichier n’est pas un en-tête lisible.</source>
        <translation>The first line of this file is not a readable header.</translation>
    </message>
    <message>
        <source>Cette ligne a plus de {count} colonnes.</source>
        <translation>This line has more than {count} columns.</translation>
    </message>
    <message>
        <source>Une case est trop longue&#xa0;: un guillemet n’est peut-être pas fermé.</source>
        <translation>A cell is too long: a quote may not be closed.</translation>
    </message>
    <message>
        <source>Un caractère n’a pas pu être lu.</source>
        <translation>A character could not be read.</translation>
    </message>
    <message>
        <source>Cette ligne ne peut pas être découpée en cases.</source>
        <translation>This line cannot be cut into cells.</translation>
    </message>
    <message>
        <source>Ce fichier est trop grand&#xa0;: {rows} lignes et {size} Mo au plus.</source>
        <translation>This file is too large: {rows} lines and {size} MB at most.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas un tableau que Casaco Desk sache lire. Enregistrez-le en XLSX ou en CSV, puis choisissez-le à nouveau.</source>
        <translation>This file is not a table that Casaco Desk can read. Save it as XLSX or CSV, then choose it again.</translation>
    </message>
</context>
<context>
    <name>Interruption</name>
    <message>
        <source>Le poste s’est arrêté sans être fermé. Tout ce qui avait été confirmé est là&#xa0;; aucune vente encore.</source>
        <translation>The desk stopped without being closed. All that had been confirmed is there; no sale yet.</translation>
    </message>
    <message>
        <source>Le poste s’est arrêté sans être fermé. Tout ce qui avait été confirmé est là&#xa0;; dernière vente enregistrée&#xa0;: {number}.</source>
        <translation>The desk stopped without being closed. All that had been confirmed is there; last sale recorded: {number}.</translation>
    </message>
</context>
<context>
    <name>InvoiceNewPanel</name>
    <message>
        <source>Ventes</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Facture</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Cochez ce qui va sur cette facture&#xa0;:</source>
        <translation>Tick what goes on this invoice:</translation>
    </message>
    <message>
        <source>{number} · {amount}</source>
        <translation>{number} · {amount}</translation>
    </message>
    <message>
        <source>Continuer ({amount})</source>
        <translation>Continue ({amount})</translation>
    </message>
    <message>
        <source>Faire la facture de {amount}</source>
        <translation>Make the invoice of {amount}</translation>
    </message>
    <message>
        <source>Facture et avoir&#xa0;: {amount}</source>
        <translation>Invoice and credit note: {amount}</translation>
    </message>
    <message>
        <source>Déjà corrigée&#xa0;: une facture de {whole}, et son avoir de {back}.</source>
        <translation>Corrected already: an invoice of {whole}, and its credit note of {back}.</translation>
    </message>
</context>
<context>
    <name>InvoicePanel</name>
    <message>
        <source>Facture {number}</source>
        <translation>Invoice {number}</translation>
    </message>
    <message>
        <source>Avoir {number}</source>
        <translation>Credit note {number}</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Enregistrer en PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Imprimer une relance</source>
        <translation>Print a reminder</translation>
    </message>
    <message>
        <source>Voir l’organisation</source>
        <translation>See the organisation</translation>
    </message>
    <message>
        <source>Un règlement peut être partiel&#xa0;: notez ce qui est reçu.</source>
        <translation>A settlement may be partial: note what is received.</translation>
    </message>
    <message>
        <source>Du {day} · ventes {sales}</source>
        <translation>Of {day} · sales {sales}</translation>
    </message>
    <message>
        <source>Sur la facture {number}&#xa0;: {reason}</source>
        <translation>On invoice {number}: {reason}</translation>
    </message>
    <message>
        <source>Relancée le {day}</source>
        <translation>Reminded on {day}</translation>
    </message>
    <message>
        <source>{count} × {what}</source>
        <translation>{count} × {what}</translation>
    </message>
    <message>
        <source>TVA {rate}</source>
        <translation>VAT {rate}</translation>
    </message>
    <message>
        <source>Total TTC</source>
        <translation>Total incl. VAT</translation>
    </message>
    <message>
        <source>Reçu le {day} ({mode})</source>
        <translation>Received {day} ({mode})</translation>
    </message>
    <message>
        <source>Rendu le {day} ({mode})</source>
        <translation>Given back {day} ({mode})</translation>
    </message>
    <message>
        <source>Reste à payer</source>
        <translation>Still to pay</translation>
    </message>
    <message>
        <source>À rendre au client</source>
        <translation>To give back to the customer</translation>
    </message>
    <message>
        <source>Avoir {number} du {day}&#xa0;: {amount}</source>
        <translation>Credit note {number} of {day}: {amount}</translation>
    </message>
    <message>
        <source>Corrigée par {number}&#xa0;: {reason}</source>
        <translation>Corrected by {number}: {reason}</translation>
    </message>
    <message>
        <source>Faire l’avoir de {amount}</source>
        <translation>Credit note of {amount}</translation>
    </message>
    <message>
        <source>Noter {amount} reçus</source>
        <translation>Note {amount} received</translation>
    </message>
    <message>
        <source>Recevoir un règlement</source>
        <translation>Receive a settlement</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Reçu {amount}, sous le n° {number}.</source>
        <translation>Received {amount}, under no. {number}.</translation>
    </message>
    <message>
        <source>Reçu {amount}, sous le n° {number}. À rendre&#xa0;: {change}.</source>
        <translation>Received {amount}, under no. {number}. To give back: {change}.</translation>
    </message>
    <message>
        <source>{title} s’imprime.</source>
        <translation>{title} is printing.</translation>
    </message>
    <message>
        <source>Où écrire la facture&#xa0;?</source>
        <translation>Where should the invoice be written?</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>La facture est dans {file}.</source>
        <translation>The invoice is in {file}.</translation>
    </message>
</context>
<context>
    <name>InvoicePaper</name>
    <message>
        <source>Avoir n° {number}</source>
        <translation>Credit note no. {number}</translation>
    </message>
    <message>
        <source>Facture n° {number}</source>
        <translation>Invoice no. {number}</translation>
    </message>
    <message>
        <source>Avoir</source>
        <translation>Credit note</translation>
    </message>
    <message>
        <source>Facture</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>n° {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>Le {day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>Annule en tout ou partie la facture n° {number} du {day}</source>
        <translation>Cancels in whole or in part invoice no. {number} of {day}</translation>
    </message>
    <message>
        <source>Motif&#xa0;: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Acquittée</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>À payer pour le {day}</source>
        <translation>Due by {day}</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Prestation du {day}, {place}</source>
        <translation>Service of {day}, {place}</translation>
    </message>
    <message>
        <source>Livraison du {day}, {place}</source>
        <translation>Goods delivered on {day}, {place}</translation>
    </message>
    <message>
        <source>Livraisons du {day} au {last}, {place}</source>
        <translation>Goods delivered from {day} to {last}, {place}</translation>
    </message>
    <message>
        <source>Prestations du {day} au {last}, {place}</source>
        <translation>Services from {day} to {last}, {place}</translation>
    </message>
    <message>
        <source>Vente {number}, {day}</source>
        <translation>Sale {number}, {day}</translation>
    </message>
    <message>
        <source>HT, TVA {rate}</source>
        <translation>excl. VAT, VAT {rate}</translation>
    </message>
    <message>
        <source>HT, sans TVA</source>
        <translation>excl. VAT, no VAT</translation>
    </message>
    <message>
        <source>Reçu ({mode})</source>
        <translation>Received ({mode})</translation>
    </message>
    <message>
        <source>Rendu ({mode})</source>
        <translation>Given back ({mode})</translation>
    </message>
    <message>
        <source>Reste à payer</source>
        <translation>Still to pay</translation>
    </message>
    <message>
        <source>À déduire de ce qui est dû</source>
        <translation>To be taken off what is due</translation>
    </message>
    <message>
        <source>Virement&#xa0;: IBAN {iban}</source>
        <translation>Transfer: IBAN {iban}</translation>
    </message>
    <message>
        <source>{account}, BIC {bic}</source>
        <translation>{account}, BIC {bic}</translation>
    </message>
    <message>
        <source>Signature {signature} · Casaco Desk {version}</source>
        <translation>Signature {signature} · Casaco Desk {version}</translation>
    </message>
    <message>
        <source>Relance de la facture n° {number}</source>
        <translation>Reminder of invoice no. {number}</translation>
    </message>
    <message>
        <source>Sauf erreur de notre part, la facture n° {number} du {issued}, à payer avant le {due}, attend encore {amount}. Si votre règlement est en route, merci de ne pas tenir compte de ce rappel.</source>
        <translation>Unless we are mistaken, invoice no. {number} of {issued}, due by {due}, still awaits {amount}. If your payment is on its way, please disregard this reminder.</translation>
    </message>
    <message>
        <source>Relance</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>{rank}e relance</source>
        <translation>Reminder {rank}</translation>
    </message>
    <message>
        <source>Bonjour,</source>
        <translation>Hello,</translation>
    </message>
    <message>
        <source>Total de la facture</source>
        <translation>Total of the invoice</translation>
    </message>
</context>
<context>
    <name>InvoiceWords</name>
    <message>
        <source>Corrigée, l’avoir est à faire</source>
        <translation>Corrected, the credit note is to be made</translation>
    </message>
    <message>
        <source>À payer pour le {day}</source>
        <translation>Due by {day}</translation>
    </message>
    <message>
        <source>En retard depuis le {day}</source>
        <translation>Overdue since {day}</translation>
    </message>
    <message>
        <source>Réglée</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Annulée par avoir</source>
        <translation>Cancelled by credit note</translation>
    </message>
    <message>
        <source>Avoir</source>
        <translation>Credit note</translation>
    </message>
</context>
<context>
    <name>InvoicesPage</name>
    <message>
        <source>Factures</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>Mentions et compte</source>
        <translation>Terms and account</translation>
    </message>
    <message>
        <source>À payer</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>En retard</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Réglées</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Avoirs</source>
        <translation>Credit notes</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Quelles factures</source>
        <translation>Which invoices</translation>
    </message>
    <message>
        <source>Numéro, client, montant…</source>
        <translation>Number, customer, amount…</translation>
    </message>
    <message>
        <source>Filtrer les factures</source>
        <translation>Filter the invoices</translation>
    </message>
    <message>
        <source>Entrée&#xa0;: la facture, ses règlements. Une vente se facture de la barre.</source>
        <translation>Enter: the invoice, its settlements. A sale is invoiced from the box.</translation>
    </message>
    <message>
        <source>Ventes à facturer&#xa0;: {count}</source>
        <translation>Sales to invoice: {count}</translation>
    </message>
    <message>
        <source>{shown} sur {total}, reste à payer {amount}</source>
        <translation>{shown} of {total}, still to pay {amount}</translation>
    </message>
    <message>
        <source>Aucune facture pour l’instant&#xa0;: une location ou un reçu en fait une.</source>
        <translation>No invoice yet: a rental or a receipt makes one.</translation>
    </message>
    <message>
        <source>Rien ici.</source>
        <translation>Nothing here.</translation>
    </message>
</context>
<context>
    <name>InvoicesTable</name>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Émise le</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Total TTC</source>
        <translation>Total incl. VAT</translation>
    </message>
    <message>
        <source>Reste à payer</source>
        <translation>Still to pay</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{state}, relances&#xa0;: {count}</source>
        <translation>{state}, reminders: {count}</translation>
    </message>
</context>
<context>
    <name>Invoicing</name>
    <message>
        <source>Seule une organisation connue peut payer sur facture.</source>
        <translation>Only a known organisation may pay on an invoice.</translation>
    </message>
    <message>
        <source>{name} ne se facture pas&#xa0;: elle paie comptant.</source>
        <translation>{name} is not invoiced: it pays at once.</translation>
    </message>
    <message>
        <source>Cette facture est introuvable.</source>
        <translation>This invoice cannot be found.</translation>
    </message>
    <message>
        <source>La facture {number} n’attend plus rien.</source>
        <translation>Invoice {number} awaits nothing more.</translation>
    </message>
    <message>
        <source>Notez le montant reçu.</source>
        <translation>Note the amount received.</translation>
    </message>
    <message>
        <source>Un règlement se reçoit&#xa0;: choisissez comment.</source>
        <translation>A settlement is received: choose how.</translation>
    </message>
    <message>
        <source>La facture {number} n’attend plus que {amount}.</source>
        <translation>Invoice {number} only awaits {amount}.</translation>
    </message>
    <message>
        <source>La loi interdit plus de {limit} en espèces pour une même facture&#xa0;: prenez le reste autrement.</source>
        <translation>The law forbids more than {limit} in cash for one invoice: take the rest another way.</translation>
    </message>
    <message>
        <source>Choisissez un pays de la liste.</source>
        <translation>Choose a country of the list.</translation>
    </message>
    <message>
        <source>Un SIREN est français&#xa0;: laissez-le vide pour ce pays.</source>
        <translation>A SIREN is French: leave it empty for this country.</translation>
    </message>
    <message>
        <source>Donnez le nom à porter sur la facture.</source>
        <translation>Give the name to put on the invoice.</translation>
    </message>
    <message>
        <source>Une facture porte l’adresse du client&#xa0;: rue, code postal et ville.</source>
        <translation>An invoice carries the customer’s address: street, postcode and town.</translation>
    </message>
    <message>
        <source>«&#xa0;{postcode}&#xa0;» n’est pas un code postal&#xa0;: cinq chiffres.</source>
        <translation>“{postcode}” is not a postcode: five digits.</translation>
    </message>
    <message>
        <source>Sans SIREN, donnez l’adresse électronique où la facture sera envoyée.</source>
        <translation>Without a SIREN, give the e-mail address where the invoice will be sent.</translation>
    </message>
    <message>
        <source>«&#xa0;{email}&#xa0;» n’est pas une adresse électronique.</source>
        <translation>“{email}” is not an e-mail address.</translation>
    </message>
    <message>
        <source>Compléter</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Les factures ne disent pas où la maison est immatriculée (RCS)&#xa0;: un·e gérant·e l’écrit dans «&#xa0;Mentions et compte&#xa0;».</source>
        <translation>The invoices do not say where the house is registered (RCS): a manager writes it in ‘Terms and account’.</translation>
    </message>
    <message>
        <source>La maison ne peut pas encore facturer&#xa0;: il lui manque un SIRET, une adresse ou un n° de TVA.</source>
        <translation>The house cannot invoice yet: it lacks a SIRET, an address or a VAT number.</translation>
    </message>
    <message>
        <source>La facture {number} a été corrigée par {correction}&#xa0;: faites d’abord l’avoir de {amount}.</source>
        <translation>Invoice {number} was corrected by {correction}: first make the credit note of {amount}.</translation>
    </message>
    <message>
        <source>Faire l’avoir de {amount}</source>
        <translation>Credit note of {amount}</translation>
    </message>
    <message>
        <source>Cette correction est introuvable.</source>
        <translation>This correction cannot be found.</translation>
    </message>
    <message>
        <source>Un avoir se fait d’une correction qui rend de l’argent.</source>
        <translation>A credit note is made from a correction that gives money back.</translation>
    </message>
    <message>
        <source>Cette correction a déjà son avoir&#xa0;: {number}.</source>
        <translation>This correction already has its credit note: {number}.</translation>
    </message>
    <message>
        <source>La vente {sale} n’a pas été facturée&#xa0;: sa correction suffit.</source>
        <translation>Sale {sale} was not invoiced: its correction is enough.</translation>
    </message>
    <message>
        <source>Le dossier {folder} ne peut pas être créé.</source>
        <translation>The folder {folder} cannot be made.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>La vente {sale} a déjà sa facture&#xa0;: {number}.</source>
        <translation>Sale {sale} already has its invoice: {number}.</translation>
    </message>
    <message>
        <source>Ouvrir la facture</source>
        <translation>Open the invoice</translation>
    </message>
    <message>
        <source>Une facture se fait d’une vente, pas d’un autre document.</source>
        <translation>An invoice is made from a sale, not from another document.</translation>
    </message>
    <message>
        <source>Cette vente ne doit rien&#xa0;: il n’y a rien à facturer.</source>
        <translation>This sale owes nothing: there is nothing to invoice.</translation>
    </message>
    <message>
        <source>La vente {sale} a été entièrement annulée.</source>
        <translation>Sale {sale} was cancelled entirely.</translation>
    </message>
    <message>
        <source>Cette vente est introuvable.</source>
        <translation>This sale cannot be found.</translation>
    </message>
    <message>
        <source>Choisissez au moins une vente à facturer.</source>
        <translation>Choose at least one sale to invoice.</translation>
    </message>
    <message>
        <source>Une facture réunit {most} ventes au plus&#xa0;: faites-en plusieurs.</source>
        <translation>An invoice gathers {most} sales at most: make several.</translation>
    </message>
    <message>
        <source>Une facture ne réunit que les ventes d’une même organisation.</source>
        <translation>An invoice only gathers the sales of one organisation.</translation>
    </message>
    <message>
        <source>Le PDF gardé de {number} n’est plus celui qui a été fait.</source>
        <translation>The PDF kept of {number} is no longer the one that was made.</translation>
    </message>
    <message>
        <source>La facture elle-même est dans le journal.</source>
        <translation>The invoice itself is in the journal.</translation>
    </message>
    <message>
        <source>Lancez la vérification, et gardez une copie du dossier.</source>
        <translation>Run the verification, and keep a copy of the folder.</translation>
    </message>
    <message>
        <source>La facture {number} n’est pas en retard.</source>
        <translation>Invoice {number} is not overdue.</translation>
    </message>
    <message>
        <source>La facture {number} a déjà été relancée aujourd’hui.</source>
        <translation>Invoice {number} was already reminded of today.</translation>
    </message>
    <message>
        <source>Une facture doit porter ces trois mentions.</source>
        <translation>An invoice must carry these three texts.</translation>
    </message>
    <message>
        <source>«&#xa0;{iban}&#xa0;» n’est pas un IBAN. Vérifiez-le.</source>
        <translation>“{iban}” is not an IBAN. Check it.</translation>
    </message>
    <message>
        <source>«&#xa0;{bic}&#xa0;» n’est pas un BIC. Vérifiez-le.</source>
        <translation>“{bic}” is not a BIC. Check it.</translation>
    </message>
</context>
<context>
    <name>InvoicingGestures</name>
    <message>
        <source>Cette facture est introuvable.</source>
        <translation>This invoice cannot be found.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>La clé de signature de ce poste n’a pas pu être écrite.</source>
        <translation>The signing key of this desk could not be written.</translation>
    </message>
    <message>
        <source>Rien n’a été mis en place.</source>
        <translation>Nothing was set up.</translation>
    </message>
    <message>
        <source>Vérifiez les droits du dossier et la place sur le disque, puis relancez.</source>
        <translation>Check the rights on the folder and the room on the disk, then start again.</translation>
    </message>
    <message>
        <source>La clé de signature de ce poste est introuvable.</source>
        <translation>The signing key of this desk cannot be found.</translation>
    </message>
    <message>
        <source>Les données sont intactes et lisibles&#xa0;; rien ne peut être vendu sans cette clé.</source>
        <translation>The data are intact and readable; nothing can be sold without this key.</translation>
    </message>
    <message>
        <source>Remettez le fichier desk.key de la sauvegarde à côté de la base, puis relancez.</source>
        <translation>Put the desk.key file from the backup back beside the database, then start again.</translation>
    </message>
    <message>
        <source>La clé de signature trouvée n’est pas celle de ce poste.</source>
        <translation>The signing key found here is not the one of this desk.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Remettez le fichier desk.key d’origine, puis relancez.</source>
        <translation>Put the original desk.key file back, then start again.</translation>
    </message>
    <message>
        <source>La clé de signature de ce poste est illisible.</source>
        <translation>The signing key of this desk cannot be read.</translation>
    </message>
    <message>
        <source>Les données sont intactes&#xa0;; rien n’a été modifié.</source>
        <translation>The data are intact; nothing was changed.</translation>
    </message>
    <message>
        <source>Remettez le fichier desk.key de la sauvegarde, lisible par ce compte, puis relancez.</source>
        <translation>Put the desk.key file back from the backup, readable by this account, then start again.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Les touches</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>LendPanel</name>
    <message>
        <source>Prêter un objet</source>
        <translation>Lend a thing</translation>
    </message>
    <message>
        <source>Objet</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>À qui</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Nom de la personne ou de l’organisation</source>
        <translation>Name of the person or organisation</translation>
    </message>
    <message>
        <source>Quelques lettres d’un nom</source>
        <translation>A few letters of a name</translation>
    </message>
    <message>
        <source>Noms trouvés</source>
        <translation>Names found</translation>
    </message>
    <message>
        <source>Jour du retour</source>
        <translation>Day of the return</translation>
    </message>
    <message>
        <source>Heure du retour</source>
        <translation>Hour of the return</translation>
    </message>
    <message>
        <source>À rendre</source>
        <translation>Due back</translation>
    </message>
    <message>
        <source>{thing} ({kind})</source>
        <translation>{thing} ({kind})</translation>
    </message>
    <message>
        <source>Rien n’est là à prêter&#xa0;: un·e gérant·e ajoute des objets (Ctrl Maj K).</source>
        <translation>Nothing is there to lend: a manager adds things (Ctrl Shift K).</translation>
    </message>
    <message>
        <source>Prêter</source>
        <translation>Lend</translation>
    </message>
</context>
<context>
    <name>Lending</name>
    <message>
        <source>Dites à qui vous le prêtez.</source>
        <translation>Say to whom you lend it.</translation>
    </message>
    <message>
        <source>Cet objet est déjà rendu.</source>
        <translation>This thing was returned already.</translation>
    </message>
    <message>
        <source>Ce retour ne peut plus être annulé.</source>
        <translation>This return can no longer be undone.</translation>
    </message>
    <message>
        <source>{thing} est déjà prêté&#xa0;: {who}, jusqu’à {when}.</source>
        <translation>{thing} is lent already: {who}, until {when}.</translation>
    </message>
    <message>
        <source>{thing} ne se prête plus.</source>
        <translation>{thing} is lent no more.</translation>
    </message>
    <message>
        <source>Ce retour est déjà passé&#xa0;: choisissez une heure à venir.</source>
        <translation>That return is already past: choose an hour to come.</translation>
    </message>
    <message>
        <source>Un prêt dure un an au plus.</source>
        <translation>A loan lasts a year at most.</translation>
    </message>
    <message>
        <source>Donnez un nom à cet objet.</source>
        <translation>Give this thing a name.</translation>
    </message>
    <message>
        <source>Un objet s’appelle déjà «&#xa0;{name}&#xa0;».</source>
        <translation>A thing is called “{name}” already.</translation>
    </message>
    <message>
        <source>Cet objet est introuvable.</source>
        <translation>This thing cannot be found.</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {things}.</source>
        <translation>To return: {things}.</translation>
    </message>
    <message>
        <source>Rendu&#xa0;: {thing}</source>
        <translation>Returned: {thing}</translation>
    </message>
    <message>
        <source>location en cours</source>
        <translation>rental under way</translation>
    </message>
    <message>
        <source>membre n° {number}</source>
        <translation>member no. {number}</translation>
    </message>
    <message>
        <source>invité·e</source>
        <translation>guest</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>{thing} devait revenir à {when} ({who}).</source>
        <translation>{thing} was due back at {when} ({who}).</translation>
    </message>
    <message>
        <source>{thing} devait revenir le {when} ({who}).</source>
        <translation>{thing} was due back on {when} ({who}).</translation>
    </message>
    <message>
        <source>Clé</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Matériel</source>
        <translation>Equipment</translation>
    </message>
</context>
<context>
    <name>LendingPage</name>
    <message>
        <source>Prêts et cautions</source>
        <translation>Loans and deposits</translation>
    </message>
    <message>
        <source>Aucun objet à prêter pour l’instant.</source>
        <translation>Nothing to lend for now.</translation>
    </message>
    <message>
        <source>Entrée&#xa0;: prêter, ou rendre ce qui est dehors.</source>
        <translation>Enter: lend, or return what is out.</translation>
    </message>
    <message>
        <source>Cautions tenues</source>
        <translation>Deposits held</translation>
    </message>
    <message>
        <source>Clés et matériel</source>
        <translation>Keys and equipment</translation>
    </message>
    <message>
        <source>Objets</source>
        <translation>Things</translation>
    </message>
    <message>
        <source>Nom de l’objet</source>
        <translation>Name of the thing</translation>
    </message>
    <message>
        <source>Nature de l’objet</source>
        <translation>Kind of thing</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Renommer</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Caution demandée</source>
        <translation>Deposit asked</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Nouveau montant</source>
        <translation>New amount</translation>
    </message>
    <message>
        <source>Fixer</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Seul·e un·e gérant·e change les objets et les cautions demandées.</source>
        <translation>Only a manager changes the things and the deposits asked.</translation>
    </message>
    <message>
        <source>Rendu (R)</source>
        <translation>Returned (R)</translation>
    </message>
    <message>
        <source>Prêter (Entrée)</source>
        <translation>Lend (Enter)</translation>
    </message>
    <message>
        <source>Remettre l’objet choisi</source>
        <translation>Put the chosen thing back</translation>
    </message>
    <message>
        <source>Retirer l’objet choisi</source>
        <translation>Withdraw the chosen thing</translation>
    </message>
    <message>
        <source>Aucune.</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>{title}&#xa0;: {amount}, {mode}</source>
        <translation>{title}: {amount}, {mode}</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>See</translation>
    </message>
    <message>
        <source>Voir la location de {title}</source>
        <translation>See the rental of {title}</translation>
    </message>
    <message>
        <source>{amount} demandés</source>
        <translation>{amount} asked</translation>
    </message>
    <message>
        <source>Rien n’est demandé</source>
        <translation>Nothing is asked</translation>
    </message>
    <message>
        <source>{name} peut être prêté.</source>
        <translation>{name} can be lent.</translation>
    </message>
    <message>
        <source>{before} s’appelle maintenant {name}.</source>
        <translation>{before} is now called {name}.</translation>
    </message>
    <message>
        <source>{name} ne se prête plus.</source>
        <translation>{name} is lent no more.</translation>
    </message>
    <message>
        <source>{name} se prête de nouveau.</source>
        <translation>{name} is lent again.</translation>
    </message>
    <message>
        <source>{space}&#xa0;: {amount} de caution.</source>
        <translation>{space}: deposit of {amount}.</translation>
    </message>
</context>
<context>
    <name>LookStep</name>
    <message>
        <source>Lignes à montrer</source>
        <translation>Lines to show</translation>
    </message>
    <message>
        <source>Ne rien importer</source>
        <translation>Import nothing</translation>
    </message>
    <message>
        <source>Lignes du fichier</source>
        <translation>Lines of the file</translation>
    </message>
    <message>
        <source>{file}&#xa0;: vérifiez ce que dit chaque colonne</source>
        <translation>{file}: check what each column says</translation>
    </message>
    <message>
        <source>Fautives&#xa0;: {count}</source>
        <translation>Faulty: {count}</translation>
    </message>
    <message>
        <source>À vérifier&#xa0;: {count}</source>
        <translation>To check: {count}</translation>
    </message>
    <message>
        <source>Déjà là&#xa0;: {count}</source>
        <translation>Already there: {count}</translation>
    </message>
    <message>
        <source>Justes&#xa0;: {count}</source>
        <translation>Right: {count}</translation>
    </message>
    <message>
        <source>Importer aussi les {count} personnes à vérifier&#xa0;: ce sont d’autres gens</source>
        <translation>Import the {count} people to check as well: they are other people</translation>
    </message>
    <message>
        <source>Importer aussi la personne à vérifier&#xa0;: c’est quelqu’un d’autre</source>
        <translation>Import the person to check as well: it is someone else</translation>
    </message>
    <message>
        <source>Importer les {count} lignes justes</source>
        <translation>Import the {count} right lines</translation>
    </message>
    <message>
        <source>Importer la ligne juste</source>
        <translation>Import the right line</translation>
    </message>
    <message>
        <source>Aucune ligne à importer</source>
        <translation>No line to import</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>C’est la carte de réglage du scanner&#xa0;: ouvrez d’abord le réglage, F12.</source>
        <translation>This is the scanner set-up card: open the set-up first, F12.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{house} · accueil</source>
        <translation>{house} · front desk</translation>
    </message>
    <message>
        <source>FORMATION, rien n’est vrai · {house}</source>
        <translation>TRAINING, nothing is real · {house}</translation>
    </message>
    <message>
        <source>Action · {key}</source>
        <translation>Action · {key}</translation>
    </message>
</context>
<context>
    <name>MappingBoard</name>
    <message>
        <source>Colonnes du fichier</source>
        <translation>Columns of the file</translation>
    </message>
    <message>
        <source>Colonnes d’avant</source>
        <translation>Columns before</translation>
    </message>
    <message>
        <source>Colonnes d’après</source>
        <translation>Columns after</translation>
    </message>
    <message>
        <source>Sans titre</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Ce que dit la colonne {title}</source>
        <translation>What the column {title} says</translation>
    </message>
    <message>
        <source>Laisser de côté</source>
        <translation>Leave aside</translation>
    </message>
    <message>
        <source>Colonnes {first} à {last} sur {total}</source>
        <translation>Columns {first} to {last} of {total}</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>Membre n° {number}</source>
        <translation>Member no. {number}</translation>
    </message>
    <message>
        <source>Carte de {name}</source>
        <translation>{name}’s card</translation>
    </message>
    <message>
        <source>{count} cartes de membres</source>
        <translation>{count} members’ cards</translation>
    </message>
</context>
<context>
    <name>MemberFiles</name>
    <message>
        <source>Où écrire la liste des membres&#xa0;?</source>
        <translation>Where should the list of members be written?</translation>
    </message>
    <message>
        <source>membres.xlsx</source>
        <translation>members.xlsx</translation>
    </message>
    <message>
        <source>Tableaux (*.xlsx)</source>
        <translation>Tables (*.xlsx)</translation>
    </message>
    <message>
        <source>Écriture de {file}…</source>
        <translation>Writing {file}…</translation>
    </message>
    <message>
        <source>{count} membres sont dans {file}.</source>
        <translation>{count} members are in {file}.</translation>
    </message>
    <message>
        <source>Un membre est dans {file}.</source>
        <translation>One member is in {file}.</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Fiche n° {number}</source>
        <translation>File no. {number}</translation>
    </message>
    <message>
        <source>Données personnelles</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>QR de la carte</source>
        <translation>QR code of the card</translation>
    </message>
    <message>
        <source>Faire entrer</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Faire sortir</source>
        <translation>Check out</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>La carte s’imprime. Elle peut aussi être photographiée ici.</source>
        <translation>The card is printing. It can also be photographed here.</translation>
    </message>
    <message>
        <source>La carte s’imprime, ou se photographie ici. L’ancienne est refusée dès maintenant.</source>
        <translation>The card is printing; it can also be photographed here. The old one is refused from now on.</translation>
    </message>
    <message>
        <source>À photographier avec un téléphone, ou à scanner ici.</source>
        <translation>To photograph with a phone, or to scan here.</translation>
    </message>
    <message>
        <source>Carte de {name}</source>
        <translation>{name}’s card</translation>
    </message>
    <message>
        <source>retirée</source>
        <translation>withdrawn</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>actif·ve</source>
        <translation>active</translation>
    </message>
    <message>
        <source>accès suspendu</source>
        <translation>access suspended</translation>
    </message>
    <message>
        <source>a quitté la maison</source>
        <translation>has left the house</translation>
    </message>
    <message>
        <source>sans formule</source>
        <translation>no plan</translation>
    </message>
    <message>
        <source>pas commencée</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>formule expirée</source>
        <translation>plan expired</translation>
    </message>
    <message>
        <source>carnet épuisé</source>
        <translation>book used up</translation>
    </message>
    <message>
        <source>à jour</source>
        <translation>up to date</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Membres</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Nom, numéro, formule…</source>
        <translation>Name, number, plan…</translation>
    </message>
    <message>
        <source>Filtrer les membres</source>
        <translation>Filter the members</translation>
    </message>
    <message>
        <source>Nouveau membre (Ctrl N)</source>
        <translation>New member (Ctrl N)</translation>
    </message>
    <message>
        <source>Organisations (Maj F5)</source>
        <translation>Organisations (Shift F5)</translation>
    </message>
    <message>
        <source>Entrée&#xa0;: la fiche. Maj ou Ctrl&#xa0;: en choisir plusieurs.</source>
        <translation>Enter: the file. Shift or Ctrl: select several.</translation>
    </message>
    <message>
        <source>{shown} sur {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>1 membre</source>
        <translation>1 member</translation>
    </message>
    <message>
        <source>{total} membres</source>
        <translation>{total} members</translation>
    </message>
    <message>
        <source>Aucun membre pour l’instant. Ctrl N crée la première fiche.</source>
        <translation>No members yet. Ctrl N makes the first file.</translation>
    </message>
    <message>
        <source>Personne ne correspond. Essayez avec moins de lettres.</source>
        <translation>Nobody matches. Try fewer letters.</translation>
    </message>
    <message>
        <source>Imprimer {count} cartes</source>
        <translation>Print {count} cards</translation>
    </message>
    <message>
        <source>Imprimer la carte</source>
        <translation>Print the card</translation>
    </message>
</context>
<context>
    <name>MembersTable</name>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Formule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Jusqu’au</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Reste</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>{what} ({key})</source>
        <translation>{what} ({key})</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Le mode d’emploi ({key})</source>
        <translation>The handbook ({key})</translation>
    </message>
    <message>
        <source>Les touches ({key})</source>
        <translation>The keys ({key})</translation>
    </message>
    <message>
        <source>Un diagnostic pour le dépannage ({key})</source>
        <translation>A diagnosis for repair ({key})</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Contraste élevé</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Verrouillage automatique</source>
        <translation>Automatic lock</translation>
    </message>
    <message>
        <source>Jamais</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Un son à chaque carte</source>
        <translation>A sound for each card</translation>
    </message>
    <message>
        <source>Aucun son</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>Son</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Verrouiller (Ctrl L)</source>
        <translation>Lock (Ctrl L)</translation>
    </message>
</context>
<context>
    <name>NewMemberPanel</name>
    <message>
        <source>Qui</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Paiement</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Nouveau membre</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Adresse électronique (facultatif)</source>
        <translation>Email (optional)</translation>
    </message>
    <message>
        <source>Formule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Déjà réglé autrement</source>
        <translation>Already paid elsewhere</translation>
    </message>
    <message>
        <source>Reçu</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Pas de reçu</source>
        <translation>No receipt</translation>
    </message>
    <message>
        <source>QR de la carte</source>
        <translation>QR code of the card</translation>
    </message>
    <message>
        <source>Ouvrir la fiche</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Créer la fiche et la carte</source>
        <translation>Make the file and the card</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>C’est quelqu’un d’autre&#xa0;: continuer</source>
        <translation>It is someone else: continue</translation>
    </message>
    <message>
        <source>Accorder {plan}</source>
        <translation>Grant {plan}</translation>
    </message>
    <message>
        <source>Cette formule n’a pas de prix</source>
        <translation>This plan has no price</translation>
    </message>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>{name} est membre n°&#xa0;{number}</source>
        <translation>{name} is member no. {number}</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {amount}</source>
        <translation>Change: {amount}</translation>
    </message>
    <message>
        <source>La carte s’imprime. Elle peut aussi être photographiée ici.</source>
        <translation>The card is printing. It can also be photographed here.</translation>
    </message>
    <message>
        <source>Vente {number}. La carte s’imprime, ou se photographie ici.</source>
        <translation>Sale {number}. The card is printing; it can also be photographed here.</translation>
    </message>
    <message>
        <source>{plan} · {price}</source>
        <translation>{plan} · {price}</translation>
    </message>
</context>
<context>
    <name>NewOrganisationPanel</name>
    <message>
        <source>Nouvelle organisation</source>
        <translation>New organisation</translation>
    </message>
    <message>
        <source>Créer la fiche</source>
        <translation>Make the file</translation>
    </message>
    <message>
        <source>C’en est une autre&#xa0;: créer</source>
        <translation>It is another: make it</translation>
    </message>
</context>
<context>
    <name>NotNowStrip</name>
    <message>
        <source>Revenir à maintenant</source>
        <translation>Back to now</translation>
    </message>
    <message>
        <source>Pas maintenant&#xa0;: le plan tel qu’il sera à {hour}</source>
        <translation>Not now: the plan as it will be at {hour}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Caisse ouverte, fond {amount}</source>
        <translation>Till open, float {amount}</translation>
    </message>
    <message>
        <source>Fond de caisse pas encore compté</source>
        <translation>Cash float not counted yet</translation>
    </message>
    <message>
        <source>Impressions à jour</source>
        <translation>Printing up to date</translation>
    </message>
    <message>
        <source>1 document attend l’imprimante</source>
        <translation>1 document is waiting for the printer</translation>
    </message>
    <message>
        <source>{count} documents attendent l’imprimante</source>
        <translation>{count} documents are waiting for the printer</translation>
    </message>
    <message>
        <source>Le second relevé du journal n’a pas pu être écrit&#xa0;: {reason}. Les ventes sont sauves.</source>
        <translation>The journal’s second copy could not be written: {reason}. The sales are safe.</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>See</translation>
    </message>
    <message>
        <source>{title} est-il sorti de l’imprimante&#xa0;?</source>
        <translation>Did the printer print ‘{title}’?</translation>
    </message>
    <message>
        <source>{trouble} Rien n’est perdu&#xa0;: {title} sortira dès que possible.</source>
        <translation>{trouble} Nothing is lost: {title} will come out as soon as possible.</translation>
    </message>
    <message>
        <source>{trouble} Rien n’est perdu&#xa0;: {count} documents sortiront dès que possible.</source>
        <translation>{trouble} Nothing is lost: {count} documents will come out as soon as possible.</translation>
    </message>
    <message>
        <source>La journée du {day} n’est pas clôturée&#xa0;: le tiroir attend son compte.</source>
        <translation>The day of {day} is not closed: the drawer waits to be counted.</translation>
    </message>
    <message>
        <source>Clôturer</source>
        <translation>Close it</translation>
    </message>
    <message>
        <source>{count} personnes d’un jour passé n’ont pas noté leur départ.</source>
        <translation>{count} people from a former day have not checked out.</translation>
    </message>
    <message>
        <source>Une personne d’un jour passé n’a pas noté son départ.</source>
        <translation>One person from a former day has not checked out.</translation>
    </message>
    <message>
        <source>Le journal ne correspond plus à son second relevé&#xa0;: l’un des deux a peut-être été modifié. Vous pouvez continuer&#xa0;; prévenez une personne gérante (casaco-desk verify).</source>
        <translation>The journal no longer matches its second place: one of the two may have been changed. You can go on; tell a manager (casaco-desk verify).</translation>
    </message>
    <message>
        <source>{count} personnes sur {limit}&#xa0;: la limite de sécurité approche, encore {left} entrées.</source>
        <translation>{count} people of {limit}: the safety limit is near, {left} more can come in.</translation>
    </message>
    <message>
        <source>{count} personnes sur {limit}&#xa0;: encore une entrée, puis c’est complet.</source>
        <translation>{count} people of {limit}: one more can come in, then the house is full.</translation>
    </message>
    <message>
        <source>{count} personnes sur {limit}&#xa0;: la limite de sécurité est atteinte, la maison est pleine.</source>
        <translation>{count} people of {limit}: the safety limit is reached, the house is full.</translation>
    </message>
    <message>
        <source>Voir qui est là</source>
        <translation>See who is in</translation>
    </message>
    <message>
        <source>Compléter</source>
        <translation>Complete</translation>
    </message>
</context>
<context>
    <name>Omnibox</name>
    <message>
        <source>Scanner ou chercher&#xa0;: membre, salle, reçu…  Ctrl K</source>
        <translation>Scan or search: member, room, receipt…  Ctrl K</translation>
    </message>
    <message>
        <source>Chercher un membre, un espace, un reçu ou une action</source>
        <translation>Search for a member, a space, a receipt or an action</translation>
    </message>
    <message>
        <source>Réponses</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Rien de ce nom. Essayez avec moins de lettres.</source>
        <translation>Nothing by that name. Try with fewer letters.</translation>
    </message>
    <message>
        <source>Scanner ou chercher…</source>
        <translation>Scan or search…</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>fermeture exceptionnelle</source>
        <translation>an exceptional closing</translation>
    </message>
    <message>
        <source>c’est un jour de fermeture</source>
        <translation>it is a closing day</translation>
    </message>
    <message>
        <source>La maison est fermée le {day}&#xa0;: {why}.</source>
        <translation>The house is closed on {day}: {why}.</translation>
    </message>
    <message>
        <source>La maison est ouverte de {opens} à {closes} le {day}&#xa0;: ce n’est pas dedans.</source>
        <translation>The house is open from {opens} to {closes} on {day}: this is not within.</translation>
    </message>
    <message>
        <source>Un jour de la semaine va de 1 (lundi) à 7 (dimanche).</source>
        <translation>A weekday goes from 1 (Monday) to 7 (Sunday).</translation>
    </message>
    <message>
        <source>Ce jour n’a pas d’horaires particuliers.</source>
        <translation>This day has no hours of its own.</translation>
    </message>
    <message>
        <source>L’heure de fermeture vient après l’heure d’ouverture.</source>
        <translation>The closing hour comes after the opening hour.</translation>
    </message>
</context>
<context>
    <name>OrganisationForm</name>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>N° de TVA</source>
        <translation>VAT number</translation>
    </message>
    <message>
        <source>Forme juridique</source>
        <translation>Legal form</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Pourquoi ce tarif</source>
        <translation>Why this price</translation>
    </message>
    <message>
        <source>Agrément ESUS, association…</source>
        <translation>ESUS approval, association…</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>&#xa0;jours</source>
        <translation>&#xa0;days</translation>
    </message>
    <message>
        <source>Délai de paiement</source>
        <translation>Payment term</translation>
    </message>
    <message>
        <source>Peut être facturée</source>
        <translation>May be invoiced</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>OrganisationPanel</name>
    <message>
        <source>Données d’une personne&#xa0;: sur demande, elles s’emportent en fichier ou s’effacent, journal compris.</source>
        <translation>A person’s data: on request, they are taken away as a file or erased, in the journal too.</translation>
    </message>
    <message>
        <source>Données (JSON)</source>
        <translation>Data (JSON)</translation>
    </message>
    <message>
        <source>Effacer pour toujours</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>L’autre fiche disparaît&#xa0;: ses réservations, devis, contacts et ventes passent à celle-ci, et son nom continue de la trouver. Cela ne se défait pas.</source>
        <translation>The other file disappears: its bookings, quotes, contacts and sales go to this one, and its name still finds it. This cannot be undone.</translation>
    </message>
    <message>
        <source>Nom de l’autre fiche</source>
        <translation>Name of the other file</translation>
    </message>
    <message>
        <source>Fiches qui ressemblent</source>
        <translation>Files that look alike</translation>
    </message>
    <message>
        <source>Fusionner avec une autre fiche…</source>
        <translation>Merge with another file…</translation>
    </message>
    <message>
        <source>Ressemble à {name}&#xa0;: fusionner…</source>
        <translation>Looks like {name}: merge…</translation>
    </message>
    <message>
        <source>Archiver&#xa0;: ne plus la proposer</source>
        <translation>Archive: offer it no more</translation>
    </message>
    <message>
        <source>La proposer de nouveau</source>
        <translation>Offer it again</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Choisissez l’autre fiche</source>
        <translation>Choose the other file</translation>
    </message>
    <message>
        <source>Fusionner sans retour</source>
        <translation>Merge, with no way back</translation>
    </message>
    <message>
        <source>«&#xa0;{other}&#xa0;» disparaît dans «&#xa0;{name}&#xa0;».</source>
        <translation>“{other}” disappears into “{name}”.</translation>
    </message>
    <message>
        <source>Où écrire ces données&#xa0;?</source>
        <translation>Where should these data be written?</translation>
    </message>
    <message>
        <source>contact.json</source>
        <translation>contact.json</translation>
    </message>
    <message>
        <source>Données (*.json)</source>
        <translation>Data (*.json)</translation>
    </message>
    <message>
        <source>sans SIREN</source>
        <translation>no SIREN</translation>
    </message>
</context>
<context>
    <name>Organisations</name>
    <message>
        <source>Donnez le nom de l’organisation.</source>
        <translation>Please give the name of the organisation.</translation>
    </message>
    <message>
        <source>Le SIREN {siren} est déjà celui de {name}.</source>
        <translation>SIREN {siren} is already that of {name}.</translation>
    </message>
    <message>
        <source>Choisissez un pays de la liste.</source>
        <translation>Choose a country of the list.</translation>
    </message>
    <message>
        <source>«&#xa0;{postcode}&#xa0;» n’est pas un code postal&#xa0;: cinq chiffres.</source>
        <translation>“{postcode}” is not a postcode: five digits.</translation>
    </message>
    <message>
        <source>La loi limite le délai de paiement à {days} jours.</source>
        <translation>The law limits payment terms to {days} days.</translation>
    </message>
    <message>
        <source>Dites pourquoi le tarif solidaire&#xa0;: agrément ESUS, statut d’association…</source>
        <translation>Say why the solidarity price: ESUS approval, an association…</translation>
    </message>
    <message>
        <source>{name} est déjà connue, et lui ressemble.</source>
        <translation>{name} is known already, and looks like it.</translation>
    </message>
    <message>
        <source>Cette organisation est introuvable.</source>
        <translation>This organisation cannot be found.</translation>
    </message>
    <message>
        <source>Ouvrir sa fiche</source>
        <translation>Open its file</translation>
    </message>
    <message>
        <source>«&#xa0;{siren}&#xa0;» n’est pas un SIREN&#xa0;: neuf chiffres, dont un de contrôle. Vérifiez-le.</source>
        <translation>‘{siren}’ is not a SIREN: nine digits, one of which checks the others. Please check it.</translation>
    </message>
    <message>
        <source>«&#xa0;{siret}&#xa0;» n’est pas un SIRET&#xa0;: quatorze chiffres, dont deux de contrôle. Vérifiez-le.</source>
        <translation>“{siret}” is not a SIRET: fourteen digits, two of them for checking. Check it.</translation>
    </message>
    <message>
        <source>Un SIRET commence par le SIREN&#xa0;: {siret} n’est pas de {siren}.</source>
        <translation>A SIRET begins with the SIREN: {siret} is not of {siren}.</translation>
    </message>
    <message>
        <source>«&#xa0;{vat}&#xa0;» n’est pas un numéro de TVA de ce pays. Vérifiez-le.</source>
        <translation>“{vat}” is not a VAT number of that country. Check it.</translation>
    </message>
    <message>
        <source>Un numéro de TVA français finit par le SIREN&#xa0;: {siren}.</source>
        <translation>A French VAT number ends with the SIREN: {siren}.</translation>
    </message>
    <message>
        <source>Ces deux fiches n’en font déjà qu’une.</source>
        <translation>These two files are one already.</translation>
    </message>
    <message>
        <source>{kept} et {merged} ont deux SIREN différents&#xa0;: ce sont deux organisations, qui le restent.</source>
        <translation>{kept} and {merged} have two different SIRENs: they are two organisations, and remain so.</translation>
    </message>
</context>
<context>
    <name>OrganisationsPage</name>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Nom, SIREN, ville, tarif…</source>
        <translation>Name, SIREN, town, price…</translation>
    </message>
    <message>
        <source>Filtrer les organisations</source>
        <translation>Filter the organisations</translation>
    </message>
    <message>
        <source>Membres (F5)</source>
        <translation>Members (F5)</translation>
    </message>
    <message>
        <source>Nouvelle organisation</source>
        <translation>New organisation</translation>
    </message>
    <message>
        <source>Montrer aussi les archivées</source>
        <translation>Show the archived ones too</translation>
    </message>
    <message>
        <source>Entrée&#xa0;: la fiche, ses contacts, ses devis.</source>
        <translation>Enter: the file, its contacts, its quotes.</translation>
    </message>
    <message>
        <source>{shown} sur {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>Aucune organisation pour l’instant&#xa0;: la première location en crée.</source>
        <translation>No organisation yet: the first rental makes one.</translation>
    </message>
    <message>
        <source>Rien ne correspond. Essayez avec moins de lettres.</source>
        <translation>Nothing matches. Try with fewer letters.</translation>
    </message>
</context>
<context>
    <name>OrganisationsTable</name>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>archivée</source>
        <translation>archived</translation>
    </message>
    <message>
        <source>tarif à justifier</source>
        <translation>price to be justified</translation>
    </message>
</context>
<context>
    <name>OutsidePanel</name>
    <message>
        <source>Réservations hors des heures</source>
        <translation>Bookings outside the hours</translation>
    </message>
    <message>
        <source>Elles restent telles quelles&#xa0;: prévenez ces personnes, ou déplacez-les.</source>
        <translation>They stay as they are: tell those people, or move them.</translation>
    </message>
    <message>
        <source>Ne rien changer</source>
        <translation>Change nothing</translation>
    </message>
    <message>
        <source>Changer, {count} réservations restent dehors</source>
        <translation>Change, {count} bookings stay outside</translation>
    </message>
    <message>
        <source>Changer, cette réservation reste dehors</source>
        <translation>Change, this booking stays outside</translation>
    </message>
    <message>
        <source>{start} → {end} · {space} · {title}</source>
        <translation>{start} → {end} · {space} · {title}</translation>
    </message>
</context>
<context>
    <name>Override</name>
    <message>
        <source>On ne fait entrer que quelqu’un que la maison connaît.</source>
        <translation>Only someone whom the house knows can be let in.</translation>
    </message>
    <message>
        <source>{name} est déjà dans la maison.</source>
        <translation>{name} is in already.</translation>
    </message>
    <message>
        <source>Dites pourquoi&#xa0;: la raison est gardée avec le passage.</source>
        <translation>Say why: the reason is kept with the visit.</translation>
    </message>
    <message>
        <source>C’est à un·e gérant·e de le décider&#xa0;: demandez-lui son code, ici.</source>
        <translation>A manager decides this: ask them for their code, here.</translation>
    </message>
</context>
<context>
    <name>Overtime</name>
    <message>
        <source>{title} est encore dans {space}, {people} personnes&#xa0;: fini à {hour}.</source>
        <translation>{title} is still in {space}, {people} people: it ended at {hour}.</translation>
    </message>
    <message>
        <source>{title} est encore dans {space}, une personne&#xa0;: fini à {hour}.</source>
        <translation>{title} is still in {space}, one person: it ended at {hour}.</translation>
    </message>
    <message>
        <source>Ce temps est compris dans le prix déjà payé.</source>
        <translation>This time is included in the price already paid.</translation>
    </message>
    <message>
        <source>Cette location n’est pas payée&#xa0;: encaissez-la d’abord, à son panneau.</source>
        <translation>This rental is not paid: take its price first, in its panel.</translation>
    </message>
    <message>
        <source>C’est payé jusqu’à {hour}&#xa0;: choisissez une heure après.</source>
        <translation>It is paid until {hour}: choose a later hour.</translation>
    </message>
    <message>
        <source>La salle ne peut pas être tenue jusque-là&#xa0;: le dépassement se facture jusqu’à {hour}.</source>
        <translation>The room cannot be held until then: overtime is charged until {hour}.</translation>
    </message>
    <message>
        <source>Seul le temps d’une location se facture.</source>
        <translation>Only the time of a rental is charged.</translation>
    </message>
    <message>
        <source>Cette location n’a pas commencé&#xa0;: changez plutôt son heure.</source>
        <translation>This rental has not begun: change its hour instead.</translation>
    </message>
    <message>
        <source>{space}, dépassement de {start} à {end}</source>
        <translation>{space}, overtime from {start} to {end}</translation>
    </message>
</context>
<context>
    <name>OvertimePanel</name>
    <message>
        <source>Jusqu’à quand</source>
        <translation>Until when</translation>
    </message>
    <message>
        <source>Paiement</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Dépassement</source>
        <translation>Overtime</translation>
    </message>
    <message>
        <source>Jusqu’à</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Imprimer le reçu</source>
        <translation>Print the receipt</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>{space}, payé jusqu’à {hour}</source>
        <translation>{space}, paid until {hour}</translation>
    </message>
    <message>
        <source>Compris dans le prix déjà payé&#xa0;: rien à encaisser.</source>
        <translation>Included in the price already paid: nothing to take.</translation>
    </message>
    <message>
        <source>La salle est libre&#xa0;: elle sera tenue jusque-là.</source>
        <translation>The room is free: it will be held until then.</translation>
    </message>
    <message>
        <source>La salle est prise ensuite&#xa0;: le temps passé est facturé, sans plus.</source>
        <translation>The room is taken next: the time spent is charged, and no more.</translation>
    </message>
    <message>
        <source>Continuer · {amount}</source>
        <translation>Continue · {amount}</translation>
    </message>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>Payé jusqu’à {hour}</source>
        <translation>Paid until {hour}</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {amount}</source>
        <translation>Change to give: {amount}</translation>
    </message>
    <message>
        <source>Reçu {number}. La réservation dure maintenant jusque-là.</source>
        <translation>Receipt {number}. The booking now lasts until then.</translation>
    </message>
    <message>
        <source>Reçu {number}. La réservation garde sa fin.</source>
        <translation>Receipt {number}. The booking keeps its end.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Revenir au plan (Échap)</source>
        <translation>Back to the plan (Esc)</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>{title} (suite)</source>
        <translation>{title} (continued)</translation>
    </message>
    <message>
        <source>page {number} sur {count}</source>
        <translation>page {number} of {count}</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Espèces</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Chèque</source>
        <translation>Cheque</translation>
    </message>
    <message>
        <source>Virement</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Sur facture</source>
        <translation>On an invoice</translation>
    </message>
    <message>
        <source>La liste d’évacuation s’imprime.</source>
        <translation>The roll call is printing.</translation>
    </message>
    <message>
        <source>Où écrire la liste d’évacuation&#xa0;?</source>
        <translation>Where should the roll call be written?</translation>
    </message>
    <message>
        <source>evacuation.pdf</source>
        <translation>roll-call.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>La liste d’évacuation est dans {file}.</source>
        <translation>The roll call is in {file}.</translation>
    </message>
</context>
<context>
    <name>Parcels</name>
    <message>
        <source>{day} · {note}</source>
        <translation>{day} · {note}</translation>
    </message>
    <message>
        <source>Rien n’attend plus {name}.</source>
        <translation>Nothing is waiting for {name} any more.</translation>
    </message>
    <message>
        <source>Cette remise ne peut plus être annulée&#xa0;: plus de {minutes} minutes ont passé.</source>
        <translation>This can no longer be undone: more than {minutes} minutes have passed.</translation>
    </message>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
</context>
<context>
    <name>ParcelsSection</name>
    <message>
        <source>Remettre (R)</source>
        <translation>Hand over (R)</translation>
    </message>
    <message>
        <source>Où, quoi…</source>
        <translation>Where, what…</translation>
    </message>
    <message>
        <source>Note sur le colis reçu (facultatif)</source>
        <translation>Note on the parcel received (optional)</translation>
    </message>
    <message>
        <source>Noter un colis</source>
        <translation>Note a parcel</translation>
    </message>
    <message>
        <source>Colis et courrier ({count})</source>
        <translation>Parcels and post ({count})</translation>
    </message>
    <message>
        <source>Colis et courrier</source>
        <translation>Parcels and post</translation>
    </message>
    <message>
        <source>1 colis remis · Annuler</source>
        <translation>1 parcel handed over · Undo</translation>
    </message>
    <message>
        <source>{count} colis remis · Annuler</source>
        <translation>{count} parcels handed over · Undo</translation>
    </message>
</context>
<context>
    <name>Passes</name>
    <message>
        <source>La matinée est finie&#xa0;: vendez l’après-midi ou la journée.</source>
        <translation>The morning is over: sell the afternoon or the day.</translation>
    </message>
    <message>
        <source>Ce pass n’a pas de prix pour cette catégorie.</source>
        <translation>This pass has no price for this category.</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>À encaisser</source>
        <translation>To take</translation>
    </message>
    <message>
        <source>Mode de paiement</source>
        <translation>Way of paying</translation>
    </message>
    <message>
        <source>Montant de ce paiement</source>
        <translation>Amount of this payment</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Reçu du client</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Billets</source>
        <translation>Banknotes</translation>
    </message>
    <message>
        <source>À rendre</source>
        <translation>Change to give</translation>
    </message>
    <message>
        <source>Ce montant ne se lit pas&#xa0;: tapez par exemple 12,50.</source>
        <translation>This amount cannot be read: type for example 12.50.</translation>
    </message>
    <message>
        <source>Il n’y a que {amount} à encaisser.</source>
        <translation>Only {amount} is due.</translation>
    </message>
    <message>
        <source>Noter {amount} ({mode}) et payer le reste autrement</source>
        <translation>Note {amount} ({mode}) and pay the rest another way</translation>
    </message>
    <message>
        <source>il manque {amount}</source>
        <translation>{amount} short</translation>
    </message>
    <message>
        <source>Reprendre les paiements</source>
        <translation>Start the payments over</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>Membre</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Solidaire (ESS)</source>
        <translation>Solidarity</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>accès suspendu&#xa0;: {reason}</source>
        <translation>access suspended: {reason}</translation>
    </message>
    <message>
        <source>Dites pourquoi&#xa0;: c’est ce que l’accueil lira.</source>
        <translation>Say why: it is what the desk will read.</translation>
    </message>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
    <message>
        <source>{name} est déjà membre, sous le n° {number}.</source>
        <translation>{name} is already a member, no. {number}.</translation>
    </message>
    <message>
        <source>Ouvrir sa fiche</source>
        <translation>Open their file</translation>
    </message>
    <message>
        <source>Donnez un nom.</source>
        <translation>Give a name.</translation>
    </message>
    <message>
        <source>«&#xa0;{email}&#xa0;» n’est pas une adresse électronique.</source>
        <translation>“{email}” is not an email address.</translation>
    </message>
</context>
<context>
    <name>PeopleGestures</name>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
    <message>
        <source>{count} cartes s’impriment.</source>
        <translation>{count} cards are printing.</translation>
    </message>
    <message>
        <source>La carte de {name} s’imprime.</source>
        <translation>{name}’s card is printing.</translation>
    </message>
    <message>
        <source>{count} cartes s’impriment. Sans carte en service&#xa0;: {names}.</source>
        <translation>{count} cards are printing. With no card in force: {names}.</translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message>
        <source>{count} ventes à ce nom restent dans le journal de caisse jusqu’au terme légal&#xa0;: six ans, dix pour les factures.</source>
        <translation>{count} sales in this name stay in the till’s journal until their legal term: six years, ten for invoices.</translation>
    </message>
    <message>
        <source>Une vente à ce nom reste dans le journal de caisse jusqu’au terme légal&#xa0;: six ans, dix pour les factures.</source>
        <translation>One sale in this name stays in the till’s journal until its legal term: six years, ten for invoices.</translation>
    </message>
    <message>
        <source>Les factures à ce nom, avec leur adresse, se gardent dix ans&#xa0;: la loi l’impose.</source>
        <translation>Invoices in this name, with their address, are kept for ten years: the law requires it.</translation>
    </message>
    <message>
        <source>Le registre des sociétaires garde ce nom&#xa0;: la loi l’impose à la coopérative.</source>
        <translation>The register of cooperators keeps this name: the law asks it of the cooperative.</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>N° de membre</source>
        <translation>Member number</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Membre depuis</source>
        <translation>Member since</translation>
    </message>
    <message>
        <source>Nommé sur le plan</source>
        <translation>Named on the plan</translation>
    </message>
    <message>
        <source>Message pour l’accueil</source>
        <translation>Message for the desk</translation>
    </message>
    <message>
        <source>Motif de blocage</source>
        <translation>Reason of the suspension</translation>
    </message>
    <message>
        <source>Donnée</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Formule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Reste</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Formules</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Remise le</source>
        <translation>Handed on</translation>
    </message>
    <message>
        <source>Annulée le</source>
        <translation>Cancelled on</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cartes</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>supposé</source>
        <translation>supposed</translation>
    </message>
    <message>
        <source>Arrivée</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>Départ</source>
        <translation>Departure</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Départ noté ou supposé</source>
        <translation>Departure recorded or supposed</translation>
    </message>
    <message>
        <source>Vu·e encore là</source>
        <translation>Seen still in</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Invité·e</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>Invité·es reçu·es</source>
        <translation>Guests received</translation>
    </message>
    <message>
        <source>Invité·e par</source>
        <translation>Guest of</translation>
    </message>
    <message>
        <source>Passages comme invité·e</source>
        <translation>Visits as a guest</translation>
    </message>
    <message>
        <source>Le</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Scans refusés</source>
        <translation>Refused scans</translation>
    </message>
    <message>
        <source>Objet</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Réservations</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Reçu le</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Remis le</source>
        <translation>Handed on</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Courrier et colis</source>
        <translation>Post and parcels</translation>
    </message>
    <message>
        <source>Objet prêté</source>
        <translation>Thing lent</translation>
    </message>
    <message>
        <source>À rendre le</source>
        <translation>Due back on</translation>
    </message>
    <message>
        <source>Rendu le</source>
        <translation>Returned on</translation>
    </message>
    <message>
        <source>Clés et matériel prêtés</source>
        <translation>Keys and equipment lent</translation>
    </message>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Ventes à ce nom</source>
        <translation>Sales in this name</translation>
    </message>
    <message>
        <source>Factures et avoirs à ce nom</source>
        <translation>Invoices and credit notes in this name</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Fonction</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>Email address</translation>
    </message>
    <message>
        <source>Noté le</source>
        <translation>Noted on</translation>
    </message>
    <message>
        <source>Contact d’une organisation</source>
        <translation>Contact of an organisation</translation>
    </message>
    <message>
        <source>N° de sociétaire</source>
        <translation>Cooperator number</translation>
    </message>
    <message>
        <source>Collège</source>
        <translation>College</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Shares</translation>
    </message>
    <message>
        <source>Parts sociales</source>
        <translation>Shares held</translation>
    </message>
    <message>
        <source>Acte</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Journal des opérations</source>
        <translation>Journal of operations</translation>
    </message>
</context>
<context>
    <name>PictureScans</name>
    <message>
        <source>Scanner une image</source>
        <translation>Scan a picture</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Donnez une image à la fois.</source>
        <translation>Give one picture at a time.</translation>
    </message>
    <message>
        <source>Il n’y a là ni image, ni code de Casaco.</source>
        <translation>There is neither a picture nor a Casaco code here.</translation>
    </message>
    <message>
        <source>Cette image n’a pas pu être lue.</source>
        <translation>This picture could not be read.</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Fermé</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Préparation jusqu’à {hour}</source>
        <translation>Setting up until {hour}</translation>
    </message>
    <message>
        <source>Rangement jusqu’à {hour}</source>
        <translation>Cleaning up until {hour}</translation>
    </message>
    <message>
        <source>Personne n’est venu · pris jusqu’à {hour}</source>
        <translation>Nobody came · taken until {hour}</translation>
    </message>
    <message>
        <source>Événement jusqu’à {hour}</source>
        <translation>Event until {hour}</translation>
    </message>
    <message>
        <source>Pris jusqu’à {hour}</source>
        <translation>Taken until {hour}</translation>
    </message>
    <message>
        <source>{title} · {count} là</source>
        <translation>{title} · {count} in</translation>
    </message>
    <message>
        <source>À libérer depuis {hour}</source>
        <translation>To be left since {hour}</translation>
    </message>
    <message>
        <source>Bientôt pris · dans {minutes} min</source>
        <translation>Taken soon · in {minutes} min</translation>
    </message>
    <message>
        <source>Complet · {total} places</source>
        <translation>Full · {total} places</translation>
    </message>
    <message>
        <source>1 place libre sur {total}</source>
        <translation>1 of {total} places free</translation>
    </message>
    <message>
        <source>{free} places libres sur {total}</source>
        <translation>{free} of {total} places free</translation>
    </message>
    <message>
        <source>Libre jusqu’à {hour}</source>
        <translation>Free until {hour}</translation>
    </message>
    <message>
        <source>Libre · 1 personne</source>
        <translation>Free · 1 person</translation>
    </message>
    <message>
        <source>Libre · {count} personnes</source>
        <translation>Free · {count} people</translation>
    </message>
    <message>
        <source>Libre</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>{title} ({people})</source>
        <translation>{title} ({people})</translation>
    </message>
    <message>
        <source>{seats} places</source>
        <translation>{seats} seats</translation>
    </message>
    <message>
        <source>{surface}&#xa0;m² · {seats} places</source>
        <translation>{surface}&#xa0;m² · {seats} seats</translation>
    </message>
    <message>
        <source>{surface}&#xa0;m²</source>
        <translation>{surface}&#xa0;m²</translation>
    </message>
</context>
<context>
    <name>PlanBoard</name>
    <message>
        <source>Ajuster</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>Agrandir le plan</source>
        <translation>Zoom in on the plan</translation>
    </message>
    <message>
        <source>Réduire le plan</source>
        <translation>Zoom out of the plan</translation>
    </message>
    <message>
        <source>Agrandir (+)</source>
        <translation>Zoom in (+)</translation>
    </message>
    <message>
        <source>Réduire (-)</source>
        <translation>Zoom out (-)</translation>
    </message>
    <message>
        <source>Voir tout l’étage (0)</source>
        <translation>See the whole floor (0)</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Modifier le plan</source>
        <translation>Edit the plan</translation>
    </message>
    <message>
        <source>Modifier le plan (Ctrl Maj E)</source>
        <translation>Edit the plan (Ctrl Shift E)</translation>
    </message>
    <message>
        <source>{floor}, présents&#xa0;: {count}</source>
        <translation>{floor}, people in: {count}</translation>
    </message>
</context>
<context>
    <name>PlanCanvas</name>
    <message>
        <source>Dessin de l’étage</source>
        <translation>Drawing of the floor</translation>
    </message>
    <message>
        <source>Ctrl et les flèches&#xa0;: d’un espace à l’autre.</source>
        <translation>Ctrl and the arrows: from space to space.</translation>
    </message>
    <message>
        <source>{space}, poste {number}</source>
        <translation>{space}, desk {number}</translation>
    </message>
    <message>
        <source>{space}, {surface}</source>
        <translation>{space}, {surface}</translation>
    </message>
</context>
<context>
    <name>PlanChecks</name>
    <message>
        <source>{floor} n’a aucun espace&#xa0;: ajoutez-en un, ou retirez l’étage.</source>
        <translation>{floor} has no space: add one, or remove the floor.</translation>
    </message>
    <message>
        <source>Les murs de {space} n’enferment pas une surface.</source>
        <translation>The walls of {space} do not enclose a surface.</translation>
    </message>
    <message>
        <source>{space}&#xa0;: le poste {number} est hors des murs.</source>
        <translation>{space}: desk {number} is outside the walls.</translation>
    </message>
    <message>
        <source>{one} et {two} se recouvrent.</source>
        <translation>{one} and {two} overlap.</translation>
    </message>
</context>
<context>
    <name>PlanDays</name>
    <message>
        <source>{space} n’est pas sur le plan du {day}.</source>
        <translation>{space} is not on the plan of {day}.</translation>
    </message>
    <message>
        <source>{space} n’a plus deux espaces sur le plan du {day}&#xa0;: choisissez-en un autre.</source>
        <translation>{space} no longer has two spaces on the plan of {day}: choose another one.</translation>
    </message>
</context>
<context>
    <name>PlanEditing</name>
    <message>
        <source>Ce plan est trop gros pour être gardé&#xa0;: retirez-en des lignes.</source>
        <translation>This plan is too big to be kept: take some lines away.</translation>
    </message>
    <message>
        <source>Ce brouillon a changé dans une autre fenêtre&#xa0;: rouvrez l’éditeur du plan.</source>
        <translation>This draft was changed in another window: open the plan editor again.</translation>
    </message>
</context>
<context>
    <name>PlanEditorPage</name>
    <message>
        <source>Modifier le plan</source>
        <translation>Edit the plan</translation>
    </message>
    <message>
        <source>Étage</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>Pas de la grille</source>
        <translation>Grid step</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Ctrl Y</source>
        <translation>Ctrl Y</translation>
    </message>
    <message>
        <source>Grille</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>Espace choisi</source>
        <translation>Chosen space</translation>
    </message>
    <message>
        <source>Ajouter un espace</source>
        <translation>Add a space</translation>
    </message>
    <message>
        <source>Retirer l’espace</source>
        <translation>Remove the space</translation>
    </message>
    <message>
        <source>Ajouter un poste</source>
        <translation>Add a desk</translation>
    </message>
    <message>
        <source>Retirer le poste</source>
        <translation>Remove the desk</translation>
    </message>
    <message>
        <source>Total {whole} (publié&#xa0;: {before}) · étage {floor} · {seats} postes</source>
        <translation>Total {whole} (published: {before}) · floor {floor} · {seats} desks</translation>
    </message>
    <message>
        <source>Choisissez un espace, sur le dessin ou dans la liste.</source>
        <translation>Choose a space, on the drawing or in the list.</translation>
    </message>
    <message>
        <source>{surface}, {seats} postes.</source>
        <translation>{surface}, {seats} desks.</translation>
    </message>
    <message>
        <source>Nouvel espace</source>
        <translation>New space</translation>
    </message>
    <message>
        <source>Nouvel étage</source>
        <translation>New floor</translation>
    </message>
    <message>
        <source>Importer un plan ou un dessin</source>
        <translation>Import a plan or a drawing</translation>
    </message>
    <message>
        <source>Exporter le plan</source>
        <translation>Export the plan</translation>
    </message>
    <message>
        <source>Plan exporté&#xa0;: {name}.</source>
        <translation>Plan exported: {name}.</translation>
    </message>
    <message>
        <source>Plan publié&#xa0;: {surface}, {seats} postes, dès le {day}.</source>
        <translation>Plan published: {surface}, {seats} desks, from {day}.</translation>
    </message>
    <message>
        <source>Plan publié&#xa0;: {surface}, {seats} postes, dès le {day}. Ensembles qui n’auront plus deux espaces et s’arrêtent ce jour-là&#xa0;: {wholes}.</source>
        <translation>Plan published: {surface}, {seats} desks, from {day}. Wholes left with fewer than two spaces, which end on that day: {wholes}.</translation>
    </message>
    <message>
        <source>Plan du {day} retiré&#xa0;: son dessin est le brouillon.</source>
        <translation>Plan of {day} withdrawn: its drawing is the draft.</translation>
    </message>
</context>
<context>
    <name>PlanEdits</name>
    <message>
        <source>Un espace a de 0 à {most} places assises.</source>
        <translation>A space has from 0 to {most} seats.</translation>
    </message>
    <message>
        <source>Cet étage n’est pas sur le plan.</source>
        <translation>This floor is not on the plan.</translation>
    </message>
    <message>
        <source>Un étage a {most} espaces au plus.</source>
        <translation>A floor has at most {most} spaces.</translation>
    </message>
    <message>
        <source>La cloison doit partager {space} en deux morceaux&#xa0;: placez-la ailleurs.</source>
        <translation>The wall must divide {space} into two pieces: put it elsewhere.</translation>
    </message>
    <message>
        <source>La cloison passe sur un poste&#xa0;: déplacez l’un ou l’autre.</source>
        <translation>The wall goes over a desk: move one or the other.</translation>
    </message>
    <message>
        <source>Choisissez d’abord un espace du plan.</source>
        <translation>Choose a space of the plan first.</translation>
    </message>
    <message>
        <source>Les murs de {space} n’enfermeraient plus une surface.</source>
        <translation>The walls of {space} would no longer enclose a surface.</translation>
    </message>
    <message>
        <source>Un étage a {most} mètres de côté au plus.</source>
        <translation>A floor is at most {most} metres wide and deep.</translation>
    </message>
    <message>
        <source>Donnez un nom à l’espace.</source>
        <translation>Give the space a name.</translation>
    </message>
    <message>
        <source>Choisissez ce qu’est l’espace.</source>
        <translation>Choose what the space is.</translation>
    </message>
    <message>
        <source>Un espace s’appelle déjà «&#xa0;{name}&#xa0;».</source>
        <translation>A space is already called “{name}”.</translation>
    </message>
    <message>
        <source>Un espace a {most} postes au plus.</source>
        <translation>A space has at most {most} desks.</translation>
    </message>
    <message>
        <source>Il n’y a plus la place d’un poste dans {space}.</source>
        <translation>There is no room for another desk in {space}.</translation>
    </message>
    <message>
        <source>Choisissez d’abord un poste.</source>
        <translation>Choose a desk first.</translation>
    </message>
    <message>
        <source>Ce poste sortirait de {space}.</source>
        <translation>This desk would leave {space}.</translation>
    </message>
</context>
<context>
    <name>PlanGestures</name>
    <message>
        <source>{space}&#xa0;: {headline} · {detail}</source>
        <translation>{space}: {headline} · {detail}</translation>
    </message>
    <message>
        <source>Réserver plus tard</source>
        <translation>Book for later</translation>
    </message>
    <message>
        <source>{space}, place {number}&#xa0;: libre. Passez une carte, puis cliquez la place.</source>
        <translation>{space}, place {number}: free. Scan a card, then click the place.</translation>
    </message>
    <message>
        <source>{space}, place {number}&#xa0;: {who}.</source>
        <translation>{space}, place {number}: {who}.</translation>
    </message>
    <message>
        <source>{space}, place {number}&#xa0;: prise.</source>
        <translation>{space}, place {number}: taken.</translation>
    </message>
</context>
<context>
    <name>PlanKinds</name>
    <message>
        <source>Salle de réunion</source>
        <translation>Meeting room</translation>
    </message>
    <message>
        <source>Événements et formation</source>
        <translation>Events and training</translation>
    </message>
    <message>
        <source>Espace partagé</source>
        <translation>Open space</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Cabine</source>
        <translation>Phone box</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>Studio</translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Bibliothèque</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Salon</source>
        <translation>Lounge</translation>
    </message>
    <message>
        <source>Cuisine</source>
        <translation>Kitchen</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Jardin</source>
        <translation>Garden</translation>
    </message>
</context>
<context>
    <name>PlanLegend</name>
    <message>
        <source>Légende du plan</source>
        <translation>Key to the plan</translation>
    </message>
    <message>
        <source>{surface}&#xa0;m² · {floors}&#xa0;étages</source>
        <translation>{surface}&#xa0;m² · {floors} floors</translation>
    </message>
</context>
<context>
    <name>PlanObstacles</name>
    <message>
        <source>{space} est réservé le {when} ({title})&#xa0;: déplacez ou annulez cette réservation, ou gardez l’espace.</source>
        <translation>{space} is booked on {when} ({title}): move or cancel that booking, or keep the space.</translation>
    </message>
    <message>
        <source>Le devis {number} promet {space} le {when}&#xa0;: retirez-le d’abord, ou gardez l’espace.</source>
        <translation>Quote {number} promises {space} on {when}: withdraw it first, or keep the space.</translation>
    </message>
    <message>
        <source>{space} n’aurait que {seats} places, et {people} personnes y sont attendues le {when}.</source>
        <translation>{space} would have only {seats} seats, and {people} people are expected there on {when}.</translation>
    </message>
    <message>
        <source>Quelqu’un est dans {space} en ce moment&#xa0;: changez sa place, ou publiez pour demain.</source>
        <translation>Somebody is in {space} at the moment: change their place, or publish for tomorrow.</translation>
    </message>
    <message>
        <source>Quelqu’un est assis au poste {number} de {space}&#xa0;: changez sa place, ou publiez pour demain.</source>
        <translation>Somebody sits at desk {number} of {space}: change their place, or publish for tomorrow.</translation>
    </message>
</context>
<context>
    <name>PlanPublication</name>
    <message>
        <source>{house}, plan des espaces</source>
        <translation>{house}, plan of the spaces</translation>
    </message>
    <message>
        <source>Un autre plan a été publié depuis ce brouillon&#xa0;: repartez de lui.</source>
        <translation>Another plan was published since this draft: begin again from it.</translation>
    </message>
    <message>
        <source>Ce plan est déjà publié&#xa0;: rien n’y a changé.</source>
        <translation>This plan is already published: nothing in it has changed.</translation>
    </message>
    <message>
        <source>Un plan se publie pour aujourd’hui ou pour plus tard.</source>
        <translation>A plan is published for today or for later.</translation>
    </message>
    <message>
        <source>Un plan est déjà prévu pour le {day}&#xa0;: choisissez ce jour ou après.</source>
        <translation>A plan is already due on {day}: choose that day or a later one.</translation>
    </message>
    <message>
        <source>Un plan se publie un an à l’avance au plus.</source>
        <translation>A plan is published a year ahead at most.</translation>
    </message>
    <message>
        <source>Ce plan ne peut pas être publié&#xa0;: {why}</source>
        <translation>This plan cannot be published: {why}</translation>
    </message>
</context>
<context>
    <name>PlanReading</name>
    <message>
        <source>Ce fichier ne peut pas servir&#xa0;: {why}</source>
        <translation>This file cannot be used: {why}</translation>
    </message>
    <message>
        <source>l’étage «&#xa0;{floor}&#xa0;» est trop grand pour cette maison.</source>
        <translation>the floor “{floor}” is too large for this house.</translation>
    </message>
    <message>
        <source>aucune ligne n’y est dessinée.</source>
        <translation>no line is drawn in it.</translation>
    </message>
    <message>
        <source>ses lignes n’ont pas d’étendue.</source>
        <translation>its lines have no extent.</translation>
    </message>
    <message>
        <source>il est trop grand pour cette maison.</source>
        <translation>it is too large for this house.</translation>
    </message>
    <message>
        <source>Aucun dessin n’est sous cet étage.</source>
        <translation>No drawing lies under this floor.</translation>
    </message>
</context>
<context>
    <name>PlanTools</name>
    <message>
        <source>Couper l’espace en deux</source>
        <translation>Split the space in two</translation>
    </message>
    <message>
        <source>Sens de la cloison</source>
        <translation>Direction of the wall</translation>
    </message>
    <message>
        <source>De haut en bas</source>
        <translation>From top to bottom</translation>
    </message>
    <message>
        <source>De gauche à droite</source>
        <translation>From left to right</translation>
    </message>
    <message>
        <source>À cette distance du bord</source>
        <translation>At this distance from the edge</translation>
    </message>
    <message>
        <source>Nom du nouvel espace</source>
        <translation>Name of the new space</translation>
    </message>
    <message>
        <source>Couper</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Fichiers</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Importer un SVG…</source>
        <translation>Import an SVG…</translation>
    </message>
    <message>
        <source>Un plan de la maison, ou un dessin à placer sous l’étage.</source>
        <translation>A plan of the house, or a drawing to lay under the floor.</translation>
    </message>
    <message>
        <source>Exporter en SVG…</source>
        <translation>Export as SVG…</translation>
    </message>
    <message>
        <source>Exporter en PDF…</source>
        <translation>Export as PDF…</translation>
    </message>
    <message>
        <source>Largeur du dessin dessous</source>
        <translation>Width of the drawing below</translation>
    </message>
    <message>
        <source>Retirer le dessin</source>
        <translation>Remove the drawing</translation>
    </message>
    <message>
        <source>Publier</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Garder le brouillon</source>
        <translation>Keep the draft</translation>
    </message>
    <message>
        <source>Repartir du plan publié</source>
        <translation>Restart from published</translation>
    </message>
    <message>
        <source>Premier jour du plan</source>
        <translation>First day of the plan</translation>
    </message>
    <message>
        <source>C’est le plan publié.</source>
        <translation>This is the published plan.</translation>
    </message>
    <message>
        <source>Un autre plan a été publié depuis ce brouillon&#xa0;: repartez de lui.</source>
        <translation>Another plan was published since this draft: begin again from it.</translation>
    </message>
    <message>
        <source>Brouillon pas encore gardé.</source>
        <translation>Draft not kept yet.</translation>
    </message>
    <message>
        <source>Brouillon gardé le {day} à {hour}.</source>
        <translation>Draft kept on {day} at {hour}.</translation>
    </message>
    <message>
        <source>Un plan est prévu pour le {day}&#xa0;: il se retire jusqu’à la veille.</source>
        <translation>A plan is due on {day}: it can be withdrawn until the day before.</translation>
    </message>
    <message>
        <source>Retirer le plan du {day}</source>
        <translation>Withdraw the plan of {day}</translation>
    </message>
    <message>
        <source>Publier dès le {day}</source>
        <translation>Publish from {day}</translation>
    </message>
</context>
<context>
    <name>PlanVersions</name>
    <message>
        <source>Le plan publié ne peut pas être lu&#xa0;: {why}</source>
        <translation>The published plan cannot be read: {why}</translation>
    </message>
    <message>
        <source>Les passages, les ventes et les réservations ne sont pas touchés.</source>
        <translation>Visits, sales and bookings are untouched.</translation>
    </message>
    <message>
        <source>Gardez une copie de la base et remettez la dernière sauvegarde.</source>
        <translation>Keep a copy of the database and put the last backup back.</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Page suivante&#xa0;: ses postes.</source>
        <translation>Page Down: its workstations.</translation>
    </message>
    <message>
        <source>Flèches&#xa0;: d’un espace à l’autre. Entrée&#xa0;: agir. Page suivante&#xa0;: les postes. Plus, moins et zéro&#xa0;: zoom.</source>
        <translation>Arrows: from one space to another. Enter: act. Page Down: the workstations. Plus, minus and zero: zoom.</translation>
    </message>
    <message>
        <source>Plan&#xa0;: {floor}</source>
        <translation>Plan: {floor}</translation>
    </message>
</context>
<context>
    <name>PlanWithdrawal</name>
    <message>
        <source>Aucun plan n’est prévu&#xa0;: rien n’est à retirer.</source>
        <translation>No plan is due: there is nothing to withdraw.</translation>
    </message>
    <message>
        <source>Ce plan est en vigueur depuis le {day}&#xa0;: il ne se retire plus, publiez-en un autre.</source>
        <translation>This plan has been in force since {day}: it can no longer be withdrawn, publish another.</translation>
    </message>
    <message>
        <source>Un plan suit celui-ci, prévu pour le {day}&#xa0;: retirez d’abord le dernier.</source>
        <translation>A plan follows this one, due on {day}: withdraw the last one first.</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Libre</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Pris</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Bientôt</source>
        <translation>Soon</translation>
    </message>
    <message>
        <source>Événement</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Fermé</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>{count} postes</source>
        <translation>{count} workstations</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} seats</translation>
    </message>
    <message>
        <source>poste {number}</source>
        <translation>workstation {number}</translation>
    </message>
    <message>
        <source>{surface}&#xa0;m²</source>
        <translation>{surface}&#xa0;m²</translation>
    </message>
    <message>
        <source>Cet étage&#xa0;: {floor}, {seats} postes. La maison&#xa0;: {whole}, {all} postes. Plan du {day}.</source>
        <translation>This floor: {floor}, {seats} desks. The house: {whole}, {all} desks. Plan of {day}.</translation>
    </message>
    <message>
        <source>{centimetres}&#xa0;cm</source>
        <translation>{centimetres}&#xa0;cm</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h avant</source>
        <translation>{count} h before</translation>
    </message>
    <message>
        <source>{count}&#xa0;% du prix</source>
        <translation>{count}% of the price</translation>
    </message>
    <message>
        <source>«&#xa0;Bientôt prise&#xa0;»</source>
        <translation>“Soon taken”</translation>
    </message>
    <message>
        <source>Personne n’est venu après</source>
        <translation>Nobody came after</translation>
    </message>
    <message>
        <source>L’espace se rend alors de lui-même</source>
        <translation>The space is then given back by itself</translation>
    </message>
    <message>
        <source>Annuler est gratuit jusqu’à</source>
        <translation>Cancelling is free until</translation>
    </message>
    <message>
        <source>Ensuite, reste dû</source>
        <translation>After that, still due</translation>
    </message>
    <message>
        <source>Validité d’un devis, en jours</source>
        <translation>Validity of a quote, in days</translation>
    </message>
    <message>
        <source>Une réservation suit la règle du jour où elle est annulée. Préparation et rangement se disent à chaque réservation.</source>
        <translation>A booking follows the rule of the day on which it is cancelled. Set-up and clean-up are told with each booking.</translation>
    </message>
    <message>
        <source>Les réservations</source>
        <translation>Bookings</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Sans place connue</source>
        <translation>No known place</translation>
    </message>
    <message>
        <source>Départ non noté (jour passé)</source>
        <translation>No check-out noted (a former day)</translation>
    </message>
    <message>
        <source>invité·e de {host} · {place}</source>
        <translation>guest of {host} · {place}</translation>
    </message>
    <message>
        <source>invité·e de {host}</source>
        <translation>guest of {host}</translation>
    </message>
</context>
<context>
    <name>PresenceCard</name>
    <message>
        <source>Liste d’évacuation F9</source>
        <translation>Roll call F9</translation>
    </message>
    <message>
        <source>Personnes présentes</source>
        <translation>People in the house</translation>
    </message>
    <message>
        <source>Personne pour le moment.</source>
        <translation>Nobody yet.</translation>
    </message>
    <message>
        <source>Présents ({count})</source>
        <translation>People in ({count})</translation>
    </message>
    <message>
        <source>{hour}   {crowd} · {place}</source>
        <translation>{hour}   {crowd} · {place}</translation>
    </message>
    <message>
        <source>Double-clic ou Entrée&#xa0;: compter ce public</source>
        <translation>Double-click or Enter: count this audience</translation>
    </message>
    <message>
        <source>{name} · {since}</source>
        <translation>{name} · {since}</translation>
    </message>
    <message>
        <source>↳ {name}, invité·e de {host} · {since}</source>
        <translation>↳ {name}, guest of {host} · {since}</translation>
    </message>
    <message>
        <source>{hour}   {name} · {place}</source>
        <translation>{hour}   {name} · {place}</translation>
    </message>
    <message>
        <source>{hour}   {name}</source>
        <translation>{hour}   {name}</translation>
    </message>
    <message>
        <source>{hour}   ↳ {name}, invité·e de {host}</source>
        <translation>{hour}   ↳ {name}, guest of {host}</translation>
    </message>
    <message>
        <source>Double-clic ou Entrée&#xa0;: faire sortir {name}</source>
        <translation>Double click or Enter: check {name} out</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>{product}, {unit}</source>
        <translation>{product}, {unit}</translation>
    </message>
    <message>
        <source>TVA, taux normal</source>
        <translation>VAT, standard rate</translation>
    </message>
    <message>
        <source>TVA, taux intermédiaire</source>
        <translation>VAT, intermediate rate</translation>
    </message>
    <message>
        <source>TVA, taux réduit</source>
        <translation>VAT, reduced rate</translation>
    </message>
    <message>
        <source>Ce prix n’est pas dans la grille.</source>
        <translation>This price is not in the list.</translation>
    </message>
    <message>
        <source>Ce prix est déjà en vigueur&#xa0;: donnez-en un autre.</source>
        <translation>This price is already in force: give another one.</translation>
    </message>
    <message>
        <source>Un taux va de 0 à 100&#xa0;%.</source>
        <translation>A rate goes from 0 to 100%.</translation>
    </message>
    <message>
        <source>Ce taux n’est pas dans la liste.</source>
        <translation>This rate is not in the list.</translation>
    </message>
    <message>
        <source>Aucun taux n’est prévu ce jour-là&#xa0;: rien n’a changé.</source>
        <translation>No rate is planned for that day: nothing has changed.</translation>
    </message>
    <message>
        <source>Ce taux est déjà en vigueur&#xa0;: fixez-en un autre.</source>
        <translation>This rate is already in force: set another one.</translation>
    </message>
    <message>
        <source>Donnez un nom à ce supplément.</source>
        <translation>Give this extra a name.</translation>
    </message>
    <message>
        <source>{name} est déjà dans la grille.</source>
        <translation>{name} is already in the list.</translation>
    </message>
    <message>
        <source>Ce taux de TVA n’est pas encore fixé.</source>
        <translation>This VAT rate is not set yet.</translation>
    </message>
    <message>
        <source>Le passé ne se change pas&#xa0;: à partir du {day} au plus tôt.</source>
        <translation>The past is not changed: from {day} at the earliest.</translation>
    </message>
    <message>
        <source>Un prix ne dépasse pas {most}&#xa0;: vérifiez le montant écrit.</source>
        <translation>A price is never above {most}: check the amount you wrote.</translation>
    </message>
    <message>
        <source>Écrivez un montant, par exemple 12,50.</source>
        <translation>Write an amount, for example 12.50.</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>Tarifs</source>
        <translation>Prices</translation>
    </message>
    <message>
        <source>Nouveau prix</source>
        <translation>New price</translation>
    </message>
    <message>
        <source>À partir du</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Fixer ce prix</source>
        <translation>Set this price</translation>
    </message>
    <message>
        <source>Seul·e un·e gérant·e change les tarifs.</source>
        <translation>Only a manager changes prices.</translation>
    </message>
    <message>
        <source>Taux de TVA</source>
        <translation>VAT rates</translation>
    </message>
    <message>
        <source>Taux à changer</source>
        <translation>Rate to change</translation>
    </message>
    <message>
        <source>Nouveau taux, en pour cent</source>
        <translation>New rate, in per cent</translation>
    </message>
    <message>
        <source>Taux à partir du</source>
        <translation>Rate from</translation>
    </message>
    <message>
        <source>Fixer ce taux</source>
        <translation>Set this rate</translation>
    </message>
    <message>
        <source>{rate} à partir du {day}</source>
        <translation>{rate} from {day}</translation>
    </message>
    <message>
        <source>{what}&#xa0;: retirer le taux prévu le {day}</source>
        <translation>{what}: withdraw the rate planned for {day}</translation>
    </message>
    <message>
        <source>{what}&#xa0;: le taux prévu le {day} est retiré.</source>
        <translation>{what}: the rate planned for {day} is withdrawn.</translation>
    </message>
    <message>
        <source>Annuler ce changement</source>
        <translation>Undo this change</translation>
    </message>
    <message>
        <source>Ajouter un supplément</source>
        <translation>Add an extra</translation>
    </message>
    <message>
        <source>Nom du supplément</source>
        <translation>Name of the extra</translation>
    </message>
    <message>
        <source>Compté</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>à l’unité</source>
        <translation>by piece</translation>
    </message>
    <message>
        <source>par personne</source>
        <translation>a head</translation>
    </message>
    <message>
        <source>TVA du supplément</source>
        <translation>VAT of the extra</translation>
    </message>
    <message>
        <source>Prix HT</source>
        <translation>Price excl. VAT</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>{what} · {category}</source>
        <translation>{what} · {category}</translation>
    </message>
    <message>
        <source>Remettre en vente</source>
        <translation>Put back on sale</translation>
    </message>
    <message>
        <source>Retirer de la vente</source>
        <translation>Withdraw from sale</translation>
    </message>
    <message>
        <source>Ne se vend pas à ce tarif.</source>
        <translation>Not sold at this price.</translation>
    </message>
    <message>
        <source>{price} depuis le {day}</source>
        <translation>{price} since {day}</translation>
    </message>
    <message>
        <source>{price} à partir du {day}</source>
        <translation>{price} from {day}</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Retirer le prix prévu le {day}</source>
        <translation>Withdraw the price planned for {day}</translation>
    </message>
    <message>
        <source>C’est comme avant.</source>
        <translation>It is as before.</translation>
    </message>
    <message>
        <source>{what}&#xa0;: {price} à partir du {day}.</source>
        <translation>{what}: {price} from {day}.</translation>
    </message>
    <message>
        <source>Le prix prévu est retiré.</source>
        <translation>The planned price is withdrawn.</translation>
    </message>
    <message>
        <source>Écrivez un taux, par exemple 5,5.</source>
        <translation>Write a rate, for example 5.5.</translation>
    </message>
    <message>
        <source>{what}&#xa0;: {rate} à partir du {day}.</source>
        <translation>{what}: {rate} from {day}.</translation>
    </message>
    <message>
        <source>{name} se vend de nouveau.</source>
        <translation>{name} is on sale again.</translation>
    </message>
    <message>
        <source>{name} ne se vend plus&#xa0;; ce qui a été vendu reste.</source>
        <translation>{name} is no longer sold; what was sold stays.</translation>
    </message>
    <message>
        <source>{name} se vend maintenant à la caisse (F4).</source>
        <translation>{name} is now on sale at the till (F4).</translation>
    </message>
    <message>
        <source>{name} peut être ajouté aux locations.</source>
        <translation>{name} can be added to rentals.</translation>
    </message>
</context>
<context>
    <name>PricesTable</name>
    <message>
        <source>{family} · {what}</source>
        <translation>{family} · {what}</translation>
    </message>
    <message>
        <source>{what} (TTC)</source>
        <translation>{what} (incl. VAT)</translation>
    </message>
    <message>
        <source>{what} (HT)</source>
        <translation>{what} (excl. VAT)</translation>
    </message>
    <message>
        <source>{what} (retiré de la vente)</source>
        <translation>{what} (withdrawn from sale)</translation>
    </message>
    <message>
        <source>Ce qui se vend</source>
        <translation>What is sold</translation>
    </message>
</context>
<context>
    <name>Pricing</name>
    <message>
        <source>heure</source>
        <translation>hour</translation>
    </message>
    <message>
        <source>heures</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>demi-journée</source>
        <translation>half-day</translation>
    </message>
    <message>
        <source>demi-journées</source>
        <translation>half-days</translation>
    </message>
    <message>
        <source>jour</source>
        <translation>day</translation>
    </message>
    <message>
        <source>jours</source>
        <translation>days</translation>
    </message>
    <message>
        <source>unité</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>unités</source>
        <translation>units</translation>
    </message>
    <message>
        <source>personne</source>
        <translation>person</translation>
    </message>
    <message>
        <source>personnes</source>
        <translation>people</translation>
    </message>
    <message>
        <source>{space}, {unit}</source>
        <translation>{space}, {unit}</translation>
    </message>
    <message>
        <source>Ce supplément n’a pas de prix pour cette catégorie.</source>
        <translation>This extra has no price for this category.</translation>
    </message>
    <message>
        <source>{extra}&#xa0;: de 1 à {most}.</source>
        <translation>{extra}: from 1 to {most}.</translation>
    </message>
    <message>
        <source>{extra}, par personne</source>
        <translation>{extra}, a head</translation>
    </message>
</context>
<context>
    <name>PrinterForm</name>
    <message>
        <source>Nom de l’imprimante</source>
        <translation>Name of the printer</translation>
    </message>
    <message>
        <source>Comptoir, bureau, étage…</source>
        <translation>Counter, office, upstairs…</translation>
    </message>
    <message>
        <source>Comment elle est reliée</source>
        <translation>How it is connected</translation>
    </message>
    <message>
        <source>Trouvées sur cet ordinateur</source>
        <translation>Found on this computer</translation>
    </message>
    <message>
        <source>Papier</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Jeu de caractères</source>
        <translation>Character set</translation>
    </message>
    <message>
        <source>CP858, le plus courant</source>
        <translation>CP858, the most common</translation>
    </message>
    <message>
        <source>CP1252, avec œ et ’</source>
        <translation>CP1252, with œ and ’</translation>
    </message>
    <message>
        <source>Dit-elle si elle peut imprimer&#xa0;?</source>
        <translation>Does it say whether it can print?</translation>
    </message>
    <message>
        <source>On ne sait pas encore</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>Oui&#xa0;: papier, capot, panne</source>
        <translation>Yes: paper, cover, fault</translation>
    </message>
    <message>
        <source>Non, elle ne répond jamais</source>
        <translation>No, it never answers</translation>
    </message>
    <message>
        <source>Aucune&#xa0;: tapez son nom</source>
        <translation>None: type its name</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Adresse sur le réseau</source>
        <translation>Address on the network</translation>
    </message>
    <message>
        <source>Périphérique</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Port série et vitesse</source>
        <translation>Serial port and speed</translation>
    </message>
    <message>
        <source>Son nom dans l’ordinateur</source>
        <translation>Its name on the computer</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Folder</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message>
        <source>Il y a déjà {count} imprimantes&#xa0;: retirez-en une d’abord.</source>
        <translation>There are already {count} printers: take one away first.</translation>
    </message>
    <message>
        <source>{name} imprime encore {what}&#xa0;: choisissez d’abord qui la remplace.</source>
        <translation>{name} still prints this: {what}. First choose which one replaces it.</translation>
    </message>
    <message>
        <source>Des documents attendent {name}&#xa0;: F10, puis une autre imprimante.</source>
        <translation>Documents are waiting for {name}: F10, then another printer.</translation>
    </message>
    <message>
        <source>Une imprimante à tickets n’a pas de papier A4.</source>
        <translation>A ticket printer has no A4 paper.</translation>
    </message>
    <message>
        <source>les reçus et les pass</source>
        <translation>receipts and passes</translation>
    </message>
    <message>
        <source>les cartes et les étiquettes</source>
        <translation>cards and labels</translation>
    </message>
    <message>
        <source>les documents A4</source>
        <translation>A4 documents</translation>
    </message>
    <message>
        <source>la liste d’évacuation</source>
        <translation>the roll call</translation>
    </message>
    <message>
        <source>l’ouverture du tiroir</source>
        <translation>opening the drawer</translation>
    </message>
    <message>
        <source>rouleau de 80&#xa0;mm, 48 colonnes</source>
        <translation>80 mm roll, 48 columns</translation>
    </message>
    <message>
        <source>rouleau de 80&#xa0;mm, 42 colonnes</source>
        <translation>80 mm roll, 42 columns</translation>
    </message>
    <message>
        <source>rouleau de 58&#xa0;mm, 32 colonnes</source>
        <translation>58 mm roll, 32 columns</translation>
    </message>
    <message>
        <source>feuilles A4</source>
        <translation>A4 sheets</translation>
    </message>
    <message>
        <source>Tickets, par le réseau</source>
        <translation>Tickets, over the network</translation>
    </message>
    <message>
        <source>Tickets, par USB</source>
        <translation>Tickets, over USB</translation>
    </message>
    <message>
        <source>Tickets, par un port série</source>
        <translation>Tickets, over a serial port</translation>
    </message>
    <message>
        <source>Imprimante de l’ordinateur</source>
        <translation>Printer of the computer</translation>
    </message>
    <message>
        <source>Dossier de PDF</source>
        <translation>Folder of PDF files</translation>
    </message>
    <message>
        <source>Donnez un nom à l’imprimante.</source>
        <translation>Give the printer a name.</translation>
    </message>
    <message>
        <source>Une autre imprimante s’appelle déjà {name}.</source>
        <translation>Another printer is already called {name}.</translation>
    </message>
    <message>
        <source>Un tiroir ne s’ouvre que par une imprimante à tickets.</source>
        <translation>Only a ticket printer can open a drawer.</translation>
    </message>
    <message>
        <source>En formation, le tiroir reste fermé&#xa0;: l’argent y est vrai.</source>
        <translation>In training the drawer stays shut: the money in it is real.</translation>
    </message>
    <message>
        <source>Essai du tiroir</source>
        <translation>Drawer test</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <source>Imprimantes</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>Ajouter une imprimante</source>
        <translation>Add a printer</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Seul·e un·e gérant·e change les imprimantes.</source>
        <translation>Only a manager changes the printers.</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Page de test</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>Ouvrir le tiroir</source>
        <translation>Open the drawer</translation>
    </message>
    <message>
        <source>Qui imprime quoi</source>
        <translation>Which prints what</translation>
    </message>
    <message>
        <source>{name} · {count} en attente</source>
        <translation>{name} · {count} waiting</translation>
    </message>
    <message>
        <source>Nouvelle imprimante</source>
        <translation>New printer</translation>
    </message>
    <message>
        <source>{name} est enregistrée. Imprimez une page de test, et regardez-la.</source>
        <translation>{name} is saved. Print a test page, and look at it.</translation>
    </message>
    <message>
        <source>{name} est retirée.</source>
        <translation>{name} is taken away.</translation>
    </message>
    <message>
        <source>On lui demande…</source>
        <translation>Asking it…</translation>
    </message>
    <message>
        <source>La page de test part vers {name}. Elle dit ce qu’il faut y voir.</source>
        <translation>The test page is on its way to {name}. It says what must be seen on it.</translation>
    </message>
    <message>
        <source>Le tiroir doit s’ouvrir maintenant.</source>
        <translation>The drawer must open now.</translation>
    </message>
    <message>
        <source>C’est noté&#xa0;: {what}, sur {name}.</source>
        <translation>Noted: {what}, on {name}.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>L’imprimante {path} ne prend plus rien.</source>
        <translation>The printer {path} has stopped taking anything.</translation>
    </message>
    <message>
        <source>Regardez s’il reste du papier, puis éteignez-la et rallumez-la.</source>
        <translation>See whether there is any paper left, then turn it off and on again.</translation>
    </message>
    <message>
        <source>Il n’y a plus de place pour écrire {path}.</source>
        <translation>There is no room left to write {path}.</translation>
    </message>
    <message>
        <source>Libérez de la place sur le disque.</source>
        <translation>Make some room on the disk.</translation>
    </message>
    <message>
        <source>Ce poste n’a pas le droit d’écrire sur {path}.</source>
        <translation>This desk is not allowed to write to {path}.</translation>
    </message>
    <message>
        <source>Donnez ce droit au compte qui ouvre Casaco Desk.</source>
        <translation>Give that right to the account that opens Casaco Desk.</translation>
    </message>
    <message>
        <source>L’imprimante {path} n’est pas branchée.</source>
        <translation>The printer {path} is not plugged in.</translation>
    </message>
    <message>
        <source>Vérifiez son câble et son alimentation.</source>
        <translation>Check its cable and its power.</translation>
    </message>
    <message>
        <source>L’imprimante {path} a échoué ({reason}).</source>
        <translation>The printer {path} failed ({reason}).</translation>
    </message>
    <message>
        <source>Éteignez-la, rallumez-la, puis réessayez.</source>
        <translation>Turn it off and on again, then try once more.</translation>
    </message>
    <message>
        <source>Il n’y a plus de place dans le dossier {folder}.</source>
        <translation>There is no room left in the folder {folder}.</translation>
    </message>
    <message>
        <source>Ce poste n’a pas le droit d’écrire dans {folder}.</source>
        <translation>This desk is not allowed to write in {folder}.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier dans les réglages.</source>
        <translation>Choose another folder in the settings.</translation>
    </message>
    <message>
        <source>Le dossier {folder} ne peut pas recevoir les tickets.</source>
        <translation>The folder {folder} cannot take the tickets.</translation>
    </message>
    <message>
        <source>L’imprimante {where} refuse la connexion.</source>
        <translation>The printer {where} refuses the connection.</translation>
    </message>
    <message>
        <source>Vérifiez qu’elle est allumée et que personne d’autre n’imprime.</source>
        <translation>Check that it is on and that nobody else is printing.</translation>
    </message>
    <message>
        <source>L’imprimante {where} est introuvable sur le réseau.</source>
        <translation>The printer {where} cannot be found on the network.</translation>
    </message>
    <message>
        <source>Vérifiez qu’elle est allumée et que son câble est branché.</source>
        <translation>Check that it is on and that its cable is plugged in.</translation>
    </message>
    <message>
        <source>Prête&#xa0;; le rouleau est presque fini.</source>
        <translation>Ready; the roll is nearly finished.</translation>
    </message>
    <message>
        <source>L’imprimante n’a plus de papier.</source>
        <translation>The printer is out of paper.</translation>
    </message>
    <message>
        <source>Mettez un rouleau neuf et refermez le capot.</source>
        <translation>Put in a new roll and close the cover.</translation>
    </message>
    <message>
        <source>Le capot de l’imprimante est ouvert.</source>
        <translation>The printer’s cover is open.</translation>
    </message>
    <message>
        <source>Refermez-le.</source>
        <translation>Please close it.</translation>
    </message>
    <message>
        <source>L’imprimante s’est mise hors ligne.</source>
        <translation>The printer has gone offline.</translation>
    </message>
    <message>
        <source>Regardez ses voyants, puis éteignez-la et rallumez-la.</source>
        <translation>Look at its lights, then turn it off and on again.</translation>
    </message>
    <message>
        <source>L’imprimante ne répond plus.</source>
        <translation>The printer has stopped answering.</translation>
    </message>
    <message>
        <source>L’imprimante a reçu le ticket mais ne confirme rien.</source>
        <translation>The printer took the ticket but confirms nothing.</translation>
    </message>
    <message>
        <source>Si le ticket est sorti, indiquez dans les réglages qu’elle ne répond jamais.</source>
        <translation>If the ticket came out, say in the settings that it never answers.</translation>
    </message>
    <message>
        <source>La liaison avec l’imprimante s’est coupée.</source>
        <translation>The connection to the printer was lost.</translation>
    </message>
    <message>
        <source>Le document est peut-être sorti&#xa0;: il ne sera pas réimprimé sans votre accord.</source>
        <translation>The document may have come out: it will not be printed again unless you agree.</translation>
    </message>
    <message>
        <source>Rien n’est perdu&#xa0;: le document attend et sortira une seule fois.</source>
        <translation>Nothing is lost: the document is waiting and will print once only.</translation>
    </message>
    <message>
        <source>Prête.</source>
        <translation>Ready.</translation>
    </message>
    <message>
        <source>Elle est là, et ne dit rien de son état.</source>
        <translation>It is there, and says nothing of its state.</translation>
    </message>
    <message>
        <source>Reprise&#xa0;: le morceau imprimé avant cette ligne ne compte pas.</source>
        <translation>Started again: the piece printed before this line does not count.</translation>
    </message>
    <message>
        <source>Le port série {port} ne s’ouvre pas.</source>
        <translation>The serial port {port} does not open.</translation>
    </message>
    <message>
        <source>Vérifiez le câble, le nom du port, et qu’aucun autre programme ne l’utilise.</source>
        <translation>Check the cable, the name of the port, and that no other program is using it.</translation>
    </message>
    <message>
        <source>Le système ne connaît pas d’imprimante «&#xa0;{name}&#xa0;».</source>
        <translation>The system knows no printer ‘{name}’.</translation>
    </message>
    <message>
        <source>Vérifiez son nom dans les réglages de l’ordinateur.</source>
        <translation>Check its name in the computer’s settings.</translation>
    </message>
    <message>
        <source>Le système n’a pas pris le document pour «&#xa0;{name}&#xa0;».</source>
        <translation>The system did not take the document for ‘{name}’.</translation>
    </message>
    <message>
        <source>Regardez l’état de cette imprimante dans les réglages de l’ordinateur.</source>
        <translation>Look at the state of this printer in the computer’s settings.</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Une durée va de 1 à {most} mois.</source>
        <translation>A term is from 1 to {most} months.</translation>
    </message>
    <message>
        <source>Membre</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>données effacées</source>
        <translation>data erased</translation>
    </message>
    <message>
        <source>Ces données sont déjà effacées.</source>
        <translation>These data are already erased.</translation>
    </message>
    <message>
        <source>{name} est dans la maison&#xa0;: notez d’abord son départ.</source>
        <translation>{name} is in the house: check them out first.</translation>
    </message>
    <message>
        <source>Du courrier attend {name}&#xa0;: remettez-le d’abord.</source>
        <translation>Post is waiting for {name}: hand it over first.</translation>
    </message>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
    <message>
        <source>{name} a encore {things}&#xa0;: notez-en d’abord le retour.</source>
        <translation>{name} still has {things}: note the return first.</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Le modèle «&#xa0;{name}&#xa0;» n’existe pas&#xa0;; il y a&#xa0;: {names}.</source>
        <translation>There is no profile ‘{name}’; there are: {names}.</translation>
    </message>
    <message>
        <source>«&#xa0;{target}&#xa0;» n’est pas une adresse d’imprimante.</source>
        <translation>‘{target}’ is not a printer’s address.</translation>
    </message>
    <message>
        <source>Le poste s’est arrêté pendant l’impression.</source>
        <translation>The desk stopped while it was printing.</translation>
    </message>
    <message>
        <source>Ce document n’a pas pu être préparé.</source>
        <translation>This document could not be prepared.</translation>
    </message>
    <message>
        <source>Dites pourquoi {title} ne sera pas imprimé&#xa0;: le motif est gardé.</source>
        <translation>Say why {title} will not be printed: the reason is kept.</translation>
    </message>
    <message>
        <source>Cette imprimante n’est plus là.</source>
        <translation>This printer is no longer there.</translation>
    </message>
    <message>
        <source>{title} attend déjà {printer}.</source>
        <translation>{title} is already waiting for {printer}.</translation>
    </message>
    <message>
        <source>Ce document n’attend plus.</source>
        <translation>This document is no longer waiting.</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Impressions</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Rien n’attend&#xa0;: tout ce qui devait sortir est sorti.</source>
        <translation>Nothing is waiting: everything has been printed.</translation>
    </message>
    <message>
        <source>Réessayer maintenant</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Le ticket est-il sorti&#xa0;?</source>
        <translation>Did it come out?</translation>
    </message>
    <message>
        <source>Oui, il est sorti</source>
        <translation>Yes, it came out</translation>
    </message>
    <message>
        <source>Non, réimprimer</source>
        <translation>No, print it again</translation>
    </message>
    <message>
        <source>S’imprime sur {printer}…</source>
        <translation>Printing on {printer}…</translation>
    </message>
    <message>
        <source>Attend l’imprimante {printer}.</source>
        <translation>Waiting for the printer {printer}.</translation>
    </message>
    <message>
        <source>Imprimer ailleurs</source>
        <translation>Print elsewhere</translation>
    </message>
    <message>
        <source>Ne plus imprimer</source>
        <translation>Don’t print it</translation>
    </message>
    <message>
        <source>Où imprimer {title}</source>
        <translation>Where to print {title}</translation>
    </message>
    <message>
        <source>Pourquoi ce reçu ne sera pas imprimé, gardé avec lui</source>
        <translation>Why this receipt will not be printed, kept with it</translation>
    </message>
    <message>
        <source>Par exemple&#xa0;: le client est parti</source>
        <translation>For instance: the customer has left</translation>
    </message>
    <message>
        <source>Y renoncer</source>
        <translation>Give it up</translation>
    </message>
</context>
<context>
    <name>QuotePanel</name>
    <message>
        <source>Devis {number}</source>
        <translation>Quote {number}</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Enregistrer en PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Voir l’organisation</source>
        <translation>See the organisation</translation>
    </message>
    <message>
        <source>Retirer ce devis</source>
        <translation>Withdraw this quote</translation>
    </message>
    <message>
        <source>Le reçu au nom de l’organisation est imprimé (note obligatoire).</source>
        <translation>The receipt in the organisation’s name is printed (the law asks for it).</translation>
    </message>
    <message>
        <source>{space}, {day} de {start} à {end}</source>
        <translation>{space}, {day} from {start} to {end}</translation>
    </message>
    <message>
        <source>Tarif {category}, {people} personnes</source>
        <translation>{category} price, {people} people</translation>
    </message>
    <message>
        <source>Tarif {category}, 1 personne</source>
        <translation>{category} price, 1 person</translation>
    </message>
    <message>
        <source>Tarif {category}</source>
        <translation>{category} price</translation>
    </message>
    <message>
        <source>Fait le {made}, valable jusqu’au {until} inclus</source>
        <translation>Made on {made}, valid until {until} included</translation>
    </message>
    <message>
        <source>Loué&#xa0;: reçu {number}</source>
        <translation>Rented: receipt {number}</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>Refaire au prix du jour</source>
        <translation>Make again at today’s price</translation>
    </message>
    <message>
        <source>Louer à ce prix</source>
        <translation>Rent at this price</translation>
    </message>
    <message>
        <source>{space} est à «&#xa0;{organisation}&#xa0;»</source>
        <translation>{space} is for ‘{organisation}’</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {amount}</source>
        <translation>Change to give: {amount}</translation>
    </message>
    <message>
        <source>{day}, de {start} à {end}. Reçu {number} imprimé.</source>
        <translation>{day}, from {start} to {end}. Receipt {number} printed.</translation>
    </message>
    <message>
        <source>{title} s’imprime.</source>
        <translation>{title} is printing.</translation>
    </message>
    <message>
        <source>devis-{number}.pdf</source>
        <translation>quote-{number}.pdf</translation>
    </message>
    <message>
        <source>Où écrire le devis&#xa0;?</source>
        <translation>Where should the quote be written?</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Le devis est dans {file}.</source>
        <translation>The quote is in {file}.</translation>
    </message>
</context>
<context>
    <name>QuotePaper</name>
    <message>
        <source>Devis n° {number}</source>
        <translation>Quote no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>n° {number}</source>
        <translation>no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>Devis</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Fait par {operator}</source>
        <translation>Made by {operator}</translation>
    </message>
    <message>
        <source>Valable jusqu’au {day} inclus</source>
        <translation>Valid until {day} included</translation>
    </message>
    <message>
        <source>Pour</source>
        <translation>For</translation>
    </message>
    <message>
        <source>{space}, le {day} de {start} à {end}</source>
        <translation>{space}, {day} from {start} to {end}</translation>
    </message>
    <message>
        <source>{space}, du {day} à {start} au {last} à {end}</source>
        <translation>{space}, from {day} at {start} to {last} at {end}</translation>
    </message>
    <message>
        <source>{people} personnes</source>
        <translation>{people} people</translation>
    </message>
    <message>
        <source>1 personne</source>
        <translation>1 person</translation>
    </message>
    <message>
        <source>TVA {rate}</source>
        <translation>VAT {rate}</translation>
    </message>
    <message>
        <source>Total {side}</source>
        <translation>Total {side}</translation>
    </message>
    <message>
        <source>TVA</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>dont TVA</source>
        <translation>of which VAT</translation>
    </message>
    <message>
        <source>La salle n’est pas retenue par ce devis&#xa0;: elle l’est au règlement, si elle est encore libre.</source>
        <translation>This quote does not hold the room: the payment does, if the room is still free.</translation>
    </message>
    <message>
        <source>Bon pour accord, date et signature&#xa0;:</source>
        <translation>Agreed, date and signature:</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>Le devis {number} a déjà été loué.</source>
        <translation>Quote {number} has been rented already.</translation>
    </message>
    <message>
        <source>Le devis {number} a été retiré.</source>
        <translation>Quote {number} was withdrawn.</translation>
    </message>
    <message>
        <source>Refaire au prix du jour</source>
        <translation>Make again at today’s price</translation>
    </message>
    <message>
        <source>L’heure de ce devis est passée&#xa0;: il était pour le {day}.</source>
        <translation>The time of this quote is past: it was for {day}.</translation>
    </message>
    <message>
        <source>Ce devis n’est plus valable depuis le {day}.</source>
        <translation>This quote has not been valid since {day}.</translation>
    </message>
    <message>
        <source>Le taux de TVA a changé depuis ce devis&#xa0;: refaites-le avec le nouveau.</source>
        <translation>The VAT rate has changed since this quote: make it again with the new one.</translation>
    </message>
    <message>
        <source>{why} Un·e gérant·e peut louer quand même, avec un motif&#xa0;; sinon, faites un autre devis aux heures d’ouverture.</source>
        <translation>{why} A manager may rent it all the same, with a reason; else make another quote within the opening hours.</translation>
    </message>
    <message>
        <source>Ce devis est introuvable.</source>
        <translation>This quote cannot be found.</translation>
    </message>
</context>
<context>
    <name>ReadingsForm</name>
    <message>
        <source>Montant lu en premier</source>
        <translation>Amount read first</translation>
    </message>
    <message>
        <source>Montant lu en premier, {category}</source>
        <translation>Amount read first, {category}</translation>
    </message>
    <message>
        <source>HT</source>
        <translation>Excl. VAT</translation>
    </message>
    <message>
        <source>TTC</source>
        <translation>Incl. VAT</translation>
    </message>
    <message>
        <source>Sur les locations et les devis&#xa0;; l’autre montant est toujours écrit dessous.</source>
        <translation>On rentals and quotes; the other amount is always written below it.</translation>
    </message>
    <message>
        <source>{category}&#xa0;: {side} en premier.</source>
        <translation>{category}: {side} first.</translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Motif d’ouverture</source>
        <translation>Reason for opening</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Raison, gardée avec le passage</source>
        <translation>Reason, kept with the visit</translation>
    </message>
    <message>
        <source>Par exemple&#xa0;: réunion du conseil</source>
        <translation>For example: board meeting</translation>
    </message>
    <message>
        <source>C’est à un·e gérant·e de le décider</source>
        <translation>A manager decides this</translation>
    </message>
    <message>
        <source>Qui en décide</source>
        <translation>Who decides</translation>
    </message>
    <message>
        <source>Son code</source>
        <translation>Their code</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Annulation</source>
        <translation>Cancellation</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Reçu</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>{what} n° {number}</source>
        <translation>{what} no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>SIRET {number}</source>
        <translation>SIRET {number}</translation>
    </message>
    <message>
        <source>SIREN {number}</source>
        <translation>SIREN {number}</translation>
    </message>
    <message>
        <source>N° TVA {number}</source>
        <translation>VAT no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>n° {number}</source>
        <translation>no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>Servi par {operator}</source>
        <translation>Served by {operator}</translation>
    </message>
    <message>
        <source>poste {desk}</source>
        <translation>desk {desk}</translation>
    </message>
    <message>
        <source>Annule le reçu n° {number}</source>
        <translation>Cancels receipt no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>Reprend une partie du reçu n° {number}</source>
        <translation>Takes back a part of receipt no.&#xa0;{number}</translation>
    </message>
    <message>
        <source>Motif&#xa0;: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Prestation du {day}, {place}</source>
        <translation>Service of {day}, {place}</translation>
    </message>
    <message>
        <source>Rendu&#xa0;: {mode}</source>
        <translation>Refunded: {mode}</translation>
    </message>
    <message>
        <source>Pour une facture ou une correction&#xa0;: ce code.</source>
        <translation>For an invoice or a correction: this code.</translation>
    </message>
    <message>
        <source>TTC, TVA {rate}</source>
        <translation>incl. VAT at {rate}</translation>
    </message>
    <message>
        <source>HT, TVA {rate}</source>
        <translation>excl. VAT at {rate}</translation>
    </message>
    <message>
        <source>Total HT</source>
        <translation>Total excl. VAT</translation>
    </message>
    <message>
        <source>TVA</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>Total TTC</source>
        <translation>Total incl. VAT</translation>
    </message>
    <message>
        <source>Espèces reçues</source>
        <translation>Cash received</translation>
    </message>
    <message>
        <source>Monnaie rendue</source>
        <translation>Change given</translation>
    </message>
    <message>
        <source>Taux</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>HT</source>
        <translation>Excl. VAT</translation>
    </message>
    <message>
        <source>TTC</source>
        <translation>Incl. VAT</translation>
    </message>
    <message>
        <source>Signature {signature}</source>
        <translation>Signature {signature}</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Cette vente est introuvable.</source>
        <translation>This sale cannot be found.</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>Inscription</source>
        <translation>Admission</translation>
    </message>
    <message>
        <source>Fiche corrigée</source>
        <translation>File corrected</translation>
    </message>
    <message>
        <source>Accès suspendu ou rendu</source>
        <translation>Access suspended or given back</translation>
    </message>
    <message>
        <source>Formule accordée</source>
        <translation>Plan granted</translation>
    </message>
    <message>
        <source>Formule retirée avec sa vente</source>
        <translation>Plan withdrawn with its sale</translation>
    </message>
    <message>
        <source>Pass annulé avec sa vente</source>
        <translation>Pass cancelled with its sale</translation>
    </message>
    <message>
        <source>Billets vendus</source>
        <translation>Tickets sold</translation>
    </message>
    <message>
        <source>Billets annulés avec leur vente</source>
        <translation>Tickets cancelled with their sale</translation>
    </message>
    <message>
        <source>Carte remise</source>
        <translation>Card handed over</translation>
    </message>
    <message>
        <source>Carte annulée</source>
        <translation>Card cancelled</translation>
    </message>
    <message>
        <source>Colis notés</source>
        <translation>Parcels noted</translation>
    </message>
    <message>
        <source>Colis reçu</source>
        <translation>Parcel received</translation>
    </message>
    <message>
        <source>Colis remis</source>
        <translation>Parcels handed over</translation>
    </message>
    <message>
        <source>Remise de colis annulée</source>
        <translation>Handing over undone</translation>
    </message>
    <message>
        <source>Arrivée</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>Départ</source>
        <translation>Departure</translation>
    </message>
    <message>
        <source>Départ supposé</source>
        <translation>Supposed departure</translation>
    </message>
    <message>
        <source>Encore là</source>
        <translation>Still in</translation>
    </message>
    <message>
        <source>Départ repris</source>
        <translation>Departure undone</translation>
    </message>
    <message>
        <source>Arrivée annulée</source>
        <translation>Arrival undone</translation>
    </message>
    <message>
        <source>Autre droit choisi</source>
        <translation>Another right chosen</translation>
    </message>
    <message>
        <source>Entrée accordée par un·e gérant·e</source>
        <translation>Let in by a manager</translation>
    </message>
    <message>
        <source>Entrée au-delà de la limite de sécurité</source>
        <translation>Let in beyond the safety limit</translation>
    </message>
    <message>
        <source>Changement de place</source>
        <translation>Change of seat</translation>
    </message>
    <message>
        <source>Scan refusé</source>
        <translation>Refused scan</translation>
    </message>
    <message>
        <source>Réservation</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>Réservation changée</source>
        <translation>Booking changed</translation>
    </message>
    <message>
        <source>Réservation annulée</source>
        <translation>Booking cancelled</translation>
    </message>
    <message>
        <source>Espace rendu, personne n’étant venu</source>
        <translation>Space given back, nobody having come</translation>
    </message>
    <message>
        <source>Arrivée pour une réservation</source>
        <translation>Arrival for a booking</translation>
    </message>
    <message>
        <source>Réservation encaissée</source>
        <translation>Booking paid</translation>
    </message>
    <message>
        <source>Acte sur une réservation annulé</source>
        <translation>Act on a booking undone</translation>
    </message>
    <message>
        <source>Série de réservations</source>
        <translation>Series of bookings</translation>
    </message>
    <message>
        <source>Série de réservations changée</source>
        <translation>Series of bookings changed</translation>
    </message>
    <message>
        <source>Calendrier importé</source>
        <translation>Calendar imported</translation>
    </message>
    <message>
        <source>Public compté</source>
        <translation>Audience counted</translation>
    </message>
    <message>
        <source>Public parti</source>
        <translation>Audience gone</translation>
    </message>
    <message>
        <source>Caution reçue</source>
        <translation>Deposit received</translation>
    </message>
    <message>
        <source>Caution rendue</source>
        <translation>Deposit given back</translation>
    </message>
    <message>
        <source>Part de caution gardée</source>
        <translation>Part of a deposit kept</translation>
    </message>
    <message>
        <source>Objet prêté</source>
        <translation>Thing lent</translation>
    </message>
    <message>
        <source>Objet rendu</source>
        <translation>Thing returned</translation>
    </message>
    <message>
        <source>Retour d’objet annulé</source>
        <translation>Return of a thing undone</translation>
    </message>
    <message>
        <source>Contact noté</source>
        <translation>Contact noted</translation>
    </message>
    <message>
        <source>Moment collectif</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Autre acte</source>
        <translation>Other act</translation>
    </message>
    <message>
        <source>carte annulée</source>
        <translation>card cancelled</translation>
    </message>
    <message>
        <source>accès suspendu</source>
        <translation>access suspended</translation>
    </message>
    <message>
        <source>membre parti</source>
        <translation>member gone</translation>
    </message>
    <message>
        <source>sans formule</source>
        <translation>no plan</translation>
    </message>
    <message>
        <source>formule finie</source>
        <translation>plan over</translation>
    </message>
    <message>
        <source>formule pas encore commencée</source>
        <translation>plan not begun yet</translation>
    </message>
    <message>
        <source>carnet épuisé</source>
        <translation>book used up</translation>
    </message>
    <message>
        <source>pass d’un autre jour</source>
        <translation>pass of another day</translation>
    </message>
    <message>
        <source>pass d’une autre demi-journée</source>
        <translation>pass of another half-day</translation>
    </message>
    <message>
        <source>pass annulé</source>
        <translation>pass cancelled</translation>
    </message>
    <message>
        <source>maison pleine</source>
        <translation>house full</translation>
    </message>
    <message>
        <source>location pas encore ouverte</source>
        <translation>rental not open yet</translation>
    </message>
    <message>
        <source>location finie</source>
        <translation>rental over</translation>
    </message>
    <message>
        <source>location au complet</source>
        <translation>rental full</translation>
    </message>
    <message>
        <source>location annulée</source>
        <translation>rental cancelled</translation>
    </message>
    <message>
        <source>autre raison</source>
        <translation>other reason</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Le fichier abîmé n’a pas été modifié. Il sera gardé à part, quoi que vous choisissiez&#xa0;; aucune base vide ne prendra sa place.</source>
        <translation>The damaged file has not been changed. It will be kept aside, whatever you choose; no empty database will take its place.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié, et aucune base vide ne prendra sa place.</source>
        <translation>Nothing was changed, and no empty database will take its place.</translation>
    </message>
    <message>
        <source>Le fichier où l’accueil se souvient de tout n’est plus dans son dossier.</source>
        <translation>The file in which the desk remembers everything is no longer in its folder.</translation>
    </message>
    <message>
        <source>Le fichier où l’accueil se souvient de tout ne se lit plus. Une coupure de courant, un disque fatigué ou un autre programme a pu l’abîmer&#xa0;: vous n’y êtes pour rien.</source>
        <translation>The file in which the desk remembers everything can no longer be read. A power cut, a tired disk or another program may have damaged it: it is not your fault.</translation>
    </message>
    <message>
        <source>il y a {count} min</source>
        <translation>{count} min ago</translation>
    </message>
    <message>
        <source>il y a {count} h</source>
        <translation>{count} h ago</translation>
    </message>
    <message>
        <source>il y a {count} jours</source>
        <translation>{count} days ago</translation>
    </message>
</context>
<context>
    <name>RecoveryScreen</name>
    <message>
        <source>Casaco Desk · remettre une sauvegarde</source>
        <translation>Casaco Desk · put a backup back</translation>
    </message>
    <message>
        <source>La base de l’accueil est abîmée</source>
        <translation>The desk’s database is damaged</translation>
    </message>
    <message>
        <source>Choisir un autre fichier…</source>
        <translation>Choose another file…</translation>
    </message>
    <message>
        <source>Chercher de nouveau</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Fermer sans rien changer</source>
        <translation>Close and change nothing</translation>
    </message>
    <message>
        <source>La dernière bonne sauvegarde est proposée&#xa0;:</source>
        <translation>The last good backup is proposed:</translation>
    </message>
    <message>
        <source>La base de l’accueil est plus ancienne que son journal</source>
        <translation>The desk’s database is older than its journal</translation>
    </message>
    <message>
        <source>D’où repartir&#xa0;? Ce qui suit sera remis après.</source>
        <translation>Where to start from? What follows it will be put back.</translation>
    </message>
    <message>
        <source>Aucune sauvegarde dans {folder}. Branchez le disque des sauvegardes, puis «&#xa0;Chercher de nouveau&#xa0;».</source>
        <translation>No backup in {folder}. Plug the backup drive in, then “Look again”.</translation>
    </message>
    <message>
        <source>Sauvegardes trouvées</source>
        <translation>Backups found</translation>
    </message>
    <message>
        <source>Remettre cette sauvegarde</source>
        <translation>Put this backup back</translation>
    </message>
    <message>
        <source>Repartir de là</source>
        <translation>Start from there</translation>
    </message>
    <message>
        <source>Ouvrir l’accueil</source>
        <translation>Open the desk</translation>
    </message>
    <message>
        <source>Cette sauvegarde est vérifiée…</source>
        <translation>This backup is being checked…</translation>
    </message>
    <message>
        <source>Quelle sauvegarde remettre&#xa0;?</source>
        <translation>Which backup should be put back?</translation>
    </message>
    <message>
        <source>Sauvegardes (*.db)</source>
        <translation>Backups (*.db)</translation>
    </message>
    <message>
        <source>La sauvegarde est remise en place…</source>
        <translation>The backup is being put back…</translation>
    </message>
    <message>
        <source>C’est réparé</source>
        <translation>It is repaired</translation>
    </message>
    <message>
        <source>{moment}, {age}</source>
        <translation>{moment}, {age}</translation>
    </message>
    <message>
        <source>Le fichier présent, jusqu’au {moment}, {age}</source>
        <translation>The present file, up to {moment}, {age}</translation>
    </message>
    <message>
        <source>Une erreur inattendue s’est produite.</source>
        <translation>An unexpected error occurred.</translation>
    </message>
    <message>
        <source>Le fichier abîmé et les sauvegardes sont là où ils étaient.</source>
        <translation>The damaged file and the backups are where they were.</translation>
    </message>
    <message>
        <source>Essayez une autre sauvegarde, ou casaco-desk restore.</source>
        <translation>Try another backup, or casaco-desk restore.</translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message>
        <source>Une réservation revient par jour, semaine, mois ou année, rien d’autre.</source>
        <translation>A booking comes back by day, week, month or year, nothing else.</translation>
    </message>
    <message>
        <source>Cette répétition a deux fins&#xa0;: gardez-en une.</source>
        <translation>This repetition has two ends: keep one.</translation>
    </message>
    <message>
        <source>Cette répétition n’est pas comprise&#xa0;: {rule}.</source>
        <translation>This repetition is not understood: {rule}.</translation>
    </message>
    <message>
        <source>Cette répétition n’a pas de fin&#xa0;: donnez un jour ou un nombre.</source>
        <translation>This repetition has no end: give a day or a number.</translation>
    </message>
    <message>
        <source>Une série a {most} dates au plus&#xa0;: raccourcissez-la.</source>
        <translation>A series has {most} dates at most: shorten it.</translation>
    </message>
    <message>
        <source>Aucune date ne suit cette règle d’ici sa fin.</source>
        <translation>No date follows this rule before its end.</translation>
    </message>
    <message>
        <source>Une série dure douze ans au plus.</source>
        <translation>A series lasts twelve years at most.</translation>
    </message>
    <message>
        <source>{every}, jusqu’au {day}</source>
        <translation>{every}, until {day}</translation>
    </message>
    <message>
        <source>Le 29 février n’existe que les années bissextiles&#xa0;: la série n’a lieu que ces années-là.</source>
        <translation>29 February only exists in leap years: the series takes place in those years only.</translation>
    </message>
    <message>
        <source>Les mois qui n’ont pas de {day} sont passés.</source>
        <translation>Months that have no {day} are skipped.</translation>
    </message>
    <message>
        <source>La première date qui suit la règle est le {day}.</source>
        <translation>The first date that follows the rule is {day}.</translation>
    </message>
    <message>
        <source>Le {days}</source>
        <translation>On {days}</translation>
    </message>
    <message>
        <source>Chaque jour</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>Tous les {step} jours</source>
        <translation>Every {step} days</translation>
    </message>
    <message>
        <source>Chaque {days}</source>
        <translation>Every {days}</translation>
    </message>
    <message>
        <source>Toutes les {step} semaines, le {days}</source>
        <translation>Every {step} weeks, on {days}</translation>
    </message>
    <message>
        <source>Chaque mois, le {days}</source>
        <translation>Every month, on {days}</translation>
    </message>
    <message>
        <source>Tous les {step} mois, le {days}</source>
        <translation>Every {step} months, on {days}</translation>
    </message>
    <message>
        <source>Chaque année, comme le {day}</source>
        <translation>Every year, as on {day}</translation>
    </message>
    <message>
        <source>Tous les {step} ans, comme le {day}</source>
        <translation>Every {step} years, as on {day}</translation>
    </message>
    <message>
        <source>lundi</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>mardi</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>mercredi</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>jeudi</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>vendredi</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>samedi</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>dimanche</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>premier {day}</source>
        <translation>first {day}</translation>
    </message>
    <message>
        <source>deuxième {day}</source>
        <translation>second {day}</translation>
    </message>
    <message>
        <source>troisième {day}</source>
        <translation>third {day}</translation>
    </message>
    <message>
        <source>quatrième {day}</source>
        <translation>fourth {day}</translation>
    </message>
    <message>
        <source>cinquième {day}</source>
        <translation>fifth {day}</translation>
    </message>
    <message>
        <source>dernier {day}</source>
        <translation>last {day}</translation>
    </message>
    <message>
        <source>{day} n° {rank} depuis la fin du mois</source>
        <translation>{day} no. {rank} from the end of the month</translation>
    </message>
</context>
<context>
    <name>Redo</name>
    <message>
        <source>Passages à refaire&#xa0;: {count}.</source>
        <translation>Visits to be done again: {count}.</translation>
    </message>
    <message>
        <source>Réservations et moments collectifs à reprendre&#xa0;: {count}.</source>
        <translation>Bookings and collective moments to be done again: {count}.</translation>
    </message>
    <message>
        <source>Pass et billets à vérifier&#xa0;: {count}. Les ventes, elles, sont là.</source>
        <translation>Passes and tickets to be checked: {count}. Their sales are there.</translation>
    </message>
    <message>
        <source>Fiches, formules et cartes de membres à reprendre&#xa0;: {count}.</source>
        <translation>Members’ files, plans and cards to be done again: {count}.</translation>
    </message>
    <message>
        <source>Organisations, contacts et devis à reprendre&#xa0;: {count}.</source>
        <translation>Organisations, contacts and quotes to be done again: {count}.</translation>
    </message>
    <message>
        <source>Cautions à noter de nouveau&#xa0;: {count}.</source>
        <translation>Deposits to be noted again: {count}.</translation>
    </message>
    <message>
        <source>Prêts à noter de nouveau&#xa0;: {count}.</source>
        <translation>Loans to be noted again: {count}.</translation>
    </message>
    <message>
        <source>Colis à noter de nouveau&#xa0;: {count}.</source>
        <translation>Parcels to be noted again: {count}.</translation>
    </message>
    <message>
        <source>Actes sur les parts sociales à reprendre&#xa0;: {count}.</source>
        <translation>Acts on shares to be done again: {count}.</translation>
    </message>
    <message>
        <source>Ventes dans le journal seulement&#xa0;: {count}.</source>
        <translation>Sales in the journal only: {count}.</translation>
    </message>
    <message>
        <source>Factures ou avoirs dans le journal seulement&#xa0;: {count}.</source>
        <translation>Invoices or credit notes in the journal only: {count}.</translation>
    </message>
    <message>
        <source>Clôtures dans le journal seulement&#xa0;: {count}.</source>
        <translation>Closings in the journal only: {count}.</translation>
    </message>
    <message>
        <source>Impressions dans le journal seulement&#xa0;: {count}.</source>
        <translation>Prints in the journal only: {count}.</translation>
    </message>
    <message>
        <source>Autres gestes à refaire&#xa0;: {count}.</source>
        <translation>Other acts to be done again: {count}.</translation>
    </message>
</context>
<context>
    <name>Refunds</name>
    <message>
        <source>Dites pourquoi&#xa0;: le motif est gardé avec la vente.</source>
        <translation>Say why: the reason is kept with the sale.</translation>
    </message>
    <message>
        <source>{used} Un·e gérant·e peut rembourser quand même, en le disant.</source>
        <translation>{used} A manager may refund it all the same, by saying so.</translation>
    </message>
    <message>
        <source>{number} est déjà une correction&#xa0;: refaites la vente plutôt.</source>
        <translation>{number} is a correction already: make the sale again instead.</translation>
    </message>
    <message>
        <source>Cette vente est d’une autre personne&#xa0;: un·e gérant·e peut la corriger.</source>
        <translation>This sale is someone else’s: a manager may correct it.</translation>
    </message>
    <message>
        <source>Plus de {minutes} minutes ont passé&#xa0;: un·e gérant·e peut la corriger.</source>
        <translation>More than {minutes} minutes have passed: a manager may correct it.</translation>
    </message>
    <message>
        <source>Rien n’a été vendu sous ce numéro.</source>
        <translation>Nothing was sold under this number.</translation>
    </message>
    <message>
        <source>La vente {number} a déjà été reprise en entier.</source>
        <translation>Sale {number} was taken back as a whole already.</translation>
    </message>
    <message>
        <source>Rembourser ce qui a servi est pour un·e gérant·e.</source>
        <translation>Refunding what was used is for a manager.</translation>
    </message>
    <message>
        <source>Une ligne ne se reprend qu’une fois à la fois.</source>
        <translation>A line is taken back once at a time.</translation>
    </message>
    <message>
        <source>Cette vente est introuvable.</source>
        <translation>This sale cannot be found.</translation>
    </message>
    <message>
        <source>Une partie du prix a déjà été rendue&#xa0;: ce qui en reste se reprend en entier.</source>
        <translation>A part of the price was given back already: what is left of it is taken back whole.</translation>
    </message>
    <message>
        <source>Cette vente porte une remise d’avant cette version&#xa0;: elle se corrige en entier.</source>
        <translation>This sale has a discount from before this version: it is corrected as a whole.</translation>
    </message>
    <message>
        <source>Ce qui est gardé est entre zéro et {amount}.</source>
        <translation>What is kept is between nothing and {amount}.</translation>
    </message>
    <message>
        <source>Choisissez ce qui est repris.</source>
        <translation>Choose what is taken back.</translation>
    </message>
    <message>
        <source>Cette ligne n’est pas dans la vente.</source>
        <translation>This line is not in the sale.</translation>
    </message>
    <message>
        <source>{what}&#xa0;: il en reste {left} à reprendre, pas {quantity}.</source>
        <translation>{what}: {left} are left to take back, not {quantity}.</translation>
    </message>
    <message>
        <source>On rend comme on a reçu&#xa0;: un autre mode est pour un·e gérant·e.</source>
        <translation>Money goes back the way it came: another way is for a manager.</translation>
    </message>
    <message>
        <source>Ce qui a été payé par carte est rendu sur la carte.</source>
        <translation>What was paid by card is refunded to the card.</translation>
    </message>
    <message>
        <source>On ne rend pas plus que ce qui a été payé.</source>
        <translation>No more goes back than was paid.</translation>
    </message>
    <message>
        <source>La loi interdit plus de {limit} en espèces&#xa0;: rendez par virement.</source>
        <translation>The law forbids more than {limit} in cash: refund by transfer.</translation>
    </message>
    <message>
        <source>Le pass n° {number} ({who}) est annulé&#xa0;: il n’ouvre plus la porte.</source>
        <translation>Pass no.&#xa0;{number} ({who}) is cancelled: it no longer opens the door.</translation>
    </message>
    <message>
        <source>Le pass n° {number} ({who}) a servi&#xa0;: la personne est venue.</source>
        <translation>Pass no.&#xa0;{number} ({who}) was used: the person came.</translation>
    </message>
    <message>
        <source>{plan} est retiré à {name}.</source>
        <translation>{plan} is withdrawn from {name}.</translation>
    </message>
    <message>
        <source>{plan} de {name} a déjà servi.</source>
        <translation>{name}’s {plan} was used already.</translation>
    </message>
    <message>
        <source>{plan} de {name}&#xa0;: les {units} unités sont reprises.</source>
        <translation>{name}’s {plan}: its {units} units are taken back.</translation>
    </message>
    <message>
        <source>«&#xa0;{title}&#xa0;»&#xa0;: {count} places de nouveau à vendre.</source>
        <translation>‘{title}’: {count} places for sale again.</translation>
    </message>
    <message>
        <source>«&#xa0;{title}&#xa0;»&#xa0;: une place de nouveau à vendre.</source>
        <translation>‘{title}’: one place for sale again.</translation>
    </message>
    <message>
        <source>«&#xa0;{title}&#xa0;» a commencé&#xa0;: les billets ont servi.</source>
        <translation>‘{title}’ has begun: the tickets were used.</translation>
    </message>
    <message>
        <source>La réservation «&#xa0;{title}&#xa0;» du {when} est annulée.</source>
        <translation>The booking ‘{title}’ of {when} is cancelled.</translation>
    </message>
    <message>
        <source>La réservation «&#xa0;{title}&#xa0;» du {when} a commencé.</source>
        <translation>The booking ‘{title}’ of {when} has begun.</translation>
    </message>
    <message>
        <source>«&#xa0;{title}&#xa0;» reste tenue jusqu’au {when}, et n’est plus payée jusque-là&#xa0;: changez sa fin.</source>
        <translation>‘{title}’ stays held until {when}, and is no longer paid until then: change its end.</translation>
    </message>
    <message>
        <source>Une part ne se garde que d’une location annulée&#xa0;: annulez-la d’abord.</source>
        <translation>A part is kept of a cancelled rental only: cancel it first.</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>France entière</source>
        <translation>All of France</translation>
    </message>
    <message>
        <source>Alsace</source>
        <translation>Alsace</translation>
    </message>
    <message>
        <source>Moselle</source>
        <translation>Moselle</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadeloupe</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinique</translation>
    </message>
    <message>
        <source>Guyane</source>
        <translation>French Guiana</translation>
    </message>
    <message>
        <source>La Réunion</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>Nouvelle-Calédonie</source>
        <translation>New Caledonia</translation>
    </message>
    <message>
        <source>Polynésie française</source>
        <translation>French Polynesia</translation>
    </message>
    <message>
        <source>Saint-Barthélemy</source>
        <translation>Saint Barthélemy</translation>
    </message>
    <message>
        <source>Saint-Martin</source>
        <translation>Saint Martin</translation>
    </message>
    <message>
        <source>Saint-Pierre-et-Miquelon</source>
        <translation>Saint Pierre and Miquelon</translation>
    </message>
    <message>
        <source>Wallis-et-Futuna</source>
        <translation>Wallis and Futuna</translation>
    </message>
</context>
<context>
    <name>Registry</name>
    <message>
        <source>Donnez un nom.</source>
        <translation>Please give a name.</translation>
    </message>
    <message>
        <source>Cet espace n’est pas sur le plan.</source>
        <translation>This space is not on the plan.</translation>
    </message>
    <message>
        <source>Cette formule n’existe pas.</source>
        <translation>There is no such plan.</translation>
    </message>
    <message>
        <source>La fin doit venir après le début.</source>
        <translation>The end must come after the start.</translation>
    </message>
    <message>
        <source>{plan} ne peut pas compter {units} unités.</source>
        <translation>{plan} cannot hold {units} units.</translation>
    </message>
    <message>
        <source>Cette formule n’a pas de prix.</source>
        <translation>This plan has no price.</translation>
    </message>
    <message>
        <source>Cette carte est déjà connue de la maison.</source>
        <translation>The house already knows this card.</translation>
    </message>
    <message>
        <source>{name} a déjà une carte&#xa0;: annulez-la d’abord.</source>
        <translation>{name} already has a card: please cancel it first.</translation>
    </message>
    <message>
        <source>Cette carte n’est plus en service.</source>
        <translation>This card is no longer in use.</translation>
    </message>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
</context>
<context>
    <name>RenewalPanel</name>
    <message>
        <source>Formule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Paiement</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Entrer</source>
        <translation>Come in</translation>
    </message>
    <message>
        <source>Renouveler&#xa0;: {name}</source>
        <translation>Renew: {name}</translation>
    </message>
    <message>
        <source>Renouveler</source>
        <translation>Renew</translation>
    </message>
    <message>
        <source>Déjà réglé autrement</source>
        <translation>Already paid elsewhere</translation>
    </message>
    <message>
        <source>Reçu</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Pas de reçu</source>
        <translation>No receipt</translation>
    </message>
    <message>
        <source>Faire entrer {name}</source>
        <translation>Let {name} in</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Du {first} au {last}.</source>
        <translation>From {first} to {last}.</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Accorder {plan}</source>
        <translation>Grant {plan}</translation>
    </message>
    <message>
        <source>Cette formule n’a pas de prix</source>
        <translation>This plan has no price</translation>
    </message>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>{plan}, du {first} au {last}</source>
        <translation>{plan}, from {first} to {last}</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {amount}</source>
        <translation>Change: {amount}</translation>
    </message>
    <message>
        <source>Vente {number}.</source>
        <translation>Sale {number}.</translation>
    </message>
    <message>
        <source>{plan} · {price}</source>
        <translation>{plan} · {price}</translation>
    </message>
</context>
<context>
    <name>Renewals</name>
    <message>
        <source>Cette formule n’existe pas.</source>
        <translation>There is no such plan.</translation>
    </message>
    <message>
        <source>{name} a quitté la maison.</source>
        <translation>{name} has left the house for good.</translation>
    </message>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
</context>
<context>
    <name>RentalBillSection</name>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>Voir la vente {number}</source>
        <translation>See sale {number}</translation>
    </message>
</context>
<context>
    <name>RentalCare</name>
    <message>
        <source>Caution</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>Prêts</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>Prêter…</source>
        <translation>Lend…</translation>
    </message>
    <message>
        <source>Un participant de moins</source>
        <translation>One participant fewer</translation>
    </message>
    <message>
        <source>Un participant de plus</source>
        <translation>One participant more</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Tout le groupe est parti</source>
        <translation>The whole group has left</translation>
    </message>
    <message>
        <source>Imprimer le code du groupe</source>
        <translation>Print the group code</translation>
    </message>
    <message>
        <source>PDF A4</source>
        <translation>PDF A4</translation>
    </message>
    <message>
        <source>PDF 80 mm</source>
        <translation>PDF 80 mm</translation>
    </message>
    <message>
        <source>{people} sur {expected}</source>
        <translation>{people} of {expected}</translation>
    </message>
    <message>
        <source>Rendre…</source>
        <translation>Give back…</translation>
    </message>
    <message>
        <source>Prendre…</source>
        <translation>Take…</translation>
    </message>
    <message>
        <source>Rien n’est prêté à cette location.</source>
        <translation>Nothing is lent to this rental.</translation>
    </message>
    <message>
        <source>{thing} · à rendre à {when}</source>
        <translation>{thing} · due back at {when}</translation>
    </message>
    <message>
        <source>{thing} · en retard depuis {when}</source>
        <translation>{thing} · late since {when}</translation>
    </message>
    <message>
        <source>Rendu</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>{thing}, rendu</source>
        <translation>{thing}, returned</translation>
    </message>
    <message>
        <source>Dépassement jusqu’à {hour}&#xa0;: {amount}</source>
        <translation>Overtime until {hour}: {amount}</translation>
    </message>
    <message>
        <source>Aucune n’est demandée pour cet espace.</source>
        <translation>None is asked for this space.</translation>
    </message>
    <message>
        <source>{amount} à prendre.</source>
        <translation>{amount} to take.</translation>
    </message>
    <message>
        <source>{amount}, {mode}, tenue depuis {hour}.</source>
        <translation>{amount}, {mode}, held since {hour}.</translation>
    </message>
    <message>
        <source>{returned} rendus à {hour}, {kept} gardés&#xa0;: {reason}.</source>
        <translation>{returned} given back at {hour}, {kept} kept: {reason}.</translation>
    </message>
    <message>
        <source>{amount} rendus à {hour}.</source>
        <translation>{amount} given back at {hour}.</translation>
    </message>
</context>
<context>
    <name>RentalDuePanel</name>
    <message>
        <source>Encaisser la salle</source>
        <translation>Charge the room</translation>
    </message>
    <message>
        <source>Le reçu, ou la facture, est imprimé (note obligatoire).</source>
        <translation>The receipt, or the invoice, is printed (compulsory note).</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{space}, {day} de {start} à {end}</source>
        <translation>{space}, {day} from {start} to {end}</translation>
    </message>
    <message>
        <source>Tarif {category}</source>
        <translation>{category} price</translation>
    </message>
    <message>
        <source>Déjà vendu pour cette réservation</source>
        <translation>Already sold for this booking</translation>
    </message>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>Mettre sur facture&#xa0;: {amount}</source>
        <translation>Put on an invoice: {amount}</translation>
    </message>
    <message>
        <source>{title}&#xa0;: {amount} encaissés</source>
        <translation>{title}: {amount} taken</translation>
    </message>
    <message>
        <source>Reçu {number} imprimé.</source>
        <translation>Receipt {number} printed.</translation>
    </message>
    <message>
        <source>{title}&#xa0;: {amount} sur facture</source>
        <translation>{title}: {amount} on an invoice</translation>
    </message>
    <message>
        <source>Facture {number} imprimée, à payer pour le {due}.</source>
        <translation>Invoice {number} printed, to be paid by {due}.</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {amount}</source>
        <translation>Change: {amount}</translation>
    </message>
</context>
<context>
    <name>RentalDues</name>
    <message>
        <source>Il reste {amount} à encaisser&#xa0;: ouvrez la réservation.</source>
        <translation>{amount} is still to be paid: open the booking.</translation>
    </message>
    <message>
        <source>{amount} payés de trop ne sont pas rendus d’eux-mêmes&#xa0;: corrigez la vente {number}.</source>
        <translation>{amount} paid beyond the price does not go back by itself: correct sale {number}.</translation>
    </message>
    <message>
        <source>pas encore payée</source>
        <translation>not paid yet</translation>
    </message>
    <message>
        <source>payée en partie</source>
        <translation>partly paid</translation>
    </message>
    <message>
        <source>sur facture</source>
        <translation>on an invoice</translation>
    </message>
    <message>
        <source>payée</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>Rien n’est encore payé&#xa0;: le prix s’encaisse, ou va sur facture.</source>
        <translation>Nothing is paid yet: take the price, or put it on an invoice.</translation>
    </message>
    <message>
        <source>Payé jusqu’à {until}&#xa0;: il reste {amount} à encaisser.</source>
        <translation>Paid until {until}: {amount} is still to be paid.</translation>
    </message>
    <message>
        <source>{amount} payés de trop. Ils ne sont pas rendus d’eux-mêmes&#xa0;: corrigez la vente {number}.</source>
        <translation>{amount} paid beyond the price. It does not go back by itself: correct sale {number}.</translation>
    </message>
    <message>
        <source>Seule une location se paie.</source>
        <translation>Only a rental has a price to pay.</translation>
    </message>
    <message>
        <source>{space}, complément pour {start} – {end}</source>
        <translation>{space}, difference for {start} – {end}</translation>
    </message>
    <message>
        <source>Il n’y a rien à encaisser pour cette réservation.</source>
        <translation>Nothing is to be paid for this booking.</translation>
    </message>
</context>
<context>
    <name>RentalPanel</name>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Paiement</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Louer {space}</source>
        <translation>Rent {space}</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Nombre de personnes</source>
        <translation>Number of people</translation>
    </message>
    <message>
        <source>De</source>
        <translation>From</translation>
    </message>
    <message>
        <source>À</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Louer sur facture&#xa0;: {amount}</source>
        <translation>Rent on an invoice: {amount}</translation>
    </message>
    <message>
        <source>{space} est à «&#xa0;{organisation}&#xa0;»</source>
        <translation>{space} is for ‘{organisation}’</translation>
    </message>
    <message>
        <source>Jusqu’à {hour}. Facture {number} imprimée, à payer pour le {due}.</source>
        <translation>Until {hour}. Invoice {number} printed, due by {due}.</translation>
    </message>
    <message>
        <source>Code du groupe, prêts…</source>
        <translation>Group code, loans…</translation>
    </message>
    <message>
        <source>Caution de {amount}, code, prêts…</source>
        <translation>Deposit of {amount}, code, loans…</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Libre jusqu’à {hour}.</source>
        <translation>Free until {hour}.</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Nom de l’organisation</source>
        <translation>Name of the organisation</translation>
    </message>
    <message>
        <source>Nom, ou quelques lettres</source>
        <translation>Name, or a few letters</translation>
    </message>
    <message>
        <source>Organisations connues</source>
        <translation>Known organisations</translation>
    </message>
    <message>
        <source>SIREN (facultatif)</source>
        <translation>SIREN (optional)</translation>
    </message>
    <message>
        <source>Entrée prend «&#xa0;{name}&#xa0;» comme nouvelle&#xa0;; ↓ puis Entrée, une de la liste.</source>
        <translation>Enter takes ‘{name}’ as a new one; ↓ then Enter, one of the list.</translation>
    </message>
    <message>
        <source>Ce SIREN est celui de {name}&#xa0;: prenez son nom, ou corrigez-le.</source>
        <translation>This SIREN is that of {name}: take its name, or correct it.</translation>
    </message>
    <message>
        <source>Le reçu au nom de l’organisation est imprimé (note obligatoire).</source>
        <translation>The receipt in the organisation’s name is printed (the law asks for it).</translation>
    </message>
    <message>
        <source>Faire un devis plutôt</source>
        <translation>Make a quote instead</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{count} × {what}</source>
        <translation>{count} × {what}</translation>
    </message>
    <message>
        <source>dont TVA {rate}</source>
        <translation>of which VAT {rate}</translation>
    </message>
    <message>
        <source>TVA {rate}</source>
        <translation>VAT at {rate}</translation>
    </message>
    <message>
        <source>sans SIREN</source>
        <translation>no SIREN</translation>
    </message>
    <message>
        <source>Nouvelle organisation&#xa0;: elle sera créée avec la location.</source>
        <translation>New organisation: it will be added with the rental.</translation>
    </message>
    <message>
        <source>{space}, de {start} à {end}</source>
        <translation>{space}, from {start} to {end}</translation>
    </message>
    <message>
        <source>{space}, {day} de {start} à {end}</source>
        <translation>{space}, {day} from {start} to {end}</translation>
    </message>
    <message>
        <source>Tarif {category}</source>
        <translation>{category} price</translation>
    </message>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {amount}</source>
        <translation>Change to give: {amount}</translation>
    </message>
    <message>
        <source>Jusqu’à {hour}. Reçu {number} imprimé.</source>
        <translation>Until {hour}. Receipt {number} printed.</translation>
    </message>
</context>
<context>
    <name>Rentals</name>
    <message>
        <source>Cet espace ne se loue pas.</source>
        <translation>This space is not for rent.</translation>
    </message>
    <message>
        <source>La maison est fermée aujourd’hui&#xa0;: {why}.</source>
        <translation>The house is closed today: {why}.</translation>
    </message>
    <message>
        <source>La maison est fermée ce jour-là&#xa0;: {why}.</source>
        <translation>The house is closed that day: {why}.</translation>
    </message>
    <message>
        <source>La maison ferme à {hour}&#xa0;: plus rien à louer aujourd’hui.</source>
        <translation>The house closes at {hour}: nothing more to rent today.</translation>
    </message>
    <message>
        <source>{space} est pris jusqu’à {hour}.</source>
        <translation>{space} is taken until {hour}.</translation>
    </message>
    <message>
        <source>{why} Faites un devis&#xa0;: un·e gérant·e pourra le louer, avec un motif.</source>
        <translation>{why} Make a quote: a manager may rent it, with a reason.</translation>
    </message>
    <message>
        <source>Cet espace n’a pas de prix pour cette catégorie.</source>
        <translation>This space has no price for this category.</translation>
    </message>
    <message>
        <source>{space} n’a que {seats} places pour {people} personnes.</source>
        <translation>{space} only has {seats} seats for {people} people.</translation>
    </message>
</context>
<context>
    <name>RepeatForm</name>
    <message>
        <source>Se répète</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>Une seule fois</source>
        <translation>Only once</translation>
    </message>
    <message>
        <source>Chaque jour</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>Chaque semaine</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>Une semaine sur deux</source>
        <translation>Every other week</translation>
    </message>
    <message>
        <source>Chaque mois, à cette date</source>
        <translation>Every month, on this date</translation>
    </message>
    <message>
        <source>Chaque mois, ce jour de la semaine</source>
        <translation>Every month, on this weekday</translation>
    </message>
    <message>
        <source>Jusqu’au</source>
        <translation>Until</translation>
    </message>
</context>
<context>
    <name>RestorePlan</name>
    <message>
        <source>Cet ordinateur ne sait rien de ce qui a été encaissé après cette sauvegarde. Pour qu’aucun numéro ne serve deux fois, les prochains commencent par {letter} au lieu de {before}. N’utilisez plus l’ancien poste.</source>
        <translation>This computer knows nothing of what was taken after this backup. So that no number serves twice, the next ones begin with {letter} instead of {before}. Do not use the old desk any more.</translation>
    </message>
    <message>
        <source>Rien n’a été enregistré après cette sauvegarde&#xa0;: rien ne se perd.</source>
        <translation>Nothing was recorded after this backup: nothing is lost.</translation>
    </message>
    <message>
        <source>La vente encaissée après elle revient, avec son numéro.</source>
        <translation>The sale taken after it comes back, with its number.</translation>
    </message>
    <message>
        <source>Les {count} ventes encaissées après elle reviennent, avec leurs numéros.</source>
        <translation>The {count} sales taken after it come back, with their numbers.</translation>
    </message>
    <message>
        <source>À refaire&#xa0;: un geste fait après elle (passage, réservation ou fiche).</source>
        <translation>To be done again: one act made after it (visit, booking or file).</translation>
    </message>
    <message>
        <source>À refaire&#xa0;: {count} gestes faits après elle (passages, réservations, fiches).</source>
        <translation>To be done again: {count} acts made after it (visits, bookings, files).</translation>
    </message>
    <message>
        <source>Chaîne «&#xa0;{stream}&#xa0;»&#xa0;: les n° {first} à {last} sont perdus. Ils ne resserviront pas.</source>
        <translation>Stream “{stream}”: numbers {first} to {last} are lost. They will not be used again.</translation>
    </message>
    <message>
        <source>Le journal de cette sauvegarde porte {count} constats (casaco-desk verify).</source>
        <translation>The journal of this backup has {count} findings (casaco-desk verify).</translation>
    </message>
    <message>
        <source>Cette sauvegarde vient d’une version plus récente de Casaco Desk.</source>
        <translation>This backup comes from a newer version of Casaco Desk.</translation>
    </message>
    <message>
        <source>Toutes les lettres de ce poste ont servi&#xa0;: ouvrez un nouveau poste.</source>
        <translation>Every letter of this desk has served: open a new desk.</translation>
    </message>
    <message>
        <source>Ce dossier ne contient aucune sauvegarde.</source>
        <translation>This folder holds no backup.</translation>
    </message>
    <message>
        <source>Ce fichier ne peut pas être lu&#xa0;: {reason}.</source>
        <translation>This file cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>Il n’y a pas de fichier à cet endroit.</source>
        <translation>There is no file there.</translation>
    </message>
    <message>
        <source>Cette sauvegarde est abîmée et ne peut pas être remise&#xa0;: prenez-en une autre.</source>
        <translation>This backup is damaged and cannot be put back: take another.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas une sauvegarde de Casaco Desk.</source>
        <translation>This file is not a Casaco Desk backup.</translation>
    </message>
    <message>
        <source>Cette sauvegarde est celle d’un autre poste&#xa0;: elle ne peut pas remplacer celui-ci.</source>
        <translation>This backup is another desk’s: it cannot take the place of this one.</translation>
    </message>
    <message>
        <source>La clé de signature ({name}) n’est ni dans le dossier ni à côté de la sauvegarde&#xa0;: sans elle, rien ne pourrait être vendu.</source>
        <translation>The signing key ({name}) is neither in the folder nor beside the backup: without it, nothing could be sold.</translation>
    </message>
</context>
<context>
    <name>Restored</name>
    <message>
        <source>La sauvegarde est remise, et l’accueil peut rouvrir.</source>
        <translation>The backup is back in place, and the desk can open again.</translation>
    </message>
    <message>
        <source>Le fichier d’avant est gardé dans {folder}.</source>
        <translation>The file from before is kept in {folder}.</translation>
    </message>
    <message>
        <source>Il lui manquait des numéros que ce poste a donnés&#xa0;: le journal technique le note (code 90).</source>
        <translation>It lacked numbers that this desk has given: the technical journal notes it (code 90).</translation>
    </message>
    <message>
        <source>Vérifiez qui est là (F9), et les réservations du jour (F3).</source>
        <translation>Check who is in (F9), and today’s bookings (F3).</translation>
    </message>
    <message>
        <source>À effacer de nouveau, depuis leur fiche&#xa0;: membres n° {numbers}.</source>
        <translation>To be erased again, from their files: members no. {numbers}.</translation>
    </message>
    <message>
        <source>Un autre programme (un tourniquet, une commande) tient la base ouverte.</source>
        <translation>Another program (a turnstile, a command) has the database open.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Arrêtez-le, puis recommencez.</source>
        <translation>Stop it, then try again.</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>Passages gardés {visits_months} mois, scans refusés {scans_months} mois. Rendus anonymes&#xa0;: {visits} passages, {passes} pass. Effacés&#xa0;: {scans} scans refusés, {records} contenus du journal.</source>
        <translation>Visits kept {visits_months} months, refused scans {scans_months} months. Made anonymous: {visits} visits, {passes} passes. Erased: {scans} refused scans, {records} contents of the journal.</translation>
    </message>
    <message>
        <source>Contacts d’organisations sans activité depuis {months} mois&#xa0;: {contacts}.</source>
        <translation>Contacts of organisations without activity for {months} months: {contacts}.</translation>
    </message>
    <message>
        <source>Le fichier n’a pas pu être réécrit&#xa0;: faites de la place sur le disque, puis relancez la commande.</source>
        <translation>The file could not be rewritten: make room on the disk, then run the command again.</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Seul·e un·e gérant·e peut le faire&#xa0;: demandez-lui.</source>
        <translation>Only a manager may do this: ask one.</translation>
    </message>
    <message>
        <source>Personne ne tient l’accueil&#xa0;: que quelqu’un prenne d’abord la permanence.</source>
        <translation>Nobody holds the desk: someone has to take it first.</translation>
    </message>
</context>
<context>
    <name>RollCall</name>
    <message>
        <source>Liste d’évacuation</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>Personnes à l’intérieur</source>
        <translation>People inside</translation>
    </message>
    <message>
        <source>dont sans nom&#xa0;: {count}</source>
        <translation>of whom without a name: {count}</translation>
    </message>
    <message>
        <source>Personne n’est enregistré à l’intérieur.</source>
        <translation>Nobody is recorded inside.</translation>
    </message>
    <message>
        <source>Personnes comptées dehors</source>
        <translation>People counted outside</translation>
    </message>
    <message>
        <source>Manquantes</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Heure de fin d’appel</source>
        <translation>Time the roll call ended</translation>
    </message>
    <message>
        <source>{floor} · {count}</source>
        <translation>{floor} · {count}</translation>
    </message>
    <message>
        <source>{detail} · {since}</source>
        <translation>{detail} · {since}</translation>
    </message>
</context>
<context>
    <name>RollCallPage</name>
    <message>
        <source>Liste d’évacuation</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>Revenir au plan (Échap)</source>
        <translation>Back to the plan (Esc)</translation>
    </message>
    <message>
        <source>{count} personnes dans la maison</source>
        <translation>{count} people in the house</translation>
    </message>
    <message>
        <source>1 personne dans la maison</source>
        <translation>1 person in the house</translation>
    </message>
    <message>
        <source>Sans place connue</source>
        <translation>No known place</translation>
    </message>
    <message>
        <source>Nouvel appel</source>
        <translation>New roll call</translation>
    </message>
    <message>
        <source>PDF (A4)…</source>
        <translation>PDF (A4)…</translation>
    </message>
    <message>
        <source>Imprimer (P)</source>
        <translation>Print (P)</translation>
    </message>
    <message>
        <source>La maison est vide.</source>
        <translation>The house is empty.</translation>
    </message>
    <message>
        <source>{floor} · {count}</source>
        <translation>{floor} · {count}</translation>
    </message>
    <message>
        <source>Reprendre l’appel de {hour}</source>
        <translation>Take up the call of {hour}</translation>
    </message>
    <message>
        <source>Flèches&#xa0;: choisir · Espace&#xa0;: cocher · P&#xa0;: imprimer</source>
        <translation>Arrows: choose · Space: tick · P: print</translation>
    </message>
    <message>
        <source>Flèches&#xa0;: choisir · Espace&#xa0;: cocher · P&#xa0;: imprimer · Appel commencé à {hour}</source>
        <translation>Arrows: choose · Space: tick · P: print · Roll call begun at {hour}</translation>
    </message>
    <message>
        <source>place inconnue</source>
        <translation>place unknown</translation>
    </message>
    <message>
        <source>{name} · {place} · {hour}</source>
        <translation>{name} · {place} · {hour}</translation>
    </message>
    <message>
        <source>↳ {name}, invité·e de {host} · {place} · {hour}</source>
        <translation>↳ {name}, guest of {host} · {place} · {hour}</translation>
    </message>
    <message>
        <source>{crowd} · {place} · {hour}</source>
        <translation>{crowd} · {place} · {hour}</translation>
    </message>
    <message>
        <source>{done} / {total} retrouvés</source>
        <translation>{done} / {total} accounted for</translation>
    </message>
</context>
<context>
    <name>RoomSearch</name>
    <message>
        <source>Aucune salle n’a {people} places.</source>
        <translation>No room has {people} seats.</translation>
    </message>
    <message>
        <source>Cette heure est déjà passée.</source>
        <translation>That hour is already past.</translation>
    </message>
</context>
<context>
    <name>RoomSearchPanel</name>
    <message>
        <source>Trouver une salle</source>
        <translation>Find a room</translation>
    </message>
    <message>
        <source>Nombre de personnes</source>
        <translation>Number of people</translation>
    </message>
    <message>
        <source>Jusqu’à</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Salles libres</source>
        <translation>Free rooms</translation>
    </message>
    <message>
        <source>Aucune salle n’est libre tout ce temps. Essayez une fin plus tôt.</source>
        <translation>No room is free all that time. Try an earlier end.</translation>
    </message>
    <message>
        <source>Louer</source>
        <translation>Rent</translation>
    </message>
    <message>
        <source>Louer {space}</source>
        <translation>Rent {space}</translation>
    </message>
    <message>
        <source>{space} · {seats} places
{price}, de {start} à {end}</source>
        <translation>{space} · {seats} seats
{price}, from {start} to {end}</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Invité·es par membre et par mois&#xa0;: {guests_per_month}. Journées d’essai par personne&#xa0;: {trial_days}. Entrée ouverte {event_margin} minutes avant un moment collectif ou sa réservation. Limite de sécurité&#xa0;: {safety_limit} personnes.</source>
        <translation>Guests of each member in a month: {guests_per_month}. Trial days of each person: {trial_days}. The door is open {event_margin} minutes before an event or one’s own booking. Safety limit: {safety_limit} people.</translation>
    </message>
    <message>
        <source>Ce nombre va de {least} à {most}.</source>
        <translation>This number goes from {least} to {most}.</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>{count} par mois</source>
        <translation>{count} a month</translation>
    </message>
    <message>
        <source>{count} min avant</source>
        <translation>{count} min before</translation>
    </message>
    <message>
        <source>Invité·es d’un membre</source>
        <translation>Guests of a member</translation>
    </message>
    <message>
        <source>Essai d’une personne, en jours</source>
        <translation>Trial of a person, in days</translation>
    </message>
    <message>
        <source>La porte s’ouvre à un moment collectif ou une réservation</source>
        <translation>The door opens to an event or a booking</translation>
    </message>
    <message>
        <source>Elles valent dès le prochain passage.</source>
        <translation>They hold from the next visit on.</translation>
    </message>
    <message>
        <source>La porte</source>
        <translation>The door</translation>
    </message>
</context>
<context>
    <name>SaleGestures</name>
    <message>
        <source>Cette vente est introuvable.</source>
        <translation>This sale cannot be found.</translation>
    </message>
</context>
<context>
    <name>SalePanel</name>
    <message>
        <source>Vente {number}</source>
        <translation>Sale {number}</translation>
    </message>
    <message>
        <source>Enregistrer en PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Corriger…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Facture…</source>
        <translation>Invoice…</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Servi par {name}</source>
        <translation>Served by {name}</translation>
    </message>
    <message>
        <source>Total TTC</source>
        <translation>Total incl. VAT</translation>
    </message>
    <message>
        <source>Correction {number}&#xa0;: {amount}</source>
        <translation>Correction {number}: {amount}</translation>
    </message>
    <message>
        <source>Voir la vente {number}</source>
        <translation>See sale {number}</translation>
    </message>
    <message>
        <source>Imprimer le reçu</source>
        <translation>Print the receipt</translation>
    </message>
    <message>
        <source>Imprimer un duplicata</source>
        <translation>Print a duplicate</translation>
    </message>
    <message>
        <source>recu-{number}.pdf</source>
        <translation>receipt-{number}.pdf</translation>
    </message>
    <message>
        <source>Où écrire ce reçu&#xa0;?</source>
        <translation>Where to write this receipt?</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Le reçu est dans {file}, prêt à être envoyé.</source>
        <translation>The receipt is in {file}, ready to be sent.</translation>
    </message>
    <message>
        <source>{title} s’imprime.</source>
        <translation>{title} is printing.</translation>
    </message>
</context>
<context>
    <name>SalesBook</name>
    <message>
        <source>corrige {number}</source>
        <translation>corrects {number}</translation>
    </message>
    <message>
        <source>annulée</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>reprise en partie</source>
        <translation>partly taken back</translation>
    </message>
    <message>
        <source>Le code de ce reçu a été mal lu. Recommencez.</source>
        <translation>The code of this receipt was misread. Try again.</translation>
    </message>
    <message>
        <source>Ce reçu {number} n’est pas celui de cette caisse, ou il a été retouché.</source>
        <translation>This receipt {number} is not this till’s, or it has been altered.</translation>
    </message>
    <message>
        <source>{count} × {label}</source>
        <translation>{count} × {label}</translation>
    </message>
    <message>
        <source>La vente {number} est introuvable dans cette caisse.</source>
        <translation>Sale {number} cannot be found in this till.</translation>
    </message>
    <message>
        <source>Le reçu {number} vient de la formation&#xa0;: rien n’y a été vendu.</source>
        <translation>Receipt {number} comes from training: nothing was sold there.</translation>
    </message>
</context>
<context>
    <name>SalesPage</name>
    <message>
        <source>Ventes du jour</source>
        <translation>Sales of the day</translation>
    </message>
    <message>
        <source>N° de reçu (A-000123)</source>
        <translation>Receipt no. (A-000123)</translation>
    </message>
    <message>
        <source>Chercher un reçu par son numéro</source>
        <translation>Find a receipt by its number</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>La veille</source>
        <translation>The day before</translation>
    </message>
    <message>
        <source>Le lendemain</source>
        <translation>The day after</translation>
    </message>
    <message>
        <source>Entrée&#xa0;: sa vente, duplicata, correction.</source>
        <translation>Enter: the sale, its duplicate, its correction.</translation>
    </message>
    <message>
        <source>{count} ventes et corrections · {total}</source>
        <translation>{count} sales and corrections · {total}</translation>
    </message>
    <message>
        <source>Une vente · {total}</source>
        <translation>One sale · {total}</translation>
    </message>
    <message>
        <source>Rien n’a été vendu ce jour-là. F4 ouvre la caisse.</source>
        <translation>Nothing was sold that day. F4 opens the till.</translation>
    </message>
    <message>
        <source>Aucune vente ne porte le n° {number}.</source>
        <translation>No sale has the number {number}.</translation>
    </message>
</context>
<context>
    <name>SalesTable</name>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Vendu</source>
        <translation>Sold</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Payé par</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>Total TTC</source>
        <translation>Total incl. VAT</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Servi par</source>
        <translation>Served by</translation>
    </message>
</context>
<context>
    <name>ScannerDiagnosis</name>
    <message>
        <source>Ce scanner lira les cartes, mais il tape presque trop lentement.</source>
        <translation>This scanner will read the cards, but it types almost too slowly.</translation>
    </message>
    <message>
        <source>Ce scanner lira toutes les cartes.</source>
        <translation>This scanner will read every card.</translation>
    </message>
    <message>
        <source>Rien n’est obligatoire. Avec la touche Entrée à la fin (suffixe «&#xa0;CR&#xa0;»), la réponse viendrait un peu plus vite.</source>
        <translation>Nothing has to change. With Enter at the end (suffix ‘CR’), the answer would come a little sooner.</translation>
    </message>
    <message>
        <source>Dans les réglages du scanner, mettez à zéro le délai entre les caractères («&#xa0;inter-character delay&#xa0;»).</source>
        <translation>In the scanner’s settings, set the inter-character delay to zero.</translation>
    </message>
    <message>
        <source>Ce scanner ne sera pas reconnu&#xa0;: il laisse jusqu’à {gap}&#xa0;ms entre deux signes, il en faut {most} au plus.</source>
        <translation>This scanner will not be recognised: it leaves up to {gap} ms between two signs, {most} at most are needed.</translation>
    </message>
    <message>
        <source>Ce scanner lira les cartes, mais son préfixe «&#xa0;{prefix}&#xa0;» s’écrira dans le champ où l’on tape.</source>
        <translation>This scanner will read the cards, but its prefix ‘{prefix}’ will be written into the field in use.</translation>
    </message>
    <message>
        <source>Dans les réglages du scanner, supprimez le préfixe.</source>
        <translation>In the scanner’s settings, remove the prefix.</translation>
    </message>
    <message>
        <source>Ce scanner ne lira pas les cartes&#xa0;: il ajoute «&#xa0;{text}&#xa0;» après le code.</source>
        <translation>This scanner will not read the cards: it adds ‘{text}’ after the code.</translation>
    </message>
    <message>
        <source>Dans les réglages du scanner, ne gardez que la touche Entrée comme suffixe.</source>
        <translation>In the scanner’s settings, keep only Enter as the suffix.</translation>
    </message>
    <message>
        <source>Ce scanner ne lira pas les cartes&#xa0;: il ajoute «&#xa0;{text}&#xa0;» avant le code.</source>
        <translation>This scanner will not read the cards: it adds ‘{text}’ before the code.</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tabulation</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>{usual}&#xa0;ms entre deux signes, {longest} au plus</source>
        <translation>{usual} ms between two signs, {longest} at most</translation>
    </message>
    <message>
        <source>Clavier</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Majuscules</source>
        <translation>Capitals</translation>
    </message>
    <message>
        <source>Avant le code</source>
        <translation>Before the code</translation>
    </message>
    <message>
        <source>Après le code</source>
        <translation>After the code</translation>
    </message>
    <message>
        <source>Touche finale</source>
        <translation>Last key</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>Pace</translation>
    </message>
    <message>
        <source>le scanner et l’ordinateur ont la même disposition</source>
        <translation>the scanner and the computer have the same layout</translation>
    </message>
    <message>
        <source>scanner américain (US), ordinateur français&#xa0;: l’accueil traduit</source>
        <translation>American (US) scanner, French computer: the desk translates</translation>
    </message>
    <message>
        <source>scanner américain (US), ordinateur belge&#xa0;: l’accueil traduit</source>
        <translation>American (US) scanner, Belgian computer: the desk translates</translation>
    </message>
    <message>
        <source>reconnu au numéro des touches, quel que soit le clavier de l’ordinateur</source>
        <translation>recognised by the numbers of the keys, whatever the computer’s keyboard</translation>
    </message>
    <message>
        <source>perdues, sans effet sur les cartes</source>
        <translation>lost, which does not matter for cards</translation>
    </message>
    <message>
        <source>bien reçues</source>
        <translation>received</translation>
    </message>
    <message>
        <source>C’est la carte d’un membre&#xa0;: elle a été lue, et rien n’a été noté.</source>
        <translation>This is a member’s card: it was read, and nothing was recorded.</translation>
    </message>
    <message>
        <source>Scannez maintenant le code affiché ici, qui contient tous les signes.</source>
        <translation>Now scan the code shown here, which holds every sign.</translation>
    </message>
    <message>
        <source>Ce n’est pas la carte de réglage.</source>
        <translation>This is not the set-up card.</translation>
    </message>
    <message>
        <source>Scannez le code affiché ici, d’assez près, sans reflet.</source>
        <translation>Scan the code shown here, close enough and without glare.</translation>
    </message>
    <message>
        <source>Ce scanner ne lira pas toutes les cartes&#xa0;: des signes se perdent en route.</source>
        <translation>This scanner will not read every card: signs get lost on the way.</translation>
    </message>
    <message>
        <source>Dans les réglages du scanner, choisissez un délai de 5 à 10&#xa0;ms entre les caractères, ou branchez-le directement sur l’ordinateur, sans multiprise USB.</source>
        <translation>In the scanner’s settings, choose an inter-character delay of 5 to 10 ms, or plug it straight into the computer, without a USB hub.</translation>
    </message>
    <message>
        <source>Ce scanner ne lira pas les cartes&#xa0;: les chiffres arrivent comme «&#xa0;! @ #&#xa0;».</source>
        <translation>This scanner will not read the cards: digits arrive as ‘! @ #’.</translation>
    </message>
    <message>
        <source>Ce scanner ne lira pas toutes les cartes&#xa0;: ces signes n’arrivent pas justes, {signs}.</source>
        <translation>This scanner will not read every card: these signs do not arrive right, {signs}.</translation>
    </message>
    <message>
        <source>Ce scanner ne lira pas les cartes&#xa0;: les signes n’arrivent pas dans l’ordre.</source>
        <translation>This scanner will not read the cards: the signs do not arrive in order.</translation>
    </message>
    <message>
        <source>Dans les réglages du scanner, choisissez le clavier américain («&#xa0;US keyboard&#xa0;»), puis recommencez.</source>
        <translation>In the scanner’s settings, choose the US keyboard, then try again.</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Réglage du scanner</source>
        <translation>Scanner set-up</translation>
    </message>
    <message>
        <source>Le code de réglage, à scanner</source>
        <translation>The set-up code, to be scanned</translation>
    </message>
    <message>
        <source>Un scanner qui lit mal les écrans lira la carte sur papier.</source>
        <translation>A scanner that reads screens badly will read the card on paper.</translation>
    </message>
    <message>
        <source>Imprimer la carte</source>
        <translation>Print the card</translation>
    </message>
    <message>
        <source>Scannez le code ci-contre</source>
        <translation>Scan the code on the left</translation>
    </message>
    <message>
        <source>Il contient tous les signes des cartes. L’accueil regarde comment ce scanner tape et dit s’il lira toutes les cartes, ou ce qu’il faut changer dans ses réglages. Tant que cette page est ouverte, ce que lit le scanner ne fait entrer ni sortir personne.</source>
        <translation>It holds every sign of the cards. The desk looks at how this scanner types and says whether it will read every card, or what to change in its settings. While this page is open, what the scanner reads checks nobody in or out.</translation>
    </message>
    <message>
        <source>La carte s’imprime.</source>
        <translation>The card is being printed.</translation>
    </message>
</context>
<context>
    <name>Seating</name>
    <message>
        <source>{space} n°&#xa0;{number}</source>
        <translation>{space} no.&#xa0;{number}</translation>
    </message>
</context>
<context>
    <name>SelfService</name>
    <message>
        <source>Libre-service</source>
        <translation>Self-service</translation>
    </message>
    <message>
        <source>démonstration</source>
        <translation>demonstration</translation>
    </message>
    <message>
        <source>Reprendre l’accueil</source>
        <translation>Take the desk back</translation>
    </message>
    <message>
        <source>Votre nom</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Prendre l’accueil</source>
        <translation>Take the desk</translation>
    </message>
    <message>
        <source>Rester en libre-service (Échap)</source>
        <translation>Stay in self-service (Esc)</translation>
    </message>
    <message>
        <source>Toutes les places de travail sont prises</source>
        <translation>All workstations are taken</translation>
    </message>
    <message>
        <source>1 place de travail libre</source>
        <translation>1 free workstation</translation>
    </message>
    <message>
        <source>{count} places de travail libres</source>
        <translation>{count} free workstations</translation>
    </message>
    <message>
        <source>Passez votre carte</source>
        <translation>Scan your card</translation>
    </message>
    <message>
        <source>devant la caméra ou sous le scanner, en arrivant comme en repartant</source>
        <translation>before the camera or under the scanner, when you arrive and when you leave</translation>
    </message>
    <message>
        <source>sous le scanner, en arrivant comme en repartant</source>
        <translation>under the scanner, when you arrive and when you leave</translation>
    </message>
    <message>
        <source>Ce n’est pas le bon nom ou pas le bon code.</source>
        <translation>That is not the right name, or not the right PIN.</translation>
    </message>
    <message>
        <source>Voyez l’accueil</source>
        <translation>Please see the front desk</translation>
    </message>
    <message>
        <source>Bienvenue, {name}</source>
        <translation>Welcome, {name}</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>À bientôt, {name}</source>
        <translation>See you soon, {name}</translation>
    </message>
    <message>
        <source>À bientôt</source>
        <translation>See you soon</translation>
    </message>
    <message>
        <source>C’est déjà noté, {name}</source>
        <translation>Already recorded, {name}</translation>
    </message>
    <message>
        <source>C’est déjà noté</source>
        <translation>Already recorded</translation>
    </message>
    <message>
        <source>Votre formule a expiré.</source>
        <translation>Your plan has expired.</translation>
    </message>
    <message>
        <source>Votre formule n’a pas encore commencé.</source>
        <translation>Your plan has not begun yet.</translation>
    </message>
    <message>
        <source>Votre carnet est épuisé.</source>
        <translation>Your book is used up.</translation>
    </message>
    <message>
        <source>Cette carte n’est plus en service.</source>
        <translation>This card is no longer in use.</translation>
    </message>
    <message>
        <source>Votre carte pose une question&#xa0;: quelqu’un de l’accueil y répondra.</source>
        <translation>Your card raises a question: someone at the front desk will answer it.</translation>
    </message>
</context>
<context>
    <name>Seller</name>
    <message>
        <source>nom</source>
        <translation>name</translation>
    </message>
    <message>
        <source>adresse</source>
        <translation>address</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Aucun reçu ne s’imprime encore, il manque à la maison&#xa0;: {what}. Une personne gérante le donne dans Réglages, La maison&#xa0;: demandez-lui. Vendez sans attendre, les reçus pourront s’imprimer ensuite.</source>
        <translation>No receipt is printed yet, the house lacks: {what}. A manager gives it in Settings, The house: please ask one. Sell without waiting, the receipts can be printed afterwards.</translation>
    </message>
    <message>
        <source>Aucun reçu ne s’imprime encore, il manque à la maison&#xa0;: {what}. Donnez-le dans Réglages, La maison (Maj F8). Vendez sans attendre, les reçus pourront s’imprimer ensuite.</source>
        <translation>No receipt is printed yet, the house lacks: {what}. Give it in Settings, The house (Shift F8). Sell without waiting, the receipts can be printed afterwards.</translation>
    </message>
</context>
<context>
    <name>SettingsFields</name>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>La maison</source>
        <translation>The house</translation>
    </message>
    <message>
        <source>Heures d’ouverture</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Jours particuliers</source>
        <translation>Special days</translation>
    </message>
    <message>
        <source>Réservations</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>La porte</source>
        <translation>The door</translation>
    </message>
    <message>
        <source>Données personnelles</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Ensembles d’espaces</source>
        <translation>Wholes of spaces</translation>
    </message>
    <message>
        <source>Espaces hors service</source>
        <translation>Spaces out of order</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Seul·e un·e gérant·e change les réglages. Vous pouvez les lire.</source>
        <translation>Only a manager changes the settings. You may read them.</translation>
    </message>
    <message>
        <source>Rubriques des réglages</source>
        <translation>Rooms of the settings</translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message>
        <source>{what}&#xa0;: {before} → {after}</source>
        <translation>{what}: {before} → {after}</translation>
    </message>
    <message>
        <source>Annuler ce changement</source>
        <translation>Undo this change</translation>
    </message>
    <message>
        <source>{done} ({who}, {hour})</source>
        <translation>{done} ({who}, {hour})</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Laisser comme c’était</source>
        <translation>Leave as it was</translation>
    </message>
    <message>
        <source>C’est enregistré.</source>
        <translation>It is saved.</translation>
    </message>
    <message>
        <source>{what} a encore changé depuis&#xa0;: rien n’est remis comme avant. Relisez-le, et changez-le ici.</source>
        <translation>{what} has changed again since: nothing is put back. Read it again, and change it here.</translation>
    </message>
    <message>
        <source>C’est comme avant.</source>
        <translation>It is as before.</translation>
    </message>
    <message>
        <source>{done} {changes}</source>
        <translation>{done} {changes}</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>Donnez un nom.</source>
        <translation>Please give a name.</translation>
    </message>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
    <message>
        <source>Il n’y a pas de sociétaire à ce numéro.</source>
        <translation>There is no cooperator with that number.</translation>
    </message>
    <message>
        <source>Une souscription compte au moins une part.</source>
        <translation>A subscription is for at least one share.</translation>
    </message>
    <message>
        <source>Les collectivités publiques tiennent maintenant plus de la moitié du capital.</source>
        <translation>Public bodies now hold more than half of the capital.</translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>Billet {title}, {when}</source>
        <translation>Ticket {title}, {when}</translation>
    </message>
    <message>
        <source>Le panier est vide.</source>
        <translation>The basket is empty.</translation>
    </message>
    <message>
        <source>Un panier tient {most} lignes&#xa0;: encaissez celui-ci d’abord.</source>
        <translation>A basket holds {most} lines: take the money for this one first.</translation>
    </message>
    <message>
        <source>Une remise ou un cadeau est pour un·e gérant·e&#xa0;: demandez-lui.</source>
        <translation>A discount or a gift is for a manager: please ask them.</translation>
    </message>
    <message>
        <source>Cette organisation est introuvable.</source>
        <translation>This organisation cannot be found.</translation>
    </message>
    <message>
        <source>Ce membre est introuvable.</source>
        <translation>This member cannot be found.</translation>
    </message>
    <message>
        <source>Une formule se vend à un membre&#xa0;: choisissez-le.</source>
        <translation>A plan is sold to a member: choose them.</translation>
    </message>
    <message>
        <source>{what}&#xa0;: de 1 à {most}.</source>
        <translation>{what}: from 1 to {most}.</translation>
    </message>
    <message>
        <source>{what}&#xa0;: il reste {left} places.</source>
        <translation>{what}: {left} places are left.</translation>
    </message>
    <message>
        <source>{what}&#xa0;: il reste une place.</source>
        <translation>{what}: one place is left.</translation>
    </message>
    <message>
        <source>{what}&#xa0;: c’est complet.</source>
        <translation>{what}: sold out.</translation>
    </message>
    <message>
        <source>La maison n’a plus que {free} places sous sa limite de sécurité.</source>
        <translation>The house has only {free} places left under its safety limit.</translation>
    </message>
    <message>
        <source>La maison est pleine&#xa0;: {limit} personnes, la limite de sécurité.</source>
        <translation>The house is full: {limit} people, the safety limit.</translation>
    </message>
    <message>
        <source>Cet article n’est pas à vendre à ce tarif en ce moment.</source>
        <translation>This is not for sale at that price at the moment.</translation>
    </message>
</context>
<context>
    <name>ShopPanel</name>
    <message>
        <source>Panier</source>
        <translation>Basket</translation>
    </message>
    <message>
        <source>Paiement</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Caisse</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Tarif</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Pour quelqu’un, ou une organisation…</source>
        <translation>For someone, or an organisation…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Reçu</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Pas de reçu</source>
        <translation>No receipt</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Voir cette vente&#xa0;: PDF, correction…</source>
        <translation>See this sale: PDF, correction…</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Le panier est vide&#xa0;: tapez par exemple 2 café, puis Entrée.</source>
        <translation>The basket is empty: type for example 2 café, then Enter.</translation>
    </message>
    <message>
        <source>Écrivez ce qui se vend après le nombre, par exemple 2 café.</source>
        <translation>Type what is sold after the number, for example 2 café.</translation>
    </message>
    <message>
        <source>Choisissez ce qui se vend</source>
        <translation>Choose what is sold</translation>
    </message>
    <message>
        <source>Choisissez le membre</source>
        <translation>Choose the member</translation>
    </message>
    <message>
        <source>Payer {amount}</source>
        <translation>Pay {amount}</translation>
    </message>
    <message>
        <source>À partir de 25&#xa0;€, la note est remise sans qu’on la demande.</source>
        <translation>From €25 on, the note is handed over without being asked for.</translation>
    </message>
    <message>
        <source>Encaisser {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>Vente {number}</source>
        <translation>Sale {number}</translation>
    </message>
    <message>
        <source>À rendre&#xa0;: {amount}</source>
        <translation>Change: {amount}</translation>
    </message>
    <message>
        <source>Les pass s’impriment&#xa0;: les personnes sont entrées.</source>
        <translation>The passes are printing: the people are in.</translation>
    </message>
    <message>
        <source>Le pass n° {number} s’imprime&#xa0;: la personne est entrée.</source>
        <translation>Pass no.&#xa0;{number} is printing: the person is in.</translation>
    </message>
    <message>
        <source>La formule est sur la fiche du membre.</source>
        <translation>The plan is on the member’s file.</translation>
    </message>
    <message>
        <source>{count} places sont prises.</source>
        <translation>{count} places are taken.</translation>
    </message>
    <message>
        <source>Une place est prise.</source>
        <translation>One place is taken.</translation>
    </message>
    <message>
        <source>Article, avec le nombre devant</source>
        <translation>Article, with the number before it</translation>
    </message>
    <message>
        <source>2 café, pass, carnet…</source>
        <translation>2 café, pass, carnet…</translation>
    </message>
    <message>
        <source>Article à ajouter</source>
        <translation>Article to add</translation>
    </message>
    <message>
        <source>Rien de ce nom n’est à vendre.</source>
        <translation>Nothing of that name is for sale.</translation>
    </message>
    <message>
        <source>{what}, {price} TTC</source>
        <translation>{what}, {price} incl. VAT</translation>
    </message>
    <message>
        <source>Nom du client, sauf s’il s’y oppose</source>
        <translation>Customer’s name, unless they object</translation>
    </message>
    <message>
        <source>Un nom, un membre, une organisation</source>
        <translation>A name, a member, an organisation</translation>
    </message>
    <message>
        <source>Trouvés</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Au nom de&#xa0;: {name}</source>
        <translation>In the name of {name}</translation>
    </message>
    <message>
        <source>{name} · membre, {plan}</source>
        <translation>{name} · member, {plan}</translation>
    </message>
    <message>
        <source>{name} · {category}</source>
        <translation>{name} · {category}</translation>
    </message>
    <message>
        <source>Membre</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Solidaire</source>
        <translation>Solidarity</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Un de moins&#xa0;: {what}</source>
        <translation>One fewer: {what}</translation>
    </message>
    <message>
        <source>Un de plus&#xa0;: {what}</source>
        <translation>One more: {what}</translation>
    </message>
    <message>
        <source>Tarif, remise…</source>
        <translation>Price, discount…</translation>
    </message>
    <message>
        <source>Tarif et remise&#xa0;: {what}</source>
        <translation>Price and discount: {what}</translation>
    </message>
    <message>
        <source>Tarif de la ligne</source>
        <translation>Price of the line</translation>
    </message>
    <message>
        <source>Remise en pour cent</source>
        <translation>Discount in per cent</translation>
    </message>
    <message>
        <source>Offrir</source>
        <translation>Give</translation>
    </message>
    <message>
        <source>Remise</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>Motif, imprimé sur le reçu</source>
        <translation>Reason, printed on the receipt</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Bonjour, qui tient l’accueil&#xa0;?</source>
        <translation>Hello, who is on the desk?</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Premier démarrage&#xa0;: donnez votre nom et choisissez un code de quatre chiffres.</source>
        <translation>First start: give your name and choose a PIN of four digits.</translation>
    </message>
    <message>
        <source>Votre nom</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Le même code, encore une fois</source>
        <translation>The same code, once more</translation>
    </message>
    <message>
        <source>Prendre l’accueil</source>
        <translation>Take the desk</translation>
    </message>
    <message>
        <source>démonstration · le code de chacun est 2580</source>
        <translation>demonstration · everyone’s PIN is 2580</translation>
    </message>
    <message>
        <source>F9&#xa0;: liste d’évacuation, même sans code</source>
        <translation>F9: roll call, even without a PIN</translation>
    </message>
    <message>
        <source>Libre-service, sans personne à l’accueil</source>
        <translation>Self-service, with nobody at the desk</translation>
    </message>
    <message>
        <source>Bienvenue, {name}.</source>
        <translation>Welcome, {name}.</translation>
    </message>
    <message>
        <source>À bientôt, {name}.</source>
        <translation>See you soon, {name}.</translation>
    </message>
    <message>
        <source>C’est déjà noté, {name}.</source>
        <translation>Already noted, {name}.</translation>
    </message>
</context>
<context>
    <name>Simulation</name>
    <message>
        <source>{mark} · {title}</source>
        <translation>{mark} · {title}</translation>
    </message>
    <message>
        <source>En formation, rien ne part vers la comptabilité&#xa0;: exportez depuis la vraie maison.</source>
        <translation>In training nothing goes to the accounts: export from the real house.</translation>
    </message>
    <message>
        <source>La formation ne se sauvegarde pas&#xa0;: elle se recommence à neuf.</source>
        <translation>Training is not backed up: it is begun anew.</translation>
    </message>
</context>
<context>
    <name>SpaceFields</name>
    <message>
        <source>Nom de l’espace</source>
        <translation>Name of the space</translation>
    </message>
    <message>
        <source>Ce qu’est l’espace</source>
        <translation>What the space is</translation>
    </message>
    <message>
        <source>Depuis la gauche</source>
        <translation>From the left</translation>
    </message>
    <message>
        <source>Depuis le haut</source>
        <translation>From the top</translation>
    </message>
    <message>
        <source>Largeur</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Hauteur</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Places assises</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>Se loue</source>
        <translation>To let</translation>
    </message>
    <message>
        <source>Compte dans la surface</source>
        <translation>Counts in the surface</translation>
    </message>
</context>
<context>
    <name>SpecialDays</name>
    <message>
        <source>Une fermeture exceptionnelle, une soirée, un jour férié où la maison ouvre. Ils passent avant les heures de la semaine et avant les jours fériés.</source>
        <translation>An exceptional closing, an evening, a holiday on which the house opens. They come before the hours of the week and before public holidays.</translation>
    </message>
    <message>
        <source>Les jours particuliers</source>
        <translation>Special days</translation>
    </message>
    <message>
        <source>Ajouter ou changer un jour</source>
        <translation>Add or change a day</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>La maison ouvre ce jour-là</source>
        <translation>The house opens that day</translation>
    </message>
    <message>
        <source>Ouverture</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Fermeture</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Travaux, fête, inventaire…</source>
        <translation>Works, party, stocktaking…</translation>
    </message>
    <message>
        <source>Enregistrer ce jour</source>
        <translation>Save this day</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Retirer le {day}</source>
        <translation>Remove {day}</translation>
    </message>
    <message>
        <source>Aucun jour particulier à venir.</source>
        <translation>No special day to come.</translation>
    </message>
    <message>
        <source>Le {day} est un jour comme les autres.</source>
        <translation>{day} is a day like the others.</translation>
    </message>
    <message>
        <source>{day}&#xa0;: {hours}</source>
        <translation>{day}: {hours}</translation>
    </message>
    <message>
        <source>{day}&#xa0;: {hours} · {note}</source>
        <translation>{day}: {hours} · {note}</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Donnez un nom.</source>
        <translation>Please give a name.</translation>
    </message>
    <message>
        <source>Un code a au moins {count} chiffres.</source>
        <translation>A PIN has at least {count} digits.</translation>
    </message>
    <message>
        <source>Seul·e un·e gérant·e peut ajouter quelqu’un.</source>
        <translation>Only a manager can add someone.</translation>
    </message>
    <message>
        <source>{name} est déjà dans l’équipe&#xa0;: ajoutez de quoi distinguer ces deux personnes, par exemple une initiale.</source>
        <translation>{name} is in the team already: add something to tell these two people apart, an initial for example.</translation>
    </message>
    <message>
        <source>Cette personne ne tient plus l’accueil.</source>
        <translation>This person no longer holds the desk.</translation>
    </message>
    <message>
        <source>Trop d’essais&#xa0;: attendez encore {seconds} secondes.</source>
        <translation>Too many tries: wait another {seconds} seconds.</translation>
    </message>
    <message>
        <source>C’est à un·e gérant·e de le faire.</source>
        <translation>Only a manager may do this.</translation>
    </message>
    <message>
        <source>Tapez votre code.</source>
        <translation>Type your PIN.</translation>
    </message>
    <message>
        <source>Tapez d’abord votre code actuel.</source>
        <translation>Type your present code first.</translation>
    </message>
    <message>
        <source>Personne de l’équipe ne s’appelle ainsi&#xa0;: donnez le nom entier.</source>
        <translation>Nobody of the team is called that: give the whole name.</translation>
    </message>
    <message>
        <source>Plusieurs personnes de l’équipe portent ce nom.</source>
        <translation>Several people of the team bear that name.</translation>
    </message>
    <message>
        <source>{name} est la seule personne gérante&#xa0;: nommez-en d’abord une autre.</source>
        <translation>{name} is the only manager: appoint another one first.</translation>
    </message>
    <message>
        <source>Les deux codes ne sont pas les mêmes&#xa0;: tapez-les encore.</source>
        <translation>The two codes are not the same: type them again.</translation>
    </message>
    <message>
        <source>Tapez son code.</source>
        <translation>Type their PIN.</translation>
    </message>
    <message>
        <source>Ce n’est pas le bon code. Attendez {seconds} secondes avant le prochain essai.</source>
        <translation>That is not the right PIN. Wait {seconds} seconds before you try again.</translation>
    </message>
    <message>
        <source>Ce n’est pas le bon code.</source>
        <translation>That is not the right PIN.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>démonstration</source>
        <translation>demonstration</translation>
    </message>
    <message>
        <source>F1 aide   ? touches</source>
        <translation>F1 help   ? keys</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>La base ne dit plus quel poste l’a signée.</source>
        <translation>The database no longer says which desk signed it.</translation>
    </message>
    <message>
        <source>Elle n’a pas été modifiée.</source>
        <translation>It was not changed.</translation>
    </message>
    <message>
        <source>Gardez-en une copie et remettez la dernière sauvegarde.</source>
        <translation>Keep a copy of it and put the last backup back.</translation>
    </message>
    <message>
        <source>Un autre Casaco Desk est déjà ouvert sur ce dossier.</source>
        <translation>Another Casaco Desk is already open on this folder.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Revenez à la fenêtre déjà ouverte, ou fermez-la d’abord.</source>
        <translation>Go back to the window that is already open, or close it first.</translation>
    </message>
    <message>
        <source>Le dossier {folder} ne peut pas être créé.</source>
        <translation>The folder {folder} cannot be made.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier avec --data.</source>
        <translation>Choose another folder with --data.</translation>
    </message>
    <message>
        <source>La base de ce dossier a disparu&#xa0;: il n’en reste que la clé ou les relevés.</source>
        <translation>The database of this folder has gone: only its key or its heads are left.</translation>
    </message>
    <message>
        <source>Remettez la dernière sauvegarde, ou choisissez un autre dossier.</source>
        <translation>Put the last backup back, or choose another folder.</translation>
    </message>
    <message>
        <source>Le fichier casaco.db de ce dossier n’est pas une base de Casaco Desk, ou il a été vidé.</source>
        <translation>The file casaco.db of this folder is not a Casaco Desk database, or it was emptied.</translation>
    </message>
    <message>
        <source>Il n’a pas été modifié.</source>
        <translation>It was not changed.</translation>
    </message>
    <message>
        <source>Cette base vient d’une version plus récente de Casaco Desk.</source>
        <translation>This database comes from a newer version of Casaco Desk.</translation>
    </message>
    <message>
        <source>Installez la dernière version, puis relancez.</source>
        <translation>Install the latest version, then start again.</translation>
    </message>
    <message>
        <source>Cette base n’a pas encore de maison&#xa0;: elle n’a pas été mise en place jusqu’au bout.</source>
        <translation>This database has no house yet: its setting up was never finished.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier, ou recommencez la mise en place.</source>
        <translation>Choose another folder, or set it up again.</translation>
    </message>
    <message>
        <source>Tout ce qui était enregistré l’est toujours&#xa0;; la dernière action n’a pas été faite.</source>
        <translation>Everything that was saved is still saved; the last action was not done.</translation>
    </message>
    <message>
        <source>Le disque est plein&#xa0;: l’action n’a pas pu être enregistrée.</source>
        <translation>The disk is full: the action could not be saved.</translation>
    </message>
    <message>
        <source>Libérez de la place sur le disque, puis recommencez.</source>
        <translation>Make some room on the disk, then try again.</translation>
    </message>
    <message>
        <source>Le dossier des données ne peut pas être écrit par ce compte.</source>
        <translation>This account cannot write in the data folder.</translation>
    </message>
    <message>
        <source>Vérifiez les droits du dossier, ou choisissez-en un autre avec --data.</source>
        <translation>Check the rights on the folder, or choose another with --data.</translation>
    </message>
    <message>
        <source>La base est occupée par un autre programme depuis plusieurs secondes.</source>
        <translation>Another program has kept the database busy for several seconds.</translation>
    </message>
    <message>
        <source>Fermez l’autre programme, puis recommencez.</source>
        <translation>Close the other program, then try again.</translation>
    </message>
    <message>
        <source>Le fichier de la base est abîmé.</source>
        <translation>The database file is damaged.</translation>
    </message>
    <message>
        <source>Le disque ne répond pas correctement.</source>
        <translation>The disk is not answering properly.</translation>
    </message>
    <message>
        <source>Vérifiez le disque, puis relancez.</source>
        <translation>Check the disk, then start again.</translation>
    </message>
</context>
<context>
    <name>TaxSides</name>
    <message>
        <source>HT</source>
        <translation>excl. VAT</translation>
    </message>
    <message>
        <source>TTC</source>
        <translation>incl. VAT</translation>
    </message>
    <message>
        <source>{amount} HT</source>
        <translation>{amount} excl. VAT</translation>
    </message>
    <message>
        <source>{amount} TTC</source>
        <translation>{amount} incl. VAT</translation>
    </message>
    <message>
        <source>dont {vat} de TVA, soit {amount} HT</source>
        <translation>of which {vat} VAT, that is {amount} excl. VAT</translation>
    </message>
    <message>
        <source>soit {amount} TTC, dont {vat} de TVA</source>
        <translation>that is {amount} incl. VAT, of which {vat} VAT</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>L’équipe de l’accueil</source>
        <translation>The front-desk team</translation>
    </message>
    <message>
        <source>Les dernières permanences</source>
        <translation>The latest shifts</translation>
    </message>
    <message>
        <source>Nouveau code</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>Changer son code</source>
        <translation>Change their code</translation>
    </message>
    <message>
        <source>Ne tient plus l’accueil</source>
        <translation>No longer on the desk</translation>
    </message>
    <message>
        <source>Ajouter quelqu’un</source>
        <translation>Add someone</translation>
    </message>
    <message>
        <source>Nom de la personne</source>
        <translation>The person’s name</translation>
    </message>
    <message>
        <source>Prénom, nom</source>
        <translation>First name, surname</translation>
    </message>
    <message>
        <source>Son code</source>
        <translation>Their code</translation>
    </message>
    <message>
        <source>Quatre chiffres au moins</source>
        <translation>At least four digits</translation>
    </message>
    <message>
        <source>Seul·e un·e gérant·e ajoute ou retire quelqu’un, change un rôle ou le code d’une autre personne&#xa0;: demandez-lui.</source>
        <translation>Only a manager adds or removes someone, changes a role or another person’s code: please ask one.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Votre code actuel</source>
        <translation>Your present code</translation>
    </message>
    <message>
        <source>Nouveau code, encore une fois</source>
        <translation>New code, once more</translation>
    </message>
    <message>
        <source>Son code, encore une fois</source>
        <translation>Their code, once more</translation>
    </message>
    <message>
        <source>Ajouter à l’équipe</source>
        <translation>Add to the team</translation>
    </message>
    <message>
        <source>{name} · gérant·e</source>
        <translation>{name} · manager</translation>
    </message>
    <message>
        <source>Personnes de l’équipe</source>
        <translation>People of the team</translation>
    </message>
    <message>
        <source>Redevient facilitateur·rice</source>
        <translation>Becomes a facilitator again</translation>
    </message>
    <message>
        <source>Devient gérant·e</source>
        <translation>Becomes a manager</translation>
    </message>
    <message>
        <source>Ne plus tenir l’accueil, et verrouiller</source>
        <translation>Leave the team, and lock</translation>
    </message>
    <message>
        <source>Changer votre code</source>
        <translation>Change your code</translation>
    </message>
    <message>
        <source>{start} → {end}</source>
        <translation>{start} → {end}</translation>
    </message>
    <message>
        <source>maintenant</source>
        <translation>now</translation>
    </message>
    <message>
        <source>«&#xa0;{note}&#xa0;»</source>
        <translation>“{note}”</translation>
    </message>
    <message>
        <source>Le code de {name} est changé.</source>
        <translation>{name}’s code is changed.</translation>
    </message>
    <message>
        <source>Le rôle de {name} est changé.</source>
        <translation>{name}’s role is changed.</translation>
    </message>
    <message>
        <source>{name} ne tient plus l’accueil.</source>
        <translation>{name} is no longer on the desk.</translation>
    </message>
    <message>
        <source>{name} tient de nouveau l’accueil.</source>
        <translation>{name} is on the desk again.</translation>
    </message>
    <message>
        <source>{name} peut prendre l’accueil.</source>
        <translation>{name} can hold the desk.</translation>
    </message>
</context>
<context>
    <name>TermsPanel</name>
    <message>
        <source>Mentions des factures</source>
        <translation>Terms of invoices</translation>
    </message>
    <message>
        <source>Pour les factures à venir&#xa0;: celles qui sont faites ne changent pas.</source>
        <translation>For the invoices to come: those that are made do not change.</translation>
    </message>
    <message>
        <source>Immatriculation (RCS)</source>
        <translation>Registration (RCS)</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Pénalités de retard</source>
        <translation>Late-payment penalties</translation>
    </message>
    <message>
        <source>Escompte</source>
        <translation>Discount for early payment</translation>
    </message>
    <message>
        <source>Motif d’exonération de TVA</source>
        <translation>Reason of VAT exemption</translation>
    </message>
    <message>
        <source>TVA d’après les débits</source>
        <translation>VAT on debits</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>TermsSection</name>
    <message>
        <source>{count} mois</source>
        <translation>{count} mo.</translation>
    </message>
    <message>
        <source>Noms dans les passages et les pass</source>
        <translation>Names in visits and passes</translation>
    </message>
    <message>
        <source>Scans refusés</source>
        <translation>Refused scans</translation>
    </message>
    <message>
        <source>Contacts d’une organisation sans activité</source>
        <translation>Contacts of an inactive organisation</translation>
    </message>
    <message>
        <source>Combien de temps la maison garde des noms (RGPD, art. 5-1-e). Rien ne s’efface tant que le bouton du bas n’est pas pressé&#xa0;; les ventes, elles, se gardent le temps que demande la loi.</source>
        <translation>How long the house keeps names (GDPR, art. 5-1-e). Nothing goes until the button below is pressed; sales are kept as long as the law asks.</translation>
    </message>
    <message>
        <source>Les données personnelles</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Ce qui a passé son terme perd ses noms pour toujours&#xa0;: cela ne s’annule pas.</source>
        <translation>What is past its term loses its names for good: this cannot be undone.</translation>
    </message>
    <message>
        <source>Effacer ce qui a passé son terme</source>
        <translation>Erase what is past its term</translation>
    </message>
</context>
<context>
    <name>TestPage</name>
    <message>
        <source>Page de test&#xa0;: {printer}</source>
        <translation>Test page: {printer}</translation>
    </message>
    <message>
        <source>Page de test</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>{paper}, {code_page}</source>
        <translation>{paper}, {code_page}</translation>
    </message>
    <message>
        <source>Le papier doit être coupé sous cette ligne.</source>
        <translation>The paper must be cut under this line.</translation>
    </message>
    <message>
        <source>Fin de la page de test.</source>
        <translation>End of the test page.</translation>
    </message>
    <message>
        <source>Lettres, chacune avec son accent</source>
        <translation>Letters, each with its accent</translation>
    </message>
    <message>
        <source>S’il manque l’accent ou l’euro, changez de jeu de caractères.</source>
        <translation>If an accent or the euro is missing, change the character set.</translation>
    </message>
    <message>
        <source>Largeur</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>{columns} colonnes, sur une seule ligne, d’un bord à l’autre.</source>
        <translation>{columns} columns, on a single line, from edge to edge.</translation>
    </message>
    <message>
        <source>bord gauche</source>
        <translation>left edge</translation>
    </message>
    <message>
        <source>bord droit</source>
        <translation>right edge</translation>
    </message>
    <message>
        <source>Ordinaire</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>Petit</source>
        <translation>Small</translation>
    </message>
    <message>
        <source>Gras</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Haut</source>
        <translation>Tall</translation>
    </message>
    <message>
        <source>Grand</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Code à scanner&#xa0;: F12, puis ce code</source>
        <translation>Code to scan: F12, then this code</translation>
    </message>
    <message>
        <source>carré, net, entouré de blanc</source>
        <translation>square, sharp, white all around</translation>
    </message>
</context>
<context>
    <name>ThingsTable</name>
    <message>
        <source>Objet</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Où il est</source>
        <translation>Where it is</translation>
    </message>
    <message>
        <source>Prêté à</source>
        <translation>Lent to</translation>
    </message>
    <message>
        <source>retiré</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>là</source>
        <translation>here</translation>
    </message>
    <message>
        <source>prêté jusqu’à {when}</source>
        <translation>lent until {when}</translation>
    </message>
    <message>
        <source>en retard depuis {when}</source>
        <translation>late since {when}</translation>
    </message>
</context>
<context>
    <name>Till</name>
    <message>
        <source>Un fond de caisse ne peut pas être négatif.</source>
        <translation>A cash float cannot be negative.</translation>
    </message>
    <message>
        <source>Un fond de caisse ne dépasse pas {most}&#xa0;: vérifiez le montant écrit.</source>
        <translation>A float is never above {most}: check the amount you wrote.</translation>
    </message>
    <message>
        <source>La dernière clôture a laissé {expected}, vous avez compté {found}&#xa0;: écart {difference}. Recomptez, ou dites pourquoi, même si c’est inconnu.</source>
        <translation>The last closing left {expected}, you counted {found}: difference {difference}. Count again, or say why, even if unknown.</translation>
    </message>
    <message>
        <source>Le tiroir devrait contenir {expected}, vous avez compté {found}&#xa0;: écart {difference}. Recomptez, ou dites pourquoi, même si c’est inconnu.</source>
        <translation>The drawer should hold {expected}, you counted {found}: difference {difference}. Count again, or say why, even if unknown.</translation>
    </message>
    <message>
        <source>Un paiement ne peut pas être négatif.</source>
        <translation>A payment cannot be negative.</translation>
    </message>
    <message>
        <source>Il manque {amount} pour régler {total}.</source>
        <translation>{amount} is missing to settle {total}.</translation>
    </message>
    <message>
        <source>Il y a {amount} de trop pour régler {total}.</source>
        <translation>That is {amount} too much to settle {total}.</translation>
    </message>
    <message>
        <source>La loi interdit plus de {limit} en espèces&#xa0;: prenez le reste par carte ou virement.</source>
        <translation>The law forbids more than {limit} in cash: take the rest by card or transfer.</translation>
    </message>
    <message>
        <source>Le client a remis {tendered}, il manque {amount}.</source>
        <translation>The customer handed over {tendered}, which is {amount} short.</translation>
    </message>
    <message>
        <source>Il n’y a rien à encaisser.</source>
        <translation>There is nothing to take.</translation>
    </message>
</context>
<context>
    <name>TillGestures</name>
    <message>
        <source>Verrouiller</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Compter le tiroir</source>
        <translation>Count the drawer</translation>
    </message>
    <message>
        <source>Compter le tiroir sans rien noter</source>
        <translation>Count the drawer, note nothing</translation>
    </message>
    <message>
        <source>{title} s’imprime.</source>
        <translation>{title} is being printed.</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>reading</translation>
    </message>
    <message>
        <source>Où écrire ce rapport&#xa0;?</source>
        <translation>Where should this report be written?</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{title}&#xa0;: c’est dans {file}.</source>
        <translation>{title}: it is in {file}.</translation>
    </message>
</context>
<context>
    <name>TillReport</name>
    <message>
        <source>{what} n° {number}</source>
        <translation>{what} no. {number}</translation>
    </message>
    <message>
        <source>n° {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>Fait le {when} par {operator}</source>
        <translation>Made on {when} by {operator}</translation>
    </message>
    <message>
        <source>Fait le {when}</source>
        <translation>Made on {when}</translation>
    </message>
    <message>
        <source>Poste {desk}</source>
        <translation>Desk {desk}</translation>
    </message>
    <message>
        <source>Clôture oubliée, faite à l’ouverture suivante.</source>
        <translation>Forgotten closing, made at the next opening.</translation>
    </message>
    <message>
        <source>Suit la clôture {number} par le numéro&#xa0;: l’horloge de celle-là était en avance.</source>
        <translation>Follows closing {number} by number: the clock of that one was ahead.</translation>
    </message>
    <message>
        <source>Réunit les clôtures n° {first} à {last}.</source>
        <translation>Brings together closings no. {first} to {last}.</translation>
    </message>
    <message>
        <source>Aucune vente.</source>
        <translation>No sale.</translation>
    </message>
    <message>
        <source>Ventes n° {first} à {last}</source>
        <translation>Sales no. {first} to {last}</translation>
    </message>
    <message>
        <source>Total TTC</source>
        <translation>Total incl. VAT</translation>
    </message>
    <message>
        <source>Paiements</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Tiroir-caisse</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>Fond à l’ouverture</source>
        <translation>Float at opening</translation>
    </message>
    <message>
        <source>Écart au comptage du fond</source>
        <translation>Difference when the float was counted</translation>
    </message>
    <message>
        <source>Compté {cents} par {by}&#xa0;: {reason}</source>
        <translation>{cents} counted by {by}: {reason}</translation>
    </message>
    <message>
        <source>{reason} ({by})</source>
        <translation>{reason} ({by})</translation>
    </message>
    <message>
        <source>Espèces des ventes</source>
        <translation>Cash from sales</translation>
    </message>
    <message>
        <source>Attendu</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Tiroir non compté.</source>
        <translation>Drawer not counted.</translation>
    </message>
    <message>
        <source>Compté</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Motif de l’écart&#xa0;: {reason}</source>
        <translation>Reason of the difference: {reason}</translation>
    </message>
    <message>
        <source>Laissé dans le tiroir</source>
        <translation>Left in the drawer</translation>
    </message>
    <message>
        <source>Retiré du tiroir</source>
        <translation>Taken from the drawer</translation>
    </message>
    <message>
        <source>Pièce ou billet</source>
        <translation>Coin or note</translation>
    </message>
    <message>
        <source>Total sans les signes</source>
        <translation>Absolute total</translation>
    </message>
    <message>
        <source>Total perpétuel</source>
        <translation>Perpetual total</translation>
    </message>
    <message>
        <source>Total perpétuel sans les signes</source>
        <translation>Perpetual absolute total</translation>
    </message>
    <message>
        <source>Signature {seal}</source>
        <translation>Signature {seal}</translation>
    </message>
    <message>
        <source>Lecture&#xa0;: rien n’est clôturé.</source>
        <translation>Reading: nothing is closed.</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Aucune réservation à venir aujourd’hui.</source>
        <translation>No more bookings today.</translation>
    </message>
    <message>
        <source>et {count} autres</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>et 1 autre</source>
        <translation>and 1 more</translation>
    </message>
    <message>
        <source>{title}, une personne de moins</source>
        <translation>{title}, one person fewer</translation>
    </message>
    <message>
        <source>{title}, {people}&#xa0;: compter le public</source>
        <translation>{title}, {people}: count the audience</translation>
    </message>
    <message>
        <source>{title}, une personne de plus</source>
        <translation>{title}, one person more</translation>
    </message>
    <message>
        <source>{space} · jusqu’à {hour}</source>
        <translation>{space} · until {hour}</translation>
    </message>
    <message>
        <source>{space} · jusqu’à {hour} · {people} attendus</source>
        <translation>{space} · until {hour} · {people} expected</translation>
    </message>
    <message>
        <source>en cours · {space} · jusqu’à {hour}</source>
        <translation>now · {space} · until {hour}</translation>
    </message>
    <message>
        <source>compter</source>
        <translation>count</translation>
    </message>
    <message>
        <source>1 personne</source>
        <translation>1 person</translation>
    </message>
    <message>
        <source>{people} personnes</source>
        <translation>{people} people</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>«&#xa0;{size}&#xa0;» n’est pas une taille de fenêtre&#xa0;: écrivez par exemple 1366x768.</source>
        <translation>‘{size}’ is not a window size: write for example 1366x768.</translation>
    </message>
    <message>
        <source>Pas d’écran ici&#xa0;: la visite se joue hors écran.</source>
        <translation>No screen here: the tour is played off screen.</translation>
    </message>
    <message>
        <source>La visite est jouée&#xa0;: {pictures} images et {papers} documents dans {out}.</source>
        <translation>The tour has been played: {pictures} pictures and {papers} documents in {out}.</translation>
    </message>
    <message>
        <source>La visite attendait ceci, qui n’est pas venu&#xa0;: {what}.</source>
        <translation>The tour waited for this, which never came: {what}.</translation>
    </message>
    <message>
        <source>L’image {path} n’a pas pu être écrite.</source>
        <translation>The picture {path} could not be written.</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Prenez d’abord l’accueil de la formation.</source>
        <translation>Take the training desk first.</translation>
    </message>
    <message>
        <source>Le dossier de la formation n’a pas pu être effacé.</source>
        <translation>The training folder could not be removed.</translation>
    </message>
    <message>
        <source>La vraie maison n’est pas touchée.</source>
        <translation>The real house is not touched.</translation>
    </message>
    <message>
        <source>Fermez ce qui s’en sert, puis recommencez.</source>
        <translation>Close what is using it, then try again.</translation>
    </message>
    <message>
        <source>Cette maison n’a pas encore d’équipe&#xa0;: prenez d’abord son accueil.</source>
        <translation>This house has no team yet: take its desk first.</translation>
    </message>
    <message>
        <source>Vous êtes déjà en formation.</source>
        <translation>You are already in training.</translation>
    </message>
    <message>
        <source>Prenez d’abord l’accueil&#xa0;: la formation est pour l’équipe.</source>
        <translation>Take the desk first: training is for the team.</translation>
    </message>
    <message>
        <source>La formation est déjà ouverte dans une autre fenêtre.</source>
        <translation>Training is already open in another window.</translation>
    </message>
    <message>
        <source>Le dossier {folder} n’est pas celui d’une formation.</source>
        <translation>The folder {folder} is not a training one.</translation>
    </message>
    <message>
        <source>Rien n’a été effacé.</source>
        <translation>Nothing was removed.</translation>
    </message>
    <message>
        <source>Regardez ce qu’il contient, et mettez-le ailleurs.</source>
        <translation>Look at what is in it, and move it elsewhere.</translation>
    </message>
    <message>
        <source>Vous êtes de retour dans la vraie maison.</source>
        <translation>You are back in the real house.</translation>
    </message>
</context>
<context>
    <name>TrainingBand</name>
    <message>
        <source>FORMATION, rien n’est vrai ici</source>
        <translation>TRAINING, nothing here is real</translation>
    </message>
    <message>
        <source>F9&#xa0;: les vrais présents</source>
        <translation>F9: who is really in</translation>
    </message>
    <message>
        <source>Tout effacer et recommencer</source>
        <translation>Erase everything and begin again</translation>
    </message>
    <message>
        <source>Quitter la formation</source>
        <translation>Leave training</translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Annuler cet import</source>
        <translation>Undo this import</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Il n’y a pas de base à vérifier dans {folder}.</source>
        <translation>There is no database to verify in {folder}.</translation>
    </message>
    <message>
        <source>Vérifiez le dossier donné par --data.</source>
        <translation>Check the folder given by --data.</translation>
    </message>
    <message>
        <source>La clé publique du poste ne correspond pas à son empreinte.</source>
        <translation>The desk’s public key does not match its fingerprint.</translation>
    </message>
    <message>
        <source>La base ne dit pas quel poste l’a signée&#xa0;: rien n’a pu être vérifié.</source>
        <translation>The database does not say which desk signed it: nothing could be verified.</translation>
    </message>
    <message>
        <source>Remettez la dernière sauvegarde.</source>
        <translation>Put the last backup back.</translation>
    </message>
    <message>
        <source>Le second relevé des têtes de chaîne ({name}) manque ou est illisible.</source>
        <translation>The second copy of the chain heads ({name}) is missing or cannot be read.</translation>
    </message>
    <message>
        <source>Le fichier est abîmé&#xa0;: {finding}.</source>
        <translation>The file is damaged: {finding}.</translation>
    </message>
    <message>
        <source>Le verrou {guard} de la base a été retiré ou changé.</source>
        <translation>The database’s guard {guard} was removed or changed.</translation>
    </message>
    <message>
        <source>Il manque des enregistrements&#xa0;: le n° {expected} est attendu ici.</source>
        <translation>Records are missing: no.&#xa0;{expected} is expected here.</translation>
    </message>
    <message>
        <source>Le contenu ne correspond plus à son empreinte.</source>
        <translation>The content no longer matches its digest.</translation>
    </message>
    <message>
        <source>L’enregistrement ne vient pas de ce poste.</source>
        <translation>The record does not come from this desk.</translation>
    </message>
    <message>
        <source>Le contenu a été retiré sans que rien ne l’annonce.</source>
        <translation>The content was removed with nothing to announce it.</translation>
    </message>
    <message>
        <source>La signature n’est pas celle de ce poste.</source>
        <translation>The signature is not this desk’s.</translation>
    </message>
    <message>
        <source>Le second relevé ({name}) porte des lignes illisibles.</source>
        <translation>The second copy ({name}) holds lines that cannot be read.</translation>
    </message>
    <message>
        <source>Le second relevé ({name}) ne connaît pas cette chaîne.</source>
        <translation>The second copy ({name}) does not know this chain.</translation>
    </message>
    <message>
        <source>Le second relevé ({name}) porte une signature étrangère à ce poste.</source>
        <translation>The second copy ({name}) holds a signature that is not this desk’s.</translation>
    </message>
    <message>
        <source>Le second relevé ({name}) connaît le n° {sequence}, absent ici&#xa0;: la fin de la chaîne a été retirée, ou une copie plus ancienne a été remise.</source>
        <translation>The second copy ({name}) knows no.&#xa0;{sequence}, missing here: the end of the chain was removed, or an older copy was put back.</translation>
    </message>
    <message>
        <source>Le second relevé ({name}) connaît un autre n° {sequence}.</source>
        <translation>The second copy ({name}) knows another no.&#xa0;{sequence}.</translation>
    </message>
    <message>
        <source>Le second relevé ({name}) s’arrête au n° {sequence}, avant la fin.</source>
        <translation>The second copy ({name}) stops at no.&#xa0;{sequence}, before the end.</translation>
    </message>
    <message>
        <source>Les ventes n’ont pas pu être comparées à leurs enregistrements&#xa0;: {reason}.</source>
        <translation>The sales could not be compared with their records: {reason}.</translation>
    </message>
    <message>
        <source>La vente et son enregistrement ne disent pas la même chose.</source>
        <translation>The sale and its record do not say the same thing.</translation>
    </message>
    <message>
        <source>Cette correction n’est liée à aucune vente, ou reprend plus que le vendu.</source>
        <translation>This correction is linked to no sale, or takes back more than was sold.</translation>
    </message>
    <message>
        <source>La caution et son enregistrement ne disent pas la même chose.</source>
        <translation>The deposit and its record do not say the same thing.</translation>
    </message>
    <message>
        <source>Les clôtures n’ont pas pu être comparées à leurs ventes&#xa0;: {reason}.</source>
        <translation>The closings could not be compared with their sales: {reason}.</translation>
    </message>
    <message>
        <source>La clôture et son enregistrement ne disent pas la même chose.</source>
        <translation>The closing and its record do not say the same.</translation>
    </message>
    <message>
        <source>La clôture ne commence pas où la précédente s’arrête.</source>
        <translation>The closing does not begin where the one before it ends.</translation>
    </message>
    <message>
        <source>Le total perpétuel ne continue pas le précédent.</source>
        <translation>The perpetual total does not go on from the one before.</translation>
    </message>
    <message>
        <source>La clôture ne dit pas ce que disent celles qu’elle réunit.</source>
        <translation>The closing does not say what those it brings together say.</translation>
    </message>
    <message>
        <source>La clôture est d’avant la précédente, et personne n’a confirmé son heure.</source>
        <translation>The closing is earlier than the one before it, and nobody confirmed its time.</translation>
    </message>
    <message>
        <source>Une de ses ventes est d’avant la clôture précédente.</source>
        <translation>One of its sales is from before the previous closing.</translation>
    </message>
    <message>
        <source>La clôture ne dit pas ce que ses ventes additionnent.</source>
        <translation>The closing does not say what its sales add up to.</translation>
    </message>
    <message>
        <source>Le tiroir de la clôture ne dit pas ce que disent ses mouvements.</source>
        <translation>The drawer of the closing does not say what its movements say.</translation>
    </message>
    <message>
        <source>Le fond de caisse compté ne dit pas ce qu’il y avait dans le tiroir.</source>
        <translation>The float that was counted does not say what was in the drawer.</translation>
    </message>
    <message>
        <source>Les impressions de {number} ne se suivent pas.</source>
        <translation>The prints of {number} do not follow each other.</translation>
    </message>
    <message>
        <source>Le fond de caisse compté et son enregistrement ne disent pas la même chose.</source>
        <translation>The counted float and its record do not say the same.</translation>
    </message>
    <message>
        <source>La facture et son enregistrement ne disent pas la même chose.</source>
        <translation>The invoice and its record do not say the same.</translation>
    </message>
    <message>
        <source>Le règlement et son enregistrement ne disent pas la même chose.</source>
        <translation>The settlement and its record do not say the same.</translation>
    </message>
    <message>
        <source>Le PDF gardé de cette facture n’est pas celui qui a été fait.</source>
        <translation>The PDF kept of this invoice is not the one that was made.</translation>
    </message>
    <message>
        <source>Le second exemplaire des enregistrements porte un autre n° {sequence}.</source>
        <translation>The second copy of the records holds another no.&#xa0;{sequence}.</translation>
    </message>
    <message>
        <source>Le second exemplaire des enregistrements porte le n° {sequence}, absent ici&#xa0;: la fin de la chaîne a été retirée, ou une copie plus ancienne a été remise.</source>
        <translation>The second copy of the records holds no.&#xa0;{sequence}, which is absent here: the end of the chain was taken away, or an older copy was put back.</translation>
    </message>
</context>
<context>
    <name>Viewfinder</name>
    <message>
        <source>Caméra&#xa0;: présentez votre carte</source>
        <translation>Camera: show your card</translation>
    </message>
    <message>
        <source>Présentez votre carte</source>
        <translation>Show your card</translation>
    </message>
</context>
<context>
    <name>WhenForm</name>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Le</source>
        <translation>On</translation>
    </message>
    <message>
        <source>De</source>
        <translation>From</translation>
    </message>
    <message>
        <source>À</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>WhoForm</name>
    <message>
        <source>Pour qui</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Trouvés</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Par exemple Réunion d’équipe</source>
        <translation>For example Team meeting</translation>
    </message>
    <message>
        <source>Nombre de personnes</source>
        <translation>Number of people</translation>
    </message>
    <message>
        <source>Minutes de préparation</source>
        <translation>Minutes of setting up</translation>
    </message>
    <message>
        <source>Minutes de rangement</source>
        <translation>Minutes of cleaning up</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Préparation (min)</source>
        <translation>Setting up (min)</translation>
    </message>
    <message>
        <source>Rangement (min)</source>
        <translation>Cleaning up (min)</translation>
    </message>
    <message>
        <source>Donnez un titre à cette réservation.</source>
        <translation>Give this booking a title.</translation>
    </message>
    <message>
        <source>Écrivez quelques lettres du nom, et choisissez parmi ceux trouvés.</source>
        <translation>Type a few letters of the name, and choose among those found.</translation>
    </message>
    <message>
        <source>Nom ou numéro du membre</source>
        <translation>Name or number of the member</translation>
    </message>
    <message>
        <source>Nom de l’organisation</source>
        <translation>Name of the organisation</translation>
    </message>
    <message>
        <source>{name} · {plan}</source>
        <translation>{name} · {plan}</translation>
    </message>
    <message>
        <source>{name} · {category}</source>
        <translation>{name} · {category}</translation>
    </message>
    <message>
        <source>Nouvelle organisation&#xa0;: {name}</source>
        <translation>New organisation: {name}</translation>
    </message>
</context>
<context>
    <name>WhoSection</name>
    <message>
        <source>Modifier</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Renouveler</source>
        <translation>Renew</translation>
    </message>
    <message>
        <source>Ni adresse, ni téléphone</source>
        <translation>No email, no phone</translation>
    </message>
    <message>
        <source>Pas de formule</source>
        <translation>No plan</translation>
    </message>
    <message>
        <source>{plan} — épuisé</source>
        <translation>{plan} — used up</translation>
    </message>
    <message>
        <source>{plan} — il reste {left}</source>
        <translation>{plan} — {left} left</translation>
    </message>
    <message>
        <source>Valable jusqu’au {day}</source>
        <translation>Valid until {day}</translation>
    </message>
    <message>
        <source>Commence le {day}</source>
        <translation>Begins on {day}</translation>
    </message>
    <message>
        <source>Expirée depuis le {day}</source>
        <translation>Expired since {day}</translation>
    </message>
    <message>
        <source>Dans la maison depuis {hour}</source>
        <translation>In the house since {hour}</translation>
    </message>
    <message>
        <source>Sociétaire · collège {college}</source>
        <translation>Cooperator · college {college}</translation>
    </message>
</context>
<context>
    <name>Wholes</name>
    <message>
        <source>Un ensemble a un nom et au moins deux espaces du plan.</source>
        <translation>A whole has a name and at least two spaces of the plan.</translation>
    </message>
    <message>
        <source>Un espace porte déjà ce nom.</source>
        <translation>A space already has this name.</translation>
    </message>
    <message>
        <source>Cet ensemble est introuvable.</source>
        <translation>This whole cannot be found.</translation>
    </message>
    <message>
        <source>{name} a été réservé&#xa0;: il reste. Fermez-le plutôt.</source>
        <translation>{name} has been booked: it stays. Close it instead.</translation>
    </message>
    <message>
        <source>Dites en un mot pourquoi l’espace est fermé.</source>
        <translation>Say in a word why the space is closed.</translation>
    </message>
    <message>
        <source>Deux réservations se recouvriraient&#xa0;: déplacez-en une.</source>
        <translation>Two bookings would overlap: move one.</translation>
    </message>
</context>
<context>
    <name>WholesSection</name>
    <message>
        <source>Un ensemble se réserve d’un coup, par exemple tout un étage&#xa0;: il prend alors tous ses espaces, et un seul d’entre eux réservé le prend aussi.</source>
        <translation>A whole is booked at once, for example a whole floor: it then takes all its spaces, and one of them booked takes it too.</translation>
    </message>
    <message>
        <source>Les ensembles d’espaces</source>
        <translation>Wholes of spaces</translation>
    </message>
    <message>
        <source>Nouvel ensemble</source>
        <translation>New whole</translation>
    </message>
    <message>
        <source>Nom de l’ensemble</source>
        <translation>Name of the whole</translation>
    </message>
    <message>
        <source>Se loue à une organisation</source>
        <translation>Can be rented to an organisation</translation>
    </message>
    <message>
        <source>Créer cet ensemble</source>
        <translation>Make this whole</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Retirer {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>Aucun ensemble&#xa0;: chaque espace se réserve seul.</source>
        <translation>No whole: each space is booked by itself.</translation>
    </message>
    <message>
        <source>{name}&#xa0;: {spaces}</source>
        <translation>{name}: {spaces}</translation>
    </message>
    <message>
        <source>{name} (se loue)&#xa0;: {spaces}</source>
        <translation>{name} (for rent): {spaces}</translation>
    </message>
    <message>
        <source>{name} est un ensemble.</source>
        <translation>{name} is a whole.</translation>
    </message>
    <message>
        <source>{name} est un ensemble&#xa0;: ses prix se fixent dans les tarifs (Ctrl T).</source>
        <translation>{name} is a whole: its prices are set in Prices (Ctrl T).</translation>
    </message>
    <message>
        <source>{name} n’est plus un ensemble.</source>
        <translation>{name} is no longer a whole.</translation>
    </message>
    <message>
        <source>C’est comme avant.</source>
        <translation>It is as before.</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Mot pour l’accueil, montré au passage</source>
        <translation>A word for the desk, shown at the scan</translation>
    </message>
    <message>
        <source>Accepte d’être nommé·e sur le plan</source>
        <translation>May be named on the plan</translation>
    </message>
</context>
<context>
    <name>Workbooks</name>
    <message>
        <source>{name} est un fichier de la maison&#xa0;: rien ne s’écrit par-dessus.</source>
        <translation>{name} is a file of the house: nothing is written over it.</translation>
    </message>
    <message>
        <source>Rien n’a été modifié.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Choisissez un autre nom, ou un autre dossier.</source>
        <translation>Choose another name, or another folder.</translation>
    </message>
    <message>
        <source>Le fichier {name} n’a pas pu être écrit.</source>
        <translation>The file {name} could not be written.</translation>
    </message>
    <message>
        <source>Les données de la maison ne sont pas touchées.</source>
        <translation>The data of the house are untouched.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier, ou faites de la place sur le disque.</source>
        <translation>Choose another folder, or make room on the disk.</translation>
    </message>
</context>
</TS>
