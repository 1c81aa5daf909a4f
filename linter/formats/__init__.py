"""What several readers and annotators need to know of file formats."""
