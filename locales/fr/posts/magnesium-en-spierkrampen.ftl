### Helpt magnesium tegen krampen in je kuiten?
### posts/magnesium-en-spierkrampen.md. How to translate: TRANSLATING.md

# nl: Helpt magnesium tegen krampen in je kuiten?
title = Le magnésium aide-t-il contre les crampes aux mollets ?

# nl: Het potje staat in half Vlaanderen naast het bed. Wat elf studies laten zien, waarom het toch lijkt te werken, en wat je vanavond al kunt proberen zonder naar de apotheek te gaan.
summary = Dans la moitié de la Flandre, il y en a un pot à côté du lit. Ce que montrent onze études, pourquoi il semble malgré tout agir, et ce que vous pouvez déjà essayer ce soir sans passer par la pharmacie.

# nl: Drie uur 's nachts. Je strekt je been, de kuit springt in een harde knoop en je staat naast je bed te vloeken. Op het nachtkastje: een potje magnesium, aangeraden door de buurvrouw, de apotheker en een reclamespot. Bijna iedereen boven de zestig die hier met krampen komt, neemt het. Dus ging ik nakijken wat we er eigenlijk van weten.
p-cd49ed = Trois heures du matin. Vous tendez la jambe, le mollet se noue d’un coup et vous voilà debout à côté du lit, en train de jurer. Sur la table de nuit : un pot de magnésium, conseillé par la voisine, le pharmacien et un spot publicitaire. Presque toutes les personnes de plus de soixante ans qui viennent ici pour des crampes en prennent. Je suis donc allée vérifier ce que l’on en sait vraiment.

# nl: Wat elf studies zeggen
p-b91c48 = Ce que disent onze études

# nl: De beste samenvatting komt van Cochrane en dateert van 2020. De auteurs vonden elf studies met samen 735 deelnemers. In vijf daarvan ging het om mensen met gewone nachtelijke krampen zonder duidelijke oorzaak, de meesten op leeftijd. Ze kregen magnesium of een nepmiddel. Na vier weken bedroeg het verschil tussen beide groepen 0,18 krampen per week.[^ci] Dat is één kramp minder op vijf à zes weken, en zelfs dat kan toeval zijn.
p-6bc835 = La meilleure synthèse vient de Cochrane et date de 2020. Les auteurs ont trouvé onze études totalisant 735 participants. Cinq d’entre elles portaient sur des personnes, âgées pour la plupart, souffrant de crampes nocturnes ordinaires sans cause claire. Elles ont reçu du magnésium ou un placebo. Après quatre semaines, la différence entre les deux groupes s’élevait à 0,18 crampe par semaine[^ci]. Cela fait une crampe de moins toutes les cinq à six semaines, et même cela peut être dû au hasard.

# nl: Ook de pijn en de duur van de krampen verschilden niet noemenswaardig. De besluiten zijn ongewoon stellig voor een Cochrane-overzicht: het is onwaarschijnlijk dat magnesium oudere mensen met krampen iets oplevert wat ze zelf zouden merken. Voor zwangere vrouwen spraken de studies elkaar tegen, en daar durft niemand een besluit te trekken. Over krampen tijdens het sporten bestond er geen enkele degelijke studie met magnesium.
p-ab1bdd = La douleur et la durée des crampes ne différaient pas non plus de manière notable. Les conclusions sont inhabituellement tranchées pour une revue Cochrane : il est peu probable que le magnésium apporte aux personnes âgées sujettes aux crampes un bénéfice qu’elles remarqueraient elles-mêmes. Pour les femmes enceintes, les études se contredisaient, et personne n’ose en tirer de conclusion. Quant aux crampes pendant le sport, il n’existait pas une seule étude sérieuse avec du magnésium.

# nl: ‘Geen bewijs voor een effect’ en ‘bewijs voor geen effect’ zijn verschillende dingen. Bij oudere mensen met nachtkrampen zitten we dicht bij het tweede. Bij zwangeren en sporters zitten we nog altijd bij het eerste.
p-19b4d2 = « Pas de preuve d’un effet » et « la preuve d’une absence d’effet » sont deux choses différentes. Pour les personnes âgées souffrant de crampes nocturnes, nous sommes proches de la seconde. Pour les femmes enceintes et les sportifs, nous en sommes toujours à la première.

