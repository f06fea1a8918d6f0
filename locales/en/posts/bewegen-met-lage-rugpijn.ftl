### Je rug mag weer meedoen
### posts/bewegen-met-lage-rugpijn/index.md. How to translate: TRANSLATING.md

# nl: Je rug mag weer meedoen
title = Let your back join in again

# nl: Lage rugpijn is akelig en meestal onschuldig. Wat je de eerste dagen doet, wat een scan wel en niet vertelt, en waarom wandelen een verrassend goede verzekering is.
summary = Low back pain is horrible and usually harmless. What to do in the first few days, what a scan does and doesn’t tell you, and why walking is surprisingly good insurance.

# nl: Zeven gladde keien in een zachte S-bocht op elkaar, als een wervelkolom, tegen een zandkleurige lucht met een lage zon.
image-alt = Seven smooth pebbles stacked in a gentle S-curve, like a spine, against a sand-coloured sky with a low sun.

# nl: Een rug is een stapel met veerkracht. De bochten horen erbij.
image-caption = A back is a stack with spring in it. The curves are part of it.

# nl: Tekening: Lien Verstraete
image-credit = Drawing: Lien Verstraete

# nl: Je bukt om een sok op te rapen en plots zit het vast. Je staat daar, half gebogen, één hand op de wastafel, en je eerste gedachte is: nu is er iets gescheurd. Ik schrijf dit voor dat moment en voor de twee weken erna. Het korte antwoord: er is bijna zeker niets gescheurd, het gaat voorbij, en je mag vandaag nog bewegen.
p-8ba4a4 = You bend down to pick up a sock and suddenly everything locks. There you are, half bent over, one hand on the washbasin, and your first thought is: now something’s torn. I’m writing this for that moment and for the two weeks after it. The short answer: almost certainly nothing is torn, it will pass, and you can start moving again today.

# nl: Dat klinkt makkelijk voor wie geen pijn heeft. Lage rugpijn kan verschrikkelijk zijn, en de hevigheid zegt jammer genoeg weinig over de ernst. Bij ongeveer negen op de tien mensen met lage rugpijn vinden we geen ernstige ziekte of letsel dat de pijn verklaart. Een spier, een gewrichtje, een tussenwervelschijf of alles samen is geprikkeld, en het zenuwstelsel zet het volume hoog.
p-45c830 = That’s easy to say for someone who isn’t in pain. Low back pain can be dreadful, and how bad it feels unfortunately says little about how serious it is. In about nine out of ten people with low back pain, we find no serious disease or injury that explains the pain. A muscle, a small joint, a disc or all of them together are irritated, and the nervous system turns the volume up.

# nl: Eerst: wanneer bel je wel?
p-de455a = First: when should you call?

# nl: Ga meteen naar de spoed als je gevoel verliest rond je geslachtsdelen of zitvlak, als je je plas of stoelgang niet meer kunt ophouden of plots niet meer kunt plassen, of als je been snel kracht verliest. Bel je huisarts bij rugpijn met koorts, na een zware val, bij een voorgeschiedenis van kanker, bij onverklaard gewichtsverlies, of als je lang cortisone neemt.
p-3505a1 = Go straight to A&E if you lose feeling around your genitals or buttocks, if you can no longer hold your urine or stools or suddenly can’t pass urine any more, or if your leg is quickly losing strength. Call your GP if you have back pain with a fever, after a bad fall, with a history of cancer, with unexplained weight loss, or if you take cortisone-type steroids long term.

# nl: Die situaties zijn zeldzaam, en we vragen er bij elke eerste afspraak naar. Pijn die tot onder de knie uitstraalt of een tintelende voet is meestal geen spoedgeval, maar wel een goede reden om binnen enkele dagen iemand te laten kijken.
p-5a2784 = Those situations are rare, and we ask about them at every first appointment. Pain that radiates below the knee or a tingling foot is usually not an emergency, but it’s a good reason to have someone take a look within a few days.

# nl: De eerste dagen
p-42ac12 = The first few days

# nl: Vroeger schreef men bedrust voor, soms wekenlang. Een Cochrane-overzicht zette de studies naast elkaar: mensen met acute rugpijn die het advies kregen om actief te blijven, hadden iets minder pijn en functioneerden wat beter dan wie in bed moest blijven.[^dahm] Het verschil was klein, de richting was duidelijk. Liggen mag om even op adem te komen, tien minuten of een halfuur. Het is een pauze tussen twee keer rechtstaan.
p-d5b84a = Bed rest used to be prescribed, sometimes for weeks. A Cochrane review put the studies side by side: people with acute back pain who were advised to stay active had slightly less pain and functioned somewhat better than those who had to stay in bed.[^dahm] The difference was small, the direction was clear. It’s fine to lie down for a breather, ten minutes or half an hour. It’s a pause between two spells of being upright.

# nl: Voor die eerste dagen geef ik bijna altijd dezelfde vier afspraken mee.
p-d4a35a = For those first few days, I almost always send people home with the same four ground rules.

