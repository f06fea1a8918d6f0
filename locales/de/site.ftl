### The texts of the web pages. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/site.ftl.

# The name of this language in itself, as the language switcher shows it.
language-name = Deutsch

## The frame around every page

# Link for keyboards and screen readers, the first thing on a page.
skip-link = Zum Inhalt
# Name of the navigation with topics, archive and pages, read by screen readers.
nav-site = Themen und Archiv
# Name of the language switcher, read by screen readers.
nav-languages = Sprachen
# Stands after a language in which this very page is not available; the link leads to the front page.
nav-front-page = in dieser Sprache nicht verfügbar, zur Startseite
# Stands after a language in which this page has a text that is hardly translated.
# $language (text): the language of that text, named by itself
nav-untranslated = noch nicht übersetzt, der Text steht in einer anderen Sprache: { $language }
# Button in the head of the page that leads to the form for the newsletter. Short.
nav-subscribe = Newsletter
# Link to the page about feeds, also as a button. Short.
nav-feed = Per RSS folgen
# Opens those topics that have fewer posts than the ones that are named in the head of each page. Short.
nav-more-topics = Weitere Themen
# Link to the list of all posts by year, and its heading. Short.
nav-archive = Archiv
# Link from any page to the list of posts.
nav-home = Alle Artikel
# Heading over the postal address and telephone number in the foot of the page.
contact-title = Kontakt

## Lists of posts

# Heading over the posts on the front page, after the newest.
front-more = Zuvor erschienen
# Link below the posts on the front page, to the list of all posts.
front-archive = Noch mehr lesen? Im Archiv steht alles
# Instead of a list when there is no post yet.
list-empty = Hier steht noch nichts. Bald aber schon.
# Small line above the name of a topic on its page.
topic-kicker = Thema
# How many posts there are on a topic, or by an author, over the list of them.
# $count (number): the posts
topic-count = { $count ->
    [one] { NUMBER($count) } Artikel
   *[other] { NUMBER($count) } Artikel
  }
# Link to the feed of one topic.
topic-feed = Diesem Thema per RSS folgen
# Small line above the name of somebody who writes, on their page.
author-kicker = Über
# Link to that person's own site.
author-website = Eigene Website
# How many posts there are in the archive.
# $count (number): the posts
archive-count = { $count ->
    [one] { NUMBER($count) } Artikel
   *[other] { NUMBER($count) } Artikel, die neuesten zuerst
  }
# Name of the list of years, read by screen readers.
archive-years = Jahre
# Label of the field by which the archive is searched.
archive-search = Nach Titel, Thema oder Name suchen
# How many posts a search finds.
# $count (text): the posts, as a number
archive-search-found = Gefunden: { $count }
# When a search finds nothing.
archive-search-none = Nichts gefunden. Versuchen Sie es mit einem anderen Wort.

## A post

# How long it takes to read, rounded.
# $minutes (number): whole minutes, at least 1
reading-time = { $minutes ->
    [one] { NUMBER($minutes) } Minute Lesezeit
   *[other] { NUMBER($minutes) } Minuten Lesezeit
  }
