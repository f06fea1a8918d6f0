### Over Beweegreden
### pages/over-ons.md. How to translate: TRANSLATING.md

# nl: Over Beweegreden
title = À propos de Beweegreden

# nl: Wie er schrijft, waarom het in vijf talen is, en wat je van ons mag verwachten.
summary = Qui écrit, pourquoi en cinq langues, et ce que vous pouvez attendre de nous.

# nl: Beweegreden is het logboek van een kleine praktijk voor kinesitherapie in Lindelo. We schrijven op wat we overdag vertellen: waarom een zere rug meestal mag bewegen, wat een pees nodig heeft, en wanneer je beter even belt.
p-615f70 = Beweegreden est le journal d’un petit cabinet de kinésithérapie à Lindelo. Nous y notons ce que nous racontons toute la journée : pourquoi un dos douloureux a le plus souvent le droit de bouger, ce qu’il faut à un tendon, et quand il vaut mieux passer un coup de fil.

# nl: Hoe we schrijven
p-8b342f = Comment nous écrivons

# nl: Elk artikel wordt geschreven door iemand die de vraag zelf elke week op tafel krijgt. Een collega leest mee. Wat wetenschappelijk vaststaat, krijgt een bron onderaan; wat we niet weten, noemen we ook zo.
p-628243 = Chaque article est écrit par quelqu’un à qui l’on pose la question toutes les semaines. Un collègue relit. Ce qui est scientifiquement établi est accompagné d’une source en bas de page ; ce que nous ne savons pas, nous le disons aussi.

# nl: In jouw taal
p-146abb = Dans votre langue

# nl: In de wachtzaal worden vijf talen gesproken. Daarom staat hetzelfde hier in vijf talen. Is een stuk nog niet helemaal vertaald, dan zeggen we dat erbij.
p-05bb38 = Dans la salle d’attente, on parle cinq langues. C’est pourquoi la même chose se lit ici en cinq langues. Si un article n’est pas encore entièrement traduit, nous le signalons.

# nl: Wat we niet doen
p-7b3a3a = Ce que nous ne faisons pas

# nl: We verkopen niets en tonen geen reclame.
p-0493de = Nous ne vendons rien et n’affichons aucune publicité.

# nl: We volgen niemand: geen cookies, geen tellers, geen pixels in de nieuwsbrief.
p-f7d012 = Nous ne suivons personne : ni cookies, ni compteurs, ni pixels dans l’infolettre.

# nl: We stellen geen diagnose op afstand. Bel bij twijfel je huisarts of kom langs.
p-3df0b6 = Nous ne posons pas de diagnostic à distance. En cas de doute, appelez votre médecin ou passez nous voir.
