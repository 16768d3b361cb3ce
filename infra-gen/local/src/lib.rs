//! Runs a synthesized template on this machine.
