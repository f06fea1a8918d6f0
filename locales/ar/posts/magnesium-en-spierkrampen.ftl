### Helpt magnesium tegen krampen in je kuiten?
### posts/magnesium-en-spierkrampen.md. How to translate: TRANSLATING.md

# nl: Helpt magnesium tegen krampen in je kuiten?
title = هل يفيد المغنيسيوم في تشنّجات ربلة الساق؟

# nl: Het potje staat in half Vlaanderen naast het bed. Wat elf studies laten zien, waarom het toch lijkt te werken, en wat je vanavond al kunt proberen zonder naar de apotheek te gaan.
summary = العلبة موجودة بجانب السرير في نصف بيوت فلاندر. ماذا تبيّن إحدى عشرة دراسة، ولماذا يبدو مع ذلك أنه ينفع، وماذا يمكنك أن تجرّب هذا المساء من دون أن تذهب إلى الصيدلية.

# nl: Drie uur 's nachts. Je strekt je been, de kuit springt in een harde knoop en je staat naast je bed te vloeken. Op het nachtkastje: een potje magnesium, aangeraden door de buurvrouw, de apotheker en een reclamespot. Bijna iedereen boven de zestig die hier met krampen komt, neemt het. Dus ging ik nakijken wat we er eigenlijk van weten.
p-cd49ed = الثالثة فجرًا. تمدّ ساقك، فتنعقد ربلتها عقدة قاسية، وإذا بك واقف إلى جانب سريرك تشتم. وعلى الطاولة الصغيرة بجانبك: علبة مغنيسيوم نصحت بها الجارة والصيدلي وإعلان تجاري. يكاد كل من تجاوز الستين ممن يأتون إلينا بالتشنجات يتناوله. لذلك رحت أتحقق مما نعرفه عنه فعلًا.

# nl: Wat elf studies zeggen
p-b91c48 = ماذا تقول إحدى عشرة دراسة

# nl: De beste samenvatting komt van Cochrane en dateert van 2020. De auteurs vonden elf studies met samen 735 deelnemers. In vijf daarvan ging het om mensen met gewone nachtelijke krampen zonder duidelijke oorzaak, de meesten op leeftijd. Ze kregen magnesium of een nepmiddel. Na vier weken bedroeg het verschil tussen beide groepen 0,18 krampen per week.[^ci] Dat is één kramp minder op vijf à zes weken, en zelfs dat kan toeval zijn.
p-6bc835 = أفضل خلاصة تأتي من كوكرين وتعود إلى عام 2020. وجد المؤلفون إحدى عشرة دراسة ضمّت معًا 735 مشاركًا. تناولت خمس منها أشخاصًا يعانون تشنجات ليلية عادية بلا سبب واضح، معظمهم متقدمون في السن. أُعطوا المغنيسيوم أو دواءً وهميًّا. وبعد أربعة أسابيع بلغ الفرق بين المجموعتين 0.18 تشنّج في الأسبوع.[^ci] أي تشنّج واحد أقل كل خمسة إلى ستة أسابيع، وحتى هذا قد يكون مصادفة.

# nl: Ook de pijn en de duur van de krampen verschilden niet noemenswaardig. De besluiten zijn ongewoon stellig voor een Cochrane-overzicht: het is onwaarschijnlijk dat magnesium oudere mensen met krampen iets oplevert wat ze zelf zouden merken. Voor zwangere vrouwen spraken de studies elkaar tegen, en daar durft niemand een besluit te trekken. Over krampen tijdens het sporten bestond er geen enkele degelijke studie met magnesium.
p-ab1bdd = كذلك لم يختلف الألم ولا مدة التشنجات اختلافًا يُذكر. والاستنتاجات حاسمة على غير عادة مراجعات كوكرين: من المستبعد أن يعود المغنيسيوم على كبار السن المصابين بالتشنجات بفائدة يلاحظونها بأنفسهم. أما في شأن الحوامل فقد تناقضت الدراسات، ولا يجرؤ أحد على استخلاص نتيجة. وفي التشنجات أثناء الرياضة لم تكن هناك أي دراسة رصينة عن المغنيسيوم.

# nl: ‘Geen bewijs voor een effect’ en ‘bewijs voor geen effect’ zijn verschillende dingen. Bij oudere mensen met nachtkrampen zitten we dicht bij het tweede. Bij zwangeren en sporters zitten we nog altijd bij het eerste.
p-19b4d2 = «لا دليل على وجود أثر» و«دليل على عدم وجود أثر» أمران مختلفان. لدى كبار السن المصابين بالتشنجات الليلية نحن قريبون من الثاني. ولدى الحوامل والرياضيين ما زلنا عند الأول.

