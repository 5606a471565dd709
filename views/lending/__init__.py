"""Keys, equipment and deposits: what is out, what is held, and what a manager sets."""
