### The texts of the web pages. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/site.ftl.

# The name of this language in itself, as the language switcher shows it.
language-name = العربية

## The frame around every page

# Link for keyboards and screen readers, the first thing on a page.
skip-link = الانتقال إلى المحتوى
# Name of the navigation with topics, archive and pages, read by screen readers.
nav-site = المواضيع والأرشيف
# Name of the language switcher, read by screen readers.
nav-languages = اللغات
# Stands after a language in which this very page is not available; the link leads to the front page.
nav-front-page = غير متاح بهذه اللغة، إلى الصفحة الرئيسية
# Stands after a language in which this page has a text that is hardly translated.
# $language (text): the language of that text, named by itself
nav-untranslated = لم يُترجم بعد، النص بلغة أخرى: { $language }
# Button in the head of the page that leads to the form for the newsletter. Short.
nav-subscribe = النشرة
# Link to the page about feeds, also as a button. Short.
nav-feed = المتابعة عبر RSS
# Opens those topics that have fewer posts than the ones that are named in the head of each page. Short.
nav-more-topics = موضوعات أخرى
# Link to the list of all posts by year, and its heading. Short.
nav-archive = الأرشيف
# Link from any page to the list of posts.
nav-home = جميع المقالات
# Heading over the postal address and telephone number in the foot of the page.
contact-title = للتواصل

## Lists of posts

# Heading over the posts on the front page, after the newest.
front-more = مقالات سابقة
# Link below the posts on the front page, to the list of all posts.
front-archive = تريد المزيد؟ كل شيء في الأرشيف
# Instead of a list when there is no post yet.
list-empty = لا يوجد شيء هنا بعد. ترقبوا الجديد قريبًا.
# Small line above the name of a topic on its page.
topic-kicker = موضوع
# How many posts there are on a topic, or by an author, over the list of them.
# $count (number): the posts
topic-count = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { NUMBER($count) } مقالات
    [many] { NUMBER($count) } مقالًا
   *[other] { NUMBER($count) } مقال
  }
# Link to the feed of one topic.
topic-feed = متابعة هذا الموضوع عبر RSS
# Small line above the name of somebody who writes, on their page.
author-kicker = بقلم
# Link to that person's own site.
author-website = الموقع الشخصي
# How many posts there are in the archive.
# $count (number): the posts
archive-count = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { NUMBER($count) } مقالات، من الأحدث إلى الأقدم
    [many] { NUMBER($count) } مقالًا، من الأحدث إلى الأقدم
   *[other] { NUMBER($count) } مقال، من الأحدث إلى الأقدم
  }
# Name of the list of years, read by screen readers.
archive-years = السنوات
# Label of the field by which the archive is searched.
archive-search = ابحث بالعنوان أو الموضوع أو الكاتب
# How many posts a search finds.
# $count (text): the posts, as a number
archive-search-found = النتائج: { $count }
# When a search finds nothing.
archive-search-none = لا نتائج. جرّب كلمة أخرى.

## A post

# How long it takes to read, rounded.
# $minutes (number): whole minutes, at least 1
reading-time = { $minutes ->
    [zero] قراءة في أقل من دقيقة
    [one] قراءة في دقيقة واحدة
    [two] قراءة في دقيقتين
    [few] قراءة في { NUMBER($minutes) } دقائق
    [many] قراءة في { NUMBER($minutes) } دقيقةً
   *[other] قراءة في { NUMBER($minutes) } دقيقة
  }
