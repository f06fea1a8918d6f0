//! `postduif migrate`: the database brought up to this program's version, or what that would take.

use anyhow::Context as _;

use super::{Ended, Setup, report::say};
use crate::{diagnostic::count, storage::Store};

/// The arguments of `migrate`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let steps = Store::steps_to_come(&setup.config.store_address()).await.context("cannot open the database")?;
    if steps.is_empty() {
        say!("the database is of this program's version")?;
        return Ok(Ended::Fine);
    }
    if arguments.dry_run {
        say!("{} to take, all or none:", count(steps.len(), "step"))?;
    } else {
        setup.store().await?;
        say!("{} taken:", count(steps.len(), "step"))?;
    }
    for step in &steps {
        say!("  {step}")?;
    }
    Ok(Ended::Fine)
}
