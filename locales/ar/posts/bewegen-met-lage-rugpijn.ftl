### Je rug mag weer meedoen
### posts/bewegen-met-lage-rugpijn/index.md. How to translate: TRANSLATING.md

# nl: Je rug mag weer meedoen
title = دع ظهرك يعود إلى الحركة

# nl: Lage rugpijn is akelig en meestal onschuldig. Wat je de eerste dagen doet, wat een scan wel en niet vertelt, en waarom wandelen een verrassend goede verzekering is.
summary = ألم أسفل الظهر مزعج، وهو في الغالب غير خطير. ماذا تفعل في الأيام الأولى، وماذا يقول التصوير وماذا لا يقول، ولماذا يكون المشي تأمينًا أفضل مما تتوقع.

# nl: Zeven gladde keien in een zachte S-bocht op elkaar, als een wervelkolom, tegen een zandkleurige lucht met een lage zon.
image-alt = سبعة أحجار ملساء بعضها فوق بعض في انحناءة ناعمة على شكل حرف S، كأنها عمود فقري، أمام سماء رملية اللون وشمس منخفضة.

# nl: Een rug is een stapel met veerkracht. De bochten horen erbij.
image-caption = الظهر عمود متراصّ ومرن. والانحناءات جزء منه.

# nl: Tekening: Lien Verstraete
image-credit = رسم: Lien Verstraete

# nl: Je bukt om een sok op te rapen en plots zit het vast. Je staat daar, half gebogen, één hand op de wastafel, en je eerste gedachte is: nu is er iets gescheurd. Ik schrijf dit voor dat moment en voor de twee weken erna. Het korte antwoord: er is bijna zeker niets gescheurd, het gaat voorbij, en je mag vandaag nog bewegen.
p-8ba4a4 = تنحني لتلتقط جوربًا، وفجأة يتصلّب ظهرك. تقف هناك نصف منحنٍ، يد واحدة على المغسلة، وأول ما يخطر ببالك: لقد تمزّق شيء ما. أكتب هذا لتلك اللحظة وللأسبوعين التاليين لها. الجواب القصير: يكاد يكون مؤكدًا أن شيئًا لم يتمزّق، وسيمرّ الأمر، ويمكنك أن تتحرّك اليوم قبل الغد.

# nl: Dat klinkt makkelijk voor wie geen pijn heeft. Lage rugpijn kan verschrikkelijk zijn, en de hevigheid zegt jammer genoeg weinig over de ernst. Bij ongeveer negen op de tien mensen met lage rugpijn vinden we geen ernstige ziekte of letsel dat de pijn verklaart. Een spier, een gewrichtje, een tussenwervelschijf of alles samen is geprikkeld, en het zenuwstelsel zet het volume hoog.
p-45c830 = كلام سهل على من لا يتألم. قد يكون ألم أسفل الظهر فظيعًا، وشدّته مع الأسف لا تقول الكثير عن خطورته. لدى نحو تسعة من كل عشرة مصابين بألم أسفل الظهر لا نجد مرضًا خطيرًا أو إصابة تفسّر الألم. عضلة أو مفصل صغير أو قرص بين الفقرات، أو كلها معًا، أصابها تهيّج، والجهاز العصبي يرفع مستوى الصوت.

# nl: Eerst: wanneer bel je wel?
p-de455a = أولًا: متى عليك أن تتصل؟

# nl: Ga meteen naar de spoed als je gevoel verliest rond je geslachtsdelen of zitvlak, als je je plas of stoelgang niet meer kunt ophouden of plots niet meer kunt plassen, of als je been snel kracht verliest. Bel je huisarts bij rugpijn met koorts, na een zware val, bij een voorgeschiedenis van kanker, bij onverklaard gewichtsverlies, of als je lang cortisone neemt.
p-3505a1 = اذهب فورًا إلى قسم الطوارئ إذا فقدت الإحساس حول أعضائك التناسلية أو مقعدتك، أو إذا لم تعد قادرًا على حبس البول أو البراز أو عجزت فجأة عن التبوّل، أو إذا كانت ساقك تفقد قوتها بسرعة. واتصل بطبيب الأسرة إذا رافقت ألمَ الظهر حمّى، أو جاء بعد سقطة شديدة، أو سبق أن أصبت بالسرطان، أو نقص وزنك بلا تفسير، أو كنت تتناول الكورتيزون منذ مدة طويلة.

