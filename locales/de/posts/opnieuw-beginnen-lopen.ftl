### Opnieuw beginnen lopen: tien weken zonder haast
### posts/opnieuw-beginnen-lopen/index.md. How to translate: TRANSLATING.md

# nl: Opnieuw beginnen lopen: tien weken zonder haast
title = Wieder mit dem Laufen anfangen: zehn Wochen ohne Eile

# nl: Je longen zijn na drie weken weer mee, je pezen na drie maanden. Een opbouwschema voor wie lang gestopt is, met de fouten die ik zelf ook heb gemaakt.
summary = Deine Lunge ist nach drei Wochen wieder dabei, deine Sehnen nach drei Monaten. Ein Aufbauplan für alle, die lange ausgesetzt haben, samt den Fehlern, die ich selbst auch gemacht habe.

# nl: Een wandelende figuur op een pad dat in zachte bochten omhoogloopt tussen groene heuvels, met een lage terracotta zon.
image-alt = Eine wandernde Figur auf einem Weg, der sich in sanften Kurven zwischen grünen Hügeln bergauf schlängelt, mit einer tief stehenden terrakottafarbenen Sonne.

# nl: Het eerste stuk stap je. Dat is geen opwarming, dat is het plan.
image-caption = Das erste Stück gehst du. Das ist kein Aufwärmen, das ist der Plan.

# nl: Tekening: Jonas De Backer
image-credit = Zeichnung: Jonas De Backer

# nl: De laatste keer dat ik zelf opnieuw begon, liep ik meteen vijf kilometer. Ik kon dat nog. Mijn longen protesteerden, mijn trots hield vol, en twee dagen later liep ik achterstevoren de trap af. Drie weken nadien had ik een pijnlijke achillespees. Ik ben kinesitherapeut. Kennis beschermt dus maar matig tegen enthousiasme, en daarom schrijf ik het schema op.
p-e0faad = Als ich selbst das letzte Mal neu anfing, lief ich gleich fünf Kilometer. Ich konnte das noch. Meine Lunge protestierte, mein Stolz hielt durch, und zwei Tage später ging ich die Treppe rückwärts hinunter. Drei Wochen danach hatte ich eine schmerzende Achillessehne. Ich bin Physiotherapeut. Wissen schützt also nur mäßig vor Begeisterung, und deshalb schreibe ich den Plan auf.

# nl: Je motor is sneller klaar dan je banden
p-8a39a4 = Dein Motor ist schneller so weit als deine Reifen

# nl: Wie opnieuw begint, voelt vooral zijn adem. Die verbetert vlug: na drie weken gaat dezelfde ronde merkbaar vlotter. Pezen, botten en het kraakbeen in je knie passen zich ook aan, en ze nemen er maanden voor. Tussen week drie en week acht zit je dus met een motor die meer wil dan de banden kunnen hebben. In die weken zien wij de meeste lopers binnenkomen.
p-9b05ab = Wer neu anfängt, spürt vor allem den Atem. Der wird schnell besser: Nach drei Wochen geht dieselbe Runde merklich leichter. Sehnen, Knochen und der Knorpel in deinem Knie passen sich auch an, und sie brauchen dafür Monate. Zwischen Woche drei und Woche acht bist du also mit einem Motor unterwegs, der mehr will, als die Reifen aushalten. In diesen Wochen sehen wir die meisten Läuferinnen und Läufer zur Tür hereinkommen.

# nl: Beginners betalen daar een prijs voor. Per duizend uur lopen telden onderzoekers bij beginnende lopers bijna achttien blessures, bij recreatieve lopers met ervaring bijna acht.[^uur] Lopen is daarmee geen gevaarlijke sport. Je moet er wel in groeien, en de cijfers laten zien dat het eerste jaar het meeste geduld vraagt.
p-2ec9c0 = Wer anfängt, zahlt dafür einen Preis. Pro tausend Stunden Laufen zählten Forschende bei Laufneulingen fast achtzehn Verletzungen, bei erfahrenen Freizeitläufern fast acht.[^uur] Eine gefährliche Sportart ist Laufen damit nicht. Du musst aber hineinwachsen, und die Zahlen zeigen, dass das erste Jahr am meisten Geduld verlangt.

