//! What becomes of translations when the Dutch text is edited, and how long that takes, beside gettext's `msgmerge`.
//!
//! ```sh
//! cargo bench --bench align
//! ```
//!
//! First 200 edits of the model publication's posts: for each kind of edit how many translations stayed with their text.
//! Then the time for a post of 1,000 segments of which half were changed. `--seed N` makes other edits, and
//! `--details yes` prints what went wrong.
//!
//! The column "twin" is no error, and cannot be 0. A text that stands twice has two translations. When two equal cells
//! of a table change places, the post is byte for byte as before, so nothing may change; when one of two is deleted,
//! the post is the same whichever it was. The benchmark knows which one its edit took, and counts where postduif, which
//! sees only the texts, has the other. That translation was made from exactly the text it stands at, so it says what
//! the Dutch says. `tests/it/alignment.rs` keeps that of equal texts no more change places than the edit moved.
//!
//! `msgmerge` is in Debian's package gettext; without it postduif is measured alone.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

#[path = "../tests/it/alignment/edits.rs"]
mod edits;
#[path = "../tests/it/alignment/judge.rs"]
mod judge;
#[path = "align/long_post.rs"]
mod long_post;
#[expect(dead_code, reason = "other benchmarks measure whole programs")]
mod measure;
#[path = "align/msgmerge.rs"]
mod msgmerge;
#[path = "../tests/it/alignment/script.rs"]
mod script;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use edits::{Dice, EDITS};
use judge::{Kept, Score, judge};
use measure::word;
use postduif::{posts::Post, translation::align::align};
use script::{Case, SEED, model_posts, remember, script};

/// How often our time is taken, and gettext's, which is much longer; the middle one counts.
const ROUNDS: [usize; 2] = [25, 3];

fn main() {
    let posts = model_posts();
    let gettext = msgmerge::version();
    print_table(&posts, gettext.is_some());
    print_times(&posts, gettext.as_deref());
    if gettext.is_none() {
        println!("gettext is not installed, so its columns are empty (Debian: apt install gettext)");
    }
}

fn print_table(posts: &[Post], has_gettext: bool) {
    let seed = word("--seed").map_or(SEED, |seed| seed.parse().unwrap());
    let cases = script(posts, seed);
    println!("{} edits of {} posts, seed {seed}", cases.len(), posts.len());
    println!("  kept: the text is still there, and so is its translation: current (the same text) or stale (another)");
    println!("  dropped: the text is still there, changed or not, and its translation is not");
    println!("  misplaced: at another text, marked stale; WRONG: at another text, not marked");
    println!("  twin: at another block with exactly the same text; gettext has one translation for all of them\n");
    println!("{:12} {:>9} │ {:^55} │ {:^55}", "", "", "postduif", "msgmerge");
    let heading = format!(
        "{:>8} {:>8} {:>6} {:>8} {:>10} {:>4} {:>5}",
        "kept", "current", "stale", "dropped", "misplaced", "twin", "WRONG"
    );
    println!("{:12} {:>9} │ {heading} │ {heading}", "edit", "survivors");
    let folder = tempfile::tempdir().unwrap();
    let mut total = [Score::default(); 2];
    for edit in EDITS {
        let mut sum = [Score::default(); 2];
        for (nth, case) in cases.iter().enumerate().filter(|(_, case)| case.edit == edit) {
            let ours = case.align();
            sum[0] += judge(&case.olds, &case.edited, &ours, false);
            if word("--details").is_some() {
                print_details(nth, case, &ours);
            }
            if has_gettext {
                let (theirs, _) = msgmerge::merge(folder.path(), &case.olds, &case.news);
                sum[1] += judge(&case.olds, &case.edited, &theirs, true);
            }
        }
        print_row(&format!("{edit:?}"), sum, has_gettext);
        total[0] += sum[0];
        total[1] += sum[1];
    }
    print_row("total", total, has_gettext);
}

fn print_row(name: &str, [ours, theirs]: [Score; 2], has_gettext: bool) {
    let columns = |score: Score| {
        let Score { current, stale, needlessly_stale, dropped, misplaced, twins, wrong, .. } = score;
        let kept = current + stale + needlessly_stale;
        format!("{kept:>8} {current:>8} {stale:>6} {dropped:>8} {misplaced:>10} {twins:>4} {wrong:>5}")
    };
    let theirs = if has_gettext { columns(theirs) } else { String::new() };
    println!("{name:12} {:>9} │ {} │ {theirs}", ours.survivors, columns(ours));
}

fn print_details(nth: usize, case: &Case, kept: &[Option<Kept>]) {
    for (new, kept) in case.edited.iter().zip(kept) {
        let one = judge(&case.olds, std::slice::from_ref(new), &[*kept], false);
        if one.dropped + one.misplaced + one.twins + one.wrong + one.needlessly_stale > 0 {
            println!("case {nth}, {:?}: {one:?}\n  now  {}", case.edit, new.block.text);
            new.was.inspect(|&was| println!("  was  {}", case.olds[was].text));
            kept.inspect(|kept| println!("  kept {}", case.olds[kept.of].text));
        }
    }
}

fn print_times(posts: &[Post], gettext: Option<&str>) {
    let mut dice = Dice(SEED);
    let olds = long_post::make(posts, 1_000, &mut dice);
    let news = long_post::change_half(&olds, &mut dice);
    let was = align(&[], &olds);
    let known = remember(&was);
    let ours = middle(ROUNDS[0], || {
        let begin = Instant::now();
        black_box(align(black_box(&known), black_box(&news)));
        begin.elapsed()
    });
    let same = news.iter().filter(|new| olds.iter().any(|old| old.text == new.text)).count();
    println!("\na post of {} segments, now {}, of which {same} have a text that was there", olds.len(), news.len());
    println!("{:34} {:>8.1} ms", "align", ours.as_secs_f64() * 1e3);
    let [cells, rewritten] = long_post::table(olds.len());
    let cells = remember(&align(&[], &cells));
    for (what, known, news) in [("nothing changed", &known, &olds), ("a table rewritten", &cells, &rewritten)] {
        let took = middle(ROUNDS[0], || {
            let begin = Instant::now();
            black_box(align(black_box(known), black_box(news)));
            begin.elapsed()
        });
        println!("{:34} {:>8.1} ms", format!("align: {what}"), took.as_secs_f64() * 1e3);
    }
    if let Some(version) = gettext {
        let folder = tempfile::tempdir().unwrap();
        let theirs = middle(ROUNDS[1], || msgmerge::merge(folder.path(), &olds, &news).1);
        println!("{version:34} {:>8.1} ms", theirs.as_secs_f64() * 1e3);
        println!("{:34} {:>8.3} ×", "align ÷ msgmerge", ours.as_secs_f64() / theirs.as_secs_f64());
    }
}

fn middle(rounds: usize, time: impl Fn() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..rounds).map(|_| time()).collect();
    times.sort_unstable();
    times[rounds / 2]
}
