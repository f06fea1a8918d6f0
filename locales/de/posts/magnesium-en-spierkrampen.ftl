### Helpt magnesium tegen krampen in je kuiten?
### posts/magnesium-en-spierkrampen.md. How to translate: TRANSLATING.md

# nl: Helpt magnesium tegen krampen in je kuiten?
title = Hilft Magnesium gegen Wadenkrämpfe?

# nl: Het potje staat in half Vlaanderen naast het bed. Wat elf studies laten zien, waarom het toch lijkt te werken, en wat je vanavond al kunt proberen zonder naar de apotheek te gaan.
summary = Das Döschen steht in halb Flandern neben dem Bett. Was elf Studien zeigen, warum es trotzdem zu wirken scheint und was du heute Abend schon ausprobieren kannst, ohne in die Apotheke zu gehen.

# nl: Drie uur 's nachts. Je strekt je been, de kuit springt in een harde knoop en je staat naast je bed te vloeken. Op het nachtkastje: een potje magnesium, aangeraden door de buurvrouw, de apotheker en een reclamespot. Bijna iedereen boven de zestig die hier met krampen komt, neemt het. Dus ging ik nakijken wat we er eigenlijk van weten.
p-cd49ed = Drei Uhr nachts. Du streckst das Bein, die Wade schnellt zu einem harten Knoten zusammen, und du stehst fluchend neben dem Bett. Auf dem Nachttisch: ein Döschen Magnesium, empfohlen von der Nachbarin, der Apotheke und einem Werbespot. Fast alle über sechzig, die mit Krämpfen hierherkommen, nehmen es. Also habe ich nachgesehen, was wir eigentlich darüber wissen.

# nl: Wat elf studies zeggen
p-b91c48 = Was elf Studien sagen

# nl: De beste samenvatting komt van Cochrane en dateert van 2020. De auteurs vonden elf studies met samen 735 deelnemers. In vijf daarvan ging het om mensen met gewone nachtelijke krampen zonder duidelijke oorzaak, de meesten op leeftijd. Ze kregen magnesium of een nepmiddel. Na vier weken bedroeg het verschil tussen beide groepen 0,18 krampen per week.[^ci] Dat is één kramp minder op vijf à zes weken, en zelfs dat kan toeval zijn.
p-6bc835 = Die beste Zusammenfassung stammt von Cochrane aus dem Jahr 2020. Die Autorinnen und Autoren fanden elf Studien mit zusammen 735 Teilnehmenden. In fünf davon ging es um Menschen mit gewöhnlichen nächtlichen Krämpfen ohne klare Ursache, die meisten schon älter. Sie bekamen Magnesium oder ein Scheinmedikament. Nach vier Wochen betrug der Unterschied zwischen beiden Gruppen 0,18 Krämpfe pro Woche.[^ci] Das ist ein Krampf weniger in fünf bis sechs Wochen, und selbst das kann Zufall sein.

# nl: Ook de pijn en de duur van de krampen verschilden niet noemenswaardig. De besluiten zijn ongewoon stellig voor een Cochrane-overzicht: het is onwaarschijnlijk dat magnesium oudere mensen met krampen iets oplevert wat ze zelf zouden merken. Voor zwangere vrouwen spraken de studies elkaar tegen, en daar durft niemand een besluit te trekken. Over krampen tijdens het sporten bestond er geen enkele degelijke studie met magnesium.
p-ab1bdd = Auch Schmerz und Dauer der Krämpfe unterschieden sich nicht nennenswert. Die Schlussfolgerungen sind für eine Cochrane-Übersicht ungewöhnlich deutlich: Es ist unwahrscheinlich, dass Magnesium älteren Menschen mit Krämpfen etwas bringt, das sie selbst merken würden. Für Schwangere widersprachen sich die Studien, und da wagt niemand einen Schluss. Zu Krämpfen beim Sport gab es keine einzige solide Studie mit Magnesium.

# nl: ‘Geen bewijs voor een effect’ en ‘bewijs voor geen effect’ zijn verschillende dingen. Bij oudere mensen met nachtkrampen zitten we dicht bij het tweede. Bij zwangeren en sporters zitten we nog altijd bij het eerste.
p-19b4d2 = „Kein Beleg für eine Wirkung“ und „Beleg für keine Wirkung“ sind verschiedene Dinge. Bei älteren Menschen mit nächtlichen Krämpfen sind wir nah am zweiten. Bei Schwangeren und Sporttreibenden sind wir noch immer beim ersten.

