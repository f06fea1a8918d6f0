//! What a program costs: its time, the processor's, its memory. By GNU time, so that only the
//! program itself is counted.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// Debian's package `time`.
const TIME: &str = "/usr/bin/time";

/// A program to be measured once.
pub(crate) struct Program {
    path: PathBuf,
    folder: PathBuf,
    environment: Vec<(String, String)>,
}

/// What one run cost.
pub(crate) struct Cost {
    pub(crate) wall: Duration,
    /// In the program and in the system on its behalf.
    pub(crate) cpu: Duration,
    pub(crate) peak_kib: u64,
    pub(crate) printed: String,
}

impl Program {
    /// A program that runs in `folder` with these variables besides those of whoever starts this.
    pub(crate) fn new(path: impl Into<PathBuf>, folder: &Path, environment: &[(&str, &str)]) -> Self {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Self { path: path.into(), folder: folder.to_owned(), environment: environment.iter().map(owned).collect() }
    }

    /// Runs it to its end, which must be a good one.
    pub(crate) fn run(&self, arguments: &[&str]) -> Cost {
        let figures = tempfile::NamedTempFile::new().unwrap();
        let mut command = Command::new(TIME);
        command.args(["-q", "-f", "%U %S %M", "-o"]).arg(figures.path()).arg(&self.path).args(arguments);
        command.current_dir(&self.folder).envs(self.environment.iter().map(|(name, value)| (name, value)));
        let begin = Instant::now();
        let output = command.output().unwrap_or_else(|error| panic!("{TIME} (Debian: time): {error}"));
        let wall = begin.elapsed();
        let what = format!("{} {}", self.path.display(), arguments.join(" "));
        assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&output.stderr));
        let figures = fs::read_to_string(figures.path()).unwrap();
        let figures: Vec<f64> = figures.split_whitespace().map(|figure| figure.parse().unwrap()).collect();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of KiB")]
        let peak_kib = figures[2] as u64;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        Cost { wall, cpu: Duration::from_secs_f64(figures[0] + figures[1]), peak_kib, printed }
    }
}

impl Cost {
    /// One line of the table, with how many of something came out of it per second.
    pub(crate) fn print(&self, what: &str, count: u64, unit: &str) {
        println!(
            "{what:<34} {:>8.2} s {:>8.2} s CPU {:>7.1} MiB {:>9.0} {unit}/s",
            self.wall.as_secs_f64(),
            self.cpu.as_secs_f64(),
            self.peak_kib as f64 / 1024.0,
            count as f64 / self.wall.as_secs_f64(),
        );
    }

    /// How this compares with another: over 1 is more than the other.
    pub(crate) fn print_ratio(&self, what: &str, other: &Self) {
        println!(
            "{what:<34} {:>8.2} × {:>8.2} × CPU {:>7.2} ×",
            self.wall.as_secs_f64() / other.wall.as_secs_f64(),
            self.cpu.as_secs_f64() / other.cpu.as_secs_f64(),
            self.peak_kib as f64 / other.peak_kib as f64,
        );
    }
}

/// The number after a flag such as `--posts`, or how many are usual.
pub(crate) fn option(flag: &str, usual: u64) -> u64 {
    word(flag).map_or(usual, |number| number.parse().unwrap_or_else(|_| panic!("{flag} wants a number")))
}

/// The word after a flag. Cargo's own flags are passed over.
pub(crate) fn word(flag: &str) -> Option<String> {
    std::env::args().skip_while(|argument| argument != flag).nth(1)
}

/// Copies a folder with everything in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
