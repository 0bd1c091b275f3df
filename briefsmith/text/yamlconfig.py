"""A configuration file of somebody else's making, such as `mkdocs.yml`, as far as it can be read without its owner."""

from __future__ import annotations

from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Knows YAML's types; what a tag of the owner's own would make, such as `!ENV`, becomes None.

    It is the loader in pure Python, because libyaml's composer ends the process on deep nesting.
    """


_Loader.add_multi_constructor("", lambda *_: None)


def load_config(text: str) -> dict[str, Any]:
    """The top-level mapping; raises ValueError with the parser's complaint, on one line."""
    try:
        config = yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    return config if isinstance(config, dict) else {}
