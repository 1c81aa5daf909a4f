"""What becomes of findings that somebody has accepted: by a comment in the report, a waiver, or a baseline.

A step between a result and the reports on it: findings move from `Checked.findings` to `Checked.accepted`.
"""
