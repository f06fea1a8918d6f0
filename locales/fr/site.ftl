### The texts of the web pages. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/site.ftl.

# The name of this language in itself, as the language switcher shows it.
language-name = Français

## The frame around every page

# Link for keyboards and screen readers, the first thing on a page.
skip-link = Aller au contenu
# Name of the navigation with topics, archive and pages, read by screen readers.
nav-site = Sujets et archives
# Name of the language switcher, read by screen readers.
nav-languages = Langues
# Stands after a language in which this very page is not available; the link leads to the front page.
nav-front-page = pas disponible dans cette langue, vers la page d’accueil
# Stands after a language in which this page has a text that is hardly translated.
# $language (text): the language of that text, named by itself
nav-untranslated = pas encore traduit, le texte est dans une autre langue : { $language }
# Button in the head of the page that leads to the form for the newsletter. Short.
nav-subscribe = Infolettre
# Link to the page about feeds, also as a button. Short.
nav-feed = Suivre par RSS
# Opens those topics that have fewer posts than the ones that are named in the head of each page. Short.
nav-more-topics = Plus de sujets
# Link to the list of all posts by year, and its heading. Short.
nav-archive = Archives
# Link from any page to the list of posts.
nav-home = Tous les articles
# Heading over the postal address and telephone number in the foot of the page.
contact-title = Contact

## Lists of posts

# Heading over the posts on the front page, after the newest.
front-more = Articles précédents
# Link below the posts on the front page, to the list of all posts.
front-archive = Envie d’en lire plus ? Tout est dans les archives
# Instead of a list when there is no post yet.
list-empty = Rien ici pour l’instant. Bientôt, oui.
# Small line above the name of a topic on its page.
topic-kicker = Thème
# How many posts there are on a topic, or by an author, over the list of them.
# $count (number): the posts
topic-count = { $count ->
    [one] { NUMBER($count) } article
   *[other] { NUMBER($count) } articles
  }
# Link to the feed of one topic.
topic-feed = Suivre ce thème par RSS
# Small line above the name of somebody who writes, on their page.
author-kicker = À propos de
# Link to that person's own site.
author-website = Site personnel
# How many posts there are in the archive.
# $count (number): the posts
archive-count = { $count ->
    [one] { NUMBER($count) } article
   *[other] { NUMBER($count) } articles, du plus récent au plus ancien
  }
# Name of the list of years, read by screen readers.
archive-years = Années
# Label of the field by which the archive is searched.
archive-search = Chercher un titre, un sujet ou un auteur
# How many posts a search finds.
# $count (text): the posts, as a number
archive-search-found = Résultats : { $count }
# When a search finds nothing.
archive-search-none = Aucun résultat. Essayez un autre mot.

## A post

# How long it takes to read, rounded.
# $minutes (number): whole minutes, at least 1
reading-time = { $minutes ->
    [one] { NUMBER($minutes) } minute de lecture
   *[other] { NUMBER($minutes) } minutes de lecture
  }
# When the post was last changed in substance.
# $date (date)
post-updated = Mis à jour le { DATETIME($date, dateStyle: "long") }
# Heading over the table of contents.
contents-title = Dans cet article
# Heading over the list of scientific sources.
sources-title = Sources
# Link to a source that is neither at DOI nor at PubMed.
source-link = Voir la source
# A link to a source in full, read by screen readers.
# $name (text): where the link leads, as it is shown: DOI, PubMed
# $number (number): the place of the source in the list
source-at = { $name }, source { NUMBER($number) }
# Heading over the posts to read after this one.
related-title = À lire aussi
# Name of the links to the newer and the older post, read by screen readers.
neighbours-title = Articles précédent et suivant
# Above the title of the next newer post.
post-newer = Plus récent
# Above the title of the next older post.
post-older = Plus ancien
# Heading over the footnotes.
footnotes-title = Notes
# Link from a footnote back to the text, read by screen readers.
# $number (text): the number of the footnote
footnote-back = Retour au texte, note { $number }
# What a table is, read by screen readers before the heading that it stands under.
table-name = Tableau
# The same of a piece of code.
code-name = Code
# Stands above a post of which parts are not translated yet.
translation-fallback = Cet article n’est pas encore entièrement traduit. Ce qui manque apparaît dans une autre langue.
# The same of a post of which nothing is translated yet.
translation-none = Cet article n’est pas encore traduit. Il apparaît ici dans une autre langue.
# Stands above a post of which parts were translated by a machine and not checked since.
translation-machine = Certains passages de cet article ont été traduits automatiquement et n’ont pas encore été relus.
# Stands above a post in which some translations are behind what they were made from.
translation-stale = Certains passages suivent encore une version antérieure de l’original.
# The same, where it is known when the original was last changed.
# $date (date)
translation-stale-since = Certains passages suivent encore une version antérieure de l’original, mis à jour le { DATETIME($date, dateStyle: "long") }.
# Before a link to the post in the language it was written in; the link is the name of that language.
translation-original = Lire l’original :

