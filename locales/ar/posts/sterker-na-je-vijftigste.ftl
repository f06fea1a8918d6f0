### Sterker na je vijftigste: twee keer per week volstaat
### posts/sterker-na-je-vijftigste/index.md. How to translate: TRANSLATING.md

# nl: Sterker na je vijftigste: twee keer per week volstaat
title = أقوى بعد الخمسين: مرّتان في الأسبوع تكفيان

# nl: Spierkracht verlies je sneller dan spiermassa, en je wint ze op elke leeftijd terug. Met een stoel, een rugzak en twee keer dertig minuten per week kom je verder dan je denkt.
summary = تفقد العضلات قوّتها أسرع مما تفقد كتلتها، لكنك تستعيد هذه القوة في أي عمر. بكرسي وحقيبة ظهر وثلاثين دقيقة مرتين في الأسبوع تصل إلى أبعد مما تظن.

# nl: Een stoel met een terracotta handdoek over de leuning, rechts een korte halter en een ronde gewichtsbal, links een plant in een pot.
image-alt = كرسي على مسنده منشفة بلون الفخّار، وعلى اليمين دمبل قصير وكرة أثقال مستديرة، وعلى اليسار نبتة في أصيص.

# nl: Veel meer materiaal heb je de eerste maanden niet nodig.
image-caption = لن تحتاج في الأشهر الأولى إلى عُدّة أكثر من هذه بكثير.

# nl: Tekening: Jonas De Backer
image-credit = رسم: Jonas De Backer

# nl: Neem een gewone keukenstoel, kruis je armen voor je borst en sta vijf keer zo vlug als je kunt recht. Laat iemand de tijd meten, tot je na de vijfde keer weer zit. Onder de tien seconden? Mooi. Meer dan vijftien? Dan zit je boven de grens die Europese experts gebruiken als een eerste signaal van te weinig spierkracht.[^stoel] Er is op dit moment niets mis met je. Je weet nu wel waar je aan kunt werken.
p-6a3d22 = خذ كرسي مطبخ عاديًّا، وضع ذراعيك متقاطعتين على صدرك، ثم قم واقفًا خمس مرات بأسرع ما تستطيع. دع أحدًا يقيس الوقت إلى أن تجلس من جديد بعد المرة الخامسة. أقل من عشر ثوانٍ؟ رائع. أكثر من خمس عشرة؟ أنت إذن فوق الحد الذي يعتمده الخبراء الأوروبيون إشارةً أولى إلى ضعف القوة العضلية.[^stoel] ليس بك أي خلل في هذه اللحظة. لكنك صرت تعرف ما الذي يمكنك أن تعمل عليه.

# nl: Kracht is een van die dingen die ongemerkt verdwijnen. Vanaf ongeveer je vijftigste krimpt de spiermassa bij wie niets doet met grofweg één procent per jaar, en de kracht daalt sneller dan de massa. Je merkt het eerst aan kleine dingen: de bokaal die niet meer opengaat, de hand op de knie bij het rechtstaan, de trapleuning die je vroeger niet zag.
p-e3c511 = القوة من تلك الأشياء التي تتسرّب من دون أن ننتبه. فمنذ سن الخمسين تقريبًا تنكمش الكتلة العضلية لدى من لا يفعل شيئًا بنحو واحد في المئة كل عام، وتتراجع القوة أسرع من الكتلة. تلاحظ ذلك أولًا في أمور صغيرة: مرطبان لم يعد يُفتح، ويد تستند إلى الركبة عند القيام، ودرابزين لم تكن تراه من قبل.

# nl: Het is niet te laat, ook niet op je zevenentachtigste
p-870086 = لم يفت الأوان، حتى في السابعة والثمانين

