//! Nobody is asked who is not public, nothing goes on for ever, and who wants to be left alone is.

use postduif::intake::Permission;

use super::{
    Garden, png,
    site::{Reply, Site},
};

const ARTICLE: &str = "<rss version=\"2.0\"><channel><title>x</title><item><title>Kers</title><guid>1</guid>\
                       <description>Snoei in de zomer.</description></item></channel></rss>";

/// Why nothing came from this address.
fn refused(garden: &Garden, address: &str) -> String {
    let report = garden.import(address);
    assert!(report.imported.is_empty(), "{report:#?}");
    report.failed[0].reason.clone()
}

#[test]
fn this_machine_is_not_asked_unless_it_was_named() {
    let site = Site::open();
    site.put_text("/feed", "text/xml", ARTICLE);
    let port_alone = Permission { addresses: Vec::new(), ports: vec![site.port] };
    let garden = Garden::open(port_alone);
    for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.0.0.2", "0"] {
        let reason = refused(&garden, &format!("http://{host}:{}/feed", site.port));
        assert!(reason.contains("is not on the public network"), "{host}: {reason}");
    }
    assert_eq!(site.asked(), Vec::<String>::new(), "not even robots.txt");
    let named = Garden::open(site.permission());
    assert_eq!(named.import(&format!("http://localhost:{}/feed", site.port)).imported.len(), 1, "by its name, too");
}

#[test]
fn what_leads_elsewhere_is_looked_at_again() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    for (path, to, why) in [
        ("/a", format!("http://127.0.0.2:{}/", site.port), "127.0.0.2 is not on the public network"),
        ("/b", "http://169.254.169.254/latest/meta-data/".to_owned(), "169.254.169.254 is not on the public network"),
        ("/c", "http://127.0.0.1:22/".to_owned(), "port 22"),
        ("/d", "file:///etc/passwd".to_owned(), "only http and https"),
        ("/e", "/e".to_owned(), "elsewhere more than 5 times"),
        ("/f", "http://user:pass@127.0.0.1/".to_owned(), "password"),
    ] {
        site.put(path, Reply::Elsewhere(to));
        let reason = refused(&garden, &site.address(path));
        assert!(reason.contains(why), "{path}: {reason}");
    }
    for hop in 1..=5 {
        site.put(&format!("/{hop}"), Reply::Elsewhere(format!("/{}", hop + 1)));
    }
    site.put_text("/6", "text/xml", ARTICLE);
    assert_eq!(garden.import(&site.address("/1")).imported.len(), 1, "five times is fine");
}

#[test]
fn a_picture_leads_nowhere_a_page_could_not() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    let pictures =
        ["http://127.0.0.2/x.png", "http://10.0.0.1/x.png", "file:///etc/x.png", "SITE/groot.png", "SITE/nep.png"];
    let html: String = pictures.iter().map(|src| format!("&lt;img src='{src}'&gt;")).collect();
    site.put_text("/feed", "text/xml", &ARTICLE.replace("</description>", &format!("{html}</description>")));
    site.put("/groot.png", Reply::Is("image/png", [png(), vec![0; 1 << 20]].concat()));
    site.put("/nep.png", Reply::Is("image/png", b"<svg onload='x()'/>".to_vec()));
    let report = garden.import(&site.address("/feed"));
    let post = garden.post("kers");
    assert_eq!(garden.files().keys().filter(|name| name.starts_with("kers")).collect::<Vec<_>>(), ["kers.md"]);
    let why = ["127.0.0.2 is not", "10.0.0.1 is not", "larger than 65536 bytes", "no picture in JPEG"];
    assert!(why.iter().all(|why| post.review.iter().any(|line| line.contains(why))), "{report:#?}");
    assert!(!post.body.contains("file:"), "{}", post.body);
}

#[test]
fn nothing_goes_on_for_ever() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    site.put("/endless", Reply::Endless);
    assert!(refused(&garden, &site.address("/endless")).contains("larger than 2 MB"));
    site.put("/drip", Reply::Drip);
    assert!(refused(&garden, &site.address("/drip")).contains("took longer"));
    site.put("/cut", Reply::Cut);
    assert!(refused(&garden, &site.address("/cut")).contains("cannot be reached"));
    site.put("/packed", Reply::With("content-encoding", "gzip", vec![0x1f, 0x8b, 8, 0]));
    assert!(refused(&garden, &site.address("/packed")).contains("packed"));
    site.put("/long", Reply::Is("text/html", vec![b'a'; 50 << 20]));
    assert!(refused(&garden, &site.address("/long")).contains("larger than 2 MB"));
}

#[test]
fn who_wants_to_be_left_alone_is_left_alone() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    site.put_text(
        "/robots.txt",
        "text/plain",
        "User-agent: *\nDisallow: /dicht\n\nUser-agent: postduif\nDisallow: /feed\n",
    );
    site.put_text("/feed", "text/xml", ARTICLE);
    assert!(refused(&garden, &site.address("/feed")).contains("--ignore-robots"));
    assert_eq!(site.asked(), ["/robots.txt"]);
    site.put("/om", Reply::Elsewhere("/feed".to_owned()));
    assert!(refused(&garden, &site.address("/om")).contains("robots.txt"), "not by a detour either");
    let broken = Site::open();
    broken.put("/robots.txt", Reply::Code(503));
    broken.put_text("/feed", "text/xml", ARTICLE);
    let garden = Garden::open(broken.permission());
    assert!(refused(&garden, &broken.address("/feed")).contains("its robots.txt cannot be read"));
}

#[test]
fn who_asks_says_who_they_are_and_sends_nothing_along() {
    let site = Site::open();
    let garden = Garden::open(site.permission());
    site.put("/koek", Reply::With("set-cookie", "spoor=1", ARTICLE.as_bytes().to_vec()));
    garden.import(&site.address("/koek"));
    garden.import(&site.address("/koek"));
    let headers = site.last_headers();
    let agent = headers["user-agent"].to_str().unwrap();
    assert!(agent.starts_with("postduif/"), "{agent}");
    assert!(!headers.contains_key("cookie") && !headers.contains_key("referer"), "{headers:?}");
}
