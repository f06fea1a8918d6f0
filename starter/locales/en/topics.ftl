### The topics of the publication: what the ids in the posts are called.
### For each topic its name, and a sentence for the head of its page.

topic-nieuws = News
topic-nieuws-description = What changes with us, and why.
