### Glossary. See locales/nl/terms.ftl for what each term means.

-practice = Beweegreden
-load = الحِمل
-load-capacity = قدرة التحمّل
-physiotherapist = اختصاصي العلاج الطبيعي
-low-back-pain = ألم أسفل الظهر
