//! A web server on this machine, for as long as somebody holds it.

use std::{convert::Infallible, thread};

use axum::Router;
use tokio::{runtime, sync::oneshot};

/// A server at a port of its own, until it is dropped.
pub(crate) struct Loopback {
    pub(crate) port: u16,
    _stop: oneshot::Sender<Infallible>,
}

impl Loopback {
    /// Serves what `router` answers, on a thread of its own: who asks may block the one it is on.
    pub(crate) fn serve(router: Router) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (stop, stopped) = oneshot::channel::<Infallible>();
        thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                tokio::select! {
                    served = async { axum::serve(listener, router).await } => served.unwrap(),
                    _ = stopped => {}
                }
            });
        });
        Self { port, _stop: stop }
    }
}
