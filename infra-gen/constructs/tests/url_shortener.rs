//! The example stack builds, passes all checks and has the reviewed template.

#[path = "../examples/url_shortener.rs"]
#[expect(dead_code, reason = "only the example itself calls its `main`")]
mod url_shortener;

use insta::{Settings, assert_snapshot};

#[test]
fn the_example_has_the_reviewed_template() {
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
