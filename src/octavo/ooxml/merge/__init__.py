"""One Word file set into another: its blocks, with the styles, lists, notes and parts they use.

What the files have both, as a style of one name, is that of the file which takes the other in.
Headers, footers, comments and properties of the other stay behind.
"""
