"""What both sites share: words, markup, charts."""
