"""Tests of the logic of the law."""
