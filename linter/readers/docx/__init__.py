"""Word files since 2007 (`.docx`, `.docm`), and what other readers write in their form."""
