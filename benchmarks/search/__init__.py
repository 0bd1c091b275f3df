"""Search engines side by side; run as a module."""
