"""The set-up of the scanner: one card is scanned, and a sentence says whether every other will be read."""