# When the post was last changed in substance.
# $date (date)
post-updated = Aktualisiert am { DATETIME($date, dateStyle: "long") }
# Heading over the table of contents.
contents-title = In diesem Artikel
# Heading over the list of scientific sources.
sources-title = Quellen
# Link to a source that is neither at DOI nor at PubMed.
source-link = Zur Quelle
# A link to a source in full, read by screen readers.
# $name (text): where the link leads, as it is shown: DOI, PubMed
# $number (number): the place of the source in the list
source-at = { $name }, Quelle { NUMBER($number) }
# Heading over the posts to read after this one.
related-title = Lesen Sie auch
# Name of the links to the newer and the older post, read by screen readers.
neighbours-title = Voriger und nächster Artikel
# Above the title of the next newer post.
post-newer = Neuer
# Above the title of the next older post.
post-older = Älter
# Heading over the footnotes.
footnotes-title = Fußnoten
# Link from a footnote back to the text, read by screen readers.
# $number (text): the number of the footnote
footnote-back = Zurück zum Text bei Fußnote { $number }
# What a table is, read by screen readers before the heading that it stands under.
table-name = Tabelle
# The same of a piece of code.
code-name = Code
# Stands above a post of which parts are not translated yet.
translation-fallback = Dieser Artikel ist noch nicht vollständig übersetzt. Was fehlt, steht in einer anderen Sprache.
# The same of a post of which nothing is translated yet.
translation-none = Dieser Artikel ist noch nicht übersetzt. Er steht hier in einer anderen Sprache.
# Stands above a post of which parts were translated by a machine and not checked since.
translation-machine = Teile dieses Artikels wurden maschinell übersetzt und noch nicht geprüft.
# Stands above a post in which some translations are behind what they were made from.
translation-stale = Einige Passagen folgen noch einer früheren Fassung des Originals.
# The same, where it is known when the original was last changed.
# $date (date)
translation-stale-since = Einige Passagen folgen noch einer früheren Fassung des Originals, das am { DATETIME($date, dateStyle: "long") } aktualisiert wurde.
# Before a link to the post in the language it was written in; the link is the name of that language.
translation-original = Zum Original:

## Boxes in a post, after their kind: the heading when the author gives none

callout-note = Gut zu wissen
callout-tip = Tipp
callout-important = Wichtig
callout-warning = Bitte beachten
callout-caution = Vorsicht

## How often the newsletter comes

cadence-instant = Sofort bei jedem neuen Artikel
cadence-daily = Täglich, wenn es Neues gibt
cadence-weekly = Jede Woche
cadence-monthly = Jeden Monat

## The box under a post that invites to the newsletter

teaser-title = Der nächste Artikel in Ihrem Postfach?
teaser-text = Kostenlos, in Ihrer Sprache und so oft, wie Sie möchten. Abmelden geht jederzeit mit einem Klick.
teaser-button = Jetzt anmelden
# Link to the whole form, with pace and topics.
teaser-choose = Lieber selbst wählen, wie oft und worüber?
# The same box where there is no newsletter, with a link to the feed below.
follow-title = Den nächsten Artikel nicht verpassen?
follow-text = Folgen Sie dem RSS-Feed in Ihrem Feedreader: ohne Adresse und ohne Konto.

## The page about feeds: what they are, how to follow them, all of them

feeds-title = Folgen Sie uns im Feedreader
feeds-what = Ein Feed ist eine Adresse, an der ein Programm, ein Feedreader, von selbst findet, was neu ist. Sie lesen alle Seiten, denen Sie folgen, an einem Ort: ohne Konto, ohne Mailadresse, und niemand sieht zu.
# Heading over the three steps.
feeds-how-title = So fangen Sie an
feeds-how-reader = Wählen Sie einen Feedreader: eine App oder eine Website. Es gibt viele, und die meisten sind kostenlos.
feeds-how-add = Kopieren Sie unten die Adresse eines Feeds, und fügen Sie sie in Ihrem Feedreader dort ein, wo er fragt, wem Sie folgen möchten.
feeds-how-read = Fertig. Neue Artikel kommen von selbst, vollständig und mit ihren Bildern.
# Heading over the list of the feeds in this language.
feeds-list-title = Die Feeds auf Deutsch
# The feed of all posts, in that list.
feeds-all = Alle Artikel
feeds-formats = RSS, Atom und JSON sagen dasselbe: Nehmen Sie im Zweifel RSS.
# Before the link to one file with all feeds.
feeds-opml = Lieber alles auf einmal?
feeds-opml-link = Alle Feeds in einer Datei (OPML)

## The page on which a reader subscribes