# nl: Waarom het dan toch lijkt te werken
p-d11441 = Warum es dann trotzdem zu wirken scheint

# nl: Krampen komen in vlagen. Je koopt het potje in je slechtste week, en na een slechtste week volgt meestal een betere, met of zonder pil. Statistici noemen dat regressie naar het gemiddelde. In de studies verbeterde ook de groep met het nepmiddel. Wie alleen naar zichzelf kijkt, kan dat verschil onmogelijk zien, hoe slim en eerlijk hij ook is.
p-750c91 = Krämpfe kommen in Schüben. Du kaufst das Döschen in deiner schlimmsten Woche, und auf eine schlimmste Woche folgt meist eine bessere, mit oder ohne Tablette. In der Statistik heißt das Regression zur Mitte. In den Studien ging es auch der Gruppe mit dem Scheinmedikament besser. Wer nur auf sich selbst schaut, kann diesen Unterschied unmöglich sehen, so klug und ehrlich er auch ist.

# nl: Een pil die je in je slechtste week begint te nemen, heeft altijd gelijk.
p-691496 = Eine Tablette, mit der du in deiner schlimmsten Woche anfängst, hat immer recht.

# nl: Is het dan verkeerd om het te nemen? Als je nieren goed werken en je je er goed bij voelt, is het vooral een kost. Onschuldig is het niet helemaal: in de studies had 11 tot 37 procent van de magnesiumgroep kleine bijwerkingen, meestal diarree, tegenover 10 tot 14 procent bij het nepmiddel. Europese experts leggen de veilige bovengrens voor magnesium uit supplementen op 250 milligram per dag. Veel bruistabletten zitten daar al aan of boven.
p-a57fd1 = Ist es dann falsch, es zu nehmen? Wenn deine Nieren gut arbeiten und du dich damit wohlfühlst, kostet es vor allem Geld. Ganz harmlos ist es nicht: In den Studien hatten 11 bis 37 Prozent der Magnesiumgruppe leichte Nebenwirkungen, meist Durchfall, gegenüber 10 bis 14 Prozent beim Scheinmedikament. Europäische Fachleute setzen die sichere Obergrenze für Magnesium aus Nahrungsergänzungsmitteln bei 250 Milligramm pro Tag an. Viele Brausetabletten liegen schon dort oder darüber.

# nl: Werken je nieren minder goed, dan kan magnesium zich opstapelen in je bloed. Neem het dan nooit zonder je arts. Het hindert ook de opname van sommige antibiotica, schildklierhormoon en middelen tegen osteoporose. Vraag je apotheker hoeveel uur je ertussen moet laten.
p-963879 = Arbeiten deine Nieren weniger gut, kann sich Magnesium in deinem Blut anreichern. Nimm es dann nie ohne ärztliche Rücksprache. Es behindert auch die Aufnahme von manchen Antibiotika, von Schilddrüsenhormon und von Mitteln gegen Osteoporose. Frag in der Apotheke, wie viele Stunden du dazwischen lassen musst.

# nl: Heb je misschien een tekort?
p-ae9979 = Hast du vielleicht einen Mangel?

# nl: Een echt tekort bestaat, bijvoorbeeld bij langdurige diarree, zwaar alcoholgebruik, of bij mensen die jarenlang bepaalde maagzuurremmers of plaspillen nemen. Dan hoort een arts dat uit te zoeken. Bij gezonde eters is het zeldzaam. De Europese voedselautoriteit EFSA rekent op 300 milligram per dag voor vrouwen en 350 voor mannen, en die haal je op een gewone dag met een paar goede keuzes.
p-255466 = Einen echten Mangel gibt es, zum Beispiel bei lang anhaltendem Durchfall, bei starkem Alkoholkonsum oder bei Menschen, die jahrelang bestimmte Säureblocker oder Entwässerungstabletten nehmen. Dann gehört das ärztlich abgeklärt. Bei Menschen, die gesund essen, ist er selten. Die Europäische Behörde für Lebensmittelsicherheit EFSA geht von 300 Milligramm pro Tag für Frauen und 350 für Männer aus, und die erreichst du an einem normalen Tag mit ein paar guten Entscheidungen.

# nl: Wat je eet
p-55c951 = Was du isst

