### Te veel, te vroeg, te weinig: wat je lichaam aankan
### posts/belasting-en-belastbaarheid/index.md. How to translate: TRANSLATING.md

# nl: Te veel, te vroeg, te weinig: wat je lichaam aankan
# machine: nobody has read this yet; correct it, or approve it
title = Zu viel, zu früh, zu wenig: Was dein Körper verkraftet

# nl: De meeste pijntjes die wij zien, beginnen niet met een verkeerde beweging maar met een sprong in belasting. Zo lees je waar jouw grens vandaag ligt, en zo schuif je ze op.
# machine: nobody has read this yet; correct it, or approve it
summary = Die meisten Wehwehchen, die wir sehen, beginnen nicht mit einer falschen Bewegung, sondern mit einem Sprung in der Belastung. So erkennst du, wo deine Grenze heute liegt, und so verschiebst du sie.

# nl: Een plank in evenwicht op een ronde steen, met links een stapel terracotta keien en rechts een groene plant in een pot.
# machine: nobody has read this yet; correct it, or approve it
image-alt = Ein Brett im Gleichgewicht auf einem runden Stein, links ein Stapel terrakottafarbener Steine, rechts eine grüne Pflanze im Topf.

# nl: Evenwicht is geen toestand, je stelt het elke week een beetje bij.
# machine: nobody has read this yet; correct it, or approve it
image-caption = Gleichgewicht ist kein Zustand, du justierst es jede Woche ein bisschen nach.

# nl: Tekening: Beweegreden
# machine: nobody has read this yet; correct it, or approve it
image-credit = Zeichnung: Beweegreden

# nl: In mei belde Karel. Hij had op één zaterdag de haag geschoren, de oprit ontmost en een halve kuub zavel verkruid. Op maandag kreeg hij zijn arm niet meer boven zijn schouder. ‘Ik heb nochtans niks verkeerd gedaan’, zei hij. Dat klopte. Elke beweging die hij die dag maakte, was in orde. Het waren er alleen zevenhonderd te veel voor een schouder die de hele winter vooral een computermuis had verplaatst.[^karel]
# machine: nobody has read this yet; correct it, or approve it
p-15ba08 = Im Mai rief Karel an. Er hatte an einem einzigen Samstag die Hecke geschnitten, die Einfahrt von Moos befreit und einen halben Kubikmeter Sand mit der Schubkarre weggefahren. Am Montag bekam er den Arm nicht mehr über die Schulter. „Dabei habe ich doch gar nichts falsch gemacht“, sagte er. Das stimmte. Jede Bewegung, die er an dem Tag machte, war in Ordnung. Es waren nur siebenhundert zu viel für eine Schulter, die den ganzen Winter über vor allem eine Computermaus bewegt hatte.[^karel]

# nl: Dat verhaal horen we in de praktijk elke week in een andere versie. De kuit na de eerste padelavond, de knie na een citytrip met twintigduizend stappen per dag, de pols na het behangen van twee kamers. Het loont om te begrijpen wat er dan gebeurt, want dezelfde gedachte helpt je om klachten te voorkomen, om ervan te herstellen en om sterker te worden.
# machine: nobody has read this yet; correct it, or approve it
p-d31b3a = Diese Geschichte hören wir in der Praxis jede Woche in einer anderen Fassung. Die Wade nach dem ersten Padelabend, das Knie nach einer Städtereise mit zwanzigtausend Schritten am Tag, das Handgelenk nach dem Tapezieren von zwei Zimmern. Es lohnt sich zu verstehen, was dann passiert, denn derselbe Gedanke hilft dir, Beschwerden vorzubeugen, dich davon zu erholen und stärker zu werden.

# nl: Twee woorden die bij elkaar horen
# machine: nobody has read this yet; correct it, or approve it
p-e4b432 = Zwei Wörter, die zusammengehören

# nl: **Belasting** is alles wat je van je lichaam vraagt: gewicht, herhalingen, kilometers, tempo, uren in dezelfde houding. **Belastbaarheid** is wat je weefsels op dit moment verdragen zonder te protesteren. Een pees, een bot of een spier heeft geen vast maximum dat bij je geboorte werd ingesteld. De grens ligt vandaag ergens, en over drie maanden ligt ze ergens anders.
# machine: nobody has read this yet; correct it, or approve it
p-ceb7cd = **Belastung** ist alles, was du von deinem Körper verlangst: Gewicht, Wiederholungen, Kilometer, Tempo, Stunden in derselben Haltung. **Belastbarkeit** ist das, was dein Gewebe im Moment verträgt, ohne zu protestieren. Eine Sehne, ein Knochen oder ein Muskel hat kein festes Maximum, das bei deiner Geburt eingestellt wurde. Die Grenze liegt heute irgendwo, und in drei Monaten liegt sie woanders.

