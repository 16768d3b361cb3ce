//! The limit of concurrent invocations.

use std::path::Path;
use std::process::Command;

use crate::running::venv;

/// Runs a Python script that can import `limited`.
fn run(script: &str) {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/emulator/python");
    let output = Command::new(venv().join("bin/python"))
        .args(["-B", "-c", script])
        .env("PYTHONPATH", modules)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn more_calls_than_the_limit_wait() {
    run(r"
import threading
from concurrent.futures import ThreadPoolExecutor
from dev_emulator.invocations import limited

# Two calls have to run at the same time to pass the barrier.
lock, barrier = threading.Lock(), threading.Barrier(2, timeout=60)
running = most = 0

def invoke(number):
    global running, most
    with lock:
        running += 1
        most = max(most, running)
    barrier.wait()
    with lock:
        running -= 1
    barrier.wait()
    return number

with ThreadPoolExecutor(6) as threads:
    assert list(threads.map(limited(invoke, 2, 60), range(6))) == list(range(6))
assert most == 2, most
");
}

#[test]
fn a_call_that_waits_for_another_call_completes() {
    run(r"
from concurrent.futures import ThreadPoolExecutor
from dev_emulator.invocations import limited

def invoke(depth):
    return depth if depth == 3 else threads.submit(function, depth + 1).result(timeout=60)

function = limited(invoke, 1, 0.01)
with ThreadPoolExecutor(4) as threads:
    assert function(0) == 3
");
}

#[test]
fn a_failed_call_frees_its_slot() {
    run(r"
from dev_emulator.invocations import limited

def invoke():
    raise ValueError

function = limited(invoke, 1, 3600)
for _ in range(3):
    try:
        function()
    except ValueError:
        continue
    raise AssertionError('no error')
");
}
