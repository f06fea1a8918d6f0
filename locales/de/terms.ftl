### Glossary. See locales/nl/terms.ftl for what each term means.

-practice = Beweegreden
-load = Belastung
-load-capacity = Belastbarkeit
-physiotherapist = Physiotherapeut
-low-back-pain = Schmerzen im unteren Rücken
-back-pain = Rückenschmerz
-cramp = Krampf
    .plural = Krämpfe
-strength-training = Krafttraining
-injury = Verletzung
-tendon = Sehne
-muscle = Muskel
-repetition = Wiederholung
-general-practitioner = Hausarzt
    .feminine = Hausärztin
-magnesium = Magnesium