# When the post was last changed in substance.
# $date (date)
post-updated = آخر تحديث في { DATETIME($date, dateStyle: "long") }
# Heading over the table of contents.
contents-title = في هذا المقال
# Heading over the list of scientific sources.
sources-title = المصادر
# Link to a source that is neither at DOI nor at PubMed.
source-link = الاطلاع على المصدر
# A link to a source in full, read by screen readers.
# $name (text): where the link leads, as it is shown: DOI, PubMed
# $number (number): the place of the source in the list
source-at = { $name }، المصدر { NUMBER($number) }
# Heading over the posts to read after this one.
related-title = اقرأ أيضًا
# Name of the links to the newer and the older post, read by screen readers.
neighbours-title = المقالان السابق والتالي
# Above the title of the next newer post.
post-newer = الأحدث
# Above the title of the next older post.
post-older = الأقدم
# Heading over the footnotes.
footnotes-title = الحواشي
# Link from a footnote back to the text, read by screen readers.
# $number (text): the number of the footnote
footnote-back = العودة إلى النص عند الحاشية { $number }
# What a table is, read by screen readers before the heading that it stands under.
table-name = جدول
# The same of a piece of code.
code-name = شيفرة برمجية
# Stands above a post of which parts are not translated yet.
translation-fallback = لم تكتمل ترجمة هذا المقال بعد. ما لم يُترجم بعد يظهر بلغة أخرى.
# The same of a post of which nothing is translated yet.
translation-none = لم يُترجم هذا المقال بعد. يظهر هنا بلغة أخرى.
# Stands above a post of which parts were translated by a machine and not checked since.
translation-machine = بعض أجزاء هذا المقال مترجمة آليًا ولم تُراجع بعد.
# Stands above a post in which some translations are behind what they were made from.
translation-stale = لا تزال بعض المقاطع تتبع نسخة سابقة من النص الأصلي.
# The same, where it is known when the original was last changed.
# $date (date)
translation-stale-since = لا تزال بعض المقاطع تتبع نسخة سابقة من النص الأصلي الذي جرى تحديثه في { DATETIME($date, dateStyle: "long") }.
# Before a link to the post in the language it was written in; the link is the name of that language.
translation-original = قراءة النص الأصلي:

## Boxes in a post, after their kind: the heading when the author gives none

callout-note = معلومة مفيدة
callout-tip = نصيحة
callout-important = مهم
callout-warning = تنبيه
callout-caution = تحذير

## How often the newsletter comes

cadence-instant = فور صدور كل مقال جديد
cadence-daily = كل يوم، إن وُجد جديد
cadence-weekly = كل أسبوع
cadence-monthly = كل شهر

## The box under a post that invites to the newsletter

teaser-title = هل يصلك المقال القادم بالبريد؟
teaser-text = مجانًا، وبلغتك، وبالوتيرة التي تناسبك. ويمكن إلغاء الاشتراك في أي وقت بنقرة واحدة.
teaser-button = الاشتراك
# Link to the whole form, with pace and topics.
teaser-choose = تفضّل أن تختار الوتيرة والمواضيع بنفسك؟
# The same box where there is no newsletter, with a link to the feed below.
follow-title = لا تريد أن يفوتك المقال التالي؟
follow-text = تابع خلاصة RSS في قارئ الخلاصات: بلا عنوان بريد وبلا حساب.

## The page about feeds: what they are, how to follow them, all of them

feeds-title = تابعونا في قارئ الخلاصات
feeds-what = الخلاصة عنوان يجد فيه برنامج يُسمّى قارئ الخلاصات كل جديد من تلقاء نفسه. تقرؤون فيه كل المواقع التي تتابعونها في مكان واحد: بلا حساب، وبلا بريد إلكتروني، ودون أن يراقبكم أحد.
# Heading over the three steps.
feeds-how-title = كيف تبدؤون
feeds-how-reader = اختاروا قارئ خلاصات: تطبيقًا أو موقعًا. هناك الكثير منها، ومعظمها مجاني.
feeds-how-add = انسخوا عنوان إحدى الخلاصات أدناه، وألصقوه في القارئ حيث يسأل عمّا تريدون متابعته.
feeds-how-read = هذا كل شيء. تصلكم المقالات الجديدة من تلقاء نفسها، كاملةً ومع صورها.
# Heading over the list of the feeds in this language.
feeds-list-title = الخلاصات بالعربية
# The feed of all posts, in that list.
feeds-all = جميع المقالات
feeds-formats = الصيغ RSS وAtom وJSON تقول الشيء نفسه: خذوا RSS عند الشك.
# Before the link to one file with all feeds.
feeds-opml = تفضّلون كل شيء دفعة واحدة؟
feeds-opml-link = جميع الخلاصات في ملف واحد (OPML)

