//! A handler without dependencies: answers every event with a greeting.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

fn main() {
    let api = std::env::var("AWS_LAMBDA_RUNTIME_API").expect("started by a Lambda runtime");
    loop {
        let (head, _) = call(&api, "GET", "/2018-06-01/runtime/invocation/next", "");
        let id = head
            .iter()
            .find_map(|line| line.to_ascii_lowercase().strip_prefix("lambda-runtime-aws-request-id:").map(|v| v.trim().to_owned()))
            .expect("an invocation has an ID");
        println!("greeting {id}");
        let answer = r#"{"statusCode":200,"headers":{"content-type":"text/plain"},"body":"hello"}"#;
        call(&api, "POST", &format!("/2018-06-01/runtime/invocation/{id}/response"), answer);
    }
}

fn call(api: &str, method: &str, path: &str, body: &str) -> (Vec<String>, Vec<u8>) {
    let mut stream = TcpStream::connect(api).expect("the runtime API listens");
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {api}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len()).expect("the runtime API reads");
    let mut reader = BufReader::new(stream);
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).expect("the runtime API answers") == 0 || line == "\r\n" { break }
        head.push(line);
    }
    let mut body = Vec::new();
    reader.read_to_end(&mut body).expect("the answer ends");
    (head, body)
}
