### Opnieuw beginnen lopen: tien weken zonder haast
### posts/opnieuw-beginnen-lopen/index.md. How to translate: TRANSLATING.md

# nl: Opnieuw beginnen lopen: tien weken zonder haast
title = Se remettre à courir : dix semaines sans se presser

# nl: Je longen zijn na drie weken weer mee, je pezen na drie maanden. Een opbouwschema voor wie lang gestopt is, met de fouten die ik zelf ook heb gemaakt.
summary = Vos poumons suivent de nouveau après trois semaines, vos tendons après trois mois. Un programme progressif pour ceux qui ont arrêté longtemps, avec les erreurs que j’ai moi-même commises.

# nl: Een wandelende figuur op een pad dat in zachte bochten omhoogloopt tussen groene heuvels, met een lage terracotta zon.
image-alt = Une silhouette qui marche sur un sentier montant en courbes douces entre des collines vertes, sous un soleil bas couleur terracotta.

# nl: Het eerste stuk stap je. Dat is geen opwarming, dat is het plan.
image-caption = Le premier bout, vous le faites en marchant. Ce n’est pas un échauffement, c’est le plan.

# nl: Tekening: Jonas De Backer
image-credit = Dessin : Jonas De Backer

# nl: De laatste keer dat ik zelf opnieuw begon, liep ik meteen vijf kilometer. Ik kon dat nog. Mijn longen protesteerden, mijn trots hield vol, en twee dagen later liep ik achterstevoren de trap af. Drie weken nadien had ik een pijnlijke achillespees. Ik ben kinesitherapeut. Kennis beschermt dus maar matig tegen enthousiasme, en daarom schrijf ik het schema op.
p-e0faad = La dernière fois que je m’y suis remis moi-même, j’ai couru cinq kilomètres d’emblée. J’en étais encore capable. Mes poumons protestaient, ma fierté tenait bon, et deux jours plus tard je descendais l’escalier à reculons. Trois semaines après, j’avais mal au tendon d’Achille. Je suis kinésithérapeute. Le savoir ne protège donc que modérément contre l’enthousiasme, et c’est pourquoi je couche le programme par écrit.

# nl: Je motor is sneller klaar dan je banden
p-8a39a4 = Votre moteur est prêt avant vos pneus

# nl: Wie opnieuw begint, voelt vooral zijn adem. Die verbetert vlug: na drie weken gaat dezelfde ronde merkbaar vlotter. Pezen, botten en het kraakbeen in je knie passen zich ook aan, en ze nemen er maanden voor. Tussen week drie en week acht zit je dus met een motor die meer wil dan de banden kunnen hebben. In die weken zien wij de meeste lopers binnenkomen.
p-9b05ab = Quand on recommence, on sent surtout son souffle. Celui-ci s’améliore vite : après trois semaines, le même tour passe nettement mieux. Les tendons, les os et le cartilage du genou s’adaptent aussi, mais il leur faut des mois. Entre la troisième et la huitième semaine, vous roulez donc avec un moteur qui en veut plus que les pneus n’en supportent. C’est durant ces semaines-là que nous voyons arriver le plus de coureurs.

# nl: Beginners betalen daar een prijs voor. Per duizend uur lopen telden onderzoekers bij beginnende lopers bijna achttien blessures, bij recreatieve lopers met ervaring bijna acht.[^uur] Lopen is daarmee geen gevaarlijke sport. Je moet er wel in groeien, en de cijfers laten zien dat het eerste jaar het meeste geduld vraagt.
p-2ec9c0 = Les débutants en paient le prix. Par mille heures de course, des chercheurs ont compté près de dix-huit blessures chez les coureurs débutants, et près de huit chez les coureurs de loisir expérimentés[^uur]. La course à pied n’est pas pour autant un sport dangereux. Mais il faut y entrer petit à petit, et les chiffres montrent que c’est la première année qui demande le plus de patience.

# nl: Slecht voor je knieën? Een meta-analyse van 17 studies vond knie- of heupartrose bij 3,5 procent van de recreatieve lopers en bij 10,2 procent van de mensen die niet liepen. Dat bewijst niet dat lopen beschermt, want wie pijn krijgt, stopt. Dat recreatief lopen je knieën opgebruikt, is met zulke cijfers wel moeilijk vol te houden.
p-6c1afe = Mauvais pour les genoux ? Une méta-analyse de 17 études a trouvé une arthrose du genou ou de la hanche chez 3,5 % des coureurs de loisir et chez 10,2 % des personnes qui ne couraient pas. Cela ne prouve pas que courir protège, car celui qui a mal s’arrête. Mais avec de tels chiffres, il devient difficile de soutenir que courir pour le plaisir use les genoux.

# nl: De regel van tien procent, herbekeken
p-e9d0b8 = La règle des dix pour cent, revue et corrigée

