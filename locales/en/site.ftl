### The texts of the web pages. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/site.ftl.

# The name of this language in itself, as the language switcher shows it.
language-name = English

## The frame around every page

# Link for keyboards and screen readers, the first thing on a page.
skip-link = Skip to content
# Name of the navigation with topics, archive and pages, read by screen readers.
nav-site = Topics and archive
# Name of the language switcher, read by screen readers.
nav-languages = Languages
# Stands after a language in which this very page is not available; the link leads to the front page.
nav-front-page = not available in this language, to the front page
# Stands after a language in which this page has a text that is hardly translated.
# $language (text): the language of that text, named by itself
nav-untranslated = not translated yet, the text is in another language: { $language }
# Button in the head of the page that leads to the form for the newsletter. Short.
nav-subscribe = Newsletter
# Link to the page about feeds, also as a button. Short.
nav-feed = Follow by RSS
# Opens those topics that have fewer posts than the ones that are named in the head of each page. Short.
nav-more-topics = More topics
# Link to the list of all posts by year, and its heading. Short.
nav-archive = Archive
# Link from any page to the list of posts.
nav-home = All articles
# Heading over the postal address and telephone number in the foot of the page.
contact-title = Contact

## Lists of posts

# Heading over the posts on the front page, after the newest.
front-more = Earlier articles
# Link below the posts on the front page, to the list of all posts.
front-archive = More to read? It is all in the archive
# Instead of a list when there is no post yet.
list-empty = Nothing here yet. Soon there will be.
# Small line above the name of a topic on its page.
topic-kicker = Topic
# How many posts there are on a topic, or by an author, over the list of them.
# $count (number): the posts
topic-count = { $count ->
    [one] { NUMBER($count) } article
   *[other] { NUMBER($count) } articles
  }
# Link to the feed of one topic.
topic-feed = Follow this topic by RSS
# Small line above the name of somebody who writes, on their page.
author-kicker = Author
# Link to that person's own site.
author-website = Personal website
# How many posts there are in the archive.
# $count (number): the posts
archive-count = { $count ->
    [one] { NUMBER($count) } article
   *[other] { NUMBER($count) } articles, newest first
  }
# Name of the list of years, read by screen readers.
archive-years = Years
# Label of the field by which the archive is searched.
archive-search = Search by title, topic or author
# How many posts a search finds.
# $count (text): the posts, as a number
archive-search-found = Found: { $count }
# When a search finds nothing.
archive-search-none = Nothing found. Try another word.

## A post

# How long it takes to read, rounded.
# $minutes (number): whole minutes, at least 1
reading-time = { $minutes ->
    [one] { NUMBER($minutes) } minute read
   *[other] { NUMBER($minutes) } minute read
  }
# When the post was last changed in substance.
# $date (date)
post-updated = Updated on { DATETIME($date, dateStyle: "long") }
# Heading over the table of contents.
contents-title = In this article
# Heading over the list of scientific sources.
sources-title = Sources
# Link to a source that is neither at DOI nor at PubMed.
source-link = Go to the source
# A link to a source in full, read by screen readers.
# $name (text): where the link leads, as it is shown: DOI, PubMed
# $number (number): the place of the source in the list
source-at = { $name }, source { NUMBER($number) }
# Heading over the posts to read after this one.
related-title = Read next
# Name of the links to the newer and the older post, read by screen readers.
neighbours-title = Previous and next article
# Above the title of the next newer post.
post-newer = Newer
# Above the title of the next older post.
post-older = Older
# Heading over the footnotes.
footnotes-title = Footnotes
# Link from a footnote back to the text, read by screen readers.
# $number (text): the number of the footnote
footnote-back = Back to the text at footnote { $number }
# What a table is, read by screen readers before the heading that it stands under.
table-name = Table
# The same of a piece of code.
code-name = Code
# Stands above a post of which parts are not translated yet.
translation-fallback = This article has not been fully translated yet. What is missing appears in another language.
# The same of a post of which nothing is translated yet.
translation-none = This article has not been translated yet. It appears here in another language.
# Stands above a post of which parts were translated by a machine and not checked since.
translation-machine = Parts of this article were translated by machine and have not been checked yet.
# Stands above a post in which some translations are behind what they were made from.
translation-stale = Some passages still follow an earlier version of the original.
# The same, where it is known when the original was last changed.
# $date (date)
translation-stale-since = Some passages still follow an earlier version of the original, which was updated on { DATETIME($date, dateStyle: "long") }.
# Before a link to the post in the language it was written in; the link is the name of that language.
translation-original = Read the original:

