"""What the templates ask for: the site, a briefing, a source, an actor as readers see them, worked out once."""
