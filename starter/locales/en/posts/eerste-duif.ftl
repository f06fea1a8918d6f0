### De eerste duif is los
### posts/eerste-duif.md. How to translate: TRANSLATING.md

# nl: De eerste duif is los
title = The first pigeon is off

# nl: Wat we te vertellen hebben staat voortaan hier, en wie dat wil krijgt het thuisbezorgd in de eigen taal.
summary = What we have to tell now stands here, and whoever wants it gets it delivered in their own language.

# nl: Een postduif heeft geen kaart nodig. Ze weet waar haar hok staat en vliegt erheen, over elke taalgrens. Zo is deze plek bedoeld: we schrijven **één keer**, in het Nederlands, en elk stuk vindt zijn lezers in hun taal.
p-d919ba = A carrier pigeon needs no map. It knows where its loft is and flies there, across every language border. That is the idea of this place: we write **once**, in Dutch, and each piece finds its readers in their language.

# nl: Wat je hier krijgt
p-2ca5ef = What you get here

# nl: Stukken van mensen die het werk zelf doen.
p-81417c = Pieces by people who do the work themselves.

# nl: Vertalingen die iemand heeft nagelezen. Wat nog niet vertaald is, staat er eerlijk bij.
p-559572 = Translations that somebody has read through. What is not translated yet says so honestly.

# nl: Geen reclame, en niemand die over je schouder meeleest.
p-867524 = No advertising, and nobody reading over your shoulder.

# nl: Thuisbezorgd
p-25d00a = Delivered

# nl: Laat je adres achter en kies je taal. Je krijgt elk stuk één keer en nooit twee keer, en weer vertrekken kost één klik. Lees je liever met een feedlezer, dan vind je de feed onderaan elke bladzijde.
p-cc40d0 = Leave your address and choose your language. You get each piece once and never twice, and leaving again takes one click. If you would rather use a feed reader, the feed is at the foot of every page.
