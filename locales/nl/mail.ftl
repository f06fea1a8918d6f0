### The texts of the mails. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/mail.ftl.

## In every mail

# First line of the letter.
mail-greeting = Dag,
# Last line of the letter, above the name of the publication.
mail-closing = Tot de volgende keer,
# Link or button from a mail to the post.
mail-read = Lees het artikel
# The same where all of it stands in the mail.
mail-read-there = Lees het op het web
mail-preferences = Voorkeuren wijzigen
mail-unsubscribe = Uitschrijven
# Link to the same on the web, for everybody.
mail-browser = Bekijk in je browser
# A link in a mail without pictures: what it does; its address stands on the next line.
# $label (text): what the link does, such as mail-unsubscribe
mail-link = { $label }:
# Why the reader gets this mail; in the foot of every digest.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
mail-reason = { $cadence ->
    [instant] Je krijgt deze mail omdat je je bij { $site } hebt ingeschreven op een bericht bij elk nieuw artikel.
    [daily] Je krijgt deze mail omdat je je bij { $site } hebt ingeschreven op een dagelijks overzicht.
    [weekly] Je krijgt deze mail omdat je je bij { $site } hebt ingeschreven op een wekelijks overzicht.
    [monthly] Je krijgt deze mail omdat je je bij { $site } hebt ingeschreven op een maandelijks overzicht.
   *[other] Je krijgt deze mail omdat je je bij { $site } hebt ingeschreven op de nieuwsbrief.
  }
# The same for who asked for it themselves, with the day and the language.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
# $date (text): the day, such as 3 May 2026
# $language (text): what mail-language says
mail-reason-asked = { $cadence ->
    [instant] Je krijgt deze mail omdat je op { $date } bij { $site } een bericht bij elk nieuw artikel hebt gevraagd, { $language }.
    [daily] Je krijgt deze mail omdat je op { $date } een dagelijks overzicht van { $site } hebt gevraagd, { $language }.
    [weekly] Je krijgt deze mail omdat je op { $date } een wekelijks overzicht van { $site } hebt gevraagd, { $language }.
    [monthly] Je krijgt deze mail omdat je op { $date } een maandelijks overzicht van { $site } hebt gevraagd, { $language }.
   *[other] Je krijgt deze mail omdat je op { $date } de nieuwsbrief van { $site } hebt gevraagd, { $language }.
  }
# The language of this file, for the end of that sentence.
mail-language = in het Nederlands

## The digest

# Subject line.
# $title (text): the title of the first post
# $others (number): the posts besides the first, 0 or more
digest-subject = { $others ->
    [0] { $title }
    [one] { $title } (en nog { NUMBER($others) } artikel)
   *[other] { $title } (en nog { NUMBER($others) } artikels)
  }
# Subject line of a test that goes to the author.
# $subject (text): the subject line that readers get
test-subject = Proef: { $subject }
# First line of the mail, which inboxes show after the subject. Do not repeat the subject.
# $count (number): all posts in the mail
digest-intro = { $count ->
    [one] Er is een nieuw artikel. Veel leesplezier!
   *[other] Er zijn { NUMBER($count) } nieuwe artikels. Veel leesplezier!
  }
# Heading over the posts after the first.
digest-others = Ook nieuw
# Heading over the posts of which there are only titles.
digest-more = En verder verschenen
# After those titles, where there are still more posts; a link to all of them.
# $count (number): the posts that are not in the mail
digest-unlisted = { $count ->
    [one] En nog { NUMBER($count) } artikel
   *[other] En nog { NUMBER($count) } artikels
  }

## The mail that asks to confirm a subscription

# $site (text): the name of the publication
confirmation-subject = Bevestig je inschrijving bij { $site }
confirmation-title = Nog één klik en je bent ingeschreven
# $site (text): the name of the publication
confirmation-text = Met dit adres schreef iemand zich in op de nieuwsbrief van { $site }. Was jij dat? Bevestig het dan hieronder.
# What was asked for.
# $cadence (text): instant, daily, weekly or monthly
confirmation-cadence = { $cadence ->
    [instant] Je koos: een mail bij elk nieuw artikel.
    [daily] Je koos: elke dag een mail, als er iets nieuws is.
    [weekly] Je koos: elke week een mail, als er iets nieuws is.
    [monthly] Je koos: elke maand een mail, als er iets nieuws is.
   *[other] Je krijgt een mail als er iets nieuws is.
  }
# Before the list of topics that were chosen.
confirmation-topics = Onderwerpen:
confirmation-button = Bevestig mijn inschrijving
# $days (number): how long the link works
confirmation-expiry = { $days ->
    [one] De link werkt { NUMBER($days) } dag.
   *[other] De link werkt { NUMBER($days) } dagen.
  }
confirmation-ignore = Was jij het niet? Dan hoef je niets te doen: zonder die klik krijg je niets van ons.

## The first mail after that

# $site (text): the name of the publication
welcome-subject = Welkom bij { $site }
welcome-title = Fijn dat je meeleest
# $cadence (text): instant, daily, weekly or monthly
welcome-text = { $cadence ->
    [instant] Je inschrijving is bevestigd. Vanaf nu krijg je een mail bij elk nieuw artikel.
    [daily] Je inschrijving is bevestigd. Vanaf nu krijg je elke dag een overzicht, als er iets nieuws is.
    [weekly] Je inschrijving is bevestigd. Vanaf nu krijg je elke week een overzicht, als er iets nieuws is.
    [monthly] Je inschrijving is bevestigd. Vanaf nu krijg je elke maand een overzicht, als er iets nieuws is.
   *[other] Je inschrijving is bevestigd. Vanaf nu hoor je van ons als er iets nieuws is.
  }
