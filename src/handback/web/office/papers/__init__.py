"""The office's papers: signing in, documents and their claims, drafts, search, and the audit log."""
