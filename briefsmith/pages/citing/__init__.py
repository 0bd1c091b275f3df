"""How a page or a fact is cited, in the formats that reference managers read."""
