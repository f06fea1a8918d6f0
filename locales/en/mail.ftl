### The texts of the mails. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/mail.ftl.

## In every mail

# First line of the letter.
mail-greeting = Hello,
# Last line of the letter, above the name of the publication.
mail-closing = Until next time,
# Link or button from a mail to the post.
mail-read = Read the article
# The same where all of it stands in the mail.
mail-read-there = Read it on the web
mail-preferences = Change preferences
mail-unsubscribe = Unsubscribe
# Link to the same on the web, for everybody.
mail-browser = View in browser
# A link in a mail without pictures: what it does; its address stands on the next line.
# $label (text): what the link does, such as mail-unsubscribe
mail-link = { $label }:
# Why the reader gets this mail; in the foot of every digest.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
mail-reason = { $cadence ->
    [instant] You get this email because you asked { $site } to tell you about every new article.
    [daily] You get this email because you subscribed to a daily digest of { $site }.
    [weekly] You get this email because you subscribed to a weekly digest of { $site }.
    [monthly] You get this email because you subscribed to a monthly digest of { $site }.
   *[other] You get this email because you subscribed to the newsletter of { $site }.
  }
# The same for who asked for it themselves, with the day and the language.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
# $date (text): the day, such as 3 May 2026
# $language (text): what mail-language says
mail-reason-asked = { $cadence ->
    [instant] You get this email because on { $date } you asked { $site } to tell you about every new article, { $language }.
    [daily] You get this email because on { $date } you asked for a daily digest of { $site } { $language }.
    [weekly] You get this email because on { $date } you asked for a weekly digest of { $site } { $language }.
    [monthly] You get this email because on { $date } you asked for a monthly digest of { $site } { $language }.
   *[other] You get this email because on { $date } you asked for the newsletter of { $site } { $language }.
  }
# The language of this file, for the end of that sentence.
mail-language = in English

## The digest

# Subject line.
# $title (text): the title of the first post
# $others (number): the posts besides the first, 0 or more
digest-subject = { $others ->
    [0] { $title }
    [one] { $title } (and { NUMBER($others) } more article)
   *[other] { $title } (and { NUMBER($others) } more articles)
  }
# Subject line of a test that goes to the author.
# $subject (text): the subject line that readers get
test-subject = Test: { $subject }
# First line of the mail, which inboxes show after the subject. Do not repeat the subject.
# $count (number): all posts in the mail
digest-intro = { $count ->
    [one] There is a new article. Enjoy!
   *[other] There are { NUMBER($count) } new articles. Enjoy!
  }
# Heading over the posts after the first.
digest-others = Also new
# Heading over the posts of which there are only titles.
digest-more = And there is more
# After those titles, where there are still more posts; a link to all of them.
# $count (number): the posts that are not in the mail
digest-unlisted = { $count ->
    [one] And { NUMBER($count) } more article
   *[other] And { NUMBER($count) } more articles
  }

## The mail that asks to confirm a subscription

# $site (text): the name of the publication
confirmation-subject = Confirm your subscription to { $site }
confirmation-title = One more click and you are subscribed
# $site (text): the name of the publication
confirmation-text = Someone used this address to subscribe to the newsletter of { $site }. Was it you? Then please confirm it below.
# What was asked for.
# $cadence (text): instant, daily, weekly or monthly
confirmation-cadence = { $cadence ->
    [instant] You chose: an email for every new article.
    [daily] You chose: an email every day, if there is something new.
    [weekly] You chose: an email every week, if there is something new.
    [monthly] You chose: an email every month, if there is something new.
   *[other] You will get an email when there is something new.
  }
# Before the list of topics that were chosen.
confirmation-topics = Topics:
confirmation-button = Confirm my subscription
# $days (number): how long the link works
confirmation-expiry = { $days ->
    [one] The link works for { NUMBER($days) } day.
   *[other] The link works for { NUMBER($days) } days.
  }
confirmation-ignore = It was not you? Then there is nothing to do: without that click you will get nothing from us.

## The first mail after that

# $site (text): the name of the publication
welcome-subject = Welcome to { $site }
welcome-title = Good to have you with us
# $cadence (text): instant, daily, weekly or monthly
welcome-text = { $cadence ->
    [instant] Your subscription is confirmed. From now on you will get an email for every new article.
    [daily] Your subscription is confirmed. From now on you will get a digest every day, if there is something new.
    [weekly] Your subscription is confirmed. From now on you will get a digest every week, if there is something new.
    [monthly] Your subscription is confirmed. From now on you will get a digest every month, if there is something new.
   *[other] Your subscription is confirmed. From now on you will hear from us when there is something new.
  }
