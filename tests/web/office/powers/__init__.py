"""The office's pages about powers, asked for as a browser would."""
