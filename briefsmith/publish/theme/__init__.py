"""The theme `briefsmith`: calm, typographic, without scripts, under a strict content security policy."""
