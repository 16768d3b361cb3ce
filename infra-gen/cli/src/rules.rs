//! The rules of all checks: those for templates and stacks, and those for state machines.

use infra_gen_cfn::Rule;

use crate::program;

/// All rules, sorted by ID.
pub(crate) fn all() -> Vec<&'static Rule> {
    let mut rules = infra_gen_cfn::rules();
    rules.extend(infra_gen_asl::rules());
    rules.sort_by_key(|rule| rule.id);
    rules
}

/// The rule with this ID, or a message with the nearest one.
pub(crate) fn find(id: &str) -> Result<&'static Rule, String> {
    let rules = all();
    if let Some(rule) = rules.iter().find(|rule| rule.id == id) {
        return Ok(rule);
    }
    let otherwise = format!("run `{} rules` for the list", program::name());
    let hint = infra_gen_cfn::did_you_mean(id, rules.iter().map(|rule| rule.id), &otherwise);
    Err(format!("unknown rule `{id}`\n  hint: {hint}"))
}
