"""Where documents come from: councils' sites, the pages known there, and each visit to a page."""
