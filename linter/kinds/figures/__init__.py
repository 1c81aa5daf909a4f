"""Kinds that hold figures against each other, in tables and in sentences."""
