//! The built web bundle as data: which files a deployment uploads, under which keys and with which headers.
//!
//! The bundle is read when asked for and never compiled in, so a tool built today serves a site built tomorrow.
//! Absent on purpose: uploading and serving, the site's `/config.json` (whoever deploys writes it, from the
//! stack's outputs), and compression (the CDN does it).
//!
//! The TypeScript beside this file is the web app itself; see `package.json`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The paths of the app's pages, as its router knows them: `/products/:id`. A test of the app compares the two.
pub fn pages() -> impl Iterator<Item = &'static str> {
    include_str!("../pages.txt").lines()
}

/// A site, ready to be uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    files: Vec<File>,
}

/// One file of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the root of the site, with `/` on every platform: `assets/index-DXrSm4Zl.js`.
    pub key: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The `Content-Type` it is served with.
    pub content_type: &'static str,
    /// How long it may be kept.
    pub cache: Cache,
}

/// How long a browser and the CDN may keep a file without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cache {
    /// For good: the name changes with the content.
    Immutable,
    /// Not without asking whether it has changed.
    Revalidate,
}

/// Why a folder is not a bundle.
#[derive(Debug, Error)]
pub enum BundleError {
    /// There is no such folder.
    #[error("`{}` does not exist; run `npm run build` in `web/`", dist.display())]
    NotBuilt {
        /// Where the bundle was looked for.
        dist: PathBuf,
    },
    /// A file that every site needs is missing.
    #[error("`{}` holds no `{file}`, so the last build was cut short; run `npm run build` in `web/`", dist.display())]
    Incomplete {
        /// The folder that was read.
        dist: PathBuf,
        /// The missing file.
        file: &'static str,
    },
    /// A deployment writes this file; one from the build would point every environment to the same stack.
    #[error("`{}` must not be part of the bundle, deploying writes it; remove it from `web/public/`", path.display())]
    Config {
        /// The file.
        path: PathBuf,
    },
    /// A browser would have to guess.
    #[error("`{}` has no known content type; add its extension to `content_type` in `web/src/lib.rs`", path.display())]
    UnknownType {
        /// The file.
        path: PathBuf,
    },
    /// A link, a socket, or a name that is not Unicode: nothing that can be uploaded under a key.
    #[error("`{}` is not a plain file with a plain name; rebuild with `npm run build` in `web/`", path.display())]
    NotAFile {
        /// What was found.
        path: PathBuf,
    },
    /// The file system refused.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
}

/// The app, and what unknown pages and missing files answer with.
const REQUIRED: [&str; 3] = ["index.html", "404.html", "not-found.txt"];

impl Bundle {
    /// Reads the bundle that `npm run build` has left in `dist`.
    pub fn read(dist: &Path) -> Result<Self, BundleError> {
        if !dist.is_dir() {
            return Err(BundleError::NotBuilt {
                dist: dist.to_owned(),
            });
        }
        let mut files = Vec::new();
        read_folder(dist, "", &mut files)?;
        for file in REQUIRED {
            if !files.iter().any(|found| found.key == file) {
                return Err(BundleError::Incomplete {
                    dist: dist.to_owned(),
                    file,
                });
            }
        }
        files.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(Self { files })
    }

    /// The files in the order of their keys. Uploaded in this order, `assets/` comes before the `index.html` that
    /// names it, so a visitor in the middle of a deployment never gets a page whose parts are missing.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The same, for a caller that keeps them.
    pub fn into_files(self) -> Vec<File> {
        self.files
    }
}

impl Cache {
    /// The `Cache-Control` header that says so.
    pub fn header(self) -> &'static str {
        match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Revalidate => "no-cache",
        }
    }

    /// Vite puts a hash of the content into every name below `assets/`, and into no other.
    fn of(key: &str) -> Self {
        if key.starts_with("assets/") {
            Self::Immutable
        } else {
            Self::Revalidate
        }
    }
}

fn read_folder(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<(), BundleError> {
    let failed = |source| BundleError::Read {
        path: folder.to_owned(),
        source,
    };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let kind = entry.file_type().map_err(failed)?;
        let Some(name) = entry.file_name().to_str().map(|name| format!("{prefix}{name}")) else {
            return Err(BundleError::NotAFile { path });
        };

        if kind.is_dir() {
            read_folder(&path, &format!("{name}/"), files)?;
        } else if kind.is_file() {
            files.push(read_file(path, name)?);
        } else {
            return Err(BundleError::NotAFile { path });
        }
    }
    Ok(())
}

fn read_file(path: PathBuf, key: String) -> Result<File, BundleError> {
    if key == "config.json" {
        return Err(BundleError::Config { path });
    }
    let Some(content_type) = content_type(&path) else {
        return Err(BundleError::UnknownType { path });
    };
    match fs::read(&path) {
        Ok(bytes) => Ok(File {
            cache: Cache::of(&key),
            key,
            bytes,
            content_type,
        }),
        Err(source) => Err(BundleError::Read { path, source }),
    }
}

