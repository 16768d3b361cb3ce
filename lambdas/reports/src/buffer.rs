//! Connects a page, whose writer is synchronous and knows nothing of networks, with an upload, which is
//! asynchronous.

use std::{
    cell::RefCell,
    io::{self, Write},
    rc::Rc,
};

/// Bytes that were written and not taken yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Buffer(Rc<RefCell<Vec<u8>>>);

impl Buffer {
    /// The number of bytes.
    pub(crate) fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Passes all bytes to `take` and empties the buffer.
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
