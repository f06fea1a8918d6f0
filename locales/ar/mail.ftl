### The texts of the mails. Dutch is the reference: other languages translate this file.
### A publication may replace any message in its own locales/TAG/mail.ftl.

## In every mail

# First line of the letter.
mail-greeting = تحية طيبة،
# Last line of the letter, above the name of the publication.
mail-closing = إلى اللقاء،
# Link or button from a mail to the post.
mail-read = قراءة المقال
# The same where all of it stands in the mail.
mail-read-there = اقرأه على الويب
mail-preferences = تعديل التفضيلات
mail-unsubscribe = إلغاء الاشتراك
# Link to the same on the web, for everybody.
mail-browser = القراءة في المتصفح
# A link in a mail without pictures: what it does; its address stands on the next line.
# $label (text): what the link does, such as mail-unsubscribe
mail-link = { $label }:
# Why the reader gets this mail; in the foot of every digest.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
mail-reason = { $cadence ->
    [instant] تصلك هذه الرسالة لأنك طلبت من { $site } إشعارك بكل مقال جديد.
    [daily] تصلك هذه الرسالة لأنك اشتركت في الملخص اليومي من { $site }.
    [weekly] تصلك هذه الرسالة لأنك اشتركت في الملخص الأسبوعي من { $site }.
    [monthly] تصلك هذه الرسالة لأنك اشتركت في الملخص الشهري من { $site }.
   *[other] تصلك هذه الرسالة لأنك اشتركت في نشرة { $site }.
  }
# The same for who asked for it themselves, with the day and the language.
# $cadence (text): instant, daily, weekly or monthly
# $site (text): the name of the publication
# $date (text): the day, such as 3 May 2026
# $language (text): what mail-language says
mail-reason-asked = { $cadence ->
    [instant] تصلك هذه الرسالة لأنك طلبت بتاريخ { $date } من { $site } إشعارك بكل مقال جديد { $language }.
    [daily] تصلك هذه الرسالة لأنك طلبت بتاريخ { $date } الملخص اليومي من { $site } { $language }.
    [weekly] تصلك هذه الرسالة لأنك طلبت بتاريخ { $date } الملخص الأسبوعي من { $site } { $language }.
    [monthly] تصلك هذه الرسالة لأنك طلبت بتاريخ { $date } الملخص الشهري من { $site } { $language }.
   *[other] تصلك هذه الرسالة لأنك طلبت بتاريخ { $date } نشرة { $site } { $language }.
  }
# The language of this file, for the end of that sentence.
mail-language = باللغة العربية

## The digest

# Subject line.
# $title (text): the title of the first post
# $others (number): the posts besides the first, 0 or more
digest-subject = { $others ->
    [zero] { $title }
    [one] { $title } (ومقال آخر)
    [two] { $title } (ومقالان آخران)
    [few] { $title } (و{ NUMBER($others) } مقالات أخرى)
    [many] { $title } (و{ NUMBER($others) } مقالًا آخر)
   *[other] { $title } (و{ NUMBER($others) } مقال آخر)
  }
# Subject line of a test that goes to the author.
# $subject (text): the subject line that readers get
test-subject = تجربة: { $subject }
# First line of the mail, which inboxes show after the subject. Do not repeat the subject.
# $count (number): all posts in the mail
digest-intro = { $count ->
    [zero] لا مقالات جديدة اليوم.
    [one] صدر مقال جديد. قراءة ممتعة!
    [two] صدر مقالان جديدان. قراءة ممتعة!
    [few] صدرت { NUMBER($count) } مقالات جديدة. قراءة ممتعة!
    [many] صدر { NUMBER($count) } مقالًا جديدًا. قراءة ممتعة!
   *[other] صدر { NUMBER($count) } مقال جديد. قراءة ممتعة!
  }
# Heading over the posts after the first.
digest-others = جديد أيضًا
# Heading over the posts of which there are only titles.
digest-more = وصدر كذلك
# After those titles, where there are still more posts; a link to all of them.
# $count (number): the posts that are not in the mail
digest-unlisted = { $count ->
    [zero] ولا شيء غيرها
    [one] ومقال آخر
    [two] ومقالان آخران
    [few] و{ NUMBER($count) } مقالات أخرى
    [many] و{ NUMBER($count) } مقالًا آخر
   *[other] و{ NUMBER($count) } مقال آخر
  }

