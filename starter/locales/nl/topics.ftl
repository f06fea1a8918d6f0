### The topics of the publication: what the ids in the posts are called.
### For each topic its name, and a sentence for the head of its page.

topic-nieuws = Nieuws
topic-nieuws-description = Wat er bij ons verandert, en waarom.
