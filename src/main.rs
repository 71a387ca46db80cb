//! The `lantian` program: everything it does is in the library; here is only the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    lantian::cli::run(std::env::args_os())
}