fn content_type(path: &Path) -> Option<&'static str> {
    Some(match path.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bundle of files whose content is their own key.
    #[track_caller]
    fn read(keys: &[&str]) -> Result<Bundle, BundleError> {
        let dist = tempfile::tempdir().unwrap();
        let errors: &[&str] = if keys.contains(&"index.html") {
            &["404.html", "not-found.txt"]
        } else {
            &[]
        };
        for key in keys.iter().chain(errors) {
            let path = dist.path().join(key);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, key).unwrap();
        }
        Bundle::read(dist.path())
    }

    #[track_caller]
    fn check_refused(keys: &[&str], message_end: &str) {
        let message = read(keys).unwrap_err().to_string();
        assert!(
            message.ends_with(message_end),
            "`{message}` does not end with `{message_end}`"
        );
    }

    #[test]
    fn files_come_in_the_order_of_their_keys_whatever_the_folder_says() {
        let bundle = read(&[
            "robots.txt",
            "index.html",
            "assets/b.js",
            "assets/fonts/c.woff2",
            "assets/a.css",
        ])
        .unwrap();
        let keys: Vec<_> = bundle.files().iter().map(|file| file.key.as_str()).collect();
        assert_eq!(
            keys,
            [
                "404.html",
                "assets/a.css",
                "assets/b.js",
                "assets/fonts/c.woff2",
                "index.html",
                "not-found.txt",
                "robots.txt"
            ]
        );
    }

    #[test]
    fn a_file_carries_its_content() {
        let bundle = read(&["index.html", "assets/app-1a2b.js"]).unwrap();
        let app = bundle
            .files()
            .iter()
            .find(|file| file.key == "assets/app-1a2b.js");
        assert_eq!(app.unwrap().bytes, b"assets/app-1a2b.js");
    }

    #[test]
    fn what_has_a_hash_in_its_name_is_kept_for_good_and_nothing_else_is() {
        let bundle = read(&["index.html", "favicon.svg", "assets/app-1a2b.js", "robots.txt"]).unwrap();
        for file in bundle.files() {
            let expected = match file.key.as_str() {
                "assets/app-1a2b.js" => "public, max-age=31536000, immutable",
                _ => "no-cache",
            };
            assert_eq!(file.cache.header(), expected, "`{}`", file.key);
        }
    }

    #[test]
    fn a_browser_is_told_what_it_gets() {
        let bundle = read(&[
            "index.html",
            "favicon.svg",
            "assets/a.js",
            "assets/a.css",
            "assets/a.woff2",
        ])
        .unwrap();
        let types: Vec<_> = bundle.files().iter().map(|file| file.content_type).collect();
        assert_eq!(
            types,
            [
                "text/html; charset=utf-8",
                "text/css; charset=utf-8",
                "text/javascript; charset=utf-8",
                "font/woff2",
                "image/svg+xml",
                "text/html; charset=utf-8",
                "text/plain; charset=utf-8",
            ]
        );
    }

    #[test]
    fn a_bundle_that_was_never_built_says_how_to_build_it() {
        let error = Bundle::read(Path::new("no/such/dist")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`no/such/dist` does not exist; run `npm run build` in `web/`"
        );
    }

    #[test]
    fn a_bundle_without_its_page_is_refused() {
        check_refused(&["assets/a.js"], "run `npm run build` in `web/`");
    }

    #[test]
    fn a_bundle_without_the_answers_for_missing_pages_and_files_is_refused() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), "").unwrap();
        let error = Bundle::read(dist.path()).unwrap_err();
        assert!(error.to_string().contains("holds no `404.html`"), "{error}");
        fs::write(dist.path().join("404.html"), "").unwrap();
        let error = Bundle::read(dist.path()).unwrap_err();
        assert!(error.to_string().contains("holds no `not-found.txt`"), "{error}");
    }

    #[test]
    fn a_bundle_that_brings_its_own_settings_is_refused() {
        check_refused(&["index.html", "config.json"], "remove it from `web/public/`");
    }

    #[test]
    fn settings_further_down_are_nobody_s_business() {
        assert!(read(&["index.html", "assets/config.json"]).is_ok());
    }

    #[test]
    fn a_file_of_an_unknown_kind_is_refused() {
        check_refused(
            &["index.html", "assets/a.xyz"],
            "add its extension to `content_type` in `web/src/lib.rs`",
        );
        check_refused(
            &["index.html", "LICENSE"],
            "add its extension to `content_type` in `web/src/lib.rs`",
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused_and_not_followed() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), "").unwrap();
        std::os::unix::fs::symlink("index.html", dist.path().join("a.txt")).unwrap();
        assert!(matches!(
            Bundle::read(dist.path()),
            Err(BundleError::NotAFile { .. })
        ));
    }
}
