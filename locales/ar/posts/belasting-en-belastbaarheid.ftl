### Te veel, te vroeg, te weinig: wat je lichaam aankan
### posts/belasting-en-belastbaarheid/index.md. How to translate: TRANSLATING.md

# nl: Te veel, te vroeg, te weinig: wat je lichaam aankan
# todo title =

# nl: De meeste pijntjes die wij zien, beginnen niet met een verkeerde beweging maar met een sprong in belasting. Zo lees je waar jouw grens vandaag ligt, en zo schuif je ze op.
# todo summary =

# nl: Een plank in evenwicht op een ronde steen, met links een stapel terracotta keien en rechts een groene plant in een pot.
# todo image-alt =

# nl: Evenwicht is geen toestand, je stelt het elke week een beetje bij.
# todo image-caption =

# nl: Tekening: Beweegreden
# todo image-credit =

# nl: In mei belde Karel. Hij had op één zaterdag de haag geschoren, de oprit ontmost en een halve kuub zavel verkruid. Op maandag kreeg hij zijn arm niet meer boven zijn schouder. ‘Ik heb nochtans niks verkeerd gedaan’, zei hij. Dat klopte. Elke beweging die hij die dag maakte, was in orde. Het waren er alleen zevenhonderd te veel voor een schouder die de hele winter vooral een computermuis had verplaatst.[^karel]
# todo p-15ba08 =

# nl: Dat verhaal horen we in de praktijk elke week in een andere versie. De kuit na de eerste padelavond, de knie na een citytrip met twintigduizend stappen per dag, de pols na het behangen van twee kamers. Het loont om te begrijpen wat er dan gebeurt, want dezelfde gedachte helpt je om klachten te voorkomen, om ervan te herstellen en om sterker te worden.
# todo p-d31b3a =

# nl: Twee woorden die bij elkaar horen
# todo p-e4b432 =

# nl: **Belasting** is alles wat je van je lichaam vraagt: gewicht, herhalingen, kilometers, tempo, uren in dezelfde houding. **Belastbaarheid** is wat je weefsels op dit moment verdragen zonder te protesteren. Een pees, een bot of een spier heeft geen vast maximum dat bij je geboorte werd ingesteld. De grens ligt vandaag ergens, en over drie maanden ligt ze ergens anders.
# todo p-ceb7cd =

# nl: De Amerikaanse orthopedist Scott Dye tekende dat in de jaren negentig als een gebied onder een kromme, voor de knie.[^dye] Binnen dat gebied doe je je ding en merk je niets. Ga je er ver boven, dan loopt een weefsel schade op. Daartussen ligt een strook waar je wel iets voelt en waar niets stuk is. Precies in die strook speelt het grootste deel van ons werk zich af.
# todo p-256f56 =

# nl: Een gebogen groene zone met daarboven een smalle zandkleurige band; een terracotta lijn slingert door de zone en komt één keer boven de band uit.
# todo p-c5e675 =

# nl: Het groene vlak is wat je gewend bent, de strook erboven is waar je traint. De rode lijn is een gewoon jaar: één keer schiet ze erover.
# todo p-07f604 =

# nl: Twee dingen maken dat beeld bruikbaar. De kromme zakt als je langdurig minder doet: na drie weken griep, na zes weken gips, na een winter in de zetel. En ze stijgt als je regelmatig iets meer vraagt dan je gewend bent en daarna tijd geeft om te herstellen. Rust alleen brengt de kromme dus nooit hoger. Rust kalmeert een geprikkeld weefsel, en daarna is er weer werk aan de winkel.
# todo p-5545cf =

# nl: Waarom slaap en stress meetellen
# todo p-2e8e12 =

# nl: Belastbaarheid is meer dan spiermassa. Het Internationaal Olympisch Comité liet in 2016 een groep experts alle onderzoek naar belasting en blessures samenleggen. Hun definitie van belasting omvat uitdrukkelijk ook psychologische druk, reizen en een volgepakte agenda, en snelle veranderingen in belasting kwamen naar voren als een risico op zichzelf.[^ioc] Het ging daar om sporters, maar wie een verhuis of een examenperiode achter de rug heeft, herkent het patroon.
# todo p-ff48f1 =

# nl: Daarom vragen we bij een eerste afspraak niet alleen wat er pijn doet. We vragen ook:
# todo p-3c5015 =

# nl: Wat is er de laatste zes weken veranderd?
# todo p-44b4bf =

# nl: op het werk: andere taken, een nieuwe stoel, overuren
# todo p-c29a94 =

# nl: in je vrije tijd: een nieuwe sport, andere schoenen, een verbouwing
# todo p-13837c =

# nl: thuis: slechte nachten, zorg voor iemand, zorgen om iets
# todo p-a9bff1 =

# nl: Wat deed je vóór de klacht zonder nadenken, en wat lukt daar nu nog van?
# todo p-e0ec03 =

# nl: Hoe reageert de klacht de ochtend nadien?
# todo p-b84ea0 =

# nl: De vraag is zelden wat je verkeerd deed. De vraag is hoe snel het meer werd.
# todo p-37d508 =

# nl: Pijn als dashboard
# todo p-053ea9 =