## Boxes in a post, after their kind: the heading when the author gives none

callout-note = Good to know
callout-tip = Tip
callout-important = Important
callout-warning = Take note
callout-caution = Take care

## How often the newsletter comes

cadence-instant = As soon as there is a new article
cadence-daily = Every day, if there is something new
cadence-weekly = Every week
cadence-monthly = Every month

## The box under a post that invites to the newsletter

teaser-title = The next article in your inbox?
teaser-text = Free, in your language, as often as you choose. Unsubscribe at any time with one click.
teaser-button = Subscribe
# Link to the whole form, with pace and topics.
teaser-choose = Prefer to choose how often, and on what?
# The same box where there is no newsletter, with a link to the feed below.
follow-title = Want to catch the next article?
follow-text = Follow the RSS feed in your feed reader: no address, no account.

## The page about feeds: what they are, how to follow them, all of them

feeds-title = Follow us in a feed reader
feeds-what = A feed is an address where a program, a feed reader, finds what is new by itself. You read all the sites that you follow in one place: without an account, without an email address, and with nobody watching.
# Heading over the three steps.
feeds-how-title = How to begin
feeds-how-reader = Get a feed reader: an app or a website. There are many, and most of them are free.
feeds-how-add = Copy the address of a feed below, and paste it into your reader where it asks what you want to follow.
feeds-how-read = That is all. New articles arrive by themselves, whole and with their pictures.
# Heading over the list of the feeds in this language.
feeds-list-title = The feeds in English
# The feed of all posts, in that list.
feeds-all = All articles
feeds-formats = RSS, Atom and JSON say the same: take RSS when in doubt.
# Before the link to one file with all feeds.
feeds-opml = Rather everything at once?
feeds-opml-link = All feeds in one file (OPML)

## The page on which a reader subscribes

subscribe-title = Subscribe to the newsletter
subscribe-intro = Choose how often and what about. First you will get an email to confirm that the address is yours.
subscribe-email = Email address
# When the domain of the address looks like a slip of the finger. A button with the address that was meant follows.
# $meant (text): the address that was probably meant
# $typed (text): the address as it was typed
subscribe-meant = Did you mean { $meant }? If { $typed } is right after all, press the button at the bottom once more. If not, press this one:
subscribe-name = Name
# Stands after the label of a field that may stay empty.
subscribe-optional = optional
subscribe-cadence = How often?
subscribe-topics = What about?
# Under the list of topics.
subscribe-topics-hint = Leave them all unticked to get everything.
subscribe-zone = Time zone
# Under the list of time zones, where a newsletter leaves at an hour of its reader's own day.
subscribe-zone-hint = A newsletter with a fixed hour comes at that hour of your own day. Choose a place whose clocks agree with yours.
# The time zone of the publication itself, for readers who choose none.
# $city (text): a city in it
subscribe-zone-ours = Same as ours ({ $city })
# Headings in the list of time zones, with cities under each.
area-africa = Africa
area-america = Americas
area-antarctica = Antarctica
area-arctic = Arctic
area-asia = Asia
area-atlantic = Atlantic Ocean
area-australia = Australia
area-europe = Europe
area-indian = Indian Ocean
area-pacific = Pacific Ocean
area-other = Other
# Label of a field that people do not see, only programs that fill in forms.
subscribe-trap = Leave this field empty
# What the reader agrees to by sending the form. Recorded word for word.
# $site (text): the name of the publication
subscribe-consent = Yes, { $site } may email me the newsletter. My details are used for nothing else, and I can unsubscribe at any time.
subscribe-privacy = How we treat your details
subscribe-button = Subscribe
# Above the form when something in it was not right.
subscribe-failed = Not quite there yet. Please check what is marked below.
# Begins the title of the page in the tab of the browser when something in the form was not right.
subscribe-failed-title = Not quite there yet
# When the field that people do not see was filled in: by a program, or by a browser that fills in everything.
subscribe-doubt = A field that you cannot see was filled in, perhaps by your browser. Press the button at the bottom once more, and we know that somebody is there.

## The page on which a subscriber changes their subscription, by the link in every mail

