//! The one test binary.

mod relay;
mod smtp;
