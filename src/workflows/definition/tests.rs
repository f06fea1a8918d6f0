//! Files of workflows, and what is said of the mistakes in them.

use super::*;

/// The workflow, or for each thing that is wrong its line, the words, its code and the remedy.
fn parse(text: &str) -> Result<Workflow, String> {
    let now = "2026-11-22T12:00:00Z".parse().unwrap();
    let list = |name: &str| match name {
        "holidays.txt" => Ok("12-25 # Kerstmis\n".to_owned()),
        "party.txt" => Ok("12-25\nmorgen\n".to_owned()),
        _ => Err(io::ErrorKind::NotFound.into()),
    };
    let translated = ["fr", "de"].map(|tag| tag.parse().unwrap());
    parse_workflow("test", text, chrono_tz::Europe::Brussels, &translated, now, list).map_err(|all| {
        let tell = |wrong: Wrong| {
            let (line, _) = Positions::new(text).of(wrong.at.start);
            format!("{line} {} {} {}", &text[wrong.at], wrong.code, wrong.help)
        };
        all.into_iter().map(tell).collect::<Vec<_>>().join("; ")
    })
}

#[test]
fn a_mistake_in_a_workflow_is_shown_with_its_line_and_the_remedy() {
    let good = "title = \"T\"\nschedule = \"0 8 * * FRI\"\n[[steps]]\ndo = \"digest\"\ncadence = \"weekly\"\n";
    let digest =
        DigestStep { cadence: Cadence::Weekly, full_text: false, approve_within: None, undo: Duration::ZERO, at: None };
    assert_eq!(parse(good).unwrap().steps, [Step { task: Task::Digest(digest), timeout: None, retry: None }]);
    let full = good.replace("[[steps]]\n", "[[steps]]\nfull_text = true\n");
    let full_text = |file: &str| parse(file).unwrap().digest_step().unwrap().full_text;
    assert!(full_text(&full) && !full_text(good));
    let translate = good.replace("digest", "translate").replace("cadence = \"weekly\"", "locales = [\"fr\"]");
    let locales = vec!["fr".parse().unwrap()];
    assert_eq!(parse(&translate).unwrap().steps[0].task, Task::Translate { locales, max_characters: 100_000 });
    for (from, to, expected) in [
        ("title", "titel", "1 titel bad-workflow did you mean `title`?"),
        (
            "0 8 * * FRI",
            "0 8 * *",
            "2 \"0 8 * *\" bad-schedule five fields: minute, hour, day of month, month, weekday, as in `0 8 * * FRI`",
        ),
        (
            "0 8 * * FRI",
            "0 8 31 2 *",
            "2 \"0 8 31 2 *\" never-fires look at the day of the month and the month together, and at `not_on`",
        ),
        ("schedule", "every = \"15m\"\nschedule", "2 \"15m\" two-schedules delete one of them"),
        (
            "schedule = \"0 8",
            "every = \"0 8",
            "2 \"0 8 * * FRI\" bad-duration write a number and a unit: 90s, 15m, 6h, 2d",
        ),
        ("schedule = \"0 8 * * FRI\"", "every = \"30s\"", "2 \"30s\" bad-schedule write it as in `every = \"15m\"`"),
        (
            "schedule = \"0 8 * * FRI\"\n",
            "",
            "1  no-schedule add a line such as `schedule = \"0 8 * * FRI\"`, `every = \"15m\"` or `on = \"posts-changed\"`",
        ),
        (
            "schedule",
            "not_on = [\"25 dec\"]\nschedule",
            "2 \"25 dec\" bad-day or name a file beside the workflow that lists days, such as `holidays.txt`",
        ),
        (
            "schedule",
            "not_on = [\"party.txt\"]\nschedule",
            "2 \"party.txt\" bad-day behind `#` a line may say what day it is",
        ),
        (
            "schedule",
            "not_on = [\"none.txt\"]\nschedule",
            "2 \"none.txt\" bad-day it is to lie beside the workflow, with a day on each line",
        ),
        (
            "schedule = \"0 8 * * FRI\"",
            "on = \"webhook\"\nnot_on = [\"12-25\"]",
            "3 \"12-25\" bad-day delete the line, or add a `schedule`",
        ),
        ("digest", "digset", "4 \"digset\" bad-step did you mean `digest`?"),
        ("digest", "translate", "5 \"weekly\" bad-step it is for `do = \"digest\"`; delete the line"),
        (
            "cadence",
            "locales = [\"fr\"]\ncadence",
            "5 [\"fr\"] bad-step it is for `do = \"translate\"`; delete the line",
        ),
        (
            "do = \"digest\"\ncadence = \"weekly\"",
            "do = \"sync\"\nfull_text = true",
            "5 true bad-step it is for `do = \"digest\"`; delete the line",
        ),
        ("weekly", "weekely", "5 \"weekely\" bad-step did you mean `weekly`?"),
        (
            "cadence = \"weekly\"",
            "cadence = \"weekly\"\n[[steps]]\ndo = \"digest\"\ncadence = \"daily\"",
            "7 \"digest\" second-digest give it a workflow of its own",
        ),
    ] {
        assert_eq!(parse(&good.replace(from, to)).unwrap_err(), expected);
    }
    for (from, to, expected) in [
        ("", "", "4 \"import\" bad-step add a line such as `from = [\"https://example.org/feed.xml\"]`"),
        ("", "from = [\"ftp://x\"]", "5 \"ftp://x\" bad-step or name a file of this folder"),
        ("import", "prune", ""),
        ("import\"", "prune\"\nkeep = \"7d\"", "5 \"7d\" bad-step write at least 30d"),
        (
            "import\"",
            "prune\"\nkeep = \"9999999999d\"",
            "5 \"9999999999d\" bad-step write at most 36500d, or take the step out",
        ),
        ("import\"", "import\"\nfrom = [\"a\"]\nmax_drafts = 0", "6 0 bad-step write at least 1, or take the step out"),
    ] {
        let import = "title = \"T\"\nschedule = \"0 8 * * FRI\"\n[[steps]]\ndo = \"import\"\n".to_owned();
        let file = if from.is_empty() { import + to } else { import.replace(from, to) };
        assert_eq!(parse(&file).err().unwrap_or_default(), expected);
    }
    for (tag, expected) in
        [("nl", "5 \"nl\" bad-step the languages are fr, de"), ("fr-BE", "5 \"fr-BE\" bad-step did you mean `fr`?")]
    {
        assert_eq!(parse(&translate.replace("fr", tag)).unwrap_err(), expected);
    }
}

