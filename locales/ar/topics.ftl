### The topics of the publication: what the ids in the posts are called.
### For each topic its name, and a sentence for the head of its page.

topic-rugpijn = آلام الظهر
topic-rugpijn-description = ما يتحمله ظهرك، وما يفيد حين يؤلمك.

topic-belasting = الحِمل والقدرة على التحمل
topic-belasting-description = متى يكفي، ومتى يزيد عن الحد، وكيف نتدرّج بينهما.

topic-krachttraining = تمارين القوة
topic-krachttraining-description = كيف نزداد قوة، في كل عمر ومن أقصر طريق.

topic-lopen = الجري
topic-lopen-description = من الكيلومتر الأول إلى العودة بعد الإصابة.

topic-voeding = التغذية
topic-voeding-description = ما نعرفه عن الطعام والمكملات والتعافي.
