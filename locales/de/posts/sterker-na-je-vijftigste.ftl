### Sterker na je vijftigste: twee keer per week volstaat
### posts/sterker-na-je-vijftigste/index.md. How to translate: TRANSLATING.md

# nl: Sterker na je vijftigste: twee keer per week volstaat
title = Stärker ab fünfzig: Zweimal die Woche reicht

# nl: Spierkracht verlies je sneller dan spiermassa, en je wint ze op elke leeftijd terug. Met een stoel, een rugzak en twee keer dertig minuten per week kom je verder dan je denkt.
summary = Muskelkraft verlierst du schneller als Muskelmasse, und du holst sie dir in jedem Alter zurück. Mit einem Stuhl, einem Rucksack und zweimal dreißig Minuten pro Woche kommst du weiter, als du denkst.

# nl: Een stoel met een terracotta handdoek over de leuning, rechts een korte halter en een ronde gewichtsbal, links een plant in een pot.
image-alt = Ein Stuhl mit einem terrakottafarbenen Handtuch über der Lehne, rechts eine Kurzhantel und ein runder Gewichtsball, links eine Pflanze im Topf.

# nl: Veel meer materiaal heb je de eerste maanden niet nodig.
image-caption = Viel mehr Ausrüstung brauchst du in den ersten Monaten nicht.

# nl: Tekening: Jonas De Backer
image-credit = Zeichnung: Jonas De Backer

# nl: Neem een gewone keukenstoel, kruis je armen voor je borst en sta vijf keer zo vlug als je kunt recht. Laat iemand de tijd meten, tot je na de vijfde keer weer zit. Onder de tien seconden? Mooi. Meer dan vijftien? Dan zit je boven de grens die Europese experts gebruiken als een eerste signaal van te weinig spierkracht.[^stoel] Er is op dit moment niets mis met je. Je weet nu wel waar je aan kunt werken.
p-6a3d22 = Nimm einen ganz normalen Küchenstuhl, verschränke die Arme vor der Brust und steh fünfmal auf, so schnell du kannst. Lass jemanden die Zeit stoppen, bis du nach dem fünften Mal wieder sitzt. Unter zehn Sekunden? Prima. Mehr als fünfzehn? Dann liegst du über der Grenze, die europäische Fachleute als erstes Zeichen für zu wenig Muskelkraft verwenden.[^stoel] Mit dir ist gerade alles in Ordnung. Du weißt jetzt nur, woran du arbeiten kannst.

# nl: Kracht is een van die dingen die ongemerkt verdwijnen. Vanaf ongeveer je vijftigste krimpt de spiermassa bij wie niets doet met grofweg één procent per jaar, en de kracht daalt sneller dan de massa. Je merkt het eerst aan kleine dingen: de bokaal die niet meer opengaat, de hand op de knie bij het rechtstaan, de trapleuning die je vroeger niet zag.
p-e3c511 = Kraft gehört zu den Dingen, die unbemerkt verschwinden. Etwa ab fünfzig schrumpft die Muskelmasse bei allen, die nichts tun, um grob ein Prozent pro Jahr, und die Kraft nimmt schneller ab als die Masse. Du merkst es zuerst an Kleinigkeiten: am Schraubglas, das nicht mehr aufgeht, an der Hand auf dem Knie beim Aufstehen, am Treppengeländer, das du früher gar nicht gesehen hast.

# nl: Het is niet te laat, ook niet op je zevenentachtigste
p-870086 = Es ist nicht zu spät, auch nicht mit siebenundachtzig

# nl: In 1994 deden onderzoekers in Boston iets wat velen roekeloos vonden. Ze lieten bewoners van een woonzorgcentrum, gemiddeld 87 jaar oud, tien weken lang drie keer per week stevig beentraining doen. Geen zitgymnastiek met een sjaaltje: zware gewichten, onder begeleiding. De beenkracht nam met 113 procent toe, de deelnemers stapten 12 procent sneller en ze klommen trappen met 28 procent meer vermogen.[^fiat]
p-3ce8e4 = 1994 machten Forschende in Boston etwas, das viele tollkühn fanden. Sie ließen Bewohnerinnen und Bewohner eines Pflegeheims, im Schnitt 87 Jahre alt, zehn Wochen lang dreimal pro Woche ordentlich die Beine trainieren. Keine Sitzgymnastik mit Tüchlein: schwere Gewichte, unter Anleitung. Die Beinkraft stieg um 113 Prozent, die Teilnehmenden gingen 12 Prozent schneller, und beim Treppensteigen brachten sie 28 Prozent mehr Leistung.[^fiat]

