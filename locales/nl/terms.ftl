### Glossary: how the words that matter are always said. A text may use a term as { -name }. The value is
### the word itself; attributes, whatever their names, are other forms of it that are as good.

# The publication. Not translated.
-practice = Beweegreden

# What a body is asked to bear, as opposed to what it can bear.
-load = belasting

# What a body can bear today.
-load-capacity = belastbaarheid

# The profession in Belgium.
-physiotherapist = kinesitherapeut
    .plural = kinesitherapeuten
    .short = kinesist

# Pain in the lower part of the back.
-low-back-pain = lage rugpijn

# Pain anywhere in the back.
-back-pain = rugpijn

# A muscle that tightens by itself, and hurts.
-cramp = kramp
    .plural = krampen
    .muscle = spierkramp
    .muscles = spierkrampen

# Training against resistance, to become stronger.
-strength-training = krachttraining

# Damage by sport or work.
-injury = blessure
    .plural = blessures

# What ties a muscle to a bone.
-tendon = pees
    .plural = pezen

-muscle = spier
    .plural = spieren

# One movement of a row of the same.
-repetition = herhaling
    .plural = herhalingen

# The doctor whom somebody sees first.
-general-practitioner = huisarts

# The mineral.
-magnesium = magnesium
