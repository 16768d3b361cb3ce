//! A proxy between the program and the emulator that kills the program at a request chosen by the test.
//!
//! A request is identified by its action and by its number among those with the same action, not by its position among all
//! requests: the number of polls depends on the machine.

use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use crate::http::{Request, forward};

/// When in a request the program is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// The request never arrives.
    Before,
    /// The request is processed, but the response never arrives.
    After,
}

/// The request at which the program is killed.
#[derive(Debug, Clone)]
pub(crate) struct Fatal {
    /// Its action, as in [`Request::name`].
    pub(crate) name: String,
    /// Its number among those with the same action, from 1.
    pub(crate) number: usize,
    pub(crate) moment: Moment,
}

/// A listener that forwards requests until it is dropped.
pub(crate) struct Proxy {
    pub(crate) address: String,
    shared: Arc<Shared>,
}

struct Shared {
    emulator: u16,
    fatal: Option<Fatal>,
    seen: Mutex<Vec<String>>,
    /// The process to kill, once it is known.
    victim: Mutex<Option<u32>>,
    closed: AtomicBool,
    port: u16,
}

impl Proxy {
    pub(crate) fn open(emulator: u16, fatal: Option<Fatal>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            emulator,
            fatal,
            seen: Mutex::default(),
            victim: Mutex::default(),
            closed: AtomicBool::new(false),
            port,
        });
        let accepting = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if accepting.closed.load(Ordering::SeqCst) {
                    return;
                }
                let (stream, shared) = (stream.unwrap(), Arc::clone(&accepting));
                std::thread::spawn(move || shared.serve(&stream));
            }
        });
        Self {
            address: format!("http://127.0.0.1:{port}"),
            shared,
        }
    }

    /// Sets the process that the chosen request kills.
    pub(crate) fn set_victim(&self, process: u32) {
        *self.shared.victim.lock().unwrap() = Some(process);
    }

    /// The requests so far, in order.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.shared.seen.lock().unwrap().clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.closed.store(true, Ordering::SeqCst);
        // Wakes the listener, which then stops. An error means that it has stopped already.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.shared.port));
    }
}

impl Shared {
    fn serve(&self, stream: &TcpStream) {
        let Some(request) = Request::read(stream) else {
            return;
        };
        let name = request.name();
        let number = {
            let mut seen = self.seen.lock().unwrap();
            seen.push(name.clone());
            seen.iter().filter(|seen| **seen == name).count()
        };
        let fatal = self.fatal.as_ref();
        let end = fatal.filter(|fatal| fatal.name == name && fatal.number == number);
        if end.is_some_and(|end| end.moment == Moment::Before) {
            return self.kill();
        }
        let answer = forward(&request, self.emulator);
        if end.is_some() {
            return self.kill();
        }
        // Fails if the program was killed in the meantime.
        let _ = (&*stream).write_all(&answer);
    }

    /// Kills the program with SIGKILL. Until the process is known, the program waits: this request has no response yet.
    fn kill(&self) {
        let victim = loop {
            if let Some(victim) = *self.victim.lock().unwrap() {
                break victim;
            }
            std::thread::yield_now();
        };
        crate::support::kill("KILL", victim);
    }
}
