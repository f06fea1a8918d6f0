### Glossary. See locales/nl/terms.ftl for what each term means.

-practice = Beweegreden
-load = الحِمل
-load-capacity = قدرة التحمّل
-physiotherapist = اختصاصي العلاج الطبيعي
    .other = أخصائي العلاج الطبيعي
-low-back-pain = ألم أسفل الظهر
-back-pain = ألم الظهر
    .plural = آلام الظهر
    .loose = ألم في الظهر
-cramp = تشنّج
    .plural = تشنّجات
-strength-training = تمارين القوة
    .other = تدريب القوة
-injury = إصابة
    .plural = إصابات
-tendon = وتر
    .plural = أوتار
-muscle = عضلة
    .plural = عضلات
-repetition = تكرار
-general-practitioner = طبيب الأسرة
    .other = طبيب العائلة
-magnesium = مغنيسيوم
