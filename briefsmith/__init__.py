"""Briefsmith turns news articles and hand-curated fact sheets into a briefing site that can prove every sentence.

The rooms of the package stand in one order, from `text` down to `cli`; a room imports only rooms above it:

`text`, `values`, `findings`, `settings`, `model`, `reading`, `evidence`, `analysis`, `rules`, `pages`, `exports`,
`publish`, `cli`.
"""

__version__ = "0.1.0"
