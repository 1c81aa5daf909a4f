"""Adapters that run the same jobs on clusters of machines."""