# nl: De Amerikaanse orthopedist Scott Dye tekende dat in de jaren negentig als een gebied onder een kromme, voor de knie.[^dye] Binnen dat gebied doe je je ding en merk je niets. Ga je er ver boven, dan loopt een weefsel schade op. Daartussen ligt een strook waar je wel iets voelt en waar niets stuk is. Precies in die strook speelt het grootste deel van ons werk zich af.
# machine: nobody has read this yet; correct it, or approve it
p-256f56 = Der amerikanische Orthopäde Scott Dye zeichnete das in den Neunzigerjahren als Fläche unter einer Kurve, und zwar für das Knie.[^dye] Innerhalb dieser Fläche machst du dein Ding und merkst nichts. Gehst du weit darüber hinaus, nimmt ein Gewebe Schaden. Dazwischen liegt ein Streifen, in dem du zwar etwas spürst, aber nichts kaputt ist. Genau in diesem Streifen spielt sich der größte Teil unserer Arbeit ab.

# nl: Een gebogen groene zone met daarboven een smalle zandkleurige band; een terracotta lijn slingert door de zone en komt één keer boven de band uit.
# machine: nobody has read this yet; correct it, or approve it
p-c5e675 = Eine gebogene grüne Zone mit einem schmalen sandfarbenen Band darüber; eine terrakottafarbene Linie schlängelt sich durch die Zone und ragt einmal über das Band hinaus.

# nl: Het groene vlak is wat je gewend bent, de strook erboven is waar je traint. De rode lijn is een gewoon jaar: één keer schiet ze erover.
# machine: nobody has read this yet; correct it, or approve it
p-07f604 = Die grüne Fläche ist das, was du gewohnt bist, im Streifen darüber trainierst du. Die rote Linie ist ein gewöhnliches Jahr: Einmal schießt sie darüber hinaus.

# nl: Twee dingen maken dat beeld bruikbaar. De kromme zakt als je langdurig minder doet: na drie weken griep, na zes weken gips, na een winter in de zetel. En ze stijgt als je regelmatig iets meer vraagt dan je gewend bent en daarna tijd geeft om te herstellen. Rust alleen brengt de kromme dus nooit hoger. Rust kalmeert een geprikkeld weefsel, en daarna is er weer werk aan de winkel.
# machine: nobody has read this yet; correct it, or approve it
p-5545cf = Zwei Dinge machen dieses Bild brauchbar. Die Kurve sinkt, wenn du über längere Zeit weniger machst: nach drei Wochen Grippe, nach sechs Wochen Gips, nach einem Winter im Sessel. Und sie steigt, wenn du regelmäßig etwas mehr verlangst, als du gewohnt bist, und danach Zeit zur Erholung gibst. Ruhe allein bringt die Kurve also nie höher. Ruhe besänftigt ein gereiztes Gewebe, und danach gibt es wieder etwas zu tun.

# nl: Waarom slaap en stress meetellen
# machine: nobody has read this yet; correct it, or approve it
p-2e8e12 = Warum Schlaf und Stress mitzählen

# nl: Belastbaarheid is meer dan spiermassa. Het Internationaal Olympisch Comité liet in 2016 een groep experts alle onderzoek naar belasting en blessures samenleggen. Hun definitie van belasting omvat uitdrukkelijk ook psychologische druk, reizen en een volgepakte agenda, en snelle veranderingen in belasting kwamen naar voren als een risico op zichzelf.[^ioc] Het ging daar om sporters, maar wie een verhuis of een examenperiode achter de rug heeft, herkent het patroon.
# machine: nobody has read this yet; correct it, or approve it
p-ff48f1 = Belastbarkeit ist mehr als Muskelmasse. Das Internationale Olympische Komitee ließ 2016 eine Gruppe von Fachleuten die gesamte Forschung zu Belastung und Verletzungen zusammentragen. Ihre Definition von Belastung umfasst ausdrücklich auch psychischen Druck, Reisen und einen vollgepackten Terminkalender, und schnelle Änderungen der Belastung erwiesen sich als ein Risiko für sich.[^ioc] Es ging dabei um Sportlerinnen und Sportler, aber wer einen Umzug oder eine Prüfungszeit hinter sich hat, erkennt das Muster wieder.

