//! Puts the nodes of a graph into layers, from top to bottom, and leads its edges between them: Sugiyama's method in its
//! simplest form. Whole numbers throughout, so that every machine draws the same.

/// What is to be laid out. Node 0 comes first.
pub(super) struct Graph {
    /// Width and height of each node.
    pub(super) nodes: Vec<Size>,
    pub(super) edges: Vec<Edge>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: i32,
    pub(super) height: i32,
}

pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The room that its label takes.
    pub(super) label: Option<Size>,
}

/// Where everything is.
#[derive(Default)]
pub(super) struct Layout {
    /// The upper left corner of each node.
    pub(super) places: Vec<Point>,
    /// The points that each edge passes, from its start to its end.
    pub(super) routes: Vec<Vec<Point>>,
    /// The middle of each edge's label.
    pub(super) labels: Vec<Option<Point>>,
    pub(super) size: Size,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

/// Between two nodes of a layer.
const GAP: i32 = 28;
/// Between two layers.
const LAYER_GAP: i32 = 30;
const SWEEPS: usize = 12;

pub(super) fn layout(graph: &Graph) -> Layout {
    let downward = downward(graph);
    let ranks = ranks(graph, &downward);
    let mut grid = Grid::new(graph, &downward, &ranks);
    grid.reorder();
    grid.spread();
    grid.finish(graph, &downward)
}

/// For each edge, whether it leads down: turning the others around leaves no circle.
fn downward(graph: &Graph) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Closed,
    }
    let mut marks = vec![Mark::New; graph.nodes.len()];
    let mut downward = vec![true; graph.edges.len()];
    for root in 0..graph.nodes.len() {
        if marks[root] != Mark::New {
            continue;
        }
        marks[root] = Mark::Open;
        // The node and the next of its edges to look at.
        let mut stack = vec![(root, 0)];
        while let Some((node, next)) = stack.pop() {
            let edge = graph
                .edges
                .iter()
                .enumerate()
                .skip(next)
                .find(|(_, edge)| edge.from == node);
            let Some((index, edge)) = edge else {
                marks[node] = Mark::Closed;
                continue;
            };
            stack.push((node, index + 1));
            match marks[edge.to] {
                Mark::Open => downward[index] = false,
                Mark::New => {
                    marks[edge.to] = Mark::Open;
                    stack.push((edge.to, 0));
                }
                Mark::Closed => {}
            }
        }
    }
    downward
}

/// The upper and the lower node of an edge.
fn ends(edge: &Edge, downward: bool) -> (usize, usize) {
    if downward {
        (edge.from, edge.to)
    } else {
        (edge.to, edge.from)
    }
}

/// The layer of each node: below all that lead to it. A labelled edge takes a layer of its own for the label.
fn ranks(graph: &Graph, downward: &[bool]) -> Vec<usize> {
    let mut ranks = vec![0; graph.nodes.len()];
    for _ in 0..graph.nodes.len() {
        let mut settled = true;
        for (edge, &down) in graph.edges.iter().zip(downward) {
            let (upper, lower) = ends(edge, down);
            let least = ranks[upper] + if edge.label.is_some() { 2 } else { 1 };
            if upper != lower && ranks[lower] < least {
                ranks[lower] = least;
                settled = false;
            }
        }
        if settled {
            break;
        }
    }
    ranks
}

/// Nodes and the bends of edges, layer by layer.
struct Grid {
    cells: Vec<Cell>,
    /// The cells of each layer, from left to right.
    layers: Vec<Vec<usize>>,
    /// For each edge, its cells from the upper to the lower node.
    chains: Vec<Vec<usize>>,
    /// For each edge, the cell that holds its label.
    labels: Vec<Option<usize>>,
}

struct Cell {
    size: Size,
    layer: usize,
    /// The middle.
    x: i32,
    above: Vec<usize>,
    below: Vec<usize>,
}

