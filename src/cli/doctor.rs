//! `postduif doctor`: whether mail can leave and will arrive, and what to publish where it will not.

use std::{
    fs::{self, File},
    net::{IpAddr, SocketAddr},
    os::unix::fs::PermissionsExt as _,
    path::Path,
};

use serde_json::json;

use super::{
    Ended, Setup,
    report::{self, say},
};
use crate::{
    delivery::{Place, Relay, Security, Transport},
    doctor::{
        Dns, Finding, NoAnswer, Policy, Standing, judge_alignment, judge_clock, judge_dkim, judge_dmarc,
        judge_mail_host, judge_reverse, judge_room, judge_secret, judge_sender, judge_spf, judge_web, judge_writable,
    },
    line::chain_of,
    mail::Signer,
};

/// How far up a policy is looked for (RFC 9989 section 4.10).
const MOST_LABELS: usize = 8;

/// The arguments of `doctor`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Ask this DNS server, instead of whom the system asks
    #[arg(long, value_name = "ADDRESS:PORT")]
    dns: Option<SocketAddr>,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let signer = setup.config.signer()?;
    let sender = &setup.config.mail.sender;
    let mut findings =
        vec![judge_sender(sender.from.address.domain()), judge_web(&setup.config.settings.site.base_url)];
    findings.extend(relays(setup).await?);
    let dns = arguments.dns.map_or_else(Dns::system, Dns::at);
    findings.extend(match dns {
        Ok(dns) => published(setup, signer.as_ref(), &dns).await,
        Err(error) => vec![Finding::unknown("DNS", error.to_string())],
    });
    findings.extend(machine(setup).await?);
    if arguments.json {
        report::print_json(&json!({ "findings": findings }))?;
    } else {
        print(&findings)?;
    }
    let is_wrong = findings.iter().any(|finding| finding.standing == Standing::Wrong);
    Ok(if is_wrong { Ended::ToFix } else { Ended::Fine })
}

fn print(findings: &[Finding]) -> anyhow::Result<()> {
    let width = findings.iter().map(|finding| finding.topic.len()).max().unwrap_or(0);
    for Finding { topic, standing, message, remedy } in findings {
        say!("{standing} {topic:<width$}  {message}")?;
        if let Some(remedy) = remedy {
            say!("  {:<width$}  → {remedy}", "")?;
        }
    }
    Ok(())
}

/// Whether the relays answer, and what they can.
async fn relays(setup: &Setup) -> anyhow::Result<Vec<Finding>> {
    let Transport::Relays(relays) = setup.transport()? else {
        let message = format!("none is configured; mail is written to {}", setup.config.mail.outbox.display());
        return Ok(vec![
            Finding::doubtful("relay", message)
                .remedy("set `mail.relay`, for example to smtp+starttls://user:password@mail.example.org"),
        ]);
    };
    Ok(relays.offers().await.iter().map(|(relay, offers)| judge_relay(relay, offers)).collect())
}

fn judge_relay(relay: &Relay, offers: &Result<Vec<String>, String>) -> Finding {
    match offers {
        Ok(_) if matches!(relay.place, Place::Sendmail(_)) => {
            Finding::good("relay", format!("{relay} is there, and what it does with mail is its own matter"))
        }
        Ok(offers) if relay.security == Security::Plain && !is_near(relay) => {
            let message = format!("{relay} answers, and mail and password go there for all to read");
            let remedy = match offers.iter().any(|offer| offer == "STARTTLS") {
                true => "it can do TLS: begin `mail.relay` with smtp+starttls://",
                false => "use a relay that offers TLS",
            };
            Finding::doubtful("relay", message).remedy(remedy)
        }
        Ok(offers) => Finding::good("relay", format!("{relay} answers and offers {}", offers.join(", "))),
        Err(error) => Finding::wrong("relay", format!("{relay}: {error}"))
            .remedy("look whether it runs, and whether `mail.relay` names its host, port, user and password"),
    }
}

/// Whether the relay is on this machine.
fn is_near(relay: &Relay) -> bool {
    let is_loopback = |host: &str| host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    relay.host().is_none_or(|host| host == "localhost" || is_loopback(host))
}

/// What stands in the DNS; where nobody answers, that.
async fn published(setup: &Setup, signer: Option<&Signer>, dns: &Dns) -> Vec<Finding> {
    let sender = &setup.config.mail.sender;
    let author = sender.from.address.domain();
    let path = sender.bounces.as_ref().unwrap_or(&sender.from.address);
    let returns = path.domain();
    let relays = relay_addresses(setup, dns).await;
    let mut findings = Vec::new();
    findings.push(or_unknown("SPF", spf(dns, returns, path.as_ref(), &relays).await));
    for record in signer.iter().flat_map(|signer| signer.records()) {
        let texts = dns.texts(&record.name).await;
        findings.push(or_unknown("DKIM", texts.map(|texts| judge_dkim(record, &texts))));
    }
    findings.push(judge_alignment(author, signer.map(Signer::domain), returns));
    let policy = policy_of(dns, author).await;
    findings.push(or_unknown("DMARC", policy.map(|policy| judge_dmarc(author, policy.as_ref()))));
    findings.push(or_unknown("return path", return_path(dns, returns, author, sender.bounces.is_some()).await));
    if relays.is_empty() && !setup.config.mail.relays.is_empty() {
        let message = "from which address the relay sends is not to be seen from here";
        findings.push(
            Finding::unknown("PTR", message.to_owned()).remedy(
                "on the relay: the name of that address, and its address, lead to each other, and SPF allows it",
            ),
        );
    }
    for address in relays {
        findings.push(or_unknown("PTR", reverse(dns, address).await));
    }
    findings
}