# nl: Die situaties zijn zeldzaam, en we vragen er bij elke eerste afspraak naar. Pijn die tot onder de knie uitstraalt of een tintelende voet is meestal geen spoedgeval, maar wel een goede reden om binnen enkele dagen iemand te laten kijken.
p-5a2784 = هذه الحالات نادرة، ونسأل عنها في كل موعد أول. أما الألم الذي يمتد إلى ما تحت الركبة أو التنميل في القدم فليس في الغالب حالة طارئة، لكنه سبب وجيه لأن يفحصك مختص في غضون أيام قليلة.

# nl: De eerste dagen
p-42ac12 = الأيام الأولى

# nl: Vroeger schreef men bedrust voor, soms wekenlang. Een Cochrane-overzicht zette de studies naast elkaar: mensen met acute rugpijn die het advies kregen om actief te blijven, hadden iets minder pijn en functioneerden wat beter dan wie in bed moest blijven.[^dahm] Het verschil was klein, de richting was duidelijk. Liggen mag om even op adem te komen, tien minuten of een halfuur. Het is een pauze tussen twee keer rechtstaan.
p-d5b84a = كانت الراحة في السرير توصف في الماضي، وأحيانًا لأسابيع. وقد وضعت مراجعة كوكرين الدراسات جنبًا إلى جنب: المصابون بألم ظهر حاد الذين نُصحوا بالبقاء نشطين كان ألمهم أقل قليلًا وأداؤهم أفضل بعض الشيء ممن كان عليهم ملازمة السرير.[^dahm] كان الفرق صغيرًا، لكن الاتجاه كان واضحًا. لا بأس بالاستلقاء قليلًا لالتقاط الأنفاس، عشر دقائق أو نصف ساعة. إنها استراحة بين نهوضين.

# nl: Voor die eerste dagen geef ik bijna altijd dezelfde vier afspraken mee.
p-d4a35a = لتلك الأيام الأولى أوصي دائمًا تقريبًا بالاتفاقات الأربعة نفسها.

# nl: **Wissel elke twintig minuten van houding.** Zitten, staan, een paar passen, even liggen. Lang hetzelfde is wat een geprikkelde rug het slechtst verdraagt.
p-708d95 = **غيّر وضعيتك كل عشرين دقيقة.** جلوس، ووقوف، وبضع خطوات، واستلقاء قصير. البقاء طويلًا على حال واحدة هو أصعب ما يتحمّله ظهر متهيّج.

# nl: **Stap een paar keer per dag, ook al is het traag.** Tot aan de brievenbus telt. Probeer morgen tot aan de hoek van de straat te geraken.
p-53df15 = **امشِ بضع مرات في اليوم، ولو ببطء.** الوصول إلى صندوق البريد يُحتسب. وحاول غدًا أن تبلغ زاوية الشارع.

# nl: **Beweeg je rug in de richting die meevalt.** Bij de een is dat bol, bij de ander hol. Tien rustige herhalingen, een paar keer per dag.
p-ef8b8a = **حرّك ظهرك في الاتجاه الأهون عليك.** عند بعضهم يكون بتدوير الظهر، وعند غيرهم بتقعيره. عشرة تكرارات هادئة، بضع مرات في اليوم.

# nl: **Adem door.** Wie zijn adem inhoudt en zijn buik opspant bij elke stap, houdt de rug in de plooi die je net kwijt wilt.
p-834f66 = **واصل التنفّس.** من يحبس نفَسه ويشدّ بطنه عند كل خطوة يُبقي ظهره على الانثناءة نفسها التي تريد التخلص منها.

