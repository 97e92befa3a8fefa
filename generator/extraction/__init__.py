"""Article to Facts: one module per kind of fact, one place that loads the language model."""
