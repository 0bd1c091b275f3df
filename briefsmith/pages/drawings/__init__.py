"""Drawings of what a briefing says, made when the site is built, each beside the same as a list or a table."""
