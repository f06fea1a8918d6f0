//! Numbers for Prometheus, on the operators' listener.

use std::fmt::Write as _;

use axum::{
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};

use super::Desk;
use crate::{delivery::Tally, storage};

/// What Prometheus calls its text format.
const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What this process has sent, and how the ledger stands.
pub(super) async fn metrics(desk: Desk, tally: Tally) -> Response {
    let mut text = String::new();
    tally.write(&mut text);
    match write_ledger(&desk, &mut text).await {
        Ok(()) => ([(CONTENT_TYPE, FORMAT)], text).into_response(),
        Err(error) => {
            tracing::warn!(%error, "cannot read the ledger for the metrics");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

async fn write_ledger(desk: &Desk, out: &mut String) -> Result<(), storage::Error> {
    let (sending, due, now) = (desk.store().sending().await?, desk.store().next_due().await?, desk.now());
    let lanes = desk.store().busy_lanes(now).await?;
    let mut line = |text: std::fmt::Arguments<'_>| {
        // Nothing that is written to a text fails.
        let _ = writeln!(out, "{text}");
    };
    line(format_args!("# HELP postduif_issue_deliveries Deliveries of each issue that is being sent, by state."));
    line(format_args!("# TYPE postduif_issue_deliveries gauge"));
    for (issue, states) in sending {
        let mut states: Vec<_> = states.into_iter().collect();
        states.sort();
        for (state, count) in states {
            line(format_args!("postduif_issue_deliveries{{issue=\"{issue}\",state=\"{state}\"}} {count}"));
        }
    }
    let overdue = due.map_or(0, |due| (now - due).num_seconds().max(0));
    line(format_args!(
        "# HELP postduif_delivery_overdue_seconds For how long the oldest delivery that is due has waited."
    ));
    line(format_args!("# TYPE postduif_delivery_overdue_seconds gauge"));
    line(format_args!("postduif_delivery_overdue_seconds {overdue}"));
    line(format_args!(
        "# HELP postduif_lane_wait_seconds After how long a relay or a group of receivers takes the next mail that asks."
    ));
    line(format_args!("# TYPE postduif_lane_wait_seconds gauge"));
    for (lane, wait) in lanes {
        let lane = lane.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
        line(format_args!("postduif_lane_wait_seconds{{lane=\"{lane}\"}} {:.3}", wait.as_seconds_f64()));
    }
    Ok(())
}
