"""The PDF report: the only place that makes and reads PDF."""

from readiness.report.embedding import NotOurReportError, embedded_answers
from readiness.report.rendering import render

__all__ = ["NotOurReportError", "embedded_answers", "render"]
