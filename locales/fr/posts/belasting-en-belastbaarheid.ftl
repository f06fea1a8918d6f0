### Te veel, te vroeg, te weinig: wat je lichaam aankan
### posts/belasting-en-belastbaarheid/index.md. How to translate: TRANSLATING.md

# nl: Te veel, te vroeg, te weinig: wat je lichaam aankan
title = Trop, trop tôt, trop peu : ce que votre corps peut encaisser

# nl: De meeste pijntjes die wij zien, beginnen niet met een verkeerde beweging maar met een sprong in belasting. Zo lees je waar jouw grens vandaag ligt, en zo schuif je ze op.
summary = La plupart des petits maux que nous voyons ne commencent pas par un faux mouvement mais par une hausse brusque de la charge. Voici comment lire où se situe votre limite aujourd’hui, et comment la repousser.

# nl: Een plank in evenwicht op een ronde steen, met links een stapel terracotta keien en rechts een groene plant in een pot.
image-alt = Une planche en équilibre sur une pierre ronde, avec à gauche une pile de galets terracotta et à droite une plante verte en pot.

# nl: Evenwicht is geen toestand, je stelt het elke week een beetje bij.
image-caption = L’équilibre n’est pas un état : on le réajuste un peu chaque semaine.

# nl: Tekening: Beweegreden
image-credit = Dessin : Beweegreden

# nl: In mei belde Karel. Hij had op één zaterdag de haag geschoren, de oprit ontmost en een halve kuub zavel verkruid. Op maandag kreeg hij zijn arm niet meer boven zijn schouder. ‘Ik heb nochtans niks verkeerd gedaan’, zei hij. Dat klopte. Elke beweging die hij die dag maakte, was in orde. Het waren er alleen zevenhonderd te veel voor een schouder die de hele winter vooral een computermuis had verplaatst.[^karel]
p-15ba08 = En mai, Karel a téléphoné. En un seul samedi, il avait taillé la haie, démoussé l’allée et charrié un demi-mètre cube de sable à la brouette. Le lundi, il n’arrivait plus à lever le bras au-dessus de l’épaule. « Je n’ai pourtant rien fait de travers », a-t-il dit. C’était exact. Chacun des mouvements qu’il avait faits ce jour-là était correct. Il y en avait simplement sept cents de trop pour une épaule qui, de tout l’hiver, avait surtout déplacé une souris d’ordinateur[^karel].

# nl: Dat verhaal horen we in de praktijk elke week in een andere versie. De kuit na de eerste padelavond, de knie na een citytrip met twintigduizend stappen per dag, de pols na het behangen van twee kamers. Het loont om te begrijpen wat er dan gebeurt, want dezelfde gedachte helpt je om klachten te voorkomen, om ervan te herstellen en om sterker te worden.
p-d31b3a = Cette histoire, nous l’entendons chaque semaine au cabinet dans une autre version. Le mollet après la première soirée de padel, le genou après un citytrip à vingt mille pas par jour, le poignet après avoir tapissé deux pièces. Cela vaut la peine de comprendre ce qui se passe alors, car la même idée vous aide à prévenir les douleurs, à vous en remettre et à devenir plus fort.

# nl: Twee woorden die bij elkaar horen
p-e4b432 = Deux notions qui vont ensemble

# nl: **Belasting** is alles wat je van je lichaam vraagt: gewicht, herhalingen, kilometers, tempo, uren in dezelfde houding. **Belastbaarheid** is wat je weefsels op dit moment verdragen zonder te protesteren. Een pees, een bot of een spier heeft geen vast maximum dat bij je geboorte werd ingesteld. De grens ligt vandaag ergens, en over drie maanden ligt ze ergens anders.
p-ceb7cd = La **charge**, c’est tout ce que vous demandez à votre corps : poids, répétitions, kilomètres, allure, heures passées dans la même position. La **capacité de charge**, c’est ce que vos tissus supportent en ce moment sans protester. Un tendon, un os ou un muscle n’a pas de maximum fixe, réglé à la naissance. La limite se situe aujourd’hui quelque part, et dans trois mois elle sera ailleurs.

# nl: De Amerikaanse orthopedist Scott Dye tekende dat in de jaren negentig als een gebied onder een kromme, voor de knie.[^dye] Binnen dat gebied doe je je ding en merk je niets. Ga je er ver boven, dan loopt een weefsel schade op. Daartussen ligt een strook waar je wel iets voelt en waar niets stuk is. Precies in die strook speelt het grootste deel van ons werk zich af.
p-256f56 = Dans les années nonante, l’orthopédiste américain Scott Dye a dessiné cela, pour le genou, comme une zone sous une courbe[^dye]. À l’intérieur de cette zone, vous vaquez à vos occupations et ne sentez rien. Si vous allez bien au-delà, un tissu s’abîme. Entre les deux se trouve une bande où vous sentez quelque chose alors que rien n’est cassé. C’est précisément dans cette bande que se joue l’essentiel de notre travail.

