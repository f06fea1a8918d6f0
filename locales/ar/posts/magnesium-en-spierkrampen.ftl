### Helpt magnesium tegen krampen in je kuiten?
### posts/magnesium-en-spierkrampen.md. How to translate: TRANSLATING.md

# nl: Helpt magnesium tegen krampen in je kuiten?
# todo title =

# nl: Het potje staat in half Vlaanderen naast het bed. Wat elf studies laten zien, waarom het toch lijkt te werken, en wat je vanavond al kunt proberen zonder naar de apotheek te gaan.
# todo summary =

# nl: Drie uur 's nachts. Je strekt je been, de kuit springt in een harde knoop en je staat naast je bed te vloeken. Op het nachtkastje: een potje magnesium, aangeraden door de buurvrouw, de apotheker en een reclamespot. Bijna iedereen boven de zestig die hier met krampen komt, neemt het. Dus ging ik nakijken wat we er eigenlijk van weten.
# todo p-cd49ed =

# nl: Wat elf studies zeggen
# todo p-b91c48 =

# nl: De beste samenvatting komt van Cochrane en dateert van 2020. De auteurs vonden elf studies met samen 735 deelnemers. In vijf daarvan ging het om mensen met gewone nachtelijke krampen zonder duidelijke oorzaak, de meesten op leeftijd. Ze kregen magnesium of een nepmiddel. Na vier weken bedroeg het verschil tussen beide groepen 0,18 krampen per week.[^ci] Dat is één kramp minder op vijf à zes weken, en zelfs dat kan toeval zijn.
# todo p-6bc835 =

# nl: Ook de pijn en de duur van de krampen verschilden niet noemenswaardig. De besluiten zijn ongewoon stellig voor een Cochrane-overzicht: het is onwaarschijnlijk dat magnesium oudere mensen met krampen iets oplevert wat ze zelf zouden merken. Voor zwangere vrouwen spraken de studies elkaar tegen, en daar durft niemand een besluit te trekken. Over krampen tijdens het sporten bestond er geen enkele degelijke studie met magnesium.
# todo p-ab1bdd =

# nl: ‘Geen bewijs voor een effect’ en ‘bewijs voor geen effect’ zijn verschillende dingen. Bij oudere mensen met nachtkrampen zitten we dicht bij het tweede. Bij zwangeren en sporters zitten we nog altijd bij het eerste.
# todo p-19b4d2 =

# nl: Waarom het dan toch lijkt te werken
# todo p-d11441 =

# nl: Krampen komen in vlagen. Je koopt het potje in je slechtste week, en na een slechtste week volgt meestal een betere, met of zonder pil. Statistici noemen dat regressie naar het gemiddelde. In de studies verbeterde ook de groep met het nepmiddel. Wie alleen naar zichzelf kijkt, kan dat verschil onmogelijk zien, hoe slim en eerlijk hij ook is.
# todo p-750c91 =

# nl: Een pil die je in je slechtste week begint te nemen, heeft altijd gelijk.
# todo p-691496 =

# nl: Is het dan verkeerd om het te nemen? Als je nieren goed werken en je je er goed bij voelt, is het vooral een kost. Onschuldig is het niet helemaal: in de studies had 11 tot 37 procent van de magnesiumgroep kleine bijwerkingen, meestal diarree, tegenover 10 tot 14 procent bij het nepmiddel. Europese experts leggen de veilige bovengrens voor magnesium uit supplementen op 250 milligram per dag. Veel bruistabletten zitten daar al aan of boven.
# todo p-a57fd1 =

# nl: Werken je nieren minder goed, dan kan magnesium zich opstapelen in je bloed. Neem het dan nooit zonder je arts. Het hindert ook de opname van sommige antibiotica, schildklierhormoon en middelen tegen osteoporose. Vraag je apotheker hoeveel uur je ertussen moet laten.
# todo p-963879 =

# nl: Heb je misschien een tekort?
# todo p-ae9979 =

# nl: Een echt tekort bestaat, bijvoorbeeld bij langdurige diarree, zwaar alcoholgebruik, of bij mensen die jarenlang bepaalde maagzuurremmers of plaspillen nemen. Dan hoort een arts dat uit te zoeken. Bij gezonde eters is het zeldzaam. De Europese voedselautoriteit EFSA rekent op 300 milligram per dag voor vrouwen en 350 voor mannen, en die haal je op een gewone dag met een paar goede keuzes.
# todo p-255466 =

# nl: Wat je eet
# todo p-55c951 =

# nl: Portie
# todo p-118085 =

# nl: Magnesium (ongeveer)
# todo p-09f0b8 =

