### Glossary. See locales/nl/terms.ftl for what each term means.

-practice = Beweegreden
-load = charge
-load-capacity = capacité de charge
-physiotherapist = kinésithérapeute
-low-back-pain = lombalgie
