"""Jinja2 for records: the same templates and the same text, from Python code that does less.

As it comes, Jinja2 gives each text it escaped a type of its own, looks for each attribute in two
ways, and asks of each call what else it may want. What a page has by the thousand needs none of
that, which took more than half of its time.
"""

from collections.abc import Callable

import markupsafe
from django.utils.safestring import SafeString
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
    if kind is int or kind is float:
        return str(value)
    if kind is SafeString or kind is markupsafe.Markup:
        return value  # type: ignore[return-value]
    return str(markupsafe.escape(value))


class Code(CodeGenerator):
    """Python code where an attribute is an attribute and a call a call.

    So a name that a record has not is an AttributeError, and nothing that is called is given
    the context of the template. A macro of the template that is given all it takes is called as
    the function that is behind it, and what it writes is written as it is; its name must not be
    set to anything else, nor may it take more than it names.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self._takes = {macro.name: len(macro.args) for macro in node.find_all(nodes.Macro)}
        self._of_macros: set[int] = set()
        self.writeline(f"from {__name__} import escaped, _escape as text")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or not _by_place(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("._func(" if id(node) in self._of_macros else "(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    # Where Jinja2 calls these two otherwise one day, it is as quick as it comes, no less safe.

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        if self._is_of_macro(node, frame):
            self._of_macros.add(id(node))
        else:
            self.write("(text(v) if (v := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        if id(node) not in self._of_macros:
            self.write(").__class__ is str else escaped(v))")

    def _is_of_macro(self, node: nodes.Expr, frame: Frame) -> bool:
        """Whether it calls a macro of this template: by a name of its top level."""
        if not isinstance(node, nodes.Call) or not _by_place(node):
            return False
        called = node.node
        return (
            isinstance(called, nodes.Name)
            and self._takes.get(called.name) == len(node.args)
            and frame.symbols.find_ref(called.name) == f"l_0_{called.name}"
        )


def _by_place(node: nodes.Call) -> bool:
    return not (node.kwargs or node.dyn_args or node.dyn_kwargs)


class QuickEnvironment(Environment):
    """Escapes everything but what is marked as HTML, whatever the template says."""

    code_generator_class = Code
