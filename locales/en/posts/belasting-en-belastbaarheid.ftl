### Te veel, te vroeg, te weinig: wat je lichaam aankan
### posts/belasting-en-belastbaarheid/index.md. How to translate: TRANSLATING.md

# nl: Te veel, te vroeg, te weinig: wat je lichaam aankan
title = Too much, too soon, too little: what your body can handle

# nl: De meeste pijntjes die wij zien, beginnen niet met een verkeerde beweging maar met een sprong in belasting. Zo lees je waar jouw grens vandaag ligt, en zo schuif je ze op.
summary = Most of the aches and pains we see don’t start with a wrong movement but with a jump in load. Here’s how to read where your limit lies today, and how to move it up.

# nl: Een plank in evenwicht op een ronde steen, met links een stapel terracotta keien en rechts een groene plant in een pot.
image-alt = A plank balanced on a round stone, with a stack of terracotta pebbles on the left and a green plant in a pot on the right.

# nl: Evenwicht is geen toestand, je stelt het elke week een beetje bij.
image-caption = Balance isn’t a state; you adjust it a little every week.

# nl: Tekening: Beweegreden
image-credit = Drawing: Beweegreden

# nl: In mei belde Karel. Hij had op één zaterdag de haag geschoren, de oprit ontmost en een halve kuub zavel verkruid. Op maandag kreeg hij zijn arm niet meer boven zijn schouder. ‘Ik heb nochtans niks verkeerd gedaan’, zei hij. Dat klopte. Elke beweging die hij die dag maakte, was in orde. Het waren er alleen zevenhonderd te veel voor een schouder die de hele winter vooral een computermuis had verplaatst.[^karel]
p-15ba08 = In May, Karel rang. On a single Saturday he’d trimmed the hedge, cleared the moss off the drive and barrowed half a cubic metre of sand. On Monday he couldn’t get his arm above his shoulder. ‘But I didn’t do anything wrong,’ he said. He was right. Every movement he made that day was fine. There were just seven hundred too many of them for a shoulder that had spent the whole winter mainly moving a computer mouse.[^karel]

# nl: Dat verhaal horen we in de praktijk elke week in een andere versie. De kuit na de eerste padelavond, de knie na een citytrip met twintigduizend stappen per dag, de pols na het behangen van twee kamers. Het loont om te begrijpen wat er dan gebeurt, want dezelfde gedachte helpt je om klachten te voorkomen, om ervan te herstellen en om sterker te worden.
p-d31b3a = At the practice we hear that story every week in a different version. The calf after the first evening of padel, the knee after a city break with twenty thousand steps a day, the wrist after papering two rooms. It pays to understand what’s going on, because the same idea helps you to prevent problems, to recover from them and to get stronger.

# nl: Twee woorden die bij elkaar horen
p-e4b432 = Two words that belong together

# nl: **Belasting** is alles wat je van je lichaam vraagt: gewicht, herhalingen, kilometers, tempo, uren in dezelfde houding. **Belastbaarheid** is wat je weefsels op dit moment verdragen zonder te protesteren. Een pees, een bot of een spier heeft geen vast maximum dat bij je geboorte werd ingesteld. De grens ligt vandaag ergens, en over drie maanden ligt ze ergens anders.
p-ceb7cd = **Load** is everything you ask of your body: weight, repetitions, kilometres, pace, hours in the same position. **Load capacity** is what your tissues can tolerate at the moment without protesting. A tendon, a bone or a muscle doesn’t have a fixed maximum that was set when you were born. Today the limit lies somewhere, and in three months’ time it will lie somewhere else.

# nl: De Amerikaanse orthopedist Scott Dye tekende dat in de jaren negentig als een gebied onder een kromme, voor de knie.[^dye] Binnen dat gebied doe je je ding en merk je niets. Ga je er ver boven, dan loopt een weefsel schade op. Daartussen ligt een strook waar je wel iets voelt en waar niets stuk is. Precies in die strook speelt het grootste deel van ons werk zich af.
p-256f56 = In the nineties, the American orthopaedic surgeon Scott Dye drew this as an area under a curve, for the knee.[^dye] Inside that area you get on with things and notice nothing. Go far above it and a tissue gets damaged. In between lies a strip where you do feel something and nothing is broken. It’s in precisely that strip that most of our work takes place.

