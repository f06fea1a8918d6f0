### The texts of the web pages. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/site.ftl.

# The name of this language in itself, as the language switcher shows it.
language-name = Nederlands

## The frame around every page

# Link for keyboards and screen readers, the first thing on a page.
skip-link = Naar de inhoud
# Name of the navigation with topics, archive and pages, read by screen readers.
nav-site = Onderwerpen en archief
# Name of the language switcher, read by screen readers.
nav-languages = Talen
# Stands after a language in which this very page is not available; the link leads to the front page.
nav-front-page = niet beschikbaar in deze taal, naar de voorpagina
# Stands after a language in which this page has a text that is hardly translated.
# $language (text): the language of that text, named by itself
nav-untranslated = nog niet vertaald, de tekst is in een andere taal: { $language }
# Button in the head of the page that leads to the form for the newsletter. Short.
nav-subscribe = Nieuwsbrief
# Link to the page about feeds, also as a button. Short.
nav-feed = Volgen via RSS
# Opens those topics that have fewer posts than the ones that are named in the head of each page. Short.
nav-more-topics = Meer onderwerpen
# Link to the list of all posts by year, and its heading. Short.
nav-archive = Archief
# Link from any page to the list of posts.
nav-home = Alle artikels
# Heading over the postal address and telephone number in the foot of the page.
contact-title = Contact

## Lists of posts

# Heading over the posts on the front page, after the newest.
front-more = Eerder verschenen
# Link below the posts on the front page, to the list of all posts.
front-archive = Meer lezen? Alles staat in het archief
# Instead of a list when there is no post yet.
list-empty = Hier staat nog niets. Binnenkort wel.
# Small line above the name of a topic on its page.
topic-kicker = Onderwerp
# How many posts there are on a topic, or by an author, over the list of them.
# $count (number): the posts
topic-count = { $count ->
    [one] { NUMBER($count) } artikel
   *[other] { NUMBER($count) } artikels
  }
# Link to the feed of one topic.
topic-feed = Volg dit onderwerp via RSS
# Small line above the name of somebody who writes, on their page.
author-kicker = Auteur
# Link to that person's own site.
author-website = Eigen website
# How many posts there are in the archive.
# $count (number): the posts
archive-count = { $count ->
    [one] { NUMBER($count) } artikel
   *[other] { NUMBER($count) } artikels, van nieuw naar oud
  }
# Name of the list of years, read by screen readers.
archive-years = Jaren
# Label of the field by which the archive is searched.
archive-search = Zoek op titel, onderwerp of auteur
# How many posts a search finds.
# $count (text): the posts, as a number
archive-search-found = Gevonden: { $count }
# When a search finds nothing.
archive-search-none = Niets gevonden. Probeer een ander woord.

## A post

# How long it takes to read, rounded.
# $minutes (number): whole minutes, at least 1
reading-time = { $minutes ->
    [one] { NUMBER($minutes) } minuut lezen
   *[other] { NUMBER($minutes) } minuten lezen
  }
# When the post was last changed in substance.
# $date (date)
post-updated = Bijgewerkt op { DATETIME($date, dateStyle: "long") }
# Heading over the table of contents.
contents-title = In dit artikel
# Heading over the list of scientific sources.
sources-title = Bronnen
# Link to a source that is neither at DOI nor at PubMed.
source-link = Naar de bron
# A link to a source in full, read by screen readers.
# $name (text): where the link leads, as it is shown: DOI, PubMed
# $number (number): the place of the source in the list
source-at = { $name }, bron { NUMBER($number) }
# Heading over the posts to read after this one.
related-title = Lees ook
# Name of the links to the newer and the older post, read by screen readers.
neighbours-title = Vorig en volgend artikel
# Above the title of the next newer post.
post-newer = Nieuwer
# Above the title of the next older post.
post-older = Ouder
# Heading over the footnotes.
footnotes-title = Voetnoten
# Link from a footnote back to the text, read by screen readers.
# $number (text): the number of the footnote
footnote-back = Terug naar de tekst bij voetnoot { $number }
# What a table is, read by screen readers before the heading that it stands under.
table-name = Tabel
# The same of a piece of code.
code-name = Code
# Stands above a post of which parts are not translated yet.
translation-fallback = Dit artikel is nog niet helemaal vertaald. Wat ontbreekt, staat in een andere taal.
# The same of a post of which nothing is translated yet.
translation-none = Dit artikel is nog niet vertaald. Het staat hier in een andere taal.
# Stands above a post of which parts were translated by a machine and not checked since.
translation-machine = Delen van dit artikel zijn automatisch vertaald en nog niet nagelezen.
# Stands above a post in which some translations are behind what they were made from.
translation-stale = Sommige passages volgen nog een eerdere versie van het origineel.
# The same, where it is known when the original was last changed.
# $date (date)
translation-stale-since = Sommige passages volgen nog een eerdere versie van het origineel, dat op { DATETIME($date, dateStyle: "long") } is bijgewerkt.
# Before a link to the post in the language it was written in; the link is the name of that language.
translation-original = Lees het origineel:

