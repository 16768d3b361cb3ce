//! The template of an environment.

use infra_gen::cfn::Template;
use shop_infra::{settings::ENVIRONMENTS, stack};

/// The template of the environment with this name.
pub(crate) fn template(environment: &str) -> Template {
    let environment = ENVIRONMENTS.iter().find(|known| known.name == environment);
    let settings = environment.expect("the environment exists").parse();
    let stack = stack::build(&settings.expect("its file is valid"));
    stack.finish().expect("its template is valid")
}