# nl: Een gebogen groene zone met daarboven een smalle zandkleurige band; een terracotta lijn slingert door de zone en komt één keer boven de band uit.
p-c5e675 = A curved green zone with a narrow sand-coloured band above it; a terracotta line winds through the zone and rises above the band once.

# nl: Het groene vlak is wat je gewend bent, de strook erboven is waar je traint. De rode lijn is een gewoon jaar: één keer schiet ze erover.
p-07f604 = The green area is what you’re used to, the strip above it is where you train. The red line is an ordinary year: just once, it shoots over the top.

# nl: Twee dingen maken dat beeld bruikbaar. De kromme zakt als je langdurig minder doet: na drie weken griep, na zes weken gips, na een winter in de zetel. En ze stijgt als je regelmatig iets meer vraagt dan je gewend bent en daarna tijd geeft om te herstellen. Rust alleen brengt de kromme dus nooit hoger. Rust kalmeert een geprikkeld weefsel, en daarna is er weer werk aan de winkel.
p-5545cf = Two things make that picture useful. The curve sinks when you do less for a long time: after three weeks of flu, after six weeks in plaster, after a winter on the sofa. And it rises when you regularly ask for a little more than you’re used to and then allow time to recover. So rest alone never raises the curve. Rest calms an irritated tissue, and after that there’s work to be done again.

# nl: Waarom slaap en stress meetellen
p-2e8e12 = Why sleep and stress count too

# nl: Belastbaarheid is meer dan spiermassa. Het Internationaal Olympisch Comité liet in 2016 een groep experts alle onderzoek naar belasting en blessures samenleggen. Hun definitie van belasting omvat uitdrukkelijk ook psychologische druk, reizen en een volgepakte agenda, en snelle veranderingen in belasting kwamen naar voren als een risico op zichzelf.[^ioc] Het ging daar om sporters, maar wie een verhuis of een examenperiode achter de rug heeft, herkent het patroon.
p-ff48f1 = Load capacity is more than muscle mass. In 2016 the International Olympic Committee had a group of experts pull together all the research on load and injuries. Their definition of load expressly includes psychological pressure, travel and a packed diary as well, and rapid changes in load emerged as a risk in themselves.[^ioc] That was about athletes, but if you’ve just been through a house move or a round of exams, you’ll recognise the pattern.

# nl: Daarom vragen we bij een eerste afspraak niet alleen wat er pijn doet. We vragen ook:
p-3c5015 = That’s why, at a first appointment, we don’t just ask what hurts. We also ask:

# nl: Wat is er de laatste zes weken veranderd?
p-44b4bf = What has changed in the past six weeks?

# nl: op het werk: andere taken, een nieuwe stoel, overuren
p-c29a94 = at work: different tasks, a new chair, overtime

# nl: in je vrije tijd: een nieuwe sport, andere schoenen, een verbouwing
p-13837c = in your free time: a new sport, different shoes, building work on the house

# nl: thuis: slechte nachten, zorg voor iemand, zorgen om iets
p-a9bff1 = at home: bad nights, caring for someone, worrying about something

# nl: Wat deed je vóór de klacht zonder nadenken, en wat lukt daar nu nog van?
p-e0ec03 = What did you do without a second thought before the trouble started, and how much of that can you still do now?

# nl: Hoe reageert de klacht de ochtend nadien?
p-b84ea0 = How does it react the morning after?

# nl: De vraag is zelden wat je verkeerd deed. De vraag is hoe snel het meer werd.
p-37d508 = The question is rarely what you did wrong. The question is how quickly it became more.

# nl: Pijn als dashboard
p-053ea9 = Pain as a dashboard