# nl: Een gebogen groene zone met daarboven een smalle zandkleurige band; een terracotta lijn slingert door de zone en komt één keer boven de band uit.
p-c5e675 = Une zone verte arrondie surmontée d’une étroite bande couleur sable ; une ligne terracotta serpente dans la zone et dépasse une seule fois la bande.

# nl: Het groene vlak is wat je gewend bent, de strook erboven is waar je traint. De rode lijn is een gewoon jaar: één keer schiet ze erover.
p-07f604 = La surface verte, c’est ce dont vous avez l’habitude ; la bande au-dessus, c’est là que vous vous entraînez. La ligne rouge est une année ordinaire : une fois, elle passe par-dessus.

# nl: Twee dingen maken dat beeld bruikbaar. De kromme zakt als je langdurig minder doet: na drie weken griep, na zes weken gips, na een winter in de zetel. En ze stijgt als je regelmatig iets meer vraagt dan je gewend bent en daarna tijd geeft om te herstellen. Rust alleen brengt de kromme dus nooit hoger. Rust kalmeert een geprikkeld weefsel, en daarna is er weer werk aan de winkel.
p-5545cf = Deux choses rendent cette image utile. La courbe descend quand vous en faites moins pendant longtemps : après trois semaines de grippe, après six semaines de plâtre, après un hiver dans le fauteuil. Et elle monte quand vous demandez régulièrement un peu plus que d’habitude, puis laissez le temps de récupérer. À lui seul, le repos ne fait donc jamais monter la courbe. Le repos calme un tissu irrité, et après, il y a de nouveau du pain sur la planche.

# nl: Waarom slaap en stress meetellen
p-2e8e12 = Pourquoi le sommeil et le stress comptent aussi

# nl: Belastbaarheid is meer dan spiermassa. Het Internationaal Olympisch Comité liet in 2016 een groep experts alle onderzoek naar belasting en blessures samenleggen. Hun definitie van belasting omvat uitdrukkelijk ook psychologische druk, reizen en een volgepakte agenda, en snelle veranderingen in belasting kwamen naar voren als een risico op zichzelf.[^ioc] Het ging daar om sporters, maar wie een verhuis of een examenperiode achter de rug heeft, herkent het patroon.
p-ff48f1 = La capacité de charge, ce n’est pas seulement de la masse musculaire. En 2016, le Comité international olympique a demandé à un groupe d’experts de rassembler toute la recherche sur la charge et les blessures. Leur définition de la charge inclut explicitement la pression psychologique, les voyages et un agenda surchargé, et les changements rapides de charge sont apparus comme un risque en soi[^ioc]. Il s’agissait là de sportifs, mais si vous sortez d’un déménagement ou d’une période d’examens, vous reconnaîtrez le tableau.

# nl: Daarom vragen we bij een eerste afspraak niet alleen wat er pijn doet. We vragen ook:
p-3c5015 = C’est pourquoi, lors d’un premier rendez-vous, nous ne demandons pas seulement ce qui fait mal. Nous demandons aussi :

# nl: Wat is er de laatste zes weken veranderd?
p-44b4bf = Qu’est-ce qui a changé ces six dernières semaines ?

# nl: op het werk: andere taken, een nieuwe stoel, overuren
p-c29a94 = au travail : d’autres tâches, une nouvelle chaise, des heures supplémentaires

# nl: in je vrije tijd: een nieuwe sport, andere schoenen, een verbouwing
p-13837c = dans vos loisirs : un nouveau sport, d’autres chaussures, des travaux dans la maison

# nl: thuis: slechte nachten, zorg voor iemand, zorgen om iets
p-a9bff1 = à la maison : de mauvaises nuits, quelqu’un dont il faut prendre soin, des soucis

# nl: Wat deed je vóór de klacht zonder nadenken, en wat lukt daar nu nog van?
p-e0ec03 = Que faisiez-vous sans y penser avant la douleur, et qu’en arrivez-vous encore à faire maintenant ?

# nl: Hoe reageert de klacht de ochtend nadien?
p-b84ea0 = Comment la douleur réagit-elle le lendemain matin ?

# nl: De vraag is zelden wat je verkeerd deed. De vraag is hoe snel het meer werd.
p-37d508 = La question est rarement de savoir ce que vous avez fait de travers. La question, c’est à quelle vitesse vous en avez fait plus.