# nl: Misschien ken je de tienprocentregel: nooit meer dan tien procent extra per week. Een Nederlandse studie liet 532 beginners trainen met een schema volgens die regel of met een vlotter schema. In beide groepen raakte ongeveer een op de vijf geblesseerd.[^tien] De regel had niets voorkomen.
p-2b0867 = Peut-être connaissez-vous la règle des dix pour cent : jamais plus de dix pour cent en plus par semaine. Une étude néerlandaise a fait s’entraîner 532 débutants avec un programme conforme à cette règle ou avec un programme plus rapide. Dans les deux groupes, environ une personne sur cinq s’est blessée[^tien]. La règle n’avait rien évité.

# nl: In 2025 kwam er een interessante aanvulling. Deense onderzoekers volgden meer dan 5.200 lopers met een sporthorloge, samen goed voor bijna 600.000 loopbeurten. Hoeveel de week in totaal groeide, zei weinig. De afzonderlijke loopbeurt zei meer: wie in één keer ruim tien procent verder liep dan zijn langste afstand van de voorbije dertig dagen, had al een duidelijk hoger risico. Bij meer dan het dubbele was het risico ruim twee keer zo groot.[^deen]
p-7428df = En 2025 est venu un complément intéressant. Des chercheurs danois ont suivi plus de 5 200 coureurs équipés d’une montre de sport, soit au total près de 600 000 sorties. La progression du total hebdomadaire ne disait pas grand-chose. La sortie individuelle en disait plus : ceux qui, en une seule fois, dépassaient de plus de dix pour cent leur plus longue distance des trente derniers jours avaient déjà un risque nettement accru. Au-delà du double, le risque était plus de deux fois plus élevé[^deen].

# nl: Een drukke week vergeeft je lichaam sneller dan één overmoedige zondag.
p-3c5922 = Votre corps pardonne plus vite une semaine chargée qu’un seul dimanche présomptueux.

# nl: Het schema
p-57f8b3 = Le programme

# nl: Drie beurten per week, met telkens minstens één dag ertussen. Begin en eindig met vijf minuten stevig stappen; die staan niet in de tabel. Het looptempo is een tempo waarop je een hele zin kunt zeggen. Voel je je daar belachelijk traag bij, dan zit je goed.
p-e6efd0 = Trois séances par semaine, avec chaque fois au moins un jour d’intervalle. Commencez et terminez par cinq minutes de marche soutenue ; elles ne figurent pas dans le tableau. L’allure de course est celle à laquelle vous pouvez dire une phrase entière. Si vous vous trouvez ridiculement lent, c’est la bonne.

# nl: Week
p-e78041 = Semaine

# nl: Lopen
p-2c8fb8 = Course

# nl: Stappen
p-e1646c = Marche

# nl: Aantal keer
p-53fc94 = Nombre de fois

# nl: Totaal gelopen
p-c9750a = Total couru

# nl: 1 min
p-75adba = 1 min

# nl: 2 min
p-1f94b3 = 2 min

# nl: 6 min
p-9a2fd6 = 6 min

# nl: 1 min
p-6ad53b = 1 min

# nl: 1 min 30
p-3556e5 = 1 min 30

# nl: 8 min
p-a0e457 = 8 min

# nl: 2 min
p-c5356d = 2 min

# nl: 2 min
p-c5356d3f = 2 min

# nl: 10 min
p-836132 = 10 min

# nl: 2 min
p-c5356d3f9fa5 = 2 min

# nl: 2 min
p-c5356d3f9fa5f024 = 2 min

# nl: 8 min, rustweek
p-8a9f1b = 8 min, semaine de récupération

# nl: 3 min
p-00164f = 3 min

# nl: 2 min
p-4beff8 = 2 min

# nl: 12 min
p-a6bcf4 = 12 min

# nl: 4 min
p-b6566e = 4 min

# nl: 2 min
p-4beff8d3 = 2 min

# nl: 16 min
p-3766a2 = 16 min

# nl: 6 min
p-fa0f66 = 6 min

# nl: 2 min
p-4beff8d3e913 = 2 min

# nl: 18 min
p-db4f78 = 18 min

# nl: 5 min
p-53bc57 = 5 min

# nl: 2 min
p-4beff8d3e91363a3 = 2 min

# nl: 15 min, rustweek
p-01ea0e = 15 min, semaine de récupération

# nl: 10 min
p-3794d3 = 10 min

# nl: 2 min
p-17171d = 2 min

# nl: 20 min
p-e8b489 = 20 min

# nl: 12 min
p-01be7c = 12 min

# nl: 2 min
p-17171d6d = 2 min

# nl: 24 min
p-cf6377 = 24 min

