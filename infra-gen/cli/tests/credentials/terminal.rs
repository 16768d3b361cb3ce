//! A role with an MFA device, on a terminal.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::fake::Fake;
use crate::home::Home;

#[test]
fn the_code_of_an_mfa_device_is_asked_for_once_and_sent() {
    let config = "[profile keys]\naws_access_key_id = AKIAPROFILEKEYS\naws_secret_access_key = key-secret\n[profile \
                  prod]\nrole_arn = arn:aws:iam::123456789012:role/prod\nsource_profile = keys\nmfa_serial = \
                  arn:aws:iam::123456789012:mfa/ann\n";
    let (fake, home) = (Fake::start(), Home::new(config));
    let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&controller).unwrap();
    unlockpt(&controller).unwrap();
    let name = ptsname(&controller, Vec::new()).unwrap();
    let open_terminal = || {
        let mut options = File::options();
        options
            .read(true)
            .write(true)
            .open(name.to_str().unwrap())
            .unwrap()
    };
    let mut child = home
        .program(&fake)
        .args(["outputs", "--env", "prod", "--profile", "prod"])
        .stdin(open_terminal())
        .stderr(open_terminal())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut terminal = File::from(controller);
    let mut seen = String::new();
    let mut buffer = [0; 4096];
    while !seen.contains("MFA code of `arn:aws:iam::123456789012:mfa/ann`: ") {
        let count = terminal.read(&mut buffer).unwrap();
        seen += &String::from_utf8_lossy(&buffer[..count]);
    }
    terminal.write_all(b"123456\n").unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{seen}");
    assert_eq!(fake.key_used(), "ASIAROLEPROD");
    let assumed = &fake.seen()[0];
    assert!(assumed.body.contains("TokenCode=123456"), "{assumed:?}");
    assert!(
        assumed
            .body
            .contains("SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fann"),
        "{assumed:?}"
    );
}
