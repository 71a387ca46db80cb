//! Papers of one vehicle: what names the vehicle stands on each of them.

use crate::import::notices::documents::of_vehicle;
use crate::import::notices::number::Identifier;
use crate::import::notices::phrase::Document;

/// 皖M12345的机动车登记证书、行驶证各一本，车架号：…: the plate stands before the first and the number of
/// the frame behind the last, and both are the vehicle's. Nothing is shared where two vehicles are told.
pub(super) fn share(documents: &mut [Document]) {
    let papers = || documents.iter().filter(|paper| of_vehicle(&paper.name));
    if papers().count() < 2 || papers().any(|paper| paper.respective) {
        return;
    }
    let plate = one(papers().flat_map(|paper| &paper.plates), |plate| plate.as_str());
    let frames = papers().flat_map(|paper| &paper.numbers).filter(|number| number.kind == "vin");
    let frame = one(frames, |number| number.value.as_str());
    let (Ok(plate), Ok(frame)) = (plate, frame) else { return };
    for paper in documents.iter_mut().filter(|paper| of_vehicle(&paper.name)) {
        paper.plates.extend(plate.clone().filter(|_| paper.plates.is_empty()));
        let told = |number: &Identifier| number.kind == "vin";
        let missing = !paper.numbers.iter().any(told);
        paper.numbers.extend(frame.clone().filter(|_| missing));
    }
}

/// What all are, if any are told; an error where they differ.
fn one<'d, T: Clone + 'd>(
    mut told: impl Iterator<Item = &'d T>,
    value: impl Fn(&T) -> &str,
) -> Result<Option<T>, ()> {
    let Some(first) = told.next() else { return Ok(None) };
    if told.any(|other| value(other) != value(first)) { Err(()) } else { Ok(Some(first.clone())) }
}
