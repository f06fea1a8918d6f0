//! The one integration-test binary: each suite tells stories through the program's edges.

mod databases;
mod delivery;
mod relay;
mod smtp;
mod storage;