## The mail that asks to confirm a subscription

# $site (text): the name of the publication
confirmation-subject = تأكيد الاشتراك في { $site }
confirmation-title = بقيت نقرة واحدة لإتمام الاشتراك
# $site (text): the name of the publication
confirmation-text = استُخدم هذا العنوان للاشتراك في نشرة { $site }. إن كان الطلب منك فيُرجى تأكيده أدناه.
# What was asked for.
# $cadence (text): instant, daily, weekly or monthly
confirmation-cadence = { $cadence ->
    [instant] الاختيار: رسالة عند صدور كل مقال جديد.
    [daily] الاختيار: رسالة كل يوم، إن وُجد جديد.
    [weekly] الاختيار: رسالة كل أسبوع، إن وُجد جديد.
    [monthly] الاختيار: رسالة كل شهر، إن وُجد جديد.
   *[other] ستصلك رسالة كلما وُجد جديد.
  }
# Before the list of topics that were chosen.
confirmation-topics = المواضيع:
confirmation-button = تأكيد الاشتراك
# $days (number): how long the link works
confirmation-expiry = { $days ->
    [zero] الرابط صالح لأقل من يوم.
    [one] الرابط صالح ليوم واحد.
    [two] الرابط صالح ليومين.
    [few] الرابط صالح لمدة { NUMBER($days) } أيام.
    [many] الرابط صالح لمدة { NUMBER($days) } يومًا.
   *[other] الرابط صالح لمدة { NUMBER($days) } يوم.
  }
confirmation-ignore = لم يكن الطلب منك؟ لا داعي لفعل أي شيء: من دون تلك النقرة لن يصلك منا شيء.

## The first mail after that

# $site (text): the name of the publication
welcome-subject = أهلًا بك في { $site }
welcome-title = يسعدنا انضمامك إلى قرائنا
# $cadence (text): instant, daily, weekly or monthly
welcome-text = { $cadence ->
    [instant] تم تأكيد الاشتراك. ستصلك من الآن رسالة عند صدور كل مقال جديد.
    [daily] تم تأكيد الاشتراك. سيصلك من الآن ملخص كل يوم، إن وُجد جديد.
    [weekly] تم تأكيد الاشتراك. سيصلك من الآن ملخص كل أسبوع، إن وُجد جديد.
    [monthly] تم تأكيد الاشتراك. سيصلك من الآن ملخص كل شهر، إن وُجد جديد.
   *[other] تم تأكيد الاشتراك. سنكتب إليك من الآن كلما وُجد جديد.
  }
# Heading over the latest posts.
welcome-posts = للبداية

## Short letters about a subscription. $site (text) is the name of the publication, in all of them

# To the new address of somebody who wants to get the newsletter there.
letter-move-subject = عنوانك الجديد لدى { $site }
letter-move-title = هل هذا عنوانك الجديد؟
letter-move-text = طلب أحد مشتركي نشرة { $site } أن تصله من الآن على هذا العنوان. إن كان الطلب منك فيُرجى تأكيده أدناه.
letter-move-button = نعم، هذا عنواني
letter-move-ignore = لم يكن الطلب منك؟ لا داعي لفعل أي شيء: من دون تلك النقرة لن يصلك منا شيء.
# To the old address.
letter-moving-subject = طلب لتغيير عنوانك لدى { $site }
letter-moving-title = إلى عنوان آخر؟
letter-moving-text = طُلب منا، عبر الرابط الموجود في إحدى رسائلك، إرسال نشرة { $site } من الآن إلى عنوان آخر. ويحدث ذلك فور تأكيده هناك.
letter-moving-button = إلى تفضيلاتي
letter-moving-ignore = لم يكن الطلب منك؟ يكفي حفظ التفضيلات مرة أخرى ليسقط الطلب. ومن الأفضل عدم إعادة توجيه رسائلنا، فالروابط فيها شخصية.
# To somebody who fills in the form and subscribes already.
letter-known-subject = أنت مشترك من قبل في { $site }
letter-known-title = نشرتنا تصلك من قبل
letter-known-text = استُخدم هذا العنوان للاشتراك في نشرة { $site }، لكنها تصلك من قبل. هل تريد تغيير شيء كاللغة أو الوتيرة أو المواضيع؟ يمكن ذلك أدناه.
letter-known-button = إلى تفضيلاتي
letter-known-ignore = لم يكن الطلب منك؟ لا داعي لفعل أي شيء: لم يتغير شيء.

