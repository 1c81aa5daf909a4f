"""An empty form of a report, made from a pack's template alone: as a Word file, a web page or Markdown."""