subscribe-title = Newsletter abonnieren
subscribe-intro = Wählen Sie, wie oft und worüber. Zuerst erhalten Sie eine E-Mail, um zu bestätigen, dass die Adresse Ihnen gehört.
subscribe-email = E-Mail-Adresse
# When the domain of the address looks like a slip of the finger. A button with the address that was meant follows.
# $meant (text): the address that was probably meant
# $typed (text): the address as it was typed
subscribe-meant = Meinten Sie { $meant }? Falls { $typed } doch stimmt, drücken Sie den Knopf unten noch einmal. Sonst diesen:
subscribe-name = Name
# Stands after the label of a field that may stay empty.
subscribe-optional = freiwillig
subscribe-cadence = Wie oft?
subscribe-topics = Worüber?
# Under the list of topics.
subscribe-topics-hint = Nichts angekreuzt? Dann erhalten Sie alles.
subscribe-zone = Zeitzone
# Under the list of time zones, where a newsletter leaves at an hour of its reader's own day.
subscribe-zone-hint = Ein Newsletter mit fester Uhrzeit kommt zu dieser Stunde Ihres eigenen Tages. Wählen Sie einen Ort, an dem die Uhren so gehen wie bei Ihnen.
# The time zone of the publication itself, for readers who choose none.
# $city (text): a city in it
subscribe-zone-ours = Wie bei uns ({ $city })
# Headings in the list of time zones, with cities under each.
area-africa = Afrika
area-america = Amerika
area-antarctica = Antarktis
area-arctic = Arktis
area-asia = Asien
area-atlantic = Atlantischer Ozean
area-australia = Australien
area-europe = Europa
area-indian = Indischer Ozean
area-pacific = Pazifischer Ozean
area-other = Sonstige
# Label of a field that people do not see, only programs that fill in forms.
subscribe-trap = Dieses Feld bitte leer lassen
# What the reader agrees to by sending the form. Recorded word for word.
# $site (text): the name of the publication
subscribe-consent = Ja, { $site } darf mir den Newsletter per E-Mail schicken. Meine Angaben dienen nur diesem Zweck, und ich kann mich jederzeit abmelden.
subscribe-privacy = So gehen wir mit Ihren Daten um
subscribe-button = Anmelden
# Above the form when something in it was not right.
subscribe-failed = Das hat noch nicht geklappt. Bitte prüfen Sie, was unten markiert ist.
# Begins the title of the page in the tab of the browser when something in the form was not right.
subscribe-failed-title = Noch nicht geklappt
# When the field that people do not see was filled in: by a program, or by a browser that fills in everything.
subscribe-doubt = Ein Feld, das Sie nicht sehen, war ausgefüllt, vielleicht von Ihrem Browser. Drücken Sie den Knopf unten noch einmal, dann wissen wir, dass jemand da ist.

## The page on which a subscriber changes their subscription, by the link in every mail

preferences-title = Ihre Einstellungen
# Whose subscription it is.
# $address (text): their address
preferences-of = Das Abonnement von { $address }
preferences-saved = Gespeichert.
preferences-language = Sprache
preferences-pause = Pause bis
preferences-pause-hint = Bis zu diesem Tag erhalten Sie nichts. Was inzwischen erscheint, kommt danach in einer einzigen E-Mail, sofern es dann noch neu genug ist. Leer bedeutet: keine Pause.
# $date (date): the day on which mail comes again
preferences-paused = Ihr Newsletter pausiert bis zum { DATETIME($date, dateStyle: "long") }.
preferences-button = Speichern
preferences-address-title = Eine andere E-Mail-Adresse
preferences-address-hint = Wir schicken einen Link an die neue Adresse und eine Nachricht an die alte.
preferences-address = Neue E-Mail-Adresse
preferences-address-button = Link schicken
preferences-address-asked = Schauen Sie in das Postfach der neuen Adresse. Solange Sie dort nicht auf den Link klicken, bleibt alles, wie es war. Doch nicht? Dann speichern Sie Ihre Einstellungen noch einmal: Damit verfällt die Anfrage.
preferences-leave = Keinen Newsletter mehr? Ein Klick genügt.
# Link to the page with everything that is stored about the reader.
preferences-data = Was wir über Sie speichern

