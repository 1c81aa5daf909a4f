"""Highlights and notes in PDF files."""
