//! Where mail comes in: an address, or a socket of this machine.

use std::{
    fmt, fs,
    io::{self, ErrorKind},
    net::SocketAddr,
    os::unix::{
        fs::{FileTypeExt as _, PermissionsExt as _},
        net::UnixStream as BlockingStream,
    },
    path::{Path, PathBuf},
    pin::Pin,
    str::FromStr,
    sync::Arc,
    task::{Context, Poll},
};

use serde::{Deserialize, Deserializer, de};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream, UnixListener, UnixStream},
};

/// Every user of this machine may hand in what came back: mail servers run as users of their own, and what names no
/// delivery with its proof changes nothing.
const SOCKET_MODE: u32 = 0o666;

/// Where to listen: `127.0.0.1:2424`, or the whole path of a socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// TCP.
    Address(SocketAddr),
    /// A socket that is made there.
    Socket(PathBuf),
}

/// The text names no place to listen at.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is neither an address such as `127.0.0.1:2424` nor the whole path of a socket")]
pub struct NotADoor(String);

/// A place that is listened at. Cheap to clone; its socket goes when the last one is dropped.
#[derive(Debug, Clone)]
pub struct Door(Arc<Listener>);

#[derive(Debug)]
enum Listener {
    Tcp(TcpListener),
    Unix(UnixListener, PathBuf),
}

/// Somebody who came in.
#[derive(Debug)]
pub(super) enum Visitor {
    Tcp(TcpStream),
    Unix(UnixStream),
}

impl Door {
    /// Opens it. A socket that a killed process left is taken over; one that somebody listens at is not.
    ///
    /// # Errors
    /// When the address or path is in use, or may not be used.
    pub async fn open(place: &Place) -> io::Result<Self> {
        Ok(Self(Arc::new(match place {
            Place::Address(address) => Listener::Tcp(TcpListener::bind(address).await?),
            Place::Socket(path) => {
                clear(path)?;
                let listener = UnixListener::bind(path)?;
                fs::set_permissions(path, fs::Permissions::from_mode(SOCKET_MODE))?;
                Listener::Unix(listener, path.clone())
            }
        })))
    }

    /// Where it is: with the port that the system chose, if that was left to it.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn place(&self) -> io::Result<Place> {
        Ok(match &*self.0 {
            Listener::Tcp(listener) => Place::Address(listener.local_addr()?),
            Listener::Unix(_, path) => Place::Socket(path.clone()),
        })
    }

    pub(super) async fn accept(&self) -> io::Result<Visitor> {
        Ok(match &*self.0 {
            Listener::Tcp(listener) => {
                let (stream, _) = listener.accept().await?;
                stream.set_nodelay(true)?;
                Visitor::Tcp(stream)
            }
            Listener::Unix(listener, _) => Visitor::Unix(listener.accept().await?.0),
        })
    }
}

/// Removes a socket at which nobody listens.
fn clear(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if !metadata.file_type().is_socket() => Err(ErrorKind::AlreadyExists.into()),
        Ok(_) if BlockingStream::connect(path).is_ok() => Err(ErrorKind::AddrInUse.into()),
        Ok(_) => fs::remove_file(path),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Self::Unix(_, path) = self {
            let _ = fs::remove_file(path);
        }
    }
}

impl FromStr for Place {
    type Err = NotADoor;

    fn from_str(text: &str) -> Result<Self, NotADoor> {
        if text.starts_with('/') {
            return Ok(Self::Socket(text.into()));
        }
        text.parse().map(Self::Address).map_err(|_| NotADoor(text.to_owned()))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => address.fmt(f),
            Self::Socket(path) => path.display().fmt(f),
        }
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl AsyncRead for Visitor {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, out: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_read(context, out),
            Self::Unix(stream) => Pin::new(stream).poll_read(context, out),
        }
    }
}

impl AsyncWrite for Visitor {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_write(context, bytes),
            Self::Unix(stream) => Pin::new(stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_flush(context),
            Self::Unix(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_shutdown(context),
            Self::Unix(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}
