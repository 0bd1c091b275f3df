"""Small grammars: dates, quantities, ids, web addresses and tags.

Everything here turns one piece of text into a typed value or refuses it with a message and a cure. The room is pure
Python, knows nothing of fact sheets, and imports nothing else of Briefsmith.
"""
