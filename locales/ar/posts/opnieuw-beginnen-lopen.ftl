### Opnieuw beginnen lopen: tien weken zonder haast
### posts/opnieuw-beginnen-lopen/index.md. How to translate: TRANSLATING.md

# nl: Opnieuw beginnen lopen: tien weken zonder haast
title = العودة إلى الجري: عشرة أسابيع بلا استعجال

# nl: Je longen zijn na drie weken weer mee, je pezen na drie maanden. Een opbouwschema voor wie lang gestopt is, met de fouten die ik zelf ook heb gemaakt.
summary = رئتاك تستعيدان إيقاعهما بعد ثلاثة أسابيع، وأوتارك بعد ثلاثة أشهر. برنامج متدرّج لمن انقطع طويلًا، مع الأخطاء التي ارتكبتها أنا أيضًا.

# nl: Een wandelende figuur op een pad dat in zachte bochten omhoogloopt tussen groene heuvels, met een lage terracotta zon.
image-alt = شخص يمشي على درب يصعد في منعطفات ناعمة بين تلال خضراء، مع شمس منخفضة بلون الفخّار.

# nl: Het eerste stuk stap je. Dat is geen opwarming, dat is het plan.
image-caption = الجزء الأول تقطعه مشيًا. ليس هذا إحماءً، بل هذه هي الخطة.

# nl: Tekening: Jonas De Backer
image-credit = رسم: Jonas De Backer

# nl: De laatste keer dat ik zelf opnieuw begon, liep ik meteen vijf kilometer. Ik kon dat nog. Mijn longen protesteerden, mijn trots hield vol, en twee dagen later liep ik achterstevoren de trap af. Drie weken nadien had ik een pijnlijke achillespees. Ik ben kinesitherapeut. Kennis beschermt dus maar matig tegen enthousiasme, en daarom schrijf ik het schema op.
p-e0faad = في آخر مرة عدت فيها أنا نفسي إلى الجري، قطعت خمسة كيلومترات دفعة واحدة. كنت ما زلت قادرًا على ذلك. احتجّت رئتاي، وصمدت كبريائي، وبعد يومين كنت أنزل السلّم ماشيًا إلى الوراء. وبعد ثلاثة أسابيع صار وتر أخيل يؤلمني. أنا اختصاصي علاج طبيعي. المعرفة إذن لا تقي من الحماسة إلا بقدر، ولهذا أكتب البرنامج على الورق.

# nl: Je motor is sneller klaar dan je banden
p-8a39a4 = محرّكك يجهز قبل إطاراتك

# nl: Wie opnieuw begint, voelt vooral zijn adem. Die verbetert vlug: na drie weken gaat dezelfde ronde merkbaar vlotter. Pezen, botten en het kraakbeen in je knie passen zich ook aan, en ze nemen er maanden voor. Tussen week drie en week acht zit je dus met een motor die meer wil dan de banden kunnen hebben. In die weken zien wij de meeste lopers binnenkomen.
p-9b05ab = من يعود إلى الجري يشعر قبل كل شيء بأنفاسه. وهذه تتحسّن سريعًا: بعد ثلاثة أسابيع تصبح الجولة نفسها أسهل على نحو ملحوظ. والأوتار والعظام وغضروف الركبة تتكيّف أيضًا، لكنها تحتاج إلى أشهر. لذا تجد نفسك بين الأسبوع الثالث والأسبوع الثامن مع محرّك يريد أكثر مما تتحمّله الإطارات. وفي هذه الأسابيع يأتي إلينا أكثر العدّائين.

# nl: Beginners betalen daar een prijs voor. Per duizend uur lopen telden onderzoekers bij beginnende lopers bijna achttien blessures, bij recreatieve lopers met ervaring bijna acht.[^uur] Lopen is daarmee geen gevaarlijke sport. Je moet er wel in groeien, en de cijfers laten zien dat het eerste jaar het meeste geduld vraagt.
p-2ec9c0 = والمبتدئون يدفعون ثمن ذلك. ففي كل ألف ساعة من الجري أحصى الباحثون ما يقارب ثماني عشرة إصابة لدى العدّائين المبتدئين، وما يقارب ثماني إصابات لدى الهواة ذوي الخبرة.[^uur] هذا لا يجعل الجري رياضة خطرة. لكن عليك أن تنمو فيه بالتدريج، والأرقام تبيّن أن السنة الأولى هي الأحوج إلى الصبر.

