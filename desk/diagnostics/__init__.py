"""What helps whoever mends the desk, in one file that says nothing of anybody: versions, counts, states, dates."""
