### The topics of the publication: what the ids in the posts are called.
### For each topic its name, and a sentence for the head of its page.

topic-rugpijn = Rückenschmerzen
topic-rugpijn-description = Was Ihr Rücken aushält und was hilft, wenn er schmerzt.

topic-belasting = Belastung und Belastbarkeit
topic-belasting-description = Wie viel genug ist, wie viel zu viel und wie man dazwischen steigert.

topic-krachttraining = Krafttraining
topic-krachttraining-description = Stärker werden, in jedem Alter und ohne Umwege.

topic-lopen = Laufen
topic-lopen-description = Vom ersten Kilometer bis zum Wiedereinstieg nach einer Verletzung.

topic-voeding = Ernährung
topic-voeding-description = Was wir über Essen, Präparate und Erholung wissen.
