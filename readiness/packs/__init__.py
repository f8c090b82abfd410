"""Questionnaires, benchmarks, advice and costs as versioned data, and their reader."""

from readiness.packs.loader import (
    CURRENT,
    Pack,
    available,
    benchmark_texts,
    benchmarks,
    check_folder,
    load,
    released_faults,
)
from readiness.packs.reading import Fault, PackError

__all__ = [
    "CURRENT",
    "Fault",
    "Pack",
    "PackError",
    "available",
    "benchmark_texts",
    "benchmarks",
    "check_folder",
    "load",
    "released_faults",
]
