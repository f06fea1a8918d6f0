### Opnieuw beginnen lopen: tien weken zonder haast
### posts/opnieuw-beginnen-lopen/index.md. How to translate: TRANSLATING.md

# nl: Opnieuw beginnen lopen: tien weken zonder haast
title = Taking up running again: ten weeks, no hurry

# nl: Je longen zijn na drie weken weer mee, je pezen na drie maanden. Een opbouwschema voor wie lang gestopt is, met de fouten die ik zelf ook heb gemaakt.
summary = Your lungs catch up in three weeks, your tendons in three months. A build-up plan for anyone who stopped a long time ago, including the mistakes I’ve made myself.

# nl: Een wandelende figuur op een pad dat in zachte bochten omhoogloopt tussen groene heuvels, met een lage terracotta zon.
image-alt = A figure walking on a path that climbs in gentle bends between green hills, with a low terracotta sun.

# nl: Het eerste stuk stap je. Dat is geen opwarming, dat is het plan.
image-caption = You walk the first stretch. That’s not the warm-up, that’s the plan.

# nl: Tekening: Jonas De Backer
image-credit = Drawing: Jonas De Backer

# nl: De laatste keer dat ik zelf opnieuw begon, liep ik meteen vijf kilometer. Ik kon dat nog. Mijn longen protesteerden, mijn trots hield vol, en twee dagen later liep ik achterstevoren de trap af. Drie weken nadien had ik een pijnlijke achillespees. Ik ben kinesitherapeut. Kennis beschermt dus maar matig tegen enthousiasme, en daarom schrijf ik het schema op.
p-e0faad = The last time I took up running again myself, I went straight out and ran five kilometres. I still could. My lungs protested, my pride held out, and two days later I was going down the stairs backwards. Three weeks after that I had a painful Achilles tendon. I’m a physiotherapist. So knowledge offers only moderate protection against enthusiasm, and that’s why I’m writing the plan down.

# nl: Je motor is sneller klaar dan je banden
p-8a39a4 = Your engine is ready before your tyres

# nl: Wie opnieuw begint, voelt vooral zijn adem. Die verbetert vlug: na drie weken gaat dezelfde ronde merkbaar vlotter. Pezen, botten en het kraakbeen in je knie passen zich ook aan, en ze nemen er maanden voor. Tussen week drie en week acht zit je dus met een motor die meer wil dan de banden kunnen hebben. In die weken zien wij de meeste lopers binnenkomen.
p-9b05ab = When you start again, what you notice most is your breathing. It improves quickly: after three weeks the same circuit is noticeably easier. Tendons, bones and the cartilage in your knee adapt too, and they take months over it. So between week three and week eight you’re sitting on an engine that wants more than the tyres can take. Those are the weeks in which we see most runners come in.

# nl: Beginners betalen daar een prijs voor. Per duizend uur lopen telden onderzoekers bij beginnende lopers bijna achttien blessures, bij recreatieve lopers met ervaring bijna acht.[^uur] Lopen is daarmee geen gevaarlijke sport. Je moet er wel in groeien, en de cijfers laten zien dat het eerste jaar het meeste geduld vraagt.
p-2ec9c0 = Beginners pay a price for that. Per thousand hours of running, researchers counted almost eighteen injuries in novice runners and almost eight in experienced recreational runners.[^uur] That doesn’t make running a dangerous sport. You do have to grow into it, and the figures show that the first year asks for the most patience.

# nl: Slecht voor je knieën? Een meta-analyse van 17 studies vond knie- of heupartrose bij 3,5 procent van de recreatieve lopers en bij 10,2 procent van de mensen die niet liepen. Dat bewijst niet dat lopen beschermt, want wie pijn krijgt, stopt. Dat recreatief lopen je knieën opgebruikt, is met zulke cijfers wel moeilijk vol te houden.
p-6c1afe = Bad for your knees? A meta-analysis of 17 studies found osteoarthritis of the knee or hip in 3.5 per cent of recreational runners and in 10.2 per cent of people who didn’t run. That doesn’t prove that running protects you, because people who get pain stop. But with figures like these, it’s hard to maintain that recreational running wears your knees out.

# nl: De regel van tien procent, herbekeken
p-e9d0b8 = The ten per cent rule, revisited

# nl: Misschien ken je de tienprocentregel: nooit meer dan tien procent extra per week. Een Nederlandse studie liet 532 beginners trainen met een schema volgens die regel of met een vlotter schema. In beide groepen raakte ongeveer een op de vijf geblesseerd.[^tien] De regel had niets voorkomen.
p-2b0867 = Perhaps you know the ten per cent rule: never add more than ten per cent a week. A Dutch study had 532 beginners train on a plan that followed that rule or on a faster plan. In both groups, about one in five got injured.[^tien] The rule hadn’t prevented a thing.

