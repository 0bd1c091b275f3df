"""The manual of findings: one hand-written page per row of the catalogue, with a bad and a good case that tests run.

Pages stand beside this file as `BS301.md`; `example.md` is the small site that their cases change.
"""

from briefsmith.findings.manual.page import Block, Page, load_example, load_page
from briefsmith.findings.manual.rendering import render_index, render_page

__all__ = ["Block", "Page", "load_example", "load_page", "render_index", "render_page"]