# nl: Waarom het dan toch lijkt te werken
p-d11441 = Pourquoi il semble malgré tout agir

# nl: Krampen komen in vlagen. Je koopt het potje in je slechtste week, en na een slechtste week volgt meestal een betere, met of zonder pil. Statistici noemen dat regressie naar het gemiddelde. In de studies verbeterde ook de groep met het nepmiddel. Wie alleen naar zichzelf kijkt, kan dat verschil onmogelijk zien, hoe slim en eerlijk hij ook is.
p-750c91 = Les crampes viennent par vagues. Vous achetez le pot pendant votre pire semaine, et après une pire semaine en vient généralement une meilleure, avec ou sans comprimé. Les statisticiens appellent cela la régression vers la moyenne. Dans les études, le groupe sous placebo s’améliorait aussi. Qui n’observe que soi-même ne peut pas voir cette différence, si intelligent et honnête soit-il.

# nl: Een pil die je in je slechtste week begint te nemen, heeft altijd gelijk.
p-691496 = Un comprimé que l’on commence à prendre pendant sa pire semaine a toujours raison.

# nl: Is het dan verkeerd om het te nemen? Als je nieren goed werken en je je er goed bij voelt, is het vooral een kost. Onschuldig is het niet helemaal: in de studies had 11 tot 37 procent van de magnesiumgroep kleine bijwerkingen, meestal diarree, tegenover 10 tot 14 procent bij het nepmiddel. Europese experts leggen de veilige bovengrens voor magnesium uit supplementen op 250 milligram per dag. Veel bruistabletten zitten daar al aan of boven.
p-a57fd1 = Est-ce donc une erreur d’en prendre ? Si vos reins fonctionnent bien et que cela vous convient, c’est surtout une dépense. Ce n’est pas tout à fait anodin : dans les études, 11 à 37 % du groupe magnésium avaient de légers effets indésirables, le plus souvent de la diarrhée, contre 10 à 14 % sous placebo. Des experts européens fixent à 250 milligrammes par jour la limite supérieure de sécurité pour le magnésium provenant de compléments. Beaucoup de comprimés effervescents l’atteignent déjà ou la dépassent.

# nl: Werken je nieren minder goed, dan kan magnesium zich opstapelen in je bloed. Neem het dan nooit zonder je arts. Het hindert ook de opname van sommige antibiotica, schildklierhormoon en middelen tegen osteoporose. Vraag je apotheker hoeveel uur je ertussen moet laten.
p-963879 = Si vos reins fonctionnent moins bien, le magnésium peut s’accumuler dans votre sang. N’en prenez alors jamais sans l’avis de votre médecin. Il gêne aussi l’absorption de certains antibiotiques, des hormones thyroïdiennes et de médicaments contre l’ostéoporose. Demandez à votre pharmacien combien d’heures laisser entre les prises.

# nl: Heb je misschien een tekort?
p-ae9979 = Et si vous en manquiez ?

# nl: Een echt tekort bestaat, bijvoorbeeld bij langdurige diarree, zwaar alcoholgebruik, of bij mensen die jarenlang bepaalde maagzuurremmers of plaspillen nemen. Dan hoort een arts dat uit te zoeken. Bij gezonde eters is het zeldzaam. De Europese voedselautoriteit EFSA rekent op 300 milligram per dag voor vrouwen en 350 voor mannen, en die haal je op een gewone dag met een paar goede keuzes.
p-255466 = Une vraie carence, cela existe, par exemple en cas de diarrhée prolongée ou de forte consommation d’alcool, ou chez les personnes qui prennent pendant des années certains inhibiteurs de l’acidité gastrique ou des diurétiques. C’est alors à un médecin de chercher ce qu’il en est. Chez les personnes en bonne santé qui mangent normalement, c’est rare. L’Autorité européenne de sécurité des aliments, l’EFSA, compte 300 milligrammes par jour pour les femmes et 350 pour les hommes, et vous les atteignez un jour ordinaire avec quelques bons choix.

