"""The MkDocs border, and the last step of every build.

This room alone knows MkDocs: the plugin and its options, the page class that carries our HTML past the Markdown
reader, and the theme around it. Beside them stand three parts that know nothing of MkDocs: the staging folder with
its atomic swap (`swap`), so that readers see the old site or the new one and never a half; the check of the built
site (`sitecheck`), which reads the finished HTML and finds dead links before anyone else does; and the inventory of
a tree (`inventory`), by which a site can be said to be byte for byte what it was.
"""
