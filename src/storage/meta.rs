//! What a publication is given once and keeps for ever: its key and its number.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{
    Error, Store,
    backend::{Db, on},
};
use crate::{
    random::Random,
    subscribers::{HashKey, TokenKey},
};

/// The key of the hashes by which addresses are known that are not kept; a migration made it.
pub(super) async fn hash_key(db: &Db) -> Result<HashKey, Error> {
    let select = "SELECT value FROM meta WHERE key = 'hash_key'";
    let mut reading = db.read().await?;
    let key: String = on!(&mut reading, c => sqlx::query_scalar(select).fetch_one(c).await)?;
    Ok(HashKey::new(key.as_bytes()))
}

impl Store {
    /// The key that signs tokens; made at the first call.
    ///
    /// # Errors
    /// When the database fails or the system gives no randomness.
    pub async fn token_key(&self, random: &Random) -> Result<TokenKey, Error> {
        self.random_bytes::<32>("token_key", random).await.map(TokenKey::new)
    }

    /// A name for this publication that no other has, for Message-IDs; made at the first call.
    ///
    /// # Errors
    /// When the database fails or the system gives no randomness.
    pub async fn publication_id(&self, random: &Random) -> Result<String, Error> {
        let bytes = self.random_bytes::<9>("publication_id", random).await?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    async fn random_bytes<const N: usize>(&self, key: &str, random: &Random) -> Result<[u8; N], Error> {
        let fresh = URL_SAFE_NO_PAD.encode(random.bytes::<N>()?);
        let mut tx = self.db.begin().await?;
        let insert = "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
        on!(&mut tx, c => sqlx::query(insert).bind(key).bind(&fresh).execute(c).await.map(|_| ()))?;
        let select = "SELECT value FROM meta WHERE key = $1";
        let kept: String = on!(&mut tx, c => sqlx::query_scalar(select).bind(key).fetch_one(c).await)?;
        tx.commit().await?;
        let bytes = URL_SAFE_NO_PAD.decode(kept).map_err(Error::row)?;
        bytes.try_into().map_err(|_| Error::row(format!("{key} has another length")))
    }
}
