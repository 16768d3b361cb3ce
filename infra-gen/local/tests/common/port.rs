//! Reserves a port for one test.
//!
//! Another process will listen on the port, so the test cannot hold it. It cannot use a free port from the system either:
//! the system may give the same port to the next caller, or to an outgoing connection. So the port is below the range that
//! systems assign, and a UDP socket with the same number, which is not used otherwise, marks it as reserved for all tests of
//! all processes until this value is dropped or the process ends.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, TcpStream, UdpSocket};
use std::ops::Range;
use std::sync::atomic::{AtomicU16, Ordering};

/// Systems assign ports from 32,768 upwards.
const PORTS: Range<u16> = 20_000..32_000;

/// A reserved port on 127.0.0.1 without a listener.
#[derive(Debug)]
pub(crate) struct Port {
    number: u16,
    _reservation: UdpSocket,
}

impl Port {
    pub(crate) fn claim() -> Self {
        // Ports are used in turn, because the previous user of a port may still be shutting down.
        static NEXT: AtomicU16 = AtomicU16::new(0);
        let start = std::process::id().wrapping_mul(31);
        for _ in PORTS {
            let offset = start.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed).into());
            let offset = offset % u32::from(PORTS.end - PORTS.start);
            let number = PORTS.start + u16::try_from(offset).unwrap();
            let Ok(reservation) = UdpSocket::bind((Ipv4Addr::LOCALHOST, number)) else {
                continue;
            };
            let has_no_listener = TcpStream::connect((Ipv4Addr::LOCALHOST, number)).is_err()
                && TcpStream::connect((Ipv6Addr::LOCALHOST, number)).is_err();
            if has_no_listener {
                return Self {
                    number,
                    _reservation: reservation,
                };
            }
        }
        panic!("all ports from {} to {} are taken", PORTS.start, PORTS.end)
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
