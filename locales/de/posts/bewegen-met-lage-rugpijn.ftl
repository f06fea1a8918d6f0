### Je rug mag weer meedoen
### posts/bewegen-met-lage-rugpijn/index.md. How to translate: TRANSLATING.md

# nl: Je rug mag weer meedoen
title = Dein Rücken darf wieder mitmachen

# nl: Lage rugpijn is akelig en meestal onschuldig. Wat je de eerste dagen doet, wat een scan wel en niet vertelt, en waarom wandelen een verrassend goede verzekering is.
summary = Schmerzen im unteren Rücken sind fies und meistens harmlos. Was du in den ersten Tagen tust, was eine Aufnahme verrät und was nicht, und warum Spazierengehen eine erstaunlich gute Versicherung ist.

# nl: Zeven gladde keien in een zachte S-bocht op elkaar, als een wervelkolom, tegen een zandkleurige lucht met een lage zon.
image-alt = Sieben glatte Steine in einem sanften S-Bogen aufeinander, wie eine Wirbelsäule, vor einem sandfarbenen Himmel mit tief stehender Sonne.

# nl: Een rug is een stapel met veerkracht. De bochten horen erbij.
image-caption = Ein Rücken ist ein Stapel mit Federkraft. Die Bögen gehören dazu.

# nl: Tekening: Lien Verstraete
image-credit = Zeichnung: Lien Verstraete

# nl: Je bukt om een sok op te rapen en plots zit het vast. Je staat daar, half gebogen, één hand op de wastafel, en je eerste gedachte is: nu is er iets gescheurd. Ik schrijf dit voor dat moment en voor de twee weken erna. Het korte antwoord: er is bijna zeker niets gescheurd, het gaat voorbij, en je mag vandaag nog bewegen.
p-8ba4a4 = Du bückst dich nach einer Socke, und plötzlich geht nichts mehr. Du stehst da, halb gebeugt, eine Hand am Waschbecken, und dein erster Gedanke ist: Jetzt ist etwas gerissen. Ich schreibe das hier für diesen Moment und für die zwei Wochen danach. Die kurze Antwort: Es ist so gut wie sicher nichts gerissen, es geht vorbei, und du darfst dich heute noch bewegen.

# nl: Dat klinkt makkelijk voor wie geen pijn heeft. Lage rugpijn kan verschrikkelijk zijn, en de hevigheid zegt jammer genoeg weinig over de ernst. Bij ongeveer negen op de tien mensen met lage rugpijn vinden we geen ernstige ziekte of letsel dat de pijn verklaart. Een spier, een gewrichtje, een tussenwervelschijf of alles samen is geprikkeld, en het zenuwstelsel zet het volume hoog.
p-45c830 = Das sagt sich leicht, wenn man keine Schmerzen hat. Schmerzen im unteren Rücken können furchtbar sein, und wie heftig sie sind, sagt leider wenig darüber, wie ernst die Sache ist. Bei etwa neun von zehn Menschen mit Schmerzen im unteren Rücken finden wir keine ernste Krankheit oder Verletzung, die den Schmerz erklärt. Ein Muskel, ein kleines Gelenk, eine Bandscheibe oder alles zusammen ist gereizt, und das Nervensystem dreht die Lautstärke auf.

# nl: Eerst: wanneer bel je wel?
p-de455a = Zuerst: Wann solltest du doch anrufen?

# nl: Ga meteen naar de spoed als je gevoel verliest rond je geslachtsdelen of zitvlak, als je je plas of stoelgang niet meer kunt ophouden of plots niet meer kunt plassen, of als je been snel kracht verliest. Bel je huisarts bij rugpijn met koorts, na een zware val, bij een voorgeschiedenis van kanker, bij onverklaard gewichtsverlies, of als je lang cortisone neemt.
p-3505a1 = Geh sofort in die Notaufnahme, wenn du rund um die Genitalien oder am Gesäß das Gefühl verlierst, wenn du Urin oder Stuhl nicht mehr halten oder plötzlich kein Wasser mehr lassen kannst oder wenn dein Bein schnell an Kraft verliert. Ruf deine Hausarztpraxis an bei Rückenschmerzen mit Fieber, nach einem schweren Sturz, bei einer früheren Krebserkrankung, bei ungeklärtem Gewichtsverlust oder wenn du seit Langem Kortison nimmst.

# nl: Die situaties zijn zeldzaam, en we vragen er bij elke eerste afspraak naar. Pijn die tot onder de knie uitstraalt of een tintelende voet is meestal geen spoedgeval, maar wel een goede reden om binnen enkele dagen iemand te laten kijken.
p-5a2784 = Solche Situationen sind selten, und wir fragen bei jedem ersten Termin danach. Schmerzen, die bis unters Knie ausstrahlen, oder ein kribbelnder Fuß sind meist kein Notfall, aber ein guter Grund, innerhalb weniger Tage jemanden draufschauen zu lassen.

