"""Training: what there is, what was given, who was reached."""