# nl: Daarom vragen we bij een eerste afspraak niet alleen wat er pijn doet. We vragen ook:
# machine: nobody has read this yet; correct it, or approve it
p-3c5015 = Darum fragen wir bei einem ersten Termin nicht nur, was wehtut. Wir fragen auch:

# nl: Wat is er de laatste zes weken veranderd?
# machine: nobody has read this yet; correct it, or approve it
p-44b4bf = Was hat sich in den letzten sechs Wochen verändert?

# nl: op het werk: andere taken, een nieuwe stoel, overuren
# machine: nobody has read this yet; correct it, or approve it
p-c29a94 = bei der Arbeit: andere Aufgaben, ein neuer Stuhl, Überstunden

# nl: in je vrije tijd: een nieuwe sport, andere schoenen, een verbouwing
# machine: nobody has read this yet; correct it, or approve it
p-13837c = in der Freizeit: eine neue Sportart, andere Schuhe, ein Umbau

# nl: thuis: slechte nachten, zorg voor iemand, zorgen om iets
# machine: nobody has read this yet; correct it, or approve it
p-a9bff1 = zu Hause: schlechte Nächte, Sorge für jemanden, Sorgen um etwas

# nl: Wat deed je vóór de klacht zonder nadenken, en wat lukt daar nu nog van?
# machine: nobody has read this yet; correct it, or approve it
p-e0ec03 = Was hast du vor den Beschwerden gemacht, ohne nachzudenken, und was davon klappt jetzt noch?

# nl: Hoe reageert de klacht de ochtend nadien?
# machine: nobody has read this yet; correct it, or approve it
p-b84ea0 = Wie reagieren die Beschwerden am Morgen danach?

# nl: De vraag is zelden wat je verkeerd deed. De vraag is hoe snel het meer werd.
# machine: nobody has read this yet; correct it, or approve it
p-37d508 = Die Frage ist selten, was du falsch gemacht hast. Die Frage ist, wie schnell es mehr wurde.

# nl: Pijn als dashboard
# machine: nobody has read this yet; correct it, or approve it
p-053ea9 = Schmerz als Kontrollleuchte

# nl: ‘Mag ik oefenen als het pijn doet?’ is de vraag die we het vaakst krijgen. Bij aanslepende klachten van spieren, pezen en gewrichten is het eerlijke antwoord meestal: ja, binnen grenzen. Een meta-analyse van zeven studies vergeleek oefenprogramma's waarin wat pijn toegelaten was met pijnvrije programma's. Op korte termijn deden de pijnlijke oefeningen het een klein beetje beter, op langere termijn was er geen verschil.[^smith] Pijn hoeft dus niet, maar ze is ook geen stopbord.
# machine: nobody has read this yet; correct it, or approve it
p-0d1cdc = „Darf ich üben, wenn es wehtut?“ ist die Frage, die wir am häufigsten hören. Bei langwierigen Beschwerden an Muskeln, Sehnen und Gelenken lautet die ehrliche Antwort meistens: ja, in Grenzen. Eine Metaanalyse von sieben Studien verglich Übungsprogramme, in denen etwas Schmerz erlaubt war, mit schmerzfreien Programmen. Kurzfristig schnitten die schmerzhaften Übungen ein klein wenig besser ab, längerfristig gab es keinen Unterschied.[^smith] Schmerz muss also nicht sein, aber er ist auch kein Stoppschild.

# nl: Voor die grenzen gebruiken we een model dat Zweedse onderzoekers uittestten bij mensen met een pijnlijke achillespees. Zij lieten één groep gewoon verder lopen en springen, zolang de pijn onder controle bleef. Na een jaar was die groep even goed hersteld als de groep die zes weken lang niet mocht sporten.[^silb] Wij vertaalden hun afspraken in drie kleuren, op een schaal van 0 tot 10.
# machine: nobody has read this yet; correct it, or approve it
p-baeb43 = Für diese Grenzen benutzen wir ein Modell, das schwedische Forschende bei Menschen mit schmerzender Achillessehne erprobt haben. Sie ließen eine Gruppe einfach weiter laufen und springen, solange der Schmerz unter Kontrolle blieb. Nach einem Jahr war diese Gruppe genauso gut erholt wie die Gruppe, die sechs Wochen lang keinen Sport treiben durfte.[^silb] Wir haben ihre Regeln in drei Farben übersetzt, auf einer Skala von 0 bis 10.

# nl: Kleur
# machine: nobody has read this yet; correct it, or approve it
p-a836e2 = Farbe

# nl: Tijdens het bewegen
# machine: nobody has read this yet; correct it, or approve it
p-641b56 = Während der Bewegung

