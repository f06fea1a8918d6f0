### Je rug mag weer meedoen
### posts/bewegen-met-lage-rugpijn/index.md. How to translate: TRANSLATING.md

# nl: Je rug mag weer meedoen
title = Votre dos peut revenir dans le jeu

# nl: Lage rugpijn is akelig en meestal onschuldig. Wat je de eerste dagen doet, wat een scan wel en niet vertelt, en waarom wandelen een verrassend goede verzekering is.
summary = La lombalgie est pénible et le plus souvent sans gravité. Que faire les premiers jours, ce que l’imagerie révèle et ne révèle pas, et pourquoi la marche est une assurance étonnamment bonne.

# nl: Zeven gladde keien in een zachte S-bocht op elkaar, als een wervelkolom, tegen een zandkleurige lucht met een lage zon.
image-alt = Sept galets lisses empilés en une douce courbe en S, comme une colonne vertébrale, sur un ciel couleur sable avec un soleil bas.

# nl: Een rug is een stapel met veerkracht. De bochten horen erbij.
image-caption = Un dos est une pile qui a du ressort. Les courbes en font partie.

# nl: Tekening: Lien Verstraete
image-credit = Dessin : Lien Verstraete

# nl: Je bukt om een sok op te rapen en plots zit het vast. Je staat daar, half gebogen, één hand op de wastafel, en je eerste gedachte is: nu is er iets gescheurd. Ik schrijf dit voor dat moment en voor de twee weken erna. Het korte antwoord: er is bijna zeker niets gescheurd, het gaat voorbij, en je mag vandaag nog bewegen.
p-8ba4a4 = Vous vous penchez pour ramasser une chaussette et soudain, tout se bloque. Vous voilà à moitié plié, une main sur le lavabo, et votre première pensée est : quelque chose s’est déchiré. J’écris ceci pour ce moment-là et pour les deux semaines qui suivent. La réponse courte : presque certainement, rien ne s’est déchiré, cela va passer, et vous pouvez bouger dès aujourd’hui.

# nl: Dat klinkt makkelijk voor wie geen pijn heeft. Lage rugpijn kan verschrikkelijk zijn, en de hevigheid zegt jammer genoeg weinig over de ernst. Bij ongeveer negen op de tien mensen met lage rugpijn vinden we geen ernstige ziekte of letsel dat de pijn verklaart. Een spier, een gewrichtje, een tussenwervelschijf of alles samen is geprikkeld, en het zenuwstelsel zet het volume hoog.
p-45c830 = C’est facile à dire quand on n’a pas mal. La lombalgie peut être atroce, et son intensité en dit malheureusement peu sur sa gravité. Chez environ neuf personnes sur dix qui souffrent du bas du dos, nous ne trouvons aucune maladie ni lésion grave qui explique la douleur. Un muscle, une petite articulation, un disque intervertébral ou tout cela à la fois est irrité, et le système nerveux monte le volume.

# nl: Eerst: wanneer bel je wel?
p-de455a = D’abord : quand faut-il appeler ?

# nl: Ga meteen naar de spoed als je gevoel verliest rond je geslachtsdelen of zitvlak, als je je plas of stoelgang niet meer kunt ophouden of plots niet meer kunt plassen, of als je been snel kracht verliest. Bel je huisarts bij rugpijn met koorts, na een zware val, bij een voorgeschiedenis van kanker, bij onverklaard gewichtsverlies, of als je lang cortisone neemt.
p-3505a1 = Rendez-vous immédiatement aux urgences si vous perdez la sensibilité autour des organes génitaux ou au niveau des fesses, si vous ne pouvez plus retenir vos urines ou vos selles ou n’arrivez soudain plus à uriner, ou si votre jambe perd rapidement de sa force. Appelez votre médecin traitant en cas de mal de dos avec fièvre, après une chute violente, en cas d’antécédents de cancer, de perte de poids inexpliquée, ou si vous prenez de la cortisone depuis longtemps.

# nl: Die situaties zijn zeldzaam, en we vragen er bij elke eerste afspraak naar. Pijn die tot onder de knie uitstraalt of een tintelende voet is meestal geen spoedgeval, maar wel een goede reden om binnen enkele dagen iemand te laten kijken.
p-5a2784 = Ces situations sont rares, et nous posons la question à chaque premier rendez-vous. Une douleur qui irradie jusque sous le genou ou des picotements dans un pied ne constituent généralement pas une urgence, mais bien une bonne raison de vous faire examiner dans les jours qui viennent.