# Heading over the latest posts.
welcome-posts = To begin with

## Short letters about a subscription. $site (text) is the name of the publication, in all of them

# To the new address of somebody who wants to get the newsletter there.
letter-move-subject = Your new address for { $site }
letter-move-title = Is this your new address?
letter-move-text = Somebody who gets the newsletter of { $site } would like it to come to this address from now on. Was that you? Then please confirm it below.
letter-move-button = Yes, this is my address
letter-move-ignore = Not you? Then there is nothing to do: without that click you will get nothing from us.
# To the old address.
letter-moving-subject = Your address at { $site } is about to change
letter-moving-title = To another address?
letter-moving-text = By the link in one of your emails we were asked to send the newsletter of { $site } to another address from now on. That happens as soon as it is confirmed there.
letter-moving-button = Go to my preferences
letter-moving-ignore = Not you? Then save your preferences once more, and the request lapses. And better not forward our emails: the links in them are personal.
# To somebody who fills in the form and subscribes already.
letter-known-subject = You subscribe to { $site } already
letter-known-title = You get our newsletter already
letter-known-text = Somebody used this address to subscribe to the newsletter of { $site }, but you get it already. Would you like to change something, such as language, pace or topics? You can do so below.
letter-known-button = Go to my preferences
letter-known-ignore = Not you? Then there is nothing to do: nothing has changed.

## Mail to the editors. $site (text) is the name of the publication, $workflow (text) that of the workflow

# To who may let an issue go.
editor-approval-subject = To approve: { $workflow } ({ $site })
editor-approval-title = A newsletter waits for your word
editor-approval-text = A newsletter of { $workflow } is ready. It leaves when one of the editors approves it. The test emails that come along show what readers will get; nothing in them changes any more.
# $date (text): the day, such as 3 May 2026
# $time (text): the hour, such as 18:14
editor-approval-until = If nobody approves it before { $date }, { $time }, it is not sent. Its articles then come with the next one.
editor-approval-button = Look and approve
# Above a command for who works on the server.
editor-approval-command = Or on the server:
# What the readers of one language get.
# $language (text): the language, in itself
# $subject (text): the subject of their mail
# $count (number): how many they are
editor-approval-readers = { $language } ({ NUMBER($count) }): { $subject }
# To who wants to know what was done.
editor-report-subject = Done: { $workflow } ({ $site })
editor-report-title = What was done
editor-report-text = { $workflow } has done its work.
# To the same, when a step could not be done.
editor-failure-subject = Failed: { $workflow } ({ $site })
editor-failure-title = Something went wrong
editor-failure-text = { $workflow } did not finish. What is listed below was done; the rest was not.
# Lines of that report: what a step did. $count and $of (number) are two numbers that it gives.
report-imported = New drafts to read through: { NUMBER($count) }; failed: { NUMBER($of) }
report-not-imported = Nothing could be taken over from other sites.
report-synced = Translators’ files brought up to date: { NUMBER($count) }
report-translated = Texts filled in: { NUMBER($count) }; still open: { NUMBER($of) }
report-published = Articles published, counted in each language: { NUMBER($count) }; files written: { NUMBER($of) }
report-digest = Newsletters delivered: { NUMBER($count) } of { NUMBER($of) }
report-digest-waits = Newsletters that wait for approval: { NUMBER($of) }
report-digest-later = Newsletters that leave later: { NUMBER($of) }
report-notified = Feeds announced: { NUMBER($count) }
report-not-notified = Another service could not be told of the news.
report-pruned = Old emails forgotten: { NUMBER($count) }; requests that nobody confirmed: { NUMBER($of) }
report-failed = Then a step failed.
# Heading over the articles that lack translations.
editor-missing = Still to be translated
editor-missing-none = Everything is translated.
# $title (text): the title of the article
# $language (text): the language, in itself
# $count (number): how many texts are missing, stale or by a machine
editor-missing-line = { $title } – { $language }: { NUMBER($count) }
# $count (number): how many more such lines there are
editor-missing-more = And more such articles: { NUMBER($count) }
editor-ignore = You get this email because { $site } names you as one of its editors.