# nl: Slecht voor je knieën? Een meta-analyse van 17 studies vond knie- of heupartrose bij 3,5 procent van de recreatieve lopers en bij 10,2 procent van de mensen die niet liepen. Dat bewijst niet dat lopen beschermt, want wie pijn krijgt, stopt. Dat recreatief lopen je knieën opgebruikt, is met zulke cijfers wel moeilijk vol te houden.
p-6c1afe = Schlecht für die Knie? Eine Metaanalyse von 17 Studien fand Knie- oder Hüftarthrose bei 3,5 Prozent der Freizeitläufer und bei 10,2 Prozent der Menschen, die nicht liefen. Das beweist nicht, dass Laufen schützt, denn wer Schmerzen bekommt, hört auf. Dass Laufen in der Freizeit deine Knie verschleißt, lässt sich mit solchen Zahlen aber schwer behaupten.

# nl: De regel van tien procent, herbekeken
p-e9d0b8 = Die Zehn-Prozent-Regel, neu betrachtet

# nl: Misschien ken je de tienprocentregel: nooit meer dan tien procent extra per week. Een Nederlandse studie liet 532 beginners trainen met een schema volgens die regel of met een vlotter schema. In beide groepen raakte ongeveer een op de vijf geblesseerd.[^tien] De regel had niets voorkomen.
p-2b0867 = Vielleicht kennst du die Zehn-Prozent-Regel: nie mehr als zehn Prozent zusätzlich pro Woche. Eine niederländische Studie ließ 532 Laufneulinge mit einem Plan nach dieser Regel oder mit einem zügigeren Plan trainieren. In beiden Gruppen verletzte sich etwa jeder Fünfte.[^tien] Die Regel hatte nichts verhindert.

# nl: In 2025 kwam er een interessante aanvulling. Deense onderzoekers volgden meer dan 5.200 lopers met een sporthorloge, samen goed voor bijna 600.000 loopbeurten. Hoeveel de week in totaal groeide, zei weinig. De afzonderlijke loopbeurt zei meer: wie in één keer ruim tien procent verder liep dan zijn langste afstand van de voorbije dertig dagen, had al een duidelijk hoger risico. Bij meer dan het dubbele was het risico ruim twee keer zo groot.[^deen]
p-7428df = 2025 kam eine interessante Ergänzung. Ein dänisches Forschungsteam begleitete mehr als 5.200 Läuferinnen und Läufer mit Sportuhr, zusammen fast 600.000 Läufe. Wie stark die Woche insgesamt wuchs, sagte wenig. Der einzelne Lauf sagte mehr: Wer auf einmal gut zehn Prozent weiter lief als seine längste Strecke der vergangenen dreißig Tage, hatte schon ein deutlich höheres Risiko. Bei mehr als dem Doppelten war das Risiko gut zweimal so hoch.[^deen]

# nl: Een drukke week vergeeft je lichaam sneller dan één overmoedige zondag.
p-3c5922 = Eine volle Woche verzeiht dir dein Körper schneller als einen einzigen übermütigen Sonntag.

# nl: Het schema
p-57f8b3 = Der Plan

# nl: Drie beurten per week, met telkens minstens één dag ertussen. Begin en eindig met vijf minuten stevig stappen; die staan niet in de tabel. Het looptempo is een tempo waarop je een hele zin kunt zeggen. Voel je je daar belachelijk traag bij, dan zit je goed.
p-e6efd0 = Drei Einheiten pro Woche, dazwischen jeweils mindestens ein freier Tag. Beginne und beende jede mit fünf Minuten zügigem Gehen; die stehen nicht in der Tabelle. Das Lauftempo ist ein Tempo, bei dem du einen ganzen Satz sagen kannst. Kommst du dir dabei lächerlich langsam vor, liegst du richtig.

