//! Arranges the nodes of a graph in layers and routes its edges between them: Sugiyama's method.
//!
//! 1. [`downward`] reverses edges that close a cycle.
//! 2. [`ranks`] assigns each node a layer.
//! 3. [`Grid::reorder`] orders each layer so that few edges cross.
//! 4. [`Grid::align`] moves the cells of a layer towards their neighbours.
//!
//! The algorithm knows two axes: layers follow each other *along* the direction of the edges, and the cells of a layer
//! stand side by side *across* it. Only [`Axes`] knows which of them is x and which is y.
//!
//! All numbers are integers, so every machine computes the same drawing. The crate `rust-sugiyama` (0.4) is no
//! replacement: it returns positions of nodes, but neither routes for edges nor room for their labels.

use crate::Direction;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) width: i32,
    pub(crate) height: i32,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) x: i32,
    pub(crate) y: i32,
}

/// An edge between two nodes, by position.
pub(crate) struct Link {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The size of its label.
    pub(crate) label: Option<Size>,
}

/// Where everything is.
pub(crate) struct Layout {
    /// The upper left corner of each node.
    pub(crate) corners: Vec<Point>,
    /// The points that each edge passes, from start to end; none for an edge from a node to itself.
    pub(crate) routes: Vec<Vec<Point>>,
    /// The center of each edge's label.
    pub(crate) labels: Vec<Option<Point>>,
    pub(crate) size: Size,
}

/// How often the order and the alignment of the layers are improved, alternating between both directions.
const SWEEPS: usize = 24;
/// The room that an edge takes in a layer that it passes.
const BEND: i32 = 6;
/// Edges spread over at most this much of a node's side.
const WIDEST_SIDE: i32 = 160;
/// Nodes without edges stand in rows below the layers, at least this wide.
const ROW: i32 = 1000;

pub(crate) fn layout(sizes: &[Size], links: &[Link], direction: Direction) -> Layout {
    let axes = Axes::new(direction);
    let downward = downward(sizes.len(), links);
    let ranks = ranks(sizes.len(), links, &downward);
    let mut grid = Grid::new(sizes, links, &downward, &ranks, axes);
    grid.reorder();
    grid.align();
    let mut layout = grid.finish(sizes, &downward);
    place_unconnected(&mut layout, sizes, links, axes.gap);
    layout
}

/// The axes of the drawing, and the distances on them.
#[derive(Clone, Copy)]
struct Axes {
    direction: Direction,
    /// Between two cells of a layer.
    gap: i32,
    /// Between two layers.
    layer_gap: i32,
}

impl Axes {
    const fn new(direction: Direction) -> Self {
        let (gap, layer_gap) = match direction {
            Direction::Down => (28, 36),
            Direction::Right => (14, 70),
        };
        Self {
            direction,
            gap,
            layer_gap,
        }
    }

    /// Along and across.
    const fn split(self, size: Size) -> (i32, i32) {
        match self.direction {
            Direction::Down => (size.height, size.width),
            Direction::Right => (size.width, size.height),
        }
    }

    const fn point(self, along: i32, across: i32) -> Point {
        match self.direction {
            Direction::Down => Point { x: across, y: along },
            Direction::Right => Point { x: along, y: across },
        }
    }
}

/// For each edge, whether it keeps its direction. Reversing the others leaves no cycle.
fn downward(nodes: usize, links: &[Link]) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Closed,
    }
    let mut leaving = vec![Vec::new(); nodes];
    for (index, link) in links.iter().enumerate() {
        leaving[link.from].push(index);
    }
    let mut marks = vec![Mark::New; nodes];
    let mut downward = vec![true; links.len()];
    for root in 0..nodes {
        if marks[root] != Mark::New {
            continue;
        }
        marks[root] = Mark::Open;
        // Each node on the path from the root, with the number of its edges that were looked at.
        let mut path = vec![(root, 0)];
        while let Some((node, seen)) = path.pop() {
            let Some(&index) = leaving[node].get(seen) else {
                marks[node] = Mark::Closed;
                continue;
            };
            path.push((node, seen + 1));
            let to = links[index].to;
            match marks[to] {
                Mark::Open => downward[index] = false,
                Mark::New => {
                    marks[to] = Mark::Open;
                    path.push((to, 0));
                }
                Mark::Closed => {}
            }
        }
    }
    downward
}

