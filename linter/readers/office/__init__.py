"""Formats that LibreOffice is asked to turn into Word files (`.odt`, `.rtf`)."""
