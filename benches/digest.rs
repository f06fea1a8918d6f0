//! How long a digest takes to S subscribers, by `postduif` and by Postfix's own load generator.
//!
//! ```sh
//! cargo bench --bench digest -- --subscribers 20000 --connections 20
//! ```
//!
//! Both hand the same number of mails of the same size to the same `smtp-sink` on loopback over the
//! same number of connections. `smtp-source` composes nothing and remembers nothing: what postduif
//! takes beyond it is the price of personal links, of one row for each mail, and of being able to be
//! killed anywhere. `--store URL` takes another database than SQLite, and `--dkim yes` signs each mail
//! with RSA and Ed25519, which `smtp-source` does not. `--posts 10` has so many of them in each mail in place
//! of three, which makes 20 KB of 10. `--nodemailer 2000` has so many of the same mails sent
//! by nodemailer (with `npm` and Node.js), which signs with RSA alone; `--dkim rsa` has postduif do the same.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

mod measure;
#[path = "digest/more_posts.rs"]
mod more_posts;
#[path = "digest/nodemailer.rs"]
mod nodemailer;
#[path = "digest/publication.rs"]
mod publication;
#[path = "sign/rate.rs"]
mod rate;
#[path = "digest/sink.rs"]
mod sink;

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use measure::{Cost, Program, copy_folder, option, word};
use more_posts::{IN_THE_MODEL, add_posts};
use publication::{LOCALES, make_publication};
use serde_json::json;
use sink::Sink;

/// Two keys, as a publication has them that wants to be verified everywhere.
const KEYS: [&str; 2] =
    ["{ selector = \"a\", key_file = \"dkim/rsa.pem\" }", "{ selector = \"b\", key_file = \"dkim/ed25519.pem\" }"];

/// So long all cores do nothing but sign, before and after: what they can changes on a machine that is shared.
const SIGNING: Duration = Duration::from_secs(10);

