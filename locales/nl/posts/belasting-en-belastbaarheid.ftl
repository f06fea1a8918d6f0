### Te veel, te vroeg, te weinig: wat je lichaam aankan
### Made from posts/belasting-en-belastbaarheid/index.md by `postduif sync`: edit the post, not this file.

# title
title = Te veel, te vroeg, te weinig: wat je lichaam aankan

# summary
summary = De meeste pijntjes die wij zien, beginnen niet met een verkeerde beweging maar met een sprong in belasting. Zo lees je waar jouw grens vandaag ligt, en zo schuif je ze op.

# what the picture shows, for who cannot see it
image-alt = Een plank in evenwicht op een ronde steen, met links een stapel terracotta keien en rechts een groene plant in een pot.

# caption of the picture
image-caption = Evenwicht is geen toestand, je stelt het elke week een beetje bij.

# credit of the picture
image-credit = Tekening: Beweegreden

# paragraph
p-15ba08 = In mei belde Karel. Hij had op één zaterdag de haag geschoren, de oprit ontmost en een halve kuub zavel verkruid. Op maandag kreeg hij zijn arm niet meer boven zijn schouder. ‘Ik heb nochtans niks verkeerd gedaan’, zei hij. Dat klopte. Elke beweging die hij die dag maakte, was in orde. Het waren er alleen zevenhonderd te veel voor een schouder die de hele winter vooral een computermuis had verplaatst.[^karel]

# paragraph
p-d31b3a = Dat verhaal horen we in de praktijk elke week in een andere versie. De kuit na de eerste padelavond, de knie na een citytrip met twintigduizend stappen per dag, de pols na het behangen van twee kamers. Het loont om te begrijpen wat er dan gebeurt, want dezelfde gedachte helpt je om klachten te voorkomen, om ervan te herstellen en om sterker te worden.

# heading
p-e4b432 = Twee woorden die bij elkaar horen

# paragraph
p-ceb7cd = **Belasting** is alles wat je van je lichaam vraagt: gewicht, herhalingen, kilometers, tempo, uren in dezelfde houding. **Belastbaarheid** is wat je weefsels op dit moment verdragen zonder te protesteren. Een pees, een bot of een spier heeft geen vast maximum dat bij je geboorte werd ingesteld. De grens ligt vandaag ergens, en over drie maanden ligt ze ergens anders.

# paragraph
p-256f56 = De Amerikaanse orthopedist Scott Dye tekende dat in de jaren negentig als een gebied onder een kromme, voor de knie.[^dye] Binnen dat gebied doe je je ding en merk je niets. Ga je er ver boven, dan loopt een weefsel schade op. Daartussen ligt een strook waar je wel iets voelt en waar niets stuk is. Precies in die strook speelt het grootste deel van ons werk zich af.

# what the picture shows, for who cannot see it
p-c5e675 = Een gebogen groene zone met daarboven een smalle zandkleurige band; een terracotta lijn slingert door de zone en komt één keer boven de band uit.

# caption of the picture
p-07f604 = Het groene vlak is wat je gewend bent, de strook erboven is waar je traint. De rode lijn is een gewoon jaar: één keer schiet ze erover.

# paragraph
p-5545cf = Twee dingen maken dat beeld bruikbaar. De kromme zakt als je langdurig minder doet: na drie weken griep, na zes weken gips, na een winter in de zetel. En ze stijgt als je regelmatig iets meer vraagt dan je gewend bent en daarna tijd geeft om te herstellen. Rust alleen brengt de kromme dus nooit hoger. Rust kalmeert een geprikkeld weefsel, en daarna is er weer werk aan de winkel.

# heading
p-2e8e12 = Waarom slaap en stress meetellen

# paragraph
p-ff48f1 = Belastbaarheid is meer dan spiermassa. Het Internationaal Olympisch Comité liet in 2016 een groep experts alle onderzoek naar belasting en blessures samenleggen. Hun definitie van belasting omvat uitdrukkelijk ook psychologische druk, reizen en een volgepakte agenda, en snelle veranderingen in belasting kwamen naar voren als een risico op zichzelf.[^ioc] Het ging daar om sporters, maar wie een verhuis of een examenperiode achter de rug heeft, herkent het patroon.

# paragraph
p-3c5015 = Daarom vragen we bij een eerste afspraak niet alleen wat er pijn doet. We vragen ook:

# item of a list
p-44b4bf = Wat is er de laatste zes weken veranderd?

# item of a list
p-c29a94 = op het werk: andere taken, een nieuwe stoel, overuren

# item of a list
p-13837c = in je vrije tijd: een nieuwe sport, andere schoenen, een verbouwing

# item of a list
p-a9bff1 = thuis: slechte nachten, zorg voor iemand, zorgen om iets

# item of a list
p-e0ec03 = Wat deed je vóór de klacht zonder nadenken, en wat lukt daar nu nog van?

# item of a list
p-b84ea0 = Hoe reageert de klacht de ochtend nadien?

# quote
p-37d508 = De vraag is zelden wat je verkeerd deed. De vraag is hoe snel het meer werd.

# heading
p-053ea9 = Pijn als dashboard

