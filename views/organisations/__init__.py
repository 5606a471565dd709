"""What concerns organisations: their page, their files, their contacts."""
