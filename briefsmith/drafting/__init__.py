"""A fact sheet from an article: what the article offers, each with its verbatim words, for an editor to judge."""
