"""Every environment variable the installation reads, read and checked once."""

from dataclasses import dataclass
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Environment:
    """What differs between installations."""

    debug: bool
    secret_key: str
    allowed_hosts: list[str]
    trusted_origins: list[str]
    behind_tls: bool
    data_folder: Path
    database_url: str
    municipality: str
    municipalities_folder: Path
    mail_url: str
    job_workers: int


def read_environment(repository: Path) -> Environment:
    """Return the checked environment.

    :raises ImproperlyConfigured: naming the variable and the remedy
    """
    env = environ.Env()
    data_folder = Path(env.str("VAGVISARE_DATA", default=str(repository / "data")))
    return Environment(
        debug=env.bool("VAGVISARE_DEBUG", default=False),
        secret_key=_secret_key(env, data_folder),
        allowed_hosts=env.list("VAGVISARE_HOSTS", default=["127.0.0.1", "localhost", "[::1]"]),
        trusted_origins=env.list("VAGVISARE_ORIGINS", default=[]),
        behind_tls=env.bool("VAGVISARE_TLS", default=False),
        data_folder=data_folder,
        database_url=env.str(
            "DATABASE_URL", default=f"sqlite:///{data_folder / 'vagvisare.sqlite3'}"
        ),
        municipality=env.str("VAGVISARE_MUNICIPALITY", default="tyreso-demo"),
        municipalities_folder=_municipalities(env, repository),
        mail_url=env.str("EMAIL_URL", default="consolemail://"),
        job_workers=env.int("VAGVISARE_JOB_WORKERS", default=1),
    )


def _secret_key(env: environ.Env, data_folder: Path) -> str:
    """The key from the environment, else the one `make run` keeps beside the data."""
    given = env.str("VAGVISARE_SECRET_KEY", default="")
    kept = data_folder / "secret-key"
    if given:
        return str(given)
    if kept.is_file():
        return kept.read_text(encoding="ascii").strip()
    raise ImproperlyConfigured(
        "VAGVISARE_SECRET_KEY is not set. Set it to a long random text, or run `make install`, "
        f"which writes one to {kept}."
    )


def _municipalities(env: environ.Env, repository: Path) -> Path:
    given = env.str("VAGVISARE_MUNICIPALITIES", default="")
    if given:
        return Path(given)
    beside, shipped = repository / "municipalities", Path(__file__).parents[1] / "municipalities"
    return beside if beside.is_dir() else shipped
