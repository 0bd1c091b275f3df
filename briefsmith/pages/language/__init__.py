"""The words of the interface, and dates, numbers, lists and names as a language writes them."""
