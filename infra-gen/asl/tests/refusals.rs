//! Mistakes that do not compile.

#[test]
fn transitions_that_do_not_fit_do_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/refusals/*.rs");
}
