//! TLS in front of the local DynamoDB, so that a start includes a handshake, as on Lambda.

use std::{io, net::SocketAddr, path::PathBuf, sync::Arc};

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::aws_lc_rs, pki_types::PrivateKeyDer},
};

/// A TLS endpoint with its own certificate.
pub(crate) struct Front {
    /// Its address.
    pub(crate) endpoint: String,
    /// The certificate, in a file for the trust store of a client.
    pub(crate) certificate: PathBuf,
    _directory: tempfile::TempDir,
}

impl Front {
    /// Opens an endpoint that forwards to `behind`.
    pub(crate) async fn of(behind: SocketAddr) -> io::Result<Self> {
        let identity =
            rcgen::generate_simple_self_signed(["localhost".to_owned()]).map_err(io::Error::other)?;
        let directory = tempfile::tempdir()?;
        let certificate = directory.path().join("certificate.pem");
        std::fs::write(&certificate, identity.cert.pem())?;

        let key = PrivateKeyDer::try_from(identity.signing_key.serialize_der()).map_err(io::Error::other)?;
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|config| {
                config
                    .with_no_client_auth()
                    .with_single_cert(vec![identity.cert.der().clone()], key)
            })
            .map_err(io::Error::other)?;

        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let endpoint = format!("https://localhost:{}", listener.local_addr()?.port());
        tokio::spawn(serve(listener, TlsAcceptor::from(Arc::new(config)), behind));
        Ok(Self {
            endpoint,
            certificate,
            _directory: directory,
        })
    }
}

async fn serve(listener: TcpListener, acceptor: TlsAcceptor, behind: SocketAddr) {
    while let Ok((connection, _)) = listener.accept().await {
        let acceptor = acceptor.clone();
        // Each measurement ends the bootstrap, which closes its connection.
        tokio::spawn(async move { relay(connection, &acceptor, behind).await });
    }
}

async fn relay(connection: TcpStream, acceptor: &TlsAcceptor, behind: SocketAddr) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut front = acceptor.accept(connection).await?;
    let mut back = TcpStream::connect(behind).await?;
    back.set_nodelay(true)?;
    copy_bidirectional(&mut front, &mut back).await?;
    Ok(())
}