fn or_unknown(topic: &'static str, finding: Result<Finding, NoAnswer>) -> Finding {
    finding.unwrap_or_else(|error| Finding::unknown(topic, error.to_string()))
}

/// The addresses of the relays, if mail may leave from there: one on this machine or in this house sends from an
/// address that is not seen from here.
async fn relay_addresses(setup: &Setup, dns: &Dns) -> Vec<IpAddr> {
    let mut addresses = Vec::new();
    for host in setup.config.mail.relays.iter().filter_map(|route| route.relay.host()) {
        addresses.extend(dns.addresses(host).await.unwrap_or_default());
    }
    let is_public = |address: &IpAddr| match address {
        IpAddr::V4(address) => !address.is_private() && !address.is_loopback() && !address.is_link_local(),
        IpAddr::V6(address) => !address.is_loopback() && !address.is_unique_local() && !address.is_unicast_link_local(),
    };
    addresses.into_iter().filter(is_public).collect()
}

async fn spf(dns: &Dns, domain: &str, sender: &str, relays: &[IpAddr]) -> Result<Finding, NoAnswer> {
    let texts = dns.texts(domain).await?;
    let mut results = Vec::new();
    for address in relays {
        results.push((*address, dns.may_send(*address, domain, sender).await));
    }
    Ok(judge_spf(domain, &texts, &results))
}

/// The policy of the author's domain, or of the nearest one above it.
async fn policy_of(dns: &Dns, domain: &str) -> Result<Option<Policy>, NoAnswer> {
    let labels: Vec<_> = domain.split('.').collect();
    let highest = labels.len().saturating_sub(1).max(1);
    for from in 0..highest.min(MOST_LABELS) {
        let name = format!("_dmarc.{}", labels[from..].join("."));
        if let Some(policy) = Policy::find(&name, &dns.texts(&name).await?) {
            return Ok(Some(policy));
        }
    }
    Ok(None)
}

async fn return_path(dns: &Dns, domain: &str, author: &str, is_set: bool) -> Result<Finding, NoAnswer> {
    let (hosts, others) = (dns.mail_hosts(domain).await?, dns.mail_hosts(author).await?);
    let addresses = if hosts.is_empty() { dns.addresses(domain).await?.len() } else { 0 };
    Ok(judge_mail_host(domain, &hosts, addresses, &others, is_set))
}

async fn reverse(dns: &Dns, address: IpAddr) -> Result<Finding, NoAnswer> {
    let names = dns.names(address).await?;
    let back = match names.first() {
        Some(name) => dns.addresses(name).await?,
        None => Vec::new(),
    };
    Ok(judge_reverse(address, &names, &back))
}

/// Clock, disk and permissions.
async fn machine(setup: &Setup) -> anyhow::Result<Vec<Finding>> {
    let config = &setup.config;
    let latest = async { Ok::<_, anyhow::Error>(setup.store().await?.latest_run().await?) };
    let mut findings = vec![match latest.await {
        Ok(latest) => judge_clock(setup.clock.now(), latest),
        Err(error) => Finding::wrong("database", chain_of(error.as_ref()))
            .remedy("see that it is there, and that this user may write it and its folder"),
    }];
    let database = config.database_file();
    let data = database.as_deref().and_then(Path::parent).unwrap_or(&config.root);
    let free = rustix::fs::statvfs(data).map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize));
    findings.push(match free {
        Ok(free) => judge_room(data, free),
        Err(error) => Finding::unknown("disk", format!("{}: {error}", data.display())),
    });
    let mut folders = vec![data.to_owned(), config.path(&config.public)];
    if config.mail.relays.is_empty() {
        folders.push(config.path(&config.mail.outbox));
    }
    findings.extend(folders.iter().map(|folder| judge_writable(folder, try_writing(folder).err().as_ref())));
    let keys = config.mail.dkim.iter().flat_map(|dkim| dkim.files()).map(|file| config.path(file));
    let passwords = config.mail.relays.iter().filter_map(|route| route.relay.password_file()).map(Path::to_owned);
    let secrets = keys.chain(passwords).map(|file| (file, 0o077)).chain(database.map(|file| (file, 0o007)));
    findings.extend(secrets.map(|(file, others)| match fs::metadata(&file) {
        Ok(metadata) => judge_secret(&file, metadata.permissions().mode(), others),
        Err(error) => Finding::unknown("permissions", format!("{}: {error}", file.display())),
    }));
    Ok(findings)
}

/// Whether a file can be made in a folder; one that is not there yet, beside it.
fn try_writing(folder: &Path) -> std::io::Result<()> {
    let mut place = folder;
    while !place.exists() {
        place = place.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    }
    let probe = place.join(format!(".postduif-doctor.{}", std::process::id()));
    File::create(&probe)?;
    fs::remove_file(probe)
}
