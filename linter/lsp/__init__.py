"""The language server: what is wrong with drafts and packs, in an editor, while they are written."""
