//! Writes the module of a resource type: structs, trait implementation, attributes and enums.

use infra_gen_schema::{Enum, EnumId, Object, Reference, Shape, TypeSchema};

use super::{
    code::Code,
    object,
    types::{Kinds, is_tag, type_of},
};
use crate::{
    naming,
    reference::{ObjectDocs, TypeDocs},
};

/// The module of the type.
pub(super) fn module(code: &mut Code, schema: &TypeSchema, docs: &TypeDocs, kinds: &mut Kinds) {
    code.line(&format!("/// `{}`.", schema.type_name));
    code.open(&format!("pub mod {} {{", naming::field(schema.name())));
    code.line("use crate::generated::*;");
    let undocumented = ObjectDocs::default();
    for (i, object) in schema.objects.iter().enumerate() {
        if i > 0 && is_tag(object) {
            continue;
        }
        let object_docs = docs.objects.get(i).unwrap_or(&undocumented);
        let notice = if i == 0 {
            format!("`{}`.", schema.type_name)
        } else if object_docs.documentation.is_empty() {
            format!("`{}` of `{}`.", object.name, schema.type_name)
        } else {
            String::new()
        };
        object::item(code, schema, object, object_docs, &notice, kinds);
        if i == 0 {
            implementation(code, schema, kinds);
            attributes(code, schema, docs, kinds);
        }
    }
    for (i, values) in schema.enums.iter().enumerate() {
        enumeration(code, schema, EnumId(u16::try_from(i).unwrap_or(u16::MAX)), values);
    }
    code.close("}");
}

fn implementation(code: &mut Code, schema: &TypeSchema, kinds: &mut Kinds) {
    let kind = kinds.path(schema.type_name);
    let wrapper = match schema.reference {
        Reference::Arn => "Arn",
        Reference::Id => "Id",
    };
    code.open(&format!(
        "impl crate::resource::Resource for {} {{",
        schema.name()
    ));
    code.line(&format!(
        "const TYPE_NAME: &'static str = {:?};",
        schema.type_name
    ));
    code.line(&format!("type Kind = {kind};"));
    code.line(&format!("type Reference = {wrapper}<{kind}>;"));
    code.close("}");
}

/// One method per attribute.
fn attributes(code: &mut Code, schema: &TypeSchema, docs: &TypeDocs, kinds: &mut Kinds) {
    if !schema.attributes.iter().any(|attribute| attribute.read_only) {
        return;
    }
    code.open(&format!("impl Handle<{}> {{", schema.name()));
    for (i, attribute) in schema.attributes.iter().enumerate() {
        // Some attributes have two spellings: `CertificateAuthorityData` and `CertificateAuthority.Data`.
        let method = naming::field(attribute.name);
        let others = &schema.attributes[..i];
        let is_repeated = others
            .iter()
            .any(|other| other.read_only && naming::field(other.name) == method);
        if !attribute.read_only || is_repeated {
            continue;
        }
        let words = docs.attributes.get(i).copied().unwrap_or_default();
        code.doc([words, &format!("`Fn::GetAtt` of `{}`.", attribute.name)]);
        let yields = type_of(schema, &attribute.shape, kinds);
        code.open(&format!("pub fn {method}(&self) -> Value<{yields}> {{"));
        code.line(&format!("self.attribute({:?})", attribute.name));
        code.close("}");
    }
    code.close("}");
}

fn enumeration(code: &mut Code, schema: &TypeSchema, id: EnumId, values: &Enum) {
    let Some(variants) = naming::variants(&values.values) else {
        return;
    };
    let users: Vec<String> = schema
        .objects
        .iter()
        .flat_map(|object| object.properties.iter().map(move |property| (object, property)))
        .filter(|(_, property)| enum_of(&property.shape) == Some(id))
        .map(|(object, property)| user(schema, object, property.name))
        .collect();
    let more = if users.len() > 3 { " and others" } else { "" };
    let shown = users.get(..3).unwrap_or(&users).join(", ");
    code.empty_line();
    code.open("text_enum! {");
    code.line(&format!("/// The values of {shown}{more}."));
    code.open(&format!("{} {{", values.name));
    for (variant, text) in variants {
        code.line(&format!("{variant} = {text:?},"));
    }
    code.close("}");
    code.close("}");
}

fn user(schema: &TypeSchema, object: &Object, property: &str) -> String {
    if std::ptr::eq(object, schema.root()) {
        format!("`{property}`")
    } else {
        format!("`{}.{property}`", object.name)
    }
}

fn enum_of(shape: &Shape) -> Option<EnumId> {
    match shape {
        Shape::Text(text) => text.values,
        Shape::List(list) => enum_of(&list.item),
        Shape::Map(value) => enum_of(value),
        _ => None,
    }
}
