"""JSON Schemas and a reference page of every policy file, made from the models, so that neither can fall behind."""
