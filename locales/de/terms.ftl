### Glossary. See locales/nl/terms.ftl for what each term means.

-practice = Beweegreden
-load = Belastung
-load-capacity = Belastbarkeit
-physiotherapist = Physiotherapeut
-low-back-pain = Schmerzen im unteren Rücken
