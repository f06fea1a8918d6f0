### Sterker na je vijftigste: twee keer per week volstaat
### posts/sterker-na-je-vijftigste/index.md. How to translate: TRANSLATING.md

# nl: Sterker na je vijftigste: twee keer per week volstaat
title = Gagner en force après cinquante ans : deux fois par semaine suffisent

# nl: Spierkracht verlies je sneller dan spiermassa, en je wint ze op elke leeftijd terug. Met een stoel, een rugzak en twee keer dertig minuten per week kom je verder dan je denkt.
summary = La force musculaire se perd plus vite que la masse musculaire, et elle se regagne à tout âge. Avec une chaise, un sac à dos et deux fois trente minutes par semaine, vous irez plus loin que vous ne le pensez.

# nl: Een stoel met een terracotta handdoek over de leuning, rechts een korte halter en een ronde gewichtsbal, links een plant in een pot.
image-alt = Une chaise avec une serviette couleur terracotta sur le dossier, à droite un petit haltère et un ballon lesté rond, à gauche une plante en pot.

# nl: Veel meer materiaal heb je de eerste maanden niet nodig.
image-caption = Les premiers mois, vous n’aurez pas besoin de beaucoup plus de matériel.

# nl: Tekening: Jonas De Backer
image-credit = Dessin : Jonas De Backer

# nl: Neem een gewone keukenstoel, kruis je armen voor je borst en sta vijf keer zo vlug als je kunt recht. Laat iemand de tijd meten, tot je na de vijfde keer weer zit. Onder de tien seconden? Mooi. Meer dan vijftien? Dan zit je boven de grens die Europese experts gebruiken als een eerste signaal van te weinig spierkracht.[^stoel] Er is op dit moment niets mis met je. Je weet nu wel waar je aan kunt werken.
p-6a3d22 = Prenez une chaise de cuisine ordinaire, croisez les bras sur la poitrine et levez-vous cinq fois, aussi vite que vous le pouvez. Demandez à quelqu’un de chronométrer, jusqu’au moment où vous êtes de nouveau assis après la cinquième fois. Moins de dix secondes ? Très bien. Plus de quinze ? Vous dépassez alors la limite que des experts européens utilisent comme premier signal d’un manque de force musculaire[^stoel]. Pour l’instant, rien ne cloche. Mais vous savez maintenant à quoi vous pouvez travailler.

# nl: Kracht is een van die dingen die ongemerkt verdwijnen. Vanaf ongeveer je vijftigste krimpt de spiermassa bij wie niets doet met grofweg één procent per jaar, en de kracht daalt sneller dan de massa. Je merkt het eerst aan kleine dingen: de bokaal die niet meer opengaat, de hand op de knie bij het rechtstaan, de trapleuning die je vroeger niet zag.
p-e3c511 = La force fait partie de ces choses qui disparaissent sans qu’on s’en aperçoive. À partir de cinquante ans environ, la masse musculaire de ceux qui ne font rien diminue d’à peu près un pour cent par an, et la force baisse plus vite que la masse. On le remarque d’abord à de petites choses : le bocal qui ne s’ouvre plus, la main sur le genou au moment de se lever, la rampe d’escalier qu’on ne voyait pas autrefois.

# nl: Het is niet te laat, ook niet op je zevenentachtigste
p-870086 = Il n’est pas trop tard, même à quatre-vingt-sept ans

# nl: In 1994 deden onderzoekers in Boston iets wat velen roekeloos vonden. Ze lieten bewoners van een woonzorgcentrum, gemiddeld 87 jaar oud, tien weken lang drie keer per week stevig beentraining doen. Geen zitgymnastiek met een sjaaltje: zware gewichten, onder begeleiding. De beenkracht nam met 113 procent toe, de deelnemers stapten 12 procent sneller en ze klommen trappen met 28 procent meer vermogen.[^fiat]
p-3ce8e4 = En 1994, des chercheurs de Boston ont fait quelque chose que beaucoup jugeaient téméraire. Ils ont soumis les résidents d’une maison de repos, âgés de 87 ans en moyenne, à un entraînement intensif des jambes, trois fois par semaine pendant dix semaines. Pas de la gymnastique assise avec un foulard : des charges lourdes, sous supervision. La force des jambes a augmenté de 113 %, les participants marchaient 12 % plus vite et montaient les escaliers avec 28 % de puissance en plus[^fiat].

