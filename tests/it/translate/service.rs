//! A translation service on this machine: it behaves as DeepL, LibreTranslate or OpenAI say they do, or badly.

use std::{
    collections::VecDeque,
    sync::{Arc, Condvar, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, Method, Response, StatusCode, Uri},
};
use futures_util::{StreamExt as _, stream};
use postduif::machine::{Provider, Settings};
use serde_json::{Value, json};
use tokio::time;

use crate::harness::Loopback;

/// What the service does with one request to translate, when it does not translate faithfully.
#[derive(Clone)]
pub(crate) enum Fault {
    /// It answers with a code, perhaps `Retry-After`, and a text.
    Code(u16, Option<&'static str>, &'static str),
    /// It says 200 and this.
    Says(&'static str),
    /// It hangs up in the middle of its answer.
    Cut,
    /// Its answer has no end, and comes fast.
    Endless,
    /// Its answer has no end, and comes a byte at a time.
    Drip,
    /// It sends the client to this address.
    Elsewhere(String),
    /// It leaves out the last translation.
    OneLess,
    /// It wraps its answer in a code fence (OpenAI).
    Fence,
    /// It changes the texts that it makes.
    Twist(fn(usize, String) -> String),
    /// It gives the translations each other's ids (OpenAI).
    SwappedIds,
}

/// A request that came.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) authorization: Option<String>,
    pub(crate) body: Value,
}

impl Asked {
    /// The texts that it wants translated.
    pub(crate) fn texts(&self) -> Vec<String> {
        let strings = |value: &Value| value.as_array().into_iter().flatten().map(text).collect();
        match &self.body {
            body if body["text"].is_array() => strings(&body["text"]),
            body if body["q"].is_array() => strings(&body["q"]),
            body => {
                let content: Value = serde_json::from_str(&text(&body["messages"][1]["content"])).unwrap_or_default();
                content["texts"].as_array().into_iter().flatten().map(|entry| text(&entry["text"])).collect()
            }
        }
    }
}

/// A service, until all who know it are gone.
#[derive(Clone)]
pub(crate) struct Service {
    pub(crate) address: String,
    desk: Arc<(Mutex<Desk>, Condvar)>,
    _server: Arc<Loopback>,
}

#[derive(Default)]
struct Desk {
    faults: VecDeque<Fault>,
    asked: Vec<Asked>,
    glossaries: Vec<Value>,
}

impl Service {
    /// Opens a service that does what `faults` say with the first requests, and translates faithfully then.
    pub(crate) fn open(faults: impl IntoIterator<Item = Fault>) -> Self {
        let desk = Desk { faults: faults.into_iter().collect(), ..Desk::default() };
        let desk = Arc::new((Mutex::new(desk), Condvar::new()));
        let server = Loopback::serve(Router::new().fallback(answer).with_state(Arc::clone(&desk)));
        Self { address: format!("http://127.0.0.1:{}", server.port), desk, _server: Arc::new(server) }
    }

    /// What it was asked to translate.
    pub(crate) fn translations(&self) -> Vec<Asked> {
        let is_translation = |asked: &Asked| !asked.path.contains("glossaries");
        self.asked().into_iter().filter(is_translation).collect()
    }

    /// Waits until it has been asked so often.
    pub(crate) fn wait_for(&self, requests: usize) {
        let (desk, came) = &*self.desk;
        drop(came.wait_while(desk.lock().unwrap(), |desk| desk.asked.len() < requests).unwrap());
    }

    /// All requests that came.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.desk.0.lock().unwrap().asked.clone()
    }

    /// The glossaries that lie there.
    pub(crate) fn glossaries(&self) -> Vec<Value> {
        self.desk.0.lock().unwrap().glossaries.clone()
    }

    /// What a person configures for it.
    pub(crate) fn settings(&self, provider: Provider) -> Settings {
        Settings {
            provider,
            url: self.address.parse().unwrap(),
            model: (provider == Provider::OpenAi).then(|| "babel-1".to_owned()),
            key: Some("geheim-1234".to_owned().into()),
            price_per_million: Some(20.0),
            formality: None,
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

async fn answer(
    State(desk): State<Arc<(Mutex<Desk>, Condvar)>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let authorization = headers.get("authorization").map(|value| value.to_str().unwrap().to_owned());
    let path = uri.path().to_owned();
    let asked = Asked { method, path, authorization, body: serde_json::from_slice(&body).unwrap_or_default() };
    let (desk, came) = &*desk;
    let mut desk = desk.lock().unwrap();
    desk.asked.push(asked.clone());
    came.notify_all();
    if asked.path.starts_with("/v2/glossaries") {
        return glossary(&mut desk, &asked);
    }
    let fault = desk.faults.pop_front();
    drop(desk);
    if let Some(refused) = refuse(&asked, body.len()) {
        return refused;
    }
    let head = || stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"{\"translations\":["))]);
    let streamed = |body: Body| Response::builder().header("content-type", "application/json").body(body).unwrap();
    match fault {
        None => json_answer(&faithful(&asked, |_, text| text, false)),
        Some(Fault::Code(code, wait, said)) => {
            let answer = Response::builder().status(code);
            wait.map_or(answer, |wait| Response::builder().status(code).header("retry-after", wait))
                .body(said.into())
                .unwrap()
        }
        Some(Fault::Says(said)) => streamed(said.into()),
        Some(Fault::Cut) => {
            let cut = stream::iter([Err(std::io::Error::other("cut"))]);
            streamed(Body::from_stream(head().chain(cut)))
        }
        Some(Fault::Endless) => {
            let blanks = stream::repeat_with(|| Ok::<_, std::io::Error>(Bytes::from(vec![b' '; 64 << 10])));
            streamed(Body::from_stream(blanks))
        }
        Some(Fault::Drip) => {
            let ticks = stream::unfold(time::interval(Duration::from_millis(5)), |mut ticks| async {
                ticks.tick().await;
                Some((Ok::<_, std::io::Error>(Bytes::from_static(b" ")), ticks))
            });
            streamed(Body::from_stream(ticks))
        }
        Some(Fault::Elsewhere(to)) => Response::builder()
            .status(StatusCode::TEMPORARY_REDIRECT)
            .header("location", to)
            .body(Body::empty())
            .unwrap(),
        Some(Fault::OneLess) => {
            let mut whole = faithful(&asked, |_, text| text, false);
            for list in ["translations", "translatedText"] {
                whole[list].as_array_mut().and_then(Vec::pop);
            }
            json_answer(&whole)
        }
        Some(Fault::Fence) => {
            let mut whole = faithful(&asked, |_, text| text, false);
            let content = &mut whole["choices"][0]["message"]["content"];
            *content = format!("```json\n{}\n```\n", text(content)).into();
            json_answer(&whole)
        }
        Some(Fault::Twist(twist)) => json_answer(&faithful(&asked, twist, false)),
        Some(Fault::SwappedIds) => json_answer(&faithful(&asked, |_, text| text, true)),
    }
}

