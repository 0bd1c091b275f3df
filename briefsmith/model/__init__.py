"""The typed fact sheet, schema v1: the one definition from which validator, JSON Schema and reference page come."""
