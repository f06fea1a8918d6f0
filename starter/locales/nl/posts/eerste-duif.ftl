### De eerste duif is los
### Made from posts/eerste-duif.md by `postduif sync`: edit the post, not this file.

# title
title = De eerste duif is los

# summary
summary = Wat we te vertellen hebben staat voortaan hier, en wie dat wil krijgt het thuisbezorgd in de eigen taal.

# paragraph
p-d919ba = Een postduif heeft geen kaart nodig. Ze weet waar haar hok staat en vliegt erheen, over elke taalgrens. Zo is deze plek bedoeld: we schrijven **één keer**, in het Nederlands, en elk stuk vindt zijn lezers in hun taal.

# heading
p-2ca5ef = Wat je hier krijgt

# item of a list
p-81417c = Stukken van mensen die het werk zelf doen.

# item of a list
p-559572 = Vertalingen die iemand heeft nagelezen. Wat nog niet vertaald is, staat er eerlijk bij.

# item of a list
p-867524 = Geen reclame, en niemand die over je schouder meeleest.

# heading
p-25d00a = Thuisbezorgd

# paragraph
p-cc40d0 = Laat je adres achter en kies je taal. Je krijgt elk stuk één keer en nooit twee keer, en weer vertrekken kost één klik. Lees je liever met een feedlezer, dan vind je de feed onderaan elke bladzijde.
