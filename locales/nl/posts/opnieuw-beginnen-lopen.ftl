### Opnieuw beginnen lopen: tien weken zonder haast
### Made from posts/opnieuw-beginnen-lopen/index.md by `postduif sync`: edit the post, not this file.

# title
title = Opnieuw beginnen lopen: tien weken zonder haast

# summary
summary = Je longen zijn na drie weken weer mee, je pezen na drie maanden. Een opbouwschema voor wie lang gestopt is, met de fouten die ik zelf ook heb gemaakt.

# what the picture shows, for who cannot see it
image-alt = Een wandelende figuur op een pad dat in zachte bochten omhoogloopt tussen groene heuvels, met een lage terracotta zon.

# caption of the picture
image-caption = Het eerste stuk stap je. Dat is geen opwarming, dat is het plan.

# credit of the picture
image-credit = Tekening: Jonas De Backer

# paragraph
p-e0faad = De laatste keer dat ik zelf opnieuw begon, liep ik meteen vijf kilometer. Ik kon dat nog. Mijn longen protesteerden, mijn trots hield vol, en twee dagen later liep ik achterstevoren de trap af. Drie weken nadien had ik een pijnlijke achillespees. Ik ben kinesitherapeut. Kennis beschermt dus maar matig tegen enthousiasme, en daarom schrijf ik het schema op.

# heading
p-8a39a4 = Je motor is sneller klaar dan je banden

# paragraph
p-9b05ab = Wie opnieuw begint, voelt vooral zijn adem. Die verbetert vlug: na drie weken gaat dezelfde ronde merkbaar vlotter. Pezen, botten en het kraakbeen in je knie passen zich ook aan, en ze nemen er maanden voor. Tussen week drie en week acht zit je dus met een motor die meer wil dan de banden kunnen hebben. In die weken zien wij de meeste lopers binnenkomen.

# paragraph
p-2ec9c0 = Beginners betalen daar een prijs voor. Per duizend uur lopen telden onderzoekers bij beginnende lopers bijna achttien blessures, bij recreatieve lopers met ervaring bijna acht.[^uur] Lopen is daarmee geen gevaarlijke sport. Je moet er wel in groeien, en de cijfers laten zien dat het eerste jaar het meeste geduld vraagt.

# text of the box
p-6c1afe = Slecht voor je knieën? Een meta-analyse van 17 studies vond knie- of heupartrose bij 3,5 procent van de recreatieve lopers en bij 10,2 procent van de mensen die niet liepen. Dat bewijst niet dat lopen beschermt, want wie pijn krijgt, stopt. Dat recreatief lopen je knieën opgebruikt, is met zulke cijfers wel moeilijk vol te houden.

# heading
p-e9d0b8 = De regel van tien procent, herbekeken

# paragraph
p-2b0867 = Misschien ken je de tienprocentregel: nooit meer dan tien procent extra per week. Een Nederlandse studie liet 532 beginners trainen met een schema volgens die regel of met een vlotter schema. In beide groepen raakte ongeveer een op de vijf geblesseerd.[^tien] De regel had niets voorkomen.

# paragraph
p-7428df = In 2025 kwam er een interessante aanvulling. Deense onderzoekers volgden meer dan 5.200 lopers met een sporthorloge, samen goed voor bijna 600.000 loopbeurten. Hoeveel de week in totaal groeide, zei weinig. De afzonderlijke loopbeurt zei meer: wie in één keer ruim tien procent verder liep dan zijn langste afstand van de voorbije dertig dagen, had al een duidelijk hoger risico. Bij meer dan het dubbele was het risico ruim twee keer zo groot.[^deen]

# quote
p-3c5922 = Een drukke week vergeeft je lichaam sneller dan één overmoedige zondag.

# heading
p-57f8b3 = Het schema

# paragraph
p-e6efd0 = Drie beurten per week, met telkens minstens één dag ertussen. Begin en eindig met vijf minuten stevig stappen; die staan niet in de tabel. Het looptempo is een tempo waarop je een hele zin kunt zeggen. Voel je je daar belachelijk traag bij, dan zit je goed.

# cell of a table
p-e78041 = Week

# cell of a table
p-2c8fb8 = Lopen

# cell of a table
p-e1646c = Stappen

# cell of a table
p-53fc94 = Aantal keer

# cell of a table
p-c9750a = Totaal gelopen

# cell of a table
p-75adba = 1 min

# cell of a table
p-1f94b3 = 2 min

# cell of a table
p-9a2fd6 = 6 min

# cell of a table
p-6ad53b = 1 min

# cell of a table
p-3556e5 = 1 min 30

# cell of a table
p-a0e457 = 8 min

# cell of a table
p-c5356d = 2 min

# cell of a table
p-c5356d3f = 2 min

# cell of a table
p-836132 = 10 min

# cell of a table
p-c5356d3f9fa5 = 2 min

# cell of a table
p-c5356d3f9fa5f024 = 2 min

# cell of a table
p-8a9f1b = 8 min, rustweek

# cell of a table
p-00164f = 3 min

# cell of a table
p-4beff8 = 2 min

# cell of a table
p-a6bcf4 = 12 min

# cell of a table
p-b6566e = 4 min

# cell of a table
p-4beff8d3 = 2 min

# cell of a table
p-3766a2 = 16 min

# cell of a table
p-fa0f66 = 6 min