# nl: Waarom het dan toch lijkt te werken
p-d11441 = لماذا يبدو إذن أنه ينفع

# nl: Krampen komen in vlagen. Je koopt het potje in je slechtste week, en na een slechtste week volgt meestal een betere, met of zonder pil. Statistici noemen dat regressie naar het gemiddelde. In de studies verbeterde ook de groep met het nepmiddel. Wie alleen naar zichzelf kijkt, kan dat verschil onmogelijk zien, hoe slim en eerlijk hij ook is.
p-750c91 = تأتي التشنجات على موجات. تشتري العلبة في أسوأ أسابيعك، وبعد الأسبوع الأسوأ يأتي في الغالب أسبوع أفضل، بحبّة أو من دونها. يسمّي الإحصائيون ذلك الانحدار نحو المتوسط. وفي الدراسات تحسّنت أيضًا مجموعة الدواء الوهمي. ومن لا ينظر إلا إلى نفسه يستحيل عليه أن يرى هذا الفرق، مهما كان ذكيًّا وصادقًا.

# nl: Een pil die je in je slechtste week begint te nemen, heeft altijd gelijk.
p-691496 = حبّة تبدأ بتناولها في أسوأ أسابيعك تكون دائمًا على حق.

# nl: Is het dan verkeerd om het te nemen? Als je nieren goed werken en je je er goed bij voelt, is het vooral een kost. Onschuldig is het niet helemaal: in de studies had 11 tot 37 procent van de magnesiumgroep kleine bijwerkingen, meestal diarree, tegenover 10 tot 14 procent bij het nepmiddel. Europese experts leggen de veilige bovengrens voor magnesium uit supplementen op 250 milligram per dag. Veel bruistabletten zitten daar al aan of boven.
p-a57fd1 = هل من الخطأ إذن أن تتناوله؟ إذا كانت كليتاك تعملان جيدًا وكنت مرتاحًا إليه، فهو قبل كل شيء كلفة. لكنه ليس بريئًا تمامًا: ففي الدراسات ظهرت لدى 11 إلى 37 في المئة من مجموعة المغنيسيوم آثار جانبية طفيفة، غالبًا إسهال، مقابل 10 إلى 14 في المئة مع الدواء الوهمي. ويضع الخبراء الأوروبيون الحد الأعلى الآمن للمغنيسيوم من المكمّلات عند 250 ملليغرامًا في اليوم. وكثير من الأقراص الفوّارة يبلغ هذا الحد أو يتجاوزه.

# nl: Werken je nieren minder goed, dan kan magnesium zich opstapelen in je bloed. Neem het dan nooit zonder je arts. Het hindert ook de opname van sommige antibiotica, schildklierhormoon en middelen tegen osteoporose. Vraag je apotheker hoeveel uur je ertussen moet laten.
p-963879 = إذا كانت كليتاك تعملان بكفاءة أقل، فقد يتراكم المغنيسيوم في دمك. لا تتناوله عندئذٍ أبدًا من دون طبيبك. وهو يعيق كذلك امتصاص بعض المضادات الحيوية وهرمون الغدة الدرقية وأدوية هشاشة العظام. اسأل الصيدلي كم ساعة عليك أن تترك بينهما.

# nl: Heb je misschien een tekort?
p-ae9979 = وهل لديك نقص يا تُرى؟

# nl: Een echt tekort bestaat, bijvoorbeeld bij langdurige diarree, zwaar alcoholgebruik, of bij mensen die jarenlang bepaalde maagzuurremmers of plaspillen nemen. Dan hoort een arts dat uit te zoeken. Bij gezonde eters is het zeldzaam. De Europese voedselautoriteit EFSA rekent op 300 milligram per dag voor vrouwen en 350 voor mannen, en die haal je op een gewone dag met een paar goede keuzes.
p-255466 = النقص الحقيقي موجود، مثلًا مع الإسهال الطويل الأمد أو الإفراط في الكحول، أو لدى من يتناولون على مدى سنوات بعض مثبّطات حمض المعدة أو مدرّات البول. وعندها ينبغي أن يتقصّى طبيب الأمر. أما لدى من يأكلون غذاءً صحيًّا فهو نادر. وتقدّر الهيئة الأوروبية لسلامة الأغذية EFSA الحاجة اليومية بنحو 300 ملليغرام للنساء و350 للرجال، وهو ما تبلغه في يوم عادي ببضعة خيارات جيدة.

# nl: Wat je eet
p-55c951 = ما تأكله

# nl: Portie
p-118085 = الحصة

