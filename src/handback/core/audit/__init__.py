"""Canonical form, hash chain, Merkle tree and signed checkpoint of the audit log."""
