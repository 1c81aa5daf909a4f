"""One report from bytes to findings, and many of them."""
