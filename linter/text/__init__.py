"""What belongs to text of any report: numerals, days, quotations, sentences."""
