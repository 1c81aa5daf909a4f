"""A marked web page of a draft, in one file."""