# nl: Slecht voor je knieën? Een meta-analyse van 17 studies vond knie- of heupartrose bij 3,5 procent van de recreatieve lopers en bij 10,2 procent van de mensen die niet liepen. Dat bewijst niet dat lopen beschermt, want wie pijn krijgt, stopt. Dat recreatief lopen je knieën opgebruikt, is met zulke cijfers wel moeilijk vol te houden.
p-6c1afe = أهو مضرّ بركبتيك؟ وجد تحليل تلوي شمل 17 دراسة خشونةً في الركبة أو الورك لدى 3.5 في المئة من هواة الجري، ولدى 10.2 في المئة ممن لا يجرون. هذا لا يثبت أن الجري يحمي، فمن يصيبه الألم يتوقف. لكن الزعم بأن الجري للهواية يستهلك ركبتيك يصعب الدفاع عنه أمام أرقام كهذه.

# nl: De regel van tien procent, herbekeken
p-e9d0b8 = نظرة جديدة إلى قاعدة العشرة في المئة

# nl: Misschien ken je de tienprocentregel: nooit meer dan tien procent extra per week. Een Nederlandse studie liet 532 beginners trainen met een schema volgens die regel of met een vlotter schema. In beide groepen raakte ongeveer een op de vijf geblesseerd.[^tien] De regel had niets voorkomen.
p-2b0867 = لعلك تعرف قاعدة العشرة في المئة: لا زيادة أبدًا على عشرة في المئة في الأسبوع. في دراسة هولندية تدرّب 532 مبتدئًا وفق برنامج يتبع تلك القاعدة أو وفق برنامج أسرع. وفي كلتا المجموعتين أصيب نحو واحد من كل خمسة.[^tien] لم تمنع القاعدة شيئًا.

# nl: In 2025 kwam er een interessante aanvulling. Deense onderzoekers volgden meer dan 5.200 lopers met een sporthorloge, samen goed voor bijna 600.000 loopbeurten. Hoeveel de week in totaal groeide, zei weinig. De afzonderlijke loopbeurt zei meer: wie in één keer ruim tien procent verder liep dan zijn langste afstand van de voorbije dertig dagen, had al een duidelijk hoger risico. Bij meer dan het dubbele was het risico ruim twee keer zo groot.[^deen]
p-7428df = وفي عام 2025 جاءت إضافة مثيرة للاهتمام. تابع باحثون دنماركيون أكثر من 5200 عدّاء يحملون ساعات رياضية، وبلغ مجموع جولاتهم ما يقارب 600 ألف جولة جري. لم يكن مقدار ما زاده الأسبوع في مجمله معبّرًا كثيرًا. الجولة المنفردة كانت أبلغ: من جرى في مرة واحدة مسافة تتجاوز بأكثر من عشرة في المئة أطول مسافة قطعها في الأيام الثلاثين السابقة كان خطر إصابته أعلى بوضوح. ومن تجاوز ضعف تلك المسافة ارتفع خطر إصابته إلى أكثر من الضعف.[^deen]

# nl: Een drukke week vergeeft je lichaam sneller dan één overmoedige zondag.
p-3c5922 = يغفر لك جسمك أسبوعًا حافلًا أسرع مما يغفر لك يوم أحد واحدًا من التهوّر.

# nl: Het schema
p-57f8b3 = البرنامج

# nl: Drie beurten per week, met telkens minstens één dag ertussen. Begin en eindig met vijf minuten stevig stappen; die staan niet in de tabel. Het looptempo is een tempo waarop je een hele zin kunt zeggen. Voel je je daar belachelijk traag bij, dan zit je goed.
p-e6efd0 = ثلاث جولات في الأسبوع، بين كل جولة وأخرى يوم واحد على الأقل. ابدأ واختم بخمس دقائق من المشي السريع، وهي غير مدرجة في الجدول. وتيرة الجري هي وتيرة تستطيع معها أن تقول جملة كاملة. فإن شعرت بأنك بطيء إلى حد مضحك، فأنت على الطريق الصحيح.