# nl: In 2025 kwam er een interessante aanvulling. Deense onderzoekers volgden meer dan 5.200 lopers met een sporthorloge, samen goed voor bijna 600.000 loopbeurten. Hoeveel de week in totaal groeide, zei weinig. De afzonderlijke loopbeurt zei meer: wie in één keer ruim tien procent verder liep dan zijn langste afstand van de voorbije dertig dagen, had al een duidelijk hoger risico. Bij meer dan het dubbele was het risico ruim twee keer zo groot.[^deen]
p-7428df = In 2025 there was an interesting addition. Danish researchers followed more than 5,200 runners with a sports watch, who together clocked up almost 600,000 runs. How much the week grew in total said little. The individual run said more: anyone who in one go ran upwards of ten per cent further than their longest distance of the past thirty days already had a clearly higher risk. At more than double that distance, the risk was well over twice as high.[^deen]

# nl: Een drukke week vergeeft je lichaam sneller dan één overmoedige zondag.
p-3c5922 = Your body will forgive a busy week sooner than one overconfident Sunday.

# nl: Het schema
p-57f8b3 = The plan

# nl: Drie beurten per week, met telkens minstens één dag ertussen. Begin en eindig met vijf minuten stevig stappen; die staan niet in de tabel. Het looptempo is een tempo waarop je een hele zin kunt zeggen. Voel je je daar belachelijk traag bij, dan zit je goed.
p-e6efd0 = Three sessions a week, always with at least one day in between. Begin and end with five minutes of brisk walking; those aren’t in the table. Your running pace is one at which you can say a whole sentence. If that feels ridiculously slow, you’ve got it right.

# nl: Week
p-e78041 = Week

# nl: Lopen
p-2c8fb8 = Run

# nl: Stappen
p-e1646c = Walk

# nl: Aantal keer
p-53fc94 = Repeats

# nl: Totaal gelopen
p-c9750a = Total running

# nl: 1 min
p-75adba = 1 min

# nl: 2 min
p-1f94b3 = 2 min

# nl: 6 min
p-9a2fd6 = 6 min

# nl: 1 min
p-6ad53b = 1 min

# nl: 1 min 30
p-3556e5 = 1 min 30

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
p-8a9f1b = 8 min, easy week

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
p-01ea0e = 15 min, easy week

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
p-c0c7ce = Some of the steps in the table are bigger than ten per cent. That’s all right, because the amounts are small and the walking breaks take the load off your tendons. In week eleven you run for twenty minutes without stopping for the first time. From then on, let your longest run grow by no more than about a tenth. Feel free to repeat a week if it was tough. Nobody has ever regretted taking twelve weeks instead of ten.

# nl: Eerst een drempel
p-6d19f8 = First, a bar to clear

# nl: Voor je aan week 1 begint, zou je dit moeten kunnen:
p-d1922a = Before you start week 1, you should be able to do this:

# nl: een halfuur stevig stappen, drie keer in één week, zonder extra klachten de dag nadien
p-aa06b1 = half an hour’s brisk walking, three times in one week, with no extra trouble the day after

# nl: op één been twintig keer op je tenen komen, met twee vingers tegen de muur
p-c4e7e5 = rise onto your toes twenty times on one leg, with two fingers against the wall

# nl: lukt tien of meer? Begin gerust, en doe er twee keer per week drie reeksen bij
p-000d58 = can you do ten or more? Go ahead and start, and add three sets of them twice a week

# nl: lukt minder dan tien? Neem eerst zes weken voor [krachttraining](sterker-na-je-vijftigste.md)
p-93fbda = fewer than ten? Take six weeks for [strength training](sterker-na-je-vijftigste.md) first

# nl: tien keer rustig van een trede stappen zonder dat je knie naar binnen zakt van zwakte of pijn
p-fa8404 = step down from a stair ten times, calmly, without your knee dropping inwards from weakness or pain

# nl: Vijf dingen die meer uitmaken dan je schoenen
p-8bcb16 = Five things that matter more than your shoes

# nl: **Zet je grenzen vooraf.** Pijn tot 5 op 10 mag, als ze de volgende ochtend weer op haar gewone niveau zit. Hoe je pijn met kleuren leest, staat bij [wat je lichaam aankan](belasting-en-belastbaarheid.md).
p-7d278e = **Set your limits beforehand.** Pain of up to 5 out of 10 is allowed, as long as it’s back to its usual level the next morning. How to read pain in colours is explained under [what your body can handle](belasting-en-belastbaarheid.md).

# nl: **Zet kleinere passen.** Lopers die hun pasritme met tien procent verhoogden bij dezelfde snelheid, belastten knie en heup merkbaar minder.[^pas] Tel je passen een halve minuut, en doe er de volgende keer een paar bij.
p-6ae3ca = **Take shorter steps.** Runners who raised their step rate by ten per cent at the same speed put noticeably less load on the knee and hip.[^pas] Count your steps for half a minute, and add a few next time.

