//! The printing condition the inks are meant for, as a print shop's programs read it.
//!
//! Offset on coated paper after ISO 12647-2, by the name it has in the registry of the ICC, so that no
//! profile need be brought along. The file makes no claim to be PDF/X: nothing here could check that.

use lopdf::{Document, Object, dictionary};

/// The condition's name in the registry.
const CONDITION: &str = "FOGRA39";

/// Says it in the document's catalogue.
pub(super) fn say(document: &mut Document) -> lopdf::Result<()> {
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFX",
        "OutputConditionIdentifier" => Object::string_literal(CONDITION),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "Info" => Object::string_literal("Offset, ISO 12647-2, coated paper"),
    };
    let intent = document.add_object(intent);
    document.catalog_mut()?.set("OutputIntents", vec![Object::Reference(intent)]);
    Ok(())
}
