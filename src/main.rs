//! The program: arguments in, exit code out.

use std::process::ExitCode;

/// Reading and rendering text means many small allocations, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    postduif::cli::main()
}