# nl: De eerste dagen
p-42ac12 = Les premiers jours

# nl: Vroeger schreef men bedrust voor, soms wekenlang. Een Cochrane-overzicht zette de studies naast elkaar: mensen met acute rugpijn die het advies kregen om actief te blijven, hadden iets minder pijn en functioneerden wat beter dan wie in bed moest blijven.[^dahm] Het verschil was klein, de richting was duidelijk. Liggen mag om even op adem te komen, tien minuten of een halfuur. Het is een pauze tussen twee keer rechtstaan.
p-d5b84a = Autrefois, on prescrivait le repos au lit, parfois pendant des semaines. Une revue Cochrane a comparé les études : les personnes souffrant d’un mal de dos aigu à qui l’on conseillait de rester actives avaient un peu moins mal et fonctionnaient un peu mieux que celles qui devaient garder le lit[^dahm]. La différence était petite, la direction était claire. Vous pouvez vous allonger pour souffler un peu, dix minutes ou une demi-heure. C’est une pause entre deux moments debout.

# nl: Voor die eerste dagen geef ik bijna altijd dezelfde vier afspraken mee.
p-d4a35a = Pour ces premiers jours, je donne presque toujours les quatre mêmes consignes.

# nl: **Wissel elke twintig minuten van houding.** Zitten, staan, een paar passen, even liggen. Lang hetzelfde is wat een geprikkelde rug het slechtst verdraagt.
p-708d95 = **Changez de position toutes les vingt minutes.** Assis, debout, quelques pas, un peu allongé. Rester longtemps dans la même position, voilà ce qu’un dos irrité supporte le moins bien.

# nl: **Stap een paar keer per dag, ook al is het traag.** Tot aan de brievenbus telt. Probeer morgen tot aan de hoek van de straat te geraken.
p-53df15 = **Marchez plusieurs fois par jour, même lentement.** Jusqu’à la boîte aux lettres, cela compte. Demain, essayez d’arriver au coin de la rue.

# nl: **Beweeg je rug in de richting die meevalt.** Bij de een is dat bol, bij de ander hol. Tien rustige herhalingen, een paar keer per dag.
p-ef8b8a = **Bougez votre dos dans la direction qui passe le mieux.** Chez l’un, c’est dos rond, chez l’autre, dos creux. Dix répétitions tranquilles, plusieurs fois par jour.

# nl: **Adem door.** Wie zijn adem inhoudt en zijn buik opspant bij elke stap, houdt de rug in de plooi die je net kwijt wilt.
p-834f66 = **Continuez à respirer.** Si vous retenez votre souffle et contractez le ventre à chaque pas, vous maintenez votre dos dans le pli dont vous voulez justement vous débarrasser.

# nl: Warmte helpt veel mensen door de eerste nachten. Een kersenpitkussen van een kwartier tegen de onderrug is prima. Het geneest niets, maar je ontspant en je slaapt beter. Vraag je huisarts of apotheker raad voor je een pijnstiller neemt.
p-f9d816 = La chaleur aide beaucoup de gens à passer les premières nuits. Un coussin de noyaux de cerises contre le bas du dos pendant un quart d’heure, c’est parfait. Il ne guérit rien, mais il vous détend et vous fait dormir mieux. Demandez conseil à votre médecin ou à votre pharmacien avant de prendre un antidouleur.

# nl: Wat een scan vertelt, en wat niet
p-e62792 = Ce que dit l’imagerie, et ce qu’elle ne dit pas

# nl: ‘Zouden we niet beter een foto nemen?’ Ik begrijp de vraag. Toch maakt een scan zonder goede reden het vaak erger, omdat hij bijna altijd iets toont. Onderzoekers bundelden de beelden van 3110 mensen *zonder* rugpijn. Dit zagen ze.[^brin]
p-e7f8d5 = « Est-ce qu’on ne ferait pas mieux de prendre une radio ? » Je comprends la question. Pourtant, un examen d’imagerie sans bonne raison aggrave souvent les choses, parce qu’il montre presque toujours quelque chose. Des chercheurs ont rassemblé les images de 3 110 personnes *sans* mal de dos. Voici ce qu’ils ont vu[^brin].

# nl: Leeftijd
p-57a60e = Âge

# nl: Slijtage van een tussenwervelschijf
p-0effce = Usure d’un disque intervertébral

# nl: Uitpuilende schijf
p-292ca8 = Bombement d’un disque

# nl: 20 jaar
p-b2c9f2 = 20 ans

# nl: 40 jaar
p-4f7a90 = 40 ans

