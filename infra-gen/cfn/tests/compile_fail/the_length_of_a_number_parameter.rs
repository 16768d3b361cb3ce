use infra_gen_cfn::{Parameter, TextBounds};

fn main() {
    let _ = Parameter {
        bounds: TextBounds {
            max_length: Some(8),
            ..TextBounds::default()
        },
        ..Parameter::number()
    };
}
