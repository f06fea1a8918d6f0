//! How long an import of R rows takes, and then to freeze an issue for all of them.
//!
//! ```sh
//! cargo bench --bench import -- --rows 1000000
//! ```
//!
//! Beside the import, Python's `csv` and `sqlite3` put the same rows into one table with one index: no address is
//! looked at, no row refused, nobody's consent noted. `--store URL` takes another database than SQLite.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

mod measure;
#[path = "digest/publication.rs"]
mod publication;

use std::{fs, path::Path};

use measure::{Program, option, word};
use postduif::{clock::Clock, config::Config, storage::Store, workflows::load_workflows};
use publication::make_publication;

/// What the import is compared with.
const PEER: &str = "import csv, sqlite3\n\
    db = sqlite3.connect('peer.db')\n\
    db.execute('PRAGMA journal_mode = WAL')\n\
    db.execute('CREATE TABLE s (id INTEGER PRIMARY KEY, email TEXT UNIQUE, a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT)')\n\
    rows = csv.reader(open('subscribers.csv', newline=''))\n\
    next(rows)\n\
    with db: db.executemany('INSERT INTO s (email, a, b, c, d, e, f) VALUES (?, ?, ?, ?, ?, ?, ?)', rows)\n";

fn main() {
    if let Some(root) = word("--freeze-in") {
        return freeze(Path::new(&root));
    }
    let rows = option("--rows", 100_000);
    println!("{rows} subscribers");
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    make_publication(root, rows);
    let store = word("--store");
    let environment: Vec<_> = store.as_deref().map(|url| ("POSTDUIF_STORE__URL", url)).into_iter().collect();
    let postduif = Program::new(env!("CARGO_BIN_EXE_postduif"), root, &environment);
    postduif.run(&["publish"]);

    let words = ["subscribers", "import", "subscribers.csv", "--consent", "a bench", "--start", "latest:3"];
    let import = postduif.run(&words);
    assert!(import.printed.contains(&format!("{rows} added")), "{}", import.printed);
    import.print("import", rows, "rows");
    fs::write(root.join("peer.py"), PEER).unwrap();
    let peer = Program::new("python3", root, &[]).run(&["peer.py"]);
    peer.print("Python: csv and sqlite3", rows, "rows");
    import.print_ratio("import ÷ Python", &peer);
    let again = postduif.run(&words);
    assert!(again.printed.contains(&format!("{rows} known already")), "{}", again.printed);
    again.print("import: the same again", rows, "rows");

    let own = std::env::current_exe().unwrap();
    let freeze = Program::new(own, root, &environment).run(&["--freeze-in", &root.display().to_string()]);
    assert!(freeze.printed.contains(&format!("{rows} planned")), "{}", freeze.printed);
    freeze.print("freeze: an issue for all", rows, "readers");
    println!("  {:.0} bytes of memory for each", freeze.peak_kib as f64 * 1024.0 / rows as f64);
}

/// Freezes the weekly digest in this process, and sends nothing.
fn freeze(root: &Path) {
    let environment = std::env::vars().filter(|(name, _)| name.starts_with("POSTDUIF_"));
    let config = Config::load(&root.join("postduif.toml"), environment).unwrap();
    let content = config.content();
    let now = Clock::system().now();
    let (workflows, _) = load_workflows(&config.root, &config.settings, now).unwrap();
    let weekly = workflows.iter().find(|workflow| workflow.name.as_str() == "weekly-digest").unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&config.store_address()).await.unwrap();
        let step = weekly.digest_step().unwrap();
        let frozen = content.freeze(&store, weekly.name.as_str(), now, step, now).await.unwrap();
        println!("{} planned", frozen.issue.planned);
        store.close().await;
    });
}