# nl: 60 jaar
p-697fd0 = 60 ans

# nl: 80 jaar
p-3d5f99 = 80 ans

# nl: Lees die tabel nog eens: het zijn mensen die geen pijn hadden. Wie op zijn vijftigste een verslag krijgt met ‘discusdegeneratie L4-L5’ krijgt dus nieuws dat evengoed over de buur kon gaan. Het zijn grijze haren, maar dan vanbinnen. Een scan is nuttig als de uitslag de behandeling verandert: bij een vermoeden van iets ernstigs, of als een ingreep ter sprake komt. De Belgische richtlijn van het KCE raadt routinebeeldvorming bij gewone rugpijn uitdrukkelijk af.
p-8979b0 = Relisez ce tableau : ce sont des personnes qui n’avaient pas mal. À cinquante ans, recevoir un rapport qui mentionne une « discopathie dégénérative L4-L5 », c’est donc apprendre une nouvelle qui aurait tout aussi bien pu concerner le voisin. Ce sont des cheveux gris, mais à l’intérieur. Un examen d’imagerie est utile si son résultat change le traitement : lorsqu’on soupçonne quelque chose de grave, ou lorsqu’une intervention est envisagée. Le guide de pratique belge du KCE déconseille expressément l’imagerie de routine en cas de mal de dos ordinaire.

# nl: Jouw rug staat in geen enkel verslag. Er staat alleen een foto van in.
p-5daa23 = Aucun rapport ne contient votre dos. Il n’en contient qu’une photo.

# nl: Als het langer dan drie maanden duurt
p-f584b6 = Si cela dure plus de trois mois

# nl: Bij de meeste mensen zakt een nieuwe aanval stevig in de eerste zes weken. Bij een deel blijft er pijn. Voor hen is er veel onderzoek: het Cochrane-overzicht over oefentherapie bij chronische lage rugpijn telde in 2021 maar liefst 249 studies met ruim 24.000 deelnemers. Gemiddeld zakte de pijn met oefenen 15 punten op 100 meer dan met niets doen, gewone zorg of een placebo.[^hayd] De winst in functioneren was er ook, en kleiner.
p-0404ee = Chez la plupart des gens, une nouvelle crise s’atténue fortement au cours des six premières semaines. Chez certains, la douleur persiste. Pour eux, la recherche est abondante : en 2021, la revue Cochrane sur les exercices thérapeutiques en cas de lombalgie chronique ne comptait pas moins de 249 études et plus de 24 000 participants. En moyenne, avec l’exercice, la douleur baissait de 15 points sur 100 de plus que sans rien faire, avec des soins habituels ou avec un placebo[^hayd]. Il y avait aussi un gain fonctionnel, plus petit.

# nl: Welke oefening is de beste?
p-4b172b = Quel est le meilleur exercice ?

# nl: Daar wordt op familiefeesten stevig over gediscussieerd. Pilates, kracht, yoga, zwemmen: de verschillen tussen de methodes zijn klein tegenover het verschil tussen iets doen en niets doen. Ik stel daarom een andere vraag: wat doe je in november nog, als het regent en je moe thuiskomt? Dát is je oefening. De Wereldgezondheidsorganisatie zet gestructureerde oefenprogramma's op haar lijst van aanraders, samen met uitleg op maat en, waar nodig, psychologische begeleiding. Tractie, lumbale steungordels en TENS-toestellen raadt ze als routinebehandeling af.
p-a136ea = On en débat ferme dans les fêtes de famille. Pilates, musculation, yoga, natation : les différences entre les méthodes sont minces comparées à la différence entre faire quelque chose et ne rien faire. Je pose donc une autre question : que ferez-vous encore en novembre, quand il pleut et que vous rentrez fatigué ? C’est cela, votre exercice. L’Organisation mondiale de la santé place les programmes d’exercices structurés sur la liste de ce qu’elle recommande, avec des explications sur mesure et, si nécessaire, un accompagnement psychologique. Elle déconseille comme traitements de routine les tractions, les ceintures lombaires et les appareils TENS.

# nl: Wandelen als verzekering
p-9a56d2 = La marche comme assurance

