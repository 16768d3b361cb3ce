//! An expression contains delimiters.

use infra_gen_asl::Jsonata;

const TOTAL: Jsonata = Jsonata::new("{% $states.input.total %}");

fn main() {
    println!("{TOTAL}");
}
