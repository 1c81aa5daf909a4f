"""Which figure is wrong: the smallest set of cells whose change satisfies every equation of a report.

Fellegi and Holt (1976) call this error localisation. `folding` puts sums that fail for one cause below the finding that
names it; `imputation` says what blank cells come to where the equations leave no choice.
"""