## The page on which a reader subscribes

subscribe-title = الاشتراك في النشرة البريدية
subscribe-intro = اختيار الوتيرة والمواضيع متروك لك. ستصلك أولًا رسالة لتأكيد أن هذا العنوان يخصك.
subscribe-email = البريد الإلكتروني
# When the domain of the address looks like a slip of the finger. A button with the address that was meant follows.
# $meant (text): the address that was probably meant
# $typed (text): the address as it was typed
subscribe-meant = هل تقصد { $meant }؟ إن كان { $typed } صحيحًا فيكفي الضغط مرة أخرى على الزر في الأسفل، وإلا فعلى هذا الزر:
subscribe-name = الاسم
# Stands after the label of a field that may stay empty.
subscribe-optional = اختياري
subscribe-cadence = كم مرة؟
subscribe-topics = في أي مواضيع؟
# Under the list of topics.
subscribe-topics-hint = من دون اختيار أي موضوع ستصلك جميع المقالات.
subscribe-zone = المنطقة الزمنية
# Under the list of time zones, where a newsletter leaves at an hour of its reader's own day.
subscribe-zone-hint = النشرة ذات الموعد الثابت تصلك في ذلك الموعد بتوقيتك. يُرجى اختيار مكان تتفق ساعته مع ساعتك.
# The time zone of the publication itself, for readers who choose none.
# $city (text): a city in it
subscribe-zone-ours = كما عندنا ({ $city })
# Headings in the list of time zones, with cities under each.
area-africa = أفريقيا
area-america = الأمريكتان
area-antarctica = القارة القطبية الجنوبية
area-arctic = القطب الشمالي
area-asia = آسيا
area-atlantic = المحيط الأطلسي
area-australia = أستراليا
area-europe = أوروبا
area-indian = المحيط الهندي
area-pacific = المحيط الهادئ
area-other = أخرى
# Label of a field that people do not see, only programs that fill in forms.
subscribe-trap = يُترك هذا الحقل فارغًا
# What the reader agrees to by sending the form. Recorded word for word.
# $site (text): the name of the publication
subscribe-consent = نعم، أوافق على أن ترسل إليّ { $site } نشرتها البريدية. لا تُستخدم بياناتي إلا لهذا الغرض، ويمكنني إلغاء الاشتراك في أي وقت.
subscribe-privacy = كيف نتعامل مع بياناتك
subscribe-button = الاشتراك
# Above the form when something in it was not right.
subscribe-failed = لم يكتمل الاشتراك بعد. يُرجى مراجعة ما أُشير إليه أدناه.
# Begins the title of the page in the tab of the browser when something in the form was not right.
subscribe-failed-title = لم يكتمل بعد
# When the field that people do not see was filled in: by a program, or by a browser that fills in everything.
subscribe-doubt = كان حقل لا يظهر لك ممتلئًا، وربما ملأه متصفحك. يكفي الضغط مرة أخرى على الزر في الأسفل لنعرف أن أحدًا هناك.

## The page on which a subscriber changes their subscription, by the link in every mail

preferences-title = تفضيلاتك
# Whose subscription it is.
# $address (text): their address
preferences-of = اشتراك { $address }
preferences-saved = تم الحفظ.
preferences-language = اللغة
preferences-pause = إيقاف مؤقت حتى
preferences-pause-hint = لن يصلك شيء حتى ذلك اليوم. وما يصدر في أثناء ذلك يصلك بعده في رسالة واحدة، ما لم يكن قد قدُم. تركه فارغًا يعني عدم الإيقاف.
# $date (date): the day on which mail comes again
preferences-paused = نشرتك متوقفة مؤقتًا حتى { DATETIME($date, dateStyle: "long") }.
preferences-button = حفظ
preferences-address-title = عنوان بريد آخر
preferences-address-hint = سنرسل رابطًا إلى العنوان الجديد وإشعارًا إلى القديم.
preferences-address = عنوان البريد الجديد
preferences-address-button = إرسال الرابط
preferences-address-asked = يُرجى فتح بريد العنوان الجديد. وما لم يُنقر الرابط الموجود فيه يبقى كل شيء على حاله. غيّرت رأيك؟ يكفي حفظ التفضيلات مرة أخرى ليسقط الطلب.
preferences-leave = لا تريد النشرة بعد الآن؟ نقرة واحدة تكفي.
# Link to the page with everything that is stored about the reader.
preferences-data = ما نحتفظ به عنك

