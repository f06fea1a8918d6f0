### The texts of the mails. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/mail.ftl.

## In every mail

# First line of the letter.
mail-greeting = Guten Tag,
# Last line of the letter, above the name of the publication.
mail-closing = Bis zum nächsten Mal
# Link or button from a mail to the post.
mail-read = Artikel lesen
# The same where all of it stands in the mail.
mail-read-there = Im Web lesen
mail-preferences = Einstellungen ändern
mail-unsubscribe = Abmelden
# Link to the same on the web, for everybody.
mail-browser = Im Browser ansehen
# A link in a mail without pictures: what it does; its address stands on the next line.
# $label (text): what the link does, such as mail-unsubscribe
mail-link = { $label }:
# Why the reader gets this mail; in the foot of every digest.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
mail-reason = { $cadence ->
    [instant] Sie erhalten diese E-Mail, weil Sie bei { $site } eine Nachricht zu jedem neuen Artikel bestellt haben.
    [daily] Sie erhalten diese E-Mail, weil Sie die tägliche Übersicht von { $site } abonniert haben.
    [weekly] Sie erhalten diese E-Mail, weil Sie die wöchentliche Übersicht von { $site } abonniert haben.
    [monthly] Sie erhalten diese E-Mail, weil Sie die monatliche Übersicht von { $site } abonniert haben.
   *[other] Sie erhalten diese E-Mail, weil Sie den Newsletter von { $site } abonniert haben.
  }
# The same for who asked for it themselves, with the day and the language.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
# $date (text): the day, such as 3 May 2026
# $language (text): what mail-language says
mail-reason-asked = { $cadence ->
    [instant] Sie erhalten diese E-Mail, weil Sie am { $date } bei { $site } eine Nachricht zu jedem neuen Artikel bestellt haben, { $language }.
    [daily] Sie erhalten diese E-Mail, weil Sie am { $date } die tägliche Übersicht von { $site } { $language } bestellt haben.
    [weekly] Sie erhalten diese E-Mail, weil Sie am { $date } die wöchentliche Übersicht von { $site } { $language } bestellt haben.
    [monthly] Sie erhalten diese E-Mail, weil Sie am { $date } die monatliche Übersicht von { $site } { $language } bestellt haben.
   *[other] Sie erhalten diese E-Mail, weil Sie am { $date } den Newsletter von { $site } { $language } bestellt haben.
  }
# The language of this file, for the end of that sentence.
mail-language = auf Deutsch

## The digest

# Subject line.
# $title (text): the title of the first post
# $others (number): the posts besides the first, 0 or more
digest-subject = { $others ->
    [0] { $title }
    [one] { $title } (und { NUMBER($others) } weiterer Artikel)
   *[other] { $title } (und { NUMBER($others) } weitere Artikel)
  }
# Subject line of a test that goes to the author.
# $subject (text): the subject line that readers get
test-subject = Test: { $subject }
# First line of the mail, which inboxes show after the subject. Do not repeat the subject.
# $count (number): all posts in the mail
digest-intro = { $count ->
    [one] Es gibt einen neuen Artikel. Viel Freude beim Lesen!
   *[other] Es gibt { NUMBER($count) } neue Artikel. Viel Freude beim Lesen!
  }
# Heading over the posts after the first.
digest-others = Ebenfalls neu
# Heading over the posts of which there are only titles.
digest-more = Außerdem erschienen
# After those titles, where there are still more posts; a link to all of them.
# $count (number): the posts that are not in the mail
digest-unlisted = { $count ->
    [one] Und noch { NUMBER($count) } Artikel
   *[other] Und noch { NUMBER($count) } Artikel
  }

## The mail that asks to confirm a subscription

# $site (text): the name of the publication
confirmation-subject = Bestätigen Sie Ihre Anmeldung bei { $site }
confirmation-title = Noch ein Klick, und Sie sind angemeldet
# $site (text): the name of the publication
confirmation-text = Mit dieser Adresse hat sich jemand für den Newsletter von { $site } angemeldet. Waren Sie das? Dann bestätigen Sie es bitte hier.
# What was asked for.
# $cadence (text): instant, daily, weekly or monthly
confirmation-cadence = { $cadence ->
    [instant] Ihre Wahl: eine E-Mail zu jedem neuen Artikel.
    [daily] Ihre Wahl: jeden Tag eine E-Mail, wenn es Neues gibt.
    [weekly] Ihre Wahl: jede Woche eine E-Mail, wenn es Neues gibt.
    [monthly] Ihre Wahl: jeden Monat eine E-Mail, wenn es Neues gibt.
   *[other] Sie erhalten eine E-Mail, wenn es Neues gibt.
  }
# Before the list of topics that were chosen.
confirmation-topics = Themen:
confirmation-button = Anmeldung bestätigen
# $days (number): how long the link works
confirmation-expiry = { $days ->
    [one] Der Link gilt { NUMBER($days) } Tag.
   *[other] Der Link gilt { NUMBER($days) } Tage.
  }
confirmation-ignore = Das waren Sie nicht? Dann brauchen Sie nichts zu tun: Ohne diesen Klick erhalten Sie nichts von uns.

## The first mail after that

# $site (text): the name of the publication
welcome-subject = Willkommen bei { $site }
welcome-title = Schön, dass Sie mitlesen
# $cadence (text): instant, daily, weekly or monthly
welcome-text = { $cadence ->
    [instant] Ihre Anmeldung ist bestätigt. Ab jetzt erhalten Sie eine E-Mail zu jedem neuen Artikel.
    [daily] Ihre Anmeldung ist bestätigt. Ab jetzt erhalten Sie täglich eine Übersicht, wenn es Neues gibt.
    [weekly] Ihre Anmeldung ist bestätigt. Ab jetzt erhalten Sie jede Woche eine Übersicht, wenn es Neues gibt.
    [monthly] Ihre Anmeldung ist bestätigt. Ab jetzt erhalten Sie jeden Monat eine Übersicht, wenn es Neues gibt.
   *[other] Ihre Anmeldung ist bestätigt. Ab jetzt melden wir uns, wenn es Neues gibt.
  }
