### Over Beweegreden
### pages/over-ons.md. How to translate: TRANSLATING.md

# nl: Over Beweegreden
title = عن Beweegreden

# nl: Wie er schrijft, waarom het in vijf talen is, en wat je van ons mag verwachten.
summary = من يكتب، ولماذا بخمس لغات، وما الذي يمكنك أن تنتظره منّا.

# nl: Beweegreden is het logboek van een kleine praktijk voor kinesitherapie in Lindelo. We schrijven op wat we overdag vertellen: waarom een zere rug meestal mag bewegen, wat een pees nodig heeft, en wanneer je beter even belt.
p-615f70 = Beweegreden دفتر يوميات عيادة صغيرة للعلاج الطبيعي في ليندلو. ندوّن فيه ما نرويه طوال النهار: لماذا يُسمح للظهر المتألم غالبًا بأن يتحرك، وما الذي يحتاج إليه وتر متعب، ومتى يحسن أن تتصل بنا.

# nl: Hoe we schrijven
p-8b342f = كيف نكتب

# nl: Elk artikel wordt geschreven door iemand die de vraag zelf elke week op tafel krijgt. Een collega leest mee. Wat wetenschappelijk vaststaat, krijgt een bron onderaan; wat we niet weten, noemen we ook zo.
p-628243 = يكتب كلَّ مقال شخص يُطرح عليه السؤال نفسه كل أسبوع، ويراجعه زميل. ما أثبته العلم نذكر مصدره في آخر المقال، وما لا نعرفه نقوله كما هو.

# nl: In jouw taal
p-146abb = بلغتك

# nl: In de wachtzaal worden vijf talen gesproken. Daarom staat hetzelfde hier in vijf talen. Is een stuk nog niet helemaal vertaald, dan zeggen we dat erbij.
p-05bb38 = في غرفة الانتظار عندنا خمس لغات، ولذلك تجد الكلام نفسه هنا بخمس لغات. وإذا لم تكتمل ترجمة مقال بعد، أخبرناك بذلك.

# nl: Wat we niet doen
p-7b3a3a = ما لا نفعله

# nl: We verkopen niets en tonen geen reclame.
p-0493de = لا نبيع شيئًا ولا نعرض إعلانات.

# nl: We volgen niemand: geen cookies, geen tellers, geen pixels in de nieuwsbrief.
p-f7d012 = لا نتتبّع أحدًا: لا ملفات تعريف ارتباط، ولا عدّادات، ولا بكسلات في النشرة البريدية.

# nl: We stellen geen diagnose op afstand. Bel bij twijfel je huisarts of kom langs.
p-3df0b6 = لا نشخّص عن بُعد. عند الشك اتصل بطبيب الأسرة أو زُرنا.
