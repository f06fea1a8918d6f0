### Sterker na je vijftigste: twee keer per week volstaat
### posts/sterker-na-je-vijftigste/index.md. How to translate: TRANSLATING.md

# nl: Sterker na je vijftigste: twee keer per week volstaat
# todo title =

# nl: Spierkracht verlies je sneller dan spiermassa, en je wint ze op elke leeftijd terug. Met een stoel, een rugzak en twee keer dertig minuten per week kom je verder dan je denkt.
# todo summary =

# nl: Een stoel met een terracotta handdoek over de leuning, rechts een korte halter en een ronde gewichtsbal, links een plant in een pot.
# todo image-alt =

# nl: Veel meer materiaal heb je de eerste maanden niet nodig.
# todo image-caption =

# nl: Tekening: Jonas De Backer
# todo image-credit =

# nl: Neem een gewone keukenstoel, kruis je armen voor je borst en sta vijf keer zo vlug als je kunt recht. Laat iemand de tijd meten, tot je na de vijfde keer weer zit. Onder de tien seconden? Mooi. Meer dan vijftien? Dan zit je boven de grens die Europese experts gebruiken als een eerste signaal van te weinig spierkracht.[^stoel] Er is op dit moment niets mis met je. Je weet nu wel waar je aan kunt werken.
# todo p-6a3d22 =

# nl: Kracht is een van die dingen die ongemerkt verdwijnen. Vanaf ongeveer je vijftigste krimpt de spiermassa bij wie niets doet met grofweg één procent per jaar, en de kracht daalt sneller dan de massa. Je merkt het eerst aan kleine dingen: de bokaal die niet meer opengaat, de hand op de knie bij het rechtstaan, de trapleuning die je vroeger niet zag.
# todo p-e3c511 =

# nl: Het is niet te laat, ook niet op je zevenentachtigste
# todo p-870086 =

# nl: In 1994 deden onderzoekers in Boston iets wat velen roekeloos vonden. Ze lieten bewoners van een woonzorgcentrum, gemiddeld 87 jaar oud, tien weken lang drie keer per week stevig beentraining doen. Geen zitgymnastiek met een sjaaltje: zware gewichten, onder begeleiding. De beenkracht nam met 113 procent toe, de deelnemers stapten 12 procent sneller en ze klommen trappen met 28 procent meer vermogen.[^fiat]
# todo p-3ce8e4 =

# nl: Eén straffe studie is een anekdote met cijfers. Daarom is het Cochrane-overzicht van Liu en Latham zo waardevol: 121 studies, ongeveer 6.700 deelnemers van zestig en ouder. Twee tot drie keer per week oefenen met oplopend gewicht maakte mensen duidelijk sterker. Ze stonden ook vlotter recht uit een stoel, en taken als traplopen en stappen gingen wat beter. Blessures waren zeldzaam, al werden ze niet in elke studie even goed bijgehouden.
# todo p-9e95e5 =

# nl: Je spieren weten niet hoe oud je bent. Ze weten alleen wat je deze week van hen vroeg.
# todo p-f70a25 =

# nl: Wat kracht wel en niet voor je doet
# todo p-f930e6 =

# nl: Vallen
# todo p-ed52d4 =

# nl: Een op de drie 65-plussers valt minstens één keer per jaar. Oefenprogramma's brengen het aantal valpartijen met ongeveer 23 procent omlaag, en programma's die evenwicht en functionele oefeningen met kracht combineren met ongeveer 34 procent.[^val] Alleen gewichten heffen is daar dus niet genoeg voor: zet er altijd een evenwichtsoefening bij. Tandenpoetsen op één been telt, met het aanrecht of de wastafel binnen handbereik.
# todo p-0a9457 =

# nl: Botten
# todo p-96e886 =

# nl: Bot wordt sterker van stevige prikkels. In de Australische LIFTMOR-studie trainden 101 vrouwen na de menopauze met een lage botdichtheid twee keer een halfuur per week, heel zwaar en met sprongen erbij. Na acht maanden was de botdichtheid van de onderrug er met 2,9 procent op vooruitgegaan. In de vergelijkingsgroep, die thuis licht oefende, ging er 1,2 procent af. Belangrijk detail: elke training stond onder toezicht, in kleine groepjes. Dit is geen programma om met osteoporose op je eentje in de garage te proberen.
# todo p-40c177 =

# nl: Pijn en gewicht
# todo p-c6c389 =

# nl: Bij artrose van knie en heup hoort oefenen tot de basis van de behandeling. Voor gewichtsverlies mag je van krachttraining niet te veel verwachten: een halfuur verbrandt minder dan één stuk rijsttaart. Je houdt er wel spieren mee over als je om een andere reden vermagert.
# todo p-711a2e =

# nl: Ons keukenschema
# todo p-8f8760 =

# nl: De Wereldgezondheidsorganisatie vraagt volwassenen om minstens twee dagen per week de grote spiergroepen te trainen, en 65-plussers om daar op minstens drie dagen ook evenwicht bij te nemen. Dit schema past in een halfuur. Twee dagen met minstens één dag ertussen is genoeg om te beginnen.
# todo p-a4a6af =