# nl: In 1994 deden onderzoekers in Boston iets wat velen roekeloos vonden. Ze lieten bewoners van een woonzorgcentrum, gemiddeld 87 jaar oud, tien weken lang drie keer per week stevig beentraining doen. Geen zitgymnastiek met een sjaaltje: zware gewichten, onder begeleiding. De beenkracht nam met 113 procent toe, de deelnemers stapten 12 procent sneller en ze klommen trappen met 28 procent meer vermogen.[^fiat]
p-3ce8e4 = في عام 1994 أقدم باحثون في بوسطن على ما عدّه كثيرون تهوّرًا. فقد جعلوا نزلاء دار لرعاية المسنين، متوسط أعمارهم 87 عامًا، يتمرّنون ثلاث مرات في الأسبوع تمرينًا شديدًا للساقين على مدى عشرة أسابيع. لم تكن رياضة على الكراسي بوشاح خفيف، بل أثقالًا كبيرة تحت الإشراف. زادت قوة الساقين بنسبة 113 في المئة، وصار المشاركون يمشون أسرع بنسبة 12 في المئة، ويصعدون السلالم بقدرة أكبر بنسبة 28 في المئة.[^fiat]

# nl: Eén straffe studie is een anekdote met cijfers. Daarom is het Cochrane-overzicht van Liu en Latham zo waardevol: 121 studies, ongeveer 6.700 deelnemers van zestig en ouder. Twee tot drie keer per week oefenen met oplopend gewicht maakte mensen duidelijk sterker. Ze stonden ook vlotter recht uit een stoel, en taken als traplopen en stappen gingen wat beter. Blessures waren zeldzaam, al werden ze niet in elke studie even goed bijgehouden.
p-9e95e5 = دراسة واحدة مبهرة ليست سوى حكاية بالأرقام. لهذا تكتسب مراجعة كوكرين التي أعدّها Liu وLatham كل هذه القيمة: 121 دراسة ونحو 6700 مشارك في الستين فما فوق. التمرّن مرتين إلى ثلاث مرات في الأسبوع بأوزان متزايدة جعل الناس أقوى بوضوح. وصاروا ينهضون عن الكرسي بسهولة أكبر، وتحسّن بعض الشيء أداؤهم في مهام مثل صعود السلالم والمشي. وكانت الإصابات نادرة، وإن لم تُسجَّل بالدقة نفسها في كل دراسة.

# nl: Je spieren weten niet hoe oud je bent. Ze weten alleen wat je deze week van hen vroeg.
p-f70a25 = عضلاتك لا تعرف كم عمرك. إنها تعرف فقط ما طلبتَه منها هذا الأسبوع.

# nl: Wat kracht wel en niet voor je doet
p-f930e6 = ما تقدّمه لك القوة وما لا تقدّمه

# nl: Vallen
p-ed52d4 = السقوط

# nl: Een op de drie 65-plussers valt minstens één keer per jaar. Oefenprogramma's brengen het aantal valpartijen met ongeveer 23 procent omlaag, en programma's die evenwicht en functionele oefeningen met kracht combineren met ongeveer 34 procent.[^val] Alleen gewichten heffen is daar dus niet genoeg voor: zet er altijd een evenwichtsoefening bij. Tandenpoetsen op één been telt, met het aanrecht of de wastafel binnen handbereik.
p-0a9457 = يسقط واحد من كل ثلاثة أشخاص في الخامسة والستين فما فوق مرة واحدة على الأقل في السنة. تخفض برامج التمارين عدد مرات السقوط بنحو 23 في المئة، أما البرامج التي تجمع تمارين التوازن والتمارين الوظيفية مع تمارين القوة فتخفضه بنحو 34 في المئة.[^val] رفع الأثقال وحده لا يكفي لهذا إذن: أضف إليه دائمًا تمرين توازن. وتنظيف أسنانك واقفًا على ساق واحدة يُحتسب، على أن تكون منضدة المطبخ أو المغسلة في متناول يدك.

# nl: Botten
p-96e886 = العظام

