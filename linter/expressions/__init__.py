"""The arithmetic of rules: `new_received + carried_in == processed_total + carried_out`.

`parse` reads the text, `Scope` gives its names cells of a template, `evaluate` works it out on a bound report.
"""
