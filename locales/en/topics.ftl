### The topics of the publication: what the ids in the posts are called.
### For each topic its name, and a sentence for the head of its page.

topic-rugpijn = Back pain
topic-rugpijn-description = What your back can take, and what helps when it hurts.

topic-belasting = Load and capacity
topic-belasting-description = How much is enough, how much is too much, and how to build up in between.

topic-krachttraining = Strength training
topic-krachttraining-description = Getting stronger, at any age and without detours.

topic-lopen = Running
topic-lopen-description = From the first kilometre to coming back after an injury.

topic-voeding = Nutrition
topic-voeding-description = What we know about food, supplements and recovery.
