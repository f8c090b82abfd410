"""The chapters of the report: each module turns a result into the story of one chapter."""