## Boxes in a post, after their kind: the heading when the author gives none

callout-note = Bon à savoir
callout-tip = Conseil
callout-important = Important
callout-warning = Attention
callout-caution = Prudence

## How often the newsletter comes

cadence-instant = Dès qu’un nouvel article paraît
cadence-daily = Chaque jour, s’il y a du nouveau
cadence-weekly = Chaque semaine
cadence-monthly = Chaque mois

## The box under a post that invites to the newsletter

teaser-title = Le prochain article dans votre boîte mail ?
teaser-text = Gratuit, dans votre langue, au rythme que vous choisissez. Un clic suffit pour vous désinscrire.
teaser-button = Je m’inscris
# Link to the whole form, with pace and topics.
teaser-choose = Vous préférez choisir le rythme et les sujets ?
# The same box where there is no newsletter, with a link to the feed below.
follow-title = Ne pas manquer le prochain article ?
follow-text = Suivez le flux RSS dans votre lecteur de flux : sans adresse et sans compte.

## The page about feeds: what they are, how to follow them, all of them

feeds-title = Suivez-nous dans un lecteur de flux
feeds-what = Un flux est une adresse où un programme, un lecteur de flux, trouve de lui-même ce qui est nouveau. Vous y lisez tous les sites que vous suivez au même endroit : sans compte, sans adresse e-mail et sans que personne ne vous observe.
# Heading over the three steps.
feeds-how-title = Pour commencer
feeds-how-reader = Choisissez un lecteur de flux : une application ou un site. Il y en a beaucoup, et la plupart sont gratuits.
feeds-how-add = Copiez l’adresse d’un flux ci-dessous et collez-la dans votre lecteur, là où il demande ce que vous voulez suivre.
feeds-how-read = C’est tout. Les nouveaux articles arrivent d’eux-mêmes, en entier et avec leurs images.
# Heading over the list of the feeds in this language.
feeds-list-title = Les flux en français
# The feed of all posts, in that list.
feeds-all = Tous les articles
feeds-formats = RSS, Atom et JSON disent la même chose : dans le doute, prenez RSS.
# Before the link to one file with all feeds.
feeds-opml = Tout d’un coup ?
feeds-opml-link = Tous les flux dans un fichier (OPML)

## The page on which a reader subscribes

subscribe-title = S’inscrire à l’infolettre
subscribe-intro = Choisissez le rythme et les thèmes. Vous recevrez d’abord un e-mail pour confirmer que cette adresse est bien la vôtre.
subscribe-email = Adresse e-mail
# When the domain of the address looks like a slip of the finger. A button with the address that was meant follows.
# $meant (text): the address that was probably meant
# $typed (text): the address as it was typed
subscribe-meant = Vouliez-vous écrire { $meant } ? Si { $typed } est bien correct, appuyez encore une fois sur le bouton du bas. Sinon, sur celui-ci :
subscribe-name = Nom
# Stands after the label of a field that may stay empty.
subscribe-optional = facultatif
subscribe-cadence = À quel rythme ?
subscribe-topics = Sur quels thèmes ?
# Under the list of topics.
subscribe-topics-hint = Rien de coché ? Vous recevrez tout.
subscribe-zone = Fuseau horaire
# Under the list of time zones, where a newsletter leaves at an hour of its reader's own day.
subscribe-zone-hint = Une infolettre à heure fixe vous parvient à cette heure-là chez vous. Choisissez un lieu où il est la même heure que chez vous.
# The time zone of the publication itself, for readers who choose none.
# $city (text): a city in it
subscribe-zone-ours = Comme chez nous ({ $city })
# Headings in the list of time zones, with cities under each.
area-africa = Afrique
area-america = Amériques
area-antarctica = Antarctique
area-arctic = Arctique
area-asia = Asie
area-atlantic = Océan Atlantique
area-australia = Australie
area-europe = Europe
area-indian = Océan Indien
area-pacific = Océan Pacifique
area-other = Autre
# Label of a field that people do not see, only programs that fill in forms.
subscribe-trap = Laissez ce champ vide
# What the reader agrees to by sending the form. Recorded word for word.
# $site (text): the name of the publication
subscribe-consent = Oui, { $site } peut m’envoyer son infolettre par e-mail. Mes données ne servent qu’à cela et je peux me désinscrire à tout moment.
subscribe-privacy = Ce que nous faisons de vos données
subscribe-button = S’inscrire
# Above the form when something in it was not right.
subscribe-failed = Il reste un détail à régler. Vérifiez ce qui est signalé ci-dessous.
# Begins the title of the page in the tab of the browser when something in the form was not right.
subscribe-failed-title = Pas encore terminé
# When the field that people do not see was filled in: by a program, or by a browser that fills in everything.
subscribe-doubt = Un champ invisible était rempli, peut-être par votre navigateur. Appuyez encore une fois sur le bouton du bas : nous saurons ainsi qu’il y a quelqu’un.

