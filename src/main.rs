//! The program: arguments in, exit code out.

use std::process::ExitCode;

/// Reading and rendering text means many small allocations, which the system's allocator is slow at. It does without huge
/// pages: they save no time here, and half of what they take is never used.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    postduif::cli::main()
}
