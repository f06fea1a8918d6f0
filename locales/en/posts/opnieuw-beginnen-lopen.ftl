### Opnieuw beginnen lopen: tien weken zonder haast
### posts/opnieuw-beginnen-lopen/index.md. How to translate: TRANSLATING.md

# nl: Opnieuw beginnen lopen: tien weken zonder haast
# todo title =

# nl: Je longen zijn na drie weken weer mee, je pezen na drie maanden. Een opbouwschema voor wie lang gestopt is, met de fouten die ik zelf ook heb gemaakt.
# todo summary =

# nl: Een wandelende figuur op een pad dat in zachte bochten omhoogloopt tussen groene heuvels, met een lage terracotta zon.
# todo image-alt =

# nl: Het eerste stuk stap je. Dat is geen opwarming, dat is het plan.
# todo image-caption =

# nl: Tekening: Jonas De Backer
# todo image-credit =

# nl: De laatste keer dat ik zelf opnieuw begon, liep ik meteen vijf kilometer. Ik kon dat nog. Mijn longen protesteerden, mijn trots hield vol, en twee dagen later liep ik achterstevoren de trap af. Drie weken nadien had ik een pijnlijke achillespees. Ik ben kinesitherapeut. Kennis beschermt dus maar matig tegen enthousiasme, en daarom schrijf ik het schema op.
# todo p-e0faad =

# nl: Je motor is sneller klaar dan je banden
# todo p-8a39a4 =

# nl: Wie opnieuw begint, voelt vooral zijn adem. Die verbetert vlug: na drie weken gaat dezelfde ronde merkbaar vlotter. Pezen, botten en het kraakbeen in je knie passen zich ook aan, en ze nemen er maanden voor. Tussen week drie en week acht zit je dus met een motor die meer wil dan de banden kunnen hebben. In die weken zien wij de meeste lopers binnenkomen.
# todo p-9b05ab =

# nl: Beginners betalen daar een prijs voor. Per duizend uur lopen telden onderzoekers bij beginnende lopers bijna achttien blessures, bij recreatieve lopers met ervaring bijna acht.[^uur] Lopen is daarmee geen gevaarlijke sport. Je moet er wel in groeien, en de cijfers laten zien dat het eerste jaar het meeste geduld vraagt.
# todo p-2ec9c0 =

# nl: Slecht voor je knieën? Een meta-analyse van 17 studies vond knie- of heupartrose bij 3,5 procent van de recreatieve lopers en bij 10,2 procent van de mensen die niet liepen. Dat bewijst niet dat lopen beschermt, want wie pijn krijgt, stopt. Dat recreatief lopen je knieën opgebruikt, is met zulke cijfers wel moeilijk vol te houden.
# todo p-6c1afe =

# nl: De regel van tien procent, herbekeken
# todo p-e9d0b8 =

# nl: Misschien ken je de tienprocentregel: nooit meer dan tien procent extra per week. Een Nederlandse studie liet 532 beginners trainen met een schema volgens die regel of met een vlotter schema. In beide groepen raakte ongeveer een op de vijf geblesseerd.[^tien] De regel had niets voorkomen.
# todo p-2b0867 =

# nl: In 2025 kwam er een interessante aanvulling. Deense onderzoekers volgden meer dan 5.200 lopers met een sporthorloge, samen goed voor bijna 600.000 loopbeurten. Hoeveel de week in totaal groeide, zei weinig. De afzonderlijke loopbeurt zei meer: wie in één keer ruim tien procent verder liep dan zijn langste afstand van de voorbije dertig dagen, had al een duidelijk hoger risico. Bij meer dan het dubbele was het risico ruim twee keer zo groot.[^deen]
# todo p-7428df =

# nl: Een drukke week vergeeft je lichaam sneller dan één overmoedige zondag.
# todo p-3c5922 =

# nl: Het schema
# todo p-57f8b3 =

# nl: Drie beurten per week, met telkens minstens één dag ertussen. Begin en eindig met vijf minuten stevig stappen; die staan niet in de tabel. Het looptempo is een tempo waarop je een hele zin kunt zeggen. Voel je je daar belachelijk traag bij, dan zit je goed.
# todo p-e6efd0 =

# nl: Week
# todo p-e78041 =

# nl: Lopen
# todo p-2c8fb8 =

# nl: Stappen
# todo p-e1646c =

# nl: Aantal keer
# todo p-53fc94 =

# nl: Totaal gelopen
# todo p-c9750a =

# nl: 1 min
# todo p-75adba =

# nl: 2 min
# todo p-1f94b3 =

# nl: 6 min
# todo p-9a2fd6 =

# nl: 1 min
# todo p-6ad53b =

# nl: 1 min 30
# todo p-3556e5 =

# nl: 8 min
# todo p-a0e457 =

# nl: 2 min
# todo p-c5356d =

# nl: 2 min
# todo p-c5356d3f =

# nl: 10 min
# todo p-836132 =

# nl: 2 min
# todo p-c5356d3f9fa5 =

# nl: 2 min
# todo p-c5356d3f9fa5f024 =

# nl: 8 min, rustweek
# todo p-8a9f1b =

# nl: 3 min
# todo p-00164f =

# nl: 2 min
# todo p-4beff8 =

# nl: 12 min
# todo p-a6bcf4 =

# nl: 4 min
# todo p-b6566e =

# nl: 2 min
# todo p-4beff8d3 =

# nl: 16 min
# todo p-3766a2 =

# nl: 6 min
# todo p-fa0f66 =