# nl: De ochtend nadien
# machine: nobody has read this yet; correct it, or approve it
p-a023e4 = Am Morgen danach

# nl: Wat je doet
# machine: nobody has read this yet; correct it, or approve it
p-14e2ff = Was du machst

# nl: Groen
# machine: nobody has read this yet; correct it, or approve it
p-f65563 = Grün

# nl: 0 tot 2
# machine: nobody has read this yet; correct it, or approve it
p-3a2fa4 = 0 bis 2

# nl: zoals gewoonlijk
# machine: nobody has read this yet; correct it, or approve it
p-f77e93 = wie gewohnt

# nl: volgende keer een stapje meer
# machine: nobody has read this yet; correct it, or approve it
p-9efc51 = beim nächsten Mal ein kleiner Schritt mehr

# nl: Oranje
# machine: nobody has read this yet; correct it, or approve it
p-b015c8 = Orange

# nl: 3 tot 5
# machine: nobody has read this yet; correct it, or approve it
p-e033dc = 3 bis 5

# nl: terug op je gewone niveau
# machine: nobody has read this yet; correct it, or approve it
p-c084b7 = wieder auf deinem gewohnten Niveau

# nl: nog een week hetzelfde
# machine: nobody has read this yet; correct it, or approve it
p-c5ca0c = noch eine Woche dasselbe

# nl: Rood
# machine: nobody has read this yet; correct it, or approve it
p-8ceda9 = Rot

# nl: meer dan 5
# machine: nobody has read this yet; correct it, or approve it
p-1a461f = mehr als 5

# nl: stijver of pijnlijker dan gewoonlijk
# machine: nobody has read this yet; correct it, or approve it
p-e61867 = steifer oder schmerzhafter als gewohnt

# nl: een derde minder, daarna opnieuw opbouwen
# machine: nobody has read this yet; correct it, or approve it
p-0a3513 = ein Drittel weniger, danach wieder aufbauen

# nl: Dit kleurenschema is gemaakt voor klachten die geleidelijk ontstonden. Na een val, een verzwikking met een krak, een operatie of bij pijn die je 's nachts wakker houdt, laat je eerst iemand kijken voor je ermee aan de slag gaat.
# machine: nobody has read this yet; correct it, or approve it
p-1b5771 = Dieses Farbschema ist für Beschwerden gedacht, die allmählich entstanden sind. Nach einem Sturz, nach einer Verstauchung mit einem Knacken, nach einer Operation oder bei Schmerzen, die dich nachts wach halten, lässt du erst jemanden draufschauen, bevor du damit loslegst.

# nl: Je grens opschuiven in vijf stappen
# machine: nobody has read this yet; correct it, or approve it
p-b7d7cd = Deine Grenze verschieben in fünf Schritten

# nl: **Zoek je vertrekpunt.** Hoeveel kun je vandaag doen zodat je morgenochtend niets extra voelt? Dat is je basis, ook als het een belachelijk kleine hoeveelheid lijkt.
# machine: nobody has read this yet; correct it, or approve it
p-ae2d7c = **Such deinen Ausgangspunkt.** Wie viel kannst du heute machen, ohne morgen früh zusätzlich etwas zu spüren? Das ist deine Basis, auch wenn es dir lächerlich wenig vorkommt.

# nl: **Verander één ding tegelijk.** Meer herhalingen, meer gewicht of meer tempo. Wie alles samen verhoogt, weet achteraf niet wat te veel was.
# machine: nobody has read this yet; correct it, or approve it
p-a86153 = **Ändere immer nur eine Sache.** Mehr Wiederholungen, mehr Gewicht oder mehr Tempo. Wer alles zusammen steigert, weiß hinterher nicht, was zu viel war.

# nl: **Ga in kleine trappen.** Ongeveer tien procent per week is een bruikbare vuistregel voor wie al bezig is. Het is geen natuurwet: van een heel lage basis mag een stap wat groter zijn.
# machine: nobody has read this yet; correct it, or approve it
p-499f20 = **Geh in kleinen Stufen vor.** Etwa zehn Prozent pro Woche sind eine brauchbare Faustregel für alle, die schon dabei sind. Ein Naturgesetz ist das nicht: Von einer sehr niedrigen Basis aus darf eine Stufe etwas größer sein.

# nl: **Geef het een nacht of twee.** Pezen en botten bouwen trager om dan spieren. Zware prikkels voor dezelfde plek zet je liever met 48 uur ertussen.
# machine: nobody has read this yet; correct it, or approve it
p-246a67 = **Gib dem Ganzen eine Nacht oder zwei.** Sehnen und Knochen bauen sich langsamer um als Muskeln. Schwere Reize für dieselbe Stelle setzt du besser im Abstand von 48 Stunden.

