### De eerste duif is los
### posts/eerste-duif.md. How to translate: TRANSLATING.md

# nl: De eerste duif is los
title = Le premier pigeon s’est envolé

# nl: Wat we te vertellen hebben staat voortaan hier, en wie dat wil krijgt het thuisbezorgd in de eigen taal.
summary = Ce que nous avons à raconter se trouve désormais ici ; et qui le souhaite le reçoit chez soi, dans sa langue.

# nl: Een postduif heeft geen kaart nodig. Ze weet waar haar hok staat en vliegt erheen, over elke taalgrens. Zo is deze plek bedoeld: we schrijven **één keer**, in het Nederlands, en elk stuk vindt zijn lezers in hun taal.
p-d919ba = Un pigeon voyageur n’a pas besoin de carte. Il sait où est son colombier et il y vole, par-delà toutes les frontières linguistiques. C’est l’idée de ce lieu : nous écrivons **une seule fois**, en néerlandais, et chaque texte trouve ses lecteurs dans leur langue.

# nl: Wat je hier krijgt
p-2ca5ef = Ce que vous trouverez ici

# nl: Stukken van mensen die het werk zelf doen.
p-81417c = Des textes écrits par ceux qui font eux-mêmes le travail.

# nl: Vertalingen die iemand heeft nagelezen. Wat nog niet vertaald is, staat er eerlijk bij.
p-559572 = Des traductions que quelqu’un a relues. Ce qui n’est pas encore traduit est signalé sans détour.

# nl: Geen reclame, en niemand die over je schouder meeleest.
p-867524 = Pas de publicité, et personne qui lise par-dessus votre épaule.

# nl: Thuisbezorgd
p-25d00a = À domicile

# nl: Laat je adres achter en kies je taal. Je krijgt elk stuk één keer en nooit twee keer, en weer vertrekken kost één klik. Lees je liever met een feedlezer, dan vind je de feed onderaan elke bladzijde.
p-cc40d0 = Laissez votre adresse et choisissez votre langue. Vous recevez chaque texte une fois et jamais deux, et repartir ne coûte qu’un clic. Si vous préférez un lecteur de flux, le flux se trouve au bas de chaque page.
