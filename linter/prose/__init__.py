"""Reading running text: patterns, figures and sentences in it, each with its place."""