# nl: De eerste dagen
p-42ac12 = Die ersten Tage

# nl: Vroeger schreef men bedrust voor, soms wekenlang. Een Cochrane-overzicht zette de studies naast elkaar: mensen met acute rugpijn die het advies kregen om actief te blijven, hadden iets minder pijn en functioneerden wat beter dan wie in bed moest blijven.[^dahm] Het verschil was klein, de richting was duidelijk. Liggen mag om even op adem te komen, tien minuten of een halfuur. Het is een pauze tussen twee keer rechtstaan.
p-d5b84a = Früher wurde Bettruhe verordnet, manchmal wochenlang. Eine Cochrane-Übersicht hat die Studien nebeneinandergelegt: Menschen mit akuten Rückenschmerzen, denen geraten wurde, aktiv zu bleiben, hatten etwas weniger Schmerzen und kamen im Alltag etwas besser zurecht als Menschen, die im Bett bleiben sollten.[^dahm] Der Unterschied war klein, die Richtung war klar. Liegen darfst du, um kurz durchzuatmen, zehn Minuten oder eine halbe Stunde. Es ist eine Pause zwischen zweimal Aufstehen.

# nl: Voor die eerste dagen geef ik bijna altijd dezelfde vier afspraken mee.
p-d4a35a = Für diese ersten Tage gebe ich fast immer dieselben vier Abmachungen mit.

# nl: **Wissel elke twintig minuten van houding.** Zitten, staan, een paar passen, even liggen. Lang hetzelfde is wat een geprikkelde rug het slechtst verdraagt.
p-708d95 = **Wechsle alle zwanzig Minuten die Haltung.** Sitzen, stehen, ein paar Schritte, kurz liegen. Lange dasselbe verträgt ein gereizter Rücken am schlechtesten.

# nl: **Stap een paar keer per dag, ook al is het traag.** Tot aan de brievenbus telt. Probeer morgen tot aan de hoek van de straat te geraken.
p-53df15 = **Geh ein paarmal am Tag, auch wenn es langsam ist.** Bis zum Briefkasten zählt. Versuch morgen, bis zur Straßenecke zu kommen.

# nl: **Beweeg je rug in de richting die meevalt.** Bij de een is dat bol, bij de ander hol. Tien rustige herhalingen, een paar keer per dag.
p-ef8b8a = **Beweg deinen Rücken in die Richtung, die leichter fällt.** Bei den einen ist das rund, bei den anderen hohl. Zehn ruhige Wiederholungen, ein paarmal am Tag.

# nl: **Adem door.** Wie zijn adem inhoudt en zijn buik opspant bij elke stap, houdt de rug in de plooi die je net kwijt wilt.
p-834f66 = **Atme weiter.** Wer bei jedem Schritt die Luft anhält und den Bauch anspannt, hält den Rücken genau in dem Knick fest, den er loswerden will.

# nl: Warmte helpt veel mensen door de eerste nachten. Een kersenpitkussen van een kwartier tegen de onderrug is prima. Het geneest niets, maar je ontspant en je slaapt beter. Vraag je huisarts of apotheker raad voor je een pijnstiller neemt.
p-f9d816 = Wärme hilft vielen durch die ersten Nächte. Ein Kirschkernkissen für eine Viertelstunde am unteren Rücken ist prima. Es heilt nichts, aber du entspannst dich und schläfst besser. Lass dich in der Hausarztpraxis oder in der Apotheke beraten, bevor du ein Schmerzmittel nimmst.

# nl: Wat een scan vertelt, en wat niet
p-e62792 = Was eine Aufnahme verrät und was nicht

# nl: ‘Zouden we niet beter een foto nemen?’ Ik begrijp de vraag. Toch maakt een scan zonder goede reden het vaak erger, omdat hij bijna altijd iets toont. Onderzoekers bundelden de beelden van 3110 mensen *zonder* rugpijn. Dit zagen ze.[^brin]
p-e7f8d5 = „Sollten wir nicht besser ein Bild machen?“ Ich verstehe die Frage. Trotzdem macht eine Aufnahme ohne guten Grund es oft schlimmer, weil sie fast immer etwas zeigt. Forschende haben die Bilder von 3110 Menschen *ohne* Rückenschmerzen zusammengetragen. Das sahen sie.[^brin]

# nl: Leeftijd
p-57a60e = Alter

# nl: Slijtage van een tussenwervelschijf
p-0effce = Verschleiß einer Bandscheibe

# nl: Uitpuilende schijf
p-292ca8 = Vorgewölbte Bandscheibe

# nl: 20 jaar
p-b2c9f2 = 20 Jahre

# nl: 40 jaar
p-4f7a90 = 40 Jahre

