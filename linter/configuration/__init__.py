"""What a folder says of how its reports are checked: found upwards from a file, read, and applied to it.

`.gouji.yaml`, or `[tool.gouji]` in `pyproject.toml`; the nearest one applies, alone.
"""