# nl: Bot wordt sterker van stevige prikkels. Aan de Australische LIFTMOR-studie deden 101 vrouwen mee, na de menopauze en met een lage botdichtheid. De helft trainde twee keer een halfuur per week, heel zwaar en met sprongen erbij. Na acht maanden was bij hen de botdichtheid van de onderrug er met 2,9 procent op vooruitgegaan. In de vergelijkingsgroep, die thuis licht oefende, ging er 1,2 procent af. Belangrijk detail: elke training stond onder toezicht, in kleine groepjes. Dit is geen programma om met osteoporose op je eentje in de garage te proberen.
p-40c177 = يقوى العظم بالمحفّزات الشديدة. شاركت في دراسة LIFTMOR الأسترالية 101 امرأة تجاوزن سن انقطاع الطمث وكثافة عظامهن منخفضة. تدرّب نصفهنّ نصف ساعة مرتين في الأسبوع، بأوزان ثقيلة جدًّا ومعها قفزات. وبعد ثمانية أشهر كانت كثافة العظم في أسفل ظهورهنّ قد زادت بنسبة 2.9 في المئة. أما في مجموعة المقارنة، التي تمرّنت في البيت تمارين خفيفة، فنقصت بنسبة 1.2 في المئة. وثمة تفصيل مهم: كل حصة تدريب جرت تحت الإشراف وفي مجموعات صغيرة. ليس هذا برنامجًا تجرّبه وحدك في المرآب إن كنت مصابًا بهشاشة العظام.

# nl: Pijn en gewicht
p-c6c389 = الألم والوزن

# nl: Bij artrose van knie en heup hoort oefenen tot de basis van de behandeling. Voor gewichtsverlies mag je van krachttraining niet te veel verwachten: een halfuur verbrandt minder dan één stuk rijsttaart. Je houdt er wel spieren mee over als je om een andere reden vermagert.
p-711a2e = في خشونة الركبة والورك تُعدّ التمارين من أسس العلاج. أما إنقاص الوزن فلا تنتظر فيه الكثير من تمارين القوة: نصف ساعة منها تحرق أقل مما في قطعة واحدة من فطيرة الأرز. لكنها تحفظ لك عضلاتك إن كنت تفقد الوزن لسبب آخر.

# nl: Ons keukenschema
p-8f8760 = برنامجنا في المطبخ

# nl: De Wereldgezondheidsorganisatie vraagt volwassenen om minstens twee dagen per week de grote spiergroepen te trainen, en 65-plussers om daar op minstens drie dagen ook evenwicht bij te nemen. Dit schema past in een halfuur. Twee dagen met minstens één dag ertussen is genoeg om te beginnen.
p-a4a6af = تطلب منظمة الصحة العالمية من البالغين تمرين المجموعات العضلية الكبرى يومين في الأسبوع على الأقل، ومن بلغوا الخامسة والستين أن يضيفوا إلى ذلك تمارين التوازن في ثلاثة أيام على الأقل. هذا البرنامج تتسع له نصف ساعة. ويكفي في البداية يومان بينهما يوم واحد على الأقل.

# nl: Oefening
p-d37bf8 = التمرين

# nl: Waarmee
p-8b9b1a = بماذا

# nl: Start
p-e4bb9f = البداية

# nl: Na twaalf weken
p-c0c4a4 = بعد اثني عشر أسبوعًا

# nl: Rechtstaan uit een stoel
p-93f517 = النهوض عن الكرسي

# nl: eigen gewicht, later een rugzak
p-67e3d7 = وزن الجسم، ثم حقيبة ظهر لاحقًا

# nl: 3 × 10 met 5 kg
p-d0d15c = 3 × 10 مع 5 كغ

# nl: Duwen tegen het aanrecht
p-877ed1 = الضغط على منضدة المطبخ

# nl: eigen gewicht
p-862121 = وزن الجسم

# nl: Roeien
p-5ad553 = التجديف

# nl: elastiek aan de deurklink
p-180cab = شريط مطاطي على مقبض الباب

# nl: 3 × 12, stuggere band
p-e7a1eb = 3 × 12، شريط أشدّ

# nl: Op de tenen staan
p-e6f9c9 = الوقوف على أطراف الأصابع

