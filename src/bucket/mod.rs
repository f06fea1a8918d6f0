//! The site in object storage that speaks S3: what has changed goes up, pages after what they show, and what no longer
//! belongs goes last.
//!
//! What is up there stands in a list beside the site, with the fingerprint of each object. Before anything is touched
//! a second list says what is in hand, so that whoever goes on after a kill trusts nothing that may be half done.

mod listing;
mod order;
mod upload;
mod wire;

use std::{fmt, sync::Arc, time::Duration};

use object_store::{
    BackoffConfig, RetryConfig,
    aws::{AmazonS3, AmazonS3Builder},
};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

pub use self::upload::{Error, Uploaded};
use self::wire::Wire;

/// Which bucket, and how to come in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Its name.
    pub name: String,
    /// What the names of all objects begin with: nothing, or folders that end with a slash.
    pub prefix: String,
    /// Where it is, if that is not Amazon.
    pub endpoint: Option<Url>,
    /// The region that signatures name.
    pub region: String,
    /// The name of the key.
    pub key_id: String,
    /// The key, which shows itself to nobody.
    pub key: SecretString,
}

/// How long the other side may take, and how often it is asked again.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For one request, with all that is sent and answered.
    pub request: Duration,
    /// How often one that failed is made again.
    pub retries: usize,
    /// The pause before the first time, which doubles.
    pub first_pause: Duration,
}

impl Default for Patience {
    /// Of a picture of ten megabytes over a poor line that is uploaded from home, and of a service that is down for a
    /// moment: after half a minute somebody should be told.
    fn default() -> Self {
        Self { request: Duration::from_mins(2), retries: 6, first_pause: Duration::from_millis(500) }
    }
}

/// No pause between two tries is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// After this a request is not made again, as its signature would lapse soon (15 minutes at Amazon).
const GIVE_UP_AFTER: Duration = Duration::from_mins(5);

/// A bucket that the site is brought to. Cheap to clone.
#[derive(Clone)]
pub struct Bucket {
    name: String,
    prefix: String,
    store: Arc<AmazonS3>,
}

impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What the store holds is nobody's business.
        write!(f, "Bucket({})", self.target())
    }
}

impl Bucket {
    /// A way into a bucket. Nothing is asked yet.
    ///
    /// # Errors
    /// When the settings cannot be used, or TLS cannot be set up.
    pub fn new(settings: &Settings, patience: Patience) -> Result<Self, Error> {
        let retry = RetryConfig {
            backoff: BackoffConfig { init_backoff: patience.first_pause, max_backoff: LONGEST_PAUSE, base: 2.0 },
            max_retries: patience.retries,
            retry_timeout: GIVE_UP_AFTER,
        };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&settings.name)
            .with_region(&settings.region)
            .with_access_key_id(&settings.key_id)
            .with_secret_access_key(settings.key.expose_secret())
            .with_allow_http(true) // whether that is wise, the configuration has said
            .with_retry(retry)
            .with_http_connector(Wire::new(patience.request).map_err(Error::Client)?);
        if let Some(endpoint) = &settings.endpoint {
            builder = builder.with_endpoint(endpoint.as_str());
        }
        let store = builder.build().map_err(|error| Error::Settings(Box::new(error)))?;
        Ok(Self { name: settings.name.clone(), prefix: settings.prefix.clone(), store: Arc::new(store) })
    }
}