# nl: Week
p-e78041 = Woche

# nl: Lopen
p-2c8fb8 = Laufen

# nl: Stappen
p-e1646c = Gehen

# nl: Aantal keer
p-53fc94 = Wie oft

# nl: Totaal gelopen
p-c9750a = Laufzeit gesamt

# nl: 1 min
p-75adba = 1 min

# nl: 2 min
p-1f94b3 = 2 min

# nl: 6 min
p-9a2fd6 = 6 min

# nl: 1 min
p-6ad53b = 1 min

# nl: 1 min 30
p-3556e5 = 1 min 30 s

# nl: 8 min
p-a0e457 = 8 min

# nl: 2 min
p-c5356d = 2 min

# nl: 2 min
p-c5356d3f = 2 min

# nl: 10 min
p-836132 = 10 min

# nl: 2 min
p-c5356d3f9fa5 = 2 min

# nl: 2 min
p-c5356d3f9fa5f024 = 2 min

# nl: 8 min, rustweek
p-8a9f1b = 8 min, Ruhewoche

# nl: 3 min
p-00164f = 3 min

# nl: 2 min
p-4beff8 = 2 min

# nl: 12 min
p-a6bcf4 = 12 min

# nl: 4 min
p-b6566e = 4 min

# nl: 2 min
p-4beff8d3 = 2 min

# nl: 16 min
p-3766a2 = 16 min

# nl: 6 min
p-fa0f66 = 6 min

# nl: 2 min
p-4beff8d3e913 = 2 min

# nl: 18 min
p-db4f78 = 18 min

# nl: 5 min
p-53bc57 = 5 min

# nl: 2 min
p-4beff8d3e91363a3 = 2 min

# nl: 15 min, rustweek
p-01ea0e = 15 min, Ruhewoche

# nl: 10 min
p-3794d3 = 10 min

# nl: 2 min
p-17171d = 2 min

# nl: 20 min
p-e8b489 = 20 min

# nl: 12 min
p-01be7c = 12 min

# nl: 2 min
p-17171d6d = 2 min

# nl: 24 min
p-cf6377 = 24 min

# nl: Sommige trappen in de tabel zijn groter dan tien procent. Dat kan, omdat de hoeveelheden klein zijn en de stappauzes je pezen ontlasten. In week elf loop je voor het eerst twintig minuten aan één stuk. Vanaf dan laat je je langste loopbeurt met niet meer dan ongeveer een tiende groeien. Herhaal een week gerust als ze zwaar viel. Niemand heeft ooit spijt gehad van twaalf weken in plaats van tien.
p-c0c7ce = Manche Stufen in der Tabelle sind größer als zehn Prozent. Das geht, weil die Mengen klein sind und die Gehpausen deine Sehnen entlasten. In Woche elf läufst du zum ersten Mal zwanzig Minuten am Stück. Ab dann lässt du deinen längsten Lauf um nicht mehr als ungefähr ein Zehntel wachsen. Wiederhole eine Woche ruhig, wenn sie dir schwergefallen ist. Zwölf Wochen statt zehn hat noch niemand bereut.

# nl: Eerst een drempel
p-6d19f8 = Zuerst eine Hürde

# nl: Voor je aan week 1 begint, zou je dit moeten kunnen:
p-d1922a = Bevor du mit Woche 1 anfängst, solltest du das hier können:

# nl: een halfuur stevig stappen, drie keer in één week, zonder extra klachten de dag nadien
p-aa06b1 = eine halbe Stunde zügig gehen, dreimal in einer Woche, ohne zusätzliche Beschwerden am Tag danach

# nl: op één been twintig keer op je tenen komen, met twee vingers tegen de muur
p-c4e7e5 = auf einem Bein zwanzigmal in den Zehenstand kommen, mit zwei Fingern an der Wand