# nl: trede, hand aan de leuning
p-1873eb = درجة سلّم، واليد على الدرابزين

# nl: 3 × 12 op één been
p-f5397c = 3 × 12 على ساق واحدة

# nl: Boodschappen dragen
p-c256cc = حمل أكياس التسوّق

# nl: twee tassen
p-a69376 = كيسان

# nl: 2 × 20 m
p-1d0582 = 2 × 20 م

# nl: 3 × 40 m, 6 kg per hand
p-022d01 = 3 × 40 م، 6 كغ في كل يد

# nl: De kilo's in de laatste kolom zijn een voorbeeld voor iemand die gezond is en vlot vooruitgaat. Het belangrijkste getal staat niet in de tabel. Dat is het aantal herhalingen dat je op het einde van een reeks *nog over* hebt. Stop als je er nog twee of drie in je hebt. Heb je er na de laatste nog zes over, dan mag er gewicht bij.
p-3363b6 = الكيلوغرامات في العمود الأخير مثال لشخص سليم يتقدّم بسهولة. والرقم الأهم ليس في الجدول. إنه عدد التكرارات التي *تبقى في رصيدك* عند نهاية المجموعة. توقّف حين يبقى لديك تكراران أو ثلاثة. فإن بقي لديك ستة بعد التكرار الأخير، فيمكنك زيادة الوزن.

# nl: Vier afspraken met jezelf
p-5b84d8 = أربعة اتفاقات مع نفسك

# nl: **Zet het in je agenda.** Dinsdag en vrijdag om halfzes werkt beter dan ‘ergens deze week’.
p-ee6dbf = **ضعه في مفكرتك.** الثلاثاء والجمعة في الخامسة والنصف أنجح من «في وقت ما هذا الأسبوع».

# nl: **Schrijf op wat je deed.** Een schriftje op de koelkast. Na acht weken is dat schriftje je beste motivatie.
p-157db0 = **اكتب ما أنجزته.** دفتر صغير على الثلاجة. بعد ثمانية أسابيع يصبح هذا الدفتر أفضل محفّز لك.

# nl: **Verhoog pas na twee vlotte beurten.** Lukt alles twee keer na elkaar met twee herhalingen over, dan doe je er iets bij. Zo blijf je binnen [wat je lichaam aankan](belasting-en-belastbaarheid.md).
p-256e82 = **لا تزِد إلا بعد جلستين سلستين.** إذا نجح كل شيء مرتين متتاليتين وبقي لديك تكراران، فأضف قليلًا. هكذا تبقى ضمن [ما يقوى عليه جسمك](belasting-en-belastbaarheid.md).

# nl: **Verwacht stijve dagen.** Spierpijn die na twee of drie dagen weg is, hoort bij een nieuwe prikkel. Krampen zijn iets anders: zie [wat magnesium daaraan doet](magnesium-en-spierkrampen.md).
p-3d19b1 = **توقّع أيامًا من التيبّس.** ألم العضلات الذي يزول بعد يومين أو ثلاثة جزء من كل تحفيز جديد. أما التشنجات فشيء آخر: اقرأ [ماذا يفعل المغنيسيوم حيالها](magnesium-en-spierkrampen.md).

# nl: Overleg eerst met je huisarts als je pijn op de borst krijgt bij inspanning, als je flauwvalt, als je hartfalen of een bloeddruk hebt die moeilijk onder controle raakt, of na een recente breuk of operatie. Zet je adem tijdens het heffen nooit vast: blaas uit als het zwaar wordt.
p-a4ad15 = استشر طبيب الأسرة أولًا إذا كنت تشعر بألم في الصدر عند بذل الجهد، أو كنت تصاب بالإغماء، أو كان لديك قصور في القلب أو ضغط دم يصعب ضبطه، أو بعد كسر أو عملية جراحية في الفترة الأخيرة. ولا تحبس نفَسك أبدًا أثناء الرفع: ازفر حين يثقل الحِمل.

