### Spitten zonder spijt: je rug en de eerste tuindag
### posts/spitten-zonder-spijt.md. How to translate: TRANSLATING.md

# nl: Spitten zonder spijt: je rug en de eerste tuindag
title = Bêcher sans regrets : votre dos et la première journée au jardin

# nl: De eerste zonnige zaterdag van maart levert ons elk jaar een volle maandag op. Vier afspraken met jezelf, en je zit die avond gewoon nog recht aan tafel.
summary = Chaque année, le premier samedi ensoleillé de mars nous vaut un lundi complet. Quatre engagements envers vous-même, et ce soir-là vous serez tout simplement encore assis bien droit à table.

# nl: Er is een dag in maart waarop heel Lindelo tegelijk naar buiten komt. De grond is net droog genoeg, de zon heeft voor het eerst weer wat te zeggen, en in elke straat hoor je een kruiwagen. Op de maandag nadien rinkelt onze telefoon vanaf halfacht. Wij noemen het onder elkaar de spademaandag.
p-5bfcd5 = Il y a un jour de mars où tout Lindelo sort en même temps. La terre est juste assez sèche, le soleil a enfin de nouveau son mot à dire, et dans chaque rue on entend une brouette. Le lundi qui suit, notre téléphone sonne dès 7 h 30. Entre nous, nous l’appelons le lundi de la bêche.

# nl: Met spitten op zich is niets mis. Je rug is gemaakt om te buigen, te draaien en te tillen. Een volle spade natte klei weegt wel al snel zes tot acht kilo, en wie een bed van tien vierkante meter omspit, tilt er gemakkelijk driehonderd. Dat is samen rond de twee ton, op één namiddag, na vier maanden waarin een volle wasmand het zwaarste was. Die sprong is het probleem. Bij sporters is een plotse stijging van de belasting een bekend risico, en een tuinier is op zo'n dag gewoon een sporter met laarzen.
p-071410 = En soi, bêcher n’a rien de mauvais. Votre dos est fait pour se plier, tourner et soulever. Mais une bêche pleine d’argile mouillée pèse vite six à huit kilos, et pour retourner une parcelle de dix mètres carrés, on en soulève facilement trois cents. Au total, cela fait environ deux tonnes, en un après-midi, après quatre mois où le plus lourd était un panier de linge plein. C’est ce bond qui pose problème. Chez les sportifs, une hausse soudaine de la charge est un risque connu, et un jour comme celui-là, un jardinier n’est rien d’autre qu’un sportif en bottes.

# nl: Vier afspraken voor je begint
p-56ff1b = Quatre engagements avant de commencer

# nl: **Zet de wekker op twintig minuten.** Als hij gaat, wissel je van werk: van spade naar snoeischaar, van bukken naar rechtstaan, van links naar rechts.
p-5e0970 = **Réglez le minuteur sur vingt minutes.** Quand il sonne, changez de travail : de la bêche au sécateur, de penché à debout, de gauche à droite.

# nl: **Vul de kruiwagen half.** Twee ritten met een halve lading zijn voor de meeste ruggen vriendelijker dan één rit met een berg.
p-452475 = **Remplissez la brouette à moitié.** Pour la plupart des dos, deux trajets avec une demi-charge sont plus cléments qu’un seul avec une montagne.

# nl: **Stop met goesting over.** Het bed ligt er volgend weekend ook nog. Verdeel tien vierkante meter over drie dagen, met telkens een dag ertussen.
p-8270d5 = **Arrêtez-vous tant qu’il vous reste de l’envie.** La parcelle sera encore là le week-end prochain. Répartissez dix mètres carrés sur trois jours, avec chaque fois un jour d’intervalle.

# nl: **Stap 's avonds nog een blokje om.** Wie na het werk in de zetel zakt, staat als een plooimeter weer op.
p-6cbde5 = **Le soir, faites encore le tour du pâté de maisons à pied.** Qui s’affale dans le fauteuil après le travail se relève comme un mètre pliant.

# nl: Je tuin heeft een heel seizoen. Gun je rug er ook een.
p-a2628a = Votre jardin a toute une saison. Accordez-en une aussi à votre dos.

# nl: En als het toch vastschiet?
p-afc922 = Et si ça coince quand même ?

# nl: Een stijve, zeurende rug op zondag is spierpijn met een slecht adres. Ze wordt binnen drie à vier dagen vanzelf minder. Blijf rustig bewegen, gebruik warmte als dat deugd doet, en laat de spade staan tot bukken weer vlot gaat. Wat je verder doet, en bij welke tekens je wél meteen belt, staat in [ons stuk over lage rugpijn](bewegen-met-lage-rugpijn.md).
p-50c168 = Un dos raide et endolori le dimanche, ce sont des courbatures à une mauvaise adresse. Elles s’atténuent d’elles-mêmes en trois à quatre jours. Continuez à bouger tranquillement, utilisez de la chaleur si cela vous fait du bien, et laissez la bêche de côté jusqu’à ce que vous puissiez de nouveau vous pencher sans peine. La suite, et les signes pour lesquels il faut au contraire appeler tout de suite, vous les trouverez dans [notre article sur la lombalgie](bewegen-met-lage-rugpijn.md).

# nl: Wie dit nu leest en pas in april begint te tuinieren: doe alvast drie keer per week tien keer een emmer met wat aarde van de grond tot op een tafel. Begin met drie kilo en doe er elke week één bij. Zo komt je [belastbaarheid](belasting-en-belastbaarheid.md) vóór de belasting.
p-d615ec = Si vous ne lisez ceci que maintenant et ne commencez à jardiner qu’en avril : soulevez d’ores et déjà, trois fois par semaine, dix fois un seau contenant un peu de terre, du sol jusque sur une table. Commencez avec trois kilos et ajoutez-en un chaque semaine. Ainsi, votre [capacité de charge](belasting-en-belastbaarheid.md) arrivera avant la charge.

# nl: En niet-spitten mag ook. Steeds meer moestuiniers leggen gewoon compost bovenop en laten de wormen het zware werk doen. Als kinesitherapeut heb ik daar geen mening over. Als tuinier met een zware kleigrond des te meer.
p-25a1d6 = Et ne pas bêcher du tout, c’est permis aussi. De plus en plus de jardiniers étendent simplement du compost sur leur potager et laissent les vers faire le gros du travail. En tant que kinésithérapeute, je n’ai pas d’avis là-dessus. En tant que jardinière sur une lourde terre argileuse, d’autant plus.
