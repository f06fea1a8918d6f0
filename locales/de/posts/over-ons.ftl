### Over Beweegreden
### pages/over-ons.md. How to translate: TRANSLATING.md

# nl: Over Beweegreden
title = Über Beweegreden

# nl: Wie er schrijft, waarom het in vijf talen is, en wat je van ons mag verwachten.
summary = Wer schreibt, warum in fünf Sprachen, und was du von uns erwarten darfst.

# nl: Beweegreden is het logboek van een kleine praktijk voor kinesitherapie in Lindelo. We schrijven op wat we overdag vertellen: waarom een zere rug meestal mag bewegen, wat een pees nodig heeft, en wanneer je beter even belt.
p-615f70 = Beweegreden ist das Logbuch einer kleinen Physiotherapiepraxis in Lindelo. Wir schreiben auf, was wir tagsüber erzählen: warum sich ein schmerzender Rücken meistens bewegen darf, was eine Sehne braucht, und wann du besser kurz anrufst.

# nl: Hoe we schrijven
p-8b342f = Wie wir schreiben

# nl: Elk artikel wordt geschreven door iemand die de vraag zelf elke week op tafel krijgt. Een collega leest mee. Wat wetenschappelijk vaststaat, krijgt een bron onderaan; wat we niet weten, noemen we ook zo.
p-628243 = Jeder Artikel stammt von jemandem, dem die Frage jede Woche gestellt wird. Eine Kollegin oder ein Kollege liest gegen. Was wissenschaftlich feststeht, bekommt am Ende eine Quelle; was wir nicht wissen, sagen wir auch so.

# nl: In jouw taal
p-146abb = In deiner Sprache

# nl: In de wachtzaal worden vijf talen gesproken. Daarom staat hetzelfde hier in vijf talen. Is een stuk nog niet helemaal vertaald, dan zeggen we dat erbij.
p-05bb38 = In unserem Wartezimmer werden fünf Sprachen gesprochen. Darum steht hier dasselbe in fünf Sprachen. Ist ein Text noch nicht ganz übersetzt, sagen wir es dazu.

# nl: Wat we niet doen
p-7b3a3a = Was wir nicht tun

# nl: We verkopen niets en tonen geen reclame.
p-0493de = Wir verkaufen nichts und zeigen keine Werbung.

# nl: We volgen niemand: geen cookies, geen tellers, geen pixels in de nieuwsbrief.
p-f7d012 = Wir folgen niemandem: keine Cookies, keine Zähler, keine Pixel im Newsletter.

# nl: We stellen geen diagnose op afstand. Bel bij twijfel je huisarts of kom langs.
p-3df0b6 = Wir stellen keine Diagnose aus der Ferne. Ruf im Zweifel deine Hausärztin oder deinen Hausarzt an, oder komm vorbei.