# nl: Magnesium (ongeveer)
p-09f0b8 = المغنيسيوم (تقريبًا)

# nl: Pompoenpitten
p-23efea = بذور اليقطين

# nl: 30 g
p-768d6d = 30 غ

# nl: 160 mg
p-4da970 = 160 ملغ

# nl: Witte bonen, gekookt
p-aae4bf = فاصولياء بيضاء مسلوقة

# nl: 150 g
p-451151 = 150 غ

# nl: 95 mg
p-4b6626 = 95 ملغ

# nl: Spinazie, gekookt
p-92bcd0 = سبانخ مطبوخة

# nl: 100 g
p-fbd8a7 = 100 غ

# nl: 85 mg
p-5a82e1 = 85 ملغ

# nl: Amandelen, ongezouten
p-092084 = لوز غير مملّح

# nl: 30 g
p-f4e26d = 30 غ

# nl: 80 mg
p-7fb8f6 = 80 ملغ

# nl: Volkorenbrood
p-67b67c = خبز القمح الكامل

# nl: 2 sneden
p-c519b1 = شريحتان

# nl: 55 mg
p-223444 = 55 ملغ

# nl: Banaan
p-f42a73 = موز

# nl: 1 stuk
p-5d6d8c = حبّة واحدة

# nl: 30 mg
p-ec8ffa = 30 ملغ

# nl: Merk op waar de banaan staat. Ze is lekker en handig onderweg. Als middel tegen krampen dankt ze haar faam vooral aan tennissers op televisie.
p-223a15 = لاحظ موضع الموز. إنه لذيذ وعملي على الطريق. أما شهرته علاجًا للتشنجات فيدين بها قبل كل شيء للاعبي التنس على شاشة التلفزيون.

# nl: Wat je vanavond kunt proberen
p-b8621e = ما يمكنك تجربته هذا المساء

# nl: **Tijdens de kramp: rek de spier.** Trek je tenen naar je scheen, of ga staan en leun met gestrekt been naar voren. De kramp lost meestal binnen de minuut.
p-a5655f = **أثناء التشنّج: مدّد العضلة.** اسحب أصابع قدمك نحو قصبة ساقك، أو قف ومِل إلى الأمام وساقك ممدودة. ينفكّ التشنّج عادةً في غضون دقيقة.

# nl: **Voor het slapengaan: drie minuten rekken.** In een Nederlandse studie rekten tachtig 55-plussers met nachtkrampen zes weken lang elke avond hun kuiten en hamstrings, of ze deden niets. Drie keer tien seconden per houding. De rekkers hadden 1,2 krampen per nacht minder dan de anderen, en de krampen die bleven, deden minder pijn.[^rek]
p-d3d336 = **قبل النوم: ثلاث دقائق من التمديد.** شارك في دراسة هولندية ثمانون شخصًا تجاوزوا الخامسة والخمسين ويعانون تشنجات ليلية: على مدى ستة أسابيع مدّدوا كل مساء ربلات سيقانهم وعضلات الفخذ الخلفية، أو لم يفعلوا شيئًا. ثلاث مرات، عشر ثوانٍ لكل وضعية. نقصت التشنجات لدى من مدّدوا عضلاتهم بمقدار 1.2 تشنّج في الليلة عن الآخرين، والتشنجات التي بقيت كانت أقل إيلامًا.[^rek]

# nl: **Maak ruimte in je bed.** Een strak ingestopt laken duwt je voeten uren in de spitsstand, en een kuit die al kort staat, krampt gemakkelijker. Logisch, gratis, en nooit goed onderzocht.
p-ba92d5 = **أفسح مكانًا في سريرك.** الملاءة المشدودة بإحكام تحت الفراش تدفع قدميك ساعات إلى وضعية تتجه فيها الأصابع إلى الأسفل، والربلة القصيرة أصلًا في هذا الوضع تتشنّج بسهولة أكبر. منطقي، ومجاني، ولم يُدرس جيدًا قط.

# nl: **Kijk naar je dag.** Veel langer gestaan of gestapt dan gewoonlijk? Krampen volgen vaak op een sprong in [belasting](belasting-en-belastbaarheid.md), en sterkere kuiten verdragen meer. Twee keer per week op de tenen staan hoort in elk [krachtschema](sterker-na-je-vijftigste.md).
p-a744d9 = **انظر إلى يومك.** هل وقفت أو مشيت أطول بكثير من المعتاد؟ كثيرًا ما تعقب التشنجات قفزة في [الحِمل](belasting-en-belastbaarheid.md)، والربلات الأقوى تتحمّل أكثر. والوقوف على أطراف الأصابع مرتين في الأسبوع له مكانه في كل [برنامج لتمارين القوة](sterker-na-je-vijftigste.md).

