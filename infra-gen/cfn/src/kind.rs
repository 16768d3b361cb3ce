//! Markers of resource types, which ARNs and identifiers have as a type parameter. They exist for the types of the enabled
//! services and for all types to which those refer.

include!(concat!(env!("OUT_DIR"), "/kinds.rs"));
