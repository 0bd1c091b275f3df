"""The pages of the site: which exist at which address, what they show, and in which words.

View models are made here from the corpus and rendered through the site's `templates/`; the drawings, the words of the
interface and the dates in each language belong here too.
"""
