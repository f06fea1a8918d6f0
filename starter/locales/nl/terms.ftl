### Glossary: how the words that matter are always said. A text may use a term as { -name }. The value is
### the word itself; attributes, whatever their names, are other forms of it that are as good.
### A term, with a word on what it means above it, looks like this:
###
###     # What comes in the mail.
###     -newsletter = nieuwsbrief
###         .plural = nieuwsbrieven