# nl: Week
p-e78041 = الأسبوع

# nl: Lopen
p-2c8fb8 = الجري

# nl: Stappen
p-e1646c = المشي

# nl: Aantal keer
p-53fc94 = عدد المرات

# nl: Totaal gelopen
p-c9750a = مجموع الجري

# nl: 1 min
p-75adba = دقيقة واحدة

# nl: 2 min
p-1f94b3 = دقيقتان

# nl: 6 min
p-9a2fd6 = 6 دقائق

# nl: 1 min
p-6ad53b = دقيقة واحدة

# nl: 1 min 30
p-3556e5 = دقيقة و30 ثانية

# nl: 8 min
p-a0e457 = 8 دقائق

# nl: 2 min
p-c5356d = دقيقتان

# nl: 2 min
p-c5356d3f = دقيقتان

# nl: 10 min
p-836132 = 10 دقائق

# nl: 2 min
p-c5356d3f9fa5 = دقيقتان

# nl: 2 min
p-c5356d3f9fa5f024 = دقيقتان

# nl: 8 min, rustweek
p-8a9f1b = 8 دقائق، أسبوع مخفّف

# nl: 3 min
p-00164f = 3 دقائق

# nl: 2 min
p-4beff8 = دقيقتان

# nl: 12 min
p-a6bcf4 = 12 دقيقة

# nl: 4 min
p-b6566e = 4 دقائق

# nl: 2 min
p-4beff8d3 = دقيقتان

# nl: 16 min
p-3766a2 = 16 دقيقة

# nl: 6 min
p-fa0f66 = 6 دقائق

# nl: 2 min
p-4beff8d3e913 = دقيقتان

# nl: 18 min
p-db4f78 = 18 دقيقة

# nl: 5 min
p-53bc57 = 5 دقائق

# nl: 2 min
p-4beff8d3e91363a3 = دقيقتان

# nl: 15 min, rustweek
p-01ea0e = 15 دقيقة، أسبوع مخفّف

# nl: 10 min
p-3794d3 = 10 دقائق

# nl: 2 min
p-17171d = دقيقتان

# nl: 20 min
p-e8b489 = 20 دقيقة

# nl: 12 min
p-01be7c = 12 دقيقة

# nl: 2 min
p-17171d6d = دقيقتان

# nl: 24 min
p-cf6377 = 24 دقيقة

# nl: Sommige trappen in de tabel zijn groter dan tien procent. Dat kan, omdat de hoeveelheden klein zijn en de stappauzes je pezen ontlasten. In week elf loop je voor het eerst twintig minuten aan één stuk. Vanaf dan laat je je langste loopbeurt met niet meer dan ongeveer een tiende groeien. Herhaal een week gerust als ze zwaar viel. Niemand heeft ooit spijt gehad van twaalf weken in plaats van tien.
p-c0c7ce = بعض الدرجات في الجدول أكبر من عشرة في المئة. وهذا ممكن لأن الكميات صغيرة ولأن فترات المشي تخفّف الحِمل عن أوتارك. في الأسبوع الحادي عشر تجري لأول مرة عشرين دقيقة متواصلة. ومن ذلك الحين لا تدع أطول جولاتك تزيد بأكثر من العُشر تقريبًا. وكرّر الأسبوع بلا حرج إن وجدته شاقًّا. لم يندم أحد قط على اثني عشر أسبوعًا بدلًا من عشرة.

# nl: Eerst een drempel
p-6d19f8 = العتبة أولًا

# nl: Voor je aan week 1 begint, zou je dit moeten kunnen:
p-d1922a = قبل أن تبدأ الأسبوع 1، ينبغي أن تقدر على ما يلي:

# nl: een halfuur stevig stappen, drie keer in één week, zonder extra klachten de dag nadien
p-aa06b1 = المشي السريع نصف ساعة، ثلاث مرات في أسبوع واحد، من دون أوجاع إضافية في اليوم التالي

# nl: op één been twintig keer op je tenen komen, met twee vingers tegen de muur
p-c4e7e5 = الارتفاع على أطراف أصابع قدم واحدة عشرين مرة، مع إسناد إصبعين إلى الجدار

