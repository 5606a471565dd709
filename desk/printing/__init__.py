"""Printers: what they are (`profiles`), how a job reaches one (`ports`, the adapters), in which form (`rendering`)."""