# paragraph
p-0d1cdc = ‘Mag ik oefenen als het pijn doet?’ is de vraag die we het vaakst krijgen. Bij aanslepende klachten van spieren, pezen en gewrichten is het eerlijke antwoord meestal: ja, binnen grenzen. Een meta-analyse van zeven studies vergeleek oefenprogramma's waarin wat pijn toegelaten was met pijnvrije programma's. Op korte termijn deden de pijnlijke oefeningen het een klein beetje beter, op langere termijn was er geen verschil.[^smith] Pijn hoeft dus niet, maar ze is ook geen stopbord.

# paragraph
p-baeb43 = Voor die grenzen gebruiken we een model dat Zweedse onderzoekers uittestten bij mensen met een pijnlijke achillespees. Zij lieten één groep gewoon verder lopen en springen, zolang de pijn onder controle bleef. Na een jaar was die groep even goed hersteld als de groep die zes weken lang niet mocht sporten.[^silb] Wij vertaalden hun afspraken in drie kleuren, op een schaal van 0 tot 10.

# cell of a table
p-a836e2 = Kleur

# cell of a table
p-641b56 = Tijdens het bewegen

# cell of a table
p-a023e4 = De ochtend nadien

# cell of a table
p-14e2ff = Wat je doet

# cell of a table
p-f65563 = Groen

# cell of a table
p-3a2fa4 = 0 tot 2

# cell of a table
p-f77e93 = zoals gewoonlijk

# cell of a table
p-9efc51 = volgende keer een stapje meer

# cell of a table
p-b015c8 = Oranje

# cell of a table
p-e033dc = 3 tot 5

# cell of a table
p-c084b7 = terug op je gewone niveau

# cell of a table
p-c5ca0c = nog een week hetzelfde

# cell of a table
p-8ceda9 = Rood

# cell of a table
p-1a461f = meer dan 5

# cell of a table
p-e61867 = stijver of pijnlijker dan gewoonlijk

# cell of a table
p-0a3513 = een derde minder, daarna opnieuw opbouwen

# text of the box
p-1b5771 = Dit kleurenschema is gemaakt voor klachten die geleidelijk ontstonden. Na een val, een verzwikking met een krak, een operatie of bij pijn die je 's nachts wakker houdt, laat je eerst iemand kijken voor je ermee aan de slag gaat.

# heading
p-b7d7cd = Je grens opschuiven in vijf stappen

# item of a list
p-ae2d7c = **Zoek je vertrekpunt.** Hoeveel kun je vandaag doen zodat je morgenochtend niets extra voelt? Dat is je basis, ook als het een belachelijk kleine hoeveelheid lijkt.

# item of a list
p-a86153 = **Verander één ding tegelijk.** Meer herhalingen, meer gewicht of meer tempo. Wie alles samen verhoogt, weet achteraf niet wat te veel was.

# item of a list
p-499f20 = **Ga in kleine trappen.** Ongeveer tien procent per week is een bruikbare vuistregel voor wie al bezig is. Het is geen natuurwet: van een heel lage basis mag een stap wat groter zijn.

# item of a list
p-246a67 = **Geef het een nacht of twee.** Pezen en botten bouwen trager om dan spieren. Zware prikkels voor dezelfde plek zet je liever met 48 uur ertussen.

# item of a list
p-408c89 = **Plan een rustige week.** Om de drie of vier weken doe je twee derde van wat je gewend bent. Je verliest daar niets mee.

# paragraph
p-a079dd = Karel begon met een elastiek en een halfvolle gieter, twaalf keer heffen tot ooghoogte, om de twee dagen. Na zeven weken hing hij de hangkast van zijn dochter op. De haag doet hij nu in drie keer. Volgens hem omdat hij ouder wordt. Volgens ons omdat hij het doorheeft.

# paragraph
p-7c766d = Wil je zien hoe je met dit principe een concreet schema bouwt, lees dan hoe je [opnieuw begint te lopen](opnieuw-beginnen-lopen.md). Heb je vooral last van je rug, begin dan bij [bewegen met lage rugpijn](bewegen-met-lage-rugpijn.md).

# footnote
p-c92d1d = De mensen in onze verhalen heten in het echt anders, en we veranderen details tot niemand nog herkenbaar is. Het getal van zevenhonderd is een ruwe telling: een haag van twintig meter is al snel een paar honderd keer de arm heffen.

# footnote
p-6c2329 = Dye noemde het de *envelope of function*. Hij bedoelde de knie, maar het beeld is later voor zowat elk gewricht overgenomen.

# footnote
p-40f272 = Soligard en collega's, 2016. De consensus steunt vooral op observationeel onderzoek bij sporters. Ze toont samenhang, en dat is minder dan bewijs van oorzaak en gevolg.

# footnote
p-7be041 = Smith en collega's, 2017. Het voordeel op korte termijn was klein en de kwaliteit van de studies wisselend.

# footnote
p-9d8242 = Silbernagel en collega's, 2007: 38 deelnemers, pijn tot 5 op 10 toegelaten, en de volgende ochtend moest de pijn weer gezakt zijn. Beide groepen deden intussen dezelfde opbouwende kuitoefeningen.
