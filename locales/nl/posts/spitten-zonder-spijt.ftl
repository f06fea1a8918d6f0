### Spitten zonder spijt: je rug en de eerste tuindag
### Made from posts/spitten-zonder-spijt.md by `postduif sync`: edit the post, not this file.

# title
title = Spitten zonder spijt: je rug en de eerste tuindag

# summary
summary = De eerste zonnige zaterdag van maart levert ons elk jaar een volle maandag op. Vier afspraken met jezelf, en je zit die avond gewoon nog recht aan tafel.

# paragraph
p-5bfcd5 = Er is een dag in maart waarop heel Lindelo tegelijk naar buiten komt. De grond is net droog genoeg, de zon heeft voor het eerst weer wat te zeggen, en in elke straat hoor je een kruiwagen. Op de maandag nadien rinkelt onze telefoon vanaf halfacht. Wij noemen het onder elkaar de spademaandag.

# paragraph
p-071410 = Met spitten op zich is niets mis. Je rug is gemaakt om te buigen, te draaien en te tillen. Een volle spade natte klei weegt wel al snel zes tot acht kilo, en wie een bed van tien vierkante meter omspit, tilt er gemakkelijk driehonderd. Dat is samen rond de twee ton, op één namiddag, na vier maanden waarin een volle wasmand het zwaarste was. Die sprong is het probleem. Bij sporters is een plotse stijging van de belasting een bekend risico, en een tuinier is op zo'n dag gewoon een sporter met laarzen.

# heading
p-56ff1b = Vier afspraken voor je begint

# item of a list
p-5e0970 = **Zet de wekker op twintig minuten.** Als hij gaat, wissel je van werk: van spade naar snoeischaar, van bukken naar rechtstaan, van links naar rechts.

# item of a list
p-452475 = **Vul de kruiwagen half.** Twee ritten met een halve lading zijn voor de meeste ruggen vriendelijker dan één rit met een berg.

# item of a list
p-8270d5 = **Stop met goesting over.** Het bed ligt er volgend weekend ook nog. Verdeel tien vierkante meter over drie dagen, met telkens een dag ertussen.

# item of a list
p-6cbde5 = **Stap 's avonds nog een blokje om.** Wie na het werk in de zetel zakt, staat als een plooimeter weer op.

# quote
p-a2628a = Je tuin heeft een heel seizoen. Gun je rug er ook een.

# heading
p-afc922 = En als het toch vastschiet?

# paragraph
p-50c168 = Een stijve, zeurende rug op zondag is spierpijn met een slecht adres. Ze wordt binnen drie à vier dagen vanzelf minder. Blijf rustig bewegen, gebruik warmte als dat deugd doet, en laat de spade staan tot bukken weer vlot gaat. Wat je verder doet, en bij welke tekens je wél meteen belt, staat in [ons stuk over lage rugpijn](bewegen-met-lage-rugpijn.md).

# text of the box
p-d615ec = Wie dit nu leest en pas in april begint te tuinieren: doe alvast drie keer per week tien keer een emmer met wat aarde van de grond tot op een tafel. Begin met drie kilo en doe er elke week één bij. Zo komt je [belastbaarheid](belasting-en-belastbaarheid.md) vóór de belasting.

# paragraph
p-25a1d6 = En niet-spitten mag ook. Steeds meer moestuiniers leggen gewoon compost bovenop en laten de wormen het zware werk doen. Als kinesitherapeut heb ik daar geen mening over. Als tuinier met een zware kleigrond des te meer.