# nl: 60 jaar
p-697fd0 = 60 Jahre

# nl: 80 jaar
p-3d5f99 = 80 Jahre

# nl: Lees die tabel nog eens: het zijn mensen die geen pijn hadden. Wie op zijn vijftigste een verslag krijgt met ‘discusdegeneratie L4-L5’ krijgt dus nieuws dat evengoed over de buur kon gaan. Het zijn grijze haren, maar dan vanbinnen. Een scan is nuttig als de uitslag de behandeling verandert: bij een vermoeden van iets ernstigs, of als een ingreep ter sprake komt. De Belgische richtlijn van het KCE raadt routinebeeldvorming bij gewone rugpijn uitdrukkelijk af.
p-8979b0 = Lies die Tabelle noch einmal: Das sind Menschen, die keine Schmerzen hatten. Wer mit fünfzig einen Befund mit „Bandscheibendegeneration L4/L5“ bekommt, erhält also eine Nachricht, die genauso gut vom Nachbarn handeln könnte. Es sind graue Haare, nur eben innen. Eine Aufnahme ist nützlich, wenn das Ergebnis die Behandlung ändert: bei einem Verdacht auf etwas Ernstes oder wenn ein Eingriff zur Sprache kommt. Die belgische Leitlinie des KCE rät bei gewöhnlichen Rückenschmerzen ausdrücklich von routinemäßiger Bildgebung ab.

# nl: Jouw rug staat in geen enkel verslag. Er staat alleen een foto van in.
p-5daa23 = Dein Rücken steckt in keinem Befund. Darin steckt nur ein Bild von ihm.

# nl: Als het langer dan drie maanden duurt
p-f584b6 = Wenn es länger als drei Monate dauert

# nl: Bij de meeste mensen zakt een nieuwe aanval stevig in de eerste zes weken. Bij een deel blijft er pijn. Voor hen is er veel onderzoek: het Cochrane-overzicht over oefentherapie bij chronische lage rugpijn telde in 2021 maar liefst 249 studies met ruim 24.000 deelnemers. Gemiddeld zakte de pijn met oefenen 15 punten op 100 meer dan met niets doen, gewone zorg of een placebo.[^hayd] De winst in functioneren was er ook, en kleiner.
p-0404ee = Bei den meisten Menschen klingt eine neue Episode in den ersten sechs Wochen kräftig ab. Bei einem Teil bleiben Schmerzen. Für sie gibt es viel Forschung: Die Cochrane-Übersicht zur Bewegungstherapie bei chronischen Schmerzen im unteren Rücken zählte 2021 stolze 249 Studien mit gut 24.000 Teilnehmenden. Im Schnitt sank der Schmerz durch Üben um 15 von 100 Punkten mehr als durch Nichtstun, die übliche Versorgung oder ein Placebo.[^hayd] Auch im Alltag kamen die Menschen besser zurecht, doch dieser Gewinn war kleiner.

# nl: Welke oefening is de beste?
p-4b172b = Welche Übung ist die beste?

# nl: Daar wordt op familiefeesten stevig over gediscussieerd. Pilates, kracht, yoga, zwemmen: de verschillen tussen de methodes zijn klein tegenover het verschil tussen iets doen en niets doen. Ik stel daarom een andere vraag: wat doe je in november nog, als het regent en je moe thuiskomt? Dát is je oefening. De Wereldgezondheidsorganisatie zet gestructureerde oefenprogramma's op haar lijst van aanraders, samen met uitleg op maat en, waar nodig, psychologische begeleiding. Tractie, lumbale steungordels en TENS-toestellen raadt ze als routinebehandeling af.
p-a136ea = Darüber wird auf Familienfesten heftig diskutiert. Pilates, Kraft, Yoga, Schwimmen: Die Unterschiede zwischen den Methoden sind klein gegenüber dem Unterschied zwischen etwas tun und nichts tun. Ich stelle deshalb eine andere Frage: Was machst du im November noch, wenn es regnet und du müde nach Hause kommst? Genau das ist deine Übung. Die Weltgesundheitsorganisation setzt strukturierte Übungsprogramme auf die Liste ihrer Empfehlungen, zusammen mit individuell zugeschnittener Aufklärung und, wo nötig, psychologischer Begleitung. Von Traktion, Rückenstützgürteln und TENS-Geräten als Routinebehandlung rät sie ab.

# nl: Wandelen als verzekering
p-9a56d2 = Spazierengehen als Versicherung

