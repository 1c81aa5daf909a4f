"""Repairs of what is wrong beyond doubt: a fix is data, a place in a text and what belongs there.

No fix changes a figure that is printed: what is put in has the same numerals, in the same order, as what was there.
"""