# Heading over the latest posts.
welcome-posts = Om mee te beginnen

## Short letters about a subscription. $site (text) is the name of the publication, in all of them

# To the new address of somebody who wants to get the newsletter there.
letter-move-subject = Je nieuwe adres voor { $site }
letter-move-title = Is dit je nieuwe adres?
letter-move-text = Iemand die de nieuwsbrief van { $site } krijgt, wil die voortaan op dit adres ontvangen. Was jij dat? Bevestig het dan hieronder.
letter-move-button = Ja, dit is mijn adres
letter-move-ignore = Was jij het niet? Dan hoef je niets te doen: zonder die klik krijg je niets van ons.
# To the old address.
letter-moving-subject = Je adres bij { $site } wordt veranderd
letter-moving-title = Naar een ander adres?
letter-moving-text = Via de link in een van je mails is gevraagd om de nieuwsbrief van { $site } voortaan naar een ander adres te sturen. Dat gebeurt zodra het daar bevestigd is.
letter-moving-button = Naar mijn voorkeuren
letter-moving-ignore = Was jij het niet? Bewaar dan je voorkeuren opnieuw: daarmee vervalt de vraag. En stuur je mails liever niet door, want de links erin zijn persoonlijk.
# To somebody who fills in the form and subscribes already.
letter-known-subject = Je bent al ingeschreven bij { $site }
letter-known-title = Je krijgt onze nieuwsbrief al
letter-known-text = Met dit adres schreef iemand zich in op de nieuwsbrief van { $site }, maar die krijg je al. Wil je iets veranderen, zoals taal, tempo of onderwerpen? Dat kan hieronder.
letter-known-button = Naar mijn voorkeuren
letter-known-ignore = Was jij het niet? Dan hoef je niets te doen: er is niets veranderd.

## Mail to the editors. $site (text) is the name of the publication, $workflow (text) that of the workflow

# To who may let an issue go.
editor-approval-subject = Goed te keuren: { $workflow } ({ $site })
editor-approval-title = Een nieuwsbrief wacht op je goedkeuring
editor-approval-text = Een nieuwsbrief van { $workflow } ligt klaar. Hij vertrekt zodra iemand van de redactie hem goedkeurt. De proefmails die meekwamen, tonen wat de lezers krijgen; daarin verandert niets meer.
# $date (text): the day, such as 3 May 2026
# $time (text): the hour, such as 18:14
editor-approval-until = Keurt niemand hem goed vóór { $date }, { $time }, dan wordt hij niet verstuurd. De artikels komen dan met de volgende mee.
editor-approval-button = Bekijken en goedkeuren
# Above a command for who works on the server.
editor-approval-command = Of op de server:
# What the readers of one language get.
# $language (text): the language, in itself
# $subject (text): the subject of their mail
# $count (number): how many they are
editor-approval-readers = { $language } ({ NUMBER($count) }): { $subject }
# To who wants to know what was done.
editor-report-subject = Klaar: { $workflow } ({ $site })
editor-report-title = Wat er gebeurd is
editor-report-text = { $workflow } heeft zijn werk gedaan.
# To the same, when a step could not be done.
editor-failure-subject = Mislukt: { $workflow } ({ $site })
editor-failure-title = Er ging iets mis
editor-failure-text = { $workflow } is niet klaar geraakt. Wat hieronder als gedaan staat, is gedaan; de rest niet.
# Lines of that report: what a step did. $count and $of (number) are two numbers that it gives.
report-imported = Nieuwe concepten om na te lezen: { NUMBER($count) }; mislukt: { NUMBER($of) }
report-not-imported = Van andere sites kon niets worden overgenomen.
report-synced = Bestanden van vertalers bijgewerkt: { NUMBER($count) }
report-translated = Teksten ingevuld: { NUMBER($count) }; nog open: { NUMBER($of) }
report-published = Artikels gepubliceerd, in elke taal geteld: { NUMBER($count) }; bestanden geschreven: { NUMBER($of) }
report-digest = Nieuwsbrieven bezorgd: { NUMBER($count) } van { NUMBER($of) }
report-digest-waits = Nieuwsbrieven die op goedkeuring wachten: { NUMBER($of) }
report-digest-later = Nieuwsbrieven die later vertrekken: { NUMBER($of) }
report-notified = Feeds aangekondigd: { NUMBER($count) }
report-not-notified = Een andere dienst kon niet op de hoogte worden gebracht.
report-pruned = Oude mails vergeten: { NUMBER($count) }; aanvragen die niemand bevestigde: { NUMBER($of) }
report-failed = Daarna is een stap mislukt.
# Heading over the articles that lack translations.
editor-missing = Nog te vertalen
editor-missing-none = Alles is vertaald.
# $title (text): the title of the article
# $language (text): the language, in itself
# $count (number): how many texts are missing, stale or by a machine
editor-missing-line = { $title } – { $language }: { NUMBER($count) }
# $count (number): how many more such lines there are
editor-missing-more = En nog meer zulke artikels: { NUMBER($count) }
editor-ignore = Je krijgt deze mail omdat je bij { $site } in de redactie zit.
