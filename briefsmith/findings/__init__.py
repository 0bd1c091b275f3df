"""Findings as data: what was found, at which address, and how to cure it; the closed catalogue; the reporters."""