# nl: 2 min
# todo p-4beff8d3e913 =

# nl: 18 min
# todo p-db4f78 =

# nl: 5 min
# todo p-53bc57 =

# nl: 2 min
# todo p-4beff8d3e91363a3 =

# nl: 15 min, rustweek
# todo p-01ea0e =

# nl: 10 min
# todo p-3794d3 =

# nl: 2 min
# todo p-17171d =

# nl: 20 min
# todo p-e8b489 =

# nl: 12 min
# todo p-01be7c =

# nl: 2 min
# todo p-17171d6d =

# nl: 24 min
# todo p-cf6377 =

# nl: Sommige trappen in de tabel zijn groter dan tien procent. Dat kan, omdat de hoeveelheden klein zijn en de stappauzes je pezen ontlasten. In week elf loop je voor het eerst twintig minuten aan één stuk. Vanaf dan laat je je langste loopbeurt met niet meer dan ongeveer een tiende groeien. Herhaal een week gerust als ze zwaar viel. Niemand heeft ooit spijt gehad van twaalf weken in plaats van tien.
# todo p-c0c7ce =

# nl: Eerst een drempel
# todo p-6d19f8 =

# nl: Voor je aan week 1 begint, zou je dit moeten kunnen:
# todo p-d1922a =

# nl: een halfuur stevig stappen, drie keer in één week, zonder extra klachten de dag nadien
# todo p-aa06b1 =

# nl: op één been twintig keer op je tenen komen, met twee vingers tegen de muur
# todo p-c4e7e5 =

# nl: lukt tien of meer? Begin gerust, en doe er twee keer per week drie reeksen bij
# todo p-000d58 =

# nl: lukt minder dan tien? Neem eerst zes weken voor [krachttraining](sterker-na-je-vijftigste.md)
# todo p-93fbda =

# nl: tien keer rustig van een trede stappen zonder dat je knie naar binnen zakt van zwakte of pijn
# todo p-fa8404 =

# nl: Vijf dingen die meer uitmaken dan je schoenen
# todo p-8bcb16 =

# nl: **Zet je grenzen vooraf.** Pijn tot 5 op 10 die de volgende ochtend weer weg is, mag. Hoe die kleurcode werkt, lees je bij [wat je lichaam aankan](belasting-en-belastbaarheid.md).
# todo p-7d278e =

# nl: **Zet kleinere passen.** Lopers die hun pasritme met tien procent verhoogden bij dezelfde snelheid, belastten knie en heup merkbaar minder.[^pas] Tel je passen een halve minuut, en doe er de volgende keer een paar bij.
# todo p-6ae3ca =

# nl: **Verander niet alles tegelijk.** Nieuwe schoenen, een bospad en een loopclub in dezelfde week zijn drie experimenten door elkaar.
# todo p-d97b71 =

# nl: **Hou rekening met het donker.** In november is het om halfzes donker. Een fluohesje en een ronde waar je de putten kent, zijn betere blessurepreventie dan een inlegzool op goed geluk.
# todo p-6b3adc =

# nl: **Schrijf één zin per loopbeurt.** ‘Rechterkuit stijf tot aan de kerk, daarna weg.’ Na drie weken zie je patronen die je horloge niet ziet.
# todo p-8230e7 =

# nl: Loop de eerste weken heen en weer in plaats van in een lus. Keer om na de helft van de tijd. Zo sta je nooit drie kilometer van huis met een kuit die niet meer wil.
# todo p-2074ab =

# nl: Wanneer stop je?
# todo p-f280fc =

# nl: Stop en laat je nakijken bij pijn die tijdens het lopen scherper wordt en op één vingertopje van je scheenbeen of voet zit, zeker als stappen de dag nadien ook pijn doet: zo begint een stressfractuur. Bij druk op de borst, hartkloppingen met duizeligheid of ongewone kortademigheid stop je meteen en contacteer je een arts. Gaat het niet snel over, bel 112.
# todo p-b5dc73 =

# nl: Ben je ouder dan vijfenveertig en deed je jaren niets, rook je, of is er hartziekte in je familie? Vraag dan je huisarts om mee te kijken voor je begint. Je hoeft geen atleet te zijn voor dat gesprek, en meestal is het antwoord: doe maar, rustig aan.
# todo p-1cb3f1 =

# nl: Mijn eigen achillespees is intussen vijf jaar klachtenvrij. Ik loop nog altijd het liefst te snel. Het schema hangt op de koelkast, naast de afvalkalender.
# todo p-116585 =

# nl: Videbæk en collega's, 2015: 17,8 blessures per duizend uur bij beginners en 7,7 bij recreatieve lopers. De studies verschilden sterk in wat ze een blessure noemden.
# todo p-42c784 =

# nl: Buist en collega's, 2008: 20,8 procent met het trage schema van dertien weken, 20,3 procent met het gewone schema van acht weken.
# todo p-a88d9d =

# nl: Frandsen en collega's, 2025. Vergeleken met lopers die hooguit tien procent verder gingen: 64 procent hoger bij een sprong van 10 tot 30 procent, 52 procent hoger bij 30 tot 100 procent, 128 procent hoger daarboven. Deelnemers waren gemiddeld 46 jaar en vooral mannen met ervaring.
# todo p-5a2d06 =

# nl: Heiderscheit en collega's, 2011, gemeten op een loopband bij 45 gezonde lopers. Of het ook blessures voorkomt, heeft deze studie niet onderzocht.
# todo p-e226fb =
