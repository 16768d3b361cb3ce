//! What of two lists is gone, has come and has only moved, each item told from others by what it says.
//!
//! Items are numbered first, equal ones alike, so that long items are compared once. Where what differs is short, a
//! longest common subsequence says which items stayed in order. Its table grows with the product of both lengths: beyond
//! [`MOST_CELLS`] the items of one content are paired first to first, second to second. Without items that repeat the
//! outcome is as long; with them, more may be told as moved than had to.

use std::collections::{HashMap, VecDeque};

use infra_gen_cfn::Json;

/// The cells of the table that are worth filling: two lists with a thousand differing items each.
const MOST_CELLS: usize = 1_000_000;

/// The items that are in one of two lists only, by their places.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Left {
    /// In the old list.
    pub(crate) gone: Vec<usize>,
    /// In the new list.
    pub(crate) come: Vec<usize>,
    /// Whether others stand in another order than before.
    pub(crate) moved: bool,
}

/// Compares two lists item by item.
pub(crate) fn left(old: &[Json], new: &[Json]) -> Left {
    let mut numbers = HashMap::new();
    let (old, new) = (numbered(old, &mut numbers), numbered(new, &mut numbers));
    let (mut gone, mut come) = out_of_order(&old, &new, MOST_CELLS);
    // What is both gone and come has only moved: the first of its content with the first.
    let mut again: HashMap<usize, VecDeque<usize>> = HashMap::new();
    for &place in &come {
        again.entry(new[place]).or_default().push_back(place);
    }
    let mut arrived = vec![false; new.len()];
    gone.retain(
        |&place| match again.get_mut(&old[place]).and_then(VecDeque::pop_front) {
            Some(place) => {
                arrived[place] = true;
                false
            }
            None => true,
        },
    );
    let moved = arrived.contains(&true);
    come.retain(|&place| !arrived[place]);
    Left { gone, come, moved }
}

/// A number for each item, the same for the same content.
fn numbered<'a>(items: &'a [Json], numbers: &mut HashMap<&'a Json, usize>) -> Vec<usize> {
    items
        .iter()
        .map(|item| {
            let next = numbers.len();
            *numbers.entry(item).or_insert(next)
        })
        .collect()
}

/// The places of the items that do not stand in one order in both lists, in the old and in the new one.
fn out_of_order(old: &[usize], new: &[usize], most_cells: usize) -> (Vec<usize>, Vec<usize>) {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let kept = if old.len().saturating_mul(new.len()) <= most_cells {
        longest_common(old, new)
    } else {
        first_with_first(old, new)
    };
    let without = |length: usize, kept: &mut dyn Iterator<Item = usize>| {
        let mut stays = vec![false; length];
        kept.for_each(|place| stays[place] = true);
        let leaves = stays.iter().enumerate().filter(|(_, stays)| !**stays);
        leaves.map(|(place, _)| head + place).collect()
    };
    (
        without(old.len(), &mut kept.iter().map(|(place, _)| *place)),
        without(new.len(), &mut kept.iter().map(|(_, place)| *place)),
    )
}

/// The places of a longest common subsequence.
fn longest_common(old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    for (i, before) in old.iter().enumerate().rev() {
        for (j, after) in new.iter().enumerate().rev() {
            longest[i * width + j] = if before == after {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let mut kept = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            kept.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

/// The places of a common subsequence: a longest one of those in which the first of a content stays the first.
fn first_with_first(old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let mut places: HashMap<usize, VecDeque<usize>> = HashMap::new();
    for (place, item) in new.iter().enumerate() {
        places.entry(*item).or_default().push_back(place);
    }
    let pairs: Vec<(usize, usize)> = old
        .iter()
        .enumerate()
        .filter_map(|(place, item)| Some((place, places.get_mut(item)?.pop_front()?)))
        .collect();
    // The longest run of rising places: of the runs of each length, the one whose last place is the least goes on best.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (pair, (_, place)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = pair,
            None => ends.push(pair),
        }
    }
    let mut kept: Vec<(usize, usize)> = std::iter::successors(ends.last().copied(), |pair| before[*pair])
        .map(|pair| pairs[pair])
        .collect();
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Json;
    use proptest::prelude::*;

    use super::{Left, left, out_of_order};

    proptest! {
        #[test]
        fn without_items_that_repeat_long_lists_are_told_like_short_ones(
            old in Just((0..12).collect::<Vec<usize>>()).prop_shuffle(),
            new in Just((6..18).collect::<Vec<usize>>()).prop_shuffle(),
        ) {
            let ((gone, come), (gone_of_long, come_of_long)) =
                (out_of_order(&old, &new, usize::MAX), out_of_order(&old, &new, 0));
            prop_assert_eq!(gone.len(), gone_of_long.len());
            prop_assert_eq!(come.len(), come_of_long.len());
        }

        #[test]
        fn what_stays_is_in_one_order_in_both_lists(
            old in prop::collection::vec(0..5_usize, 0..12),
            new in prop::collection::vec(0..5_usize, 0..12),
            most_cells in prop::sample::select(vec![0, usize::MAX]),
        ) {
            let (gone, come) = out_of_order(&old, &new, most_cells);
            let staying = |list: &[usize], leaving: &[usize]| -> Vec<usize> {
                let places = (0..list.len()).filter(|place| !leaving.contains(place));
                places.map(|place| list[place]).collect()
            };
            prop_assert_eq!(staying(&old, &gone), staying(&new, &come));
        }
    }

    #[test]
    fn in_a_list_of_any_length_what_moved_is_neither_gone_nor_new() {
        let old: Vec<Json> = (0..20_000).map(Json::from).collect();
        let mut new = old.clone();
        new.reverse();
        new.push(Json::from("x"));
        let (gone, come) = (Vec::new(), vec![20_000]);
        let moved = true;
        assert_eq!(left(&old, &new), Left { gone, come, moved });
    }
}
