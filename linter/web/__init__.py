"""The desk: a page of this machine on which drafts are dropped, checked, and read beside what was found in them."""