#[test]
fn a_workflow_says_when_it_does_not_run() {
    let file =
        "every = \"12h\"\nnot_on = [\"2026-11-23\", \"holidays.txt\"]\nenabled = false\n[[steps]]\ndo = \"publish\"\n";
    let workflow = parse(file).unwrap();
    assert!(!workflow.enabled);
    let next =
        |after: &str| workflow.schedule.as_ref().unwrap().next_after(after.parse().unwrap()).unwrap().to_rfc3339();
    // One in the morning in Brussels, and one in the afternoon.
    assert_eq!(next("2026-11-22T12:00:00Z"), "2026-11-24T00:00:00+00:00");
    assert_eq!(next("2026-12-24T12:00:00Z"), "2026-12-26T00:00:00+00:00");
}

#[test]
fn everything_that_is_wrong_in_a_workflow_is_told_at_once() {
    let text = "schedul = \"0 8 * * FRI\"\nschedule = \"0 8 31 2 *\"\nmissed = \"runonce\"\ntime_zone = \"Europe/Brusels\"\n\
                max_lateness = \"6\"\n[[steps]]\ndo = \"publsh\"\n[[steps]]\ndo = \"digest\"\ncadance = \"weekly\"\n";
    let expected = [
        "1 schedul bad-workflow did you mean `schedule`?",
        "10 cadance bad-workflow did you mean `cadence`?",
        "4 \"Europe/Brusels\" bad-time-zone did you mean `Europe/Brussels`?",
        "2 \"0 8 31 2 *\" never-fires look at the day of the month and the month together, and at `not_on`",
        "3 \"runonce\" bad-workflow did you mean `run-once`?",
        "5 \"6\" bad-duration write a number and a unit: 90s, 15m, 6h, 2d",
        "7 \"publsh\" bad-step did you mean `publish`?",
        "9 \"digest\" bad-step add a line such as `cadence = \"weekly\"`",
    ];
    assert_eq!(parse(text).unwrap_err(), expected.join("; "));
    let types = "schedule = 8\nenabled = \"yes\"\ntime_zone = \"Europe/Brusels\"\n[[steps]]\ndo = \"digest\"\ncadence = 7\n\
                 full_text = \"yes\"\n[[steps]]\ndo = \"publsh\"\n";
    let lines: Vec<_> = parse(types).unwrap_err().split("; ").map(|one| one.chars().next().unwrap()).collect();
    assert_eq!(lines, ['1', '2', '6', '7', '3', '5', '9'], "{}", parse(types).unwrap_err());
    let typo = format!("{}\n[[steps]]\ndo = \"sync\"\n", text.lines().next().unwrap());
    assert_eq!(parse(&typo).unwrap_err(), expected[0], "and not that `schedule` is missing");
    let digest = "schedule = \"0 8 * * FRI\"\n[[steps]]\ndo = \"digest\"\ncadence = \"weekely\"\ntimeout = \"6\"\nundo = \"soon\"\n\
                  at = \"8 local\"\napproval = \"yes\"\n";
    let lines: Vec<_> = parse(digest).unwrap_err().split("; ").map(|one| one.chars().next().unwrap()).collect();
    assert_eq!(lines, ['5', '4', '8', '6', '7'], "each key of a step by itself");
    assert!(parse("title = \n").unwrap_err().starts_with("1 "));
    assert!(parse("schedule = 8\n").unwrap_err().contains("bad-workflow"));
}
