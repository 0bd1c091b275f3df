"""The site in machine formats, made from the data and never from its own pages."""
