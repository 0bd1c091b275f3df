"""What changed between two versions of a site, in terms of facts."""
