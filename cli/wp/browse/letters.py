"""The letters that move in a list or a text, as in `less` and `vi`."""

from textual.binding import Binding, BindingType


def letters(down: str, up: str, first: str, last: str, *, space: str = "") -> list[BindingType]:
    """Return bindings of j, k, g and G, and of the space bar, to these actions."""
    keys = {"j": down, "k": up, "g": first, "G": last, "space": space}
    return [Binding(key, action, show=False) for key, action in keys.items() if action]