# nl: Pijn als dashboard
p-053ea9 = La douleur comme tableau de bord

# nl: ‘Mag ik oefenen als het pijn doet?’ is de vraag die we het vaakst krijgen. Bij aanslepende klachten van spieren, pezen en gewrichten is het eerlijke antwoord meestal: ja, binnen grenzen. Een meta-analyse van zeven studies vergeleek oefenprogramma's waarin wat pijn toegelaten was met pijnvrije programma's. Op korte termijn deden de pijnlijke oefeningen het een klein beetje beter, op langere termijn was er geen verschil.[^smith] Pijn hoeft dus niet, maar ze is ook geen stopbord.
p-0d1cdc = « Est-ce que je peux m’exercer si ça fait mal ? » est la question qu’on nous pose le plus souvent. Pour des douleurs persistantes des muscles, des tendons et des articulations, la réponse honnête est généralement : oui, dans certaines limites. Une méta-analyse de sept études a comparé des programmes d’exercices où un peu de douleur était permise à des programmes sans douleur. À court terme, les exercices douloureux s’en sortaient un tout petit peu mieux, à plus long terme il n’y avait pas de différence[^smith]. La douleur n’est donc pas obligatoire, mais elle n’est pas non plus un panneau stop.

# nl: Voor die grenzen gebruiken we een model dat Zweedse onderzoekers uittestten bij mensen met een pijnlijke achillespees. Zij lieten één groep gewoon verder lopen en springen, zolang de pijn onder controle bleef. Na een jaar was die groep even goed hersteld als de groep die zes weken lang niet mocht sporten.[^silb] Wij vertaalden hun afspraken in drie kleuren, op een schaal van 0 tot 10.
p-baeb43 = Pour ces limites, nous utilisons un modèle que des chercheurs suédois ont testé chez des personnes souffrant du tendon d’Achille. Ils ont laissé un groupe continuer normalement à courir et à sauter, tant que la douleur restait sous contrôle. Après un an, ce groupe s’était aussi bien rétabli que celui qui n’avait pas pu faire de sport pendant six semaines[^silb]. Nous avons traduit leurs consignes en trois couleurs, sur une échelle de 0 à 10.

# nl: Kleur
p-a836e2 = Couleur

# nl: Tijdens het bewegen
p-641b56 = Pendant le mouvement

# nl: De ochtend nadien
p-a023e4 = Le lendemain matin

# nl: Wat je doet
p-14e2ff = Ce que vous faites

# nl: Groen
p-f65563 = Vert

# nl: 0 tot 2
p-3a2fa4 = 0 à 2

# nl: zoals gewoonlijk
p-f77e93 = comme d’habitude

# nl: volgende keer een stapje meer
p-9efc51 = la prochaine fois, un petit pas de plus

# nl: Oranje
p-b015c8 = Orange

# nl: 3 tot 5
p-e033dc = 3 à 5

# nl: terug op je gewone niveau
p-c084b7 = retour à votre niveau habituel

# nl: nog een week hetzelfde
p-c5ca0c = encore une semaine pareille

# nl: Rood
p-8ceda9 = Rouge

# nl: meer dan 5
p-1a461f = plus de 5

# nl: stijver of pijnlijker dan gewoonlijk
p-e61867 = plus raide ou plus douloureux que d’habitude

# nl: een derde minder, daarna opnieuw opbouwen
p-0a3513 = un tiers en moins, puis nouvelle progression

# nl: Dit kleurenschema is gemaakt voor klachten die geleidelijk ontstonden. Na een val, een verzwikking met een krak, een operatie of bij pijn die je 's nachts wakker houdt, laat je eerst iemand kijken voor je ermee aan de slag gaat.
p-1b5771 = Ce code couleur est conçu pour des douleurs apparues progressivement. Après une chute, une entorse avec un craquement, une opération, ou en cas de douleur qui vous tient éveillé la nuit, faites-vous d’abord examiner avant de l’utiliser.

# nl: Je grens opschuiven in vijf stappen
p-b7d7cd = Repousser votre limite en cinq étapes

# nl: **Zoek je vertrekpunt.** Hoeveel kun je vandaag doen zodat je morgenochtend niets extra voelt? Dat is je basis, ook als het een belachelijk kleine hoeveelheid lijkt.
p-ae2d7c = **Cherchez votre point de départ.** Que pouvez-vous faire aujourd’hui sans rien sentir de plus demain matin ? C’est votre base, même si la quantité paraît ridiculement petite.