## The page that shows a subscriber everything that is stored about them

data-title = ما نحتفظ به عنك
data-intro = هذا ما نحتفظ به عنك، وفي الملف أدناه كل التفاصيل. لا نسجّل ما تفتحه أو تنقر عليه، ولا نعطي شيئًا لأحد.
data-subscription = اشتراكك
data-number = الرقم
data-status = الحالة
status-pending = لم يؤكَّد بعد
status-active = قائم
status-unsubscribed = ملغى
data-created = طُلب في
data-confirmed = أُكِّد في
data-time-zone = المنطقة الزمنية
data-paused = متوقف حتى
# Instead of a list of topics.
data-all-topics = جميع المواضيع
# How far they have come in the row of posts in their language.
data-cursor = وصل حتى الرقم
# Posts that they have all the same, though their number does not say so. The names of the posts follow.
data-served = وصل أيضًا خارج هذا الترقيم
# Since when, and why, they are sent nothing; one of the reasons below follows.
data-suppressed = لا يُرسل شيء بعد الآن
data-suppressed-erased = طُلب محو كل شيء
data-suppressed-asked = بناءً على طلبك
data-suppressed-bounced = كانت رسائلنا تُعاد إلينا
data-suppressed-complained = بُلّغ عن رسالتنا بوصفها مزعجة
data-consents = ما قمت به
consent-asked = طلب النشرة
consent-confirmed = تأكيد الاشتراك
consent-imported = منقول من قائمة لدى الناشر
consent-changed = تغيير التفضيلات
consent-moved = تغيير العنوان
consent-unsubscribed = إلغاء الاشتراك
consent-suppressed = لم نعد نرسل شيئًا إلى هذا العنوان
# Before the path of the page on which they did it.
data-consent-page = على الصفحة
# Before a row of letters and digits that stands for the network from which they did it.
data-consent-origin = من شبكة محفوظة بصمتُها
data-mails = الرسائل المرسلة إليك
data-mail-digest = نشرة
data-mail-other = رسالة بشأن اشتراكك
data-mail-sent = أُرسلت
data-mail-waiting = في الطريق
data-mail-not-sent = لم تُرسل
# Below the newest mails, when there are more.
# $count (number): the mails that are not shown
data-mails-more = { $count ->
    [zero] لا توجد رسائل أقدم.
    [one] رسالة واحدة أقدم لا توجد إلا في الملف أدناه.
    [two] رسالتان أقدم لا توجدان إلا في الملف أدناه.
    [few] { NUMBER($count) } رسائل أقدم لا توجد إلا في الملف أدناه.
    [many] { NUMBER($count) } رسالة أقدم لا توجد إلا في الملف أدناه.
   *[other] { NUMBER($count) } رسالة أقدم لا توجد إلا في الملف أدناه.
  }
data-bounces = ما أُعيد إلينا
data-bounce-hard = العنوان غير موجود
data-bounce-soft = لم يقبلها صندوق البريد حينها
data-bounce-policy = رفضها خادم البريد
data-bounce-complaint = بُلّغ عنها بوصفها مزعجة
data-bounce-reply = رد آلي
data-bounce-notice = إشعار من خادم البريد
data-wanted = عنوان جديد لم يُؤكَّد بعد
data-audit = ما فعلناه بها
data-audit-shown = اطّلعنا عليها
data-audit-suppressed = أوقفنا رسائلك
data-audit-allowed = سمحنا بالرسائل من جديد
data-export = كل شيء في ملف (JSON)
data-erase-title = محو كل شيء
data-erase-text = سيزول كل ما ورد أعلاه. ولا تبقى إلا بصمة لعنوانك لا يمكن لأحد استنتاجه منها، كي لا تعيدك أي قائمة قديمة. ويبقى في سجلاتنا تحت رقم، بلا اسم ولا عنوان، أن رسائل أُرسلت وأن هذه البيانات مُحيت.
data-erase-button = محو بياناتي

