//! `postduif preview DIGEST --locale TAG`: the digest as those readers would get it.

use anyhow::Context as _;

use super::{
    Ended, Setup, lookup,
    report::{self, complain, say},
};
use crate::{
    delivery::{Intent, Label},
    disk,
    locale::Locale,
    mail::{self, ComposedMail, MailContent},
    outbox::{DeliveryId, Outcome},
    subscribers::SubscriberEmail,
    templates::Days,
    workflows::Preview,
};

/// To whom the file is addressed that is sent to nobody (RFC 2606 section 2).
const NOBODY: &str = "reader@example.invalid";

/// How many posts a preview shows: as many as a lively week brings.
const POSTS: usize = 3;

/// The arguments of `preview`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The workflow that sends the digest
    digest: String,
    /// The language of the reader
    #[arg(long, value_name = "TAG")]
    locale: Locale,
    /// The folder that the files are written to
    #[arg(long, value_name = "FOLDER", default_value = "preview")]
    out: std::path::PathBuf,
    /// Send it to this address as a test; nobody is subscribed by that
    #[arg(long, value_name = "ADDRESS")]
    to: Option<SubscriberEmail>,
    /// How many of the latest posts it carries
    #[arg(long, value_name = "N", default_value_t = POSTS)]
    posts: usize,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let workflow = match setup.workflow(&arguments.digest)? {
        Ok(workflow) => workflow,
        Err(found) => {
            report::print_diagnostics(&found, &setup.config.root);
            return Ok(Ended::ToFix);
        }
    };
    let Some(digest) = workflow.digest_step() else {
        complain!("error: the workflow `{}` sends no digest", workflow.name);
        return Ok(Ended::ToFix);
    };
    if let Err(message) = lookup::readers_locale(&setup.config.settings, &arguments.locale) {
        complain!("error: {message}");
        return Ok(Ended::ToFix);
    }
    if arguments.posts == 0 {
        complain!("error: a digest has at least one post; choose `--posts 1` or more");
        return Ok(Ended::ToFix);
    }
    let store = setup.store().await?;
    let content = setup.content();
    let Preview { mail, test_subject, diagnostics } = content
        .preview(&store, &arguments.locale, digest, arguments.posts, setup.clock.now())
        .await
        .context("cannot preview")?;
    report::print_diagnostics(&diagnostics, &setup.config.root);
    let composer = setup.composer(&store).await?;
    let eml = composer.compose_test(&arguments.locale, &mail, NOBODY, setup.random.number()?, setup.clock.now())?;
    let link = composer.test_link(&arguments.locale);
    let day = Days::new(&arguments.locale, setup.config.settings.site.zone).write(setup.clock.now());
    let shown = |text: &str| mail::filled(text, link.as_str(), &day);
    let name = format!("{}-{}", workflow.name, arguments.locale);
    let folder = setup.config.path(&arguments.out);
    say!("{}", mail.subject)?;
    let files = [("html", shown(&mail.html).into_bytes()), ("txt", shown(&mail.text).into_bytes()), ("eml", eml.bytes)];
    for (ending, bytes) in files {
        let path = folder.join(format!("{name}.{ending}"));
        disk::write_if_changed(&path, &bytes)?;
        say!("{}", path.display())?;
    }
    let Some(to) = &arguments.to else { return Ok(Ended::Fine) };
    let test = MailContent { subject: test_subject, ..mail };
    let test =
        composer.compose_test(&arguments.locale, &test, to.as_str(), setup.random.number()?, setup.clock.now())?;
    send(setup, &test, &arguments.locale).await
}

/// Sends a mail that no ledger knows, once.
async fn send(setup: &Setup, mail: &ComposedMail, locale: &Locale) -> anyhow::Result<Ended> {
    let transport = setup.transport()?;
    // No delivery has the number 0, so no file of the outbox is overwritten but an earlier test.
    let label = Label { ordinal: 0, locale: locale.clone(), delivery: DeliveryId(0) };
    let outcome = transport.send(mail, &label, &mut Intent::without_ledger()).await;
    transport.sync().await.context("cannot write the outbox")?;
    transport.close().await;
    match outcome {
        Outcome::Accepted { reply } => say!("sent as a test: {reply}")?,
        Outcome::Rejected { reply } | Outcome::Refused { reply } => {
            complain!("error: the relay does not take it: {reply}");
            return Ok(Ended::ToFix);
        }
        Outcome::Deferred { reply } => anyhow::bail!("the relay does not take it now: {reply}; try again later"),
        Outcome::Uncertain { reason } => anyhow::bail!("the relay did not say whether it took it: {reason}"),
        Outcome::Fault { reason } => anyhow::bail!("the relay cannot be used: {reason}"),
    }
    Ok(Ended::Fine)
}