impl Link {
    /// The nodes in the upper and in the lower layer.
    const fn ends(&self, downward: bool) -> (usize, usize) {
        if downward {
            (self.from, self.to)
        } else {
            (self.to, self.from)
        }
    }

    /// How many layers the edge spans at least. A label takes a layer of its own.
    const fn span(&self) -> usize {
        if self.label.is_some() { 2 } else { 1 }
    }

    const fn is_loop(&self) -> bool {
        self.from == self.to
    }
}

/// The layer of each node: below all nodes that lead to it. A node with more edges out than in then moves down as far
/// as its edges allow, which makes them shorter.
fn ranks(nodes: usize, links: &[Link], downward: &[bool]) -> Vec<usize> {
    // For each node, the lower nodes that its edges lead to, with the layers that they span.
    let mut below: Vec<Vec<(usize, usize)>> = vec![Vec::new(); nodes];
    let mut above = vec![0_usize; nodes];
    for (link, &down) in links.iter().zip(downward).filter(|(link, _)| !link.is_loop()) {
        let (upper, lower) = link.ends(down);
        below[upper].push((lower, link.span()));
        above[lower] += 1;
    }
    let order = topological(&below, &above);
    let mut ranks = vec![0; nodes];
    for &node in &order {
        for &(lower, span) in &below[node] {
            ranks[lower] = ranks[lower].max(ranks[node] + span);
        }
    }
    for &node in order
        .iter()
        .rev()
        .filter(|&&node| below[node].len() > above[node])
    {
        let lowest = below[node].iter().map(|&(lower, span)| ranks[lower] - span).min();
        ranks[node] = lowest.unwrap_or(ranks[node]);
    }
    ranks
}

/// The nodes in an order in which each one comes after all nodes that lead to it. `above` has the number of edges to each node.
fn topological(below: &[Vec<(usize, usize)>], above: &[usize]) -> Vec<usize> {
    let mut waits_for = above.to_vec();
    let mut order: Vec<usize> = (0..below.len()).filter(|&node| above[node] == 0).collect();
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        for &(lower, _) in &below[node] {
            waits_for[lower] -= 1;
            if waits_for[lower] == 0 {
                order.push(lower);
            }
        }
        next += 1;
    }
    order
}

/// Nodes, and the bends and labels of edges, in layers.
struct Grid {
    axes: Axes,
    /// The nodes come first.
    cells: Vec<Cell>,
    /// The cells of each layer in order.
    layers: Vec<Vec<usize>>,
    /// For each edge, its cells from the upper to the lower node.
    chains: Vec<Vec<usize>>,
    /// For each edge, the cell of its label.
    labels: Vec<Option<usize>>,
}

struct Cell {
    /// Its size along and across.
    along: i32,
    across: i32,
    layer: usize,
    /// Its center on the axis across.
    center: i32,
    above: Vec<usize>,
    below: Vec<usize>,
}

impl Cell {
    /// Its neighbours in the layer before, or in the layer after.
    fn neighbours(&self, above: bool) -> &[usize] {
        if above { &self.above } else { &self.below }
    }
}

