"""Kinds that look at the words of a report."""
