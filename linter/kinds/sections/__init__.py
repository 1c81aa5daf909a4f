"""Kinds that look at the sections of a report."""