fn main() {
    let subscribers = option("--subscribers", 20_000);
    let connections = option("--connections", 20);
    let posts = option("--posts", 3);
    println!("{subscribers} subscribers in {} languages, {connections} connections", LOCALES.len());

    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    make(root, subscribers, posts);
    if let Some(which) = word("--dkim") {
        let keys = if which == "rsa" { &KEYS[..1] } else { &KEYS };
        copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/dkim"), &root.join("dkim"));
        let file = root.join("postduif.toml");
        fs::write(
            &file,
            fs::read_to_string(&file)
                .unwrap()
                .replace("[mail]\n", &format!("[mail]\ndkim.keys = [{}]\n", keys.join(", "))),
        )
        .unwrap();
        println!("each mail is signed with {}", if keys.len() == 1 { "RSA-2048" } else { "RSA-2048 and Ed25519" });
    }
    let sink = Sink::start(&[]);
    let path = Path::new(env!("CARGO_BIN_EXE_postduif"));
    let mails = sample_mails(path, posts);
    let bytes = mails.iter().map(Vec::len).sum::<usize>() / mails.len();
    let (at_once, relay) = (connections.to_string(), format!("smtp://{}", sink.address()));
    let mut environment = vec![("POSTDUIF_MAIL__CONNECTIONS", at_once.as_str()), ("POSTDUIF_MAIL__RELAY", &relay)];
    let store = word("--store");
    environment.extend(store.as_deref().map(|url| ("POSTDUIF_STORE__URL", url)));
    let postduif = Program::new(path, root, &environment);
    let import = publish_and_import(&postduif, posts);
    import.print("import", subscribers, "rows");

    let signing =
        word("--dkim").map(|which| if which == "rsa" { &[rate::RSA][..] } else { &[rate::RSA, rate::ED25519] });
    let can_sign = || signing.map(|keys| rate::on_all_cores(keys, &mails[0], SIGNING));
    let before = can_sign();
    let begin = Instant::now();
    let digest = postduif.run(&["run", "weekly-digest"]);
    let (taken, first) = sink.count();
    assert_eq!(taken, subscribers, "the sink got a mail for each subscriber: {}", digest.printed);
    check_ledger(&postduif, subscribers);
    let after = can_sign();
    let frozen = first - begin;
    let delivering = digest.wall.saturating_sub(frozen);
    digest.print("digest: everything", subscribers, "mails");
    println!("  sync, publish and freeze {:>10.2} s, until the first mail was taken", frozen.as_secs_f64());
    println!(
        "  deliver                  {:>10.2} s {:>22.0} mails/s",
        delivering.as_secs_f64(),
        subscribers as f64 / delivering.as_secs_f64()
    );

    let source = Program::new("/usr/sbin/smtp-source", root, &[]);
    let (count, length) = (subscribers.to_string(), bytes.to_string());
    let peer = source.run(&["-d", "-s", &at_once, "-m", &count, "-l", &length, &sink.address()]);
    peer.print(&format!("smtp-source: {bytes} bytes each"), subscribers, "mails");
    assert_eq!(sink.count().0, subscribers * 2, "the sink got as many again");
    digest.print_ratio("digest ÷ smtp-source", &peer);
    println!("  deliver ÷ smtp-source    {:>10.2} ×", delivering.as_secs_f64() / peer.wall.as_secs_f64());
    if let (Some(before), Some(after)) = (before, after) {
        let (all, ours) = (f64::midpoint(before, after), subscribers as f64 / delivering.as_secs_f64());
        println!("  what all cores can sign  {all:>33.0} mails/s ({before:.0} before, {after:.0} after)");
        println!("  deliver ÷ that           {:>10.2} ×", ours / all);
    }
    let few = option("--nodemailer", 0);
    if few > 0 {
        let key = root.join("dkim/rsa.pem");
        let settings = json!({
            "packages": nodemailer::packages(), "port": sink.port(), "connections": connections, "first": 0, "end": few,
            "mails": mails.iter().map(|mail| nodemailer::parts(mail)).collect::<Vec<_>>(),
            "key": key.exists().then_some(key),
        });
        let file = root.join("nodemailer.json");
        fs::write(&file, settings.to_string()).unwrap();
        let node = Program::new("node", root, &[]);
        let peer = node.run(&[nodemailer::script().to_str().unwrap(), file.to_str().unwrap()]);
        peer.print("nodemailer", few, "mails");
        assert_eq!(sink.count().0, subscribers * 2 + few, "the sink got these too");
        let per_cpu = |mails: u64, cost: &Cost| mails as f64 / cost.cpu.as_secs_f64();
        let (ours, theirs) = (per_cpu(subscribers, &digest), per_cpu(few, &peer));
        println!("  mails for each second of CPU {ours:>6.0}, nodemailer {theirs:.0}: {:.1} ×", ours / theirs);
    }
}

/// Makes a publication in which there are as many posts as each mail is to have.
fn make(root: &Path, subscribers: u64, posts: u64) {
    make_publication(root, subscribers);
    if posts > IN_THE_MODEL {
        add_posts(root);
    }
}

/// Each reader is owed so many posts afterwards.
fn publish_and_import(postduif: &Program, posts: u64) -> Cost {
    postduif.run(&["sync"]);
    postduif.run(&["publish"]);
    let start = format!("latest:{posts}");
    postduif.run(&["subscribers", "import", "subscribers.csv", "--consent", "a bench", "--start", &start])
}

/// A mail in each language.
fn sample_mails(postduif: &Path, posts: u64) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    make(root, LOCALES.len() as u64, posts);
    let postduif = Program::new(postduif, root, &[]);
    publish_and_import(&postduif, posts);
    postduif.run(&["run", "weekly-digest"]);
    let files = fs::read_dir(root.join("outbox")).unwrap().map(|entry| entry.unwrap().path());
    let mails: Vec<_> = files.map(|path| fs::read(path).unwrap()).collect();
    assert_eq!(mails.len(), LOCALES.len(), "one mail in each language");
    mails
}

/// Every subscriber is accounted for, and every mail was taken.
fn check_ledger(postduif: &Program, subscribers: u64) {
    let issue: serde_json::Value =
        serde_json::from_str(&postduif.run(&["issues", "show", "1", "--json"]).printed).unwrap();
    assert_eq!(issue["accepted"], subscribers, "{issue}");
    for state in ["planned", "deferred", "rejected", "uncertain", "superseded", "cancelled"] {
        let left = if state == "planned" { subscribers } else { 0 };
        assert_eq!(issue[state], left, "{state}: {issue}");
    }
}
