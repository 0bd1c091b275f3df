"""The options of a site: read from `mkdocs.yml` without MkDocs, or handed over by the plugin; unknown keys refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding
from briefsmith.findings.nearest import did_you_mean
from briefsmith.text.file import NotUtf8, decode
from briefsmith.text.yamlconfig import load_config
from briefsmith.values.share import parse_share
from briefsmith.values.tags import Tlp, is_language

PLUGIN = "briefsmith"


@dataclass(frozen=True)
class Settings:
    """Where things stand and what is published. Folders are relative to `root`, the folder of `mkdocs.yml`."""

    root: Path
    briefings_dir: str = "briefings"
    registry_dir: str = "registry"
    seeds_dir: str = "seeds"
    templates_dir: str = "templates"
    editions_dir: str = "editions"
    """Where `edition` writes; no option, so that every tool finds them."""
    publish_tlp: Tlp = Tlp.CLEAR
    """The highest marking that reaches the site."""
    coverage: float | None = None
    """Least share of sentences used or set aside, 0 to 1."""
    quoted_share: float = 0.25
    """Largest share of a long source that quotes may make up without a warning, 0 to 1."""
    language: str = "en"
    exports: tuple[str, ...] = ()
    pages: str = "all"
    """`all`, or `core`: home, overview and sources only."""
    url_prefix: str = ""
    as_of: date | None = None
    """The site's day, where it was given; else it is the latest date of the sheets."""
    site_name: str = "Briefings"
    site_url: str = ""
    """Where the site is published, by MkDocs' own setting; empty where that is not said."""
    directory_urls: bool = True
    """MkDocs' `use_directory_urls`."""
    config_file: str = "mkdocs.yml"

    def folder(self, name: str) -> Path:
        """The folder that a relative path names."""
        return self.root / name


PLUGIN_OPTIONS = (
    "briefings_dir",
    "registry_dir",
    "seeds_dir",
    "templates_dir",
    "publish_tlp",
    "coverage",
    "quoted_share",
    "language",
    "exports",
    "pages",
    "url_prefix",
)


@dataclass(frozen=True)
class ReadSettings:
    """Settings, with the findings about what could not be taken; those options keep their defaults."""

    settings: Settings
    findings: tuple[Finding, ...] = field(default=())


def load_settings(config_file: Path) -> ReadSettings:
    """The options of the site whose configuration this is. A missing file raises FileNotFoundError."""
    name = config_file.name
    settings = Settings(config_file.resolve().parent, config_file=name)
    try:
        text = decode(name, config_file.read_bytes()).text
        config = load_config(text)
    except (NotUtf8, ValueError) as error:
        finding = Finding(
            codes.MALFORMED_SETTING, Address(name), f"`{name}` cannot be read: {error}", "correct the file"
        )
        return ReadSettings(settings, (finding,))
    settings = replace(
        settings,
        site_name=str(config.get("site_name") or settings.site_name),
        site_url=str(config.get("site_url") or ""),
        directory_urls=config.get("use_directory_urls") is not False,
    )
    return take_options(settings, *_plugin_options(config.get("plugins")))


def take_options(settings: Settings, options: Mapping[str, Any], path: tuple[str | int, ...] = ()) -> ReadSettings:
    """Put the plugin's options into the settings."""
    findings: list[Finding] = []
    taken: dict[str, Any] = {}
    for key, value in options.items():
        at = Address(settings.config_file, (*path, key))
        if key not in PLUGIN_OPTIONS:
            help_ = did_you_mean(str(key), PLUGIN_OPTIONS)
            findings.append(Finding(codes.MALFORMED_SETTING, replace(at, key=True), f"unknown option `{key}`", help_))
            continue
        try:
            taken[key] = _CONVERT.get(key, _folder)(value)
        except (ValueError, TypeError) as error:
            findings.append(Finding(codes.MALFORMED_SETTING, at, f"option `{key}`: {error}", _HELP.get(key, "")))
    return ReadSettings(replace(settings, **taken), tuple(findings))


def _plugin_options(plugins: Any) -> tuple[dict[str, Any], tuple[str | int, ...]]:
    """Our options among the plugins, however MkDocs allows them to be written, and the path to them."""
    entries: Iterator[tuple[str | int, Any]]
    entries = iter(plugins.items()) if isinstance(plugins, dict) else enumerate(_words_or_mappings(plugins))
    for key, entry in entries:
        if key == PLUGIN:
            return _mapping(entry), ("plugins", key)
        if isinstance(entry, dict) and PLUGIN in entry:
            return _mapping(entry[PLUGIN]), ("plugins", key, PLUGIN)
    return {}, ()


def _words_or_mappings(plugins: Any) -> list[Any]:
    return plugins if isinstance(plugins, list) else []


def _mapping(options: Any) -> dict[str, Any]:
    """The options; MkDocs itself refuses what is no mapping."""
    return options if isinstance(options, dict) else {}


def _folder(value: Any) -> str:
    if not isinstance(value, str) or Path(value).is_absolute() or ".." in Path(value).parts:
        raise ValueError(f"`{value}` is no folder below `mkdocs.yml`")
    return value.strip("/")


def _share(value: Any) -> float:
    return parse_share(str(value))


def _tlp(value: Any) -> Tlp:
    try:
        return Tlp(str(value).strip().upper().removeprefix("TLP:"))
    except ValueError:
        raise ValueError(f"`{value}` is no marking") from None


def _language(value: Any) -> str:
    if not isinstance(value, str) or not is_language(value):
        raise ValueError(f"`{value}` is no BCP 47 language tag")
    return value


def _pages(value: Any) -> str:
    if value not in {"all", "core"}:
        raise ValueError(f"`{value}` is neither `all` nor `core`")
    return str(value)


def _words(value: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in (value if isinstance(value, list) else [value]))


_CONVERT = {
    "publish_tlp": _tlp,
    "coverage": _share,
    "quoted_share": _share,
    "language": _language,
    "pages": _pages,
    "exports": _words,
}
_HELP = {
    "publish_tlp": "one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED",
    "coverage": "write 0.9 or 90 %",
    "quoted_share": "write 0.25 or 25 %",
    "language": "write it like `en`",
    "pages": "one of `all`, `core`",
}

assert set(PLUGIN_OPTIONS) <= {each.name for each in fields(Settings)}