## Mail to the editors. $site (text) is the name of the publication, $workflow (text) that of the workflow

# To who may let an issue go.
editor-approval-subject = للموافقة: { $workflow } ({ $site })
editor-approval-title = نشرة تنتظر موافقتك
editor-approval-text = نشرة من { $workflow } جاهزة. تُرسل حين يوافق عليها أحد أعضاء هيئة التحرير. الرسائل التجريبية المرفقة تعرض ما سيصل إلى القرّاء، ولن يتغير فيها شيء بعد الآن.
# $date (text): the day, such as 3 May 2026
# $time (text): the hour, such as 18:14
editor-approval-until = إن لم يوافق عليها أحد قبل { $date }، الساعة { $time }، فلن تُرسل، وستأتي مقالاتها مع النشرة التالية.
editor-approval-button = الاطلاع والموافقة
# Above a command for who works on the server.
editor-approval-command = أو على الخادم:
# What the readers of one language get.
# $language (text): the language, in itself
# $subject (text): the subject of their mail
# $count (number): how many they are
editor-approval-readers = { $language } ({ NUMBER($count) }): { $subject }
# To who wants to know what was done.
editor-report-subject = تم: { $workflow } ({ $site })
editor-report-title = ما تم إنجازه
editor-report-text = أنجز { $workflow } عمله.
# To the same, when a step could not be done.
editor-failure-subject = تعذّر: { $workflow } ({ $site })
editor-failure-title = حدث خطأ ما
editor-failure-text = لم يكتمل { $workflow }. ما هو مذكور أدناه قد أُنجز، أما الباقي فلم يُنجز.
# Lines of that report: what a step did. $count and $of (number) are two numbers that it gives.
report-imported = مسودات جديدة للمراجعة: { NUMBER($count) }؛ تعذّر: { NUMBER($of) }
report-not-imported = تعذّر أخذ أي شيء من المواقع الأخرى.
report-synced = ملفات المترجمين المحدّثة: { NUMBER($count) }
report-translated = النصوص المكتملة: { NUMBER($count) }؛ الباقي: { NUMBER($of) }
report-published = المقالات المنشورة، محسوبة في كل لغة: { NUMBER($count) }؛ الملفات المكتوبة: { NUMBER($of) }
report-digest = النشرات المسلّمة: { NUMBER($count) } من { NUMBER($of) }
report-digest-waits = النشرات التي تنتظر الموافقة: { NUMBER($of) }
report-digest-later = النشرات التي ستُرسل لاحقًا: { NUMBER($of) }
report-notified = الخلاصات المعلن عنها: { NUMBER($count) }
report-not-notified = تعذّر إبلاغ خدمة أخرى بالجديد.
report-pruned = رسائل قديمة مُحيت: { NUMBER($count) }؛ طلبات لم يؤكدها أحد: { NUMBER($of) }
report-failed = ثم فشلت خطوة.
# Heading over the articles that lack translations.
editor-missing = ما لم يُترجم بعد
editor-missing-none = كل شيء مترجم.
# $title (text): the title of the article
# $language (text): the language, in itself
# $count (number): how many texts are missing, stale or by a machine
editor-missing-line = { $title } – { $language }: { NUMBER($count) }
# $count (number): how many more such lines there are
editor-missing-more = ومقالات أخرى كذلك: { NUMBER($count) }
editor-ignore = تصلك هذه الرسالة لأن { $site } يعدّك من هيئة تحريره.
