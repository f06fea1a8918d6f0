### Glossary. See locales/nl/terms.ftl for what each term means.

-practice = Beweegreden
-load = load
-load-capacity = load capacity
-physiotherapist = physiotherapist
    .short = physio
-low-back-pain = low back pain
-back-pain = back pain
-cramp = cramp
-strength-training = strength training
-injury = injury
    .plural = injuries
-tendon = tendon
-muscle = muscle
-repetition = repetition
    .short = reps
-general-practitioner = GP
-magnesium = magnesium
