//! Empty: this package only names a dependency to download.
