### Sterker na je vijftigste: twee keer per week volstaat
### Made from posts/sterker-na-je-vijftigste/index.md by `postduif sync`: edit the post, not this file.

# title
title = Sterker na je vijftigste: twee keer per week volstaat

# summary
summary = Spierkracht verlies je sneller dan spiermassa, en je wint ze op elke leeftijd terug. Met een stoel, een rugzak en twee keer dertig minuten per week kom je verder dan je denkt.

# what the picture shows, for who cannot see it
image-alt = Een stoel met een terracotta handdoek over de leuning, rechts een korte halter en een ronde gewichtsbal, links een plant in een pot.

# caption of the picture
image-caption = Veel meer materiaal heb je de eerste maanden niet nodig.

# credit of the picture
image-credit = Tekening: Jonas De Backer

# paragraph
p-6a3d22 = Neem een gewone keukenstoel, kruis je armen voor je borst en sta vijf keer zo vlug als je kunt recht. Laat iemand de tijd meten, tot je na de vijfde keer weer zit. Onder de tien seconden? Mooi. Meer dan vijftien? Dan zit je boven de grens die Europese experts gebruiken als een eerste signaal van te weinig spierkracht.[^stoel] Er is op dit moment niets mis met je. Je weet nu wel waar je aan kunt werken.

# paragraph
p-e3c511 = Kracht is een van die dingen die ongemerkt verdwijnen. Vanaf ongeveer je vijftigste krimpt de spiermassa bij wie niets doet met grofweg één procent per jaar, en de kracht daalt sneller dan de massa. Je merkt het eerst aan kleine dingen: de bokaal die niet meer opengaat, de hand op de knie bij het rechtstaan, de trapleuning die je vroeger niet zag.

# heading
p-870086 = Het is niet te laat, ook niet op je zevenentachtigste

# paragraph
p-3ce8e4 = In 1994 deden onderzoekers in Boston iets wat velen roekeloos vonden. Ze lieten bewoners van een woonzorgcentrum, gemiddeld 87 jaar oud, tien weken lang drie keer per week stevig beentraining doen. Geen zitgymnastiek met een sjaaltje: zware gewichten, onder begeleiding. De beenkracht nam met 113 procent toe, de deelnemers stapten 12 procent sneller en ze klommen trappen met 28 procent meer vermogen.[^fiat]

# paragraph
p-9e95e5 = Eén straffe studie is een anekdote met cijfers. Daarom is het Cochrane-overzicht van Liu en Latham zo waardevol: 121 studies, ongeveer 6.700 deelnemers van zestig en ouder. Twee tot drie keer per week oefenen met oplopend gewicht maakte mensen duidelijk sterker. Ze stonden ook vlotter recht uit een stoel, en taken als traplopen en stappen gingen wat beter. Blessures waren zeldzaam, al werden ze niet in elke studie even goed bijgehouden.

# quote
p-f70a25 = Je spieren weten niet hoe oud je bent. Ze weten alleen wat je deze week van hen vroeg.

# heading
p-f930e6 = Wat kracht wel en niet voor je doet

# heading
p-ed52d4 = Vallen

# paragraph
p-0a9457 = Een op de drie 65-plussers valt minstens één keer per jaar. Oefenprogramma's brengen het aantal valpartijen met ongeveer 23 procent omlaag, en programma's die evenwicht en functionele oefeningen met kracht combineren met ongeveer 34 procent.[^val] Alleen gewichten heffen is daar dus niet genoeg voor: zet er altijd een evenwichtsoefening bij. Tandenpoetsen op één been telt, met het aanrecht of de wastafel binnen handbereik.

# heading
p-96e886 = Botten

# paragraph
p-40c177 = Bot wordt sterker van stevige prikkels. Aan de Australische LIFTMOR-studie deden 101 vrouwen mee, na de menopauze en met een lage botdichtheid. De helft trainde twee keer een halfuur per week, heel zwaar en met sprongen erbij. Na acht maanden was bij hen de botdichtheid van de onderrug er met 2,9 procent op vooruitgegaan. In de vergelijkingsgroep, die thuis licht oefende, ging er 1,2 procent af. Belangrijk detail: elke training stond onder toezicht, in kleine groepjes. Dit is geen programma om met osteoporose op je eentje in de garage te proberen.

# heading
p-c6c389 = Pijn en gewicht

# paragraph
p-711a2e = Bij artrose van knie en heup hoort oefenen tot de basis van de behandeling. Voor gewichtsverlies mag je van krachttraining niet te veel verwachten: een halfuur verbrandt minder dan één stuk rijsttaart. Je houdt er wel spieren mee over als je om een andere reden vermagert.

# heading
p-8f8760 = Ons keukenschema

# paragraph
p-a4a6af = De Wereldgezondheidsorganisatie vraagt volwassenen om minstens twee dagen per week de grote spiergroepen te trainen, en 65-plussers om daar op minstens drie dagen ook evenwicht bij te nemen. Dit schema past in een halfuur. Twee dagen met minstens één dag ertussen is genoeg om te beginnen.

