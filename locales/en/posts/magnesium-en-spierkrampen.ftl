### Helpt magnesium tegen krampen in je kuiten?
### posts/magnesium-en-spierkrampen.md. How to translate: TRANSLATING.md

# nl: Helpt magnesium tegen krampen in je kuiten?
title = Does magnesium help with cramp in your calves?

# nl: Het potje staat in half Vlaanderen naast het bed. Wat elf studies laten zien, waarom het toch lijkt te werken, en wat je vanavond al kunt proberen zonder naar de apotheek te gaan.
summary = Half of Flanders keeps a tub of it beside the bed. What eleven studies show, why it seems to work all the same, and what you can try this very evening without a trip to the pharmacy.

# nl: Drie uur 's nachts. Je strekt je been, de kuit springt in een harde knoop en je staat naast je bed te vloeken. Op het nachtkastje: een potje magnesium, aangeraden door de buurvrouw, de apotheker en een reclamespot. Bijna iedereen boven de zestig die hier met krampen komt, neemt het. Dus ging ik nakijken wat we er eigenlijk van weten.
p-cd49ed = Three in the morning. You stretch your leg, your calf jumps into a hard knot and you’re standing beside your bed swearing. On the bedside table: a tub of magnesium, recommended by the woman next door, the pharmacist and an advert. Almost everyone over sixty who comes here with cramp takes it. So I went to look up what we actually know about it.

# nl: Wat elf studies zeggen
p-b91c48 = What eleven studies say

# nl: De beste samenvatting komt van Cochrane en dateert van 2020. De auteurs vonden elf studies met samen 735 deelnemers. In vijf daarvan ging het om mensen met gewone nachtelijke krampen zonder duidelijke oorzaak, de meesten op leeftijd. Ze kregen magnesium of een nepmiddel. Na vier weken bedroeg het verschil tussen beide groepen 0,18 krampen per week.[^ci] Dat is één kramp minder op vijf à zes weken, en zelfs dat kan toeval zijn.
p-6bc835 = The best summary comes from Cochrane and dates from 2020. The authors found eleven studies with 735 participants in all. Five of them were about people with ordinary night cramps without a clear cause, most of them older. They were given magnesium or a dummy treatment. After four weeks, the difference between the two groups was 0.18 cramps a week.[^ci] That’s one cramp fewer every five to six weeks, and even that may be chance.

# nl: Ook de pijn en de duur van de krampen verschilden niet noemenswaardig. De besluiten zijn ongewoon stellig voor een Cochrane-overzicht: het is onwaarschijnlijk dat magnesium oudere mensen met krampen iets oplevert wat ze zelf zouden merken. Voor zwangere vrouwen spraken de studies elkaar tegen, en daar durft niemand een besluit te trekken. Over krampen tijdens het sporten bestond er geen enkele degelijke studie met magnesium.
p-ab1bdd = There was no difference worth mentioning in how painful the cramps were or how long they lasted, either. The conclusions are unusually firm for a Cochrane review: it’s unlikely that magnesium gives older people with cramps any benefit they would notice themselves. For pregnant women the studies contradicted each other, and nobody dares draw a conclusion there. On cramps during exercise, there wasn’t a single sound study of magnesium.

# nl: ‘Geen bewijs voor een effect’ en ‘bewijs voor geen effect’ zijn verschillende dingen. Bij oudere mensen met nachtkrampen zitten we dicht bij het tweede. Bij zwangeren en sporters zitten we nog altijd bij het eerste.
p-19b4d2 = ‘No evidence of an effect’ and ‘evidence of no effect’ are two different things. In older people with night cramps, we’re close to the second. In pregnant women and people who do sport, we’re still at the first.

# nl: Waarom het dan toch lijkt te werken
p-d11441 = So why does it seem to work?

# nl: Krampen komen in vlagen. Je koopt het potje in je slechtste week, en na een slechtste week volgt meestal een betere, met of zonder pil. Statistici noemen dat regressie naar het gemiddelde. In de studies verbeterde ook de groep met het nepmiddel. Wie alleen naar zichzelf kijkt, kan dat verschil onmogelijk zien, hoe slim en eerlijk hij ook is.
p-750c91 = Cramps come in bouts. You buy the tub in your worst week, and a worst week is usually followed by a better one, pill or no pill. Statisticians call that regression to the mean. In the studies, the group on the dummy treatment improved too. If you look only at yourself, you can’t possibly see that difference, however clever and honest you are.

# nl: Een pil die je in je slechtste week begint te nemen, heeft altijd gelijk.
p-691496 = A pill you start taking in your worst week is always right.