preferences-title = Your preferences
# Whose subscription it is.
# $address (text): their address
preferences-of = The subscription of { $address }
preferences-saved = Saved.
preferences-language = Language
preferences-pause = Pause until
preferences-pause-hint = Until that day you will get nothing. What appears meanwhile comes afterwards in one email, unless it is old news by then. Empty means no pause.
# $date (date): the day on which mail comes again
preferences-paused = Your newsletter is paused until { DATETIME($date, dateStyle: "long") }.
preferences-button = Save
preferences-address-title = Another email address
preferences-address-hint = We will send a link to the new address and a notice to the old one.
preferences-address = New email address
preferences-address-button = Send me the link
preferences-address-asked = Check the inbox of the new address. Until you click the link there, everything stays as it was. Changed your mind? Save your preferences once more, and the request lapses.
preferences-leave = No more newsletters? One click is enough.
# Link to the page with everything that is stored about the reader.
preferences-data = What we hold about you

## The page that shows a subscriber everything that is stored about them

data-title = What we hold about you
data-intro = This is what we hold about you; the file at the bottom has it down to the last detail. We do not record what you open or click, and we pass nothing on.
data-subscription = Your subscription
data-number = Number
data-status = Status
status-pending = not confirmed yet
status-active = subscribed
status-unsubscribed = unsubscribed
data-created = Requested
data-confirmed = Confirmed
data-time-zone = Time zone
data-paused = Paused until
# Instead of a list of topics.
data-all-topics = everything
# How far they have come in the row of posts in their language.
data-cursor = Served up to number
# Posts that they have all the same, though their number does not say so. The names of the posts follow.
data-served = Served besides, whatever that number says
# Since when, and why, they are sent nothing; one of the reasons below follows.
data-suppressed = Nothing more is sent
data-suppressed-erased = you had everything erased
data-suppressed-asked = you asked for it
data-suppressed-bounced = our emails came back
data-suppressed-complained = our email was reported as spam
data-consents = What you did
consent-asked = You asked for the newsletter
consent-confirmed = You confirmed
consent-imported = Taken over from a list of the publisher
consent-changed = Your preferences changed
consent-moved = Your address changed
consent-unsubscribed = You unsubscribed
consent-suppressed = We send nothing more to this address
# Before the path of the page on which they did it.
data-consent-page = on the page
# Before a row of letters and digits that stands for the network from which they did it.
data-consent-origin = from a network, kept as a fingerprint
data-mails = Emails to you
data-mail-digest = newsletter
data-mail-other = message about your subscription
data-mail-sent = sent
data-mail-waiting = on its way
data-mail-not-sent = not sent
# Below the newest mails, when there are more.
# $count (number): the mails that are not shown
data-mails-more = { $count ->
    [one] { NUMBER($count) } older email is only in the file at the bottom.
   *[other] { NUMBER($count) } older emails are only in the file at the bottom.
  }
data-bounces = What came back
data-bounce-hard = the address does not exist
data-bounce-soft = the mailbox did not take it then
data-bounce-policy = the mail server refused it
data-bounce-complaint = it was reported as spam
data-bounce-reply = an automatic answer
data-bounce-notice = a notice of the mail server
data-wanted = New address, not confirmed yet
data-audit = What we did with it
data-audit-shown = looked at it
data-audit-suppressed = stopped your emails
data-audit-allowed = allowed emails again
data-export = All of it as a file (JSON)
data-erase-title = Erase everything
data-erase-text = Everything above will be gone. Only a fingerprint of your address stays, from which nobody can read it: so that no old list brings you back. And our books still say by a number, without name or address, that emails went out and that this was erased.
data-erase-button = Erase my data

## The newsletter on the web

# Heading over the list of all that went out, and the link to it.
issues-title = Earlier newsletters
# $site (text): the name of the publication
issues-intro = What the readers of { $site } got, without having to subscribe.
# $date (date): the day on which it went out
issue-title = Newsletter of { DATETIME($date, dateStyle: "long") }
# Below the posts of one newsletter on the web: readers choose their topics, and posts may have been corrected since.
issue-note = All articles stand here together, also those on topics that not every reader chose, and with their text as it is today.

## What can be wrong in a field of that form

field-email-missing = Enter your email address.
field-email-invalid = This is not an email address. It should look like name@example.com.
field-name-too-long = This name is too long.
field-cadence-unknown = Choose one of the options.
field-topic-unknown = This topic no longer exists. Choose another.
field-locale-unknown = Choose one of the languages.
field-zone-unknown = Choose one of the places in the list.
field-day-invalid = Choose a day between tomorrow and a year from now.

## Pages that say one thing. $site (text) is the name of the publication, in all of them

