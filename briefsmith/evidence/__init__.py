"""Where each quote stands, which sentences are used, and through whom a statement came. What the project exists for."""