## The page on which a subscriber changes their subscription, by the link in every mail

preferences-title = Vos préférences
# Whose subscription it is.
# $address (text): their address
preferences-of = L’inscription de { $address }
preferences-saved = C’est enregistré.
preferences-language = Langue
preferences-pause = Pause jusqu’au
preferences-pause-hint = Jusqu’à ce jour, vous ne recevrez rien. Ce qui paraît entre-temps vous parviendra ensuite en un seul e-mail, sauf ce qui ne sera plus d’actualité. Laissez vide pour ne pas faire de pause.
# $date (date): the day on which mail comes again
preferences-paused = Votre infolettre est en pause jusqu’au { DATETIME($date, dateStyle: "long") }.
preferences-button = Enregistrer
preferences-address-title = Une autre adresse e-mail
preferences-address-hint = Nous enverrons un lien à la nouvelle adresse et un avis à l’ancienne.
preferences-address = Nouvelle adresse e-mail
preferences-address-button = Envoyer le lien
preferences-address-asked = Regardez dans la boîte mail de la nouvelle adresse. Tant que vous n’y cliquez pas sur le lien, rien ne change. Vous avez changé d’avis ? Enregistrez à nouveau vos préférences : la demande sera annulée.
preferences-leave = Plus d’infolettre ? Un clic suffit.
# Link to the page with everything that is stored about the reader.
preferences-data = Ce que nous conservons sur vous

## The page that shows a subscriber everything that is stored about them

data-title = Ce que nous conservons sur vous
data-intro = Voici ce que nous conservons sur vous ; le fichier en bas de page le donne jusque dans le moindre détail. Nous ne notons ni ce que vous ouvrez ni où vous cliquez, et nous ne transmettons rien.
data-subscription = Votre inscription
data-number = Numéro
data-status = État
status-pending = pas encore confirmée
status-active = active
status-unsubscribed = terminée
data-created = Demandée
data-confirmed = Confirmée
data-time-zone = Fuseau horaire
data-paused = Pause jusqu’au
# Instead of a list of topics.
data-all-topics = tous
# How far they have come in the row of posts in their language.
data-cursor = Servie jusqu’au numéro
# Posts that they have all the same, though their number does not say so. The names of the posts follow.
data-served = Servis aussi, indépendamment de ce numéro
# Since when, and why, they are sent nothing; one of the reasons below follows.
data-suppressed = Plus aucun envoi
data-suppressed-erased = vous avez fait tout effacer
data-suppressed-asked = à votre demande
data-suppressed-bounced = nos e-mails nous revenaient
data-suppressed-complained = notre e-mail a été signalé comme indésirable
data-consents = Ce que vous avez fait
consent-asked = Vous avez demandé l’infolettre
consent-confirmed = Vous avez confirmé
consent-imported = Repris d’une liste de la rédaction
consent-changed = Vos préférences ont changé
consent-moved = Votre adresse a changé
consent-unsubscribed = Désinscription faite
consent-suppressed = Nous n’envoyons plus rien à cette adresse
# Before the path of the page on which they did it.
data-consent-page = sur la page
# Before a row of letters and digits that stands for the network from which they did it.
data-consent-origin = depuis un réseau, conservé sous forme d’empreinte
data-mails = Les e-mails qui vous sont destinés
data-mail-digest = infolettre
data-mail-other = message sur votre inscription
data-mail-sent = envoyé
data-mail-waiting = en route
data-mail-not-sent = pas envoyé
# Below the newest mails, when there are more.
# $count (number): the mails that are not shown
data-mails-more = { $count ->
    [one] { NUMBER($count) } e-mail plus ancien figure seulement dans le fichier en bas de page.
   *[other] { NUMBER($count) } e-mails plus anciens figurent seulement dans le fichier en bas de page.
  }
