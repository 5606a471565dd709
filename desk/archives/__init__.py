"""Archives: the fiscal streams of a year in one sealed ZIP, that anyone can verify with no database and no key."""