# cell of a table
p-4beff8d3e913 = 2 min

# cell of a table
p-db4f78 = 18 min

# cell of a table
p-53bc57 = 5 min

# cell of a table
p-4beff8d3e91363a3 = 2 min

# cell of a table
p-01ea0e = 15 min, rustweek

# cell of a table
p-3794d3 = 10 min

# cell of a table
p-17171d = 2 min

# cell of a table
p-e8b489 = 20 min

# cell of a table
p-01be7c = 12 min

# cell of a table
p-17171d6d = 2 min

# cell of a table
p-cf6377 = 24 min

# paragraph
p-c0c7ce = Sommige trappen in de tabel zijn groter dan tien procent. Dat kan, omdat de hoeveelheden klein zijn en de stappauzes je pezen ontlasten. In week elf loop je voor het eerst twintig minuten aan één stuk. Vanaf dan laat je je langste loopbeurt met niet meer dan ongeveer een tiende groeien. Herhaal een week gerust als ze zwaar viel. Niemand heeft ooit spijt gehad van twaalf weken in plaats van tien.

# heading
p-6d19f8 = Eerst een drempel

# paragraph
p-d1922a = Voor je aan week 1 begint, zou je dit moeten kunnen:

# item of a list
p-aa06b1 = een halfuur stevig stappen, drie keer in één week, zonder extra klachten de dag nadien

# item of a list
p-c4e7e5 = op één been twintig keer op je tenen komen, met twee vingers tegen de muur

# item of a list
p-000d58 = lukt tien of meer? Begin gerust, en doe er twee keer per week drie reeksen bij

# item of a list
p-93fbda = lukt minder dan tien? Neem eerst zes weken voor [krachttraining](sterker-na-je-vijftigste.md)

# item of a list
p-fa8404 = tien keer rustig van een trede stappen zonder dat je knie naar binnen zakt van zwakte of pijn

# heading
p-8bcb16 = Vijf dingen die meer uitmaken dan je schoenen

# item of a list
p-7d278e = **Zet je grenzen vooraf.** Pijn tot 5 op 10 mag, als ze de volgende ochtend weer op haar gewone niveau zit. Hoe je pijn met kleuren leest, staat bij [wat je lichaam aankan](belasting-en-belastbaarheid.md).

# item of a list
p-6ae3ca = **Zet kleinere passen.** Lopers die hun pasritme met tien procent verhoogden bij dezelfde snelheid, belastten knie en heup merkbaar minder.[^pas] Tel je passen een halve minuut, en doe er de volgende keer een paar bij.

# item of a list
p-d97b71 = **Verander niet alles tegelijk.** Nieuwe schoenen, een bospad en een loopclub in dezelfde week zijn drie experimenten door elkaar.

# item of a list
p-6b3adc = **Hou rekening met het donker.** In november is het om halfzes donker. Een fluohesje en een ronde waar je de putten kent, zijn betere blessurepreventie dan een inlegzool op goed geluk.

# item of a list
p-8230e7 = **Schrijf één zin per loopbeurt.** ‘Rechterkuit stijf tot aan de kerk, daarna weg.’ Na drie weken zie je patronen die je horloge niet ziet.

# text of the box
p-2074ab = Loop de eerste weken heen en weer in plaats van in een lus. Keer om na de helft van de tijd. Zo sta je nooit drie kilometer van huis met een kuit die niet meer wil.

# heading
p-f280fc = Wanneer stop je?

# text of the box
p-b5dc73 = Stop en laat je nakijken bij pijn die tijdens het lopen scherper wordt en op één vingertopje van je scheenbeen of voet zit, zeker als stappen de dag nadien ook pijn doet: zo begint een stressfractuur. Bij druk op de borst, hartkloppingen met duizeligheid of ongewone kortademigheid stop je meteen en contacteer je een arts. Gaat het niet snel over, bel 112.

# paragraph
p-1cb3f1 = Ben je ouder dan vijfenveertig en deed je jaren niets, rook je, of is er hartziekte in je familie? Vraag dan je huisarts om mee te kijken voor je begint. Je hoeft geen atleet te zijn voor dat gesprek, en meestal is het antwoord: doe maar, rustig aan.

# paragraph
p-116585 = Mijn eigen achillespees is intussen vijf jaar klachtenvrij. Ik loop nog altijd het liefst te snel. Het schema hangt op de koelkast, naast de afvalkalender.

# footnote
p-42c784 = Videbæk en collega's, 2015: 17,8 blessures per duizend uur bij beginners en 7,7 bij recreatieve lopers. De studies verschilden sterk in wat ze een blessure noemden.

# footnote
p-a88d9d = Buist en collega's, 2008: 20,8 procent met het trage schema van dertien weken, 20,3 procent met het gewone schema van acht weken.

# footnote
p-5a2d06 = Frandsen en collega's, 2025. Vergeleken met lopers die hooguit tien procent verder gingen: 64 procent hoger bij een sprong van 10 tot 30 procent, 52 procent hoger bij 30 tot 100 procent, 128 procent hoger daarboven. Deelnemers waren gemiddeld 46 jaar en vooral mannen met ervaring.

# footnote
p-e226fb = Heiderscheit en collega's, 2011, gemeten op een loopband bij 45 gezonde lopers. Of het ook blessures voorkomt, heeft deze studie niet onderzocht.
