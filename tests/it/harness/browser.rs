//! A real browser, driven as W3C WebDriver says: Chromium by its own `chromedriver`, without a window.

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};

use super::daemon::{Running, wait_for};

/// How WebDriver names an element in JSON (W3C WebDriver, section 12.1).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Longer than a page takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// What WCAG 2.2 asks for at level AA, as axe-core names it.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/// A window of the browser, as large as a telephone.
pub(crate) struct Browser {
    driver: String,
    session: String,
    scripts: bool,
    _running: Running,
}

impl Browser {
    /// Opens one in a time zone that finds `host` at this address; `None` where it is not installed.
    pub(crate) fn open(host: &str, address: &str, scripts: bool, zone: &str) -> Option<Self> {
        let mut driver = Command::new("chromedriver");
        driver.arg("--port=0").env("TZ", zone).stdout(Stdio::piped()).stderr(Stdio::null());
        let Ok(mut begun) = driver.spawn() else {
            println!("skipped: chromedriver is not installed (Debian: apt install chromium-driver)");
            return None;
        };
        let mut lines = BufReader::new(begun.stdout.take().unwrap()).lines();
        let _running = Running(begun);
        let port = lines.find_map(|line| {
            let line = line.unwrap();
            Some(line.split_once("successfully on port ")?.1.trim_end_matches('.').to_owned())
        });
        let driver = format!("127.0.0.1:{}", port.expect("chromedriver says where it listens"));
        // The rest is read, lest the pipe fill up.
        std::thread::spawn(move || lines.for_each(drop));
        let mut arguments = ["headless=new", "no-sandbox", "disable-gpu", "no-first-run"].map(str::to_owned).to_vec();
        arguments.extend(["disable-background-networking", "disable-component-update"].map(str::to_owned));
        // A page that glides to what is to be clicked may be on its way for ever on a busy machine.
        arguments.push("force-prefers-reduced-motion".to_owned());
        arguments.extend(["window-size=390,844".to_owned(), format!("host-resolver-rules=MAP {host} {address}")]);
        let preferences = match scripts {
            true => json!({}),
            // 2 is "block".
            false => json!({ "profile.managed_default_content_settings.javascript": 2 }),
        };
        let options = json!({ "args": arguments, "prefs": preferences });
        let logs = json!({ "performance": "ALL" });
        let wanted = json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": logs });
        let mut browser = Self { driver, session: String::new(), scripts, _running };
        let opened = browser.tell("POST", "", &json!({ "capabilities": { "alwaysMatch": wanted } }));
        browser.session = format!("/{}", opened["sessionId"].as_str().unwrap());
        Some(browser)
    }

    pub(crate) fn go(&self, url: &str) {
        self.tell("POST", "/url", &json!({ "url": url }));
    }

    pub(crate) fn write(&self, selector: &str, text: &str) {
        self.at(selector, "value", &json!({ "text": text }));
    }

    pub(crate) fn click(&self, selector: &str) {
        self.at(selector, "click", &json!({}));
    }

    /// Clicks on what leads to another page, and waits for that.
    pub(crate) fn press(&self, selector: &str) {
        let before = self.find("html");
        self.click(selector);
        // Between two pages there is nothing to be found, and nothing can be asked.
        let ready = json!({ "script": "return document.readyState", "args": [] });
        wait_for("the next page", || {
            let now = self.ask("POST", "/element", &by("html")).ok()?;
            let is_new = now[ELEMENT].as_str().is_some_and(|now| now != before);
            (is_new && self.ask("POST", "/execute/sync", &ready).ok()? == "complete").then_some(())
        });
    }

    /// What the script of a story gives; it runs also where those of pages may not.
    pub(crate) fn script(&self, script: &str) -> Value {
        self.tell("POST", "/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// What was sent with the forms since somebody asked last.
    pub(crate) fn sent(&self) -> String {
        let log = self.tell("POST", "/se/log", &json!({ "type": "performance" }));
        let said = log.as_array().unwrap().iter().map(|entry| entry["message"].as_str().unwrap());
        said.filter(|said| said.contains("\"Network.requestWillBeSent\"") && said.contains("\"POST\"")).collect()
    }

    /// Looks at the page: its language and direction, whether it fits, and what axe-core finds, where that is installed.
    pub(crate) fn look(&self, lang: &str) {
        let shown = self.script(
            "const page = document.documentElement; return [page.lang, page.dir, page.scrollWidth - page.clientWidth]",
        );
        let dir = if lang == "ar" { "rtl" } else { "ltr" };
        assert_eq!(shown, json!([lang, dir, 0]), "{}", self.script("return document.body.innerText"));
        let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules/axe-core/axe.min.js");
        // Where scripts may not run no clock ticks for axe-core either, and the pages are the same.
        let Some(axe) = fs::read_to_string(axe).ok().filter(|_| self.scripts) else { return };
        let rules = json!(RULES);
        let found = self.script(&format!(
            "{axe}; return axe.run({{ runOnly: {rules} }}).then(({{ violations }}) => violations.map(({{ id, nodes }}) => \
             id + ': ' + nodes.map((node) => node.html).join(' ')))"
        ));
        assert_eq!(found, json!([]), "{}", self.script("return location.pathname"));
    }

    fn find(&self, selector: &str) -> String {
        let found = self.tell("POST", "/element", &by(selector));
        found[ELEMENT].as_str().unwrap_or_else(|| panic!("{selector}: {found}")).to_owned()
    }

    fn at(&self, selector: &str, what: &str, with: &Value) {
        let element = self.find(selector);
        self.tell("POST", &format!("/element/{element}/{what}"), with);
    }

    /// Tells the driver something, and gives the value of its answer.
    fn tell(&self, method: &str, path: &str, body: &Value) -> Value {
        let value = self.ask(method, path, body).unwrap();
        assert!(value["error"].is_null(), "{method} {path}: {value}");
        value
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> io::Result<Value> {
        let (driver, session, body) = (&self.driver, &self.session, body.to_string());
        let mut stream = TcpStream::connect(driver)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let length = body.len();
        write!(
            stream,
            "{method} /session{session}{path} HTTP/1.1\r\nHost: {driver}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )?;
        let mut answer = BufReader::new(stream);
        let (mut line, mut length) = (String::new(), 0);
        while answer.read_line(&mut line)? > 2 {
            if let Some((_, value)) = line.to_lowercase().split_once("content-length:") {
                length = value.trim().parse().unwrap();
            }
            line.clear();
        }
        let mut text = vec![0; length];
        answer.read_exact(&mut text)?;
        let mut answer: Value = serde_json::from_slice(&text)?;
        Ok(answer["value"].take())
    }
}

fn by(selector: &str) -> Value {
    json!({ "using": "css selector", "value": selector })
}

impl Drop for Browser {
    fn drop(&mut self) {
        // However the story ended: a browser outlives its driver.
        let _ = self.ask("DELETE", "", &json!({}));
    }
}