# nl: Sommige trappen in de tabel zijn groter dan tien procent. Dat kan, omdat de hoeveelheden klein zijn en de stappauzes je pezen ontlasten. In week elf loop je voor het eerst twintig minuten aan één stuk. Vanaf dan laat je je langste loopbeurt met niet meer dan ongeveer een tiende groeien. Herhaal een week gerust als ze zwaar viel. Niemand heeft ooit spijt gehad van twaalf weken in plaats van tien.
p-c0c7ce = Certains paliers du tableau dépassent les dix pour cent. C’est possible parce que les quantités sont petites et que les pauses de marche soulagent vos tendons. La onzième semaine, vous courez pour la première fois vingt minutes d’une traite. À partir de là, n’allongez votre plus longue sortie que d’un dixième environ. Répétez sans hésiter une semaine qui vous a paru dure. Personne n’a jamais regretté d’avoir mis douze semaines au lieu de dix.

# nl: Eerst een drempel
p-6d19f8 = D’abord, un seuil

# nl: Voor je aan week 1 begint, zou je dit moeten kunnen:
p-d1922a = Avant d’entamer la semaine 1, vous devriez pouvoir faire ceci :

# nl: een halfuur stevig stappen, drie keer in één week, zonder extra klachten de dag nadien
p-aa06b1 = marcher une demi-heure d’un bon pas, trois fois en une semaine, sans gêne supplémentaire le lendemain

# nl: op één been twintig keer op je tenen komen, met twee vingers tegen de muur
p-c4e7e5 = vous hisser vingt fois sur la pointe du pied, sur une seule jambe, deux doigts contre le mur

# nl: lukt tien of meer? Begin gerust, en doe er twee keer per week drie reeksen bij
p-000d58 = vous arrivez à dix ou plus ? Lancez-vous, et ajoutez-y trois séries deux fois par semaine

# nl: lukt minder dan tien? Neem eerst zes weken voor [krachttraining](sterker-na-je-vijftigste.md)
p-93fbda = vous n’arrivez pas à dix ? Consacrez d’abord six semaines à la [musculation](sterker-na-je-vijftigste.md)

# nl: tien keer rustig van een trede stappen zonder dat je knie naar binnen zakt van zwakte of pijn
p-fa8404 = descendre dix fois calmement d’une marche sans que votre genou ne parte vers l’intérieur par faiblesse ou par douleur

# nl: Vijf dingen die meer uitmaken dan je schoenen
p-8bcb16 = Cinq choses qui comptent plus que vos chaussures

# nl: **Zet je grenzen vooraf.** Pijn tot 5 op 10 mag, als ze de volgende ochtend weer op haar gewone niveau zit. Hoe je pijn met kleuren leest, staat bij [wat je lichaam aankan](belasting-en-belastbaarheid.md).
# stale: it said "**Zet je grenzen vooraf.** Pijn tot 5 op 10 die de volgende ochtend weer weg is, mag. Hoe die kleurcode werkt, lees je bij [wat je lichaam aankan](belasting-en-belastbaarheid.md)." when this was translated
# stale: … tot 5 op 10 [-die-] {+mag, als ze+} de volgende ochtend weer [-weg is, mag.-] {+op haar gewone niveau zit.+} Hoe [-die kleurcode werkt, lees-] je {+pijn met kleuren leest, staat+} bij [wat je lichaam aankan](belasting-en-belastbaarheid.md).
p-7d278e = **Fixez vos limites à l’avance.** Une douleur jusqu’à 5 sur 10 qui a disparu le lendemain matin est permise. Pour savoir comment fonctionne ce code couleur, lisez [ce que votre corps peut encaisser](belasting-en-belastbaarheid.md).

# nl: **Zet kleinere passen.** Lopers die hun pasritme met tien procent verhoogden bij dezelfde snelheid, belastten knie en heup merkbaar minder.[^pas] Tel je passen een halve minuut, en doe er de volgende keer een paar bij.
p-6ae3ca = **Raccourcissez vos foulées.** Les coureurs qui augmentaient leur cadence de dix pour cent à vitesse égale sollicitaient nettement moins le genou et la hanche[^pas]. Comptez vos pas pendant une demi-minute, et faites-en quelques-uns de plus la fois suivante.

# nl: **Verander niet alles tegelijk.** Nieuwe schoenen, een bospad en een loopclub in dezelfde week zijn drie experimenten door elkaar.
p-d97b71 = **Ne changez pas tout en même temps.** De nouvelles chaussures, un sentier forestier et un club de course la même semaine, ce sont trois expériences qui s’emmêlent.

# nl: **Hou rekening met het donker.** In november is het om halfzes donker. Een fluohesje en een ronde waar je de putten kent, zijn betere blessurepreventie dan een inlegzool op goed geluk.
p-6b3adc = **Tenez compte de l’obscurité.** En novembre, il fait noir à 17 h 30. Un gilet fluo et un circuit dont vous connaissez les trous préviennent mieux les blessures qu’une semelle choisie au petit bonheur.

