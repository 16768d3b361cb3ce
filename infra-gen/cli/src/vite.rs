//! Reads the bundle of a Vite app: the files that a deployment uploads, with their headers.
//!
//! Absent: `/config.json`, which `deploy` writes from the stack's outputs, and compression, which CloudFront does.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use infra_gen_constructs::StaticSite;
use walkdir::WalkDir;

use crate::app::{BoxError, SiteFile};

/// Vite puts a hash of the content into each name in `assets/` and into no other name.
/// <https://vite.dev/guide/assets>
const HASHED: &str = "assets/";

/// Reads the bundle that `npm run build` has written to `dist`, in the order of the paths.
///
/// # Errors
///
/// If a file is missing that [`StaticSite::REQUIRED_FILES`] lists, if there is a `config.json`, or if a file has no known
/// content type or cannot be read.
pub fn read_vite_bundle(dist: &Path) -> Result<Vec<SiteFile>, BoxError> {
    Ok(read(dist)?)
}

/// Why a folder is not a bundle.
#[derive(Debug, thiserror::Error)]
enum BundleError {
    #[error("`{}` does not exist; hint: run `npm run build`", .0.display())]
    NotBuilt(PathBuf),
    #[error("`{}` does not contain `{file}`; hint: add it to `public/` or run `npm run build` again", dist.display())]
    MissingFile { dist: PathBuf, file: &'static str },
    #[error("`{}` must not be part of the bundle because `deploy` writes it; hint: remove it from `public/`", .0.display())]
    Config(PathBuf),
    #[error("`{}` has no known content type; hint: give the file another extension", .0.display())]
    UnknownType(PathBuf),
    #[error("`{}` is not a regular file with a Unicode name; hint: remove it and run `npm run build` again", .0.display())]
    NotAFile(PathBuf),
    #[error("could not read `{}`", path.display())]
    Read { path: PathBuf, source: io::Error },
}

fn read(dist: &Path) -> Result<Vec<SiteFile>, BundleError> {
    if !dist.is_dir() {
        return Err(BundleError::NotBuilt(dist.to_owned()));
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(dist).min_depth(1) {
        let entry = entry.map_err(|error| BundleError::Read {
            path: error.path().unwrap_or(dist).to_owned(),
            source: error.into(),
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.into_path();
        files.push(read_file(dist, path)?);
    }
    for file in StaticSite::REQUIRED_FILES {
        if !files.iter().any(|found| found.path == file) {
            return Err(BundleError::MissingFile {
                dist: dist.to_owned(),
                file,
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn read_file(dist: &Path, path: PathBuf) -> Result<SiteFile, BundleError> {
    let is_file = path.symlink_metadata().is_ok_and(|data| data.is_file());
    let Some(key) = key(dist, &path).filter(|_| is_file) else {
        return Err(BundleError::NotAFile(path));
    };
    if key == "config.json" {
        return Err(BundleError::Config(path));
    }
    let Some(content_type) = content_type(&path) else {
        return Err(BundleError::UnknownType(path));
    };
    match fs::read(&path) {
        Ok(bytes) => Ok(SiteFile {
            cache_control: if key.starts_with(HASHED) {
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            },
            path: key,
            bytes,
            content_type,
        }),
        Err(source) => Err(BundleError::Read { path, source }),
    }
}

/// The path below `dist` with `/` as the separator on every platform; `None` if a name is not Unicode.
fn key(dist: &Path, path: &Path) -> Option<String> {
    let segments: Option<Vec<&str>> = path
        .strip_prefix(dist)
        .ok()?
        .iter()
        .map(|segment| segment.to_str())
        .collect();
    Some(segments?.join("/"))
}

fn content_type(path: &Path) -> Option<Cow<'static, str>> {
    // A source map is JSON: <https://tc39.es/ecma426/>. The table of extensions has another use of `.map`.
    if path.extension().is_some_and(|extension| extension == "map") {
        return Some("application/json".into());
    }
    let media_type = mime_guess::from_path(path).first_raw()?;
    Some(if media_type.starts_with("text/") {
        format!("{media_type}; charset=utf-8").into()
    } else {
        media_type.into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a bundle with these files; each contains its own path. The answers for unknown pages and missing files come
    /// with `index.html`.
    #[track_caller]
    fn bundle(paths: &[&str]) -> Result<Vec<SiteFile>, BundleError> {
        let dist = tempfile::tempdir().unwrap();
        let answers: &[&str] = if paths.contains(&"index.html") {
            &["404.html", "not-found.txt"]
        } else {
            &[]
        };
        for path in paths.iter().chain(answers) {
            let file = dist.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, path).unwrap();
        }
        read(dist.path())
    }

    #[track_caller]
    fn assert_rejected(paths: &[&str], message_end: &str) {
        let message = bundle(paths).unwrap_err().to_string();
        assert!(
            message.ends_with(message_end),
            "`{message}` does not end with `{message_end}`"
        );
    }

    #[test]
    fn files_are_ordered_by_path() {
        let files = bundle(&[
            "robots.txt",
            "index.html",
            "assets/b.js",
            "assets/fonts/c.woff2",
            "assets/a.css",
        ])
        .unwrap();
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(
            paths,
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
        assert_eq!(files[1].bytes, b"assets/a.css");
    }

    #[test]
    fn only_files_with_a_hash_in_their_name_are_cached_without_revalidation() {
        let files = bundle(&["index.html", "favicon.svg", "assets/app-1a2b.js", "robots.txt"]).unwrap();
        for file in files {
            let expected = match file.path.as_str() {
                "assets/app-1a2b.js" => "public, max-age=31536000, immutable",
                _ => "no-cache",
            };
            assert_eq!(file.cache_control, expected, "`{}`", file.path);
        }
    }

    #[test]
    fn the_content_type_follows_the_extension() {
        for (name, expected) in [
            ("a.css", "text/css; charset=utf-8"),
            ("a.html", "text/html; charset=utf-8"),
            ("a.ico", "image/x-icon"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.js.map", "application/json"),
            ("a.json", "application/json"),
            ("a.png", "image/png"),
            ("a.svg", "image/svg+xml"),
            ("a.txt", "text/plain; charset=utf-8"),
            ("a.webmanifest", "application/manifest+json"),
            ("a.webp", "image/webp"),
            ("a.woff2", "font/woff2"),
        ] {
            assert_eq!(content_type(Path::new(name)).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn a_file_without_a_known_content_type_is_rejected() {
        assert_rejected(
            &["index.html", "assets/a.unknown"],
            "has no known content type; hint: give the file another extension",
        );
        assert_rejected(
            &["index.html", "LICENSE"],
            "has no known content type; hint: give the file another extension",
        );
    }

    #[test]
    fn a_missing_bundle_is_rejected() {
        let error = read(Path::new("no/such/dist")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`no/such/dist` does not exist; hint: run `npm run build`"
        );
    }

    #[test]
    fn a_bundle_without_a_required_file_is_rejected() {
        assert_rejected(
            &["assets/a.js"],
            "does not contain `index.html`; hint: add it to `public/` or run `npm run build` again",
        );
        let dist = tempfile::tempdir().unwrap();
        for (present, missing) in [("index.html", "404.html"), ("404.html", "not-found.txt")] {
            fs::write(dist.path().join(present), "").unwrap();
            let error = read(dist.path()).unwrap_err();
            assert!(
                error
                    .to_string()
                    .contains(&format!("does not contain `{missing}`")),
                "{error}"
            );
        }
    }

    #[test]
    fn a_bundle_with_its_own_configuration_is_rejected() {
        assert_rejected(&["index.html", "config.json"], "hint: remove it from `public/`");
        assert!(bundle(&["index.html", "assets/config.json"]).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_is_rejected() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), "").unwrap();
        std::os::unix::fs::symlink("index.html", dist.path().join("a.txt")).unwrap();
        assert!(matches!(read(dist.path()), Err(BundleError::NotAFile(_))));
    }
}