data-bounces = Ce qui est revenu
data-bounce-hard = l’adresse n’existe pas
data-bounce-soft = la boîte ne l’a pas accepté à ce moment
data-bounce-policy = le serveur de messagerie l’a refusé
data-bounce-complaint = il a été signalé comme indésirable
data-bounce-reply = une réponse automatique
data-bounce-notice = un avis du serveur de messagerie
data-wanted = Nouvelle adresse, pas encore confirmée
data-audit = Ce que nous en avons fait
data-audit-shown = consulté
data-audit-suppressed = arrêté vos e-mails
data-audit-allowed = autorisé à nouveau les e-mails
data-export = Tout en un fichier (JSON)
data-erase-title = Tout effacer
data-erase-text = Tout ce qui précède disparaîtra. Il reste une empreinte de votre adresse, d’où personne ne peut la déduire : ainsi, aucune ancienne liste ne vous fera revenir. Et nos registres disent encore sous un numéro, sans nom ni adresse, que des e-mails sont partis et que ceci a été effacé.
data-erase-button = Effacer mes données

## The newsletter on the web

# Heading over the list of all that went out, and the link to it.
issues-title = Infolettres précédentes
# $site (text): the name of the publication
issues-intro = Ce que les lecteurs de { $site } ont reçu, sans avoir à s’inscrire.
# $date (date): the day on which it went out
issue-title = Infolettre du { DATETIME($date, dateStyle: "long") }
# Below the posts of one newsletter on the web: readers choose their topics, and posts may have been corrected since.
issue-note = Tous les articles sont réunis ici, y compris ceux sur des thèmes que chacun ne suit pas, avec leur texte actuel.

## What can be wrong in a field of that form

field-email-missing = Indiquez votre adresse e-mail.
field-email-invalid = Ce n’est pas une adresse e-mail. Elle devrait ressembler à nom@exemple.be.
field-name-too-long = Ce nom est trop long.
field-cadence-unknown = Choisissez l’une des possibilités.
field-topic-unknown = Ce thème n’existe plus. Choisissez-en un autre.
field-locale-unknown = Choisissez l’une des langues.
field-zone-unknown = Choisissez l’un des lieux de la liste.
field-day-invalid = Choisissez un jour entre demain et dans un an.

## Pages that say one thing. $site (text) is the name of the publication, in all of them