# nl: Pompoenpitten
# todo p-23efea =

# nl: 30 g
# todo p-768d6d =

# nl: 160 mg
# todo p-4da970 =

# nl: Witte bonen, gekookt
# todo p-aae4bf =

# nl: 150 g
# todo p-451151 =

# nl: 95 mg
# todo p-4b6626 =

# nl: Spinazie, gekookt
# todo p-92bcd0 =

# nl: 100 g
# todo p-fbd8a7 =

# nl: 85 mg
# todo p-5a82e1 =

# nl: Amandelen, ongezouten
# todo p-092084 =

# nl: 30 g
# todo p-f4e26d =

# nl: 80 mg
# todo p-7fb8f6 =

# nl: Volkorenbrood
# todo p-67b67c =

# nl: 2 sneden
# todo p-c519b1 =

# nl: 55 mg
# todo p-223444 =

# nl: Banaan
# todo p-f42a73 =

# nl: 1 stuk
# todo p-5d6d8c =

# nl: 30 mg
# todo p-ec8ffa =

# nl: Merk op waar de banaan staat. Ze is lekker en handig onderweg. Als middel tegen krampen dankt ze haar faam vooral aan tennissers op televisie.
# todo p-223a15 =

# nl: Wat je vanavond kunt proberen
# todo p-b8621e =

# nl: **Tijdens de kramp: rek de spier.** Trek je tenen naar je scheen, of ga staan en leun met gestrekt been naar voren. De kramp lost meestal binnen de minuut.
# todo p-a5655f =

# nl: **Voor het slapengaan: drie minuten rekken.** In een Nederlandse studie rekten tachtig 55-plussers met nachtkrampen zes weken lang elke avond hun kuiten en hamstrings, of ze deden niets. Drie keer tien seconden per houding. De rekkers hadden 1,2 krampen per nacht minder dan de anderen, en de krampen die bleven, deden minder pijn.[^rek]
# todo p-d3d336 =

# nl: **Maak ruimte in je bed.** Een strak ingestopt laken duwt je voeten uren in de spitsstand, en een kuit die al kort staat, krampt gemakkelijker. Logisch, gratis, en nooit goed onderzocht.
# todo p-ba92d5 =

# nl: **Kijk naar je dag.** Veel langer gestaan of gestapt dan gewoonlijk? Krampen volgen vaak op een sprong in [belasting](belasting-en-belastbaarheid.md), en sterkere kuiten verdragen meer. Twee keer per week op de tenen staan hoort in elk [krachtschema](sterker-na-je-vijftigste.md).
# todo p-a744d9 =

# nl: **Loop je medicatielijst na.** Sommige plaspillen, luchtwegverwijders en cholesterolverlagers worden met krampen in verband gebracht. Stop nooit op eigen houtje; vraag het je huisarts.
# todo p-28c904 =

# nl: Ook dat rekken is geen zekerheid. Cochrane zocht in 2021 naar alle behandelingen zonder pillen, vond er drie studies over, allemaal met rekken, en blijft voorzichtig: dagelijks kuiten én hamstrings rekken maakt krampen bij 55-plussers misschien minder hevig, over het aantal krampen zijn de auteurs erg onzeker. Ik raad het toch aan. Het kost drie minuten, er zijn bijna geen nadelen, en je weet na zes weken of het bij jou iets doet.
# todo p-f20c2d =

# nl: En kinine?
# todo p-7a1467 =

# nl: Kinine vermindert krampen wel, bescheiden: in het Cochrane-overzicht ruim een kwart minder in twee weken. Daartegenover staan zeldzame, maar ernstige bijwerkingen op het bloed en het hartritme. Voor gewone nachtkrampen raden gezondheidsinstanties het daarom af. Een glas tonic bevat zo weinig kinine dat je er geen effect van moet verwachten, behalve van de bubbels.
# todo p-2e2880 =

# nl: Wanneer naar de dokter?
# todo p-aaefc4 =

# nl: Laat je nakijken als een been dik, rood of warm is, als de pijn komt bij het stappen en wegtrekt als je stilstaat, als je krachtverlies of een doof gevoel hebt, of als de krampen ook in je handen, buik of gezicht optreden. En ook gewoon als je er al weken slecht van slaapt. Dat is reden genoeg.
# todo p-db3b76 =

# nl: Het 95%-betrouwbaarheidsinterval loopt van 0,84 krampen per week minder tot 0,49 méér (vijf studies, 307 deelnemers).
# todo p-fd01bd =

# nl: Hallegraeff en collega's, 2012. De deelnemers wisten uiteraard of ze rekten, en dat kan het resultaat mooier maken dan het is.
# todo p-9c0830 =
