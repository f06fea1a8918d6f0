//! Mail to a program: one mail on its standard input, as `sendmail` of every mail server takes it.

use std::{
    fs::File,
    io::{self, Read as _, Seek as _, Write as _},
    path::PathBuf,
    process::{Child, ChildStderr, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::{Duration, Instant},
};

use tokio::{sync::Semaphore, task::spawn_blocking};

use super::{Intent, reply::redact};
use crate::{line::one_line, mail::ComposedMail, outbox::Outcome};

/// How long a program may take: what an SMTP server may for the final dot.
const LONGEST: Duration = Duration::from_secs(600);

/// How often to look whether it is done: soon at first, and then less and less often.
const LOOKS: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(50));

/// What is kept of its words.
const MOST_WORDS: usize = 2_000;

/// How long its words are waited for once it has ended: what it left running may hold them open for ever.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// What its exit code says, as `sysexits.h` has it since Sendmail.
mod exit {
    pub(super) const DATA_ERROR: i32 = 65;
    pub(super) const NO_USER: i32 = 67;
    pub(super) const NO_HOST: i32 = 68;
    pub(super) const LATER: i32 = 75;
}

/// A program that takes one mail each time it is started. Copies share the count of those that run.
#[derive(Debug, Clone)]
pub(super) struct Sendmail {
    program: Arc<PathBuf>,
    permits: Arc<Semaphore>,
}

impl Sendmail {
    /// At most so many run at a time.
    pub(super) fn new(program: PathBuf, at_once: usize) -> Self {
        Self { program: Arc::new(program), permits: Arc::new(Semaphore::new(at_once)) }
    }

    pub(super) fn has_room(&self) -> bool {
        self.permits.available_permits() > 0
    }

    /// Whether there is such a program.
    pub(super) fn is_there(&self) -> io::Result<()> {
        std::fs::metadata(&*self.program).map(drop)
    }

    /// Hands one mail over. The future must be driven to its end.
    pub(super) async fn send(&self, mail: &ComposedMail, intent: &mut Intent) -> Outcome {
        let failed =
            |error: io::Error| Outcome::Fault { reason: format!("cannot run {}: {error}", self.program.display()) };
        let Ok(_permit) = self.permits.acquire().await else {
            return Outcome::Fault { reason: "the program is not to be run".to_owned() };
        };
        // The whole mail lies in a file before the program begins, and its standard input is that file: a program whose
        // input ended early, as it would if we were killed, would send what it has.
        let (mail_file, program) = match self.is_there().and_then(|()| in_a_file(&with_line_feeds(&mail.bytes))) {
            Ok(file) => (file, self.command(mail)),
            Err(error) => return failed(error),
        };
        if let Err(withheld) = intent.granted().await {
            return withheld.into();
        }
        let address = AsRef::<str>::as_ref(&mail.to).to_owned();
        match spawn_blocking(move || hand_over(program, mail_file)).await {
            Ok(Ok((status, words))) => judge(status, redact(words.trim(), &address)),
            Ok(Err(NotHandedOver::NotStarted(error))) => failed(error),
            Ok(Err(NotHandedOver::Lost(error))) => {
                Outcome::Uncertain { reason: format!("lost sight of the program: {error}") }
            }
            Err(error) => Outcome::Uncertain { reason: error.to_string() },
        }
    }

    /// `-i`: a dot alone ends nothing; `-f`: the return path.
    fn command(&self, mail: &ComposedMail) -> Command {
        let (from, to): (&str, &str) = (mail.from.as_ref(), mail.to.as_ref());
        let mut command = Command::new(&*self.program);
        command.args(["-i", "-f", from, "--", to]);
        command
    }
}

/// Why it is not known what a program did with a mail.
enum NotHandedOver {
    /// It did not begin.
    NotStarted(io::Error),
    /// It began.
    Lost(io::Error),
}

impl From<io::Error> for NotHandedOver {
    fn from(error: io::Error) -> Self {
        Self::Lost(error)
    }
}

/// A mail in a file without a name, to be read from its beginning.
fn in_a_file(bytes: &[u8]) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(bytes)?;
    file.rewind()?;
    Ok(file)
}

/// Starts the program with the mail and waits for its end; `None` if it was not done in time, and was killed.
fn hand_over(mut program: Command, mail: File) -> Result<(Option<ExitStatus>, String), NotHandedOver> {
    program.stdin(mail).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = program.spawn().map_err(NotHandedOver::NotStarted)?;
    let words = child.stderr.take().map(listen);
    let (begin, (mut pause, longest)) = (Instant::now(), LOOKS);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break Some(status);
        }
        if begin.elapsed() > LONGEST {
            end(&mut child);
            break None;
        }
        thread::sleep(pause);
        pause = (pause * 2).min(longest);
    };
    let words = words.map(|(words, is_over)| {
        // Whatever comes first: the end of what it says, or of our patience.
        let _ = is_over.recv_timeout(LAST_WORDS);
        String::from_utf8_lossy(&words.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    });
    Ok((status, one_line(&words.unwrap_or_default())))
}

/// Hears what a program says, beside the wait for its end: the first words are kept, and the rest is taken all the same, as who
/// cannot say what it has to say dies of it.
fn listen(mut errors: ChildStderr) -> (Arc<Mutex<Vec<u8>>>, mpsc::Receiver<()>) {
    let words = Arc::<Mutex<Vec<u8>>>::default();
    let (heard, (say_over, is_over)) = (Arc::clone(&words), mpsc::channel());
    thread::spawn(move || {
        let mut piece = [0; 512];
        while let Ok(length @ 1..) = errors.read(&mut piece) {
            let mut words = heard.lock().unwrap_or_else(PoisonError::into_inner);
            let room = MOST_WORDS.saturating_sub(words.len());
            words.extend_from_slice(&piece[..length.min(room)]);
        }
        // Nobody may be there to hear it any more.
        let _ = say_over.send(());
    });
    (words, is_over)
}

fn end(child: &mut Child) {
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}

/// What a program's end means for the mail that it had whole.
fn judge(status: Option<ExitStatus>, words: String) -> Outcome {
    let Some(status) = status else {
        return Outcome::Uncertain { reason: "the program did not end in time".to_owned() };
    };
    let reply = if words.is_empty() { status.to_string() } else { format!("{status}: {words}") };
    match status.code() {
        Some(0) => Outcome::Accepted { reply: "taken by the program".to_owned() },
        Some(exit::LATER) => Outcome::Deferred { reply },
        // With the status that a mail server would give (RFC 3463).
        Some(exit::NO_USER) => Outcome::Rejected { reply: format!("5.1.1 {reply}") },
        Some(exit::NO_HOST) => Outcome::Rejected { reply: format!("5.1.2 {reply}") },
        Some(exit::DATA_ERROR) => Outcome::Rejected { reply },
        // How it is set up, or what it lacks, is no recipient's matter.
        Some(_) => Outcome::Fault { reason: reply },
        None => Outcome::Uncertain { reason: reply },
    }
}

/// Lines as programs of this machine end them; they end them for the network.
fn with_line_feeds(mail: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(mail.len());
    for (at, byte) in mail.iter().enumerate() {
        if *byte != b'\r' || mail.get(at + 1) != Some(&b'\n') {
            out.push(*byte);
        }
    }
    out
}
