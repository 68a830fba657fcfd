"""Measures as pages show them, in the office and in public: standings as words, charts and tables."""
