"""The sales of a day, a sale, and its correction."""