# nl: lukt tien of meer? Begin gerust, en doe er twee keer per week drie reeksen bij
p-000d58 = تنجح في عشر مرات أو أكثر؟ ابدأ مطمئنًّا، وأضف ثلاث مجموعات منها مرتين في الأسبوع

# nl: lukt minder dan tien? Neem eerst zes weken voor [krachttraining](sterker-na-je-vijftigste.md)
p-93fbda = تنجح في أقل من عشر؟ خذ أولًا ستة أسابيع من [تمارين القوة](sterker-na-je-vijftigste.md)

# nl: tien keer rustig van een trede stappen zonder dat je knie naar binnen zakt van zwakte of pijn
p-fa8404 = النزول بهدوء عن درجة سلّم عشر مرات من دون أن تميل ركبتك إلى الداخل من ضعف أو ألم

# nl: Vijf dingen die meer uitmaken dan je schoenen
p-8bcb16 = خمسة أمور أهم من حذائك

# nl: **Zet je grenzen vooraf.** Pijn tot 5 op 10 mag, als ze de volgende ochtend weer op haar gewone niveau zit. Hoe je pijn met kleuren leest, staat bij [wat je lichaam aankan](belasting-en-belastbaarheid.md).
p-7d278e = **ضع حدودك مسبقًا.** الألم حتى 5 من 10 مسموح به إن عاد في صباح اليوم التالي إلى مستواه المعتاد. أما كيف تقرأ الألم بالألوان، فتجده في [ما يقوى عليه جسمك](belasting-en-belastbaarheid.md).

# nl: **Zet kleinere passen.** Lopers die hun pasritme met tien procent verhoogden bij dezelfde snelheid, belastten knie en heup merkbaar minder.[^pas] Tel je passen een halve minuut, en doe er de volgende keer een paar bij.
p-6ae3ca = **قصّر خطواتك.** العدّاؤون الذين رفعوا إيقاع خطواتهم عشرة في المئة بالسرعة نفسها خفّ الحِمل على ركبهم وأوراكهم على نحو ملحوظ.[^pas] عُدّ خطواتك نصف دقيقة، وأضف إليها بضع خطوات في المرة التالية.

# nl: **Verander niet alles tegelijk.** Nieuwe schoenen, een bospad en een loopclub in dezelfde week zijn drie experimenten door elkaar.
p-d97b71 = **لا تغيّر كل شيء في آن واحد.** حذاء جديد ودرب في الغابة ونادٍ للجري في الأسبوع نفسه: هذه ثلاث تجارب مختلطة.

# nl: **Hou rekening met het donker.** In november is het om halfzes donker. Een fluohesje en een ronde waar je de putten kent, zijn betere blessurepreventie dan een inlegzool op goed geluk.
p-6b3adc = **احسب حساب الظلام.** في نوفمبر يحلّ الظلام في الخامسة والنصف. سترة فسفورية ومسار تعرف حفره يقيانك من الإصابات خيرًا من نعل داخلي تختاره بالحظ.

# nl: **Schrijf één zin per loopbeurt.** ‘Rechterkuit stijf tot aan de kerk, daarna weg.’ Na drie weken zie je patronen die je horloge niet ziet.
p-8230e7 = **اكتب جملة واحدة عن كل جولة.** «الربلة اليمنى متيبّسة حتى الكنيسة، ثم زال ذلك». بعد ثلاثة أسابيع ترى أنماطًا لا تراها ساعتك.

# nl: Loop de eerste weken heen en weer in plaats van in een lus. Keer om na de helft van de tijd. Zo sta je nooit drie kilometer van huis met een kuit die niet meer wil.
p-2074ab = اجرِ في الأسابيع الأولى ذهابًا وإيابًا بدلًا من مسار دائري. استدر بعد انقضاء نصف الوقت. هكذا لن تجد نفسك أبدًا على بُعد ثلاثة كيلومترات من البيت مع ربلة لم تعد تطاوعك.

# nl: Wanneer stop je?
p-f280fc = متى تتوقف؟

