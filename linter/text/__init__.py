"""What belongs to text of any report: numerals, quotations, sentences."""
