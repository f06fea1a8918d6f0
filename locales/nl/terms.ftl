### Glossary: how the words that matter are always said. Translate each term once; a text may
### use one as { -name }, and keeps it the same everywhere.

# The publication. Not translated.
-practice = Beweegreden

# What a body is asked to bear, as opposed to what it can bear.
-load = belasting

# What a body can bear today.
-load-capacity = belastbaarheid

# The profession in Belgium.
-physiotherapist = kinesitherapeut

# Pain in the lower part of the back.
-low-back-pain = lage rugpijn
