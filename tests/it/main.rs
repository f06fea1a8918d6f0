//! The one integration-test binary: each suite tells stories through the program's edges.

mod databases;
mod storage;