# nl: **Plan een rustige week.** Om de drie of vier weken doe je twee derde van wat je gewend bent. Je verliest daar niets mee.
# machine: nobody has read this yet; correct it, or approve it
p-408c89 = **Plane eine ruhige Woche ein.** Alle drei oder vier Wochen machst du zwei Drittel von dem, was du gewohnt bist. Du verlierst damit nichts.

# nl: Karel begon met een elastiek en een halfvolle gieter, twaalf keer heffen tot ooghoogte, om de twee dagen. Na zeven weken hing hij de hangkast van zijn dochter op. De haag doet hij nu in drie keer. Volgens hem omdat hij ouder wordt. Volgens ons omdat hij het doorheeft.
# machine: nobody has read this yet; correct it, or approve it
p-a079dd = Karel begann mit einem Gummiband und einer halb vollen Gießkanne, zwölfmal heben bis auf Augenhöhe, jeden zweiten Tag. Nach sieben Wochen hängte er den Hängeschrank seiner Tochter auf. Die Hecke schneidet er jetzt in drei Etappen. Er meint, weil er älter wird. Wir meinen, weil er es begriffen hat.

# nl: Wil je zien hoe je met dit principe een concreet schema bouwt, lees dan hoe je [opnieuw begint te lopen](opnieuw-beginnen-lopen.md). Heb je vooral last van je rug, begin dan bij [bewegen met lage rugpijn](bewegen-met-lage-rugpijn.md).
# machine: nobody has read this yet; correct it, or approve it
p-7c766d = Willst du sehen, wie du mit diesem Prinzip einen konkreten Plan aufbaust, dann lies, wie du [wieder mit dem Laufen anfängst](opnieuw-beginnen-lopen.md). Macht dir vor allem dein Rücken zu schaffen, fang mit dem [Bewegen bei Schmerzen im unteren Rücken](bewegen-met-lage-rugpijn.md) an.

# nl: De mensen in onze verhalen heten in het echt anders, en we veranderen details tot niemand nog herkenbaar is. Het getal van zevenhonderd is een ruwe telling: een haag van twintig meter is al snel een paar honderd keer de arm heffen.
# machine: nobody has read this yet; correct it, or approve it
p-c92d1d = Die Menschen in unseren Geschichten heißen in Wirklichkeit anders, und wir ändern Details, bis niemand mehr zu erkennen ist. Die Zahl siebenhundert ist grob gezählt: Bei einer Hecke von zwanzig Metern hebt man den Arm schnell ein paar Hundert Mal.

# nl: Dye noemde het de *envelope of function*. Hij bedoelde de knie, maar het beeld is later voor zowat elk gewricht overgenomen.
# machine: nobody has read this yet; correct it, or approve it
p-6c2329 = Dye nannte es die *envelope of function*. Er meinte das Knie, aber das Bild wurde später für so ziemlich jedes Gelenk übernommen.

# nl: Soligard en collega's, 2016. De consensus steunt vooral op observationeel onderzoek bij sporters. Ze toont samenhang, en dat is minder dan bewijs van oorzaak en gevolg.
# machine: nobody has read this yet; correct it, or approve it
p-40f272 = Soligard und Team, 2016. Der Konsens stützt sich vor allem auf Beobachtungsstudien bei Sportlerinnen und Sportlern. Er zeigt Zusammenhänge, und das ist weniger als ein Beweis für Ursache und Wirkung.

# nl: Smith en collega's, 2017. Het voordeel op korte termijn was klein en de kwaliteit van de studies wisselend.
# machine: nobody has read this yet; correct it, or approve it
p-7be041 = Smith und Team, 2017. Der kurzfristige Vorteil war klein und die Qualität der Studien unterschiedlich.

# nl: Silbernagel en collega's, 2007: 38 deelnemers, pijn tot 5 op 10 toegelaten, en de volgende ochtend moest de pijn weer gezakt zijn. Beide groepen deden intussen dezelfde opbouwende kuitoefeningen.
# machine: nobody has read this yet; correct it, or approve it
p-9d8242 = Silbernagel und Team, 2007: 38 Teilnehmende, Schmerz bis 5 von 10 erlaubt, und am nächsten Morgen musste der Schmerz wieder abgeklungen sein. Beide Gruppen machten währenddessen dieselben aufbauenden Wadenübungen.
