//! Whether a port of this machine is free, and who has it when it is not.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};
use std::path::Path;

/// A port that somebody else listens on.
#[derive(Debug, thiserror::Error)]
#[error("port {port} for {purpose} is taken{}; end that process or choose another port with `{flag}`", Holder(.holder.as_ref()))]
pub struct Taken {
    port: u16,
    purpose: &'static str,
    flag: &'static str,
    holder: Option<Process>,
}

/// Says whether `port` can be listened on, before anything is started that would.
///
/// Both of the addresses that `localhost` may mean have to be free: a browser tries the newer one first, and would show
/// somebody else's site.
pub fn expect_free(port: u16, purpose: &'static str, flag: &'static str) -> Result<(), Taken> {
    let is_taken = |address: IpAddr| {
        TcpListener::bind((address, port)).is_err_and(|error| error.kind() == ErrorKind::AddrInUse)
    };
    if is_taken(Ipv4Addr::LOCALHOST.into()) || is_taken(Ipv6Addr::LOCALHOST.into()) {
        return Err(Taken {
            port,
            purpose,
            flag,
            holder: holder(port),
        });
    }
    Ok(())
}

/// A process of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Process {
    id: u32,
    command: String,
}

struct Holder<'a>(Option<&'a Process>);

impl fmt::Display for Holder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(Process { id, command }) => write!(f, " by process {id} (`{command}`)"),
            None => Ok(()),
        }
    }
}

/// The process that listens on a port, as far as `/proc` tells: another user's process stays unnamed.
fn holder(port: u16) -> Option<Process> {
    let inode = ["/proc/net/tcp", "/proc/net/tcp6"]
        .into_iter()
        .filter_map(|table| fs::read_to_string(table).ok())
        .find_map(|table| listening_inode(&table, port))?;
    let socket = format!("socket:[{inode}]");
    for entry in fs::read_dir("/proc").ok()?.flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        if holds(&entry.path().join("fd"), &socket) {
            return Some(Process {
                id,
                command: command(&entry.path()),
            });
        }
    }
    None
}

/// The inode of the socket that listens on `port`, out of a table like `/proc/net/tcp`.
fn listening_inode(table: &str, port: u16) -> Option<u64> {
    const LISTEN: &str = "0A";
    table.lines().skip(1).find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let (_, hex) = fields.get(1)?.rsplit_once(':')?;
        let listens = *fields.get(3)? == LISTEN && u16::from_str_radix(hex, 16).ok()? == port;
        if listens {
            fields.get(9)?.parse().ok()
        } else {
            None
        }
    })
}

fn holds(descriptors: &Path, socket: &str) -> bool {
    let Ok(entries) = fs::read_dir(descriptors) else {
        return false;
    };
    entries
        .flatten()
        .any(|entry| fs::read_link(entry.path()).is_ok_and(|target| target.as_os_str() == socket))
}

fn command(process: &Path) -> String {
    const LONGEST: usize = 60;
    let line = fs::read(process.join("cmdline")).unwrap_or_default();
    let words = String::from_utf8_lossy(&line).replace('\0', " ");
    let words = words.trim();
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

#[cfg(test)]
#[path = "../tests/common/port.rs"]
mod claimed;

#[cfg(test)]
mod tests {
    use super::*;
    use claimed::Port;

    #[test]
    fn a_taken_port_names_its_holder_and_the_flag() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let message = expect_free(port, "the site", "--site-port")
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
    fn a_port_at_which_nobody_listens_is_free() {
        let port = Port::claim();
        expect_free(port.number(), "the site", "--site-port").unwrap();
    }

    #[test]
    fn only_a_listening_socket_holds_a_port() {
        let table = "  sl  local_address rem_address   st tx rx tr tm retr uid timeout inode\n\
             0: 0100007F:11D6 0100007F:9999 01 0:0 0:0 0 0 0 4242 1\n\
             1: 0100007F:11D6 00000000:0000 0A 0:0 0:0 0 0 0 4243 1\n";
        assert_eq!(listening_inode(table, 4566), Some(4243));
        assert_eq!(listening_inode(table, 80), None);
    }
}
