"""A gold of the project's own: short texts with what a careful reader reads out of them, and how well it is found."""