## The page that shows a subscriber everything that is stored about them

data-title = Was wir über Sie speichern
data-intro = Das speichern wir über Sie; die Datei unten enthält es bis ins letzte Detail. Wir halten nicht fest, was Sie öffnen oder anklicken, und geben nichts weiter.
data-subscription = Ihr Abonnement
data-number = Nummer
data-status = Stand
status-pending = noch nicht bestätigt
status-active = aktiv
status-unsubscribed = beendet
data-created = Angefragt
data-confirmed = Bestätigt
data-time-zone = Zeitzone
data-paused = Pause bis
# Instead of a list of topics.
data-all-topics = alle
# How far they have come in the row of posts in their language.
data-cursor = Beliefert bis Nummer
# Posts that they have all the same, though their number does not say so. The names of the posts follow.
data-served = Unabhängig davon auch zugestellt
# Since when, and why, they are sent nothing; one of the reasons below follows.
data-suppressed = Nichts mehr schicken
data-suppressed-erased = Sie haben alles löschen lassen
data-suppressed-asked = auf Ihren Wunsch
data-suppressed-bounced = unsere E-Mails kamen zurück
data-suppressed-complained = unsere E-Mail wurde als Spam gemeldet
data-consents = Was Sie getan haben
consent-asked = Sie haben den Newsletter angefragt
consent-confirmed = Sie haben bestätigt
consent-imported = Aus einer Liste der Redaktion übernommen
consent-changed = Ihre Einstellungen haben sich geändert
consent-moved = Ihre Adresse hat sich geändert
consent-unsubscribed = Sie haben sich abgemeldet
consent-suppressed = Wir schicken nichts mehr an diese Adresse
# Before the path of the page on which they did it.
data-consent-page = auf der Seite
# Before a row of letters and digits that stands for the network from which they did it.
data-consent-origin = aus einem Netz, gespeichert als Fingerabdruck
data-mails = E-Mails an Sie
data-mail-digest = Newsletter
data-mail-other = Nachricht zu Ihrem Abonnement
data-mail-sent = verschickt
data-mail-waiting = unterwegs
data-mail-not-sent = nicht verschickt
# Below the newest mails, when there are more.
# $count (number): the mails that are not shown
data-mails-more = { $count ->
    [one] { NUMBER($count) } ältere E-Mail steht nur in der Datei unten.
   *[other] { NUMBER($count) } ältere E-Mails stehen nur in der Datei unten.
  }
data-bounces = Was zurückkam
data-bounce-hard = die Adresse gibt es nicht
data-bounce-soft = das Postfach nahm sie da nicht an
data-bounce-policy = der Mailserver lehnte sie ab
data-bounce-complaint = sie wurde als Spam gemeldet
data-bounce-reply = eine automatische Antwort
data-bounce-notice = eine Mitteilung des Mailservers
data-wanted = Neue Adresse, noch nicht bestätigt
data-audit = Was wir damit getan haben
data-audit-shown = angesehen
data-audit-suppressed = Ihre E-Mails angehalten
data-audit-allowed = E-Mails wieder zugelassen
data-export = Alles als Datei (JSON)
data-erase-title = Alles löschen
data-erase-text = Alles, was oben steht, wird gelöscht. Es bleibt ein Fingerabdruck Ihrer Adresse, aus dem niemand sie ablesen kann: So holt keine alte Liste Sie zurück. Und unter einer Nummer, ohne Namen und Adresse, bleibt vermerkt, dass E-Mails verschickt wurden und dass dies gelöscht ist.
data-erase-button = Meine Daten löschen

## The newsletter on the web

