"""The printers: set up, tried, and given what to print."""