# nl: Warmte helpt veel mensen door de eerste nachten. Een kersenpitkussen van een kwartier tegen de onderrug is prima. Het geneest niets, maar je ontspant en je slaapt beter. Vraag je huisarts of apotheker raad voor je een pijnstiller neemt.
p-f9d816 = الدفء يعين كثيرين على اجتياز الليالي الأولى. وسادة دافئة من نوى الكرز على أسفل الظهر مدة ربع ساعة خيار ممتاز. إنها لا تشفي شيئًا، لكنك تسترخي وتنام نومًا أفضل. واستشر طبيب الأسرة أو الصيدلي قبل أن تتناول مسكّنًا للألم.

# nl: Wat een scan vertelt, en wat niet
p-e62792 = ماذا يقول التصوير، وماذا لا يقول

# nl: ‘Zouden we niet beter een foto nemen?’ Ik begrijp de vraag. Toch maakt een scan zonder goede reden het vaak erger, omdat hij bijna altijd iets toont. Onderzoekers bundelden de beelden van 3110 mensen *zonder* rugpijn. Dit zagen ze.[^brin]
p-e7f8d5 = «أليس من الأفضل أن نأخذ صورة؟» أفهم السؤال. ومع ذلك فإن التصوير بلا سبب وجيه كثيرًا ما يزيد الأمر سوءًا، لأنه يُظهر شيئًا ما في كل مرة تقريبًا. جمع باحثون صور 3110 أشخاص *بلا* ألم في الظهر. وهذا ما رأوه.[^brin]

# nl: Leeftijd
p-57a60e = العمر

# nl: Slijtage van een tussenwervelschijf
p-0effce = تآكل قرص بين الفقرات

# nl: Uitpuilende schijf
p-292ca8 = قرص بارز

# nl: 20 jaar
p-b2c9f2 = 20 عامًا

# nl: 40 jaar
p-4f7a90 = 40 عامًا

# nl: 60 jaar
p-697fd0 = 60 عامًا

# nl: 80 jaar
p-3d5f99 = 80 عامًا

# nl: Lees die tabel nog eens: het zijn mensen die geen pijn hadden. Wie op zijn vijftigste een verslag krijgt met ‘discusdegeneratie L4-L5’ krijgt dus nieuws dat evengoed over de buur kon gaan. Het zijn grijze haren, maar dan vanbinnen. Een scan is nuttig als de uitslag de behandeling verandert: bij een vermoeden van iets ernstigs, of als een ingreep ter sprake komt. De Belgische richtlijn van het KCE raadt routinebeeldvorming bij gewone rugpijn uitdrukkelijk af.
p-8979b0 = اقرأ هذا الجدول مرة أخرى: هؤلاء أناس لم يكن لديهم ألم. فمن يتسلّم في الخمسين تقريرًا يقول «تنكّس القرص L4-L5» يتلقى إذن خبرًا كان يمكن أن يكون عن جاره أيضًا. إنه الشيب، ولكن من الداخل. يفيد التصوير إذا كانت نتيجته تغيّر العلاج: عند الاشتباه في أمر خطير، أو حين يُطرح إجراء جراحي. والدليل الإرشادي البلجيكي الصادر عن KCE ينصح صراحةً بعدم التصوير الروتيني في ألم الظهر العادي.

# nl: Jouw rug staat in geen enkel verslag. Er staat alleen een foto van in.
p-5daa23 = ظهرك أنت ليس في أي تقرير. ما في التقرير صورة له فحسب.

# nl: Als het langer dan drie maanden duurt
p-f584b6 = حين يطول الأمر أكثر من ثلاثة أشهر

