"""Is an organisation ready to use social media for its work?

Nothing is imported here on purpose: Python runs this file before any module of the package, so an
import would load the web framework into the core (docs/decisions/0001-layers.md).
"""

__version__ = "0.1.0"
