//! The definition, diagrams and permissions of the sample workflow.

mod sample;

use infra_gen_asl::validate;
use sample::{Resources, book_trip};

fn snapshots() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../snapshots/asl");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn the_sample_definition_matches_the_snapshot() {
    let workflow = book_trip(&Resources::of_a_stack()).unwrap();
    snapshots().bind(|| insta::assert_snapshot!("book_trip.asl", workflow.machine().pretty()));
}

#[test]
fn a_written_definition_reads_back_as_the_same() {
    let workflow = book_trip(&Resources::of_a_stack()).unwrap();
    assert_eq!(
        validate(&workflow.machine().definition()).as_ref(),
        Ok(workflow.machine())
    );
}

#[test]
fn the_sample_is_drawn_in_mermaid() {
    let workflow = book_trip(&Resources::of_a_stack()).unwrap();
    snapshots()
        .bind(|| insta::assert_snapshot!("book_trip.mermaid", workflow.machine().diagram().to_mermaid()));
}

#[test]
fn the_sample_is_drawn_as_svg() {
    let workflow = book_trip(&Resources::of_a_stack()).unwrap();
    snapshots().bind(|| insta::assert_snapshot!("book_trip.svg", workflow.machine().diagram().to_svg()));
}

#[test]
fn the_sample_needs_only_the_permissions_it_uses() {
    let workflow = book_trip(&Resources::of_a_stack()).unwrap();
    let permissions = infra_gen_cfn::ToJson::to_json(&workflow.permissions());
    snapshots().bind(|| insta::assert_json_snapshot!("book_trip.permissions", permissions));
}