# nl: Eet na je training iets met eiwit waar je zin in hebt: een kom platte kaas, twee eieren, een bord linzensoep. Eiwitpoeder is handig voor wie weinig eetlust heeft, en voor de meeste anderen vooral duur.
p-cb6826 = تناول بعد التمرين شيئًا تشتهيه وفيه بروتين: وعاءً من الجبن القريش، أو بيضتين، أو طبقًا من شوربة العدس. مسحوق البروتين عملي لمن شهيته ضعيفة، أما لمعظم الآخرين فهو قبل كل شيء باهظ الثمن.

# nl: De eerste zes weken gebeurt er iets in je hoofd
p-ece67b = في الأسابيع الستة الأولى يحدث شيء في رأسك

# nl: De snelste winst komt niet van grotere spieren. In de eerste weken leert je zenuwstelsel om meer spiervezels tegelijk en in de juiste volgorde aan te sturen. Daarom word je al sterker voor iemand het kan zien. De spier zelf heeft meer tijd nodig: reken op twee tot drie maanden voor je broek er iets van merkt. Wie na vier weken stopt omdat er ‘niets gebeurt’, stopt vlak voor het leuke stuk.
p-4cb0ce = أسرع المكاسب لا تأتي من عضلات أكبر. ففي الأسابيع الأولى يتعلّم جهازك العصبي أن يشغّل عددًا أكبر من الألياف العضلية في الوقت نفسه وبالترتيب الصحيح. لذلك تصبح أقوى قبل أن يرى أحد ذلك. أما العضلة نفسها فتحتاج إلى وقت أطول: احسب شهرين إلى ثلاثة قبل أن يلاحظ بنطالك شيئًا. ومن يتوقف بعد أربعة أسابيع بحجة أن «لا شيء يحدث» يتوقف قبيل الجزء الممتع.

# nl: Doe over twaalf weken de stoeltest opnieuw, op dezelfde stoel en met dezelfde schoenen. Kom hem gerust bij ons doen, wij hebben een chronometer en een stoel die niet wegschuift.
p-20bad2 = بعد اثني عشر أسبوعًا أعِد اختبار الكرسي، على الكرسي نفسه وبالحذاء نفسه. ولا تتردد في المجيء إلينا لإجرائه، فلدينا ساعة توقيت وكرسي لا ينزلق.

# nl: Cruz-Jentoft en collega's, 2019. Meer dan 15 seconden voor vijf keer rechtstaan wijst op ‘waarschijnlijke sarcopenie’. Pijnlijke knieën of een lage zetel geven hetzelfde resultaat, dus de test is een begin en geen diagnose.
p-655acd = بحسب Cruz-Jentoft وزملائه، 2019. يشير النهوض خمس مرات في أكثر من 15 ثانية إلى «ساركوبينيا مرجَّحة». والركبتان المؤلمتان أو المقعد المنخفض يعطيان النتيجة نفسها، فالاختبار إذن بداية وليس تشخيصًا.

# nl: Fiatarone en collega's, 1994. Honderd deelnemers, van wie de helft krachttraining deed. De toename van 113 procent is gemeten op de trainingstoestellen zelf, waar je ook beter wordt door te oefenen.
p-b5b641 = دراسة Fiatarone وزملائها، 1994. مئة مشارك، مارس نصفهم تمارين القوة. وقد قيست الزيادة البالغة 113 في المئة على أجهزة التدريب نفسها، وهي أجهزة يتحسّن أداؤك عليها أيضًا بالتمرّن.

# nl: Sherrington en collega's, 2019: 108 studies met ruim 23.000 deelnemers. De zekerheid is hoog voor oefenen in het algemeen, matig voor de combinatie met krachttraining.
p-a61e86 = مراجعة Sherrington وزملائها، 2019: 108 دراسات بأكثر من 23 ألف مشارك. درجة اليقين عالية فيما يخص التمارين عمومًا، ومتوسطة فيما يخص الجمع بينها وبين تمارين القوة.
