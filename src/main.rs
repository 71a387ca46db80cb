//! The `lantian` program: everything it does is in the library; here is only the exit code, and the
//! allocator: a site is millions of small pieces made by many threads, where the system's own
//! allocator costs a fifth of the whole time.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    lantian::cli::run(std::env::args_os())
}