# nl: Is het dan verkeerd om het te nemen? Als je nieren goed werken en je je er goed bij voelt, is het vooral een kost. Onschuldig is het niet helemaal: in de studies had 11 tot 37 procent van de magnesiumgroep kleine bijwerkingen, meestal diarree, tegenover 10 tot 14 procent bij het nepmiddel. Europese experts leggen de veilige bovengrens voor magnesium uit supplementen op 250 milligram per dag. Veel bruistabletten zitten daar al aan of boven.
p-a57fd1 = So is it wrong to take it? If your kidneys work well and you feel good on it, it’s mainly an expense. It’s not entirely harmless: in the studies, 11 to 37 per cent of the magnesium group had minor side effects, usually diarrhoea, compared with 10 to 14 per cent on the dummy treatment. European experts set the safe upper limit for magnesium from supplements at 250 milligrams a day. Many effervescent tablets are already at or above that.

# nl: Werken je nieren minder goed, dan kan magnesium zich opstapelen in je bloed. Neem het dan nooit zonder je arts. Het hindert ook de opname van sommige antibiotica, schildklierhormoon en middelen tegen osteoporose. Vraag je apotheker hoeveel uur je ertussen moet laten.
p-963879 = If your kidneys work less well, magnesium can build up in your blood. In that case, never take it without your doctor. It also interferes with the absorption of some antibiotics, thyroid hormone and medicines for osteoporosis. Ask your pharmacist how many hours to leave between them.

# nl: Heb je misschien een tekort?
p-ae9979 = Could you have a deficiency?

# nl: Een echt tekort bestaat, bijvoorbeeld bij langdurige diarree, zwaar alcoholgebruik, of bij mensen die jarenlang bepaalde maagzuurremmers of plaspillen nemen. Dan hoort een arts dat uit te zoeken. Bij gezonde eters is het zeldzaam. De Europese voedselautoriteit EFSA rekent op 300 milligram per dag voor vrouwen en 350 voor mannen, en die haal je op een gewone dag met een paar goede keuzes.
p-255466 = A real deficiency does exist, for example with long-lasting diarrhoea or heavy alcohol use, or in people who take certain stomach acid medicines or water tablets for years. Then it’s up to a doctor to look into it. In people who eat healthily, it’s rare. The European Food Safety Authority, EFSA, reckons on 300 milligrams a day for women and 350 for men, and on an ordinary day you’ll get there with a few good choices.

# nl: Wat je eet
p-55c951 = What you eat

# nl: Portie
p-118085 = Portion

# nl: Magnesium (ongeveer)
p-09f0b8 = Magnesium (approx.)

# nl: Pompoenpitten
p-23efea = Pumpkin seeds

# nl: 30 g
p-768d6d = 30 g

# nl: 160 mg
p-4da970 = 160 mg

# nl: Witte bonen, gekookt
p-aae4bf = White beans, cooked

# nl: 150 g
p-451151 = 150 g

# nl: 95 mg
p-4b6626 = 95 mg

# nl: Spinazie, gekookt
p-92bcd0 = Spinach, cooked

# nl: 100 g
p-fbd8a7 = 100 g

# nl: 85 mg
p-5a82e1 = 85 mg

# nl: Amandelen, ongezouten
p-092084 = Almonds, unsalted

# nl: 30 g
p-f4e26d = 30 g

# nl: 80 mg
p-7fb8f6 = 80 mg

# nl: Volkorenbrood
p-67b67c = Wholemeal bread

# nl: 2 sneden
p-c519b1 = 2 slices

# nl: 55 mg
p-223444 = 55 mg

# nl: Banaan
p-f42a73 = Banana

# nl: 1 stuk
p-5d6d8c = 1 whole

# nl: 30 mg
p-ec8ffa = 30 mg

# nl: Merk op waar de banaan staat. Ze is lekker en handig onderweg. Als middel tegen krampen dankt ze haar faam vooral aan tennissers op televisie.
p-223a15 = Notice where the banana comes. It’s tasty and handy when you’re out and about. As a remedy for cramp, it owes its fame mostly to tennis players on television.

# nl: Wat je vanavond kunt proberen
p-b8621e = What you can try this evening

# nl: **Tijdens de kramp: rek de spier.** Trek je tenen naar je scheen, of ga staan en leun met gestrekt been naar voren. De kramp lost meestal binnen de minuut.
p-a5655f = **During the cramp: stretch the muscle.** Pull your toes towards your shin, or stand up and lean forward with the leg straight. The cramp usually lets go within a minute.

# nl: **Voor het slapengaan: drie minuten rekken.** In een Nederlandse studie rekten tachtig 55-plussers met nachtkrampen zes weken lang elke avond hun kuiten en hamstrings, of ze deden niets. Drie keer tien seconden per houding. De rekkers hadden 1,2 krampen per nacht minder dan de anderen, en de krampen die bleven, deden minder pijn.[^rek]
p-d3d336 = **Before bed: three minutes of stretching.** In a Dutch study, eighty people over 55 with night cramps either stretched their calves and hamstrings every evening for six weeks or did nothing. Three times ten seconds per position. The stretchers had 1.2 fewer cramps a night than the others, and the cramps that remained hurt less.[^rek]

