"""What things are: documents, templates, bound reports, findings. Standard library only, all frozen."""
