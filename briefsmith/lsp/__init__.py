"""The language server: what a text editor asks while a sheet is written, answered from the unsaved text (LSP 3.17)."""
