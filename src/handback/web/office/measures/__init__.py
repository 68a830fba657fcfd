"""The office's pages of measures: how they stand, and everything that is entered about them."""
