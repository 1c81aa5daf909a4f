"""Plain text: which of its lines are tables, by tabs, pipes, spaces, or a cell a line."""