# nl: Eén straffe studie is een anekdote met cijfers. Daarom is het Cochrane-overzicht van Liu en Latham zo waardevol: 121 studies, ongeveer 6.700 deelnemers van zestig en ouder. Twee tot drie keer per week oefenen met oplopend gewicht maakte mensen duidelijk sterker. Ze stonden ook vlotter recht uit een stoel, en taken als traplopen en stappen gingen wat beter. Blessures waren zeldzaam, al werden ze niet in elke studie even goed bijgehouden.
p-9e95e5 = Une seule étude spectaculaire, c’est une anecdote avec des chiffres. Voilà pourquoi la revue Cochrane de Liu et Latham est si précieuse : 121 études, environ 6 700 participants de soixante ans et plus. S’exercer deux à trois fois par semaine avec des charges croissantes rendait les gens nettement plus forts. Ils se levaient aussi plus facilement d’une chaise, et des tâches comme monter les escaliers ou marcher allaient un peu mieux. Les blessures étaient rares, même si toutes les études ne les ont pas recensées avec le même soin.

# nl: Je spieren weten niet hoe oud je bent. Ze weten alleen wat je deze week van hen vroeg.
p-f70a25 = Vos muscles ne savent pas quel âge vous avez. Ils savent seulement ce que vous leur avez demandé cette semaine.

# nl: Wat kracht wel en niet voor je doet
p-f930e6 = Ce que la force fait pour vous, et ce qu’elle ne fait pas

# nl: Vallen
p-ed52d4 = Les chutes

# nl: Een op de drie 65-plussers valt minstens één keer per jaar. Oefenprogramma's brengen het aantal valpartijen met ongeveer 23 procent omlaag, en programma's die evenwicht en functionele oefeningen met kracht combineren met ongeveer 34 procent.[^val] Alleen gewichten heffen is daar dus niet genoeg voor: zet er altijd een evenwichtsoefening bij. Tandenpoetsen op één been telt, met het aanrecht of de wastafel binnen handbereik.
p-0a9457 = À partir de 65 ans, une personne sur trois chute au moins une fois par an. Les programmes d’exercices réduisent le nombre de chutes d’environ 23 %, et ceux qui combinent équilibre, exercices fonctionnels et force, d’environ 34 %[^val]. Soulever des poids ne suffit donc pas : ajoutez-y toujours un exercice d’équilibre. Se brosser les dents sur une jambe, cela compte, avec le plan de travail ou le lavabo à portée de main.

# nl: Botten
p-96e886 = Les os

# nl: Bot wordt sterker van stevige prikkels. Aan de Australische LIFTMOR-studie deden 101 vrouwen mee, na de menopauze en met een lage botdichtheid. De helft trainde twee keer een halfuur per week, heel zwaar en met sprongen erbij. Na acht maanden was bij hen de botdichtheid van de onderrug er met 2,9 procent op vooruitgegaan. In de vergelijkingsgroep, die thuis licht oefende, ging er 1,2 procent af. Belangrijk detail: elke training stond onder toezicht, in kleine groepjes. Dit is geen programma om met osteoporose op je eentje in de garage te proberen.
p-40c177 = L’os se renforce quand il est vigoureusement sollicité. L’étude australienne LIFTMOR a suivi 101 femmes ménopausées présentant une faible densité osseuse. La moitié d’entre elles se sont entraînées deux fois une demi-heure par semaine, très lourd et avec des sauts. Après huit mois, leur densité osseuse avait progressé de 2,9 % dans le bas du dos. Dans le groupe de comparaison, qui faisait des exercices légers à la maison, elle avait reculé de 1,2 %. Détail important : chaque séance se déroulait sous surveillance, en petits groupes. Si vous souffrez d’ostéoporose, ce n’est pas un programme à essayer tout seul dans votre garage.

# nl: Pijn en gewicht
p-c6c389 = La douleur et le poids

# nl: Bij artrose van knie en heup hoort oefenen tot de basis van de behandeling. Voor gewichtsverlies mag je van krachttraining niet te veel verwachten: een halfuur verbrandt minder dan één stuk rijsttaart. Je houdt er wel spieren mee over als je om een andere reden vermagert.
p-711a2e = En cas d’arthrose du genou ou de la hanche, l’exercice fait partie du traitement de base. Pour perdre du poids, n’attendez pas trop de la musculation : une demi-heure brûle moins qu’une seule part de tarte au riz. Elle vous permet en revanche de garder vos muscles si vous maigrissez pour une autre raison.

# nl: Ons keukenschema
p-8f8760 = Notre programme à suivre dans la cuisine

