//! A port for one test, and for nobody else while it has it.
//!
//! Whoever is to listen there is another process, so the test cannot hold the port itself. Asking the system for a free
//! one and giving it back does not help: it hands the same one to the next who asks, and takes it for a connection of its
//! own. So none is asked for. The port lies below those that systems take by themselves, and the port of the same number
//! in UDP, which nobody here needs, says that it is taken: to every test of every process, until this value is dropped
//! or the process ends in whichever way.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, TcpStream, UdpSocket};
use std::ops::Range;
use std::sync::atomic::{AtomicU16, Ordering};

/// Systems take ports by themselves from 32,768 up.
const PORTS: Range<u16> = 20_000..32_000;

/// A port on 127.0.0.1 at which nobody listens yet.
#[derive(Debug)]
pub(crate) struct Port {
    number: u16,
    _claim: UdpSocket,
}

impl Port {
    pub(crate) fn claim() -> Self {
        // One after the other, so that none is taken again while who had it may still be on the way out.
        static NEXT: AtomicU16 = AtomicU16::new(0);
        let beginning = std::process::id().wrapping_mul(31);
        for _ in PORTS {
            let place = beginning.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed).into());
            let place = place % u32::from(PORTS.end - PORTS.start);
            let number = PORTS.start + u16::try_from(place).unwrap();
            let Ok(claim) = UdpSocket::bind((Ipv4Addr::LOCALHOST, number)) else {
                continue;
            };
            let nobody_listens = TcpStream::connect((Ipv4Addr::LOCALHOST, number)).is_err()
                && TcpStream::connect((Ipv6Addr::LOCALHOST, number)).is_err();
            if nobody_listens {
                return Self {
                    number,
                    _claim: claim,
                };
            }
        }
        panic!("every port from {} to {} is taken", PORTS.start, PORTS.end)
    }

    pub(crate) fn number(&self) -> u16 {
        self.number
    }
}

impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}
