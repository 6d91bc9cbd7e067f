"""Makes the gold set: documents of our own whose every word, label and cell is known."""
