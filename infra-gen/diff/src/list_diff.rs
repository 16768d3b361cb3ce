//! Finds the items of two lists that are removed, added or moved. Items are identified by their content.
//!
//! Items are interned first, so that each is compared once. Short lists are compared by their longest common subsequence,
//! whose table grows with the product of both lengths. Beyond [`MAX_CELLS`], equal items are paired in order, the first with
//! the first. The result is as good if no item repeats; otherwise more items than necessary may count as moved.
//!
//! The crate `similar` is not used: on two long lists without common order its algorithms need quadratic time or a deadline,
//! and a result that depends on the clock is not reproducible.

use std::collections::{HashMap, VecDeque};

use infra_gen_cfn::Json;

/// The maximum size of the table: two lists with a thousand differing items each.
const MAX_CELLS: usize = 1_000_000;

/// The items that are in one of two lists only, by their indexes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ListDiff {
    /// Indexes in the old list.
    pub(crate) removed: Vec<usize>,
    /// Indexes in the new list.
    pub(crate) added: Vec<usize>,
    /// Whether the other items are in a different order than before.
    pub(crate) moved: bool,
}

impl ListDiff {
    /// Compares two lists.
    pub(crate) fn between(old: &[Json], new: &[Json]) -> Self {
        let mut ids = HashMap::new();
        let (old, new) = (intern(old, &mut ids), intern(new, &mut ids));
        let (mut removed, mut added) = out_of_order(&old, &new, MAX_CELLS);
        // An item that is both removed and added has moved; equal items are paired in order.
        let mut added_by_id: HashMap<usize, VecDeque<usize>> = HashMap::new();
        for &index in &added {
            added_by_id.entry(new[index]).or_default().push_back(index);
        }
        let mut is_moved = vec![false; new.len()];
        removed.retain(
            |&index| match added_by_id.get_mut(&old[index]).and_then(VecDeque::pop_front) {
                Some(index) => {
                    is_moved[index] = true;
                    false
                }
                None => true,
            },
        );
        let moved = is_moved.contains(&true);
        added.retain(|&index| !is_moved[index]);
        Self {
            removed,
            added,
            moved,
        }
    }
}

/// An ID for each item, the same for equal items.
fn intern<'a>(items: &'a [Json], ids: &mut HashMap<&'a Json, usize>) -> Vec<usize> {
    items
        .iter()
        .map(|item| {
            let next = ids.len();
            *ids.entry(item).or_insert(next)
        })
        .collect()
}

/// The indexes of the items that are not in a common order, in the old and in the new list.
fn out_of_order(old: &[usize], new: &[usize], max_cells: usize) -> (Vec<usize>, Vec<usize>) {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let kept = if old.len().saturating_mul(new.len()) <= max_cells {
        longest_common(old, new)
    } else {
        pair_in_order(old, new)
    };
    let without = |length: usize, kept: &mut dyn Iterator<Item = usize>| {
        let mut stays = vec![false; length];
        kept.for_each(|index| stays[index] = true);
        let leaves = stays.iter().enumerate().filter(|(_, stays)| !**stays);
        leaves.map(|(index, _)| head + index).collect()
    };
    (
        without(old.len(), &mut kept.iter().map(|(index, _)| *index)),
        without(new.len(), &mut kept.iter().map(|(_, index)| *index)),
    )
}

/// The indexes of a longest common subsequence.
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

/// The indexes of a longest common subsequence among those that pair equal items in order.
fn pair_in_order(old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let mut indexes: HashMap<usize, VecDeque<usize>> = HashMap::new();
    for (index, item) in new.iter().enumerate() {
        indexes.entry(*item).or_default().push_back(index);
    }
    let pairs: Vec<(usize, usize)> = old
        .iter()
        .enumerate()
        .filter_map(|(index, item)| Some((index, indexes.get_mut(item)?.pop_front()?)))
        .collect();
    // The longest increasing subsequence of new indexes: `ends` has, for each length, the pair with the smallest last index.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (pair, (_, index)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *index);
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

    use super::{ListDiff, out_of_order};

    proptest! {
        #[test]
        fn without_repeated_items_long_lists_give_results_as_good_as_short_ones(
            old in Just((0..12).collect::<Vec<usize>>()).prop_shuffle(),
            new in Just((6..18).collect::<Vec<usize>>()).prop_shuffle(),
        ) {
            let ((removed, added), (removed_of_long, added_of_long)) =
                (out_of_order(&old, &new, usize::MAX), out_of_order(&old, &new, 0));
            prop_assert_eq!(removed.len(), removed_of_long.len());
            prop_assert_eq!(added.len(), added_of_long.len());
        }

        #[test]
        fn the_remaining_items_have_the_same_order_in_both_lists(
            old in prop::collection::vec(0..5_usize, 0..12),
            new in prop::collection::vec(0..5_usize, 0..12),
            max_cells in prop::sample::select(vec![0, usize::MAX]),
        ) {
            let (removed, added) = out_of_order(&old, &new, max_cells);
            let remaining = |list: &[usize], without: &[usize]| -> Vec<usize> {
                let indexes = (0..list.len()).filter(|index| !without.contains(index));
                indexes.map(|index| list[index]).collect()
            };
            prop_assert_eq!(remaining(&old, &removed), remaining(&new, &added));
        }
    }

    #[test]
    fn moved_items_of_a_long_list_are_neither_removed_nor_added() {
        let old: Vec<Json> = (0..20_000).map(Json::from).collect();
        let mut new = old.clone();
        new.reverse();
        new.push(Json::from("x"));
        let expected = ListDiff {
            removed: Vec::new(),
            added: vec![20_000],
            moved: true,
        };
        assert_eq!(ListDiff::between(&old, &new), expected);
    }
}
