"""Kinds that look at single cells: what is printed there, and who may fill it in."""
