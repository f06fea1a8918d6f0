### Sterker na je vijftigste: twee keer per week volstaat
### posts/sterker-na-je-vijftigste/index.md. How to translate: TRANSLATING.md

# nl: Sterker na je vijftigste: twee keer per week volstaat
title = Stronger after fifty: twice a week is enough

# nl: Spierkracht verlies je sneller dan spiermassa, en je wint ze op elke leeftijd terug. Met een stoel, een rugzak en twee keer dertig minuten per week kom je verder dan je denkt.
summary = You lose muscle strength faster than muscle mass, and you can win it back at any age. With a chair, a rucksack and thirty minutes twice a week, you’ll get further than you think.

# nl: Een stoel met een terracotta handdoek over de leuning, rechts een korte halter en een ronde gewichtsbal, links een plant in een pot.
image-alt = A chair with a terracotta towel over its back; on the right a short dumbbell and a round weight ball, on the left a plant in a pot.

# nl: Veel meer materiaal heb je de eerste maanden niet nodig.
image-caption = For the first few months you won’t need much more equipment than this.

# nl: Tekening: Jonas De Backer
image-credit = Drawing: Jonas De Backer

# nl: Neem een gewone keukenstoel, kruis je armen voor je borst en sta vijf keer zo vlug als je kunt recht. Laat iemand de tijd meten, tot je na de vijfde keer weer zit. Onder de tien seconden? Mooi. Meer dan vijftien? Dan zit je boven de grens die Europese experts gebruiken als een eerste signaal van te weinig spierkracht.[^stoel] Er is op dit moment niets mis met je. Je weet nu wel waar je aan kunt werken.
p-6a3d22 = Take an ordinary kitchen chair, cross your arms over your chest and stand up five times as fast as you can. Get someone to time you until you’re sitting down again after the fifth. Under ten seconds? Lovely. More than fifteen? Then you’re over the limit that European experts use as a first sign of too little muscle strength.[^stoel] There’s nothing wrong with you at this point. But now you know what you can work on.

# nl: Kracht is een van die dingen die ongemerkt verdwijnen. Vanaf ongeveer je vijftigste krimpt de spiermassa bij wie niets doet met grofweg één procent per jaar, en de kracht daalt sneller dan de massa. Je merkt het eerst aan kleine dingen: de bokaal die niet meer opengaat, de hand op de knie bij het rechtstaan, de trapleuning die je vroeger niet zag.
p-e3c511 = Strength is one of those things that slip away unnoticed. From around the age of fifty, muscle mass in people who do nothing about it shrinks by roughly one per cent a year, and strength drops faster than mass. You notice it first in small things: the jar that won’t open any more, the hand on your knee as you stand up, the banister you never used to see.

# nl: Het is niet te laat, ook niet op je zevenentachtigste
p-870086 = It’s not too late, not even at eighty-seven

# nl: In 1994 deden onderzoekers in Boston iets wat velen roekeloos vonden. Ze lieten bewoners van een woonzorgcentrum, gemiddeld 87 jaar oud, tien weken lang drie keer per week stevig beentraining doen. Geen zitgymnastiek met een sjaaltje: zware gewichten, onder begeleiding. De beenkracht nam met 113 procent toe, de deelnemers stapten 12 procent sneller en ze klommen trappen met 28 procent meer vermogen.[^fiat]
p-3ce8e4 = In 1994, researchers in Boston did something many people thought was reckless. For ten weeks they had nursing home residents, with an average age of 87, do vigorous leg training three times a week. Not chair exercises with a scarf: heavy weights, under supervision. Leg strength went up by 113 per cent, the participants walked 12 per cent faster and they climbed stairs with 28 per cent more power.[^fiat]

# nl: Eén straffe studie is een anekdote met cijfers. Daarom is het Cochrane-overzicht van Liu en Latham zo waardevol: 121 studies, ongeveer 6.700 deelnemers van zestig en ouder. Twee tot drie keer per week oefenen met oplopend gewicht maakte mensen duidelijk sterker. Ze stonden ook vlotter recht uit een stoel, en taken als traplopen en stappen gingen wat beter. Blessures waren zeldzaam, al werden ze niet in elke studie even goed bijgehouden.
p-9e95e5 = One impressive study is an anecdote with figures. That’s what makes the Cochrane review by Liu and Latham so valuable: 121 studies, about 6,700 participants aged sixty and over. Exercising two to three times a week with gradually increasing weight made people clearly stronger. They also got up from a chair more easily, and tasks such as climbing stairs and walking went somewhat better. Injuries were rare, although not every study kept equally good track of them.

# nl: Je spieren weten niet hoe oud je bent. Ze weten alleen wat je deze week van hen vroeg.
p-f70a25 = Your muscles don’t know how old you are. They only know what you asked of them this week.

# nl: Wat kracht wel en niet voor je doet
p-f930e6 = What strength does for you, and what it doesn’t

# nl: Vallen
p-ed52d4 = Falls