impl Grid {
    fn new(sizes: &[Size], links: &[Link], downward: &[bool], ranks: &[usize], axes: Axes) -> Self {
        let mut grid = Self {
            axes,
            cells: Vec::new(),
            layers: vec![Vec::new(); ranks.iter().max().map_or(0, |last| last + 1)],
            chains: Vec::new(),
            labels: Vec::new(),
        };
        for (&size, &rank) in sizes.iter().zip(ranks) {
            grid.add(axes.split(size), rank);
        }
        for (link, &down) in links.iter().zip(downward) {
            let (upper, lower) = link.ends(down);
            // The label stands next to the start of the edge.
            let label_rank = if down {
                ranks[upper] + 1
            } else {
                ranks[lower].saturating_sub(1)
            };
            let mut chain = vec![upper];
            let mut label_cell = None;
            for rank in ranks[upper] + 1..ranks[lower] {
                let label = link.label.filter(|_| rank == label_rank);
                let cell = grid.add(label.map_or((0, BEND), |size| axes.split(size)), rank);
                label_cell = label_cell.or(label.map(|_| cell));
                chain.push(cell);
            }
            chain.push(lower);
            if link.is_loop() {
                chain.clear();
            }
            for pair in chain.windows(2) {
                grid.cells[pair[0]].below.push(pair[1]);
                grid.cells[pair[1]].above.push(pair[0]);
            }
            grid.chains.push(chain);
            grid.labels.push(label_cell);
        }
        let cells = &grid.cells;
        for layer in &mut grid.layers {
            layer.retain(|&cell| !(cells[cell].above.is_empty() && cells[cell].below.is_empty()));
        }
        grid
    }

    fn add(&mut self, (along, across): (i32, i32), layer: usize) -> usize {
        let index = self.cells.len();
        self.cells.push(Cell {
            along,
            across,
            layer,
            center: 0,
            above: Vec::new(),
            below: Vec::new(),
        });
        self.layers[layer].push(index);
        index
    }

    /// The layers in the order of a sweep: down if `above`, else up.
    fn sweep(&self, above: bool) -> Vec<usize> {
        let layers = 0..self.layers.len();
        if above {
            layers.collect()
        } else {
            layers.rev().collect()
        }
    }

    /// Sorts each layer by the mean position of the neighbours, again and again, and keeps the order with the fewest
    /// crossings.
    fn reorder(&mut self) {
        let mut best = self.layers.clone();
        let mut positions = self.positions();
        let mut fewest = self.crossings(&positions);
        for sweep in 0..SWEEPS {
            let above = sweep % 2 == 0;
            for layer in self.sweep(above) {
                let cells = &self.cells;
                self.layers[layer].sort_by_cached_key(|&cell| {
                    let neighbours = cells[cell].neighbours(above);
                    let sum: usize = neighbours.iter().map(|&neighbour| positions[neighbour]).sum();
                    match neighbours.len() {
                        0 => positions[cell] * 1000,
                        count => sum * 1000 / count,
                    }
                });
                for (position, &cell) in self.layers[layer].iter().enumerate() {
                    positions[cell] = position;
                }
            }
            let crossings = self.crossings(&positions);
            if crossings < fewest {
                fewest = crossings;
                best.clone_from(&self.layers);
            }
        }
        self.layers = best;
    }

    /// The position of each cell in its layer.
    fn positions(&self) -> Vec<usize> {
        let mut positions = vec![0; self.cells.len()];
        for layer in &self.layers {
            for (position, &cell) in layer.iter().enumerate() {
                positions[cell] = position;
            }
        }
        positions
    }

    fn crossings(&self, positions: &[usize]) -> usize {
        let mut count = 0;
        for layer in &self.layers {
            // Where the edges of the cells before end.
            let mut seen = Tally::default();
            for &cell in layer {
                let below = &self.cells[cell].below;
                count += below
                    .iter()
                    .map(|&below| seen.above(positions[below]))
                    .sum::<usize>();
                for &below in below {
                    seen.add(positions[below]);
                }
            }
        }
        count
    }

    /// Moves each cell towards the mean of its neighbours, as far as the other cells of its layer allow.
    fn align(&mut self) {
        for layer in self.layers.clone() {
            let wishes: Vec<i32> = layer.iter().map(|&cell| self.cells[cell].across / 2).collect();
            self.place(&layer, &wishes);
        }
        for sweep in 0..SWEEPS {
            let above = sweep % 2 == 0;
            for layer in self.sweep(above) {
                let layer = self.layers[layer].clone();
                let wishes = layer.iter().map(|&cell| {
                    let neighbours = self.cells[cell].neighbours(above);
                    let sum: i64 = neighbours
                        .iter()
                        .map(|&neighbour| i64::from(self.cells[neighbour].center))
                        .sum();
                    let mean = i64::try_from(neighbours.len())
                        .ok()
                        .and_then(|count| sum.checked_div(count));
                    mean.and_then(|mean| i32::try_from(mean).ok())
                        .unwrap_or(self.cells[cell].center)
                });
                let wishes: Vec<i32> = wishes.collect();
                self.place(&layer, &wishes);
            }
        }
    }

