//! A real Postfix takes our mail, cannot deliver it, and hands back what it says of that.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    num::{NonZeroU32, NonZeroUsize},
    os::unix::fs::{PermissionsExt as _, chown},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use postduif::{
    delivery::{Relays, Route, Timeouts, Transport},
    lmtp::{Limits, Place},
    subscribers::Status,
};
use tempfile::TempDir;

use super::{anywhere, listening};
use crate::{bounces::BOUNCES, harness::tell_with};

/// The services of Postfix that take part.
const SERVICES: &str = "cleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\n\
    rewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\n\
    trace unix - - n - 0 bounce\nerror unix - - n - - error\nlmtp unix - - n - - lmtp\n\
    proxymap unix - - n - - proxymap\nanvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\n";

/// A Postfix of its own, which ends when this is dropped.
struct Postfix {
    folder: TempDir,
    port: u16,
}

impl Postfix {
    /// One that takes mail for two hosts and has no such mailbox at one, and no room at the other; what comes back
    /// goes to `returns`. `None` where there is no Postfix, or it may not be started.
    fn start(returns: &Place) -> Option<Self> {
        let is_root = Command::new("id").arg("-u").output().unwrap().stdout.trim_ascii() == b"0";
        let user = Command::new("id").args(["-u", "postfix"]).output().unwrap();
        let user = String::from_utf8_lossy(&user.stdout).trim().parse().ok();
        let (true, Some(user), true) = (is_root, user, Path::new("/usr/lib/postfix/sbin/master").exists()) else {
            assert!(!is_root || std::env::var_os("CI").is_none(), "Postfix is required in CI (Debian: postfix)");
            println!("skipped: Postfix is not installed (Debian: postfix), or root alone may start it");
            return None;
        };
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        for name in ["etc", "queue", "data"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        chown(folder.path().join("data"), Some(user), None).unwrap();
        let root = folder.path().display();
        let settings = format!(
            "compatibility_level = 3.6\nqueue_directory = {root}/queue\ndata_directory = {root}/data\n\
             command_directory = /usr/sbin\ndaemon_directory = /usr/lib/postfix/sbin\n\
             maillog_file = {root}/log\nmaillog_file_prefixes = {root}\n\
             inet_interfaces = 127.0.0.1\ninet_protocols = ipv4\nmyhostname = mx.lezers.example\n\
             mydestination =\nmynetworks = 127.0.0.0/8\nalias_maps =\nsmtpd_reject_unlisted_recipient = no\n\
             relay_domains = moestuin.example lezers.example vol.example\n\
             smtpd_relay_restrictions = permit_mynetworks, reject\n\
             transport_maps = inline:{{ {{ moestuin.example = lmtp:inet:{returns} }}, \
             {{ lezers.example = error:5.1.1 nobody is here }}, {{ vol.example = error:5.2.2 the mailbox is full }} }}\n"
        );
        fs::write(folder.path().join("etc/main.cf"), settings).unwrap();
        let services = format!("127.0.0.1:{port} inet n - n - - smtpd\n{SERVICES}");
        fs::write(folder.path().join("etc/master.cf"), services).unwrap();
        let postfix = Self { folder, port };
        assert!(postfix.tell("start"), "{}", postfix.log());
        Some(postfix)
    }

    fn tell(&self, word: &str) -> bool {
        let mut command = Command::new("/usr/sbin/postfix");
        command.arg("-c").arg(self.etc()).arg(word).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().unwrap().success()
    }

    fn etc(&self) -> PathBuf {
        self.folder.path().join("etc")
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        self.tell("stop");
    }
}

#[test]
fn what_a_real_postfix_cannot_deliver_comes_back_and_ends_as_it_should() {
    tell_with(&[BOUNCES], async |garden| {
        let (place, _) = listening(&garden, anywhere(), Limits::default()).await;
        let Some(postfix) = Postfix::start(&place) else { return };
        garden.publish().await;
        for address in ["weg@lezers.example", "vol@vol.example"] {
            garden.join_from(address, "nl", "latest:1".parse().unwrap()).await;
        }
        let route = Route {
            relay: format!("smtp://127.0.0.1:{}", postfix.port).parse().unwrap(),
            priority: 1,
            weight: NonZeroU32::MIN,
            connections: NonZeroUsize::new(2).unwrap(),
            rate: None,
        };
        let mut runner = garden.runner().await;
        runner.worker.transport = Transport::Relays(Relays::new(vec![route], Timeouts::default()));
        runner.run(&garden.workflow("weekly-digest"), garden.now()).await.unwrap();
        let issue = garden.latest_issue().await;
        assert_eq!(garden.counts(issue.id).await["accepted"], 2, "{}", postfix.log());
        let mut came_back = Vec::new();
        for _ in 0..600 {
            came_back = garden.store.bounces_of(issue.id).await.unwrap();
            if came_back.len() == 2 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let verdicts: Vec<_> = came_back.iter().map(|(verdict, count)| format!("{verdict} {count}")).collect();
        assert_eq!(verdicts, ["hard 1", "soft 1"], "{}", postfix.log());
        let status = async |address| garden.subscriber(address).await.unwrap().status;
        assert_eq!(status("weg@lezers.example").await, Status::Unsubscribed);
        assert_eq!(status("vol@vol.example").await, Status::Active, "once is no reason");
    });
}