# nl: De Wereldgezondheidsorganisatie vraagt volwassenen om minstens twee dagen per week de grote spiergroepen te trainen, en 65-plussers om daar op minstens drie dagen ook evenwicht bij te nemen. Dit schema past in een halfuur. Twee dagen met minstens één dag ertussen is genoeg om te beginnen.
p-a4a6af = L’Organisation mondiale de la santé demande aux adultes de faire travailler les grands groupes musculaires au moins deux jours par semaine, et aux 65 ans et plus d’y ajouter de l’équilibre au moins trois jours par semaine. Ce programme tient en une demi-heure. Pour commencer, deux jours suffisent, avec au moins un jour entre les deux.

# nl: Oefening
p-d37bf8 = Exercice

# nl: Waarmee
p-8b9b1a = Avec quoi

# nl: Start
p-e4bb9f = Au départ

# nl: Na twaalf weken
p-c0c4a4 = Après douze semaines

# nl: Rechtstaan uit een stoel
p-93f517 = Se lever d’une chaise

# nl: eigen gewicht, later een rugzak
p-67e3d7 = poids du corps, plus tard un sac à dos

# nl: 3 × 10 met 5 kg
p-d0d15c = 3 × 10 avec 5 kg

# nl: Duwen tegen het aanrecht
p-877ed1 = Pompes contre le plan de travail

# nl: eigen gewicht
p-862121 = poids du corps

# nl: Roeien
p-5ad553 = Ramer

# nl: elastiek aan de deurklink
p-180cab = élastique accroché à la poignée de porte

# nl: 3 × 12, stuggere band
p-e7a1eb = 3 × 12, élastique plus résistant

# nl: Op de tenen staan
p-e6f9c9 = Se hisser sur la pointe des pieds

# nl: trede, hand aan de leuning
p-1873eb = marche d’escalier, main sur la rampe

# nl: 3 × 12 op één been
p-f5397c = 3 × 12 sur une jambe

# nl: Boodschappen dragen
p-c256cc = Porter les courses

# nl: twee tassen
p-a69376 = deux sacs

# nl: 2 × 20 m
p-1d0582 = 2 × 20 m

# nl: 3 × 40 m, 6 kg per hand
p-022d01 = 3 × 40 m, 6 kg par main

# nl: De kilo's in de laatste kolom zijn een voorbeeld voor iemand die gezond is en vlot vooruitgaat. Het belangrijkste getal staat niet in de tabel. Dat is het aantal herhalingen dat je op het einde van een reeks *nog over* hebt. Stop als je er nog twee of drie in je hebt. Heb je er na de laatste nog zes over, dan mag er gewicht bij.
p-3363b6 = Les kilos de la dernière colonne sont un exemple pour quelqu’un qui est en bonne santé et qui progresse bien. Le chiffre le plus important ne figure pas dans le tableau. C’est le nombre de répétitions qu’il vous reste *en réserve* à la fin d’une série. Arrêtez-vous quand vous pourriez encore en faire deux ou trois. S’il vous en reste six après la dernière, vous pouvez ajouter du poids.

# nl: Vier afspraken met jezelf
p-5b84d8 = Quatre engagements envers vous-même

# nl: **Zet het in je agenda.** Dinsdag en vrijdag om halfzes werkt beter dan ‘ergens deze week’.
p-ee6dbf = **Mettez-le dans votre agenda.** Mardi et vendredi à 17 h 30, cela marche mieux que « quelque part cette semaine ».

# nl: **Schrijf op wat je deed.** Een schriftje op de koelkast. Na acht weken is dat schriftje je beste motivatie.
p-157db0 = **Notez ce que vous avez fait.** Un petit carnet sur le frigo. Après huit semaines, ce carnet sera votre meilleure motivation.

# nl: **Verhoog pas na twee vlotte beurten.** Lukt alles twee keer na elkaar met twee herhalingen over, dan doe je er iets bij. Zo blijf je binnen [wat je lichaam aankan](belasting-en-belastbaarheid.md).
p-256e82 = **N’augmentez qu’après deux séances faciles.** Si tout réussit deux fois de suite avec deux répétitions en réserve, ajoutez quelque chose. Vous resterez ainsi dans les limites de [ce que votre corps peut encaisser](belasting-en-belastbaarheid.md).

# nl: **Verwacht stijve dagen.** Spierpijn die na twee of drie dagen weg is, hoort bij een nieuwe prikkel. Krampen zijn iets anders: zie [wat magnesium daaraan doet](magnesium-en-spierkrampen.md).
p-3d19b1 = **Attendez-vous à des jours de raideur.** Des courbatures qui ont disparu après deux ou trois jours sont la réaction normale à un effort nouveau. Les crampes, c’est autre chose : voyez [ce que le magnésium y change](magnesium-en-spierkrampen.md).

