//! The command and the step of a workflow: what they say, and what they ask before they pay.

use super::*;

/// The program with a service in its environment.
pub(super) fn command(garden: &Publication, service: &Service, arguments: &str) -> Command {
    let mut command = program(garden.root());
    command.arg("translate").args(arguments.split_whitespace());
    command.env("POSTDUIF_TRANSLATE__PROVIDER", "deepl").env("POSTDUIF_TRANSLATE__URL", &service.address);
    command.env("POSTDUIF_TRANSLATE__KEY", "geheim-1234").env("POSTDUIF_TRANSLATE__PRICE_PER_MILLION", "20");
    command.env("RUST_LOG", "trace").stdin(Stdio::null());
    command
}

pub(super) fn translate(garden: &Publication, service: &Service, arguments: &str) -> Ended {
    let ended = Ended::of(&mut command(garden, service, arguments));
    assert!(!ended.out.contains("geheim") && !ended.err.contains("geheim"), "{ended:?}");
    ended
}

#[test]
fn a_dry_run_says_what_it_would_cost_and_sends_nothing() {
    tell(async |garden| {
        let service = Service::open([]);
        let before = garden.read("locales/fr/posts/regenton.ftl");
        let said = translate(&garden, &service, "--locale fr --dry-run").fine();
        assert!(said.contains("regenton") && said.contains("DeepL: 260 characters, about 0.01"), "{said}");
        let found: Value =
            serde_json::from_str(&translate(&garden, &service, "--locale fr --dry-run --json").fine()).unwrap();
        let regenton = found["posts"].as_array().unwrap().iter().find(|post| post["post"] == "regenton").unwrap();
        let expected = json!({
            "post": "regenton", "missing": 4, "exact": 0, "fuzzy": 0, "asked": 4, "characters": 159,
            "cost": 159.0 * 20.0 / 1e6, "blocked": null,
        });
        assert_eq!(regenton, &expected);
        assert_eq!((&found["done"], service.asked().len()), (&Value::Null, 0));
        assert_eq!(garden.read("locales/fr/posts/regenton.ftl"), before);
    });
}

#[test]
fn who_asks_no_service_sends_it_nothing_and_one_of_ones_own_takes_nothing() {
    tell(async |garden| {
        let service = Service::open([]);
        let said = translate(&garden, &service, "--locale fr --dry-run --memory-only").fine();
        assert!(said.contains("left") && !said.contains("service") && !said.contains("cost"), "{said}");
        let mut own = command(&garden, &service, "--locale fr --dry-run");
        own.env("POSTDUIF_TRANSLATE__PROVIDER", "libretranslate").env_remove("POSTDUIF_TRANSLATE__PRICE_PER_MILLION");
        let said = Ended::of(&mut own).fine();
        assert!(said.contains("LibreTranslate: 260 characters, for nothing"), "{said}");
    });
}

#[test]
fn nobody_is_paid_before_somebody_said_yes() {
    tell(async |garden| {
        let service = Service::open([]);
        let said = translate(&garden, &service, "--locale fr").wrong();
        assert!(said.contains("DeepL may cost money (260 characters, about 0.01), and nobody said yes"), "{said}");
        assert!(said.contains("add --yes"), "{said}");
        assert_eq!(service.asked().len(), 0);
        let said = translate(&garden, &service, "--locale fr --memory-only").fine();
        assert!(said.contains("0 texts from the memory, 0 by the service"), "{said}");
        let said = translate(&garden, &service, "--locale fr --yes regenton").fine();
        assert!(said.contains("0 texts from the memory, 4 by the service"), "{said}");
        let done: Value =
            serde_json::from_str(&translate(&garden, &service, "--locale fr --yes --json").fine()).unwrap();
        assert_eq!(done["done"]["from_service"], 4);
        assert!(translate(&garden, &service, "--locale fr --yes").fine().contains("nothing is missing in fr"));
    });
}

#[test]
fn what_cannot_be_translated_is_said() {
    tell(async |garden| {
        let service = Service::open([]);
        for (arguments, said) in [
            ("--locale xx", "there is no language `xx`"),
            ("--locale nl", "posts are written in `nl`"),
            ("--locale fr-BE", "its readers get those of `fr`"),
            ("--locale fr regentn", "did you mean `regenton`?"),
            ("--locale fr winterplan", "`winterplan` is a draft"),
            ("--locale fr --provider openai", "is not the one that is configured, which is deepl"),
            ("--locale fr --provider babel", "choose deepl, libretranslate or openai"),
        ] {
            let err = translate(&garden, &service, arguments).wrong();
            assert!(err.contains(said), "{arguments}: {err}");
        }
        assert_eq!(service.asked().len(), 0);
        let toml = garden.read("postduif.toml");
        garden.write("postduif.toml", toml + "\n[translate]\nprovider = \"deepl\"\nkey = \"geheim-5678\"\n");
        let err = translate(&garden, &service, "--locale fr").wrong();
        assert!(
            err.contains("a secret does not belong into this file") && err.contains("POSTDUIF_TRANSLATE__KEY"),
            "{err}"
        );
    });
}

#[test]
fn a_step_of_a_workflow_translates_and_a_service_that_fails_does_not_fail_the_run() {
    tell(async |garden| {
        let step = "[[steps]]\ndo = \"translate\"\nlocales = [\"fr\", \"de\"]\nmax_characters = 300\n\n[[steps]]\ndo = \"publish\"";
        garden.edit("workflows/publish.toml", "[[steps]]\ndo = \"publish\"", step);
        let service = Service::open([Fault::Twist(|_, text| text), Fault::Code(456, None, "")]);
        let mut runner = garden.runner().await;
        let client = client();
        let settings = service.settings(Provider::LibreTranslate);
        runner.interpreter =
            Some(Interpreter::new(settings, client, machine::ANSWER_TIMEOUT, garden.clock.clone(), Random::seeded(1)));
        let report = runner.run(&garden.workflow("publish"), garden.now()).await.unwrap().unwrap();
        let said: Vec<_> = report.steps.iter().map(ToString::to_string).collect();
        let translated = "0 texts filled in from memory, 3 by the service; it ended early, with 12 texts left: the quota of \
                          the service is used up";
        assert_eq!(said[1], translated, "{said:?}");
        assert!(said[2].contains("posts released"), "{said:?}");
        garden.wait(chrono::TimeDelta::hours(1));
        let report = runner.run(&garden.workflow("publish"), garden.now()).await.unwrap().unwrap();
        let translated = "0 texts filled in from memory, 8 by the service; it ended early, with 4 texts left: this run may \
                          send no more characters";
        assert_eq!(report.steps[1].to_string(), translated);
    });
}
