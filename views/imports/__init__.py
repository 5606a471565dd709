"""Members who come from a file: the page that shows what each line would become."""