# nl: Wat je eet
p-55c951 = Ce que vous mangez

# nl: Portie
p-118085 = Portion

# nl: Magnesium (ongeveer)
p-09f0b8 = Magnésium (environ)

# nl: Pompoenpitten
p-23efea = Graines de courge

# nl: 30 g
p-768d6d = 30 g

# nl: 160 mg
p-4da970 = 160 mg

# nl: Witte bonen, gekookt
p-aae4bf = Haricots blancs, cuits

# nl: 150 g
p-451151 = 150 g

# nl: 95 mg
p-4b6626 = 95 mg

# nl: Spinazie, gekookt
p-92bcd0 = Épinards, cuits

# nl: 100 g
p-fbd8a7 = 100 g

# nl: 85 mg
p-5a82e1 = 85 mg

# nl: Amandelen, ongezouten
p-092084 = Amandes non salées

# nl: 30 g
p-f4e26d = 30 g

# nl: 80 mg
p-7fb8f6 = 80 mg

# nl: Volkorenbrood
p-67b67c = Pain complet

# nl: 2 sneden
p-c519b1 = 2 tranches

# nl: 55 mg
p-223444 = 55 mg

# nl: Banaan
p-f42a73 = Banane

# nl: 1 stuk
p-5d6d8c = 1 pièce

# nl: 30 mg
p-ec8ffa = 30 mg

# nl: Merk op waar de banaan staat. Ze is lekker en handig onderweg. Als middel tegen krampen dankt ze haar faam vooral aan tennissers op televisie.
p-223a15 = Remarquez la place de la banane. Elle est délicieuse et pratique en chemin. Mais sa réputation de remède contre les crampes, elle la doit surtout aux joueurs de tennis à la télévision.

# nl: Wat je vanavond kunt proberen
p-b8621e = Ce que vous pouvez essayer ce soir

# nl: **Tijdens de kramp: rek de spier.** Trek je tenen naar je scheen, of ga staan en leun met gestrekt been naar voren. De kramp lost meestal binnen de minuut.
p-a5655f = **Pendant la crampe : étirez le muscle.** Ramenez les orteils vers le tibia, ou levez-vous et penchez-vous vers l’avant, la jambe tendue. La crampe cède généralement en moins d’une minute.

# nl: **Voor het slapengaan: drie minuten rekken.** In een Nederlandse studie rekten tachtig 55-plussers met nachtkrampen zes weken lang elke avond hun kuiten en hamstrings, of ze deden niets. Drie keer tien seconden per houding. De rekkers hadden 1,2 krampen per nacht minder dan de anderen, en de krampen die bleven, deden minder pijn.[^rek]
p-d3d336 = **Avant d’aller dormir : trois minutes d’étirements.** Dans une étude néerlandaise, quatre-vingts personnes de plus de 55 ans souffrant de crampes nocturnes ont, pendant six semaines, étiré chaque soir leurs mollets et leurs ischio-jambiers, ou n’ont rien fait. Trois fois dix secondes par position. Ceux qui s’étiraient avaient 1,2 crampe de moins par nuit que les autres, et les crampes qui subsistaient étaient moins douloureuses[^rek].

# nl: **Maak ruimte in je bed.** Een strak ingestopt laken duwt je voeten uren in de spitsstand, en een kuit die al kort staat, krampt gemakkelijker. Logisch, gratis, en nooit goed onderzocht.
p-ba92d5 = **Faites de la place dans votre lit.** Un drap bordé serré vous maintient des heures durant les pieds en pointe, et un mollet déjà raccourci attrape plus facilement une crampe. Logique, gratuit, et jamais vraiment étudié.

# nl: **Kijk naar je dag.** Veel langer gestaan of gestapt dan gewoonlijk? Krampen volgen vaak op een sprong in [belasting](belasting-en-belastbaarheid.md), en sterkere kuiten verdragen meer. Twee keer per week op de tenen staan hoort in elk [krachtschema](sterker-na-je-vijftigste.md).
p-a744d9 = **Repensez à votre journée.** Vous êtes resté debout ou avez marché bien plus longtemps que d’habitude ? Les crampes suivent souvent une hausse brusque de la [charge](belasting-en-belastbaarheid.md), et des mollets plus forts en supportent davantage. Se hisser deux fois par semaine sur la pointe des pieds a sa place dans tout [programme de musculation](sterker-na-je-vijftigste.md).