# nl: **Verander één ding tegelijk.** Meer herhalingen, meer gewicht of meer tempo. Wie alles samen verhoogt, weet achteraf niet wat te veel was.
p-a86153 = **Changez une seule chose à la fois.** Plus de répétitions, plus de poids ou plus de vitesse. Si vous augmentez tout ensemble, vous ne saurez pas après coup ce qui était de trop.

# nl: **Ga in kleine trappen.** Ongeveer tien procent per week is een bruikbare vuistregel voor wie al bezig is. Het is geen natuurwet: van een heel lage basis mag een stap wat groter zijn.
p-499f20 = **Procédez par petits paliers.** Environ dix pour cent par semaine est une règle pratique utile quand on est déjà lancé. Ce n’est pas une loi de la nature : en partant d’une base très basse, le pas peut être un peu plus grand.

# nl: **Geef het een nacht of twee.** Pezen en botten bouwen trager om dan spieren. Zware prikkels voor dezelfde plek zet je liever met 48 uur ertussen.
p-246a67 = **Laissez passer une nuit ou deux.** Les tendons et les os se renforcent plus lentement que les muscles. Mieux vaut espacer de 48 heures les efforts lourds pour une même zone.

# nl: **Plan een rustige week.** Om de drie of vier weken doe je twee derde van wat je gewend bent. Je verliest daar niets mee.
p-408c89 = **Prévoyez une semaine calme.** Toutes les trois ou quatre semaines, faites les deux tiers de ce dont vous avez l’habitude. Vous n’y perdez rien.

# nl: Karel begon met een elastiek en een halfvolle gieter, twaalf keer heffen tot ooghoogte, om de twee dagen. Na zeven weken hing hij de hangkast van zijn dochter op. De haag doet hij nu in drie keer. Volgens hem omdat hij ouder wordt. Volgens ons omdat hij het doorheeft.
p-a079dd = Karel a commencé avec un élastique et un arrosoir à moitié plein, douze levers à hauteur des yeux, un jour sur deux. Après sept semaines, il a accroché au mur l’armoire suspendue de sa fille. La haie, il la fait désormais en trois fois. D’après lui, parce qu’il vieillit. D’après nous, parce qu’il a compris.

# nl: Wil je zien hoe je met dit principe een concreet schema bouwt, lees dan hoe je [opnieuw begint te lopen](opnieuw-beginnen-lopen.md). Heb je vooral last van je rug, begin dan bij [bewegen met lage rugpijn](bewegen-met-lage-rugpijn.md).
p-7c766d = Si vous voulez voir comment bâtir un programme concret sur ce principe, lisez comment [vous remettre à courir](opnieuw-beginnen-lopen.md). Si c’est surtout votre dos qui vous gêne, commencez par [bouger malgré une lombalgie](bewegen-met-lage-rugpijn.md).

# nl: De mensen in onze verhalen heten in het echt anders, en we veranderen details tot niemand nog herkenbaar is. Het getal van zevenhonderd is een ruwe telling: een haag van twintig meter is al snel een paar honderd keer de arm heffen.
p-c92d1d = Les personnes de nos histoires portent en réalité un autre nom, et nous changeons des détails jusqu’à ce que plus personne ne soit reconnaissable. Le nombre de sept cents est un comptage approximatif : pour une haie de vingt mètres, on a vite levé le bras quelques centaines de fois.

# nl: Dye noemde het de *envelope of function*. Hij bedoelde de knie, maar het beeld is later voor zowat elk gewricht overgenomen.
p-6c2329 = Dye l’appelait l’*envelope of function*. Il pensait au genou, mais l’image a été reprise depuis pour à peu près toutes les articulations.

# nl: Soligard en collega's, 2016. De consensus steunt vooral op observationeel onderzoek bij sporters. Ze toont samenhang, en dat is minder dan bewijs van oorzaak en gevolg.
p-40f272 = Soligard et collègues, 2016. Le consensus repose surtout sur des études observationnelles chez des sportifs. Il montre une association, ce qui est moins qu’une preuve de cause à effet.

# nl: Smith en collega's, 2017. Het voordeel op korte termijn was klein en de kwaliteit van de studies wisselend.
p-7be041 = Smith et collègues, 2017. L’avantage à court terme était petit et la qualité des études variable.

# nl: Silbernagel en collega's, 2007: 38 deelnemers, pijn tot 5 op 10 toegelaten, en de volgende ochtend moest de pijn weer gezakt zijn. Beide groepen deden intussen dezelfde opbouwende kuitoefeningen.
p-9d8242 = Silbernagel et collègues, 2007 : 38 participants, douleur permise jusqu’à 5 sur 10, et le lendemain matin la douleur devait être retombée. Les deux groupes faisaient entre-temps les mêmes exercices progressifs pour les mollets.
