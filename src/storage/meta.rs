//! What a publication is given once and keeps for ever: its key and its number.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{
    Error, Store,
    backend::{Db, Tx, on},
    instant, millis,
};
use crate::{
    clock::Timestamp,
    random::Random,
    subscribers::{HashKey, TokenKey},
};

/// The first key that signed tokens; later ones have the time after it.
const TOKEN_KEY: &str = "token_key";

/// Under this name it is noted when a relay last took mail.
const RELAY_USED_AT: &str = "relay_used_at";

/// Under this name it is noted since when no relay takes mail, and why.
const RELAY_TROUBLE: &str = "relay_trouble";

/// No relay takes mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelayTrouble {
    /// Since when.
    pub since: Timestamp,
    /// Why, as it was heard last.
    pub reason: String,
}

/// Notes something under a name, over what was noted before.
pub(super) async fn note(tx: &mut Tx, key: &str, value: &str) -> Result<(), Error> {
    let upsert = "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2";
    on!(tx, c => sqlx::query(upsert).bind(key).bind(value).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The same for a moment.
pub(super) async fn note_moment(tx: &mut Tx, key: &str, at: Timestamp) -> Result<(), Error> {
    note(tx, key, &millis(at).to_string()).await
}

/// What was noted under a name.
pub(super) async fn noted(db: &Db, key: &str) -> Result<Option<String>, Error> {
    let select = "SELECT value FROM meta WHERE key = $1";
    let mut reading = db.read().await?;
    Ok(on!(&mut reading, c => sqlx::query_scalar(select).bind(key).fetch_optional(c).await)?)
}

/// The key of the hashes by which addresses are known that are not kept; a migration made it.
pub(super) async fn hash_key(db: &Db) -> Result<HashKey, Error> {
    let select = "SELECT value FROM meta WHERE key = 'hash_key'";
    let mut reading = db.read().await?;
    let key: String = on!(&mut reading, c => sqlx::query_scalar(select).fetch_one(c).await)?;
    Ok(HashKey::new(key.as_bytes()))
}

impl Store {
    /// The key that signs tokens, with those before it; the first is made at the first call.
    ///
    /// # Errors
    /// When the database fails or the system gives no randomness.
    pub async fn token_key(&self, random: &Random) -> Result<TokenKey, Error> {
        let first = self.random_bytes::<32>(TOKEN_KEY, random).await?;
        self.newer_token_keys(TokenKey::new(first)).await
    }

    /// The key that signs tokens, as it is now.
    ///
    /// # Errors
    /// When the database fails, or there is none yet.
    pub async fn current_token_key(&self) -> Result<TokenKey, Error> {
        let first = noted(&self.db, TOKEN_KEY).await?.ok_or_else(|| Error::Missing("the key of links".to_owned()))?;
        self.newer_token_keys(TokenKey::new(decode(TOKEN_KEY, first)?)).await
    }

    /// Makes a new key that signs from now on; what older ones signed is still good. Running programs
    /// learn of it when they meet its first token.
    ///
    /// # Errors
    /// When the database fails or the system gives no randomness.
    pub async fn rotate_token_key(&self, random: &Random, now: Timestamp) -> Result<(), Error> {
        self.token_key(random).await?;
        self.random_bytes::<32>(&format!("{TOKEN_KEY}.{:015}", millis(now)), random).await.map(drop)
    }

    async fn newer_token_keys(&self, first: TokenKey) -> Result<TokenKey, Error> {
        let select = "SELECT key, value FROM meta WHERE key LIKE 'token_key.%'";
        let mut reading = self.db.read().await?;
        let mut newer: Vec<(String, String)> = on!(&mut reading, c => sqlx::query_as(select).fetch_all(c).await)?;
        newer.sort();
        newer.into_iter().try_fold(first, |key, (name, value)| Ok(key.succeeded_by(decode(&name, value)?)))
    }

    /// A name for this publication that no other has, for Message-IDs; made at the first call.
    ///
    /// # Errors
    /// When the database fails or the system gives no randomness.
    pub async fn publication_id(&self, random: &Random) -> Result<String, Error> {
        let bytes = self.random_bytes::<9>("publication_id", random).await?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Notes that a relay has taken mail.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_relay_used(&self, now: Timestamp) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        note_moment(&mut tx, RELAY_USED_AT, now).await?;
        tx.commit().await
    }

    /// When a relay last took mail; `None` where none ever did.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn relay_used_at(&self) -> Result<Option<Timestamp>, Error> {
        let at = noted(&self.db, RELAY_USED_AT).await?;
        at.map(|at| instant(at.parse().map_err(Error::row)?)).transpose()
    }

    /// Notes why no relay takes mail, or that one does again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_relay_trouble(&self, reason: Option<&str>, now: Timestamp) -> Result<(), Error> {
        let before = self.relay_trouble().await?;
        let mut tx = self.db.begin().await?;
        match (reason, before) {
            (Some(reason), before) => {
                let since = millis(before.map_or(now, |before| before.since));
                note(&mut tx, RELAY_TROUBLE, &format!("{since} {reason}")).await?;
            }
            (None, Some(_)) => {
                let delete = "DELETE FROM meta WHERE key = $1";
                on!(&mut tx, c => sqlx::query(delete).bind(RELAY_TROUBLE).execute(c).await.map(|_| ()))?;
            }
            (None, None) => return Ok(()),
        }
        tx.commit().await
    }

    /// Why no relay takes mail; `None` where one does, or nobody has tried.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn relay_trouble(&self) -> Result<Option<RelayTrouble>, Error> {
        let Some(noted) = noted(&self.db, RELAY_TROUBLE).await? else { return Ok(None) };
        let (since, reason) = noted.split_once(' ').unwrap_or((&noted, ""));
        Ok(Some(RelayTrouble { since: instant(since.parse().map_err(Error::row)?)?, reason: reason.to_owned() }))
    }

    async fn random_bytes<const N: usize>(&self, key: &str, random: &Random) -> Result<[u8; N], Error> {
        let fresh = URL_SAFE_NO_PAD.encode(random.bytes::<N>()?);
        let mut tx = self.db.begin().await?;
        let insert = "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
        on!(&mut tx, c => sqlx::query(insert).bind(key).bind(&fresh).execute(c).await.map(|_| ()))?;
        let select = "SELECT value FROM meta WHERE key = $1";
        let kept: String = on!(&mut tx, c => sqlx::query_scalar(select).bind(key).fetch_one(c).await)?;
        tx.commit().await?;
        decode(key, kept)
    }
}

fn decode<const N: usize>(key: &str, kept: String) -> Result<[u8; N], Error> {
    let bytes = URL_SAFE_NO_PAD.decode(kept).map_err(Error::row)?;
    bytes.try_into().map_err(|_| Error::row(format!("{key} has another length")))
}