# Heading over the list of all that went out, and the link to it.
issues-title = Frühere Newsletter
# $site (text): the name of the publication
issues-intro = Was die Leser von { $site } bekommen haben, auch ohne Anmeldung.
# $date (date): the day on which it went out
issue-title = Newsletter vom { DATETIME($date, dateStyle: "long") }
# Below the posts of one newsletter on the web: readers choose their topics, and posts may have been corrected since.
issue-note = Hier stehen alle Artikel zusammen, auch die zu Themen, die nicht alle gewählt haben, und mit ihrem heutigen Text.

## What can be wrong in a field of that form

field-email-missing = Bitte geben Sie Ihre E-Mail-Adresse ein.
field-email-invalid = Das ist keine E-Mail-Adresse. Sie sollte aussehen wie name@beispiel.de.
field-name-too-long = Dieser Name ist zu lang.
field-cadence-unknown = Bitte wählen Sie eine der Möglichkeiten.
field-topic-unknown = Dieses Thema gibt es nicht mehr. Bitte wählen Sie ein anderes.
field-locale-unknown = Bitte wählen Sie eine der Sprachen.
field-zone-unknown = Bitte wählen Sie einen der Orte in der Liste.
field-day-invalid = Bitte wählen Sie einen Tag zwischen morgen und heute in einem Jahr.

## Pages that say one thing. $site (text) is the name of the publication, in all of them