## The newsletter on the web

# Heading over the list of all that went out, and the link to it.
issues-title = النشرات السابقة
# $site (text): the name of the publication
issues-intro = ما وصل إلى قرّاء { $site }، من دون حاجة إلى الاشتراك.
# $date (date): the day on which it went out
issue-title = نشرة { DATETIME($date, dateStyle: "long") }
# Below the posts of one newsletter on the web: readers choose their topics, and posts may have been corrected since.
issue-note = تجتمع هنا كل المقالات، حتى ما كان في مواضيع لم يخترها كل قارئ، وبنصها الحالي.

## What can be wrong in a field of that form

field-email-missing = يُرجى إدخال عنوان البريد الإلكتروني.
field-email-invalid = هذا ليس عنوان بريد إلكتروني صحيحًا. مثال: name@example.com
field-name-too-long = هذا الاسم طويل جدًا.
field-cadence-unknown = يُرجى اختيار أحد الخيارات.
field-topic-unknown = لم يعد هذا الموضوع موجودًا. يُرجى اختيار موضوع آخر.
field-locale-unknown = يُرجى اختيار إحدى اللغات.
field-zone-unknown = يُرجى اختيار أحد الأماكن الواردة في القائمة.
field-day-invalid = يُرجى اختيار يوم بين الغد وعام من الآن.

## Pages that say one thing. $site (text) is the name of the publication, in all of them

