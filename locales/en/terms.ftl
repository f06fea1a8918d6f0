### Glossary. See locales/nl/terms.ftl for what each term means.

-practice = Beweegreden
-load = load
-load-capacity = load capacity
-physiotherapist = physiotherapist
-low-back-pain = low back pain
