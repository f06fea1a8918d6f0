//! How fast mail leaves, and who is left alone for a while.

use chrono::TimeDelta;
use postduif::outbox::{
    Outcome,
    throttle::{MOST_REFUSALS, REFUSED_PAUSE},
};

use crate::harness::{Publication, tell, tell_with};

/// Freezes the digest for so many readers at Gmail and one elsewhere, and sends nothing yet.
async fn frozen(garden: &Publication, readers: usize) {
    garden.publish().await;
    for n in 0..readers {
        garden.join_from(&format!("lezer{n}@gmail.com"), "nl", "latest:1".parse().unwrap()).await;
    }
    garden.join_from("an@lezers.example", "nl", "latest:1".parse().unwrap()).await;
    let (workflow, now) = (garden.workflow("weekly-digest"), garden.now());
    let digest = workflow.digest_step().unwrap();
    garden.content.freeze(&garden.store, workflow.name.as_str(), now, digest, now).await.unwrap();
}

/// Delivers what may leave now; says how many went to Gmail, and how many elsewhere.
async fn leaving(garden: &Publication) -> (usize, usize) {
    let mails = garden.deliver().await;
    let gmail = mails.iter().filter(|mail| mail.to.ends_with("@gmail.com")).count();
    (gmail, mails.len() - gmail)
}

#[test]
fn a_group_gets_no_more_than_its_rate_and_others_need_not_wait() {
    let google = "throttle.groups = [{ name = \"google\", rate = \"60/m\" }]";
    tell_with(&[("[mail]\n", &format!("[mail]\n{google}\n"))], async |garden| {
        frozen(&garden, 80).await;
        let (first, others) = leaving(&garden).await;
        assert!((2..=5).contains(&first) && others == 1, "{first} at once, {others} elsewhere");
        let mut left = first;
        for second in 1..=60 {
            garden.wait(TimeDelta::seconds(1));
            left += leaving(&garden).await.0;
            assert!(left <= first + second, "{left} after {second} seconds");
        }
        assert!(left >= 58, "nor does it get less: {left}");
        let issue = garden.latest_issue().await;
        assert_eq!(
            garden.counts(issue.id).await["planned"],
            81 - 1 - left as u64,
            "who waits has no attempt behind them"
        );
    });
}

#[test]
fn a_group_that_refuses_our_mail_is_left_alone_and_nobody_pays_for_it() {
    tell(async |garden| {
        frozen(&garden, 30).await;
        for n in 1..=MOST_REFUSALS as usize {
            garden.relay.fail_on(n, Outcome::Refused { reply: "550 5.7.26 unauthenticated".to_owned() });
        }
        let (gmail, others) = leaving(&garden).await;
        // What was claimed by then is on its way; nothing else is.
        assert!(gmail <= 8 && others <= 1, "{gmail}, {others}");
        let before = garden.relay.mails().len();
        garden.wait(TimeDelta::minutes(5));
        assert_eq!(leaving(&garden).await.0, 0);
        let issue = garden.latest_issue().await;
        let counts = garden.counts(issue.id).await;
        assert_eq!(counts.get("rejected"), None, "{counts:?}");
        // A process that begins anew knows it too.
        garden.wait(REFUSED_PAUSE - TimeDelta::minutes(6));
        assert_eq!(garden.deliver().await.len(), 0);
        assert!(garden.relay.mails().len() <= before + 1);
        garden.wait(TimeDelta::hours(2));
        leaving(&garden).await;
        assert_eq!(garden.counts(issue.id).await["accepted"], 31);
        assert_eq!(garden.subscriber("lezer0@gmail.com").await.unwrap().status, postduif::subscribers::Status::Active);
    });
}

#[test]
fn whoever_wants_it_more_slowly_gets_it_more_slowly() {
    tell(async |garden| {
        frozen(&garden, 40).await;
        garden.relay.fail_on(1, Outcome::Deferred { reply: "421 4.7.28 unusual rate of mail".to_owned() });
        let (gmail, _) = leaving(&garden).await;
        assert!(gmail < 20, "{gmail}");
        garden.wait(TimeDelta::minutes(2));
        assert_eq!(leaving(&garden).await.0, 0);
        garden.wait(TimeDelta::minutes(20));
        leaving(&garden).await;
        let issue = garden.latest_issue().await;
        assert_eq!(garden.counts(issue.id).await["accepted"], 41);
    });
}
