"""Jinja2 for records: the same templates and the same text, from Python code that does less.

As it comes, Jinja2 gives each text it escaped a type of its own, looks for each attribute in two
ways, and asks of each call what else it may want. What a page has by the thousand needs none of
that, which took more than half of its time.
"""

from collections.abc import Callable

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame


def _slowly(text: str) -> str:
    return str(markupsafe.escape(text))


# Behind `escape`, in every version so far that has it: from text to text.
_escape: Callable[[str], str] = getattr(markupsafe, "_escape_inner", _slowly)


def escaped(value: object) -> str:
    """What `markupsafe.escape` says, to be joined to others: mostly without a mark of its own."""
    kind = value.__class__
    if kind is str:
        return _escape(value)  # type: ignore[arg-type]
    if kind is markupsafe.Markup:  # what a macro gave
        return value  # type: ignore[return-value]
    if kind is int:
        return str(value)
    return str(markupsafe.escape(value))


class Code(CodeGenerator):
    """Python code where an attribute is an attribute and a call a call.

    So a name that a record has not is an AttributeError, and nothing that is called is given
    the context of the template.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline(f"from {__name__} import escaped")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        # Where Jinja2 calls this otherwise one day, it is as quick as it comes, no less safe.
        self.write("escaped(")


class QuickEnvironment(Environment):
    """Escapes everything but what is marked as HTML, whatever the template says."""

    code_generator_class = Code
