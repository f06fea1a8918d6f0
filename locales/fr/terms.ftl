### Glossary. See locales/nl/terms.ftl for what each term means.

-practice = Beweegreden
-load = charge
-load-capacity = capacité de charge
-physiotherapist = kinésithérapeute
    .short = kiné
-low-back-pain = lombalgie
-back-pain = mal de dos
    .plural = maux de dos
-cramp = crampe
-strength-training = musculation
    .other = renforcement musculaire
    .studies = entraînement en force
-injury = blessure
-tendon = tendon
-muscle = muscle
-repetition = répétition
-general-practitioner = médecin traitant
    .other = généraliste
    .short = votre médecin
-magnesium = magnésium