# nl: Bij de meeste mensen zakt een nieuwe aanval stevig in de eerste zes weken. Bij een deel blijft er pijn. Voor hen is er veel onderzoek: het Cochrane-overzicht over oefentherapie bij chronische lage rugpijn telde in 2021 maar liefst 249 studies met ruim 24.000 deelnemers. Gemiddeld zakte de pijn met oefenen 15 punten op 100 meer dan met niets doen, gewone zorg of een placebo.[^hayd] De winst in functioneren was er ook, en kleiner.
p-0404ee = لدى معظم الناس تخفّ النوبة الجديدة كثيرًا في الأسابيع الستة الأولى. ولدى قسم منهم يبقى ألم. ولهؤلاء أبحاث كثيرة: ففي عام 2021 أحصت مراجعة كوكرين عن العلاج بالتمارين لألم أسفل الظهر المزمن ما لا يقل عن 249 دراسة بأكثر من 24 ألف مشارك. في المتوسط تراجع الألم مع التمارين 15 نقطة من 100 أكثر مما تراجع مع عدم فعل شيء أو مع الرعاية المعتادة أو العلاج الوهمي.[^hayd] وكان هناك تحسّن في الأداء الوظيفي أيضًا، لكنه أصغر.

# nl: Welke oefening is de beste?
p-4b172b = ما هو أفضل تمرين؟

# nl: Daar wordt op familiefeesten stevig over gediscussieerd. Pilates, kracht, yoga, zwemmen: de verschillen tussen de methodes zijn klein tegenover het verschil tussen iets doen en niets doen. Ik stel daarom een andere vraag: wat doe je in november nog, als het regent en je moe thuiskomt? Dát is je oefening. De Wereldgezondheidsorganisatie zet gestructureerde oefenprogramma's op haar lijst van aanraders, samen met uitleg op maat en, waar nodig, psychologische begeleiding. Tractie, lumbale steungordels en TENS-toestellen raadt ze als routinebehandeling af.
p-a136ea = هذا سؤال يحتدم حوله النقاش في الأعياد العائلية. بيلاتس، وتمارين قوة، ويوغا، وسباحة: الفروق بين الطرق صغيرة أمام الفرق بين أن تفعل شيئًا وألّا تفعل شيئًا. لذلك أطرح سؤالًا آخر: ما الذي ستظل تمارسه في نوفمبر، حين تمطر وتعود إلى البيت متعبًا؟ ذاك هو تمرينك أنت. تضع منظمة الصحة العالمية برامج التمارين المنظَّمة على قائمة توصياتها، إلى جانب شرح ملائم لكل شخص، ودعم نفسي عند الحاجة. أما شدّ العمود الفقري والأحزمة القطنية الداعمة وأجهزة TENS فتنصح بعدم استعمالها علاجًا روتينيًّا.

# nl: Wandelen als verzekering
p-9a56d2 = المشي بوصفه تأمينًا

# nl: Rugpijn komt graag terug: na een aanval krijgt een groot deel van de mensen er binnen het jaar nog een. In Australië volgden onderzoekers 701 volwassenen die net hersteld waren. De helft kreeg zes gesprekken met een kinesitherapeut en een wandelplan dat in zes maanden opbouwde naar vijf keer een halfuur per week. De andere helft kreeg niets. Bij de wandelaars duurde het in het midden van de groep 208 dagen tot een nieuwe aanval die hen belemmerde, bij de anderen 112.[^walk]
p-d70483 = ألم الظهر يحبّ العودة: فبعد النوبة يصاب قسم كبير من الناس بنوبة أخرى في غضون عام. في أستراليا تابع باحثون 701 من البالغين الذين تعافوا لتوّهم. حصل نصفهم على ست جلسات حوار مع اختصاصي علاج طبيعي وعلى خطة مشي تتدرّج في ستة أشهر حتى تبلغ نصف ساعة خمس مرات في الأسبوع. ولم يحصل النصف الآخر على شيء. عند منتصف مجموعة المشّائين مرّت 208 أيام قبل نوبة جديدة أعاقتهم، وعند الآخرين 112.[^walk]

