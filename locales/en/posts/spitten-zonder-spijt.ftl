### Spitten zonder spijt: je rug en de eerste tuindag
### posts/spitten-zonder-spijt.md. How to translate: TRANSLATING.md

# nl: Spitten zonder spijt: je rug en de eerste tuindag
title = Digging without regrets: your back and the first day in the garden

# nl: De eerste zonnige zaterdag van maart levert ons elk jaar een volle maandag op. Vier afspraken met jezelf, en je zit die avond gewoon nog recht aan tafel.
summary = Every year, the first sunny Saturday in March brings us a full Monday. Four promises to yourself, and that evening you’ll still be sitting up straight at the table.

# nl: Er is een dag in maart waarop heel Lindelo tegelijk naar buiten komt. De grond is net droog genoeg, de zon heeft voor het eerst weer wat te zeggen, en in elke straat hoor je een kruiwagen. Op de maandag nadien rinkelt onze telefoon vanaf halfacht. Wij noemen het onder elkaar de spademaandag.
p-5bfcd5 = There’s a day in March when all of Lindelo comes outdoors at once. The ground is just dry enough, the sun has something to say for itself again for the first time, and in every street you hear a wheelbarrow. On the Monday after, our phone starts ringing at half past seven. Among ourselves we call it Spade Monday.

# nl: Met spitten op zich is niets mis. Je rug is gemaakt om te buigen, te draaien en te tillen. Een volle spade natte klei weegt wel al snel zes tot acht kilo, en wie een bed van tien vierkante meter omspit, tilt er gemakkelijk driehonderd. Dat is samen rond de twee ton, op één namiddag, na vier maanden waarin een volle wasmand het zwaarste was. Die sprong is het probleem. Bij sporters is een plotse stijging van de belasting een bekend risico, en een tuinier is op zo'n dag gewoon een sporter met laarzen.
p-071410 = There’s nothing wrong with digging as such. Your back is made to bend, twist and lift. But a full spade of wet clay soon weighs six to eight kilos, and if you dig over a ten-square-metre bed you’ll easily lift three hundred of them. Altogether that’s around two tonnes, in a single afternoon, after four months in which a full laundry basket was the heaviest thing around. That jump is the problem. In athletes, a sudden rise in load is a known risk, and on a day like that a gardener is simply an athlete in wellies.

# nl: Vier afspraken voor je begint
p-56ff1b = Four promises before you start

# nl: **Zet de wekker op twintig minuten.** Als hij gaat, wissel je van werk: van spade naar snoeischaar, van bukken naar rechtstaan, van links naar rechts.
p-5e0970 = **Set the alarm for twenty minutes.** When it goes off, switch jobs: from spade to secateurs, from bending to standing up, from left to right.

# nl: **Vul de kruiwagen half.** Twee ritten met een halve lading zijn voor de meeste ruggen vriendelijker dan één rit met een berg.
p-452475 = **Half-fill the wheelbarrow.** Two trips with half a load are kinder to most backs than one trip with a mountain.

# nl: **Stop met goesting over.** Het bed ligt er volgend weekend ook nog. Verdeel tien vierkante meter over drie dagen, met telkens een dag ertussen.
p-8270d5 = **Stop while you still feel like more.** The bed will still be there next weekend. Spread ten square metres over three days, each time with a day in between.

# nl: **Stap 's avonds nog een blokje om.** Wie na het werk in de zetel zakt, staat als een plooimeter weer op.
p-6cbde5 = **Walk round the block in the evening.** If you sink into the sofa after the work, you’ll get up again like a folding ruler.

# nl: Je tuin heeft een heel seizoen. Gun je rug er ook een.
p-a2628a = Your garden has a whole season. Give your back one too.

# nl: En als het toch vastschiet?
p-afc922 = And if it seizes up anyway?

# nl: Een stijve, zeurende rug op zondag is spierpijn met een slecht adres. Ze wordt binnen drie à vier dagen vanzelf minder. Blijf rustig bewegen, gebruik warmte als dat deugd doet, en laat de spade staan tot bukken weer vlot gaat. Wat je verder doet, en bij welke tekens je wél meteen belt, staat in [ons stuk over lage rugpijn](bewegen-met-lage-rugpijn.md).
p-50c168 = A stiff, nagging back on Sunday is muscle soreness with an unfortunate address. It eases off by itself within three or four days. Keep moving gently, use warmth if that does you good, and leave the spade alone until bending is easy again. What else to do, and which signs do mean calling straight away, is in [our piece on low back pain](bewegen-met-lage-rugpijn.md).

# nl: Wie dit nu leest en pas in april begint te tuinieren: doe alvast drie keer per week tien keer een emmer met wat aarde van de grond tot op een tafel. Begin met drie kilo en doe er elke week één bij. Zo komt je [belastbaarheid](belasting-en-belastbaarheid.md) vóór de belasting.
p-d615ec = If you’re reading this now and won’t start gardening until April: in the meantime, lift a bucket with some soil in it from the ground onto a table ten times, three times a week. Begin with three kilos and add one every week. That way your [load capacity](belasting-en-belastbaarheid.md) gets there before the load.

# nl: En niet-spitten mag ook. Steeds meer moestuiniers leggen gewoon compost bovenop en laten de wormen het zware werk doen. Als kinesitherapeut heb ik daar geen mening over. Als tuinier met een zware kleigrond des te meer.
p-25a1d6 = And not digging is fine too. More and more vegetable gardeners simply put compost on top and let the worms do the heavy work. As a physiotherapist I have no opinion on that. As a gardener on heavy clay, all the more.