## Boxes in a post, after their kind: the heading when the author gives none

callout-note = Goed om te weten
callout-tip = Tip
callout-important = Belangrijk
callout-warning = Let op
callout-caution = Opgelet

## How often the newsletter comes

cadence-instant = Meteen bij elk nieuw artikel
cadence-daily = Elke dag, als er iets nieuws is
cadence-weekly = Elke week
cadence-monthly = Elke maand

## The box under a post that invites to the newsletter

teaser-title = Het volgende artikel in je mailbox?
teaser-text = Gratis, in jouw taal, zo vaak als je zelf kiest. Uitschrijven kan altijd met één klik.
teaser-button = Schrijf je in
# Link to the whole form, with pace and topics.
teaser-choose = Liever zelf kiezen hoe vaak en waarover?
# The same box where there is no newsletter, with a link to the feed below.
follow-title = Het volgende artikel niet missen?
follow-text = Volg de RSS-feed in je feedlezer: zonder adres en zonder account.

## The page about feeds: what they are, how to follow them, all of them

feeds-title = Volg ons in een feedlezer
feeds-what = Een feed is een adres waar een programma, een feedlezer, vanzelf ziet wat er nieuw is. Je leest er alle sites die je volgt op één plek: zonder account, zonder mailadres, en niemand kijkt mee.
# Heading over the three steps.
feeds-how-title = Zo begin je
feeds-how-reader = Neem een feedlezer: een app of een website. Er zijn er veel, en de meeste zijn gratis.
feeds-how-add = Kopieer het adres van een feed hieronder, en plak het in je feedlezer waar die vraagt wat je wilt volgen.
feeds-how-read = Klaar. Nieuwe artikels komen vanzelf, volledig en met hun foto’s.
# Heading over the list of the feeds in this language.
feeds-list-title = De feeds in het Nederlands
# The feed of all posts, in that list.
feeds-all = Alle artikels
feeds-formats = RSS, Atom en JSON zeggen hetzelfde: neem RSS als je twijfelt.
# Before the link to one file with all feeds.
feeds-opml = Liever alles in één keer?
feeds-opml-link = Alle feeds in één bestand (OPML)

## The page on which a reader subscribes

subscribe-title = Schrijf je in op de nieuwsbrief
subscribe-intro = Kies hoe vaak en waarover. Je krijgt eerst een mail om te bevestigen dat het adres van jou is.
subscribe-email = E-mailadres
# When the domain of the address looks like a slip of the finger. A button with the address that was meant follows.
# $meant (text): the address that was probably meant
# $typed (text): the address as it was typed
subscribe-meant = Bedoelde je { $meant }? Is { $typed } toch juist, druk dan nog eens op de knop onderaan. Anders hierop:
subscribe-name = Naam
# Stands after the label of a field that may stay empty.
subscribe-optional = mag leeg blijven
subscribe-cadence = Hoe vaak?
subscribe-topics = Waarover?
# Under the list of topics.
subscribe-topics-hint = Niets aangevinkt? Dan krijg je alles.
subscribe-zone = Tijdzone
# Under the list of time zones, where a newsletter leaves at an hour of its reader's own day.
subscribe-zone-hint = Een nieuwsbrief met een vast uur komt op dat uur van jouw dag. Kies een plaats waar de klok gelijkloopt met die van jou.
# The time zone of the publication itself, for readers who choose none.
# $city (text): a city in it
subscribe-zone-ours = Zoals bij ons ({ $city })
# Headings in the list of time zones, with cities under each.
area-africa = Afrika
area-america = Amerika
area-antarctica = Antarctica
area-arctic = Noordpoolgebied
area-asia = Azië
area-atlantic = Atlantische Oceaan
area-australia = Australië
area-europe = Europa
area-indian = Indische Oceaan
area-pacific = Stille Oceaan
area-other = Andere
# Label of a field that people do not see, only programs that fill in forms.
subscribe-trap = Laat dit veld leeg
# What the reader agrees to by sending the form. Recorded word for word.
# $site (text): the name of the publication
subscribe-consent = Ja, { $site } mag mij de nieuwsbrief mailen. Mijn gegevens dienen alleen daarvoor, en ik kan me op elk moment uitschrijven.
subscribe-privacy = Zo gaan we met je gegevens om
subscribe-button = Inschrijven
# Above the form when something in it was not right.
subscribe-failed = Nog niet gelukt. Kijk even na wat hieronder aangeduid is.
# Begins the title of the page in the tab of the browser when something in the form was not right.
subscribe-failed-title = Nog niet gelukt
# When the field that people do not see was filled in: by a program, or by a browser that fills in everything.
subscribe-doubt = Een veld dat je niet ziet, was ingevuld; misschien deed je browser dat. Druk nog eens op de knop onderaan, dan weten we dat er iemand zit.

