//! The example stack, which shares nothing with any other: it builds, passes every check and is what was reviewed.

#[path = "../examples/url_shortener.rs"]
#[expect(dead_code, reason = "the example's own `main`")]
mod url_shortener;

use insta::{Settings, assert_snapshot};

#[test]
fn the_example_has_the_template_that_was_reviewed() {
    let mut insta = Settings::clone_current();
    insta.set_snapshot_path("../../../snapshots/templates");
    insta.set_prepend_module_to_snapshot(false);
    insta.set_omit_expression(true);
    insta.bind(|| {
        assert_snapshot!(
            "url-shortener",
            url_shortener::stack().finish().unwrap().to_json()
        );
    });
}
