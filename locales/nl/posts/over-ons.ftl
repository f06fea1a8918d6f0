### Over Beweegreden
### Made from pages/over-ons.md by `postduif sync`: edit the post, not this file.

# title
title = Over Beweegreden

# summary
summary = Wie er schrijft, waarom het in vijf talen is, en wat je van ons mag verwachten.

# paragraph
p-615f70 = Beweegreden is het logboek van een kleine praktijk voor kinesitherapie in Lindelo. We schrijven op wat we overdag vertellen: waarom een zere rug meestal mag bewegen, wat een pees nodig heeft, en wanneer je beter even belt.

# heading
p-8b342f = Hoe we schrijven

# paragraph
p-628243 = Elk artikel wordt geschreven door iemand die de vraag zelf elke week op tafel krijgt. Een collega leest mee. Wat wetenschappelijk vaststaat, krijgt een bron onderaan; wat we niet weten, noemen we ook zo.

# heading
p-146abb = In jouw taal

# paragraph
p-05bb38 = In de wachtzaal worden vijf talen gesproken. Daarom staat hetzelfde hier in vijf talen. Is een stuk nog niet helemaal vertaald, dan zeggen we dat erbij.

# heading
p-7b3a3a = Wat we niet doen

# item of a list
p-0493de = We verkopen niets en tonen geen reclame.

# item of a list
p-f7d012 = We volgen niemand: geen cookies, geen tellers, geen pixels in de nieuwsbrief.

# item of a list
p-3df0b6 = We stellen geen diagnose op afstand. Bel bij twijfel je huisarts of kom langs.