# nl: ‘Mag ik oefenen als het pijn doet?’ is de vraag die we het vaakst krijgen. Bij aanslepende klachten van spieren, pezen en gewrichten is het eerlijke antwoord meestal: ja, binnen grenzen. Een meta-analyse van zeven studies vergeleek oefenprogramma's waarin wat pijn toegelaten was met pijnvrije programma's. Op korte termijn deden de pijnlijke oefeningen het een klein beetje beter, op langere termijn was er geen verschil.[^smith] Pijn hoeft dus niet, maar ze is ook geen stopbord.
p-0d1cdc = ‘Can I exercise if it hurts?’ is the question we’re asked most often. For persistent problems with muscles, tendons and joints, the honest answer is usually: yes, within limits. A meta-analysis of seven studies compared exercise programmes in which some pain was allowed with pain-free programmes. In the short term the painful exercises did very slightly better; in the longer term there was no difference.[^smith] So pain isn’t necessary, but it isn’t a stop sign either.

# nl: Voor die grenzen gebruiken we een model dat Zweedse onderzoekers uittestten bij mensen met een pijnlijke achillespees. Zij lieten één groep gewoon verder lopen en springen, zolang de pijn onder controle bleef. Na een jaar was die groep even goed hersteld als de groep die zes weken lang niet mocht sporten.[^silb] Wij vertaalden hun afspraken in drie kleuren, op een schaal van 0 tot 10.
p-baeb43 = For those limits we use a model that Swedish researchers tried out on people with a painful Achilles tendon. They let one group simply go on running and jumping, as long as the pain stayed under control. After a year, that group had recovered just as well as the group that wasn’t allowed to do sport for six weeks.[^silb] We’ve translated their ground rules into three colours, on a scale from 0 to 10.

# nl: Kleur
p-a836e2 = Colour

# nl: Tijdens het bewegen
p-641b56 = While you move

# nl: De ochtend nadien
p-a023e4 = The morning after

# nl: Wat je doet
p-14e2ff = What you do

# nl: Groen
p-f65563 = Green

# nl: 0 tot 2
p-3a2fa4 = 0 to 2

# nl: zoals gewoonlijk
p-f77e93 = same as usual

# nl: volgende keer een stapje meer
p-9efc51 = one small step up next time

# nl: Oranje
p-b015c8 = Amber

# nl: 3 tot 5
p-e033dc = 3 to 5

# nl: terug op je gewone niveau
p-c084b7 = back to your usual level

# nl: nog een week hetzelfde
p-c5ca0c = the same for another week

# nl: Rood
p-8ceda9 = Red

# nl: meer dan 5
p-1a461f = more than 5

# nl: stijver of pijnlijker dan gewoonlijk
p-e61867 = stiffer or more painful than usual

# nl: een derde minder, daarna opnieuw opbouwen
p-0a3513 = a third less, then build up again

# nl: Dit kleurenschema is gemaakt voor klachten die geleidelijk ontstonden. Na een val, een verzwikking met een krak, een operatie of bij pijn die je 's nachts wakker houdt, laat je eerst iemand kijken voor je ermee aan de slag gaat.
p-1b5771 = This colour scheme is meant for problems that came on gradually. After a fall, a sprain with a crack, an operation, or with pain that keeps you awake at night, have someone take a look before you set to work with it.

# nl: Je grens opschuiven in vijf stappen
p-b7d7cd = Moving your limit in five steps

# nl: **Zoek je vertrekpunt.** Hoeveel kun je vandaag doen zodat je morgenochtend niets extra voelt? Dat is je basis, ook als het een belachelijk kleine hoeveelheid lijkt.
p-ae2d7c = **Find your starting point.** How much can you do today so that you feel nothing extra tomorrow morning? That’s your baseline, even if it seems a ridiculously small amount.

# nl: **Verander één ding tegelijk.** Meer herhalingen, meer gewicht of meer tempo. Wie alles samen verhoogt, weet achteraf niet wat te veel was.
p-a86153 = **Change one thing at a time.** More repetitions, more weight or more pace. If you raise everything together, you won’t know afterwards what was too much.

