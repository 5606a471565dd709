"""Copies of the desk's memory: made while it works, kept by rule, proved, put back without losing a number."""