# nl: Eén straffe studie is een anekdote met cijfers. Daarom is het Cochrane-overzicht van Liu en Latham zo waardevol: 121 studies, ongeveer 6.700 deelnemers van zestig en ouder. Twee tot drie keer per week oefenen met oplopend gewicht maakte mensen duidelijk sterker. Ze stonden ook vlotter recht uit een stoel, en taken als traplopen en stappen gingen wat beter. Blessures waren zeldzaam, al werden ze niet in elke studie even goed bijgehouden.
p-9e95e5 = Eine einzelne starke Studie ist eine Anekdote mit Zahlen. Darum ist die Cochrane-Übersicht von Liu und Latham so wertvoll: 121 Studien, rund 6.700 Teilnehmende ab sechzig. Zwei- bis dreimal pro Woche mit steigendem Gewicht zu üben, machte die Menschen deutlich stärker. Sie standen auch leichter vom Stuhl auf, und Aufgaben wie Treppensteigen und Gehen klappten etwas besser. Verletzungen waren selten, allerdings wurden sie nicht in jeder Studie gleich gut erfasst.

# nl: Je spieren weten niet hoe oud je bent. Ze weten alleen wat je deze week van hen vroeg.
p-f70a25 = Deine Muskeln wissen nicht, wie alt du bist. Sie wissen nur, was du diese Woche von ihnen verlangt hast.

# nl: Wat kracht wel en niet voor je doet
p-f930e6 = Was Kraft für dich tut und was nicht

# nl: Vallen
p-ed52d4 = Stürze

# nl: Een op de drie 65-plussers valt minstens één keer per jaar. Oefenprogramma's brengen het aantal valpartijen met ongeveer 23 procent omlaag, en programma's die evenwicht en functionele oefeningen met kracht combineren met ongeveer 34 procent.[^val] Alleen gewichten heffen is daar dus niet genoeg voor: zet er altijd een evenwichtsoefening bij. Tandenpoetsen op één been telt, met het aanrecht of de wastafel binnen handbereik.
p-0a9457 = Von den Menschen ab 65 stürzt jeder dritte mindestens einmal im Jahr. Übungsprogramme senken die Zahl der Stürze um etwa 23 Prozent, und Programme, die Gleichgewicht und funktionelle Übungen mit Kraft kombinieren, um etwa 34 Prozent.[^val] Nur Gewichte zu heben, reicht dafür also nicht: Nimm immer eine Gleichgewichtsübung dazu. Zähneputzen auf einem Bein zählt, mit der Arbeitsplatte oder dem Waschbecken in Griffweite.

# nl: Botten
p-96e886 = Knochen

# nl: Bot wordt sterker van stevige prikkels. Aan de Australische LIFTMOR-studie deden 101 vrouwen mee, na de menopauze en met een lage botdichtheid. De helft trainde twee keer een halfuur per week, heel zwaar en met sprongen erbij. Na acht maanden was bij hen de botdichtheid van de onderrug er met 2,9 procent op vooruitgegaan. In de vergelijkingsgroep, die thuis licht oefende, ging er 1,2 procent af. Belangrijk detail: elke training stond onder toezicht, in kleine groepjes. Dit is geen programma om met osteoporose op je eentje in de garage te proberen.
p-40c177 = Knochen werden durch kräftige Reize stärker. An der australischen LIFTMOR-Studie nahmen 101 Frauen nach den Wechseljahren mit niedriger Knochendichte teil. Die Hälfte trainierte zweimal eine halbe Stunde pro Woche, sehr schwer und mit Sprüngen dazu. Nach acht Monaten hatte bei ihnen die Knochendichte im unteren Rücken um 2,9 Prozent zugenommen. In der Vergleichsgruppe, die zu Hause leicht übte, ging sie um 1,2 Prozent zurück. Wichtiges Detail: Jedes Training fand unter Aufsicht statt, in kleinen Gruppen. Das ist kein Programm, das du mit Osteoporose allein in der Garage ausprobieren solltest.

# nl: Pijn en gewicht
p-c6c389 = Schmerz und Gewicht

# nl: Bij artrose van knie en heup hoort oefenen tot de basis van de behandeling. Voor gewichtsverlies mag je van krachttraining niet te veel verwachten: een halfuur verbrandt minder dan één stuk rijsttaart. Je houdt er wel spieren mee over als je om een andere reden vermagert.
p-711a2e = Bei Arthrose in Knie und Hüfte gehört Üben zur Basis der Behandlung. Fürs Abnehmen darfst du vom Krafttraining nicht zu viel erwarten: Eine halbe Stunde verbrennt weniger, als in einem Stück Reisfladen steckt. Es hilft dir aber, Muskeln zu behalten, wenn du aus einem anderen Grund abnimmst.

# nl: Ons keukenschema
p-8f8760 = Unser Küchentraining

