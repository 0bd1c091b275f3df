"""Source text and places in it: decoding, lines, the normal form, sentences, YAML as text, Markdown fields."""
