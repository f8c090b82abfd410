"""Pages and addresses: the only place that knows Flask and WTForms."""

from flask import Flask

from readiness.paths import STATIC, TEMPLATES
from readiness.services.clock import Clock, SystemClock
from readiness.services.session import Database
from readiness.web import access, drawing, errors, i18n, security, templating, transaction
from readiness.web.assessments import blueprint as assessments
from readiness.web.health import blueprint as health
from readiness.web.results import blueprint as results
from readiness.web.settings import Settings, from_environment
from readiness.web.start import blueprint as start


def create_app(settings: Settings | None = None, *, clock: Clock | None = None) -> Flask:
    """The application for ``settings``, by default those of the environment.

    Raises:
        SettingsError: a setting cannot be used.
        MissingPolicyError: a view does not say who may use it.
    """
    settings = settings or from_environment()
    app = Flask(
        "readiness",
        template_folder=str(TEMPLATES),
        static_folder=str(STATIC),
        instance_path=str(settings.instance),
    )
    app.secret_key = settings.secret_key()
    transaction.init_app(app, Database(settings.database), clock or SystemClock())
    i18n.init_app(app)
    access.init_app(app)
    security.init_app(app)
    templating.init_app(app)
    drawing.init_app(app)
    errors.init_app(app)
    # A private link pasted from a mail often has gained a slash.
    app.url_map.strict_slashes = False
    for blueprint in (start, assessments, results, health):
        app.register_blueprint(blueprint)
    access.check(app)
    return app