# nl: **Verander niet alles tegelijk.** Nieuwe schoenen, een bospad en een loopclub in dezelfde week zijn drie experimenten door elkaar.
p-d97b71 = **Don’t change everything at once.** New shoes, a woodland path and a running club in the same week are three experiments mixed together.

# nl: **Hou rekening met het donker.** In november is het om halfzes donker. Een fluohesje en een ronde waar je de putten kent, zijn betere blessurepreventie dan een inlegzool op goed geluk.
p-6b3adc = **Allow for the dark.** In November it’s dark by half past five. A hi-vis vest and a circuit where you know the potholes are better injury prevention than a hit-or-miss insole.

# nl: **Schrijf één zin per loopbeurt.** ‘Rechterkuit stijf tot aan de kerk, daarna weg.’ Na drie weken zie je patronen die je horloge niet ziet.
p-8230e7 = **Write one sentence per run.** ‘Right calf stiff as far as the church, then gone.’ After three weeks you’ll see patterns that your watch doesn’t.

# nl: Loop de eerste weken heen en weer in plaats van in een lus. Keer om na de helft van de tijd. Zo sta je nooit drie kilometer van huis met een kuit die niet meer wil.
p-2074ab = For the first few weeks, run out and back instead of in a loop. Turn round when half the time is up. That way you’ll never find yourself three kilometres from home with a calf that’s had enough.

# nl: Wanneer stop je?
p-f280fc = When do you stop?

# nl: Stop en laat je nakijken bij pijn die tijdens het lopen scherper wordt en op één vingertopje van je scheenbeen of voet zit, zeker als stappen de dag nadien ook pijn doet: zo begint een stressfractuur. Bij druk op de borst, hartkloppingen met duizeligheid of ongewone kortademigheid stop je meteen en contacteer je een arts. Gaat het niet snel over, bel 112.
p-b5dc73 = Stop and get yourself checked if you have pain that grows sharper as you run and sits on one fingertip-sized spot on your shin or foot, especially if walking hurts the day after too: that’s how a stress fracture begins. If you get pressure on the chest, palpitations with dizziness or unusual shortness of breath, stop immediately and contact a doctor. If it doesn’t pass quickly, call 112.

# nl: Ben je ouder dan vijfenveertig en deed je jaren niets, rook je, of is er hartziekte in je familie? Vraag dan je huisarts om mee te kijken voor je begint. Je hoeft geen atleet te zijn voor dat gesprek, en meestal is het antwoord: doe maar, rustig aan.
p-1cb3f1 = Are you over forty-five and have done nothing for years, do you smoke, or is there heart disease in your family? Then ask your GP to look into it with you before you start. You don’t have to be an athlete to have that conversation, and usually the answer is: go ahead, take it easy.

# nl: Mijn eigen achillespees is intussen vijf jaar klachtenvrij. Ik loop nog altijd het liefst te snel. Het schema hangt op de koelkast, naast de afvalkalender.
p-116585 = My own Achilles tendon has been trouble-free for five years now. My favourite pace is still too fast. The plan is on the fridge, next to the bin calendar.

# nl: Videbæk en collega's, 2015: 17,8 blessures per duizend uur bij beginners en 7,7 bij recreatieve lopers. De studies verschilden sterk in wat ze een blessure noemden.
p-42c784 = Videbæk and colleagues, 2015: 17.8 injuries per thousand hours in novices and 7.7 in recreational runners. The studies differed widely in what they called an injury.

# nl: Buist en collega's, 2008: 20,8 procent met het trage schema van dertien weken, 20,3 procent met het gewone schema van acht weken.
p-a88d9d = Buist and colleagues, 2008: 20.8 per cent with the slow thirteen-week plan, 20.3 per cent with the ordinary eight-week plan.

# nl: Frandsen en collega's, 2025. Vergeleken met lopers die hooguit tien procent verder gingen: 64 procent hoger bij een sprong van 10 tot 30 procent, 52 procent hoger bij 30 tot 100 procent, 128 procent hoger daarboven. Deelnemers waren gemiddeld 46 jaar en vooral mannen met ervaring.
p-5a2d06 = Frandsen and colleagues, 2025. Compared with runners who went at most ten per cent further: 64 per cent higher for a jump of 10 to 30 per cent, 52 per cent higher for 30 to 100 per cent, 128 per cent higher above that. Participants were 46 years old on average and mainly experienced men.

# nl: Heiderscheit en collega's, 2011, gemeten op een loopband bij 45 gezonde lopers. Of het ook blessures voorkomt, heeft deze studie niet onderzocht.
p-e226fb = Heiderscheit and colleagues, 2011, measured on a treadmill in 45 healthy runners. Whether it also prevents injuries is something this study didn’t investigate.
