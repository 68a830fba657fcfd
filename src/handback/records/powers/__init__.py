"""Functions, instruments and moves: who held what, when, and by which instrument."""
