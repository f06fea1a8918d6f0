### Je rug mag weer meedoen
### posts/bewegen-met-lage-rugpijn/index.md. How to translate: TRANSLATING.md

# nl: Je rug mag weer meedoen
# todo title =

# nl: Lage rugpijn is akelig en meestal onschuldig. Wat je de eerste dagen doet, wat een scan wel en niet vertelt, en waarom wandelen een verrassend goede verzekering is.
# todo summary =

# nl: Zeven gladde keien in een zachte S-bocht op elkaar, als een wervelkolom, tegen een zandkleurige lucht met een lage zon.
# todo image-alt =

# nl: Een rug is een stapel met veerkracht. De bochten horen erbij.
# todo image-caption =

# nl: Tekening: Lien Verstraete
# todo image-credit =

# nl: Je bukt om een sok op te rapen en plots zit het vast. Je staat daar, half gebogen, één hand op de wastafel, en je eerste gedachte is: nu is er iets gescheurd. Ik schrijf dit voor dat moment en voor de twee weken erna. Het korte antwoord: er is bijna zeker niets gescheurd, het gaat voorbij, en je mag vandaag nog bewegen.
# todo p-8ba4a4 =

# nl: Dat klinkt makkelijk voor wie geen pijn heeft. Lage rugpijn kan verschrikkelijk zijn, en de hevigheid zegt jammer genoeg weinig over de ernst. Bij ongeveer negen op de tien mensen met lage rugpijn vinden we geen ernstige ziekte of letsel dat de pijn verklaart. Een spier, een gewrichtje, een tussenwervelschijf of alles samen is geprikkeld, en het zenuwstelsel zet het volume hoog.
# todo p-45c830 =

# nl: Eerst: wanneer bel je wel?
# todo p-de455a =

# nl: Ga meteen naar de spoed als je gevoel verliest rond je geslachtsdelen of zitvlak, als je je plas of stoelgang niet meer kunt ophouden of plots niet meer kunt plassen, of als je been snel kracht verliest. Bel je huisarts bij rugpijn met koorts, na een zware val, bij een voorgeschiedenis van kanker, bij onverklaard gewichtsverlies, of als je lang cortisone neemt.
# todo p-3505a1 =

# nl: Die situaties zijn zeldzaam, en we vragen er bij elke eerste afspraak naar. Pijn die tot onder de knie uitstraalt of een tintelende voet is meestal geen spoedgeval, maar wel een goede reden om binnen enkele dagen iemand te laten kijken.
# todo p-5a2784 =

# nl: De eerste dagen
# todo p-42ac12 =

# nl: Vroeger schreef men bedrust voor, soms wekenlang. Een Cochrane-overzicht zette de studies naast elkaar: mensen met acute rugpijn die het advies kregen om actief te blijven, hadden iets minder pijn en functioneerden wat beter dan wie in bed moest blijven.[^dahm] Het verschil was klein, de richting was duidelijk. Liggen mag om even op adem te komen, tien minuten of een halfuur. Het is een pauze tussen twee keer rechtstaan.
# todo p-d5b84a =

# nl: Voor die eerste dagen geef ik bijna altijd dezelfde vier afspraken mee.
# todo p-d4a35a =

# nl: **Wissel elke twintig minuten van houding.** Zitten, staan, een paar passen, even liggen. Lang hetzelfde is wat een geprikkelde rug het slechtst verdraagt.
# todo p-708d95 =

# nl: **Stap een paar keer per dag, ook al is het traag.** Tot aan de brievenbus telt. Probeer morgen tot aan de hoek van de straat te geraken.
# todo p-53df15 =

# nl: **Beweeg je rug in de richting die meevalt.** Bij de een is dat bol, bij de ander hol. Tien rustige herhalingen, een paar keer per dag.
# todo p-ef8b8a =

# nl: **Adem door.** Wie zijn adem inhoudt en zijn buik opspant bij elke stap, houdt de rug in de plooi die je net kwijt wilt.
# todo p-834f66 =

# nl: Warmte helpt veel mensen door de eerste nachten. Een kersenpitkussen van een kwartier tegen de onderrug is prima. Het geneest niets, maar je ontspant en je slaapt beter. Vraag je huisarts of apotheker raad voor je een pijnstiller neemt.
# todo p-f9d816 =

# nl: Wat een scan vertelt, en wat niet
# todo p-e62792 =

# nl: ‘Zouden we niet beter een foto nemen?’ Ik begrijp de vraag. Toch maakt een scan zonder goede reden het vaak erger, omdat hij bijna altijd iets toont. Onderzoekers bundelden de beelden van 3110 mensen *zonder* rugpijn. Dit zagen ze.[^brin]
# todo p-e7f8d5 =

# nl: Leeftijd
# todo p-57a60e =

# nl: Slijtage van een tussenwervelschijf
# todo p-0effce =

# nl: Uitpuilende schijf
# todo p-292ca8 =