impl Grid {
    fn new(graph: &Graph, downward: &[bool], ranks: &[usize]) -> Self {
        let layer_count = ranks.iter().max().map_or(0, |last| last + 1);
        let mut grid = Self {
            cells: Vec::new(),
            layers: vec![Vec::new(); layer_count],
            chains: Vec::new(),
            labels: Vec::new(),
        };
        for (&size, &rank) in graph.nodes.iter().zip(ranks) {
            grid.add(size, rank);
        }
        for (edge, &down) in graph.edges.iter().zip(downward) {
            let (upper, lower) = ends(edge, down);
            let mut chain = vec![upper];
            let mut label = None;
            for rank in ranks[upper] + 1..ranks[lower] {
                // The label stands as near as can be to where the edge begins.
                let holds_label =
                    edge.label.is_some() && rank == if down { ranks[upper] + 1 } else { ranks[lower] - 1 };
                let size = match edge.label {
                    Some(size) if holds_label => size,
                    _ => Size { width: 6, height: 0 },
                };
                let cell = grid.add(size, rank);
                if holds_label {
                    label = Some(cell);
                }
                chain.push(cell);
            }
            if upper != lower {
                chain.push(lower);
            }
            for pair in chain.windows(2) {
                grid.cells[pair[0]].below.push(pair[1]);
                grid.cells[pair[1]].above.push(pair[0]);
            }
            grid.chains.push(chain);
            grid.labels.push(label);
        }
        grid
    }

    fn add(&mut self, size: Size, layer: usize) -> usize {
        let index = self.cells.len();
        self.cells.push(Cell {
            size,
            layer,
            x: 0,
            above: Vec::new(),
            below: Vec::new(),
        });
        self.layers[layer].push(index);
        index
    }

    /// Orders each layer so that edges cross little: each cell goes where its neighbours are, over and over.
    fn reorder(&mut self) {
        let mut best = self.layers.clone();
        let mut fewest = self.crossings();
        for sweep in 0..SWEEPS {
            let down = sweep % 2 == 0;
            let layers: Vec<usize> = if down {
                (0..self.layers.len()).collect()
            } else {
                (0..self.layers.len()).rev().collect()
            };
            for layer in layers {
                let positions = self.positions();
                let mut order: Vec<(i64, usize)> = Vec::new();
                for (place, &cell) in self.layers[layer].iter().enumerate() {
                    let neighbours = if down {
                        &self.cells[cell].above
                    } else {
                        &self.cells[cell].below
                    };
                    let sum: i64 = neighbours
                        .iter()
                        .map(|&n| i64::try_from(positions[n]).unwrap_or_default())
                        .sum();
                    let wish = match i64::try_from(neighbours.len()) {
                        Ok(count) if count > 0 => sum * 1000 / count,
                        _ => i64::try_from(place).unwrap_or_default() * 1000,
                    };
                    order.push((wish, cell));
                }
                order.sort_by_key(|(wish, _)| *wish);
                self.layers[layer] = order.into_iter().map(|(_, cell)| cell).collect();
            }
            let crossings = self.crossings();
            if crossings < fewest {
                fewest = crossings;
                best.clone_from(&self.layers);
            }
        }
        self.layers = best;
    }

    fn positions(&self) -> Vec<usize> {
        let mut positions = vec![0; self.cells.len()];
        for layer in &self.layers {
            for (position, &cell) in layer.iter().enumerate() {
                positions[cell] = position;
            }
        }
        positions
    }

    fn crossings(&self) -> usize {
        let positions = self.positions();
        let mut count = 0;
        for layer in &self.layers {
            let edges: Vec<(usize, usize)> = layer
                .iter()
                .flat_map(|&cell| self.cells[cell].below.iter().map(move |&below| (cell, below)))
                .map(|(from, to)| (positions[from], positions[to]))
                .collect();
            for (i, one) in edges.iter().enumerate() {
                count += edges[i + 1..]
                    .iter()
                    .filter(|two| (one.0 < two.0 && one.1 > two.1) || (one.0 > two.0 && one.1 < two.1))
                    .count();
            }
        }
        count
    }

