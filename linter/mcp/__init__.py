"""The Model Context Protocol over the standard streams: `check`, `explain` and `extract`, which only read.

A message is a line of JSON-RPC 2.0; no library is needed for that.
"""
