"""Invoices on screen."""