# nl: **Maak ruimte in je bed.** Een strak ingestopt laken duwt je voeten uren in de spitsstand, en een kuit die al kort staat, krampt gemakkelijker. Logisch, gratis, en nooit goed onderzocht.
p-ba92d5 = **Make room in your bed.** A tightly tucked sheet pushes your feet into a toes-pointed position for hours, and a calf that’s already shortened cramps more easily. Logical, free, and never properly studied.

# nl: **Kijk naar je dag.** Veel langer gestaan of gestapt dan gewoonlijk? Krampen volgen vaak op een sprong in [belasting](belasting-en-belastbaarheid.md), en sterkere kuiten verdragen meer. Twee keer per week op de tenen staan hoort in elk [krachtschema](sterker-na-je-vijftigste.md).
p-a744d9 = **Look at your day.** Spent much longer on your feet than usual, or walked much further? Cramps often follow a jump in [load](belasting-en-belastbaarheid.md), and stronger calves can take more. Rising onto your toes twice a week belongs in every [strength programme](sterker-na-je-vijftigste.md).

# nl: **Loop je medicatielijst na.** Sommige plaspillen, luchtwegverwijders en cholesterolverlagers worden met krampen in verband gebracht. Stop nooit op eigen houtje; vraag het je huisarts.
p-28c904 = **Go through your list of medicines.** Some water tablets, bronchodilators and cholesterol-lowering medicines have been linked with cramps. Never stop on your own initiative; ask your GP.

# nl: Ook dat rekken is geen zekerheid. Cochrane zocht in 2021 naar alle behandelingen zonder pillen, vond er drie studies over, allemaal met rekken, en blijft voorzichtig: dagelijks kuiten én hamstrings rekken maakt krampen bij 55-plussers misschien minder hevig, over het aantal krampen zijn de auteurs erg onzeker. Ik raad het toch aan. Het kost drie minuten, er zijn bijna geen nadelen, en je weet na zes weken of het bij jou iets doet.
p-f20c2d = Stretching is no certainty either. In 2021 Cochrane looked for every treatment without pills, was left with three studies, all of stretching, and remains cautious: stretching both calves and hamstrings daily may make cramps less severe in people over 55; about the number of cramps, the authors are very uncertain. I recommend it anyway. It takes three minutes, there are almost no drawbacks, and after six weeks you’ll know whether it does anything for you.

# nl: En kinine?
p-7a1467 = What about quinine?

# nl: Kinine vermindert krampen wel, bescheiden: in het Cochrane-overzicht ruim een kwart minder in twee weken. Daartegenover staan zeldzame, maar ernstige bijwerkingen op het bloed en het hartritme. Voor gewone nachtkrampen raden gezondheidsinstanties het daarom af. Een glas tonic bevat zo weinig kinine dat je er geen effect van moet verwachten, behalve van de bubbels.
p-2e2880 = Quinine does reduce cramps, modestly: in the Cochrane review, by a good quarter over two weeks. Against that stand rare but serious side effects on the blood and the heart rhythm. For ordinary night cramps, health authorities therefore advise against it. A glass of tonic water contains so little quinine that you shouldn’t expect it to have any effect, except from the bubbles.

# nl: Wanneer naar de dokter?
p-aaefc4 = When should you see a doctor?

# nl: Laat je nakijken als een been dik, rood of warm is, als de pijn komt bij het stappen en wegtrekt als je stilstaat, als je krachtverlies of een doof gevoel hebt, of als de krampen ook in je handen, buik of gezicht optreden. En ook gewoon als je er al weken slecht van slaapt. Dat is reden genoeg.
p-db3b76 = Get yourself checked if a leg is swollen, red or warm, if the pain comes on when you walk and fades when you stand still, if you have weakness or numbness, or if you also get cramps in your hands, abdomen or face. And also simply if you’ve been sleeping badly because of it for weeks. That’s reason enough.

# nl: Het 95%-betrouwbaarheidsinterval loopt van 0,84 krampen per week minder tot 0,49 méér (vijf studies, 307 deelnemers).
p-fd01bd = The 95% confidence interval runs from 0.84 fewer cramps a week to 0.49 more (five studies, 307 participants).

# nl: Hallegraeff en collega's, 2012. De deelnemers wisten uiteraard of ze rekten, en dat kan het resultaat mooier maken dan het is.
p-9c0830 = Hallegraeff and colleagues, 2012. The participants knew, of course, whether they were stretching, and that can make the result look better than it is.