# nl: Oefening
# todo p-d37bf8 =

# nl: Waarmee
# todo p-8b9b1a =

# nl: Start
# todo p-e4bb9f =

# nl: Na twaalf weken
# todo p-c0c4a4 =

# nl: Rechtstaan uit een stoel
# todo p-93f517 =

# nl: eigen gewicht, later een rugzak
# todo p-67e3d7 =

# nl: 3 × 10 met 5 kg
# todo p-d0d15c =

# nl: Duwen tegen het aanrecht
# todo p-877ed1 =

# nl: eigen gewicht
# todo p-862121 =

# nl: Roeien
# todo p-5ad553 =

# nl: elastiek aan de deurklink
# todo p-180cab =

# nl: 3 × 12, stuggere band
# todo p-e7a1eb =

# nl: Op de tenen staan
# todo p-e6f9c9 =

# nl: trede, hand aan de leuning
# todo p-1873eb =

# nl: 3 × 12 op één been
# todo p-f5397c =

# nl: Boodschappen dragen
# todo p-c256cc =

# nl: twee tassen
# todo p-a69376 =

# nl: 2 × 20 m
# todo p-1d0582 =

# nl: 3 × 40 m, 6 kg per hand
# todo p-022d01 =

# nl: De kilo's in de laatste kolom zijn een voorbeeld voor iemand die gezond is en vlot vooruitgaat. Het belangrijkste getal staat niet in de tabel. Dat is het aantal herhalingen dat je op het einde van een reeks *nog over* hebt. Stop als je er nog twee of drie in je hebt. Heb je er na de laatste nog zes over, dan mag er gewicht bij.
# todo p-3363b6 =

# nl: Vier afspraken met jezelf
# todo p-5b84d8 =

# nl: **Zet het in je agenda.** Dinsdag en vrijdag om halfzes werkt beter dan ‘ergens deze week’.
# todo p-ee6dbf =

# nl: **Schrijf op wat je deed.** Een schriftje op de koelkast. Na acht weken is dat schriftje je beste motivatie.
# todo p-157db0 =

# nl: **Verhoog pas na twee vlotte beurten.** Lukt alles twee keer na elkaar met twee herhalingen over, dan doe je er iets bij. Zo blijf je binnen [wat je lichaam aankan](belasting-en-belastbaarheid.md).
# todo p-256e82 =

# nl: **Verwacht stijve dagen.** Spierpijn die na twee of drie dagen weg is, hoort bij een nieuwe prikkel. Krampen zijn iets anders: zie [wat magnesium daaraan doet](magnesium-en-spierkrampen.md).
# todo p-3d19b1 =

# nl: Overleg eerst met je huisarts als je pijn op de borst krijgt bij inspanning, als je flauwvalt, als je hartfalen of een bloeddruk hebt die moeilijk onder controle raakt, of na een recente breuk of operatie. Zet je adem tijdens het heffen nooit vast: blaas uit als het zwaar wordt.
# todo p-a4ad15 =

# nl: Eet na je training iets met eiwit waar je zin in hebt: een kom platte kaas, twee eieren, een bord linzensoep. Eiwitpoeder is handig voor wie weinig eetlust heeft, en voor de meeste anderen vooral duur.
# todo p-cb6826 =

# nl: De eerste zes weken gebeurt er iets in je hoofd
# todo p-ece67b =

# nl: De snelste winst komt niet van grotere spieren. In de eerste weken leert je zenuwstelsel om meer spiervezels tegelijk en in de juiste volgorde aan te sturen. Daarom word je al sterker voor iemand het kan zien. De spier zelf heeft meer tijd nodig: reken op twee tot drie maanden voor je broek er iets van merkt. Wie na vier weken stopt omdat er ‘niets gebeurt’, stopt vlak voor het leuke stuk.
# todo p-4cb0ce =

# nl: Doe over twaalf weken de stoeltest opnieuw, op dezelfde stoel en met dezelfde schoenen. Kom hem gerust bij ons doen, wij hebben een chronometer en een stoel die niet wegschuift.
# todo p-20bad2 =

# nl: Cruz-Jentoft en collega's, 2019. Meer dan 15 seconden voor vijf keer rechtstaan wijst op ‘waarschijnlijke sarcopenie’. Pijnlijke knieën of een lage zetel geven hetzelfde resultaat, dus de test is een begin en geen diagnose.
# todo p-655acd =

# nl: Fiatarone en collega's, 1994. Honderd deelnemers, van wie de helft krachttraining deed. De toename van 113 procent is gemeten op de trainingstoestellen zelf, waar je ook beter wordt door te oefenen.
# todo p-b5b641 =

# nl: Sherrington en collega's, 2019: 108 studies met ruim 23.000 deelnemers. De zekerheid is hoog voor oefenen in het algemeen, matig voor de combinatie met krachttraining.
# todo p-a61e86 =
