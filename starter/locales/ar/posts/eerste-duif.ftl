### De eerste duif is los
### posts/eerste-duif.md. How to translate: TRANSLATING.md

# nl: De eerste duif is los
title = انطلقت الحمامة الأولى

# nl: Wat we te vertellen hebben staat voortaan hier, en wie dat wil krijgt het thuisbezorgd in de eigen taal.
summary = ما لدينا لنرويه تجدونه هنا من الآن، ومن أراده وصل إليه بلغته.

# nl: Een postduif heeft geen kaart nodig. Ze weet waar haar hok staat en vliegt erheen, over elke taalgrens. Zo is deze plek bedoeld: we schrijven **één keer**, in het Nederlands, en elk stuk vindt zijn lezers in hun taal.
p-d919ba = لا تحتاج حمامة الزاجل إلى خريطة، فهي تعرف مكان برجها وتطير إليه عابرةً كل حدود اللغات. وهذه هي فكرة هذا المكان: نكتب **مرة واحدة** بالهولندية، فيجد كل مقال قرّاءه بلغتهم.

# nl: Wat je hier krijgt
p-2ca5ef = ماذا تجد هنا

# nl: Stukken van mensen die het werk zelf doen.
p-81417c = مقالات يكتبها من يمارسون العمل بأنفسهم.

# nl: Vertalingen die iemand heeft nagelezen. Wat nog niet vertaald is, staat er eerlijk bij.
p-559572 = ترجمات قرأها أحدهم وراجعها، وما لم يُترجَم بعد نقول ذلك بصراحة.

# nl: Geen reclame, en niemand die over je schouder meeleest.
p-867524 = لا إعلانات، ولا أحد يقرأ من فوق كتفك.

# nl: Thuisbezorgd
p-25d00a = إلى بابك

# nl: Laat je adres achter en kies je taal. Je krijgt elk stuk één keer en nooit twee keer, en weer vertrekken kost één klik. Lees je liever met een feedlezer, dan vind je de feed onderaan elke bladzijde.
p-cc40d0 = اترك عنوانك واختر لغتك. يصلك كل مقال مرة واحدة لا مرتين، والمغادرة لا تكلّف سوى نقرة. وإن كنت تفضّل قارئ الخلاصات فستجد الخلاصة في أسفل كل صفحة.
