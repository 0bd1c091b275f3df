"""What follows from the facts together: disputes, position history, the current matrix, silence, the site's day."""
