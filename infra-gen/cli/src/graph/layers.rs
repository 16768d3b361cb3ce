//! Puts the boxes of a graph into columns, from left to right, so that arrows lead to the right and cross little:
//! Sugiyama's method in its simplest form. Whole numbers throughout, so that every machine draws the same.
//!
//! Where no arrow leads says nothing about a place: boxes without any stand together in columns of their own.

/// What is to be laid out: boxes of one width, each with a height.
pub(super) struct Graph {
    pub(super) heights: Vec<i32>,
    pub(super) arrows: Vec<(usize, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

/// Where everything is.
pub(super) struct Layout {
    /// The upper left corner of each box.
    pub(super) boxes: Vec<Point>,
    /// The points that each arrow passes, between the columns too.
    pub(super) ways: Vec<Vec<Point>>,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// The sizes that a drawing wants.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub(super) box_width: i32,
    /// Between two columns.
    pub(super) aisle: i32,
    /// Between two boxes of a column.
    pub(super) gap: i32,
}

/// How high a bend is, where an arrow passes through a column.
const BEND: i32 = 8;
/// How often the order within the columns is improved, there and back.
const SWEEPS: usize = 16;

/// Something in a column: a box, or an arrow that passes.
struct Cell {
    column: usize,
    height: i32,
    /// The cells in the columns before and after that it is connected with.
    before: Vec<usize>,
    after: Vec<usize>,
}

pub(super) fn layout(graph: &Graph, measures: Measures) -> Layout {
    let forward = forward(graph);
    let columns_of = columns(graph, &forward);
    let mut cells: Vec<Cell> = graph
        .heights
        .iter()
        .zip(&columns_of)
        .map(|(&height, &column)| Cell {
            column,
            height,
            before: Vec::new(),
            after: Vec::new(),
        })
        .collect();
    let chains: Vec<Vec<usize>> = graph
        .arrows
        .iter()
        .zip(&forward)
        .map(|(&(from, to), &forward)| {
            let (start, end) = if forward { (from, to) } else { (to, from) };
            chain(&mut cells, start, end)
        })
        .collect();
    let mut columns: Vec<Vec<usize>> =
        vec![Vec::new(); cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0)];
    for (place, cell) in cells.iter().enumerate() {
        columns[cell.column].push(place);
    }
    reorder(&mut columns, &cells);
    let tops = tops(&columns, &cells, measures.gap);
    finish(graph, &forward, &chains, &cells, &tops, measures)
}

/// For each arrow, whether it leads on: turning the others around leaves no circle.
fn forward(graph: &Graph) -> Vec<bool> {
    let mut forward = vec![true; graph.arrows.len()];
    // 0: not seen, 1: on the way here, 2: done.
    let mut marks = vec![0_u8; graph.heights.len()];
    for start in 0..graph.heights.len() {
        let mut way = vec![(start, 0)];
        while let Some((node, next)) = way.pop() {
            if next == 0 {
                if marks[node] == 2 {
                    continue;
                }
                marks[node] = 1;
            }
            let arrow = graph
                .arrows
                .iter()
                .enumerate()
                .skip(next)
                .find(|(_, (from, _))| *from == node);
            let Some((place, &(_, to))) = arrow else {
                marks[node] = 2;
                continue;
            };
            way.push((node, place + 1));
            match marks[to] {
                0 => way.push((to, 0)),
                1 => forward[place] = false,
                _ => {}
            }
        }
    }
    forward
}

/// The column of each box: behind all that lead to it, and then as far to the right as what it leads to allows.
fn columns(graph: &Graph, forward: &[bool]) -> Vec<usize> {
    let arrows: Vec<(usize, usize)> = graph
        .arrows
        .iter()
        .zip(forward)
        .map(|(&(from, to), &forward)| if forward { (from, to) } else { (to, from) })
        .collect();
    let mut columns = vec![0; graph.heights.len()];
    // As many rounds as there are boxes are enough where there is no circle.
    for _ in 0..graph.heights.len() {
        for &(from, to) in &arrows {
            columns[to] = columns[to].max(columns[from] + 1);
        }
    }
    for _ in 0..graph.heights.len() {
        for node in 0..columns.len() {
            let nearest = arrows
                .iter()
                .filter(|(from, _)| *from == node)
                .map(|(_, to)| columns[*to])
                .min();
            if let Some(nearest) = nearest {
                columns[node] = columns[node].max(nearest - 1);
            }
        }
    }
    columns
}

/// Connects two boxes through every column between them.
fn chain(cells: &mut Vec<Cell>, start: usize, end: usize) -> Vec<usize> {
    let mut chain = vec![start];
    for column in cells[start].column + 1..cells[end].column {
        chain.push(cells.len());
        cells.push(Cell {
            column,
            height: BEND,
            before: Vec::new(),
            after: Vec::new(),
        });
    }
    chain.push(end);
    for pair in chain.windows(2) {
        cells[pair[0]].after.push(pair[1]);
        cells[pair[1]].before.push(pair[0]);
    }
    chain
}

/// Moves each cell to the middle of those that it is connected with, there and back; the best order seen is kept.
fn reorder(columns: &mut [Vec<usize>], cells: &[Cell]) {
    let mut best = columns.to_vec();
    let mut fewest = crossings(columns, cells);
    for sweep in 0..SWEEPS {
        let places: Vec<usize> = if sweep % 2 == 0 {
            (1..columns.len()).collect()
        } else {
            (0..columns.len().saturating_sub(1)).rev().collect()
        };
        for place in places {
            let neighbour = if sweep % 2 == 0 { place - 1 } else { place + 1 };
            let position = positions(&columns[neighbour], cells.len());
            let middle = |cell: usize, own: usize| {
                let near = if sweep % 2 == 0 {
                    &cells[cell].before
                } else {
                    &cells[cell].after
                };
                if near.is_empty() {
                    return own * 1_000;
                }
                near.iter().map(|near| position[*near] * 1_000).sum::<usize>() / near.len()
            };
            let mut ranked: Vec<(usize, usize)> = columns[place]
                .iter()
                .enumerate()
                .map(|(own, &cell)| (middle(cell, own), cell))
                .collect();
            ranked.sort_by_key(|(middle, _)| *middle);
            columns[place] = ranked.into_iter().map(|(_, cell)| cell).collect();
        }
        let now = crossings(columns, cells);
        if now < fewest {
            fewest = now;
            best = columns.to_vec();
        }
    }
    columns.clone_from_slice(&best);
}

fn positions(column: &[usize], count: usize) -> Vec<usize> {
    let mut positions = vec![0; count];
    for (position, &cell) in column.iter().enumerate() {
        positions[cell] = position;
    }
    positions
}

fn crossings(columns: &[Vec<usize>], cells: &[Cell]) -> usize {
    let mut count = 0;
    for pair in columns.windows(2) {
        let position = positions(&pair[1], cells.len());
        let ends: Vec<usize> = pair[0]
            .iter()
            .flat_map(|&cell| {
                let mut ends: Vec<usize> = cells[cell].after.iter().map(|&after| position[after]).collect();
                ends.sort_unstable();
                ends
            })
            .collect();
        for (place, end) in ends.iter().enumerate() {
            count += ends[place + 1..].iter().filter(|later| *later < end).count();
        }
    }
    count
}

/// The upper edge of each cell: one below the other, drawn towards the middle of what it is connected with.
fn tops(columns: &[Vec<usize>], cells: &[Cell], gap: i32) -> Vec<i32> {
    let mut tops = vec![0; cells.len()];
    let total = |column: &Vec<usize>| column.iter().map(|&cell| cells[cell].height + gap).sum::<i32>() - gap;
    let tallest = columns.iter().map(total).max().unwrap_or_default();
    for column in columns {
        let mut y = (tallest - total(column)) / 2;
        for &cell in column {
            tops[cell] = y;
            y += cells[cell].height + gap;
        }
    }
    for sweep in 0..SWEEPS {
        let in_order: Box<dyn Iterator<Item = &Vec<usize>>> = if sweep % 2 == 0 {
            Box::new(columns.iter())
        } else {
            Box::new(columns.iter().rev())
        };
        for column in in_order {
            settle(column, cells, &mut tops, gap, sweep % 2 == 0);
        }
    }
    let highest = tops.iter().copied().min().unwrap_or_default();
    tops.iter().map(|top| top - highest).collect()
}

/// Brings a column as near to its neighbours as its own order and gaps allow: pushed down from above, then back up from
/// below, and the mean of both.
fn settle(column: &[usize], cells: &[Cell], tops: &mut [i32], gap: i32, leftwards: bool) {
    let middle = |cell: usize, tops: &[i32]| tops[cell] + cells[cell].height / 2;
    let wanted: Vec<i32> = column
        .iter()
        .map(|&cell| {
            let near = if leftwards {
                &cells[cell].before
            } else {
                &cells[cell].after
            };
            if near.is_empty() {
                return tops[cell];
            }
            let sum: i32 = near.iter().map(|&near| middle(near, tops)).sum();
            sum / i32::try_from(near.len()).unwrap_or(1) - cells[cell].height / 2
        })
        .collect();
    let mut down = wanted.clone();
    for place in 1..column.len() {
        let least = down[place - 1] + cells[column[place - 1]].height + gap;
        down[place] = down[place].max(least);
    }
    let mut up = wanted;
    for place in (0..column.len().saturating_sub(1)).rev() {
        let most = up[place + 1] - cells[column[place]].height - gap;
        up[place] = up[place].min(most);
    }
    // Both keep the order and the gaps, so their mean does.
    for (place, &cell) in column.iter().enumerate() {
        tops[cell] = i32::midpoint(down[place], up[place]);
    }
}

fn finish(
    graph: &Graph,
    forward: &[bool],
    chains: &[Vec<usize>],
    cells: &[Cell],
    tops: &[i32],
    measures: Measures,
) -> Layout {
    let step = measures.box_width + measures.aisle;
    let left = |cell: usize| i32::try_from(cells[cell].column).unwrap_or_default() * step;
    let boxes: Vec<Point> = (0..graph.heights.len())
        .map(|place| Point {
            x: left(place),
            y: tops[place],
        })
        .collect();
    let ways = chains
        .iter()
        .zip(forward)
        .map(|(chain, &forward)| {
            let mut way = Vec::new();
            for (place, &cell) in chain.iter().enumerate() {
                let y = tops[cell] + cells[cell].height / 2;
                if place > 0 {
                    way.push(Point { x: left(cell), y });
                }
                if place + 1 < chain.len() {
                    way.push(Point {
                        x: left(cell) + measures.box_width,
                        y,
                    });
                }
            }
            if !forward {
                way.reverse();
            }
            way
        })
        .collect();
    let columns = cells.iter().map(|cell| cell.column + 1).max().unwrap_or(1);
    Layout {
        boxes,
        ways,
        width: i32::try_from(columns).unwrap_or(1) * step - measures.aisle,
        height: cells
            .iter()
            .zip(tops)
            .map(|(cell, top)| top + cell.height)
            .max()
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEASURES: Measures = Measures {
        box_width: 100,
        aisle: 50,
        gap: 10,
    };

    fn laid_out(boxes: usize, arrows: &[(usize, usize)]) -> Layout {
        layout(
            &Graph {
                heights: vec![40; boxes],
                arrows: arrows.to_vec(),
            },
            MEASURES,
        )
    }

    #[test]
    fn arrows_lead_to_the_right_even_out_of_a_circle() {
        let layout = laid_out(4, &[(0, 1), (1, 2), (2, 0), (0, 3), (2, 3)]);
        let x: Vec<i32> = layout.boxes.iter().map(|corner| corner.x).collect();
        assert_eq!(x, [0, 150, 300, 450]);
        assert_eq!(layout.ways[2].first().map(|start| start.x), Some(300), "led back");
    }

    #[test]
    fn boxes_of_a_column_keep_their_distance() {
        let arrows: Vec<(usize, usize)> = (1..9).map(|leaf| (0, leaf)).chain([(1, 9), (8, 9)]).collect();
        let layout = laid_out(10, &arrows);
        let mut tops: Vec<i32> = (1..9).map(|leaf| layout.boxes[leaf].y).collect();
        tops.sort_unstable();
        assert!(tops.windows(2).all(|pair| pair[1] - pair[0] >= 50), "{tops:?}");
        assert!(tops[0] >= 0);
    }

    #[test]
    fn an_empty_graph_has_a_size() {
        assert_eq!(laid_out(0, &[]).height, 0);
    }
}