    /// Places the cells of a layer with their centers near `wishes`, without overlap: cells that would overlap
    /// form a run, and a run stands at the mean of what its cells wish.
    fn place(&mut self, layer: &[usize], wishes: &[i32]) {
        struct Run {
            /// How many cells of the layer it has.
            count: usize,
            /// The sum of the cells' wishes for the start of the run.
            sum: i64,
            length: i32,
        }
        impl Run {
            fn count(&self) -> i64 {
                i64::try_from(self.count).unwrap_or(i64::MAX)
            }
            fn start(&self) -> i32 {
                i32::try_from(self.sum.div_euclid(self.count())).unwrap_or_default()
            }
        }
        let mut runs: Vec<Run> = Vec::new();
        for (&cell, &wish) in layer.iter().zip(wishes) {
            let across = self.cells[cell].across;
            let mut run = Run {
                count: 1,
                sum: i64::from(wish - across / 2),
                length: across + self.axes.gap,
            };
            while let Some(before) = runs.pop_if(|before| before.start() + before.length > run.start()) {
                run = Run {
                    sum: before.sum + run.sum - run.count() * i64::from(before.length),
                    count: before.count + run.count,
                    length: before.length + run.length,
                };
            }
            runs.push(run);
        }
        let mut cells = layer.iter();
        for run in runs {
            let mut start = run.start();
            for &cell in cells.by_ref().take(run.count) {
                let across = self.cells[cell].across;
                self.cells[cell].center = start + across / 2;
                start += across + self.axes.gap;
            }
        }
    }

    fn finish(mut self, sizes: &[Size], downward: &[bool]) -> Layout {
        let placed: Vec<usize> = self.layers.concat();
        let first = placed
            .iter()
            .map(|&cell| self.cells[cell].center - self.cells[cell].across / 2)
            .min();
        for cell in &mut self.cells {
            cell.center -= first.unwrap_or_default();
        }
        let centers: Vec<i32> = self.cells.iter().map(|cell| cell.center).collect();
        for cell in &mut self.cells {
            cell.above.sort_by_key(|&above| centers[above]);
            cell.below.sort_by_key(|&below| centers[below]);
        }
        let end = placed
            .iter()
            .map(|&cell| self.cells[cell].center + self.cells[cell].across / 2)
            .max();
        // The start and the end of each layer.
        let mut bands: Vec<(i32, i32)> = Vec::new();
        for layer in &self.layers {
            let start = bands.last().map_or(0, |(_, end)| end + self.axes.layer_gap);
            let depth = layer.iter().map(|&cell| self.cells[cell].along).max();
            bands.push((start, start + depth.unwrap_or_default()));
        }
        let middle = |cell: usize| {
            let (start, end) = bands[self.cells[cell].layer];
            self.axes
                .point(i32::midpoint(start, end), self.cells[cell].center)
        };
        let corners = sizes.iter().enumerate().map(|(node, size)| {
            let Point { x, y } = middle(node);
            Point {
                x: x - size.width / 2,
                y: y - size.height / 2,
            }
        });
        let routes = self.chains.iter().zip(downward).map(|(chain, &down)| {
            let mut route = self.route(chain, &bands);
            if !down {
                route.reverse();
            }
            route
        });
        let Point { x: width, y: height } = self
            .axes
            .point(bands.last().map_or(0, |(_, end)| *end), end.unwrap_or_default());
        Layout {
            corners: corners.collect(),
            routes: routes.collect(),
            labels: self.labels.iter().map(|label| label.map(middle)).collect(),
            size: Size { width, height },
        }
    }

