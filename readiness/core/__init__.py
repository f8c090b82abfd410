"""The pure part: questionnaire, answers, scoring, benchmarks, advice and costs.

Standard library only; no input or output, no clock, no language. What is computed here is the
same on a page, in a report and in a data file.
"""
