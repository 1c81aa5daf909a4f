"""From reports to a pack: what they have in common, and the sums that hold in all of them.

Reports → outlines (`outlines.py`) → tables as labels and figures (`shapes.py`) → one form of all (`forms.py`) → the
sums that hold (`identities.py`), by how much they say (`evidence.py`) → the pack as data (`template_file.py`,
`structure_rules.py`, `sum_rules.py`), which is held against the reports before it is given (`proving.py`).
"""

from linter.mining.mine import Mined, MiningRefused, mine

__all__ = ["Mined", "MiningRefused", "mine"]
