"""How a page looks on a terminal or as a picture."""
