### The texts of the mails. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/mail.ftl.

## In every mail

# First line of the letter.
mail-greeting = Bonjour,
# Last line of the letter, above the name of the publication.
mail-closing = À bientôt,
# Link or button from a mail to the post.
mail-read = Lire l’article
# The same where all of it stands in the mail.
mail-read-there = Le lire sur le web
mail-preferences = Modifier mes préférences
mail-unsubscribe = Se désinscrire
# Link to the same on the web, for everybody.
mail-browser = Lire dans le navigateur
# A link in a mail without pictures: what it does; its address stands on the next line.
# $label (text): what the link does, such as mail-unsubscribe
mail-link = { $label } :
# Why the reader gets this mail; in the foot of every digest.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
mail-reason = { $cadence ->
    [instant] Vous recevez cet e-mail parce que vous avez demandé à { $site } de vous signaler chaque nouvel article.
    [daily] Vous recevez cet e-mail parce que vous avez choisi le résumé quotidien de { $site }.
    [weekly] Vous recevez cet e-mail parce que vous avez choisi le résumé hebdomadaire de { $site }.
    [monthly] Vous recevez cet e-mail parce que vous avez choisi le résumé mensuel de { $site }.
   *[other] Vous recevez cet e-mail parce que vous avez demandé l’infolettre de { $site }.
  }
# The same for who asked for it themselves, with the day and the language.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
# $date (text): the day, such as 3 May 2026
# $language (text): what mail-language says
mail-reason-asked = { $cadence ->
    [instant] Vous recevez cet e-mail parce que, le { $date }, vous avez demandé à { $site } de vous signaler chaque nouvel article, { $language }.
    [daily] Vous recevez cet e-mail parce que, le { $date }, vous avez demandé le résumé quotidien de { $site }, { $language }.
    [weekly] Vous recevez cet e-mail parce que, le { $date }, vous avez demandé le résumé hebdomadaire de { $site }, { $language }.
    [monthly] Vous recevez cet e-mail parce que, le { $date }, vous avez demandé le résumé mensuel de { $site }, { $language }.
   *[other] Vous recevez cet e-mail parce que, le { $date }, vous avez demandé l’infolettre de { $site }, { $language }.
  }
# The language of this file, for the end of that sentence.
mail-language = en français

## The digest

# Subject line.
# $title (text): the title of the first post
# $others (number): the posts besides the first, 0 or more
digest-subject = { $others ->
    [0] { $title }
    [one] { $title } (et { NUMBER($others) } autre article)
   *[other] { $title } (et { NUMBER($others) } autres articles)
  }
# Subject line of a test that goes to the author.
# $subject (text): the subject line that readers get
test-subject = Essai : { $subject }
# First line of the mail, which inboxes show after the subject. Do not repeat the subject.
# $count (number): all posts in the mail
digest-intro = { $count ->
    [one] Un nouvel article vient de paraître. Bonne lecture !
   *[other] { NUMBER($count) } nouveaux articles viennent de paraître. Bonne lecture !
  }
# Heading over the posts after the first.
digest-others = Également parus
# Heading over the posts of which there are only titles.
digest-more = Et aussi
# After those titles, where there are still more posts; a link to all of them.
# $count (number): the posts that are not in the mail
digest-unlisted = { $count ->
    [one] Et encore { NUMBER($count) } article
   *[other] Et encore { NUMBER($count) } articles
  }

## The mail that asks to confirm a subscription

# $site (text): the name of the publication
confirmation-subject = Confirmez votre inscription à { $site }
confirmation-title = Encore un clic et vous êtes des nôtres
# $site (text): the name of the publication
confirmation-text = Quelqu’un s’est inscrit avec cette adresse à l’infolettre de { $site }. Était-ce vous ? Confirmez-le ci-dessous.
# What was asked for.
# $cadence (text): instant, daily, weekly or monthly
confirmation-cadence = { $cadence ->
    [instant] Votre choix : un e-mail à chaque nouvel article.
    [daily] Votre choix : un e-mail par jour, s’il y a du nouveau.
    [weekly] Votre choix : un e-mail par semaine, s’il y a du nouveau.
    [monthly] Votre choix : un e-mail par mois, s’il y a du nouveau.
   *[other] Vous recevrez un e-mail quand il y aura du nouveau.
  }
# Before the list of topics that were chosen.
confirmation-topics = Thèmes :
confirmation-button = Confirmer mon inscription
# $days (number): how long the link works
confirmation-expiry = { $days ->
    [one] Le lien est valable { NUMBER($days) } jour.
   *[other] Le lien est valable { NUMBER($days) } jours.
  }
confirmation-ignore = Ce n’était pas vous ? Vous n’avez rien à faire : sans ce clic, vous ne recevrez rien de nous.

## The first mail after that

# $site (text): the name of the publication
welcome-subject = Bienvenue chez { $site }
welcome-title = Heureux de vous compter parmi nos lecteurs
# $cadence (text): instant, daily, weekly or monthly
welcome-text = { $cadence ->
    [instant] Votre inscription est confirmée. Vous recevrez désormais un e-mail à chaque nouvel article.
    [daily] Votre inscription est confirmée. Vous recevrez désormais un résumé chaque jour, s’il y a du nouveau.
    [weekly] Votre inscription est confirmée. Vous recevrez désormais un résumé chaque semaine, s’il y a du nouveau.
    [monthly] Votre inscription est confirmée. Vous recevrez désormais un résumé chaque mois, s’il y a du nouveau.
   *[other] Votre inscription est confirmée. Nous vous écrirons désormais quand il y aura du nouveau.
  }