# nl: Portie
p-118085 = Portion

# nl: Magnesium (ongeveer)
p-09f0b8 = Magnesium (ungefähr)

# nl: Pompoenpitten
p-23efea = Kürbiskerne

# nl: 30 g
p-768d6d = 30 g

# nl: 160 mg
p-4da970 = 160 mg

# nl: Witte bonen, gekookt
p-aae4bf = Weiße Bohnen, gekocht

# nl: 150 g
p-451151 = 150 g

# nl: 95 mg
p-4b6626 = 95 mg

# nl: Spinazie, gekookt
p-92bcd0 = Spinat, gekocht

# nl: 100 g
p-fbd8a7 = 100 g

# nl: 85 mg
p-5a82e1 = 85 mg

# nl: Amandelen, ongezouten
p-092084 = Mandeln, ungesalzen

# nl: 30 g
p-f4e26d = 30 g

# nl: 80 mg
p-7fb8f6 = 80 mg

# nl: Volkorenbrood
p-67b67c = Vollkornbrot

# nl: 2 sneden
p-c519b1 = 2 Scheiben

# nl: 55 mg
p-223444 = 55 mg

# nl: Banaan
p-f42a73 = Banane

# nl: 1 stuk
p-5d6d8c = 1 Stück

# nl: 30 mg
p-ec8ffa = 30 mg

# nl: Merk op waar de banaan staat. Ze is lekker en handig onderweg. Als middel tegen krampen dankt ze haar faam vooral aan tennissers op televisie.
p-223a15 = Achte darauf, wo die Banane steht. Sie schmeckt und ist praktisch für unterwegs. Ihren Ruf als Mittel gegen Krämpfe verdankt sie vor allem Tennisprofis im Fernsehen.

# nl: Wat je vanavond kunt proberen
p-b8621e = Was du heute Abend ausprobieren kannst

# nl: **Tijdens de kramp: rek de spier.** Trek je tenen naar je scheen, of ga staan en leun met gestrekt been naar voren. De kramp lost meestal binnen de minuut.
p-a5655f = **Während des Krampfs: Dehne den Muskel.** Zieh die Zehen zum Schienbein, oder steh auf und lehn dich mit gestrecktem Bein nach vorn. Der Krampf löst sich meist innerhalb einer Minute.

# nl: **Voor het slapengaan: drie minuten rekken.** In een Nederlandse studie rekten tachtig 55-plussers met nachtkrampen zes weken lang elke avond hun kuiten en hamstrings, of ze deden niets. Drie keer tien seconden per houding. De rekkers hadden 1,2 krampen per nacht minder dan de anderen, en de krampen die bleven, deden minder pijn.[^rek]
p-d3d336 = **Vor dem Schlafengehen: drei Minuten dehnen.** In einer niederländischen Studie dehnten achtzig Menschen ab 55 mit nächtlichen Krämpfen sechs Wochen lang jeden Abend ihre Waden und die Rückseite der Oberschenkel, oder sie machten nichts. Dreimal zehn Sekunden pro Haltung. Wer dehnte, hatte 1,2 Krämpfe pro Nacht weniger als die anderen, und die Krämpfe, die blieben, taten weniger weh.[^rek]

# nl: **Maak ruimte in je bed.** Een strak ingestopt laken duwt je voeten uren in de spitsstand, en een kuit die al kort staat, krampt gemakkelijker. Logisch, gratis, en nooit goed onderzocht.
p-ba92d5 = **Schaff Platz im Bett.** Ein straff eingestecktes Laken drückt deine Füße stundenlang in die Spitzfußstellung, und eine Wade, die ohnehin schon kurz gestellt ist, krampft leichter. Logisch, kostenlos und nie gut untersucht.

# nl: **Kijk naar je dag.** Veel langer gestaan of gestapt dan gewoonlijk? Krampen volgen vaak op een sprong in [belasting](belasting-en-belastbaarheid.md), en sterkere kuiten verdragen meer. Twee keer per week op de tenen staan hoort in elk [krachtschema](sterker-na-je-vijftigste.md).
p-a744d9 = **Schau dir deinen Tag an.** Viel länger gestanden oder gegangen als sonst? Krämpfe folgen oft auf einen Sprung in der [Belastung](belasting-en-belastbaarheid.md), und stärkere Waden vertragen mehr. Zweimal pro Woche Zehenstand gehört in jeden [Kraftplan](sterker-na-je-vijftigste.md).