# nl: **Wissel elke twintig minuten van houding.** Zitten, staan, een paar passen, even liggen. Lang hetzelfde is wat een geprikkelde rug het slechtst verdraagt.
p-708d95 = **Change position every twenty minutes.** Sitting, standing, a few steps, a short lie-down. The same thing for a long time is what an irritated back tolerates least.

# nl: **Stap een paar keer per dag, ook al is het traag.** Tot aan de brievenbus telt. Probeer morgen tot aan de hoek van de straat te geraken.
p-53df15 = **Walk a few times a day, even if it’s slow.** As far as the letterbox counts. Tomorrow, try to make it to the corner of the street.

# nl: **Beweeg je rug in de richting die meevalt.** Bij de een is dat bol, bij de ander hol. Tien rustige herhalingen, een paar keer per dag.
p-ef8b8a = **Move your back in the direction that feels better.** For one person that’s rounding it, for another arching it. Ten gentle repetitions, a few times a day.

# nl: **Adem door.** Wie zijn adem inhoudt en zijn buik opspant bij elke stap, houdt de rug in de plooi die je net kwijt wilt.
p-834f66 = **Keep breathing.** If you hold your breath and tense your stomach at every step, you keep your back in the very kink you’re trying to get rid of.

# nl: Warmte helpt veel mensen door de eerste nachten. Een kersenpitkussen van een kwartier tegen de onderrug is prima. Het geneest niets, maar je ontspant en je slaapt beter. Vraag je huisarts of apotheker raad voor je een pijnstiller neemt.
p-f9d816 = Warmth helps many people through the first few nights. A cherry stone pillow against your lower back for a quarter of an hour is fine. It doesn’t heal anything, but you relax and you sleep better. Ask your GP or pharmacist for advice before you take a painkiller.

# nl: Wat een scan vertelt, en wat niet
p-e62792 = What a scan tells you, and what it doesn’t

# nl: ‘Zouden we niet beter een foto nemen?’ Ik begrijp de vraag. Toch maakt een scan zonder goede reden het vaak erger, omdat hij bijna altijd iets toont. Onderzoekers bundelden de beelden van 3110 mensen *zonder* rugpijn. Dit zagen ze.[^brin]
p-e7f8d5 = ‘Wouldn’t it be better to take a picture?’ I understand the question. Yet a scan without good reason often makes things worse, because it almost always shows something. Researchers pooled the images of 3,110 people *without* back pain. This is what they saw.[^brin]

# nl: Leeftijd
p-57a60e = Age

# nl: Slijtage van een tussenwervelschijf
p-0effce = Disc degeneration

# nl: Uitpuilende schijf
p-292ca8 = Bulging disc

# nl: 20 jaar
p-b2c9f2 = 20 years

# nl: 40 jaar
p-4f7a90 = 40 years

# nl: 60 jaar
p-697fd0 = 60 years

# nl: 80 jaar
p-3d5f99 = 80 years

# nl: Lees die tabel nog eens: het zijn mensen die geen pijn hadden. Wie op zijn vijftigste een verslag krijgt met ‘discusdegeneratie L4-L5’ krijgt dus nieuws dat evengoed over de buur kon gaan. Het zijn grijze haren, maar dan vanbinnen. Een scan is nuttig als de uitslag de behandeling verandert: bij een vermoeden van iets ernstigs, of als een ingreep ter sprake komt. De Belgische richtlijn van het KCE raadt routinebeeldvorming bij gewone rugpijn uitdrukkelijk af.
p-8979b0 = Read that table again: these are people who had no pain. So if you’re fifty and get a report that says ‘disc degeneration L4–L5’, you’re getting news that might just as well be about your neighbour. It’s grey hair, only on the inside. A scan is useful if the result changes the treatment: when something serious is suspected, or when surgery comes up for discussion. The Belgian KCE guideline expressly advises against routine imaging for ordinary back pain.

# nl: Jouw rug staat in geen enkel verslag. Er staat alleen een foto van in.
p-5daa23 = Your back isn’t in any report. All that’s in there is a picture of it.

# nl: Als het langer dan drie maanden duurt
p-f584b6 = If it lasts longer than three months

# nl: Bij de meeste mensen zakt een nieuwe aanval stevig in de eerste zes weken. Bij een deel blijft er pijn. Voor hen is er veel onderzoek: het Cochrane-overzicht over oefentherapie bij chronische lage rugpijn telde in 2021 maar liefst 249 studies met ruim 24.000 deelnemers. Gemiddeld zakte de pijn met oefenen 15 punten op 100 meer dan met niets doen, gewone zorg of een placebo.[^hayd] De winst in functioneren was er ook, en kleiner.
p-0404ee = In most people, a new attack eases considerably in the first six weeks. In some, pain remains. There’s a great deal of research for them: in 2021, the Cochrane review of exercise therapy for chronic low back pain counted no fewer than 249 studies with more than 24,000 participants. On average, exercise brought pain down 15 points out of 100 more than doing nothing, usual care or a placebo.[^hayd] There was a gain in function too, and it was smaller.

# nl: Welke oefening is de beste?
p-4b172b = Which exercise is best?