# nl: De Wereldgezondheidsorganisatie vraagt volwassenen om minstens twee dagen per week de grote spiergroepen te trainen, en 65-plussers om daar op minstens drie dagen ook evenwicht bij te nemen. Dit schema past in een halfuur. Twee dagen met minstens één dag ertussen is genoeg om te beginnen.
p-a4a6af = Die Weltgesundheitsorganisation empfiehlt Erwachsenen, an mindestens zwei Tagen pro Woche die großen Muskelgruppen zu trainieren, und Menschen ab 65, an mindestens drei Tagen zusätzlich das Gleichgewicht zu üben. Dieser Plan passt in eine halbe Stunde. Zwei Tage mit mindestens einem Tag dazwischen reichen für den Anfang.

# nl: Oefening
p-d37bf8 = Übung

# nl: Waarmee
p-8b9b1a = Womit

# nl: Start
p-e4bb9f = Start

# nl: Na twaalf weken
p-c0c4a4 = Nach zwölf Wochen

# nl: Rechtstaan uit een stoel
p-93f517 = Aufstehen vom Stuhl

# nl: eigen gewicht, later een rugzak
p-67e3d7 = eigenes Gewicht, später ein Rucksack

# nl: 3 × 10 met 5 kg
p-d0d15c = 3 × 10 mit 5 kg

# nl: Duwen tegen het aanrecht
p-877ed1 = Liegestütze an der Arbeitsplatte

# nl: eigen gewicht
p-862121 = eigenes Gewicht

# nl: Roeien
p-5ad553 = Rudern

# nl: elastiek aan de deurklink
p-180cab = Gummiband an der Türklinke

# nl: 3 × 12, stuggere band
p-e7a1eb = 3 × 12, stärkeres Band

# nl: Op de tenen staan
p-e6f9c9 = Zehenstand

# nl: trede, hand aan de leuning
p-1873eb = Stufe, Hand am Geländer

# nl: 3 × 12 op één been
p-f5397c = 3 × 12 auf einem Bein

# nl: Boodschappen dragen
p-c256cc = Einkäufe tragen

# nl: twee tassen
p-a69376 = zwei Taschen

# nl: 2 × 20 m
p-1d0582 = 2 × 20 m

# nl: 3 × 40 m, 6 kg per hand
p-022d01 = 3 × 40 m, 6 kg pro Hand

# nl: De kilo's in de laatste kolom zijn een voorbeeld voor iemand die gezond is en vlot vooruitgaat. Het belangrijkste getal staat niet in de tabel. Dat is het aantal herhalingen dat je op het einde van een reeks *nog over* hebt. Stop als je er nog twee of drie in je hebt. Heb je er na de laatste nog zes over, dan mag er gewicht bij.
p-3363b6 = Die Kilos in der letzten Spalte sind ein Beispiel für jemanden, der gesund ist und gut vorankommt. Die wichtigste Zahl steht nicht in der Tabelle. Das ist die Zahl der Wiederholungen, die du am Ende eines Durchgangs *noch übrig* hast. Hör auf, wenn noch zwei oder drei in dir stecken. Hast du nach der letzten noch sechs übrig, darf Gewicht dazukommen.

# nl: Vier afspraken met jezelf
p-5b84d8 = Vier Abmachungen mit dir selbst

# nl: **Zet het in je agenda.** Dinsdag en vrijdag om halfzes werkt beter dan ‘ergens deze week’.
p-ee6dbf = **Trag es in deinen Kalender ein.** Dienstag und Freitag um halb sechs funktioniert besser als „irgendwann diese Woche“.

# nl: **Schrijf op wat je deed.** Een schriftje op de koelkast. Na acht weken is dat schriftje je beste motivatie.
p-157db0 = **Schreib auf, was du gemacht hast.** Ein kleines Heft auf dem Kühlschrank. Nach acht Wochen ist dieses Heft deine beste Motivation.

# nl: **Verhoog pas na twee vlotte beurten.** Lukt alles twee keer na elkaar met twee herhalingen over, dan doe je er iets bij. Zo blijf je binnen [wat je lichaam aankan](belasting-en-belastbaarheid.md).
p-256e82 = **Steigere erst nach zwei lockeren Einheiten.** Klappt alles zweimal hintereinander mit zwei Wiederholungen in Reserve, legst du etwas drauf. So bleibst du bei dem, [was dein Körper verkraftet](belasting-en-belastbaarheid.md).

# nl: **Verwacht stijve dagen.** Spierpijn die na twee of drie dagen weg is, hoort bij een nieuwe prikkel. Krampen zijn iets anders: zie [wat magnesium daaraan doet](magnesium-en-spierkrampen.md).
p-3d19b1 = **Rechne mit steifen Tagen.** Muskelkater, der nach zwei oder drei Tagen weg ist, gehört zu einem neuen Reiz dazu. Krämpfe sind etwas anderes: Lies, [was Magnesium dagegen ausrichtet](magnesium-en-spierkrampen.md).

