//! The template that an environment's data file makes.

use infra_gen::cfn::Template;
use shop_infra::{settings::ENVIRONMENTS, stack};

/// The template of the environment of this name.
pub(crate) fn template(environment: &str) -> Template {
    let environment = ENVIRONMENTS.iter().find(|known| known.name == environment);
    let settings = environment.expect("the environment exists").parse();
    let stack = stack::build(&settings.expect("its data file is valid"));
    stack.finish().expect("its template is valid")
}