# Heading over the latest posts.
welcome-posts = Für den Anfang

## Short letters about a subscription. $site (text) is the name of the publication, in all of them

# To the new address of somebody who wants to get the newsletter there.
letter-move-subject = Ihre neue Adresse für { $site }
letter-move-title = Ist das Ihre neue Adresse?
letter-move-text = Jemand, der den Newsletter von { $site } erhält, möchte ihn ab jetzt an diese Adresse bekommen. Waren Sie das? Dann bestätigen Sie es bitte unten.
letter-move-button = Ja, das ist meine Adresse
letter-move-ignore = Das waren nicht Sie? Dann müssen Sie nichts tun: Ohne diesen Klick erhalten Sie nichts von uns.
# To the old address.
letter-moving-subject = Ihre Adresse bei { $site } soll sich ändern
letter-moving-title = An eine andere Adresse?
letter-moving-text = Über den Link in einer Ihrer E-Mails wurden wir gebeten, den Newsletter von { $site } künftig an eine andere Adresse zu schicken. Das geschieht, sobald es dort bestätigt ist.
letter-moving-button = Zu meinen Einstellungen
letter-moving-ignore = Das waren nicht Sie? Dann speichern Sie Ihre Einstellungen noch einmal: Damit verfällt die Anfrage. Und leiten Sie unsere E-Mails lieber nicht weiter, denn die Links darin sind persönlich.
# To somebody who fills in the form and subscribes already.
letter-known-subject = Sie erhalten { $site } schon
letter-known-title = Sie erhalten unseren Newsletter schon
letter-known-text = Mit dieser Adresse wurde der Newsletter von { $site } angefragt, aber Sie erhalten ihn schon. Möchten Sie etwas ändern, etwa Sprache, Häufigkeit oder Themen? Das geht hier unten.
letter-known-button = Zu meinen Einstellungen
letter-known-ignore = Das waren nicht Sie? Dann müssen Sie nichts tun: Es hat sich nichts geändert.

## Mail to the editors. $site (text) is the name of the publication, $workflow (text) that of the workflow

# To who may let an issue go.
editor-approval-subject = Freizugeben: { $workflow } ({ $site })
editor-approval-title = Ein Newsletter wartet auf Ihre Freigabe
editor-approval-text = Ein Newsletter von { $workflow } ist fertig. Er geht hinaus, sobald ihn jemand aus der Redaktion freigibt. Die beiliegenden Testmails zeigen, was die Leser bekommen; daran ändert sich nichts mehr.
# $date (text): the day, such as 3 May 2026
# $time (text): the hour, such as 18:14
editor-approval-until = Gibt ihn niemand vor dem { $date }, { $time }, frei, wird er nicht verschickt. Seine Artikel kommen dann mit dem nächsten.
editor-approval-button = Ansehen und freigeben
# Above a command for who works on the server.
editor-approval-command = Oder auf dem Server:
# What the readers of one language get.
# $language (text): the language, in itself
# $subject (text): the subject of their mail
# $count (number): how many they are
editor-approval-readers = { $language } ({ NUMBER($count) }): { $subject }
# To who wants to know what was done.
editor-report-subject = Fertig: { $workflow } ({ $site })
editor-report-title = Was getan wurde
editor-report-text = { $workflow } hat seine Arbeit getan.
# To the same, when a step could not be done.
editor-failure-subject = Fehlgeschlagen: { $workflow } ({ $site })
editor-failure-title = Etwas ist schiefgegangen
editor-failure-text = { $workflow } ist nicht fertig geworden. Was unten steht, ist getan, der Rest nicht.
# Lines of that report: what a step did. $count and $of (number) are two numbers that it gives.
report-imported = Neue Entwürfe zum Durchlesen: { NUMBER($count) }; fehlgeschlagen: { NUMBER($of) }
report-not-imported = Von anderen Seiten konnte nichts übernommen werden.
report-synced = Aktualisierte Dateien der Übersetzer: { NUMBER($count) }
report-translated = Ergänzte Texte: { NUMBER($count) }; noch offen: { NUMBER($of) }
report-published = Veröffentlichte Artikel, in jeder Sprache gezählt: { NUMBER($count) }; geschriebene Dateien: { NUMBER($of) }
report-digest = Zugestellte Newsletter: { NUMBER($count) } von { NUMBER($of) }
report-digest-waits = Newsletter, die auf Freigabe warten: { NUMBER($of) }
report-digest-later = Newsletter, die später hinausgehen: { NUMBER($of) }
report-notified = Angekündigte Feeds: { NUMBER($count) }
report-not-notified = Ein anderer Dienst konnte nicht benachrichtigt werden.
report-pruned = Alte E-Mails vergessen: { NUMBER($count) }; Anfragen, die niemand bestätigt hat: { NUMBER($of) }
report-failed = Danach ist ein Schritt fehlgeschlagen.
# Heading over the articles that lack translations.
editor-missing = Noch zu übersetzen
editor-missing-none = Alles ist übersetzt.
# $title (text): the title of the article
# $language (text): the language, in itself
# $count (number): how many texts are missing, stale or by a machine
editor-missing-line = { $title } – { $language }: { NUMBER($count) }
# $count (number): how many more such lines there are
editor-missing-more = Und weitere solche Artikel: { NUMBER($count) }
editor-ignore = Sie erhalten diese E-Mail, weil { $site } Sie zur Redaktion zählt.