# cell of a table
p-d37bf8 = Oefening

# cell of a table
p-8b9b1a = Waarmee

# cell of a table
p-e4bb9f = Start

# cell of a table
p-c0c4a4 = Na twaalf weken

# cell of a table
p-93f517 = Rechtstaan uit een stoel

# cell of a table
p-67e3d7 = eigen gewicht, later een rugzak

# cell of a table
p-d0d15c = 3 × 10 met 5 kg

# cell of a table
p-877ed1 = Duwen tegen het aanrecht

# cell of a table
p-862121 = eigen gewicht

# cell of a table
p-5ad553 = Roeien

# cell of a table
p-180cab = elastiek aan de deurklink

# cell of a table
p-e7a1eb = 3 × 12, stuggere band

# cell of a table
p-e6f9c9 = Op de tenen staan

# cell of a table
p-1873eb = trede, hand aan de leuning

# cell of a table
p-f5397c = 3 × 12 op één been

# cell of a table
p-c256cc = Boodschappen dragen

# cell of a table
p-a69376 = twee tassen

# cell of a table
p-1d0582 = 2 × 20 m

# cell of a table
p-022d01 = 3 × 40 m, 6 kg per hand

# paragraph
p-3363b6 = De kilo's in de laatste kolom zijn een voorbeeld voor iemand die gezond is en vlot vooruitgaat. Het belangrijkste getal staat niet in de tabel. Dat is het aantal herhalingen dat je op het einde van een reeks *nog over* hebt. Stop als je er nog twee of drie in je hebt. Heb je er na de laatste nog zes over, dan mag er gewicht bij.

# heading
p-5b84d8 = Vier afspraken met jezelf

# item of a list
p-ee6dbf = **Zet het in je agenda.** Dinsdag en vrijdag om halfzes werkt beter dan ‘ergens deze week’.

# item of a list
p-157db0 = **Schrijf op wat je deed.** Een schriftje op de koelkast. Na acht weken is dat schriftje je beste motivatie.

# item of a list
p-256e82 = **Verhoog pas na twee vlotte beurten.** Lukt alles twee keer na elkaar met twee herhalingen over, dan doe je er iets bij. Zo blijf je binnen [wat je lichaam aankan](belasting-en-belastbaarheid.md).

# item of a list
p-3d19b1 = **Verwacht stijve dagen.** Spierpijn die na twee of drie dagen weg is, hoort bij een nieuwe prikkel. Krampen zijn iets anders: zie [wat magnesium daaraan doet](magnesium-en-spierkrampen.md).

# text of the box
p-a4ad15 = Overleg eerst met je huisarts als je pijn op de borst krijgt bij inspanning, als je flauwvalt, als je hartfalen of een bloeddruk hebt die moeilijk onder controle raakt, of na een recente breuk of operatie. Zet je adem tijdens het heffen nooit vast: blaas uit als het zwaar wordt.

# text of the box
p-cb6826 = Eet na je training iets met eiwit waar je zin in hebt: een kom platte kaas, twee eieren, een bord linzensoep. Eiwitpoeder is handig voor wie weinig eetlust heeft, en voor de meeste anderen vooral duur.

# heading
p-ece67b = De eerste zes weken gebeurt er iets in je hoofd

# paragraph
p-4cb0ce = De snelste winst komt niet van grotere spieren. In de eerste weken leert je zenuwstelsel om meer spiervezels tegelijk en in de juiste volgorde aan te sturen. Daarom word je al sterker voor iemand het kan zien. De spier zelf heeft meer tijd nodig: reken op twee tot drie maanden voor je broek er iets van merkt. Wie na vier weken stopt omdat er ‘niets gebeurt’, stopt vlak voor het leuke stuk.

# paragraph
p-20bad2 = Doe over twaalf weken de stoeltest opnieuw, op dezelfde stoel en met dezelfde schoenen. Kom hem gerust bij ons doen, wij hebben een chronometer en een stoel die niet wegschuift.

# footnote
p-655acd = Cruz-Jentoft en collega's, 2019. Meer dan 15 seconden voor vijf keer rechtstaan wijst op ‘waarschijnlijke sarcopenie’. Pijnlijke knieën of een lage zetel geven hetzelfde resultaat, dus de test is een begin en geen diagnose.

# footnote
p-b5b641 = Fiatarone en collega's, 1994. Honderd deelnemers, van wie de helft krachttraining deed. De toename van 113 procent is gemeten op de trainingstoestellen zelf, waar je ook beter wordt door te oefenen.

# footnote
p-a61e86 = Sherrington en collega's, 2019: 108 studies met ruim 23.000 deelnemers. De zekerheid is hoog voor oefenen in het algemeen, matig voor de combinatie met krachttraining.