# nl: 20 jaar
# todo p-b2c9f2 =

# nl: 40 jaar
# todo p-4f7a90 =

# nl: 60 jaar
# todo p-697fd0 =

# nl: 80 jaar
# todo p-3d5f99 =

# nl: Lees die tabel nog eens: het zijn mensen die geen pijn hadden. Wie op zijn vijftigste een verslag krijgt met ‘discusdegeneratie L4-L5’ krijgt dus nieuws dat evengoed over de buur kon gaan. Het zijn grijze haren, maar dan vanbinnen. Een scan is nuttig als de uitslag de behandeling verandert: bij een vermoeden van iets ernstigs, of als een ingreep ter sprake komt. De Belgische richtlijn van het KCE raadt routinebeeldvorming bij gewone rugpijn uitdrukkelijk af.
# todo p-8979b0 =

# nl: Jouw rug staat in geen enkel verslag. Er staat alleen een foto van in.
# todo p-5daa23 =

# nl: Als het langer dan drie maanden duurt
# todo p-f584b6 =

# nl: Bij de meeste mensen zakt een nieuwe aanval stevig in de eerste zes weken. Bij een deel blijft er pijn. Voor hen is er veel onderzoek: het Cochrane-overzicht over oefentherapie bij chronische lage rugpijn telde in 2021 maar liefst 249 studies met ruim 24.000 deelnemers. Gemiddeld zakte de pijn met oefenen 15 punten op 100 meer dan met niets doen, gewone zorg of een placebo.[^hayd] De winst in functioneren was er ook, en kleiner.
# todo p-0404ee =

# nl: Welke oefening is de beste?
# todo p-4b172b =

# nl: Daar wordt op familiefeesten stevig over gediscussieerd. Pilates, kracht, yoga, zwemmen: de verschillen tussen de methodes zijn klein tegenover het verschil tussen iets doen en niets doen. Ik stel daarom een andere vraag: wat doe je in november nog, als het regent en je moe thuiskomt? Dát is je oefening. De Wereldgezondheidsorganisatie zet gestructureerde oefenprogramma's op haar lijst van aanraders, samen met uitleg op maat en, waar nodig, psychologische begeleiding. Tractie, lumbale steungordels en TENS-toestellen raadt ze als routinebehandeling af.
# todo p-a136ea =

# nl: Wandelen als verzekering
# todo p-9a56d2 =

# nl: Rugpijn komt graag terug: na een aanval krijgt een groot deel van de mensen er binnen het jaar nog een. In Australië volgden onderzoekers 701 volwassenen die net hersteld waren. De helft kreeg zes gesprekken met een kinesitherapeut en een wandelplan dat in zes maanden opbouwde naar vijf keer een halfuur per week. De andere helft kreeg niets. Bij de wandelaars duurde het in het midden van de groep 208 dagen tot een nieuwe aanval die hen belemmerde, bij de anderen 112.[^walk]
# todo p-d70483 =

# nl: Er zit wel een addertje in dat resultaat: de wandelaars kregen ook begeleiding, en de anderen wisten dat ze niets kregen. Hoeveel van de winst uit de benen komt en hoeveel uit die zes gesprekken, weten we niet. Een stevige wandeling kost intussen niets en doet ook je hart, je slaap en je humeur goed. Ik neem die gok graag.
# todo p-3aa680 =

# nl: Bukken, tillen, leven
# todo p-54f6b4 =

# nl: Vermijd je maandenlang om te bukken, dan verliest je rug precies de belastbaarheid die hij nodig heeft om te bukken. Hoe dat werkt, legt Jonas uit in zijn stuk over [wat je lichaam aankan](belasting-en-belastbaarheid.md). Begin klein: een lege wasmand, daarna een halve, daarna een volle. Een rug die elke week een beetje meer tilt, schrikt niet van een sok. En ben je de vijftig voorbij, lees dan zeker ook [waarom kracht op je vijftigste pas echt telt](sterker-na-je-vijftigste.md).
# todo p-949b5e =

# nl: *Bijgewerkt op 12 november 2026: we voegden de kanttekening bij het wandelonderzoek toe en verduidelijkten wanneer je meteen naar de spoed gaat.*
# todo p-e525a7 =

# nl: Dahm en collega's, 2010. Bij uitstralende pijn in het been (ischias) was er weinig of geen verschil tussen rusten en actief blijven.
# todo p-13f1e9 =

# nl: Brinjikji en collega's, 2015, een samenvatting van 33 studies. De percentages zijn schattingen per leeftijd.
# todo p-ac6fb3 =

# nl: Hayden en collega's, 2021. De onderzoekers zijn matig zeker van dat cijfer, en niet elke deelnemer haalt het gemiddelde: sommigen winnen meer, anderen minder.
# todo p-5ba551 =

# nl: Pocovi en collega's, 2024. Het gaat om de mediaan: bij de helft van elke groep kwam de pijn vroeger terug, bij de andere helft later of niet.
# todo p-391a92 =