notice-check-inbox-title = Regardez dans votre boîte mail
notice-check-inbox-text = Un e-mail de notre part devrait s’y trouver d’ici quelques minutes, avec un lien pour continuer. Nous en envoyons un par jour au plus : si vous avez déjà fait la demande aujourd’hui, c’est celui-là. Rien reçu ? Regardez dans les indésirables.
notice-confirm-title = Encore un clic
notice-confirm-text = Confirmez que vous souhaitez recevoir l’infolettre de { $site }.
notice-confirm-button = Oui, je m’inscris
notice-confirmed-title = Bienvenue !
notice-confirmed-text = Votre inscription est confirmée. Un e-mail avec les derniers articles est en route.
notice-unsubscribe-title = Se désinscrire
notice-unsubscribe-text = Vous ne souhaitez plus recevoir l’infolettre de { $site } ?
notice-unsubscribe-button = Me désinscrire
notice-unsubscribed-title = Désinscription terminée
notice-unsubscribed-text = Vous ne recevrez plus l’infolettre de { $site }. Le site, lui, vous reste bien sûr ouvert.
notice-address-title = Votre nouvelle adresse
notice-address-text = Souhaitez-vous recevoir désormais l’infolettre de { $site } à cette adresse ?
notice-address-button = Oui, c’est mon adresse
notice-address-changed-title = Votre adresse a changé
notice-address-changed-text = L’infolettre de { $site } arrivera désormais à votre nouvelle adresse.
notice-address-taken-title = Cette adresse a déjà une inscription
notice-address-taken-text = Rien n’a donc changé. Pour ne garder qu’une inscription, mettez fin à l’ancienne.
notice-erase-title = Tout effacer ?
notice-erase-text = Vous ne recevrez plus rien de { $site }, et nous ne saurons plus qui vous étiez. C’est irréversible.
notice-erase-button = Oui, tout effacer
notice-erased-title = Tout est effacé
notice-erased-text = Seules restent une empreinte de votre adresse, d’où personne ne peut la déduire, et des lignes dans nos registres qui portent un numéro et aucun nom : des e-mails sont partis, et ceci a été effacé. Le site, lui, vous reste bien sûr ouvert.
notice-approve-title = Envoyer cette infolettre ?
notice-approve-text = Elle est prête et partira vers les lecteurs de { $site } dès que vous l’approuvez.
notice-approve-button = Oui, l’envoyer
notice-approve-refuse = Non, l’arrêter
notice-approved-title = C’est approuvé
notice-approved-text = L’infolettre est en route vers les lecteurs, ou partira à l’heure prévue.
notice-refused-title = C’est arrêté
notice-refused-text = Cette infolettre n’est pas envoyée. Ses articles viendront avec la prochaine.
notice-approval-over-title = Il n’y a plus rien à approuver
notice-approval-over-text = Cette infolettre a déjà été approuvée, a été arrêtée, ou n’a pas été approuvée à temps.
notice-link-expired-title = Ce lien a expiré
notice-link-expired-text = Inscrivez-vous à nouveau : nous vous enverrons un nouveau lien.
# The link in the mail to a new address is too old, or its wish was taken back.
notice-wish-lapsed-title = Ce lien a expiré
notice-wish-lapsed-text = Rien n’a changé : l’infolettre arrive à la même adresse qu’avant. Vous en voulez toujours une autre ? Refaites la demande sur la page de vos préférences ; le lien se trouve au bas de chaque infolettre.
notice-link-invalid-title = Ce lien n’est pas valable
notice-link-invalid-text = Il en manque peut-être un morceau. Cliquez à nouveau sur le lien dans l’e-mail, ou copiez-le en entier.
notice-test-mail-title = Ceci est un e-mail d’essai
notice-test-mail-text = Les liens personnels d’un e-mail d’essai sont sans effet : il n’appartient à aucune inscription.
notice-not-found-title = Cette page n’existe pas
notice-not-found-text = Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe.
# The page is there in other languages only; links to them follow.
notice-not-yet-title = Pas encore dans cette langue
notice-not-yet-text = Ce texte n’existe pas encore en français. Vous pouvez déjà le lire dans une autre langue :
# No new subscribers are taken now.
notice-closed-title = Pas de nouvelles inscriptions pour le moment
notice-closed-text = L’infolettre de { $site } n’accueille pas de nouvelles inscriptions en ce moment. Les inscriptions existantes ne changent pas. Revenez plus tard, ou suivez le site dans un lecteur de flux.
notice-too-many-requests-title = Doucement
notice-too-many-requests-text = Cela fait beaucoup de tentatives en peu de temps, peut-être aussi par d’autres personnes sur le même réseau. Réessayez dans une heure.
# The database is busy or away for a while.
notice-busy-title = Un instant, s’il vous plaît
notice-busy-text = C’est la bousculade pour le moment, et rien n’a encore été fait. Réessayez dans une minute.
# What was sent is longer than any form.
notice-too-long-title = C’est trop à la fois
notice-too-long-text = Rien n’en a été conservé. Revenez en arrière, raccourcissez et réessayez.
# What was sent did not arrive in time.
notice-too-slow-title = C’était trop long
notice-too-slow-text = Votre connexion est peut-être instable. Réessayez.
# A request that this page does not understand, such as a program might send.
notice-unclear-title = Nous ne comprenons pas
notice-unclear-text = Cette page ne peut rien faire de ce qui a été demandé. Recommencez à partir du site.
# A form that stood on the page of somebody else.
notice-foreign-title = Ce formulaire se trouvait sur un autre site
notice-foreign-text = Rien n’a donc été fait : une page étrangère ne peut rien envoyer en votre nom. C’était bien votre souhait ? Faites-le ici, sur le site de { $site }.
notice-failure-title = Un problème est survenu
notice-failure-text = C’est de notre faute, pas de la vôtre. Réessayez un peu plus tard.
