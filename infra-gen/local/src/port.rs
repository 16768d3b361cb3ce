//! Checks whether a port of this machine is free, and which process listens on it if not.

use std::fmt;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};

use listeners::{Process, Protocol, SocketState};

/// Another process listens on the port.
#[derive(Debug, thiserror::Error)]
pub struct PortInUse {
    port: u16,
    purpose: &'static str,
    flag: &'static str,
    holder: Option<Process>,
}

impl PortInUse {
    /// The problem without the hint.
    pub fn problem(&self) -> String {
        let Self { port, purpose, .. } = self;
        match &self.holder {
            Some(Process { pid, name, .. }) => {
                format!("port {port} for {purpose} is taken by process {pid} (`{name}`)")
            }
            None => format!("port {port} for {purpose} is taken"),
        }
    }
}

impl fmt::Display for PortInUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}\n  hint: end that process or choose another port with `{}`",
            self.problem(),
            self.flag
        )
    }
}

/// Checks that `port` is free, before anything is started that listens on it.
///
/// Both addresses of `localhost` must be free: a browser tries IPv6 first, and would show the other process's pages.
pub fn ensure_free(port: u16, purpose: &'static str, flag: &'static str) -> Result<(), PortInUse> {
    let is_taken = |address: IpAddr| {
        TcpListener::bind((address, port)).is_err_and(|error| error.kind() == ErrorKind::AddrInUse)
    };
    if is_taken(Ipv4Addr::LOCALHOST.into()) || is_taken(Ipv6Addr::LOCALHOST.into()) {
        return Err(PortInUse {
            port,
            purpose,
            flag,
            holder: holder(port),
        });
    }
    Ok(())
}

/// The process that listens on the port, if the system reveals it: processes of other users stay unknown.
fn holder(port: u16) -> Option<Process> {
    listeners::get_all()
        .ok()?
        .into_iter()
        .find(|socket| {
            socket.protocol == Protocol::TCP
                && socket.state == SocketState::Listen
                && socket.socket.port() == port
        })
        .map(|socket| socket.process)
}

#[cfg(test)]
#[path = "../tests/common/port.rs"]
mod reserved;

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;
    use reserved::Port;

    #[test]
    fn a_taken_port_names_its_holder_and_the_flag() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let message = ensure_free(port, "the site", "--site-port")
            .unwrap_err()
            .to_string();
        assert!(
            message.starts_with(&format!(
                "port {port} for the site is taken by process {} (",
                std::process::id()
            )),
            "{message}"
        );
        assert!(
            message.ends_with("end that process or choose another port with `--site-port`"),
            "{message}"
        );
    }

    #[test]
    fn a_port_without_a_listener_is_free() {
        let port = Port::claim();
        ensure_free(port.number(), "the site", "--site-port").unwrap();
    }

    #[test]
    fn only_a_listening_socket_holds_a_port() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let _client = TcpStream::connect(address).unwrap();
        let (_connection, _) = listener.accept().unwrap();
        let found = holder(address.port()).map(|process| process.pid);
        assert_eq!(found, Some(std::process::id()));
        drop(listener);
        assert!(
            holder(address.port()).is_none(),
            "the connection still has the port"
        );
    }
}
