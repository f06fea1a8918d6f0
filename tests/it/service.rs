//! The daemon under a service manager, as systemd starts it, listens to it, and stops it.

use std::{
    net::TcpListener,
    os::{fd::OwnedFd, unix::net::UnixDatagram},
    process::{Command, Stdio},
};

use crate::harness::{
    daemon::{Daemon, get, wait_for},
    folder::Folder,
};

/// A file of the checkout.
fn checkout(file: &str) -> String {
    std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The socket on which a service manager is told things.
struct Manager(UnixDatagram);

impl Manager {
    fn new(folder: &Folder) -> Self {
        Self(UnixDatagram::bind(folder.path("notify.sock")).unwrap())
    }

    /// What it is told next.
    fn told(&self) -> String {
        let mut bytes = [0; 100];
        let length = self.0.recv(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes[..length]).trim().to_owned()
    }
}

#[test]
fn a_service_manager_hears_that_it_is_ready_that_it_is_alive_and_that_it_stops() {
    let folder = Folder::with_readers();
    let manager = Manager::new(&folder);
    let mut command = folder.postduif(&["serve"]);
    command.env("NOTIFY_SOCKET", folder.path("notify.sock")).env("WATCHDOG_USEC", "200000");
    let daemon = Daemon::start_by(command, &folder);
    assert_eq!(manager.told(), "READY=1");
    assert_eq!(daemon.get("/nl/").status, 200, "ready means that readers are answered");
    assert_eq!((manager.told(), manager.told()), ("WATCHDOG=1".to_owned(), "WATCHDOG=1".to_owned()));
    let (code, _) = daemon.stop();
    assert_eq!(code, Some(0));
    let last = std::iter::repeat_with(|| manager.told()).find(|told| told != "WATCHDOG=1");
    assert_eq!(last.as_deref(), Some("STOPPING=1"));
}

#[test]
fn a_service_is_ready_when_its_first_site_is_there() {
    let folder = Folder::model();
    let manager = Manager::new(&folder);
    let mut command = folder.postduif(&["serve"]);
    command.env("NOTIFY_SOCKET", folder.path("notify.sock"));
    let daemon = Daemon::start_by(command, &folder);
    assert_eq!(manager.told(), "READY=1");
    assert_eq!(daemon.get("/nl/").status, 200);
    assert_eq!(daemon.stop().0, Some(0));
}

#[test]
fn a_socket_that_the_service_manager_has_opened_is_answered_on() {
    let folder = Folder::with_readers();
    let opened = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = opened.local_addr().unwrap().to_string();
    // What it gives stands at descriptor 3, for the process that is named.
    let script = "exec 3<&0 0</dev/null; LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" serve";
    let mut shell = Command::new("sh");
    folder
        .at_home(&mut shell)
        .args(["-c", script, env!("CARGO_BIN_EXE_postduif")])
        .stdin(Stdio::from(OwnedFd::from(opened)));
    let daemon = Daemon::start_by(shell, &folder);
    assert_eq!(daemon.site, address);
    assert_eq!(daemon.get("/nl/").status, 200);
    assert_eq!(daemon.stop().0, Some(0));
}

#[test]
fn a_second_daemon_on_the_same_database_says_so_and_leaves_the_first_alone() {
    let folder = Folder::with_readers();
    let first = Daemon::start(&folder);
    let mut second = folder.postduif(&["serve", "--listen", "127.0.0.1:0"]);
    let second = second.env("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0").output().unwrap();
    let said = String::from_utf8_lossy(&second.stderr);
    assert_eq!(second.status.code(), Some(1), "{said}");
    assert_eq!(said, "error: another `postduif serve` works with this database; end that one first\n");
    assert_eq!(first.get("/nl/").status, 200);
    first.signal("KILL");
    drop(first);
    Daemon::start(&folder).stop();
}

#[test]
fn a_hangup_makes_it_look_again_and_nobody_is_cut_off() {
    let folder = Folder::with_readers();
    let daemon = Daemon::start(&folder);
    daemon.signal("HUP");
    wait_for("a new look", || folder.read("serve.log").contains("published what has changed").then_some(()));
    assert_eq!(daemon.get("/nl/").status, 200);
    assert_eq!(daemon.stop().0, Some(0));
}

#[test]
fn a_package_has_a_manual_and_completions_for_every_command() {
    let folder = Folder::model();
    folder.fine(&["man", "manual"]);
    let pages: Vec<_> =
        std::fs::read_dir(folder.path("manual")).unwrap().map(|page| page.unwrap().file_name()).collect();
    for command in ["", "-serve", "-check", "-subscribers-import"] {
        assert!(pages.contains(&format!("postduif{command}.1").into()), "{command}: {pages:?}");
    }
    assert!(folder.read("manual/postduif-check.1").contains("Check posts, locales, templates"));
    for shell in ["bash", "zsh", "fish"] {
        let script = folder.fine(&["completions", shell]);
        assert!(script.contains("subscribers") && script.contains("missing"), "{shell}: {script}");
    }
}

#[test]
fn every_number_that_the_dashboard_and_the_alarms_ask_for_is_told() {
    let folder = Folder::with_readers();
    let mut away = folder.postduif(&["run", "weekly-digest"]);
    away.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").output().unwrap();
    folder.fine(&["issues", "pause", "1"]);
    let daemon = Daemon::start(&folder);
    assert_eq!(daemon.get("/nl/").status, 200);
    assert_eq!(daemon.get("/nl/er-is-niets/").status, 404);
    let told = get(&daemon.operations, "/metrics").body;
    for line in [
        "postduif_requests_total{status=\"4xx\"} 1",
        "postduif_posts{locale=\"fr\",gate=\"closed\"} ",
        "postduif_segments{locale=\"fr\",state=\"missing\"} ",
        "postduif_delivery_overdue_seconds 0",
    ] {
        assert!(told.lines().any(|told| told.starts_with(line)), "{line}: {told}");
    }
    let asked = ["packaging/grafana.json", "packaging/alerts.yml"].map(checkout);
    let names = asked.iter().flat_map(|text| text.split(|c: char| !c.is_ascii_lowercase() && c != '_'));
    let names: Vec<_> = names.filter(|word| word.starts_with("postduif_")).collect();
    assert!(names.len() > 15, "{names:?}");
    for name in names {
        let name = name.trim_end_matches("_bucket");
        assert!(told.contains(&format!("# TYPE {name} ")), "{name}: {told}");
    }
    let word_of =
        |text: &str| text.split(|c: char| !c.is_ascii_lowercase() && c != '_').next().unwrap_or_default().to_owned();
    let mut by_label = Vec::new();
    for text in &asked {
        for group in text.split(" by (").skip(1) {
            let (labels, of) = group.split_once(") (").unwrap();
            let name = word_of(&of[of.find("postduif_").unwrap()..]);
            by_label.extend(labels.split(", ").map(|label| (name.clone(), label.to_owned())));
        }
        let with_matcher = text.match_indices("postduif_").map(|(at, _)| (word_of(&text[at..]), &text[at..]));
        by_label.extend(with_matcher.filter_map(|(name, rest)| {
            let matcher = rest[name.len()..].strip_prefix('{')?;
            Some((name, word_of(matcher)))
        }));
    }
    assert!(by_label.len() > 20, "{by_label:?}");
    for (name, label) in by_label {
        let own = |line: &&str| line.strip_prefix(&name).is_some_and(|rest| rest.starts_with(['{', ' ']));
        let lines: Vec<_> = told.lines().filter(own).collect();
        // Nobody waits for a receiver here, and no issue is being sent.
        let is_quiet = ["postduif_lane_wait_seconds", "postduif_issue_deliveries"].contains(&name.as_str());
        assert!(is_quiet || !lines.is_empty(), "{name}: {told}");
        assert!(lines.iter().all(|line| line.contains(&format!("{label}=\""))), "{name} has no {label}: {lines:?}");
    }
    daemon.stop();
}

#[test]
fn every_alarm_is_explained_to_operators() {
    let (alarms, explained) = (checkout("packaging/alerts.yml"), checkout("docs/operations.md"));
    let names: Vec<_> = alarms.lines().filter_map(|line| line.trim().strip_prefix("- alert: ")).collect();
    assert!(names.len() >= 10, "{names:?}");
    for name in names {
        assert!(explained.contains(&format!("\n| {name} | ")), "{name}");
    }
}

#[test]
fn a_container_is_well_while_the_daemon_lives_whatever_waits_for_a_person() {
    let folder = Folder::with_readers();
    let mut away = folder.postduif(&["run", "weekly-digest"]);
    away.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").output().unwrap();
    folder.fine(&["issues", "pause", "1"]);
    let containerfile = checkout("packaging/Containerfile").replace("\\\n", "");
    let check =
        containerfile.lines().find_map(|line| line.strip_prefix("HEALTHCHECK ")?.split_once(" CMD ")).unwrap().1;
    let daemon = Daemon::start(&folder);
    let here = check.replace("127.0.0.1/8081", &daemon.operations.replace(':', "/"));
    let words: Vec<String> = serde_json::from_str(&here).unwrap();
    let is_well = || Command::new(&words[0]).args(&words[1..]).stderr(Stdio::null()).status().unwrap().success();
    assert!(is_well(), "{here}");
    daemon.stop();
    assert!(!is_well());
}

#[test]
fn the_operator_sees_what_runs_and_what_has_stalled() {
    let folder = Folder::with_readers();
    let down = folder.run(&["status", "--service"]);
    assert_eq!(down.code, 1, "{down:?}");
    assert!(down.stdout.contains("✗ `postduif serve` is not at work"), "{down:?}");
    assert!(down.stdout.contains("weekly-digest: has not run yet; next on Fri "), "{down:?}");

    let mut away = folder.postduif(&["run", "weekly-digest"]);
    away.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").output().unwrap();
    folder.fine(&["issues", "pause", "1"]);
    let daemon = Daemon::start(&folder);
    let paused = folder.run(&["status", "--service"]);
    assert!(paused.code == 1 && paused.stdout.contains("issue 1 of weekly-digest: paused, 6 planned"), "{paused:?}");
    assert!(paused.stdout.contains("! issue 1 of weekly-digest is paused\n    postduif issues resume 1"), "{paused:?}");
    folder.fine(&["issues", "cancel", "1"]);
    let well = folder.run(&["status", "--service"]);
    assert!(well.code == 0 && well.stdout.contains("\nall is well, as of "), "{well:?}");
    folder.write("workflows/kapot.toml", "broken =\n");
    let broken = folder.run(&["status", "--service"]);
    assert!(broken.code == 1 && broken.stdout.contains("\n✗ workflows/kapot.toml:1:"), "{broken:?}");
    wait_for("a word on the page of problems", || {
        get(&daemon.operations, "/problems").body.contains("workflows/kapot.toml:1:").then_some(())
    });
    std::fs::remove_file(folder.path("workflows/kapot.toml")).unwrap();
    let json = folder.run(&["status", "--service", "--json"]).json();
    let runs: Vec<_> = json["runs"].as_array().unwrap().iter().map(|run| &run["workflow"]).collect();
    assert!(runs.contains(&&"weekly-digest".into()), "{json}");
    daemon.stop();
}

#[test]
fn a_secret_that_everybody_may_read_is_told_and_the_database_is_made_closed() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::with_readers();
    let mode = std::fs::metadata(folder.path("data/postduif.db")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    folder.write("relay", "smtps://an:geheim@relay.example\n");
    let check = |mode: u32| {
        std::fs::set_permissions(folder.path("relay"), std::fs::Permissions::from_mode(mode)).unwrap();
        folder.postduif(&["check"]).env("POSTDUIF_MAIL__RELAY_FILE", "relay").output().unwrap()
    };
    let said = String::from_utf8(check(0o644).stderr).unwrap();
    assert!(said.contains("warning[open-secret]: everybody on this machine may read relay, and"), "{said}");
    assert!(said.contains("chmod o-rwx relay") && !said.contains("geheim"), "{said}");
    assert!(!String::from_utf8(check(0o640).stderr).unwrap().contains("open-secret"));

    let toml =
        folder.read("postduif.toml").replace("[mail]\n", "[mail]\nrelay = \"smtps://an:geheim@relay.example\"\n");
    folder.write("postduif.toml", toml);
    let said = folder.run(&["check"]);
    assert!(said.code == 0 && said.stderr.contains("warning[written-secret]"), "{said:?}");
    assert!(!said.stderr.contains("geheim"), "{said:?}");
}

#[test]
fn the_word_on_the_first_digest_is_for_who_has_sent_none_and_would_write_it_to_files() {
    let folder = Folder::with_readers();
    folder.write("workflows/aan-de-beurt.toml", folder.read("workflows/weekly-digest.toml"));
    folder.write("workflows/op-vraag.toml", "on = \"webhook\"\n[[steps]]\ndo = \"publish\"\n");
    let greeting = |set: (&str, &str), roles: &str| {
        let mut serve = folder.postduif(&["serve", "--roles", roles]);
        serve.env(set.0, set.1);
        let daemon = Daemon::start_by(serve, &folder);
        let greeting = daemon.greeting.clone();
        daemon.stop();
        greeting
    };
    let (nothing, all) = (("POSTDUIF_LOG__FORMAT", "text"), "web,schedule,deliver");
    let first = greeting(nothing, all);
    assert!(first.ends_with("in another terminal: postduif run weekly-digest\n"), "{first}");
    assert!(
        first.contains("op-vraag runs when it is asked for by POST, once `webhooks.incoming` has a secret."),
        "{first}"
    );
    let secret = greeting(("POSTDUIF_WEBHOOKS__INCOMING", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"), "web,schedule");
    assert!(secret.contains("op-vraag runs when POST /hooks/op-vraag asks for it."), "{secret}");
    let relay = greeting(("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1"), all);
    assert!(relay.contains("Mail goes to the relay"), "{relay}");
    folder.fine(&["run", "weekly-digest"]);
    for later in [secret, relay, greeting(nothing, all)] {
        assert!(!later.contains("To send the first digest"), "{later}");
    }
}

#[test]
fn each_node_does_what_its_roles_say_and_leaves_the_others_to_others() {
    let folder = Folder::with_readers();
    let mut away = folder.postduif(&["run", "weekly-digest"]);
    away.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").output().unwrap();
    let node = |roles: &str| Daemon::start_by(folder.postduif(&["serve", "--roles", roles]), &folder);

    let web = node("web");
    assert_eq!(web.get("/nl/").status, 200);
    assert!(web.greeting.contains("Mail is left to others"), "{}", web.greeting);
    assert!(web.greeting.contains("The schedule is left to others"), "{}", web.greeting);
    assert_eq!(web.stop().0, Some(0));
    assert!(folder.outbox().is_empty(), "that is for another node");

    std::fs::remove_dir_all(folder.path("public")).unwrap();
    let deliver = node("schedule,deliver");
    assert!(deliver.site.is_empty() && deliver.greeting.contains("weekly-digest runs next on"), "{}", deliver.greeting);
    assert_eq!(get(&deliver.operations, "/health/ready").status, 200, "it has no pages to wait for");
    deliver.signal("HUP");
    wait_for("the mails", || (folder.outbox().len() == 6).then_some(()));
    assert_eq!(get(&deliver.operations, "/health/ready").status, 200, "to be asked to reload ends nobody");
    assert_eq!(deliver.stop().0, Some(0));
    let nothing = folder.run(&["serve", "--roles", "everything"]);
    assert!(nothing.code == 1 && nothing.stderr.contains("possible values: web, schedule, deliver"), "{nothing:?}");
}
