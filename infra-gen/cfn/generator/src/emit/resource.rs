//! Writes the file of a resource type: structs, trait implementation, attributes, enums and schema.

use crate::{
    docs,
    model::{Enum, Resource, Shape},
};

use super::{
    object, schema,
    types::{Imports, is_tag, type_of},
};

/// The text of the file.
pub(super) fn file(resource: &Resource) -> String {
    let mut imports = Imports::default();
    let mut body = object::code(resource, &resource.name, &mut imports);
    body += &implementation(resource, &mut imports);
    body += &attributes(resource, &mut imports);
    let within = resource
        .objects
        .keys()
        .filter(|name| **name != resource.name && !is_tag(resource, name));
    for name in within {
        body += &object::code(resource, name, &mut imports);
    }
    for (name, declared) in &resource.enums {
        body += &enumeration(name, declared, &mut imports);
    }
    body += &schema::code(resource, &mut imports);
    format!(
        "//! `{}`. Generated; see `generator/`.\n\n{}\n{body}",
        resource.type_name,
        imports.declaration()
    )
}

fn implementation(resource: &Resource, imports: &mut Imports) -> String {
    for path in ["kind", "resource", "schema::TypeSchema"] {
        imports.add(path);
    }
    let kind = format!("kind::{}::{}", resource.kind.module, resource.kind.name);
    let wrapper = if resource.refers_by_arn { "Arn" } else { "Id" };
    imports.add(&format!("reference::{wrapper}"));
    format!(
        "impl resource::Resource for {} {{
            const SCHEMA: &'static TypeSchema = &SCHEMA;
            type Kind = {kind};
            type Reference = {wrapper}<{kind}>;
        }}\n\n",
        resource.name
    )
}

/// One method per attribute.
fn attributes(resource: &Resource, imports: &mut Imports) -> String {
    let mut methods = String::new();
    for attribute in resource
        .attributes
        .iter()
        .filter(|attribute| attribute.has_method)
    {
        imports.add("handle::Handle");
        imports.add("value::Value");
        let yields = attribute_type(resource, &attribute.shape, imports);
        let first = format!("`Fn::GetAtt` of `{}`.", attribute.name);
        let words = docs::first_paragraph(&attribute.documentation).unwrap_or_default();
        let paragraphs = [words.as_str(), first.as_str()];
        methods += &docs::comment(
            4,
            paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()),
        );
        methods += &format!(
            "pub fn {}(&self) -> Value<{yields}> {{ self.attribute(\"{}\") }}\n\n",
            attribute.method, attribute.name
        );
    }
    if methods.is_empty() {
        return methods;
    }
    format!("impl Handle<{}> {{\n{methods}}}\n\n", resource.name)
}

/// Objects in attributes are plain JSON, because a template can only pass them on.
fn attribute_type(resource: &Resource, shape: &Shape, imports: &mut Imports) -> String {
    let is_object = match shape {
        Shape::Object(_) | Shape::Policy => true,
        Shape::List(list) => matches!(*list.item, Shape::Object(_)),
        Shape::Map(value) => matches!(**value, Shape::Object(_)),
        _ => false,
    };
    if is_object {
        imports.add("value::Json");
        return "Json".to_owned();
    }
    type_of(resource, shape, imports)
}

fn enumeration(name: &str, declared: &Enum, imports: &mut Imports) -> String {
    imports.add("text_enum::text_enum");
    let users: Vec<String> = declared
        .users
        .iter()
        .take(3)
        .map(|user| format!("`{user}`"))
        .collect();
    let more = if declared.users.len() > 3 {
        " and others"
    } else {
        ""
    };
    let sentence = format!("The values of {}{more}.", users.join(", "));
    let mut code = format!(
        "text_enum! {{\n{}    {name} {{\n",
        docs::comment(4, [sentence.as_str()])
    );
    for (variant, text) in &declared.variants {
        code += &format!("        {variant} = {text:?},\n");
    }
    code + "    }\n}\n\n"
}