# nl: **Loop je medicatielijst na.** Sommige plaspillen, luchtwegverwijders en cholesterolverlagers worden met krampen in verband gebracht. Stop nooit op eigen houtje; vraag het je huisarts.
p-28c904 = **Passez en revue vos médicaments.** Certains diurétiques, bronchodilatateurs et médicaments contre le cholestérol sont associés à des crampes. N’arrêtez jamais de votre propre chef ; parlez-en à votre médecin traitant.

# nl: Ook dat rekken is geen zekerheid. Cochrane zocht in 2021 naar alle behandelingen zonder pillen, vond er drie studies over, allemaal met rekken, en blijft voorzichtig: dagelijks kuiten én hamstrings rekken maakt krampen bij 55-plussers misschien minder hevig, over het aantal krampen zijn de auteurs erg onzeker. Ik raad het toch aan. Het kost drie minuten, er zijn bijna geen nadelen, en je weet na zes weken of het bij jou iets doet.
p-f20c2d = Les étirements non plus ne sont pas une certitude. En 2021, Cochrane a cherché tous les traitements sans médicaments, a trouvé trois études sur le sujet, toutes avec des étirements, et reste prudent : étirer chaque jour les mollets et les ischio-jambiers rend peut-être les crampes moins intenses après 55 ans ; quant à leur nombre, les auteurs sont très incertains. Je le conseille quand même. Cela prend trois minutes, il n’y a presque pas d’inconvénients, et après six semaines vous saurez si cela change quelque chose pour vous.

# nl: En kinine?
p-7a1467 = Et la quinine ?

# nl: Kinine vermindert krampen wel, bescheiden: in het Cochrane-overzicht ruim een kwart minder in twee weken. Daartegenover staan zeldzame, maar ernstige bijwerkingen op het bloed en het hartritme. Voor gewone nachtkrampen raden gezondheidsinstanties het daarom af. Een glas tonic bevat zo weinig kinine dat je er geen effect van moet verwachten, behalve van de bubbels.
p-2e2880 = La quinine, elle, réduit les crampes, modestement : dans la revue Cochrane, un bon quart de moins en deux semaines. En face, il y a des effets indésirables rares mais graves sur le sang et le rythme cardiaque. C’est pourquoi les autorités de santé la déconseillent pour les crampes nocturnes ordinaires. Un verre de tonic contient si peu de quinine que vous ne devez en attendre aucun effet, à part celui des bulles.

# nl: Wanneer naar de dokter?
p-aaefc4 = Quand consulter un médecin ?

# nl: Laat je nakijken als een been dik, rood of warm is, als de pijn komt bij het stappen en wegtrekt als je stilstaat, als je krachtverlies of een doof gevoel hebt, of als de krampen ook in je handen, buik of gezicht optreden. En ook gewoon als je er al weken slecht van slaapt. Dat is reden genoeg.
p-db3b76 = Consultez si une jambe est gonflée, rouge ou chaude, si la douleur vient en marchant et disparaît à l’arrêt, si vous avez une perte de force ou une sensation d’engourdissement, ou si les crampes touchent aussi les mains, le ventre ou le visage. Et aussi, tout simplement, si vous en dormez mal depuis des semaines. C’est une raison suffisante.

# nl: Het 95%-betrouwbaarheidsinterval loopt van 0,84 krampen per week minder tot 0,49 méér (vijf studies, 307 deelnemers).
p-fd01bd = L’intervalle de confiance à 95 % va de 0,84 crampe de moins par semaine à 0,49 de plus (cinq études, 307 participants).

# nl: Hallegraeff en collega's, 2012. De deelnemers wisten uiteraard of ze rekten, en dat kan het resultaat mooier maken dan het is.
p-9c0830 = Hallegraeff et collègues, 2012. Les participants savaient évidemment s’ils s’étiraient ou non, ce qui peut embellir le résultat.
