"""The price list: the page where a manager sees it and plans what changes."""