# nl: Stop en laat je nakijken bij pijn die tijdens het lopen scherper wordt en op één vingertopje van je scheenbeen of voet zit, zeker als stappen de dag nadien ook pijn doet: zo begint een stressfractuur. Bij druk op de borst, hartkloppingen met duizeligheid of ongewone kortademigheid stop je meteen en contacteer je een arts. Gaat het niet snel over, bel 112.
p-b5dc73 = توقّف واطلب الفحص إذا شعرت بألم يزداد حدّة أثناء الجري ويتركّز في بقعة بحجم طرف الإصبع على قصبة ساقك أو قدمك، ولا سيما إذا كان المشي مؤلمًا أيضًا في اليوم التالي: هكذا يبدأ الكسر الإجهادي. وعند ضغط على الصدر، أو خفقان مع دوخة، أو ضيق نفس غير معتاد، توقّف فورًا واتصل بطبيب. وإن لم يزُل ذلك سريعًا، فاتصل بالرقم 112.

# nl: Ben je ouder dan vijfenveertig en deed je jaren niets, rook je, of is er hartziekte in je familie? Vraag dan je huisarts om mee te kijken voor je begint. Je hoeft geen atleet te zijn voor dat gesprek, en meestal is het antwoord: doe maar, rustig aan.
p-1cb3f1 = هل تجاوزت الخامسة والأربعين ولم تمارس شيئًا منذ سنوات، أو تدخّن، أو في عائلتك مرض قلبي؟ اطلب إذن من طبيب الأسرة أن ينظر معك في الأمر قبل أن تبدأ. لا يلزم أن تكون بطلًا رياضيًّا لتخوض هذا الحديث، والجواب في الغالب: تفضّل، ولكن على مهل.

# nl: Mijn eigen achillespees is intussen vijf jaar klachtenvrij. Ik loop nog altijd het liefst te snel. Het schema hangt op de koelkast, naast de afvalkalender.
p-116585 = أما وتر أخيل عندي فلم يؤلمني منذ خمس سنوات. وما زلت أفضّل أن أجري أسرع مما ينبغي. والبرنامج معلّق على الثلاجة، إلى جانب تقويم جمع النفايات.

# nl: Videbæk en collega's, 2015: 17,8 blessures per duizend uur bij beginners en 7,7 bij recreatieve lopers. De studies verschilden sterk in wat ze een blessure noemden.
p-42c784 = مراجعة Videbæk وزملائها، 2015: 17.8 إصابة في كل ألف ساعة لدى المبتدئين و7.7 لدى هواة الجري. وقد اختلفت الدراسات كثيرًا فيما تعدّه إصابة.

# nl: Buist en collega's, 2008: 20,8 procent met het trage schema van dertien weken, 20,3 procent met het gewone schema van acht weken.
p-a88d9d = دراسة Buist وزملائها، 2008: 20.8 في المئة مع البرنامج البطيء الممتد ثلاثة عشر أسبوعًا، و20.3 في المئة مع البرنامج العادي الممتد ثمانية أسابيع.

# nl: Frandsen en collega's, 2025. Vergeleken met lopers die hooguit tien procent verder gingen: 64 procent hoger bij een sprong van 10 tot 30 procent, 52 procent hoger bij 30 tot 100 procent, 128 procent hoger daarboven. Deelnemers waren gemiddeld 46 jaar en vooral mannen met ervaring.
p-5a2d06 = دراسة Frandsen وزملائه، 2025. مقارنةً بالعدّائين الذين لم تتجاوز زيادتهم عشرة في المئة: خطر أعلى بنسبة 64 في المئة عند قفزة بين 10 و30 في المئة، وأعلى بنسبة 52 في المئة بين 30 و100 في المئة، وأعلى بنسبة 128 في المئة فوق ذلك. بلغ متوسط عمر المشاركين 46 عامًا، وكان معظمهم رجالًا ذوي خبرة.

# nl: Heiderscheit en collega's, 2011, gemeten op een loopband bij 45 gezonde lopers. Of het ook blessures voorkomt, heeft deze studie niet onderzocht.
p-e226fb = دراسة Heiderscheit وزملائه، 2011، أُجري القياس فيها على جهاز المشي لدى 45 عدّاءً سليمًا. أما هل يقي ذلك من الإصابات أيضًا، فلم تبحثه هذه الدراسة.