# nl: **Loop je medicatielijst na.** Sommige plaspillen, luchtwegverwijders en cholesterolverlagers worden met krampen in verband gebracht. Stop nooit op eigen houtje; vraag het je huisarts.
p-28c904 = **راجع قائمة أدويتك.** ثمة ربط بين التشنجات وبعض مدرّات البول وموسّعات الشعب الهوائية وخافضات الكولسترول. لا توقف دواءً أبدًا من تلقاء نفسك، بل اسأل طبيب الأسرة.

# nl: Ook dat rekken is geen zekerheid. Cochrane zocht in 2021 naar alle behandelingen zonder pillen, vond er drie studies over, allemaal met rekken, en blijft voorzichtig: dagelijks kuiten én hamstrings rekken maakt krampen bij 55-plussers misschien minder hevig, over het aantal krampen zijn de auteurs erg onzeker. Ik raad het toch aan. Het kost drie minuten, er zijn bijna geen nadelen, en je weet na zes weken of het bij jou iets doet.
p-f20c2d = والتمديد أيضًا ليس مضمونًا. بحثت كوكرين في عام 2021 عن كل العلاجات التي لا حبوب فيها، فوجدت عنها ثلاث دراسات، كلها عن التمديد، وبقيت حذرة: تمديد الربلتين وعضلات الفخذ الخلفية معًا كل يوم ربما يخفّف شدة التشنجات لدى من تجاوزوا الخامسة والخمسين، أما عدد التشنجات فالمؤلفون بعيدون فيه عن اليقين. ومع ذلك أنصح به. فهو لا يكلّف إلا ثلاث دقائق، ويكاد يخلو من المساوئ، وبعد ستة أسابيع تعرف هل له أثر عندك.

# nl: En kinine?
p-7a1467 = والكينين؟

# nl: Kinine vermindert krampen wel, bescheiden: in het Cochrane-overzicht ruim een kwart minder in twee weken. Daartegenover staan zeldzame, maar ernstige bijwerkingen op het bloed en het hartritme. Voor gewone nachtkrampen raden gezondheidsinstanties het daarom af. Een glas tonic bevat zo weinig kinine dat je er geen effect van moet verwachten, behalve van de bubbels.
p-2e2880 = الكينين يقلّل التشنجات فعلًا، ولكن بقدر متواضع: في مراجعة كوكرين أقل بما يزيد على الربع خلال أسبوعين. وفي المقابل ثمة آثار جانبية نادرة لكنها خطيرة على الدم ونظم القلب. لذلك تنصح الهيئات الصحية بعدم استعماله في التشنجات الليلية العادية. أما كأس من ماء التونيك ففيها من الكينين قدر ضئيل لا يُنتظر منه أثر، إلا أثر الفقاعات.

# nl: Wanneer naar de dokter?
p-aaefc4 = متى تذهب إلى الطبيب؟

# nl: Laat je nakijken als een been dik, rood of warm is, als de pijn komt bij het stappen en wegtrekt als je stilstaat, als je krachtverlies of een doof gevoel hebt, of als de krampen ook in je handen, buik of gezicht optreden. En ook gewoon als je er al weken slecht van slaapt. Dat is reden genoeg.
p-db3b76 = اطلب الفحص إذا كانت إحدى ساقيك متورّمة أو حمراء أو ساخنة، أو إذا كان الألم يأتي مع المشي ويزول حين تقف، أو إذا شعرت بضعف في القوة أو بخَدَر، أو إذا ظهرت التشنجات أيضًا في يديك أو بطنك أو وجهك. وكذلك، بكل بساطة، إذا كان نومك سيئًا بسببها منذ أسابيع. هذا سبب كافٍ.

# nl: Het 95%-betrouwbaarheidsinterval loopt van 0,84 krampen per week minder tot 0,49 méér (vijf studies, 307 deelnemers).
p-fd01bd = تمتد فترة الثقة بمستوى 95% من نقص قدره 0.84 تشنّج في الأسبوع إلى زيادة قدرها 0.49 (خمس دراسات، 307 مشاركين).

# nl: Hallegraeff en collega's, 2012. De deelnemers wisten uiteraard of ze rekten, en dat kan het resultaat mooier maken dan het is.
p-9c0830 = دراسة Hallegraeff وزملائه، 2012. كان المشاركون يعرفون بطبيعة الحال هل يمدّدون عضلاتهم أم لا، وهذا قد يجمّل النتيجة أكثر مما هي عليه.
