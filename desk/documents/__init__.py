"""The papers of the desk: one description of a document, many ways to print it.

`page` is the description; `receipt`, `day_pass` and `roll_call` write it; `text`, `roll_pdf`, `a4_pdf` and
`escpos_bytes` lay it out.
"""