# nl: Een op de drie 65-plussers valt minstens één keer per jaar. Oefenprogramma's brengen het aantal valpartijen met ongeveer 23 procent omlaag, en programma's die evenwicht en functionele oefeningen met kracht combineren met ongeveer 34 procent.[^val] Alleen gewichten heffen is daar dus niet genoeg voor: zet er altijd een evenwichtsoefening bij. Tandenpoetsen op één been telt, met het aanrecht of de wastafel binnen handbereik.
p-0a9457 = One in three people over 65 has a fall at least once a year. Exercise programmes bring the number of falls down by about 23 per cent, and programmes that combine balance and functional exercises with strength by about 34 per cent.[^val] So just lifting weights isn’t enough here: always add a balance exercise. Brushing your teeth on one leg counts, with the worktop or washbasin within reach.

# nl: Botten
p-96e886 = Bones

# nl: Bot wordt sterker van stevige prikkels. Aan de Australische LIFTMOR-studie deden 101 vrouwen mee, na de menopauze en met een lage botdichtheid. De helft trainde twee keer een halfuur per week, heel zwaar en met sprongen erbij. Na acht maanden was bij hen de botdichtheid van de onderrug er met 2,9 procent op vooruitgegaan. In de vergelijkingsgroep, die thuis licht oefende, ging er 1,2 procent af. Belangrijk detail: elke training stond onder toezicht, in kleine groepjes. Dit is geen programma om met osteoporose op je eentje in de garage te proberen.
p-40c177 = Bone gets stronger when you challenge it firmly. The Australian LIFTMOR study followed 101 postmenopausal women with low bone density. Half of them trained for half an hour twice a week, very heavily and with jumps thrown in. After eight months, bone density in their lower backs had gone up by 2.9 per cent. In the comparison group, who did light exercise at home, it went down by 1.2 per cent. An important detail: every session was supervised, in small groups. This is not a programme to try on your own in the garage if you have osteoporosis.

# nl: Pijn en gewicht
p-c6c389 = Pain and weight

# nl: Bij artrose van knie en heup hoort oefenen tot de basis van de behandeling. Voor gewichtsverlies mag je van krachttraining niet te veel verwachten: een halfuur verbrandt minder dan één stuk rijsttaart. Je houdt er wel spieren mee over als je om een andere reden vermagert.
p-711a2e = For osteoarthritis of the knee and hip, exercise is part of the foundation of treatment. As for losing weight, don’t expect too much of strength training: half an hour burns less than a single slice of rice tart. You do come out of it with more muscle left if you’re slimming down for another reason.

# nl: Ons keukenschema
p-8f8760 = Our kitchen programme

# nl: De Wereldgezondheidsorganisatie vraagt volwassenen om minstens twee dagen per week de grote spiergroepen te trainen, en 65-plussers om daar op minstens drie dagen ook evenwicht bij te nemen. Dit schema past in een halfuur. Twee dagen met minstens één dag ertussen is genoeg om te beginnen.
p-a4a6af = The World Health Organization asks adults to train their major muscle groups on at least two days a week, and people over 65 to add balance on at least three days. This programme fits into half an hour. Two days, with at least one day in between, is enough to start with.

# nl: Oefening
p-d37bf8 = Exercise

# nl: Waarmee
p-8b9b1a = With what

# nl: Start
p-e4bb9f = Start

# nl: Na twaalf weken
p-c0c4a4 = After twelve weeks

# nl: Rechtstaan uit een stoel
p-93f517 = Standing up from a chair

# nl: eigen gewicht, later een rugzak
p-67e3d7 = body weight, later a rucksack

# nl: 3 × 10 met 5 kg
p-d0d15c = 3 × 10 with 5 kg

# nl: Duwen tegen het aanrecht
p-877ed1 = Press-ups against the worktop

# nl: eigen gewicht
p-862121 = body weight

# nl: Roeien
p-5ad553 = Rowing

# nl: elastiek aan de deurklink
p-180cab = resistance band on the door handle

# nl: 3 × 12, stuggere band
p-e7a1eb = 3 × 12, stiffer band

# nl: Op de tenen staan
p-e6f9c9 = Rising onto your toes

# nl: trede, hand aan de leuning
p-1873eb = a step, hand on the banister

# nl: 3 × 12 op één been
p-f5397c = 3 × 12 on one leg

# nl: Boodschappen dragen
p-c256cc = Carrying shopping

# nl: twee tassen
p-a69376 = two bags

# nl: 2 × 20 m
p-1d0582 = 2 × 20 m

# nl: 3 × 40 m, 6 kg per hand
p-022d01 = 3 × 40 m, 6 kg in each hand

# nl: De kilo's in de laatste kolom zijn een voorbeeld voor iemand die gezond is en vlot vooruitgaat. Het belangrijkste getal staat niet in de tabel. Dat is het aantal herhalingen dat je op het einde van een reeks *nog over* hebt. Stop als je er nog twee of drie in je hebt. Heb je er na de laatste nog zes over, dan mag er gewicht bij.
p-3363b6 = The kilos in the last column are an example for someone who is healthy and making good progress. The most important number isn’t in the table. It’s the number of repetitions you have *left over* at the end of a set. Stop when you’ve still got two or three in you. If you’ve got six left after the last one, you can add some weight.