# nl: lukt tien of meer? Begin gerust, en doe er twee keer per week drie reeksen bij
p-000d58 = zehn oder mehr geschafft? Fang ruhig an und mach zweimal pro Woche drei Durchgänge davon dazu

# nl: lukt minder dan tien? Neem eerst zes weken voor [krachttraining](sterker-na-je-vijftigste.md)
p-93fbda = weniger als zehn geschafft? Nimm dir erst sechs Wochen Zeit für [Krafttraining](sterker-na-je-vijftigste.md)

# nl: tien keer rustig van een trede stappen zonder dat je knie naar binnen zakt van zwakte of pijn
p-fa8404 = zehnmal ruhig von einer Stufe steigen, ohne dass dein Knie vor Schwäche oder Schmerz nach innen einknickt

# nl: Vijf dingen die meer uitmaken dan je schoenen
p-8bcb16 = Fünf Dinge, die mehr ausmachen als deine Schuhe

# nl: **Zet je grenzen vooraf.** Pijn tot 5 op 10 mag, als ze de volgende ochtend weer op haar gewone niveau zit. Hoe je pijn met kleuren leest, staat bij [wat je lichaam aankan](belasting-en-belastbaarheid.md).
p-7d278e = **Setz dir vorher Grenzen.** Schmerz bis 5 von 10 ist erlaubt, wenn er am nächsten Morgen wieder auf seinem gewohnten Niveau ist. Wie du Schmerz in Farben liest, steht in unserem Beitrag darüber, [was dein Körper verkraftet](belasting-en-belastbaarheid.md).

# nl: **Zet kleinere passen.** Lopers die hun pasritme met tien procent verhoogden bij dezelfde snelheid, belastten knie en heup merkbaar minder.[^pas] Tel je passen een halve minuut, en doe er de volgende keer een paar bij.
p-6ae3ca = **Mach kleinere Schritte.** Läuferinnen und Läufer, die bei gleicher Geschwindigkeit ihre Schrittfrequenz um zehn Prozent erhöhten, belasteten Knie und Hüfte merklich weniger.[^pas] Zähl eine halbe Minute lang deine Schritte, und leg beim nächsten Mal ein paar drauf.

# nl: **Verander niet alles tegelijk.** Nieuwe schoenen, een bospad en een loopclub in dezelfde week zijn drie experimenten door elkaar.
p-d97b71 = **Ändere nicht alles auf einmal.** Neue Schuhe, ein Waldweg und ein Lauftreff in derselben Woche sind drei Experimente durcheinander.

# nl: **Hou rekening met het donker.** In november is het om halfzes donker. Een fluohesje en een ronde waar je de putten kent, zijn betere blessurepreventie dan een inlegzool op goed geluk.
p-6b3adc = **Rechne mit der Dunkelheit.** Im November ist es um halb sechs dunkel. Eine Warnweste und eine Runde, auf der du die Schlaglöcher kennst, beugen Verletzungen besser vor als eine Einlage auf gut Glück.

# nl: **Schrijf één zin per loopbeurt.** ‘Rechterkuit stijf tot aan de kerk, daarna weg.’ Na drie weken zie je patronen die je horloge niet ziet.
p-8230e7 = **Schreib pro Lauf einen Satz auf.** „Rechte Wade steif bis zur Kirche, danach weg.“ Nach drei Wochen siehst du Muster, die deine Uhr nicht sieht.

# nl: Loop de eerste weken heen en weer in plaats van in een lus. Keer om na de helft van de tijd. Zo sta je nooit drie kilometer van huis met een kuit die niet meer wil.
p-2074ab = Lauf in den ersten Wochen hin und zurück statt im Kreis. Dreh nach der Hälfte der Zeit um. So stehst du nie drei Kilometer von zu Hause entfernt mit einer Wade, die nicht mehr will.

# nl: Wanneer stop je?
p-f280fc = Wann hörst du auf?