fn json_answer(value: &Value) -> Response<Body> {
    Response::builder().header("content-type", "application/json").body(value.to_string().into()).unwrap()
}

/// What the documentation of the service says it refuses.
fn refuse(asked: &Asked, length: usize) -> Option<Response<Body>> {
    let refused =
        |code: u16, body: Value| Some(Response::builder().status(code).body(body.to_string().into()).unwrap());
    if asked.method != Method::POST {
        return refused(405, json!({ "message": "POST only" }));
    }
    match asked.path.as_str() {
        "/v2/translate" => {
            if asked.authorization.as_deref() != Some("DeepL-Auth-Key geheim-1234") {
                return refused(403, json!({ "message": "who are you?" }));
            }
            let good = asked.texts().len() <= 50 && length <= 128 << 10;
            let known = ["FR", "DE", "EN-GB", "AR"].contains(&text(&asked.body["target_lang"]).as_str());
            let tags = asked.body["tag_handling"] == "xml" && asked.body["ignore_tags"] == json!(["code"]);
            let fine = good && known && tags && asked.body["source_lang"] == "NL";
            if fine { None } else { refused(400, json!({ "message": "Bad request" })) }
        }
        "/translate" => {
            let fine = asked.body["api_key"] == "geheim-1234"
                && asked.body["format"] == "html"
                && asked.body["source"] == "nl";
            if fine { None } else { refused(400, json!({ "error": "Invalid request" })) }
        }
        "/v1/chat/completions" => {
            if asked.authorization.as_deref() != Some("Bearer geheim-1234") {
                return refused(401, json!({ "error": { "message": "no key" } }));
            }
            let fine = asked.body["model"] == "babel-1" && asked.body["temperature"] == 0;
            if fine { None } else { refused(400, json!({ "error": { "message": "no model" } })) }
        }
        _ => refused(404, json!({ "message": "nothing here" })),
    }
}

/// The translations, each changed by `twist`.
fn faithful(asked: &Asked, twist: fn(usize, String) -> String, swapped: bool) -> Value {
    let texts: Vec<String> =
        asked.texts().iter().enumerate().map(|(nth, text)| twist(nth, in_capitals(text))).collect();
    match asked.path.as_str() {
        "/v2/translate" => {
            let one = |text: &String| json!({ "detected_source_language": "NL", "text": text });
            json!({ "translations": texts.iter().map(one).collect::<Vec<_>>() })
        }
        "/translate" => json!({ "translatedText": texts }),
        _ => {
            let count = texts.len();
            let id = |nth: usize| if swapped { count - nth } else { nth + 1 };
            let one = |(nth, text): (usize, &String)| json!({ "id": format!("t{}", id(nth)), "text": text });
            let content = json!({ "translations": texts.iter().enumerate().map(one).collect::<Vec<_>>() });
            json!({ "choices": [{ "message": { "content": content.to_string() }, "finish_reason": "stop" }] })
        }
    }
}

/// The translation of the house: capitals, tags and entities as they were.
fn in_capitals(tagged: &str) -> String {
    let mut inside = false;
    let capital = |c: char| {
        inside = (inside || matches!(c, '<' | '&')) && !matches!(c, '>' | ';');
        if inside { c.to_string() } else { c.to_uppercase().to_string() }
    };
    tagged.chars().map(capital).collect()
}

fn glossary(desk: &mut Desk, asked: &Asked) -> Response<Body> {
    match asked.method {
        Method::GET => json_answer(&json!({ "glossaries": desk.glossaries })),
        Method::POST => {
            let mut glossary = asked.body.clone();
            glossary["glossary_id"] = format!("g-{}", desk.asked.len()).into();
            desk.glossaries.push(glossary.clone());
            json_answer(&glossary)
        }
        _ => {
            let id = asked.path.rsplit('/').next().unwrap_or_default().to_owned();
            desk.glossaries.retain(|glossary| glossary["glossary_id"] != id.as_str());
            Response::builder().status(StatusCode::NO_CONTENT).body(Body::empty()).unwrap()
        }
    }
}