# nl: Vier afspraken met jezelf
p-5b84d8 = Four promises to yourself

# nl: **Zet het in je agenda.** Dinsdag en vrijdag om halfzes werkt beter dan ‘ergens deze week’.
p-ee6dbf = **Put it in your diary.** Tuesday and Friday at half past five works better than ‘some time this week’.

# nl: **Schrijf op wat je deed.** Een schriftje op de koelkast. Na acht weken is dat schriftje je beste motivatie.
p-157db0 = **Write down what you did.** A notebook on the fridge. After eight weeks, that notebook is your best motivation.

# nl: **Verhoog pas na twee vlotte beurten.** Lukt alles twee keer na elkaar met twee herhalingen over, dan doe je er iets bij. Zo blijf je binnen [wat je lichaam aankan](belasting-en-belastbaarheid.md).
p-256e82 = **Only step up after two easy sessions.** If you manage everything twice in a row with two repetitions to spare, add a little. That way you stay within [what your body can handle](belasting-en-belastbaarheid.md).

# nl: **Verwacht stijve dagen.** Spierpijn die na twee of drie dagen weg is, hoort bij een nieuwe prikkel. Krampen zijn iets anders: zie [wat magnesium daaraan doet](magnesium-en-spierkrampen.md).
p-3d19b1 = **Expect stiff days.** Muscle soreness that’s gone after two or three days is part of any new challenge. Cramps are something else: see [what magnesium does for them](magnesium-en-spierkrampen.md).

# nl: Overleg eerst met je huisarts als je pijn op de borst krijgt bij inspanning, als je flauwvalt, als je hartfalen of een bloeddruk hebt die moeilijk onder controle raakt, of na een recente breuk of operatie. Zet je adem tijdens het heffen nooit vast: blaas uit als het zwaar wordt.
p-a4ad15 = Talk to your GP first if you get chest pain on exertion, if you have fainting spells, if you have heart failure or blood pressure that is hard to get under control, or after a recent fracture or operation. Never hold your breath while lifting: breathe out when it gets heavy.

# nl: Eet na je training iets met eiwit waar je zin in hebt: een kom platte kaas, twee eieren, een bord linzensoep. Eiwitpoeder is handig voor wie weinig eetlust heeft, en voor de meeste anderen vooral duur.
p-cb6826 = After your session, eat something with protein that you fancy: a bowl of quark, two eggs, a helping of lentil soup. Protein powder is handy for people with little appetite, and for most others mainly expensive.

# nl: De eerste zes weken gebeurt er iets in je hoofd
p-ece67b = In the first six weeks, something happens in your head

# nl: De snelste winst komt niet van grotere spieren. In de eerste weken leert je zenuwstelsel om meer spiervezels tegelijk en in de juiste volgorde aan te sturen. Daarom word je al sterker voor iemand het kan zien. De spier zelf heeft meer tijd nodig: reken op twee tot drie maanden voor je broek er iets van merkt. Wie na vier weken stopt omdat er ‘niets gebeurt’, stopt vlak voor het leuke stuk.
p-4cb0ce = The quickest gains don’t come from bigger muscles. In the first few weeks your nervous system learns to activate more muscle fibres at once and in the right order. That’s why you get stronger before anyone can see it. The muscle itself needs more time: allow two to three months before your trousers notice anything. If you stop after four weeks because ‘nothing’s happening’, you’re stopping just before the fun part.

# nl: Doe over twaalf weken de stoeltest opnieuw, op dezelfde stoel en met dezelfde schoenen. Kom hem gerust bij ons doen, wij hebben een chronometer en een stoel die niet wegschuift.
p-20bad2 = Do the chair test again in twelve weeks, on the same chair and in the same shoes. You’re welcome to come and do it at our practice: we have a stopwatch and a chair that doesn’t slide away.

# nl: Cruz-Jentoft en collega's, 2019. Meer dan 15 seconden voor vijf keer rechtstaan wijst op ‘waarschijnlijke sarcopenie’. Pijnlijke knieën of een lage zetel geven hetzelfde resultaat, dus de test is een begin en geen diagnose.
p-655acd = Cruz-Jentoft and colleagues, 2019. More than 15 seconds for five chair rises points to ‘probable sarcopenia’. Painful knees or a low armchair give the same result, so the test is a beginning and not a diagnosis.

# nl: Fiatarone en collega's, 1994. Honderd deelnemers, van wie de helft krachttraining deed. De toename van 113 procent is gemeten op de trainingstoestellen zelf, waar je ook beter wordt door te oefenen.
p-b5b641 = Fiatarone and colleagues, 1994. One hundred participants, half of whom did strength training. The 113 per cent increase was measured on the training machines themselves, which you also get better at through practice.

# nl: Sherrington en collega's, 2019: 108 studies met ruim 23.000 deelnemers. De zekerheid is hoog voor oefenen in het algemeen, matig voor de combinatie met krachttraining.
p-a61e86 = Sherrington and colleagues, 2019: 108 studies with more than 23,000 participants. The certainty is high for exercise in general, moderate for the combination with strength training.