# nl: Stop en laat je nakijken bij pijn die tijdens het lopen scherper wordt en op één vingertopje van je scheenbeen of voet zit, zeker als stappen de dag nadien ook pijn doet: zo begint een stressfractuur. Bij druk op de borst, hartkloppingen met duizeligheid of ongewone kortademigheid stop je meteen en contacteer je een arts. Gaat het niet snel over, bel 112.
p-b5dc73 = Hör auf und lass dich untersuchen bei Schmerzen, die beim Laufen stechender werden und auf einer fingerkuppengroßen Stelle an Schienbein oder Fuß sitzen, erst recht, wenn am Tag danach auch das Gehen wehtut: So beginnt ein Ermüdungsbruch. Bei Druck auf der Brust, Herzklopfen mit Schwindel oder ungewöhnlicher Atemnot hörst du sofort auf und rufst eine Ärztin oder einen Arzt an. Geht es nicht schnell vorbei, wähl die 112.

# nl: Ben je ouder dan vijfenveertig en deed je jaren niets, rook je, of is er hartziekte in je familie? Vraag dan je huisarts om mee te kijken voor je begint. Je hoeft geen atleet te zijn voor dat gesprek, en meestal is het antwoord: doe maar, rustig aan.
p-1cb3f1 = Bist du über fünfundvierzig und hast jahrelang nichts gemacht, rauchst du oder gibt es Herzkrankheiten in deiner Familie? Dann bitte deine Hausarztpraxis, mit draufzuschauen, bevor du anfängst. Für dieses Gespräch musst du keine Sportskanone sein, und meistens lautet die Antwort: Mach nur, ganz in Ruhe.

# nl: Mijn eigen achillespees is intussen vijf jaar klachtenvrij. Ik loop nog altijd het liefst te snel. Het schema hangt op de koelkast, naast de afvalkalender.
p-116585 = Meine eigene Achillessehne ist inzwischen seit fünf Jahren beschwerdefrei. Ich laufe noch immer am liebsten zu schnell. Der Plan hängt am Kühlschrank, neben dem Abfallkalender.

# nl: Videbæk en collega's, 2015: 17,8 blessures per duizend uur bij beginners en 7,7 bij recreatieve lopers. De studies verschilden sterk in wat ze een blessure noemden.
p-42c784 = Videbæk und Team, 2015: 17,8 Verletzungen pro tausend Stunden bei Laufneulingen und 7,7 bei Freizeitläufern. Die Studien unterschieden sich stark darin, was sie als Verletzung zählten.

# nl: Buist en collega's, 2008: 20,8 procent met het trage schema van dertien weken, 20,3 procent met het gewone schema van acht weken.
p-a88d9d = Buist und Team, 2008: 20,8 Prozent mit dem langsamen Plan über dreizehn Wochen, 20,3 Prozent mit dem üblichen Plan über acht Wochen.

# nl: Frandsen en collega's, 2025. Vergeleken met lopers die hooguit tien procent verder gingen: 64 procent hoger bij een sprong van 10 tot 30 procent, 52 procent hoger bij 30 tot 100 procent, 128 procent hoger daarboven. Deelnemers waren gemiddeld 46 jaar en vooral mannen met ervaring.
p-5a2d06 = Frandsen und Team, 2025. Das Risiko im Vergleich zu Läuferinnen und Läufern, die höchstens zehn Prozent weiter liefen: 64 Prozent höher bei einem Sprung von 10 bis 30 Prozent, 52 Prozent höher bei 30 bis 100 Prozent, 128 Prozent höher darüber. Die Teilnehmenden waren im Schnitt 46 Jahre alt und vor allem Männer mit Erfahrung.

# nl: Heiderscheit en collega's, 2011, gemeten op een loopband bij 45 gezonde lopers. Of het ook blessures voorkomt, heeft deze studie niet onderzocht.
p-e226fb = Heiderscheit und Team, 2011, gemessen auf einem Laufband bei 45 gesunden Läuferinnen und Läufern. Ob das auch Verletzungen vorbeugt, hat diese Studie nicht untersucht.
