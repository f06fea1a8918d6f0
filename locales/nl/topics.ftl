### The topics of the publication: what the ids in the posts are called.
### For each topic its name, and a sentence for the head of its page.

topic-rugpijn = Rugpijn
topic-rugpijn-description = Wat je rug aankan, en wat helpt als hij pijn doet.

topic-belasting = Belasting en belastbaarheid
topic-belasting-description = Hoeveel is genoeg, hoeveel te veel, en hoe je daartussen opbouwt.

topic-krachttraining = Krachttraining
topic-krachttraining-description = Sterker worden, op elke leeftijd en zonder omwegen.

topic-lopen = Lopen
topic-lopen-description = Van de eerste kilometer tot terug na een blessure.

topic-voeding = Voeding
topic-voeding-description = Wat we weten over eten, supplementen en herstel.