    /// From the side of the upper node to the side of the lower one. The route bends between layers only, so that it
    /// does not touch the nodes of the layers that it passes.
    fn route(&self, chain: &[usize], bands: &[(i32, i32)]) -> Vec<Point> {
        let [upper, between @ .., lower] = chain else {
            return Vec::new();
        };
        let (upper_start, upper_end) = bands[self.cells[*upper].layer];
        let (lower_start, lower_end) = bands[self.cells[*lower].layer];
        let from = self.port(*upper, chain[1], false);
        let to = self.port(*lower, chain[chain.len() - 2], true);
        let mut route = vec![
            (
                i32::midpoint(upper_start, upper_end) + self.cells[*upper].along / 2,
                from,
            ),
            (upper_end, from),
        ];
        for &cell in between {
            let (start, end) = bands[self.cells[cell].layer];
            let center = self.cells[cell].center;
            route.extend([(start, center), (end, center)]);
        }
        route.extend([
            (lower_start, to),
            (
                i32::midpoint(lower_start, lower_end) - self.cells[*lower].along / 2,
                to,
            ),
        ]);
        route.dedup();
        route
            .into_iter()
            .map(|(along, across)| self.axes.point(along, across))
            .collect()
    }

    /// Where the edge between `cell` and `neighbour` touches `cell`: edges share a side in the order of their other
    /// ends, which is that of the neighbours here.
    fn port(&self, cell: usize, neighbour: usize, above: bool) -> i32 {
        let Cell { across, center, .. } = self.cells[cell];
        let neighbours = self.cells[cell].neighbours(above);
        let end = self.cells[neighbour].center;
        let position = neighbours.partition_point(|&other| self.cells[other].center < end);
        let (position, count) = (to_i32(position), to_i32(neighbours.len()));
        center + (2 * position + 1 - count) * (across.min(WIDEST_SIDE) / 2) / (2 * count)
    }
}

/// Counts numbers, and how many of them are above another: a Fenwick tree.
#[derive(Default)]
struct Tally {
    /// Each item counts the numbers of a range that ends at its index.
    ranges: Vec<usize>,
    total: usize,
}

impl Tally {
    fn add(&mut self, number: usize) {
        // A new range counts the numbers of the ranges that it contains.
        while self.ranges.len() <= number {
            let end = self.ranges.len() + 1;
            let start = end - lowest_bit(end);
            self.ranges.push(self.up_to(end - 1) - self.up_to(start));
        }
        self.total += 1;
        let mut end = number + 1;
        while let Some(range) = self.ranges.get_mut(end - 1) {
            *range += 1;
            end += lowest_bit(end);
        }
    }

    /// How many of the numbers are above `number`.
    fn above(&self, number: usize) -> usize {
        self.total - self.up_to((number + 1).min(self.ranges.len()))
    }

    /// How many of the numbers are below `end`.
    fn up_to(&self, mut end: usize) -> usize {
        let mut count = 0;
        while end > 0 {
            count += self.ranges[end - 1];
            end -= lowest_bit(end);
        }
        count
    }
}

const fn lowest_bit(number: usize) -> usize {
    1 << number.trailing_zeros()
}

/// Puts the nodes without edges in rows below the others.
fn place_unconnected(layout: &mut Layout, sizes: &[Size], links: &[Link], gap: i32) {
    let mut connected = vec![false; sizes.len()];
    for link in links.iter().filter(|link| !link.is_loop()) {
        connected[link.from] = true;
        connected[link.to] = true;
    }
    let limit = layout.size.width.max(ROW);
    let mut top = if layout.size.height == 0 {
        0
    } else {
        layout.size.height + 2 * gap
    };
    let mut left = 0;
    for (node, size) in sizes.iter().enumerate().filter(|(node, _)| !connected[*node]) {
        if left > 0 && left + size.width > limit {
            top = layout.size.height + 2 * gap;
            left = 0;
        }
        layout.corners[node] = Point { x: left, y: top };
        layout.size.width = layout.size.width.max(left + size.width);
        layout.size.height = layout.size.height.max(top + size.height);
        left += size.width + gap;
    }
}

