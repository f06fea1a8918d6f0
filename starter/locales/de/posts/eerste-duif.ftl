### De eerste duif is los
### posts/eerste-duif.md. How to translate: TRANSLATING.md

# nl: De eerste duif is los
title = Die erste Taube ist unterwegs

# nl: Wat we te vertellen hebben staat voortaan hier, en wie dat wil krijgt het thuisbezorgd in de eigen taal.
summary = Was wir zu erzählen haben, steht von nun an hier, und wer möchte, bekommt es in der eigenen Sprache nach Hause.

# nl: Een postduif heeft geen kaart nodig. Ze weet waar haar hok staat en vliegt erheen, over elke taalgrens. Zo is deze plek bedoeld: we schrijven **één keer**, in het Nederlands, en elk stuk vindt zijn lezers in hun taal.
p-d919ba = Eine Brieftaube braucht keine Karte. Sie weiß, wo ihr Schlag steht, und fliegt dorthin, über jede Sprachgrenze hinweg. So ist dieser Ort gedacht: Wir schreiben **einmal**, auf Niederländisch, und jeder Text findet seine Leser in ihrer Sprache.

# nl: Wat je hier krijgt
p-2ca5ef = Was du hier bekommst

# nl: Stukken van mensen die het werk zelf doen.
p-81417c = Texte von Leuten, die die Arbeit selbst machen.

# nl: Vertalingen die iemand heeft nagelezen. Wat nog niet vertaald is, staat er eerlijk bij.
p-559572 = Übersetzungen, die jemand gegengelesen hat. Was noch nicht übersetzt ist, steht ehrlich dabei.

# nl: Geen reclame, en niemand die over je schouder meeleest.
p-867524 = Keine Werbung und niemand, der dir über die Schulter schaut.

# nl: Thuisbezorgd
p-25d00a = Nach Hause gebracht

# nl: Laat je adres achter en kies je taal. Je krijgt elk stuk één keer en nooit twee keer, en weer vertrekken kost één klik. Lees je liever met een feedlezer, dan vind je de feed onderaan elke bladzijde.
p-cc40d0 = Hinterlass deine Adresse und wähle deine Sprache. Du bekommst jeden Text einmal und nie zweimal, und wieder zu gehen kostet einen Klick. Liest du lieber mit einem Feedreader, findest du den Feed am Ende jeder Seite.
