use infra_gen_cfn::policy::Action;

const ALL: Action = Action::new("dynamodb:*");

fn main() {
    println!("{}", ALL.as_str());
}