# nl: Er zit wel een addertje in dat resultaat: de wandelaars kregen ook begeleiding, en de anderen wisten dat ze niets kregen. Hoeveel van de winst uit de benen komt en hoeveel uit die zes gesprekken, weten we niet. Een stevige wandeling kost intussen niets en doet ook je hart, je slaap en je humeur goed. Ik neem die gok graag.
p-3aa680 = على أن في هذه النتيجة نقطة خادعة: فالمشّاؤون تلقّوا مرافقةً أيضًا، والآخرون كانوا يعرفون أنهم لا يتلقّون شيئًا. كم من المكسب يأتي من الساقين وكم منه من تلك الحوارات الستة؟ لا نعرف. وفي هذه الأثناء لا يكلّف المشي السريع شيئًا، وهو يفيد قلبك ونومك ومزاجك أيضًا. إنه رهان أقبله عن طيب خاطر.

# nl: Bukken, tillen, leven
p-54f6b4 = الانحناء، والرفع، والعيش

# nl: Vermijd je maandenlang om te bukken, dan verliest je rug precies de belastbaarheid die hij nodig heeft om te bukken. Hoe dat werkt, legt Jonas uit in zijn stuk over [wat je lichaam aankan](belasting-en-belastbaarheid.md). Begin klein: een lege wasmand, daarna een halve, daarna een volle. Een rug die elke week een beetje meer tilt, schrikt niet van een sok. En ben je de vijftig voorbij, lees dan zeker ook [waarom kracht op je vijftigste pas echt telt](sterker-na-je-vijftigste.md).
p-949b5e = إذا تجنّبت الانحناء أشهرًا، فسيفقد ظهرك قدرة التحمّل نفسها التي يحتاج إليها كي ينحني. يشرح Jonas كيف يحدث ذلك في مقاله عن [ما يقوى عليه جسمك](belasting-en-belastbaarheid.md). ابدأ بالقليل: سلة غسيل فارغة، ثم نصف ممتلئة، ثم ممتلئة. ظهر يرفع كل أسبوع أكثر بقليل لا يفزعه جورب. وإن كنت قد تجاوزت الخمسين، فاقرأ أيضًا بلا تردد [لماذا تصبح القوة في الخمسين مهمة حقًّا](sterker-na-je-vijftigste.md).

# nl: *Bijgewerkt op 12 november 2026: we voegden de kanttekening bij het wandelonderzoek toe en verduidelijkten wanneer je meteen naar de spoed gaat.*
p-e525a7 = *حُدِّث في 12 نوفمبر 2026: أضفنا التحفّظ على دراسة المشي وأوضحنا متى عليك أن تذهب فورًا إلى قسم الطوارئ.*

# nl: Dahm en collega's, 2010. Bij uitstralende pijn in het been (ischias) was er weinig of geen verschil tussen rusten en actief blijven.
p-13f1e9 = مراجعة Dahm وزملائها، 2010. في حالة الألم الممتد إلى الساق (عرق النسا) كان الفرق بين الراحة والبقاء نشطًا ضئيلًا أو معدومًا.

# nl: Brinjikji en collega's, 2015, een samenvatting van 33 studies. De percentages zijn schattingen per leeftijd.
p-ac6fb3 = مراجعة Brinjikji وزملائه، 2015، وهي خلاصة 33 دراسة. النسب المئوية تقديرات بحسب العمر.

# nl: Hayden en collega's, 2021. De onderzoekers zijn matig zeker van dat cijfer, en niet elke deelnemer haalt het gemiddelde: sommigen winnen meer, anderen minder.
p-5ba551 = مراجعة Hayden وزملائها، 2021. الباحثون على يقين متوسط من هذا الرقم، وليس كل مشارك يبلغ المتوسط: بعضهم يكسب أكثر، وبعضهم أقل.

# nl: Pocovi en collega's, 2024. Het gaat om de mediaan: bij de helft van elke groep kwam de pijn vroeger terug, bij de andere helft later of niet.
p-391a92 = دراسة Pocovi وزملائها، 2024. المقصود هو الوسيط: لدى نصف كل مجموعة عاد الألم قبل ذلك، ولدى النصف الآخر عاد بعده أو لم يعد.
