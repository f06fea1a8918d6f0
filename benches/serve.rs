//! How fast pages and feeds are served: by `postduif serve`, and by nginx from the same files.
//!
//! ```sh
//! cargo bench --bench serve -- --seconds 2
//! ```
//!
//! Wants `wrk` and `nginx` (Debian packages of those names). Each page is asked for in full and with the tag that the
//! server gave it, over 32 connections, by turns of both servers, so that what else the machine does meets both. What
//! counts on a busy machine is how much of the processor's time a request takes of the server; what a client sees stands
//! beside it.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

mod measure;
#[path = "publish/posts.rs"]
mod posts;
#[path = "publish/publication.rs"]
mod publication;

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use measure::{Program, option};
use posts::Post;
use publication::{edit_paragraph, make_publication, translate_all};

/// What is asked for: a page of a post, and a feed.
const PATHS: [&str; 2] = ["/nl/post-3/", "/fr/feed.xml"];

/// The clock ticks in a second in which the system counts the processor's time.
const TICKS: f64 = 100.0;

/// A server that does not outlive this.
struct Server {
    name: &'static str,
    port: u16,
    process: Child,
}

/// So many times each server has its turn.
const TURNS: u64 = 5;

/// What a load did to a server, in all of its turns.
#[derive(Default)]
struct Load {
    requests: f64,
    seconds: f64,
    cpu: f64,
}

fn main() {
    let posts: Vec<Post> = (0..option("--posts", 50)).map(Post::make).collect();
    let folder = tempfile::tempdir().unwrap();
    make_publication(folder.path(), &posts);
    let postduif = Program::new(env!("CARGO_BIN_EXE_postduif"), folder.path(), &[]);
    postduif.run(&["sync"]);
    translate_all(folder.path());
    postduif.run(&["sync"]);
    edit_paragraph(folder.path(), &posts[1]);
    let words: usize = posts.iter().map(Post::words).sum();
    println!("{} posts of {} words", posts.len(), words / posts.len());
    let cold = postduif.run(&["publish"]);
    println!("{}", cold.printed.trim());
    cold.print("publish, to begin with", posts.len() as u64, "posts");
    postduif.run(&["publish"]).print_ratio("publish: nothing new ÷ everything", &cold);
    let servers = [Server::postduif(folder.path()), Server::nginx(folder.path())];
    let seconds = option("--seconds", 2);
    for path in PATHS {
        for conditional in [false, true] {
            let what = format!("{path}{}", if conditional { ", which the client has" } else { "" });
            let mut loads = [Load::default(), Load::default()];
            for _ in 0..TURNS {
                for (server, load) in servers.iter().zip(&mut loads) {
                    server.load(path, conditional, seconds, load);
                }
            }
            for (server, load) in servers.iter().zip(&loads) {
                let (rate, cost) = (load.per_second(), load.cpu_microseconds());
                println!("{:<9} {what:<36} {rate:>9.0} requests/s {cost:>7.1} µs CPU each", server.name);
            }
            let [own, peer] = loads;
            println!(
                "postduif ÷ nginx: {:.2} × requests/s, {:.2} × CPU each",
                own.per_second() / peer.per_second(),
                own.cpu_microseconds() / peer.cpu_microseconds()
            );
        }
    }
}

impl Load {
    fn per_second(&self) -> f64 {
        self.requests / self.seconds
    }

    /// What one request takes of the processor's time.
    fn cpu_microseconds(&self) -> f64 {
        self.cpu * 1e6 / self.requests
    }
}

impl Server {
    fn postduif(root: &Path) -> Self {
        let port = free_port();
        let mut command = Command::new(env!("CARGO_BIN_EXE_postduif"));
        command.current_dir(root).arg("serve").env("POSTDUIF_WEB__LISTEN", format!("127.0.0.1:{port}"));
        command.env("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0").env("RUST_LOG", "error");
        Self::start("postduif", port, &mut command)
    }

    fn nginx(root: &Path) -> Self {
        let port = free_port();
        let settings = format!(
            "daemon off; pid {root}/nginx.pid; error_log stderr error; worker_processes auto;\n\
             events {{ worker_connections 1024; }}\n\
             http {{ types {{ text/html html; application/rss+xml xml; text/css css; }} access_log off; sendfile on;\n\
             tcp_nopush on; keepalive_requests 1000000; open_file_cache max=1000;\n\
             client_body_temp_path {root}/nginx-body; proxy_temp_path {root}/nginx-proxy;\n\
             fastcgi_temp_path {root}/nginx-fastcgi; uwsgi_temp_path {root}/nginx-uwsgi; scgi_temp_path {root}/nginx-scgi;\n\
             server {{ listen 127.0.0.1:{port}; root {root}/public; }} }}\n",
            root = root.display(),
        );
        // Its workers are somebody else if it is started by root.
        Command::new("chmod").args(["-R", "a+rX"]).arg(root).status().unwrap();
        fs::write(root.join("nginx.conf"), settings).unwrap();
        let mut command = Command::new("nginx");
        command.args(["-c"]).arg(root.join("nginx.conf"));
        Self::start("nginx", port, &mut command)
    }

    fn start(name: &'static str, port: u16, command: &mut Command) -> Self {
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let server = Self { name, port, process: process.unwrap_or_else(|error| panic!("{name}: {error}")) };
        let begin = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() || !server.head(PATHS[0]).contains("200 OK") {
            assert!(begin.elapsed() < Duration::from_secs(60), "{name} does not answer");
            thread::sleep(Duration::from_millis(20));
        }
        server
    }

    /// The head of an answer.
    fn head(&self, path: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        write!(stream, "HEAD {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").unwrap();
        let mut head = String::new();
        stream.read_to_string(&mut head).unwrap();
        head
    }

    /// Lets many clients ask for a path.
    fn load(&self, path: &str, conditional: bool, seconds: u64, load: &mut Load) {
        let head = self.head(path);
        let tag = head.lines().find(|line| line.to_lowercase().starts_with("etag:")).unwrap();
        let mut wrk = Command::new("wrk");
        wrk.args(["-t1", "-c32", &format!("-d{seconds}s")]);
        if conditional {
            wrk.args(["-H", &format!("If-None-Match: {}", tag[5..].trim())]);
        }
        let before = self.cpu();
        let output = wrk.arg(format!("http://127.0.0.1:{}{path}", self.port)).output();
        let output = output.unwrap_or_else(|error| panic!("wrk (Debian: wrk): {error}"));
        load.cpu += self.cpu() - before;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(!text.contains("Non-2xx or 3xx"), "{text}");
        // `12345 requests in 1.00s, 10.00MB read`
        let (requests, rest) = text.split_once(" requests in ").unwrap();
        load.requests += requests.split_whitespace().last().unwrap().parse::<f64>().unwrap();
        load.seconds += rest.split_once("s,").unwrap().0.parse::<f64>().unwrap();
    }

    /// The seconds of the processor that it and its workers have had.
    fn cpu(&self) -> f64 {
        let own = self.process.id().to_string();
        let mut ticks = 0;
        for entry in fs::read_dir("/proc").unwrap().flatten() {
            let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
            // After the name, which may hold anything (proc(5)).
            let fields: Vec<_> = stat.rsplit_once(") ").map_or("", |(_, rest)| rest).split(' ').collect();
            if fields.len() > 12 && (fields[1] == own || entry.file_name().to_string_lossy() == own) {
                ticks += fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
            }
        }
        ticks as f64 / TICKS
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // nginx ends its workers when it is asked to, and not when it is killed.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}