# nl: **Loop je medicatielijst na.** Sommige plaspillen, luchtwegverwijders en cholesterolverlagers worden met krampen in verband gebracht. Stop nooit op eigen houtje; vraag het je huisarts.
p-28c904 = **Geh deine Medikamentenliste durch.** Manche Entwässerungstabletten, bronchienerweiternden Mittel und Cholesterinsenker werden mit Krämpfen in Verbindung gebracht. Setz nie etwas auf eigene Faust ab; frag in deiner Hausarztpraxis nach.

# nl: Ook dat rekken is geen zekerheid. Cochrane zocht in 2021 naar alle behandelingen zonder pillen, vond er drie studies over, allemaal met rekken, en blijft voorzichtig: dagelijks kuiten én hamstrings rekken maakt krampen bij 55-plussers misschien minder hevig, over het aantal krampen zijn de auteurs erg onzeker. Ik raad het toch aan. Het kost drie minuten, er zijn bijna geen nadelen, en je weet na zes weken of het bij jou iets doet.
p-f20c2d = Auch dieses Dehnen ist keine Gewissheit. Cochrane suchte 2021 nach allen Behandlungen ohne Tabletten, fand drei Studien dazu, alle mit Dehnen, und bleibt vorsichtig: Täglich sowohl die Waden als auch die Rückseite der Oberschenkel zu dehnen, macht Krämpfe bei Menschen ab 55 vielleicht weniger heftig, bei der Zahl der Krämpfe sind sich die Autorinnen und Autoren sehr unsicher. Ich rate trotzdem dazu. Es kostet drei Minuten, es hat fast keine Nachteile, und nach sechs Wochen weißt du, ob es bei dir etwas bewirkt.

# nl: En kinine?
p-7a1467 = Und Chinin?

# nl: Kinine vermindert krampen wel, bescheiden: in het Cochrane-overzicht ruim een kwart minder in twee weken. Daartegenover staan zeldzame, maar ernstige bijwerkingen op het bloed en het hartritme. Voor gewone nachtkrampen raden gezondheidsinstanties het daarom af. Een glas tonic bevat zo weinig kinine dat je er geen effect van moet verwachten, behalve van de bubbels.
p-2e2880 = Chinin verringert Krämpfe durchaus, in bescheidenem Maß: in der Cochrane-Übersicht gut ein Viertel weniger in zwei Wochen. Dem stehen seltene, aber schwere Nebenwirkungen auf Blut und Herzrhythmus gegenüber. Bei gewöhnlichen nächtlichen Krämpfen raten Gesundheitsbehörden deshalb davon ab. Ein Glas Tonic enthält so wenig Chinin, dass du keine Wirkung erwarten solltest, außer von den Bläschen.

# nl: Wanneer naar de dokter?
p-aaefc4 = Wann zum Arzt?

# nl: Laat je nakijken als een been dik, rood of warm is, als de pijn komt bij het stappen en wegtrekt als je stilstaat, als je krachtverlies of een doof gevoel hebt, of als de krampen ook in je handen, buik of gezicht optreden. En ook gewoon als je er al weken slecht van slaapt. Dat is reden genoeg.
p-db3b76 = Lass dich untersuchen, wenn ein Bein dick, rot oder warm ist, wenn der Schmerz beim Gehen kommt und nachlässt, sobald du stehen bleibst, wenn du an Kraft verlierst oder ein Taubheitsgefühl hast oder wenn die Krämpfe auch in Händen, Bauch oder Gesicht auftreten. Und auch einfach, wenn du deswegen schon seit Wochen schlecht schläfst. Das ist Grund genug.

# nl: Het 95%-betrouwbaarheidsinterval loopt van 0,84 krampen per week minder tot 0,49 méér (vijf studies, 307 deelnemers).
p-fd01bd = Das 95-%-Konfidenzintervall reicht von 0,84 Krämpfen pro Woche weniger bis 0,49 mehr (fünf Studien, 307 Teilnehmende).

# nl: Hallegraeff en collega's, 2012. De deelnemers wisten uiteraard of ze rekten, en dat kan het resultaat mooier maken dan het is.
p-9c0830 = Hallegraeff und Team, 2012. Die Teilnehmenden wussten natürlich, ob sie dehnten, und das kann das Ergebnis schöner machen, als es ist.