# nl: Rugpijn komt graag terug: na een aanval krijgt een groot deel van de mensen er binnen het jaar nog een. In Australië volgden onderzoekers 701 volwassenen die net hersteld waren. De helft kreeg zes gesprekken met een kinesitherapeut en een wandelplan dat in zes maanden opbouwde naar vijf keer een halfuur per week. De andere helft kreeg niets. Bij de wandelaars duurde het in het midden van de groep 208 dagen tot een nieuwe aanval die hen belemmerde, bij de anderen 112.[^walk]
p-d70483 = Rückenschmerzen kommen gern zurück: Nach einer Episode bekommt ein großer Teil der Menschen binnen eines Jahres die nächste. In Australien begleitete ein Forschungsteam 701 Erwachsene, die sich gerade erholt hatten. Die Hälfte bekam sechs physiotherapeutische Gespräche und ein Gehprogramm, das sich über sechs Monate auf fünfmal eine halbe Stunde pro Woche steigerte. Die andere Hälfte bekam nichts. In der Mitte der Gehgruppe dauerte es 208 Tage bis zu einer neuen Episode, die die Menschen einschränkte, in der Mitte der anderen Gruppe 112.[^walk]

# nl: Er zit wel een addertje in dat resultaat: de wandelaars kregen ook begeleiding, en de anderen wisten dat ze niets kregen. Hoeveel van de winst uit de benen komt en hoeveel uit die zes gesprekken, weten we niet. Een stevige wandeling kost intussen niets en doet ook je hart, je slaap en je humeur goed. Ik neem die gok graag.
p-3aa680 = Einen Haken hat dieses Ergebnis: Die Gehgruppe bekam auch Begleitung, und die anderen wussten, dass sie nichts bekamen. Wie viel vom Gewinn aus den Beinen kommt und wie viel aus den sechs Gesprächen, wissen wir nicht. Ein zügiger Spaziergang kostet derweil nichts und tut auch deinem Herzen, deinem Schlaf und deiner Laune gut. Diese Wette gehe ich gern ein.

# nl: Bukken, tillen, leven
p-54f6b4 = Bücken, heben, leben

# nl: Vermijd je maandenlang om te bukken, dan verliest je rug precies de belastbaarheid die hij nodig heeft om te bukken. Hoe dat werkt, legt Jonas uit in zijn stuk over [wat je lichaam aankan](belasting-en-belastbaarheid.md). Begin klein: een lege wasmand, daarna een halve, daarna een volle. Een rug die elke week een beetje meer tilt, schrikt niet van een sok. En ben je de vijftig voorbij, lees dan zeker ook [waarom kracht op je vijftigste pas echt telt](sterker-na-je-vijftigste.md).
p-949b5e = Vermeidest du monatelang das Bücken, verliert dein Rücken genau die Belastbarkeit, die er zum Bücken braucht. Wie das funktioniert, erklärt Jonas in seinem Beitrag darüber, [was dein Körper verkraftet](belasting-en-belastbaarheid.md). Fang klein an: ein leerer Wäschekorb, danach ein halb voller, danach ein voller. Ein Rücken, der jede Woche ein bisschen mehr hebt, erschrickt nicht vor einer Socke. Und wenn du die fünfzig hinter dir hast, lies unbedingt auch, [warum Kraft mit fünfzig erst richtig zählt](sterker-na-je-vijftigste.md).

# nl: *Bijgewerkt op 12 november 2026: we voegden de kanttekening bij het wandelonderzoek toe en verduidelijkten wanneer je meteen naar de spoed gaat.*
p-e525a7 = *Aktualisiert am 12. November 2026: Wir haben die Anmerkung zur Gehstudie ergänzt und klarer beschrieben, wann du sofort in die Notaufnahme gehst.*

# nl: Dahm en collega's, 2010. Bij uitstralende pijn in het been (ischias) was er weinig of geen verschil tussen rusten en actief blijven.
p-13f1e9 = Dahm und Team, 2010. Bei ins Bein ausstrahlenden Schmerzen (Ischias) gab es wenig oder keinen Unterschied zwischen Ruhen und Aktivbleiben.

# nl: Brinjikji en collega's, 2015, een samenvatting van 33 studies. De percentages zijn schattingen per leeftijd.
p-ac6fb3 = Brinjikji und Team, 2015, eine Zusammenfassung von 33 Studien. Die Prozentwerte sind Schätzungen für das jeweilige Alter.

# nl: Hayden en collega's, 2021. De onderzoekers zijn matig zeker van dat cijfer, en niet elke deelnemer haalt het gemiddelde: sommigen winnen meer, anderen minder.
p-5ba551 = Hayden und Team, 2021. Die Forschenden sind sich dieser Zahl mäßig sicher, und nicht alle Teilnehmenden erreichen den Durchschnitt: Manche gewinnen mehr, andere weniger.

# nl: Pocovi en collega's, 2024. Het gaat om de mediaan: bij de helft van elke groep kwam de pijn vroeger terug, bij de andere helft later of niet.
p-391a92 = Pocovi und Team, 2024. Es geht um den Median: Bei der Hälfte jeder Gruppe kam der Schmerz früher zurück, bei der anderen Hälfte später oder gar nicht.
