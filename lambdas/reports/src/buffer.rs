//! What is written here and taken from there: the seam between a page, which is written as it goes and knows
//! nothing of networks, and an upload, which has to wait for one.

use std::{
    cell::RefCell,
    io::{self, Write},
    rc::Rc,
};

/// Bytes that were written and not taken yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Buffer(Rc<RefCell<Vec<u8>>>);

impl Buffer {
    /// How many bytes there are.
    pub(crate) fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Hands everything that there is to `take`, and is empty again.
    pub(crate) fn drain_into(&self, into: &mut Vec<u8>) {
        into.append(&mut self.0.borrow_mut());
    }
}

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