    /// Moves each cell to the middle of its neighbours, as far as those beside it let it.
    fn spread(&mut self) {
        for layer in self.layers.clone() {
            let mut x = 0;
            for cell in layer {
                let width = self.cells[cell].size.width;
                self.cells[cell].x = x + width / 2;
                x += width + GAP;
            }
        }
        for sweep in 0..SWEEPS * 2 {
            let down = sweep % 2 == 0;
            let mut layers = self.layers.clone();
            if !down {
                layers.reverse();
            }
            for layer in layers {
                let wishes = layer.iter().map(|&cell| {
                    let neighbours = if down {
                        &self.cells[cell].above
                    } else {
                        &self.cells[cell].below
                    };
                    let count = i32::try_from(neighbours.len()).unwrap_or(i32::MAX);
                    if count == 0 {
                        return self.cells[cell].x;
                    }
                    neighbours.iter().map(|&n| self.cells[n].x).sum::<i32>() / count
                });
                let wishes: Vec<i32> = wishes.collect();
                self.place(&layer, &wishes);
            }
        }
    }

    /// Places a layer's cells near `wishes`, without overlap: runs of cells that would overlap move as one, to the middle
    /// of what they wish.
    fn place(&mut self, layer: &[usize], wishes: &[i32]) {
        struct Run {
            cells: Vec<usize>,
            /// Sum over the cells of the wish for the run's left edge.
            sum: i64,
            width: i32,
        }
        impl Run {
            fn left(&self) -> i32 {
                let count = i64::try_from(self.cells.len()).unwrap_or(1).max(1);
                i32::try_from(self.sum.div_euclid(count)).unwrap_or_default()
            }
        }
        let mut runs: Vec<Run> = Vec::new();
        for (&cell, &wish) in layer.iter().zip(wishes) {
            let width = self.cells[cell].size.width + GAP;
            let mut run = Run {
                cells: vec![cell],
                sum: i64::from(wish - self.cells[cell].size.width / 2),
                width,
            };
            while let Some(before) = runs.pop_if(|before| before.left() + before.width > run.left()) {
                let count = i64::try_from(run.cells.len()).unwrap_or(1);
                let sum = before.sum + run.sum - count * i64::from(before.width);
                let cells = [before.cells, run.cells].concat();
                run = Run {
                    cells,
                    sum,
                    width: before.width + run.width,
                };
            }
            runs.push(run);
        }
        for run in runs {
            let mut left = run.left();
            for cell in run.cells {
                let width = self.cells[cell].size.width;
                self.cells[cell].x = left + width / 2;
                left += width + GAP;
            }
        }
    }

    fn finish(mut self, graph: &Graph, downward: &[bool]) -> Layout {
        let left = self
            .cells
            .iter()
            .map(|cell| cell.x - cell.size.width / 2)
            .min()
            .unwrap_or_default();
        for cell in &mut self.cells {
            cell.x -= left;
        }
        let heights: Vec<i32> = self
            .layers
            .iter()
            .map(|layer| {
                layer
                    .iter()
                    .map(|&cell| self.cells[cell].size.height)
                    .max()
                    .unwrap_or_default()
            })
            .collect();
        let mut middles = Vec::new();
        let mut y = 0;
        for height in &heights {
            middles.push(y + height / 2);
            y += height + LAYER_GAP;
        }
        let middle = |cell: usize| Point {
            x: self.cells[cell].x,
            y: middles[self.cells[cell].layer],
        };
        let places = graph.nodes.iter().enumerate().map(|(node, size)| {
            let Point { x, y } = middle(node);
            Point {
                x: x - size.width / 2,
                y: y - size.height / 2,
            }
        });
        let routes = self.chains.iter().zip(downward).map(|(chain, &down)| {
            let mut route = self.route(chain, &middle);
            if !down {
                route.reverse();
            }
            route
        });
        let labels = self.labels.iter().map(|label| label.map(middle));
        let width = self
            .cells
            .iter()
            .map(|cell| cell.x + cell.size.width / 2)
            .max()
            .unwrap_or_default();
        Layout {
            places: places.collect(),
            routes: routes.collect(),
            labels: labels.collect(),
            size: Size {
                width,
                height: (y - LAYER_GAP).max(0),
            },
        }
    }

