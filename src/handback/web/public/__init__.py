"""The open pages, built from published copies only."""