# nl: ‘Mag ik oefenen als het pijn doet?’ is de vraag die we het vaakst krijgen. Bij aanslepende klachten van spieren, pezen en gewrichten is het eerlijke antwoord meestal: ja, binnen grenzen. Een meta-analyse van zeven studies vergeleek oefenprogramma's waarin wat pijn toegelaten was met pijnvrije programma's. Op korte termijn deden de pijnlijke oefeningen het een klein beetje beter, op langere termijn was er geen verschil.[^smith] Pijn hoeft dus niet, maar ze is ook geen stopbord.
# todo p-0d1cdc =

# nl: Voor die grenzen gebruiken we een model dat Zweedse onderzoekers uittestten bij mensen met een pijnlijke achillespees. Zij lieten één groep gewoon verder lopen en springen, zolang de pijn onder controle bleef. Na een jaar was die groep even goed hersteld als de groep die zes weken lang niet mocht sporten.[^silb] Wij vertaalden hun afspraken in drie kleuren, op een schaal van 0 tot 10.
# todo p-baeb43 =

# nl: Kleur
# todo p-a836e2 =

# nl: Tijdens het bewegen
# todo p-641b56 =

# nl: De ochtend nadien
# todo p-a023e4 =

# nl: Wat je doet
# todo p-14e2ff =

# nl: Groen
# todo p-f65563 =

# nl: 0 tot 2
# todo p-3a2fa4 =

# nl: zoals gewoonlijk
# todo p-f77e93 =

# nl: volgende keer een stapje meer
# todo p-9efc51 =

# nl: Oranje
# todo p-b015c8 =

# nl: 3 tot 5
# todo p-e033dc =

# nl: terug op je gewone niveau
# todo p-c084b7 =

# nl: nog een week hetzelfde
# todo p-c5ca0c =

# nl: Rood
# todo p-8ceda9 =

# nl: meer dan 5
# todo p-1a461f =

# nl: stijver of pijnlijker dan gewoonlijk
# todo p-e61867 =

# nl: een derde minder, daarna opnieuw opbouwen
# todo p-0a3513 =

# nl: Dit kleurenschema is gemaakt voor klachten die geleidelijk ontstonden. Na een val, een verzwikking met een krak, een operatie of bij pijn die je 's nachts wakker houdt, laat je eerst iemand kijken voor je ermee aan de slag gaat.
# todo p-1b5771 =

# nl: Je grens opschuiven in vijf stappen
# todo p-b7d7cd =

# nl: **Zoek je vertrekpunt.** Hoeveel kun je vandaag doen zodat je morgenochtend niets extra voelt? Dat is je basis, ook als het een belachelijk kleine hoeveelheid lijkt.
# todo p-ae2d7c =

# nl: **Verander één ding tegelijk.** Meer herhalingen, meer gewicht of meer tempo. Wie alles samen verhoogt, weet achteraf niet wat te veel was.
# todo p-a86153 =

# nl: **Ga in kleine trappen.** Ongeveer tien procent per week is een bruikbare vuistregel voor wie al bezig is. Het is geen natuurwet: van een heel lage basis mag een stap wat groter zijn.
# todo p-499f20 =

# nl: **Geef het een nacht of twee.** Pezen en botten bouwen trager om dan spieren. Zware prikkels voor dezelfde plek zet je liever met 48 uur ertussen.
# todo p-246a67 =

# nl: **Plan een rustige week.** Om de drie of vier weken doe je twee derde van wat je gewend bent. Je verliest daar niets mee.
# todo p-408c89 =

# nl: Karel begon met een elastiek en een halfvolle gieter, twaalf keer heffen tot ooghoogte, om de twee dagen. Na zeven weken hing hij de hangkast van zijn dochter op. De haag doet hij nu in drie keer. Volgens hem omdat hij ouder wordt. Volgens ons omdat hij het doorheeft.
# todo p-a079dd =

# nl: Wil je zien hoe je met dit principe een concreet schema bouwt, lees dan hoe je [opnieuw begint te lopen](opnieuw-beginnen-lopen.md). Heb je vooral last van je rug, begin dan bij [bewegen met lage rugpijn](bewegen-met-lage-rugpijn.md).
# todo p-7c766d =

# nl: De mensen in onze verhalen heten in het echt anders, en we veranderen details tot niemand nog herkenbaar is. Het getal van zevenhonderd is een ruwe telling: een haag van twintig meter is al snel een paar honderd keer de arm heffen.
# todo p-c92d1d =

# nl: Dye noemde het de *envelope of function*. Hij bedoelde de knie, maar het beeld is later voor zowat elk gewricht overgenomen.
# todo p-6c2329 =

# nl: Soligard en collega's, 2016. De consensus steunt vooral op observationeel onderzoek bij sporters. Ze toont samenhang, en dat is minder dan bewijs van oorzaak en gevolg.
# todo p-40f272 =

# nl: Smith en collega's, 2017. Het voordeel op korte termijn was klein en de kwaliteit van de studies wisselend.
# todo p-7be041 =

# nl: Silbernagel en collega's, 2007: 38 deelnemers, pijn tot 5 op 10 toegelaten, en de volgende ochtend moest de pijn weer gezakt zijn. Beide groepen deden intussen dezelfde opbouwende kuitoefeningen.
# todo p-9d8242 =
