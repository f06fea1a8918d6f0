### The topics of the publication: what the ids in the posts are called.
### For each topic its name, and a sentence for the head of its page.

topic-rugpijn = Mal de dos
topic-rugpijn-description = Ce que votre dos peut supporter, et ce qui aide quand il fait mal.

topic-belasting = Charge et capacité
topic-belasting-description = Quand c’est assez, quand c’est trop, et comment progresser entre les deux.

topic-krachttraining = Renforcement musculaire
topic-krachttraining-description = Gagner en force, à tout âge et sans détour.

topic-lopen = Course à pied
topic-lopen-description = Du premier kilomètre à la reprise après une blessure.

topic-voeding = Alimentation
topic-voeding-description = Ce que l’on sait de l’alimentation, des compléments et de la récupération.
