"""From bytes to the model: one snapshot of all inputs, sheets and articles, the corpus with its indexes."""
