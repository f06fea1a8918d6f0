//! Pages and feeds as their readers find them.

use crate::harness::{ADDRESS, tell};

#[test]
fn probe() {
    tell(async |garden| {
        garden.join_from("an@lezers.example", "nl", "latest:3".parse().unwrap()).await;
        let published = garden.publish().await;
        println!("{published:?} {ADDRESS}");
        garden.join_from("an@lezers.example", "nl", "latest:3".parse().unwrap()).await;
        garden.join_from("bo@lezers.example", "fr", "latest:3".parse().unwrap()).await;
        for mail in garden.digest().await {
            println!("{}\n{}\n{}", mail.about(), mail.headers, mail.text);
        }
        println!("{}", garden.get("/fr/slakken/").await.body);
        println!("{}", garden.read("public/fr/feed.xml"));
        println!("{:?}", garden.whole_database().await);
    });
}