notice-check-inbox-title = Check your inbox
notice-check-inbox-text = Within a few minutes there should be an email from us, with a link to go on. We send at most one a day: if you asked earlier today, it is that one. Nothing there? Have a look in your spam folder.
notice-confirm-title = One more click
notice-confirm-text = Please confirm that you would like to get the newsletter of { $site }.
notice-confirm-button = Yes, subscribe me
notice-confirmed-title = Welcome!
notice-confirmed-text = Your subscription is confirmed. An email with the latest articles is on its way.
notice-unsubscribe-title = Unsubscribe
notice-unsubscribe-text = Would you like to stop getting the newsletter of { $site }?
notice-unsubscribe-button = Unsubscribe me
notice-unsubscribed-title = You are unsubscribed
notice-unsubscribed-text = You will get no more newsletters from { $site }. You are always welcome on the site, of course.
notice-address-title = Your new address
notice-address-text = Would you like to get the newsletter of { $site } at this address from now on?
notice-address-button = Yes, this is my address
notice-address-changed-title = Your address has changed
notice-address-changed-text = The newsletter of { $site } will come to your new address from now on.
notice-address-taken-title = This address has a subscription already
notice-address-taken-text = So nothing has changed. If you want to keep only one subscription, unsubscribe the old one.
notice-erase-title = Erase everything?
notice-erase-text = After this you will get nothing more from { $site }, and we will no longer know who you were. It cannot be undone.
notice-erase-button = Yes, erase everything
notice-erased-title = Everything is erased
notice-erased-text = Only a fingerprint of your address stays, from which nobody can read it, and what our books hold by a number and no name: that emails went out, and that this was erased. You are always welcome on the site, of course.
notice-approve-title = Send this newsletter?
notice-approve-text = It is ready, and goes to the readers of { $site } as soon as you approve it.
notice-approve-button = Yes, send it
notice-approve-refuse = No, stop it
notice-approved-title = It is approved
notice-approved-text = The newsletter is on its way to the readers, or will be when its hour has come.
notice-refused-title = Stopped
notice-refused-text = This newsletter is not sent. Its articles come with the next one.
notice-approval-over-title = Nothing to approve any more
notice-approval-over-text = This newsletter was approved already, stopped, or not approved in time.
notice-link-expired-title = This link has expired
notice-link-expired-text = Feel free to subscribe again: we will send you a new link.
# The link in the mail to a new address is too old, or its wish was taken back.
notice-wish-lapsed-title = This link has expired
notice-wish-lapsed-text = Nothing has changed: the newsletter comes to the address it came to before. Still want another? Ask again on the page with your preferences; the link is at the bottom of every newsletter.
notice-link-invalid-title = This link is not right
notice-link-invalid-text = Part of it may have been lost. Click the link in the email again, or copy all of it.
notice-test-mail-title = This is a test mail
notice-test-mail-text = The personal links of a test mail do nothing: it belongs to no subscription.
notice-not-found-title = There is no such page
notice-not-found-text = It may have moved, or there is a typing error in the address.
# The page is there in other languages only; links to them follow.
notice-not-yet-title = Not yet in this language
notice-not-yet-text = This text is not there in English yet. You can already read it in another language:
# No new subscribers are taken now.
notice-closed-title = No new subscriptions for now
notice-closed-text = The newsletter of { $site } takes no new readers at the moment. Whoever is subscribed gets it as always. Come back later, or follow the site in a feed reader.
notice-too-many-requests-title = Not so fast, please
notice-too-many-requests-text = That was a lot of attempts in a short time, perhaps by others on the same network too. Please try again in an hour.
# The database is busy or away for a while.
notice-busy-title = One moment, please
notice-busy-text = It is too busy here just now, and nothing has happened yet. Please try again in a minute.
# What was sent is longer than any form.
notice-too-long-title = That is too much at once
notice-too-long-text = Nothing of it was kept. Go back, make it shorter and try again.
# What was sent did not arrive in time.
notice-too-slow-title = It took too long
notice-too-slow-text = Perhaps your connection falters. Please try again.
# A request that this page does not understand, such as a program might send.
notice-unclear-title = We do not understand that
notice-unclear-text = This page can do nothing with what was asked. Please start again on the site.
# A form that stood on the page of somebody else.
notice-foreign-title = This form was on another site
notice-foreign-text = So nothing has happened: no stranger’s page may send anything in your name. Did you want it yourself? Then do it here, on the site of { $site }.
notice-failure-title = Something went wrong
notice-failure-text = It is our fault, not yours. Please try again later.
