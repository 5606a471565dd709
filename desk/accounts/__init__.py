"""Accounts: what the accountant and the administration read (FEC, journal, VAT, e-reporting), from the sealed sales.

Everything comes from the bodies of the sales stream and nothing else, cut by the closings that cover them; so each file
comes to what the closings come to, per rate and per payment mode, to the cent. The files are in French whatever the
language of the desk: their readers are French.
"""
