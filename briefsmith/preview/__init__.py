"""The preview: save a sheet, see the page. A small server of our own over the same reading, rules and templates.

The server looks at the files whenever a page is asked for, so that no page is older than what was saved last; watching
them only tells the browser when to ask.
"""