# nl: Rugpijn komt graag terug: na een aanval krijgt een groot deel van de mensen er binnen het jaar nog een. In Australië volgden onderzoekers 701 volwassenen die net hersteld waren. De helft kreeg zes gesprekken met een kinesitherapeut en een wandelplan dat in zes maanden opbouwde naar vijf keer een halfuur per week. De andere helft kreeg niets. Bij de wandelaars duurde het in het midden van de groep 208 dagen tot een nieuwe aanval die hen belemmerde, bij de anderen 112.[^walk]
p-d70483 = Le mal de dos aime revenir : après une crise, une grande partie des gens en refont une dans l’année. En Australie, des chercheurs ont suivi 701 adultes qui venaient de se rétablir. La moitié ont eu six entretiens avec un kinésithérapeute et un plan de marche qui montait en six mois jusqu’à cinq fois une demi-heure par semaine. L’autre moitié n’a rien reçu. Chez les marcheurs, il s’est écoulé, au milieu du groupe, 208 jours avant une nouvelle crise invalidante, contre 112 chez les autres[^walk].

# nl: Er zit wel een addertje in dat resultaat: de wandelaars kregen ook begeleiding, en de anderen wisten dat ze niets kregen. Hoeveel van de winst uit de benen komt en hoeveel uit die zes gesprekken, weten we niet. Een stevige wandeling kost intussen niets en doet ook je hart, je slaap en je humeur goed. Ik neem die gok graag.
p-3aa680 = Ce résultat appelle tout de même un bémol : les marcheurs étaient aussi accompagnés, et les autres savaient qu’ils ne recevaient rien. Quelle part du gain vient des jambes et quelle part de ces six entretiens, nous ne le savons pas. En attendant, une bonne promenade ne coûte rien et fait aussi du bien au cœur, au sommeil et à l’humeur. C’est un pari que je prends volontiers.

# nl: Bukken, tillen, leven
p-54f6b4 = Se pencher, soulever, vivre

# nl: Vermijd je maandenlang om te bukken, dan verliest je rug precies de belastbaarheid die hij nodig heeft om te bukken. Hoe dat werkt, legt Jonas uit in zijn stuk over [wat je lichaam aankan](belasting-en-belastbaarheid.md). Begin klein: een lege wasmand, daarna een halve, daarna een volle. Een rug die elke week een beetje meer tilt, schrikt niet van een sok. En ben je de vijftig voorbij, lees dan zeker ook [waarom kracht op je vijftigste pas echt telt](sterker-na-je-vijftigste.md).
p-949b5e = Si vous évitez de vous pencher pendant des mois, votre dos perd précisément la capacité de charge dont il a besoin pour se pencher. Jonas explique comment cela fonctionne dans son article sur [ce que votre corps peut encaisser](belasting-en-belastbaarheid.md). Commencez petit : un panier à linge vide, ensuite à moitié plein, ensuite plein. Un dos qui soulève chaque semaine un peu plus ne s’effraie pas d’une chaussette. Et si vous avez passé la cinquantaine, ne manquez pas de lire aussi [pourquoi la force compte vraiment à partir de cinquante ans](sterker-na-je-vijftigste.md).

# nl: *Bijgewerkt op 12 november 2026: we voegden de kanttekening bij het wandelonderzoek toe en verduidelijkten wanneer je meteen naar de spoed gaat.*
p-e525a7 = *Mis à jour le 12 novembre 2026 : nous avons ajouté la réserve sur l’étude consacrée à la marche et précisé quand il faut se rendre immédiatement aux urgences.*

# nl: Dahm en collega's, 2010. Bij uitstralende pijn in het been (ischias) was er weinig of geen verschil tussen rusten en actief blijven.
p-13f1e9 = Dahm et collègues, 2010. En cas de douleur irradiant dans la jambe (sciatique), il y avait peu ou pas de différence entre le repos et le maintien de l’activité.

# nl: Brinjikji en collega's, 2015, een samenvatting van 33 studies. De percentages zijn schattingen per leeftijd.
p-ac6fb3 = Brinjikji et collègues, 2015, une synthèse de 33 études. Les pourcentages sont des estimations par âge.

# nl: Hayden en collega's, 2021. De onderzoekers zijn matig zeker van dat cijfer, en niet elke deelnemer haalt het gemiddelde: sommigen winnen meer, anderen minder.
p-5ba551 = Hayden et collègues, 2021. Le degré de certitude des chercheurs quant à ce chiffre est modéré, et tous les participants n’atteignent pas la moyenne : certains gagnent plus, d’autres moins.

# nl: Pocovi en collega's, 2024. Het gaat om de mediaan: bij de helft van elke groep kwam de pijn vroeger terug, bij de andere helft later of niet.
p-391a92 = Pocovi et collègues, 2024. Il s’agit de la médiane : dans chaque groupe, la douleur est revenue plus tôt pour une moitié, plus tard ou pas du tout pour l’autre.
