"""Programs that serve the repository and are no part of the product."""
