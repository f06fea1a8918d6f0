//! Made-up posts.

/// Titles and summaries: Dutch, Arabic.
pub(super) const POSTS: [[(&str, &str); 2]; 4] = [
    [
        (
            "Je rug is sterker dan je denkt",
            "Een zere rug vraagt zelden om rust. Wat er gebeurt als je blijft bewegen, en hoe je de eerste week slim opbouwt.",
        ),
        (
            "ظهرك أقوى مما تظن",
            "نادرًا ما يحتاج الظهر المتألم إلى الراحة. ماذا يحدث حين نواصل الحركة، وكيف نتدرّج بذكاء في الأسبوع الأول.",
        ),
    ],
    [
        (
            "Traplopen als training",
            "Drie verdiepingen per dag, en na zes weken voel je het verschil. Een klein plan voor drukke mensen.",
        ),
        ("صعود الدرج تمرينًا", "ثلاثة طوابق في اليوم، وبعد ستة أسابيع يظهر الفرق. خطة صغيرة لمن لا وقت لديهم."),
    ],
    [
        ("Slaap is ook herstel", "Waarom een korte nacht je kuiten zwaarder maakt dan een lange training."),
        ("النوم تعافٍ أيضًا", "لماذا تُثقل الليلة القصيرة ساقيك أكثر من تمرين طويل."),
    ],
    [
        ("Een stijve nek op maandag", "Vijf minuten aan je bureau, zonder matje en zonder zweet."),
        ("رقبة متيبّسة صباح الإثنين", "خمس دقائق إلى مكتبك، بلا بساط وبلا تعرّق."),
    ],
];