# nl: **Schrijf één zin per loopbeurt.** ‘Rechterkuit stijf tot aan de kerk, daarna weg.’ Na drie weken zie je patronen die je horloge niet ziet.
p-8230e7 = **Écrivez une phrase par sortie.** « Mollet droit raide jusqu’à l’église, puis plus rien. » Après trois semaines, vous verrez des schémas que votre montre ne voit pas.

# nl: Loop de eerste weken heen en weer in plaats van in een lus. Keer om na de helft van de tijd. Zo sta je nooit drie kilometer van huis met een kuit die niet meer wil.
p-2074ab = Les premières semaines, faites un aller-retour plutôt qu’une boucle. Revenez sur vos pas à la moitié du temps. Ainsi, vous ne vous retrouverez jamais à trois kilomètres de chez vous avec un mollet qui ne veut plus.

# nl: Wanneer stop je?
p-f280fc = Quand s’arrêter ?

# nl: Stop en laat je nakijken bij pijn die tijdens het lopen scherper wordt en op één vingertopje van je scheenbeen of voet zit, zeker als stappen de dag nadien ook pijn doet: zo begint een stressfractuur. Bij druk op de borst, hartkloppingen met duizeligheid of ongewone kortademigheid stop je meteen en contacteer je een arts. Gaat het niet snel over, bel 112.
p-b5dc73 = Arrêtez-vous et consultez en cas de douleur qui devient plus vive en courant et qui se concentre en un point du tibia ou du pied grand comme le bout d’un doigt, surtout si marcher fait mal aussi le lendemain : c’est ainsi que commence une fracture de fatigue. En cas d’oppression dans la poitrine, de palpitations avec vertiges ou d’essoufflement inhabituel, arrêtez-vous immédiatement et contactez un médecin. Si cela ne passe pas vite, appelez le 112.

# nl: Ben je ouder dan vijfenveertig en deed je jaren niets, rook je, of is er hartziekte in je familie? Vraag dan je huisarts om mee te kijken voor je begint. Je hoeft geen atleet te zijn voor dat gesprek, en meestal is het antwoord: doe maar, rustig aan.
p-1cb3f1 = Vous avez plus de quarante-cinq ans et n’avez rien fait depuis des années, vous fumez, ou il y a des maladies cardiaques dans votre famille ? Demandez alors l’avis de votre médecin traitant avant de commencer. Nul besoin d’être un athlète pour cette conversation, et le plus souvent la réponse est : allez-y, doucement.

# nl: Mijn eigen achillespees is intussen vijf jaar klachtenvrij. Ik loop nog altijd het liefst te snel. Het schema hangt op de koelkast, naast de afvalkalender.
p-116585 = Quant à mon propre tendon d’Achille, il me laisse en paix depuis cinq ans. Ce que je préfère, c’est encore et toujours courir trop vite. Le programme est accroché au frigo, à côté du calendrier des poubelles.

# nl: Videbæk en collega's, 2015: 17,8 blessures per duizend uur bij beginners en 7,7 bij recreatieve lopers. De studies verschilden sterk in wat ze een blessure noemden.
p-42c784 = Videbæk et collègues, 2015 : 17,8 blessures par mille heures chez les débutants et 7,7 chez les coureurs de loisir. Les études différaient fortement dans leur définition d’une blessure.

# nl: Buist en collega's, 2008: 20,8 procent met het trage schema van dertien weken, 20,3 procent met het gewone schema van acht weken.
p-a88d9d = Buist et collègues, 2008 : 20,8 % avec le programme lent de treize semaines, 20,3 % avec le programme ordinaire de huit semaines.

# nl: Frandsen en collega's, 2025. Vergeleken met lopers die hooguit tien procent verder gingen: 64 procent hoger bij een sprong van 10 tot 30 procent, 52 procent hoger bij 30 tot 100 procent, 128 procent hoger daarboven. Deelnemers waren gemiddeld 46 jaar en vooral mannen met ervaring.
p-5a2d06 = Frandsen et collègues, 2025. Par rapport aux coureurs qui n’allaient pas plus de 10 % plus loin : risque supérieur de 64 % pour un bond de 10 à 30 %, de 52 % pour un bond de 30 à 100 %, de 128 % au-delà. Les participants avaient en moyenne 46 ans et étaient surtout des hommes expérimentés.

# nl: Heiderscheit en collega's, 2011, gemeten op een loopband bij 45 gezonde lopers. Of het ook blessures voorkomt, heeft deze studie niet onderzocht.
p-e226fb = Heiderscheit et collègues, 2011, mesures sur tapis de course chez 45 coureurs en bonne santé. L’étude n’a pas examiné si cela prévient aussi les blessures.
