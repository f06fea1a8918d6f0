### The texts of the mails. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/mail.ftl.

## In every mail

# First line of the letter.
mail-greeting = Dag,
# Last line of the letter, above the name of the publication.
mail-closing = Tot de volgende keer,
# Link or button from a mail to the post.
mail-read = Lees het artikel
mail-preferences = Voorkeuren wijzigen
mail-unsubscribe = Uitschrijven
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