# Heading over the latest posts.
welcome-posts = Pour commencer

## Short letters about a subscription. $site (text) is the name of the publication, in all of them

# To the new address of somebody who wants to get the newsletter there.
letter-move-subject = Votre nouvelle adresse pour { $site }
letter-move-title = Est-ce votre nouvelle adresse ?
letter-move-text = Une personne qui reçoit l’infolettre de { $site } souhaite la recevoir désormais à cette adresse. C’était vous ? Confirmez-le ci-dessous.
letter-move-button = Oui, c’est mon adresse
letter-move-ignore = Ce n’était pas vous ? Vous n’avez rien à faire : sans ce clic, vous ne recevrez rien de notre part.
# To the old address.
letter-moving-subject = Votre adresse chez { $site } va changer
letter-moving-title = Vers une autre adresse ?
letter-moving-text = Par le lien d’un de vos e-mails, on nous a demandé d’envoyer désormais l’infolettre de { $site } à une autre adresse. Ce sera fait dès que cette adresse aura confirmé.
letter-moving-button = Voir mes préférences
letter-moving-ignore = Ce n’était pas vous ? Enregistrez à nouveau vos préférences : la demande sera annulée. Et évitez de transférer nos e-mails, car leurs liens sont personnels.
# To somebody who fills in the form and subscribes already.
letter-known-subject = Vous êtes déjà inscrit à { $site }
letter-known-title = Vous recevez déjà notre infolettre
letter-known-text = Cette adresse a servi à demander l’infolettre de { $site }, mais vous la recevez déjà. Vous voulez changer quelque chose, comme la langue, le rythme ou les thèmes ? C’est possible ci-dessous.
letter-known-button = Voir mes préférences
letter-known-ignore = Ce n’était pas vous ? Vous n’avez rien à faire : rien n’a changé.

## Mail to the editors. $site (text) is the name of the publication, $workflow (text) that of the workflow

# To who may let an issue go.
editor-approval-subject = À approuver : { $workflow } ({ $site })
editor-approval-title = Une infolettre attend votre accord
editor-approval-text = Une infolettre de { $workflow } est prête. Elle partira dès que la rédaction l’aura approuvée. Les e-mails d’essai joints montrent ce que les lecteurs recevront ; plus rien n’y changera.
# $date (text): the day, such as 3 May 2026
# $time (text): the hour, such as 18:14
editor-approval-until = Si personne ne l’approuve avant le { $date } à { $time }, elle ne sera pas envoyée. Ses articles viendront alors avec la suivante.
editor-approval-button = Voir et approuver
# Above a command for who works on the server.
editor-approval-command = Ou sur le serveur :
# What the readers of one language get.
# $language (text): the language, in itself
# $subject (text): the subject of their mail
# $count (number): how many they are
editor-approval-readers = { $language } ({ NUMBER($count) }) : { $subject }
# To who wants to know what was done.
editor-report-subject = Terminé : { $workflow } ({ $site })
editor-report-title = Ce qui a été fait
editor-report-text = { $workflow } a fait son travail.
# To the same, when a step could not be done.
editor-failure-subject = Échec : { $workflow } ({ $site })
editor-failure-title = Quelque chose n’a pas marché
editor-failure-text = { $workflow } n’est pas arrivé au bout. Ce qui figure ci-dessous est fait ; le reste ne l’est pas.
# Lines of that report: what a step did. $count and $of (number) are two numbers that it gives.
report-imported = Nouveaux brouillons à relire : { NUMBER($count) } ; échecs : { NUMBER($of) }
report-not-imported = Rien n’a pu être repris d’autres sites.
report-synced = Fichiers des traducteurs mis à jour : { NUMBER($count) }
report-translated = Textes complétés : { NUMBER($count) } ; encore à faire : { NUMBER($of) }
report-published = Articles publiés, comptés dans chaque langue : { NUMBER($count) } ; fichiers écrits : { NUMBER($of) }
report-digest = Infolettres remises : { NUMBER($count) } sur { NUMBER($of) }
report-digest-waits = Infolettres qui attendent un accord : { NUMBER($of) }
report-digest-later = Infolettres qui partiront plus tard : { NUMBER($of) }
report-notified = Flux annoncés : { NUMBER($count) }
report-not-notified = Un autre service n’a pas pu être prévenu.
report-pruned = Anciens e-mails oubliés : { NUMBER($count) } ; demandes que personne n’a confirmées : { NUMBER($of) }
report-failed = Ensuite, une étape a échoué.
# Heading over the articles that lack translations.
editor-missing = Encore à traduire
editor-missing-none = Tout est traduit.
# $title (text): the title of the article
# $language (text): the language, in itself
# $count (number): how many texts are missing, stale or by a machine
editor-missing-line = { $title } – { $language } : { NUMBER($count) }
# $count (number): how many more such lines there are
editor-missing-more = Et d’autres articles encore : { NUMBER($count) }
editor-ignore = Vous recevez cet e-mail parce que { $site } vous compte dans sa rédaction.
