"""Kinds that look at a table as a whole: its rows, columns, labels and layout."""