# nl: Overleg eerst met je huisarts als je pijn op de borst krijgt bij inspanning, als je flauwvalt, als je hartfalen of een bloeddruk hebt die moeilijk onder controle raakt, of na een recente breuk of operatie. Zet je adem tijdens het heffen nooit vast: blaas uit als het zwaar wordt.
p-a4ad15 = Sprich zuerst mit deiner Hausarztpraxis, wenn du bei Anstrengung Schmerzen in der Brust bekommst, wenn du ohnmächtig wirst, wenn du eine Herzschwäche hast oder einen Blutdruck, der sich schwer einstellen lässt, oder wenn ein Knochenbruch oder eine Operation noch nicht lange zurückliegt. Halte beim Heben nie die Luft an: Atme aus, wenn es schwer wird.

# nl: Eet na je training iets met eiwit waar je zin in hebt: een kom platte kaas, twee eieren, een bord linzensoep. Eiwitpoeder is handig voor wie weinig eetlust heeft, en voor de meeste anderen vooral duur.
p-cb6826 = Iss nach dem Training etwas mit Eiweiß, worauf du Lust hast: eine Schale Quark, zwei Eier, einen Teller Linsensuppe. Eiweißpulver ist praktisch für alle, die wenig Appetit haben, und für die meisten anderen vor allem teuer.

# nl: De eerste zes weken gebeurt er iets in je hoofd
p-ece67b = In den ersten sechs Wochen passiert etwas in deinem Kopf

# nl: De snelste winst komt niet van grotere spieren. In de eerste weken leert je zenuwstelsel om meer spiervezels tegelijk en in de juiste volgorde aan te sturen. Daarom word je al sterker voor iemand het kan zien. De spier zelf heeft meer tijd nodig: reken op twee tot drie maanden voor je broek er iets van merkt. Wie na vier weken stopt omdat er ‘niets gebeurt’, stopt vlak voor het leuke stuk.
p-4cb0ce = Der schnellste Gewinn kommt nicht von größeren Muskeln. In den ersten Wochen lernt dein Nervensystem, mehr Muskelfasern gleichzeitig und in der richtigen Reihenfolge anzusteuern. Darum wirst du schon stärker, bevor es jemand sehen kann. Der Muskel selbst braucht mehr Zeit: Rechne mit zwei bis drei Monaten, bis deine Hose etwas davon merkt. Wer nach vier Wochen aufhört, weil „nichts passiert“, hört kurz vor dem schönen Teil auf.

# nl: Doe over twaalf weken de stoeltest opnieuw, op dezelfde stoel en met dezelfde schoenen. Kom hem gerust bij ons doen, wij hebben een chronometer en een stoel die niet wegschuift.
p-20bad2 = Mach den Stuhltest in zwölf Wochen noch einmal, auf demselben Stuhl und mit denselben Schuhen. Komm dafür gern zu uns, wir haben eine Stoppuhr und einen Stuhl, der nicht wegrutscht.

# nl: Cruz-Jentoft en collega's, 2019. Meer dan 15 seconden voor vijf keer rechtstaan wijst op ‘waarschijnlijke sarcopenie’. Pijnlijke knieën of een lage zetel geven hetzelfde resultaat, dus de test is een begin en geen diagnose.
p-655acd = Cruz-Jentoft und Team, 2019. Mehr als 15 Sekunden für fünfmaliges Aufstehen weisen auf eine „wahrscheinliche Sarkopenie“ hin. Schmerzende Knie oder ein niedriger Sessel führen zum selben Ergebnis, der Test ist also ein Anfang und keine Diagnose.

# nl: Fiatarone en collega's, 1994. Honderd deelnemers, van wie de helft krachttraining deed. De toename van 113 procent is gemeten op de trainingstoestellen zelf, waar je ook beter wordt door te oefenen.
p-b5b641 = Fiatarone und Team, 1994. Hundert Teilnehmende, von denen die Hälfte Krafttraining machte. Die Zunahme von 113 Prozent wurde an den Trainingsgeräten selbst gemessen, an denen man auch durch Übung besser wird.

# nl: Sherrington en collega's, 2019: 108 studies met ruim 23.000 deelnemers. De zekerheid is hoog voor oefenen in het algemeen, matig voor de combinatie met krachttraining.
p-a61e86 = Sherrington und Team, 2019: 108 Studien mit gut 23.000 Teilnehmenden. Die Sicherheit der Ergebnisse ist hoch für Übungen im Allgemeinen, mäßig für die Kombination mit Krafttraining.