notice-check-inbox-title = Schauen Sie in Ihr Postfach
notice-check-inbox-text = In wenigen Minuten sollte dort eine E-Mail von uns liegen, mit einem Link, über den es weitergeht. Wir schicken höchstens eine am Tag: Haben Sie heute schon einmal gefragt, gilt die von vorhin. Nichts zu sehen? Dann schauen Sie bitte im Spam-Ordner nach.
notice-confirm-title = Noch ein Klick
notice-confirm-text = Bestätigen Sie, dass Sie den Newsletter von { $site } erhalten möchten.
notice-confirm-button = Ja, ich melde mich an
notice-confirmed-title = Willkommen!
notice-confirmed-text = Ihre Anmeldung ist bestätigt. Eine E-Mail mit den neuesten Artikeln ist unterwegs.
notice-unsubscribe-title = Abmelden
notice-unsubscribe-text = Möchten Sie den Newsletter von { $site } nicht mehr erhalten?
notice-unsubscribe-button = Ja, abmelden
notice-unsubscribed-title = Sie sind abgemeldet
notice-unsubscribed-text = Sie erhalten keinen Newsletter von { $site } mehr. Auf der Website sind Sie natürlich weiterhin willkommen.
notice-address-title = Ihre neue Adresse
notice-address-text = Möchten Sie den Newsletter von { $site } ab jetzt an diese Adresse erhalten?
notice-address-button = Ja, das ist meine Adresse
notice-address-changed-title = Ihre Adresse ist geändert
notice-address-changed-text = Der Newsletter von { $site } kommt ab jetzt an Ihre neue Adresse.
notice-address-taken-title = Zu dieser Adresse gibt es schon ein Abonnement
notice-address-taken-text = Es hat sich also nichts geändert. Wenn Sie nur eines behalten möchten, melden Sie das alte ab.
notice-erase-title = Alles löschen?
notice-erase-text = Danach erhalten Sie nichts mehr von { $site }, und wir wissen nicht mehr, wer Sie waren. Das lässt sich nicht rückgängig machen.
notice-erase-button = Ja, alles löschen
notice-erased-title = Alles ist gelöscht
notice-erased-text = Es bleiben nur ein Fingerabdruck Ihrer Adresse, aus dem niemand sie ablesen kann, und Zeilen mit einer Nummer und ohne Namen: dass E-Mails verschickt wurden und dass dies gelöscht ist. Auf der Website sind Sie natürlich weiterhin willkommen.
notice-approve-title = Diesen Newsletter verschicken?
notice-approve-text = Er ist fertig und geht an die Leser von { $site }, sobald Sie ihn freigeben.
notice-approve-button = Ja, verschicken
notice-approve-refuse = Nein, anhalten
notice-approved-title = Freigegeben
notice-approved-text = Der Newsletter ist auf dem Weg zu den Lesern oder geht zu seiner Stunde hinaus.
notice-refused-title = Angehalten
notice-refused-text = Dieser Newsletter wird nicht verschickt. Seine Artikel kommen mit dem nächsten.
notice-approval-over-title = Hier ist nichts mehr freizugeben
notice-approval-over-text = Dieser Newsletter wurde schon freigegeben, gestoppt oder nicht rechtzeitig freigegeben.
notice-link-expired-title = Dieser Link ist abgelaufen
notice-link-expired-text = Melden Sie sich gern noch einmal an: Dann schicken wir Ihnen einen neuen Link.
# The link in the mail to a new address is too old, or its wish was taken back.
notice-wish-lapsed-title = Dieser Link ist abgelaufen
notice-wish-lapsed-text = Es hat sich nichts geändert: Der Newsletter kommt an die bisherige Adresse. Möchten Sie noch immer eine andere? Dann fragen Sie auf der Seite mit Ihren Einstellungen noch einmal; der Link steht am Ende jedes Newsletters.
notice-link-invalid-title = Dieser Link stimmt nicht
notice-link-invalid-text = Vielleicht ist ein Stück davon verloren gegangen. Klicken Sie noch einmal auf den Link in der E-Mail, oder kopieren Sie ihn ganz.
notice-test-mail-title = Das ist eine Testmail
notice-test-mail-text = Die persönlichen Links einer Testmail bewirken nichts: Sie gehört zu keinem Abonnement.
notice-not-found-title = Diese Seite gibt es nicht
notice-not-found-text = Vielleicht ist sie umgezogen, oder in der Adresse steckt ein Tippfehler.
# The page is there in other languages only; links to them follow.
notice-not-yet-title = Noch nicht in dieser Sprache
notice-not-yet-text = Diesen Text gibt es noch nicht auf Deutsch. In einer anderen Sprache können Sie ihn schon lesen:
# No new subscribers are taken now.
notice-closed-title = Zurzeit keine neuen Anmeldungen
notice-closed-text = Der Newsletter von { $site } nimmt im Moment keine neuen Anmeldungen an. Wer schon angemeldet ist, bekommt ihn wie immer. Kommen Sie später wieder, oder folgen Sie der Website in einem Feedreader.
notice-too-many-requests-title = Bitte etwas langsamer
notice-too-many-requests-text = Das waren viele Versuche in kurzer Zeit, vielleicht auch von anderen im selben Netz. Bitte versuchen Sie es in einer Stunde noch einmal.
# The database is busy or away for a while.
notice-busy-title = Einen Moment bitte
notice-busy-text = Hier ist gerade zu viel los, und es ist noch nichts geschehen. Bitte versuchen Sie es in einer Minute noch einmal.
# What was sent is longer than any form.
notice-too-long-title = Das ist zu viel auf einmal
notice-too-long-text = Davon wurde nichts gespeichert. Gehen Sie zurück, kürzen Sie es und versuchen Sie es noch einmal.
# What was sent did not arrive in time.
notice-too-slow-title = Es hat zu lange gedauert
notice-too-slow-text = Vielleicht stockt Ihre Verbindung. Bitte versuchen Sie es noch einmal.
# A request that this page does not understand, such as a program might send.
notice-unclear-title = Das verstehen wir nicht
notice-unclear-text = Diese Seite kann mit der Anfrage nichts anfangen. Bitte beginnen Sie noch einmal auf der Website.
# A form that stood on the page of somebody else.
notice-foreign-title = Dieses Formular stand auf einer anderen Website
notice-foreign-text = Deshalb ist nichts geschehen: Eine fremde Seite darf nichts in Ihrem Namen abschicken. Wollten Sie es selbst? Dann tun Sie es hier, auf der Website von { $site }.
notice-failure-title = Etwas ist schiefgegangen
notice-failure-text = Das liegt an uns, nicht an Ihnen. Bitte versuchen Sie es später noch einmal.