    /// From the lower edge of the upper node to the upper edge of the lower one, through the bends between.
    fn route(&self, chain: &[usize], middle: &impl Fn(usize) -> Point) -> Vec<Point> {
        let (Some(&upper), Some(&lower)) = (chain.first(), chain.last()) else {
            return Vec::new();
        };
        let half = |cell: usize| self.cells[cell].size.height / 2;
        if upper == lower {
            // A loop on the right side.
            let Point { x, y } = middle(upper);
            let x = x + self.cells[upper].size.width / 2;
            return vec![Point { x, y: y - 8 }, Point { x, y: y + 8 }];
        }
        let from = middle(upper);
        let mut route = vec![Point {
            x: from.x + self.port(upper, chain[1], true),
            y: from.y + half(upper),
        }];
        for &bend in &chain[1..chain.len() - 1] {
            let at = middle(bend);
            route.extend([
                Point {
                    y: at.y - half(bend),
                    ..at
                },
                Point {
                    y: at.y + half(bend),
                    ..at
                },
            ]);
        }
        let to = middle(lower);
        route.push(Point {
            x: to.x + self.port(lower, chain[chain.len() - 2], false),
            y: to.y - half(lower),
        });
        route
    }

    /// How far from the middle of `cell` the edge to `neighbour` begins: edges share the side of a node, in the order of
    /// where they go.
    fn port(&self, cell: usize, neighbour: usize, below: bool) -> i32 {
        let mut neighbours = if below {
            self.cells[cell].below.clone()
        } else {
            self.cells[cell].above.clone()
        };
        neighbours.sort_by_key(|&n| self.cells[n].x);
        let count = i32::try_from(neighbours.len()).unwrap_or(i32::MAX);
        let place = neighbours
            .iter()
            .position(|&n| n == neighbour)
            .and_then(|place| i32::try_from(place).ok());
        let room = self.cells[cell].size.width.min(160) / 2;
        place.map_or(0, |place| (2 * place + 1 - count) * room / (2 * count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_stands_below() {
        let layout = of(&[(0, 1), (1, 2), (0, 2)]);
        assert!(layout.places[0].y < layout.places[1].y && layout.places[1].y < layout.places[2].y);
    }

    #[test]
    fn a_circle_is_drawn_with_one_edge_upwards() {
        let layout = of(&[(0, 1), (1, 2), (2, 1)]);
        let rising = layout
            .routes
            .iter()
            .filter(|route| route[0].y > route[route.len() - 1].y)
            .count();
        assert_eq!(rising, 1);
    }

    #[test]
    fn nodes_of_a_layer_do_not_touch() {
        let layout = of(&[(0, 1), (0, 2), (0, 3), (0, 4)]);
        let mut lefts: Vec<i32> = layout.places[1..5].iter().map(|place| place.x).collect();
        lefts.sort_unstable();
        assert!(
            lefts.windows(2).all(|pair| pair[1] - pair[0] >= 100 + GAP),
            "{lefts:?}"
        );
    }

    fn of(edges: &[(usize, usize)]) -> Layout {
        let edges = edges.iter().map(|&(from, to)| Edge {
            from,
            to,
            label: None,
        });
        layout(&Graph {
            nodes: vec![
                Size {
                    width: 100,
                    height: 40
                };
                5
            ],
            edges: edges.collect(),
        })
    }
}