## The page on which a subscriber changes their subscription, by the link in every mail

preferences-title = Je voorkeuren
# Whose subscription it is.
# $address (text): their address
preferences-of = De inschrijving van { $address }
preferences-saved = Bewaard.
preferences-language = Taal
preferences-pause = Pauze tot
preferences-pause-hint = Tot die dag krijg je niets. Wat intussen verschijnt, krijg je daarna in één mail, als het dan nog geen oud nieuws is. Leeg betekent: geen pauze.
# $date (date): the day on which mail comes again
preferences-paused = Je nieuwsbrief staat stil tot { DATETIME($date, dateStyle: "long") }.
preferences-button = Bewaren
preferences-address-title = Een ander e-mailadres
preferences-address-hint = We sturen een link naar het nieuwe adres en een bericht naar het oude.
preferences-address = Nieuw e-mailadres
preferences-address-button = Stuur me de link
preferences-address-asked = Kijk in de mailbox van het nieuwe adres. Zolang je daar niet op de link klikt, blijft alles zoals het was. Toch niet? Bewaar dan je voorkeuren opnieuw: daarmee vervalt de vraag.
preferences-leave = Geen nieuwsbrief meer? Eén klik is genoeg.
# Link to the page with everything that is stored about the reader.
preferences-data = Wat we over je bewaren

## The page that shows a subscriber everything that is stored about them

data-title = Wat we over je bewaren
data-intro = Dit bewaren we over je; het bestand onderaan heeft het tot in elk detail. Opens en kliks houden we niet bij, en doorgeven doen we niets.
data-subscription = Je inschrijving
data-number = Nummer
data-status = Stand
status-pending = nog niet bevestigd
status-active = ingeschreven
status-unsubscribed = uitgeschreven
data-created = Aangevraagd
data-confirmed = Bevestigd
data-time-zone = Tijdzone
data-paused = Pauze tot
# Instead of a list of topics.
data-all-topics = alles
# How far they have come in the row of posts in their language.
data-cursor = Bezorgd tot en met nummer
# Posts that they have all the same, though their number does not say so. The names of the posts follow.
data-served = Los van dat nummer ook bezorgd
# Since when, and why, they are sent nothing; one of the reasons below follows.
data-suppressed = Niets meer versturen
data-suppressed-erased = je liet alles wissen
data-suppressed-asked = je vroeg erom
data-suppressed-bounced = onze mails kwamen terug
data-suppressed-complained = onze mail werd als spam gemeld
data-consents = Wat je deed
consent-asked = Je vroeg om de nieuwsbrief
consent-confirmed = Je bevestigde
consent-imported = Overgenomen uit een lijst van de redactie
consent-changed = Je voorkeuren veranderden
consent-moved = Je adres veranderde
consent-unsubscribed = Je schreef je uit
consent-suppressed = We sturen niets meer naar dit adres
# Before the path of the page on which they did it.
data-consent-page = op de pagina
# Before a row of letters and digits that stands for the network from which they did it.
data-consent-origin = vanaf een netwerk, bewaard als vingerafdruk
data-mails = Mails aan jou
data-mail-digest = nieuwsbrief
data-mail-other = bericht over je inschrijving
data-mail-sent = verstuurd
data-mail-waiting = onderweg
data-mail-not-sent = niet verstuurd
# Below the newest mails, when there are more.
# $count (number): the mails that are not shown
data-mails-more = { $count ->
    [one] { NUMBER($count) } oudere mail staat alleen in het bestand onderaan.
   *[other] { NUMBER($count) } oudere mails staan alleen in het bestand onderaan.
  }