fn to_i32(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay_out(nodes: usize, edges: &[(usize, usize)], direction: Direction) -> Layout {
        let links = edges.iter().map(|&(from, to)| Link {
            from,
            to,
            label: None,
        });
        let size = Size {
            width: 100,
            height: 40,
        };
        layout(&vec![size; nodes], &links.collect::<Vec<_>>(), direction)
    }

    #[test]
    fn a_node_is_below_all_that_lead_to_it() {
        let layout = lay_out(3, &[(0, 1), (1, 2), (0, 2)], Direction::Down);
        assert_eq!(
            layout.corners.iter().map(|corner| corner.y).collect::<Vec<_>>(),
            [0, 76, 152]
        );
    }

    #[test]
    fn edges_lead_to_the_right_except_one_per_cycle() {
        let edges = [(0, 1), (1, 2), (2, 0), (0, 3), (2, 3)];
        let layout = lay_out(4, &edges, Direction::Right);
        let lefts: Vec<i32> = layout.corners.iter().map(|corner| corner.x).collect();
        assert_eq!(lefts, [0, 170, 340, 510]);
        let leads_back =
            |route: &&Vec<Point>| route.first().map(|start| start.x) > route.last().map(|end| end.x);
        assert_eq!(layout.routes.iter().filter(leads_back).count(), 1);
    }

    #[test]
    fn nodes_of_a_layer_keep_their_distance() {
        let edges: Vec<(usize, usize)> = (1..9).map(|leaf| (0, leaf)).chain([(1, 9), (8, 9)]).collect();
        let layout = lay_out(10, &edges, Direction::Right);
        let mut tops: Vec<i32> = (1..9).map(|leaf| layout.corners[leaf].y).collect();
        tops.sort_unstable();
        assert!(
            tops.windows(2).all(|pair| pair[1] - pair[0] >= 40 + 14),
            "{tops:?}"
        );
        assert!(tops[0] >= 0);
    }

    #[test]
    fn a_passing_edge_does_not_touch_the_nodes_of_a_layer() {
        let layout = lay_out(3, &[(0, 1), (1, 2), (0, 2)], Direction::Down);
        let node = layout.corners[1];
        let passes: Vec<&Point> = layout.routes[2]
            .iter()
            .filter(|point| (76..=116).contains(&point.y))
            .collect();
        assert_eq!(passes.len(), 2);
        assert!(
            passes
                .iter()
                .all(|point| point.x < node.x || node.x + 100 < point.x),
            "{passes:?} {node:?}"
        );
    }

    #[test]
    fn nodes_without_edges_stand_below_in_rows() {
        let layout = lay_out(18, &[(0, 1), (5, 5)], Direction::Right);
        assert_eq!(layout.corners[2], Point { x: 0, y: 40 + 28 });
        assert_eq!(
            layout.corners[5],
            Point { x: 342, y: 68 },
            "a loop is not a connection"
        );
        assert!(layout.routes[1].is_empty());
        assert_eq!(layout.corners[10].y, 68 + 40 + 28, "the second row");
        assert_eq!(layout.size.height, 3 * 40 + 2 * 28);
    }

    /// Takes minutes if the time grows with the square of the nodes.
    #[test]
    fn a_long_chain_and_a_wide_fan_are_laid_out_in_linear_time() {
        const NODES: usize = 20_000;
        let backward: Vec<(usize, usize)> = (1..NODES).map(|node| (node, node - 1)).collect();
        let chain = lay_out(NODES, &backward, Direction::Down);
        assert_eq!(chain.size.height, to_i32(NODES) * (40 + 36) - 36);
        let fan: Vec<(usize, usize)> = (1..NODES).map(|leaf| (0, leaf)).collect();
        let fan = lay_out(NODES, &fan, Direction::Right);
        assert_eq!(fan.size.height, (to_i32(NODES) - 1) * (40 + 14) - 14);
    }

    #[test]
    fn numbers_above_another_are_counted() {
        let mut tally = Tally::default();
        for number in [5, 0, 3, 3, 9] {
            tally.add(number);
        }
        assert_eq!(
            [0, 2, 3, 5, 9, 20].map(|number| tally.above(number)),
            [4, 4, 2, 1, 0, 0]
        );
    }

    #[test]
    fn an_empty_graph_has_no_size() {
        assert_eq!(lay_out(0, &[], Direction::Down).size, Size::default());
    }
}