# nl: Daar wordt op familiefeesten stevig over gediscussieerd. Pilates, kracht, yoga, zwemmen: de verschillen tussen de methodes zijn klein tegenover het verschil tussen iets doen en niets doen. Ik stel daarom een andere vraag: wat doe je in november nog, als het regent en je moe thuiskomt? Dát is je oefening. De Wereldgezondheidsorganisatie zet gestructureerde oefenprogramma's op haar lijst van aanraders, samen met uitleg op maat en, waar nodig, psychologische begeleiding. Tractie, lumbale steungordels en TENS-toestellen raadt ze als routinebehandeling af.
p-a136ea = That’s hotly debated at family parties. Pilates, strength, yoga, swimming: the differences between the methods are small compared with the difference between doing something and doing nothing. So I ask a different question: what will you still be doing in November, when it’s raining and you come home tired? That right there is your exercise. The World Health Organization has structured exercise programmes on its list of recommendations, together with tailored education and, where needed, psychological support. Traction, lumbar support belts and TENS machines it advises against as routine treatment.

# nl: Wandelen als verzekering
p-9a56d2 = Walking as insurance

# nl: Rugpijn komt graag terug: na een aanval krijgt een groot deel van de mensen er binnen het jaar nog een. In Australië volgden onderzoekers 701 volwassenen die net hersteld waren. De helft kreeg zes gesprekken met een kinesitherapeut en een wandelplan dat in zes maanden opbouwde naar vijf keer een halfuur per week. De andere helft kreeg niets. Bij de wandelaars duurde het in het midden van de groep 208 dagen tot een nieuwe aanval die hen belemmerde, bij de anderen 112.[^walk]
p-d70483 = Back pain likes to come back: after one attack, a large proportion of people have another within the year. In Australia, researchers followed 701 adults who had just recovered. Half of them got six consultations with a physiotherapist and a walking plan that built up over six months to half an hour five times a week. The other half got nothing. Among the walkers, the person in the middle of the group went 208 days before a new attack that limited them; among the others, 112.[^walk]

# nl: Er zit wel een addertje in dat resultaat: de wandelaars kregen ook begeleiding, en de anderen wisten dat ze niets kregen. Hoeveel van de winst uit de benen komt en hoeveel uit die zes gesprekken, weten we niet. Een stevige wandeling kost intussen niets en doet ook je hart, je slaap en je humeur goed. Ik neem die gok graag.
p-3aa680 = There is a catch in that result: the walkers got support as well, and the others knew they were getting nothing. How much of the gain comes from the legs and how much from those six consultations, we don’t know. Meanwhile, a brisk walk costs nothing and does your heart, your sleep and your mood good too. I’m happy to take that bet.

# nl: Bukken, tillen, leven
p-54f6b4 = Bending, lifting, living

# nl: Vermijd je maandenlang om te bukken, dan verliest je rug precies de belastbaarheid die hij nodig heeft om te bukken. Hoe dat werkt, legt Jonas uit in zijn stuk over [wat je lichaam aankan](belasting-en-belastbaarheid.md). Begin klein: een lege wasmand, daarna een halve, daarna een volle. Een rug die elke week een beetje meer tilt, schrikt niet van een sok. En ben je de vijftig voorbij, lees dan zeker ook [waarom kracht op je vijftigste pas echt telt](sterker-na-je-vijftigste.md).
p-949b5e = If you avoid bending for months, your back loses exactly the load capacity it needs for bending. Jonas explains how that works in his piece on [what your body can handle](belasting-en-belastbaarheid.md). Start small: an empty laundry basket, then a half-full one, then a full one. A back that lifts a little more each week isn’t startled by a sock. And if you’re past fifty, be sure to read [why fifty is when strength really starts to count](sterker-na-je-vijftigste.md) as well.

# nl: *Bijgewerkt op 12 november 2026: we voegden de kanttekening bij het wandelonderzoek toe en verduidelijkten wanneer je meteen naar de spoed gaat.*
p-e525a7 = *Updated on 12 November 2026: we added the caveat about the walking study and clarified when to go straight to A&E.*

# nl: Dahm en collega's, 2010. Bij uitstralende pijn in het been (ischias) was er weinig of geen verschil tussen rusten en actief blijven.
p-13f1e9 = Dahm and colleagues, 2010. For pain radiating into the leg (sciatica), there was little or no difference between resting and staying active.

# nl: Brinjikji en collega's, 2015, een samenvatting van 33 studies. De percentages zijn schattingen per leeftijd.
p-ac6fb3 = Brinjikji and colleagues, 2015, a summary of 33 studies. The percentages are estimates by age.

# nl: Hayden en collega's, 2021. De onderzoekers zijn matig zeker van dat cijfer, en niet elke deelnemer haalt het gemiddelde: sommigen winnen meer, anderen minder.
p-5ba551 = Hayden and colleagues, 2021. The researchers are moderately certain of that figure, and not every participant reaches the average: some gain more, others less.

# nl: Pocovi en collega's, 2024. Het gaat om de mediaan: bij de helft van elke groep kwam de pijn vroeger terug, bij de andere helft later of niet.
p-391a92 = Pocovi and colleagues, 2024. This is the median: in half of each group the pain came back sooner, in the other half later or not at all.
