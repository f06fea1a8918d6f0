### Over Beweegreden
### pages/over-ons.md. How to translate: TRANSLATING.md

# nl: Over Beweegreden
title = About Beweegreden

# nl: Wie er schrijft, waarom het in vijf talen is, en wat je van ons mag verwachten.
summary = Who writes, why it comes in five languages, and what you can expect of us.

# nl: Beweegreden is het logboek van een kleine praktijk voor kinesitherapie in Lindelo. We schrijven op wat we overdag vertellen: waarom een zere rug meestal mag bewegen, wat een pees nodig heeft, en wanneer je beter even belt.
p-615f70 = Beweegreden is the journal of a small physiotherapy practice in Lindelo. We write down what we tell people all day: why a sore back may usually move, what a tendon needs, and when you had better give us a ring.

# nl: Hoe we schrijven
p-8b342f = How we write

# nl: Elk artikel wordt geschreven door iemand die de vraag zelf elke week op tafel krijgt. Een collega leest mee. Wat wetenschappelijk vaststaat, krijgt een bron onderaan; wat we niet weten, noemen we ook zo.
p-628243 = Every article is written by someone who is asked the question every week. A colleague reads along. What science is sure of gets a source at the end; what we do not know, we say so.

# nl: In jouw taal
p-146abb = In your language

# nl: In de wachtzaal worden vijf talen gesproken. Daarom staat hetzelfde hier in vijf talen. Is een stuk nog niet helemaal vertaald, dan zeggen we dat erbij.
p-05bb38 = Five languages are spoken in our waiting room. So the same thing stands here in five languages. If a piece is not fully translated yet, we tell you.

# nl: Wat we niet doen
p-7b3a3a = What we do not do

# nl: We verkopen niets en tonen geen reclame.
p-0493de = We sell nothing and show no advertising.

# nl: We volgen niemand: geen cookies, geen tellers, geen pixels in de nieuwsbrief.
p-f7d012 = We follow nobody: no cookies, no counters, no pixels in the newsletter.

# nl: We stellen geen diagnose op afstand. Bel bij twijfel je huisarts of kom langs.
p-3df0b6 = We make no diagnosis at a distance. When in doubt, call your GP or drop by.