# nl: **Ga in kleine trappen.** Ongeveer tien procent per week is een bruikbare vuistregel voor wie al bezig is. Het is geen natuurwet: van een heel lage basis mag een stap wat groter zijn.
p-499f20 = **Go up in small steps.** About ten per cent a week is a useful rule of thumb if you’re already active. It’s not a law of nature: from a very low base, a step can be somewhat bigger.

# nl: **Geef het een nacht of twee.** Pezen en botten bouwen trager om dan spieren. Zware prikkels voor dezelfde plek zet je liever met 48 uur ertussen.
p-246a67 = **Give it a night or two.** Tendons and bones remodel more slowly than muscles. It’s better to leave 48 hours between heavy challenges to the same spot.

# nl: **Plan een rustige week.** Om de drie of vier weken doe je twee derde van wat je gewend bent. Je verliest daar niets mee.
p-408c89 = **Plan an easy week.** Every three or four weeks, do two thirds of what you’re used to. You won’t lose anything by it.

# nl: Karel begon met een elastiek en een halfvolle gieter, twaalf keer heffen tot ooghoogte, om de twee dagen. Na zeven weken hing hij de hangkast van zijn dochter op. De haag doet hij nu in drie keer. Volgens hem omdat hij ouder wordt. Volgens ons omdat hij het doorheeft.
p-a079dd = Karel started with a resistance band and a half-full watering can, lifting it twelve times to eye level, every other day. After seven weeks he put up his daughter’s wall cupboard. He now does the hedge in three goes. According to him, because he’s getting older. According to us, because the penny has dropped.

# nl: Wil je zien hoe je met dit principe een concreet schema bouwt, lees dan hoe je [opnieuw begint te lopen](opnieuw-beginnen-lopen.md). Heb je vooral last van je rug, begin dan bij [bewegen met lage rugpijn](bewegen-met-lage-rugpijn.md).
p-7c766d = If you’d like to see how to build a concrete plan on this principle, read how to [take up running again](opnieuw-beginnen-lopen.md). If it’s mainly your back that bothers you, start with [moving with low back pain](bewegen-met-lage-rugpijn.md).

# nl: De mensen in onze verhalen heten in het echt anders, en we veranderen details tot niemand nog herkenbaar is. Het getal van zevenhonderd is een ruwe telling: een haag van twintig meter is al snel een paar honderd keer de arm heffen.
p-c92d1d = The people in our stories have different names in real life, and we change details until nobody can be recognised. The figure of seven hundred is a rough count: a twenty-metre hedge soon means lifting your arm a few hundred times.

# nl: Dye noemde het de *envelope of function*. Hij bedoelde de knie, maar het beeld is later voor zowat elk gewricht overgenomen.
p-6c2329 = Dye called it the *envelope of function*. He meant the knee, but the picture has since been adopted for just about every joint.

# nl: Soligard en collega's, 2016. De consensus steunt vooral op observationeel onderzoek bij sporters. Ze toont samenhang, en dat is minder dan bewijs van oorzaak en gevolg.
p-40f272 = Soligard and colleagues, 2016. The consensus rests mainly on observational research in athletes. It shows association, and that’s less than proof of cause and effect.

# nl: Smith en collega's, 2017. Het voordeel op korte termijn was klein en de kwaliteit van de studies wisselend.
p-7be041 = Smith and colleagues, 2017. The short-term benefit was small and the quality of the studies varied.

# nl: Silbernagel en collega's, 2007: 38 deelnemers, pijn tot 5 op 10 toegelaten, en de volgende ochtend moest de pijn weer gezakt zijn. Beide groepen deden intussen dezelfde opbouwende kuitoefeningen.
p-9d8242 = Silbernagel and colleagues, 2007: 38 participants, pain of up to 5 out of 10 allowed, and by the next morning the pain had to have subsided again. Meanwhile both groups did the same progressive calf exercises.
