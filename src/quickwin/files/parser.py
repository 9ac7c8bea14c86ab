"""The YAML parser whose events are read: libyaml's, where PyYAML has it."""

try:
    from yaml import CSafeLoader as Parser
except ImportError:  # PyYAML was built without libyaml: slower, and otherwise the same
    from yaml import SafeLoader as Parser  # type: ignore[assignment]  # only get_event is used, which both have

__all__ = ["Parser"]