notice-check-inbox-title = يُرجى تفقّد صندوق البريد
notice-check-inbox-text = يُفترض أن تصل إليه خلال دقائق رسالة منا فيها رابط للمتابعة. لا نرسل أكثر من رسالة واحدة في اليوم: فإن سبق الطلب اليوم فهي تلك الرسالة. لم تصل؟ ربما تجدها في مجلد الرسائل غير المرغوب فيها.
notice-confirm-title = بقيت نقرة واحدة
notice-confirm-text = يُرجى تأكيد الرغبة في تلقي نشرة { $site }.
notice-confirm-button = نعم، أؤكد الاشتراك
notice-confirmed-title = أهلًا وسهلًا!
notice-confirmed-text = تم تأكيد الاشتراك. ستصلك بعد قليل رسالة فيها أحدث المقالات.
notice-unsubscribe-title = إلغاء الاشتراك
notice-unsubscribe-text = هل تريد التوقف عن تلقي نشرة { $site }؟
notice-unsubscribe-button = نعم، إلغاء الاشتراك
notice-unsubscribed-title = تم إلغاء الاشتراك
notice-unsubscribed-text = لن تصلك نشرة { $site } بعد الآن. ويبقى الموقع مفتوحًا لك دائمًا.
notice-address-title = عنوانك الجديد
notice-address-text = هل تريد تلقي نشرة { $site } على هذا العنوان من الآن؟
notice-address-button = نعم، هذا عنواني
notice-address-changed-title = تم تغيير عنوانك
notice-address-changed-text = ستصلك نشرة { $site } على عنوانك الجديد من الآن.
notice-address-taken-title = لهذا العنوان اشتراك سابق
notice-address-taken-text = لذلك لم يتغير شيء. وللإبقاء على اشتراك واحد يكفي إلغاء القديم.
notice-erase-title = محو كل شيء؟
notice-erase-text = لن يصلك بعد ذلك شيء من { $site }، ولن نعرف من كنت. لا يمكن التراجع عن هذا.
notice-erase-button = نعم، محو كل شيء
notice-erased-title = تم محو كل شيء
notice-erased-text = لا تبقى إلا بصمة لعنوانك لا يمكن لأحد استنتاجه منها، وسطور في سجلاتنا تحمل رقمًا بلا اسم: أن رسائل أُرسلت، وأن هذه البيانات مُحيت. ويبقى الموقع مفتوحًا لك دائمًا.
notice-approve-title = إرسال هذه النشرة؟
notice-approve-text = النشرة جاهزة، وتُرسل إلى قرّاء { $site } حالما توافق عليها.
notice-approve-button = نعم، أرسلها
notice-approve-refuse = لا، أوقفها
notice-approved-title = تمت الموافقة
notice-approved-text = النشرة في طريقها إلى القرّاء، أو ستُرسل حين تحين ساعتها.
notice-refused-title = أُوقفت النشرة
notice-refused-text = لن تُرسل هذه النشرة. وستأتي مقالاتها مع النشرة التالية.
notice-approval-over-title = لم يعد هناك ما يُوافق عليه
notice-approval-over-text = هذه النشرة تمت الموافقة عليها من قبل، أو أُوقفت، أو لم يُوافق عليها في الوقت المناسب.
notice-link-expired-title = انتهت صلاحية هذا الرابط
notice-link-expired-text = يمكنك الاشتراك من جديد، وسنرسل إليك رابطًا آخر.
# The link in the mail to a new address is too old, or its wish was taken back.
notice-wish-lapsed-title = انتهت صلاحية هذا الرابط
notice-wish-lapsed-text = لم يتغير شيء: تصلك النشرة على العنوان نفسه كما من قبل. ما زلت تريد عنوانًا آخر؟ يمكن طلبه من جديد في صفحة تفضيلاتك، ورابطها في أسفل كل نشرة.
notice-link-invalid-title = هذا الرابط غير صحيح
notice-link-invalid-text = ربما سقط جزء منه. يمكن النقر على الرابط في الرسالة مرة أخرى أو نسخه كاملًا.
notice-test-mail-title = هذه رسالة تجريبية
notice-test-mail-text = الروابط الشخصية في الرسالة التجريبية لا أثر لها: فهي لا تخص أي اشتراك.
notice-not-found-title = هذه الصفحة غير موجودة
notice-not-found-text = ربما نُقلت إلى مكان آخر، أو في العنوان خطأ مطبعي.
# The page is there in other languages only; links to them follow.
notice-not-yet-title = ليس بهذه اللغة بعد
notice-not-yet-text = هذا النص غير متوفر بالعربية بعد. يمكنك قراءته الآن بلغة أخرى:
# No new subscribers are taken now.
notice-closed-title = لا اشتراكات جديدة في الوقت الحالي
notice-closed-text = لا تستقبل نشرة { $site } اشتراكات جديدة الآن، ومن كان مشتركًا تصله كالعادة. يمكنك العودة لاحقًا أو متابعة الموقع في قارئ للخلاصات.
notice-too-many-requests-title = مهلًا قليلًا
notice-too-many-requests-text = محاولات كثيرة في وقت قصير، ربما من آخرين على الشبكة نفسها أيضًا. يُرجى المحاولة مجددًا بعد ساعة.
# The database is busy or away for a while.
notice-busy-title = لحظة من فضلك
notice-busy-text = الضغط كبير في هذه اللحظة، ولم يحدث شيء بعد. يُرجى المحاولة مجددًا بعد دقيقة.
# What was sent is longer than any form.
notice-too-long-title = هذا أكثر مما يتسع
notice-too-long-text = لم يُحفظ منه شيء. يُرجى الرجوع والاختصار ثم المحاولة مجددًا.
# What was sent did not arrive in time.
notice-too-slow-title = استغرق الأمر وقتًا طويلًا
notice-too-slow-text = ربما كان الاتصال متقطعًا. يُرجى المحاولة مجددًا.
# A request that this page does not understand, such as a program might send.
notice-unclear-title = لم نفهم هذا الطلب
notice-unclear-text = لا تستطيع هذه الصفحة تلبية ما طُلب. يُرجى البدء من جديد من الموقع.
# A form that stood on the page of somebody else.
notice-foreign-title = كان هذا النموذج على موقع آخر
notice-foreign-text = لذلك لم يحدث شيء: لا يحق لصفحة غريبة أن ترسل شيئًا باسمك. هل كانت هذه رغبتك؟ يمكنك ذلك هنا على موقع { $site }.
notice-failure-title = حدث خطأ ما
notice-failure-text = الخلل عندنا لا عندك. يُرجى المحاولة لاحقًا.