data-bounces = Wat terugkwam
data-bounce-hard = het adres bestaat niet
data-bounce-soft = de mailbox nam het toen niet aan
data-bounce-policy = de mailserver weigerde het
data-bounce-complaint = het werd als spam gemeld
data-bounce-reply = een automatisch antwoord
data-bounce-notice = een bericht van de mailserver
data-wanted = Nieuw adres, nog niet bevestigd
data-audit = Wat wij ermee deden
data-audit-shown = bekeken
data-audit-suppressed = je mails stopgezet
data-audit-allowed = mails weer toegelaten
data-export = Alles als bestand (JSON)
data-erase-title = Alles wissen
data-erase-text = Dan verdwijnt alles wat hierboven staat. Er blijft alleen een vingerafdruk van je adres, waaruit niemand het kan aflezen: zo brengt geen oude lijst je terug. En in onze boeken staat nog onder een nummer, zonder naam of adres, dat er mails vertrokken en dat dit gewist is.
data-erase-button = Wis mijn gegevens

## The newsletter on the web

# Heading over the list of all that went out, and the link to it.
issues-title = Eerdere nieuwsbrieven
# $site (text): the name of the publication
issues-intro = Wat de lezers van { $site } kregen, zonder dat je je hoeft in te schrijven.
# $date (date): the day on which it went out
issue-title = Nieuwsbrief van { DATETIME($date, dateStyle: "long") }
# Below the posts of one newsletter on the web: readers choose their topics, and posts may have been corrected since.
issue-note = Hier staan alle artikels samen, ook die over onderwerpen die niet elke lezer koos, en met hun tekst van nu.

## What can be wrong in a field of that form

field-email-missing = Vul je e-mailadres in.
field-email-invalid = Dit is geen e-mailadres. Het hoort eruit te zien als naam@voorbeeld.be.
field-name-too-long = Deze naam is te lang.
field-cadence-unknown = Kies een van de mogelijkheden.
field-topic-unknown = Dit onderwerp bestaat niet meer. Kies een ander.
field-locale-unknown = Kies een van de talen.
field-zone-unknown = Kies een van de plaatsen in de lijst.
field-day-invalid = Kies een dag van morgen tot over een jaar.

## Pages that say one thing. $site (text) is the name of the publication, in all of them

