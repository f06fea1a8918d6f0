//! The one test binary.

mod delivery;
mod relay;
mod smtp;
