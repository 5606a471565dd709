"""Closings: days, months and fiscal years of the sales stream, cut by sequence, sealed, and checked."""