# nl: Overleg eerst met je huisarts als je pijn op de borst krijgt bij inspanning, als je flauwvalt, als je hartfalen of een bloeddruk hebt die moeilijk onder controle raakt, of na een recente breuk of operatie. Zet je adem tijdens het heffen nooit vast: blaas uit als het zwaar wordt.
p-a4ad15 = Parlez-en d’abord à votre médecin traitant si vous avez mal à la poitrine à l’effort, s’il vous arrive de vous évanouir, si vous souffrez d’insuffisance cardiaque ou d’une tension difficile à contrôler, ou après une fracture ou une opération récente. Ne bloquez jamais votre respiration en soulevant une charge : soufflez quand cela devient lourd.

# nl: Eet na je training iets met eiwit waar je zin in hebt: een kom platte kaas, twee eieren, een bord linzensoep. Eiwitpoeder is handig voor wie weinig eetlust heeft, en voor de meeste anderen vooral duur.
p-cb6826 = Après l’entraînement, mangez quelque chose de protéiné qui vous fait envie : un bol de fromage blanc, deux œufs, une assiette de soupe aux lentilles. Les protéines en poudre sont pratiques quand on a peu d’appétit, et surtout chères pour la plupart des autres.

# nl: De eerste zes weken gebeurt er iets in je hoofd
p-ece67b = Les six premières semaines, cela se passe dans votre tête

# nl: De snelste winst komt niet van grotere spieren. In de eerste weken leert je zenuwstelsel om meer spiervezels tegelijk en in de juiste volgorde aan te sturen. Daarom word je al sterker voor iemand het kan zien. De spier zelf heeft meer tijd nodig: reken op twee tot drie maanden voor je broek er iets van merkt. Wie na vier weken stopt omdat er ‘niets gebeurt’, stopt vlak voor het leuke stuk.
p-4cb0ce = Les gains les plus rapides ne viennent pas de muscles plus gros. Durant les premières semaines, votre système nerveux apprend à commander davantage de fibres musculaires à la fois et dans le bon ordre. C’est pourquoi vous devenez déjà plus fort avant que quiconque puisse le voir. Le muscle lui-même a besoin de plus de temps : comptez deux à trois mois avant que votre pantalon s’en aperçoive. Qui arrête après quatre semaines parce qu’« il ne se passe rien » s’arrête juste avant le meilleur moment.

# nl: Doe over twaalf weken de stoeltest opnieuw, op dezelfde stoel en met dezelfde schoenen. Kom hem gerust bij ons doen, wij hebben een chronometer en een stoel die niet wegschuift.
p-20bad2 = Dans douze semaines, refaites le test de la chaise, sur la même chaise et avec les mêmes chaussures. Vous pouvez aussi venir le faire chez nous : nous avons un chronomètre et une chaise qui ne glisse pas.

# nl: Cruz-Jentoft en collega's, 2019. Meer dan 15 seconden voor vijf keer rechtstaan wijst op ‘waarschijnlijke sarcopenie’. Pijnlijke knieën of een lage zetel geven hetzelfde resultaat, dus de test is een begin en geen diagnose.
p-655acd = Cruz-Jentoft et collègues, 2019. Plus de 15 secondes pour se lever cinq fois indiquent une « sarcopénie probable ». Des genoux douloureux ou un siège bas donnent le même résultat : le test est donc un point de départ et non un diagnostic.

# nl: Fiatarone en collega's, 1994. Honderd deelnemers, van wie de helft krachttraining deed. De toename van 113 procent is gemeten op de trainingstoestellen zelf, waar je ook beter wordt door te oefenen.
p-b5b641 = Fiatarone et collègues, 1994. Cent participants, dont la moitié ont suivi l’entraînement en force. L’augmentation de 113 % a été mesurée sur les appareils d’entraînement eux-mêmes, où l’on s’améliore aussi à force de s’exercer.

# nl: Sherrington en collega's, 2019: 108 studies met ruim 23.000 deelnemers. De zekerheid is hoog voor oefenen in het algemeen, matig voor de combinatie met krachttraining.
p-a61e86 = Sherrington et collègues, 2019 : 108 études totalisant plus de 23 000 participants. Le niveau de certitude est élevé pour l’exercice en général, modéré pour la combinaison avec la musculation.