notice-check-inbox-title = Kijk in je mailbox
notice-check-inbox-text = Binnen enkele minuten hoort daar een mail van ons te liggen, met een link om verder te gaan. We sturen er hoogstens één per dag: vroeg je het vandaag al eens, dan is het die van toen. Niets te zien? Kijk dan even bij de ongewenste mail.
notice-confirm-title = Nog één klik
notice-confirm-text = Bevestig dat je de nieuwsbrief van { $site } wilt krijgen.
notice-confirm-button = Ja, ik schrijf me in
notice-confirmed-title = Welkom!
notice-confirmed-text = Je inschrijving is bevestigd. Je krijgt zo meteen een mail met de nieuwste artikels.
notice-unsubscribe-title = Uitschrijven
notice-unsubscribe-text = Wil je de nieuwsbrief van { $site } niet meer krijgen?
notice-unsubscribe-button = Schrijf me uit
notice-unsubscribed-title = Je bent uitgeschreven
notice-unsubscribed-text = Je krijgt geen nieuwsbrief meer van { $site }. Je blijft natuurlijk welkom op de site.
notice-address-title = Je nieuwe adres
notice-address-text = Wil je de nieuwsbrief van { $site } voortaan op dit adres krijgen?
notice-address-button = Ja, dit is mijn adres
notice-address-changed-title = Je adres is veranderd
notice-address-changed-text = De nieuwsbrief van { $site } komt voortaan op je nieuwe adres.
notice-address-taken-title = Dit adres heeft al een inschrijving
notice-address-taken-text = Er is dus niets veranderd. Wil je maar één inschrijving houden? Schrijf dan de oude uit.
notice-erase-title = Alles wissen?
notice-erase-text = Daarna krijg je niets meer van { $site }, en weten we niet meer wie je was. Dit kan niet ongedaan worden gemaakt.
notice-erase-button = Ja, wis alles
notice-erased-title = Alles is gewist
notice-erased-text = Er blijft alleen een vingerafdruk van je adres, waaruit niemand het kan aflezen, en wat met een nummer maar zonder naam in onze boeken staat: dat er mails vertrokken, en dat dit gewist is. Je blijft natuurlijk welkom op de site.
notice-approve-title = Deze nieuwsbrief versturen?
notice-approve-text = Hij ligt klaar en gaat naar de lezers van { $site } zodra je hem goedkeurt.
notice-approve-button = Ja, verstuur hem
notice-approve-refuse = Nee, hou hem tegen
notice-approved-title = Goedgekeurd
notice-approved-text = De nieuwsbrief is onderweg naar de lezers, of vertrekt zodra het zijn uur is.
notice-refused-title = Tegengehouden
notice-refused-text = Deze nieuwsbrief wordt niet verstuurd. Zijn artikels komen mee met de volgende.
notice-approval-over-title = Er valt niets meer goed te keuren
notice-approval-over-text = Deze nieuwsbrief is al goedgekeurd, tegengehouden, of niet op tijd goedgekeurd.
notice-link-expired-title = Deze link is verlopen
notice-link-expired-text = Schrijf je gerust opnieuw in: dan sturen we je een nieuwe link.
# The link in the mail to a new address is too old, or its wish was taken back.
notice-wish-lapsed-title = Deze link is verlopen
notice-wish-lapsed-text = Er is niets veranderd: de nieuwsbrief komt op het adres van tevoren. Wil je nog altijd een ander? Vraag het dan opnieuw op de pagina met je voorkeuren; de link staat onderaan elke nieuwsbrief.
notice-link-invalid-title = Deze link klopt niet
notice-link-invalid-text = Misschien is er een stukje van de link weggevallen. Klik nog eens op de link in de mail, of kopieer hem helemaal.
notice-test-mail-title = Dit is een proefmail
notice-test-mail-text = De persoonlijke links van een proefmail doen niets: er hoort geen inschrijving bij.
notice-not-found-title = Deze pagina is er niet
notice-not-found-text = Misschien is ze verhuisd, of zit er een tikfout in het adres.
# The page is there in other languages only; links to them follow.
notice-not-yet-title = Nog niet in deze taal
notice-not-yet-text = Deze tekst is er nog niet in het Nederlands. Lezen kan al in een andere taal:
# No new subscribers are taken now.
notice-closed-title = Even geen nieuwe inschrijvingen
notice-closed-text = De nieuwsbrief van { $site } neemt nu geen nieuwe lezers aan. Wie ingeschreven is, krijgt hem zoals altijd. Kom later nog eens terug, of volg de site in een feedlezer.
notice-too-many-requests-title = Eventjes rustig aan
notice-too-many-requests-text = Dat waren veel pogingen in korte tijd, misschien ook van anderen op hetzelfde netwerk. Probeer het over een uur opnieuw.
# The database is busy or away for a while.
notice-busy-title = Heel even geduld
notice-busy-text = Het is hier net te druk, en er is nog niets gebeurd. Probeer het over een minuutje opnieuw.
# What was sent is longer than any form.
notice-too-long-title = Dat is te veel ineens
notice-too-long-text = Er is niets van bewaard. Ga terug, maak het korter en probeer het opnieuw.
# What was sent did not arrive in time.
notice-too-slow-title = Het duurde te lang
notice-too-slow-text = Misschien hapert je verbinding. Probeer het nog eens.
# A request that this page does not understand, such as a program might send.
notice-unclear-title = Dat begrijpen we niet
notice-unclear-text = Deze pagina kan niets met wat er gevraagd werd. Begin nog eens op de site.
# A form that stood on the page of somebody else.
notice-foreign-title = Dit formulier stond op een andere site
notice-foreign-text = Daarom is er niets gebeurd: een vreemde pagina mag niets in jouw naam versturen. Wilde je het zelf? Doe het dan hier, op de site van { $site }.
notice-failure-title = Er ging iets mis
notice-failure-text = Dat ligt aan ons, niet aan jou. Probeer het straks nog eens.
